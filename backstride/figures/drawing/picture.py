"""One key pose as a finished SVG picture: traced regions and lines, light and dark colors, no script."""

from itertools import groupby
from typing import NamedTuple
from xml.sax.saxutils import escape

import numpy as np
from scipy.spatial import ConvexHull

from backstride.figures.body.lofts import LOFT_NUMBER
from backstride.figures.body.skeleton import Array
from backstride.figures.body.surface import section_lofts, sections
from backstride.figures.drawing import arrow, curve, face, hatch, layers, muscles, svg
from backstride.figures.drawing.raster import Camera, View, project
from backstride.figures.drawing.scene import Scene, Stage
from backstride.figures.props.prop import Face
from backstride.figures.themes import color, style_of

LIGHT = np.array([-0.45, 0.80, 0.40]) / np.linalg.norm([-0.45, 0.80, 0.40])
LINES = {"outer": 5.6, "inner": 4.4, "hem": 3, "face": 3.4, "prop": 2.4, "hatch": 2.8, "finger": 2}
RIM_WIDTH, CUT_ERROR = 12, 2.0
REGION_ERROR, FAR_ERROR, SHADE_ERROR, HEM_ERROR, FACE_ERROR = 2.0, 2.8, 3.6, 1.1, 0.8
SMALLEST_FAR, SMALLEST_SHADE, SHORTEST_HEM = 150.0, 800.0, 10
TINT, SHADE, SHADOW, MUSCLE = 0.16, 0.10, 0.12, 0.75
SHADOW_HEIGHT, SHADOW_ERROR = 0.09, 2.5
VEIL = 0.35
HAIR = {"adult": "hair", "older": "gray"}


class Outline(NamedTuple):
    """Path text around the body: all of it, where it ends before what is behind, where a prop in front cuts it."""

    whole: str
    line: str
    cut: str


def _flat_sides(faces: list[Face], camera: Camera, line: str) -> str:
    """Flat sides as polygons in the color of their prop, darker ones with a veil of line color."""
    parts = []
    for paint, sides in groupby(faces, key=lambda side: side.paint):
        drawn = []
        for side in sides:
            data = svg.polygon(project(camera, side.corners)[:, :2])
            drawn.append(svg.drawn(data) + (svg.veil(data, side.tone) if side.tone else ""))
        parts.append(svg.group("".join(drawn), fill=color(paint)))
    return svg.group("".join(parts), stroke=line, stroke_width=LINES["prop"], stroke_linejoin="round")


def _veils(scene: Scene) -> str:
    """Water and the like, which everything is seen through."""
    data = "".join(svg.polygon(project(scene.stage.camera, side.corners)[:, :2]) for side in scene.veils)
    return svg.drawn(data, fill=color("water"), fill_opacity=VEIL)


def _fewer_corners(ring: Array) -> Array:
    """A convex ring without the corners that hardly matter."""
    while len(ring) > 4:
        before, after = np.roll(ring, 1, axis=0), np.roll(ring, -1, axis=0)
        first, second = (ring - before).T, (after - before).T
        cut = np.abs(first[0] * second[1] - first[1] * second[0]) / np.hypot(*second)
        if cut.min() > SHADOW_ERROR:
            break
        ring = np.delete(ring, int(cut.argmin()), axis=0)
    return ring


def _shadow(scene: Scene) -> str:
    """The outline on the floor of everything near the floor, limb by limb."""
    skin = sections(scene.frames, 4)[0]
    names = list(LOFT_NUMBER)
    limbs = np.array([layers.limb_of(names[number]) for number in section_lofts()])
    text = []
    for limb in np.unique(limbs):
        near = skin[limbs == limb].reshape(-1, 3)
        near = near[near[:, 2] < SHADOW_HEIGHT]
        if len(near) >= 4:
            flat = project(scene.stage.camera, near * (1, 1, 0))[:, :2]
            text.append(svg.polygon(_fewer_corners(flat[ConvexHull(flat).vertices])))
    return svg.veil("".join(text), SHADOW)


def _clothes(scene: Scene) -> str:
    view, hair = scene.view, HAIR[scene.stage.figure.body]
    body = view.loft >= 0
    return "".join(
        svg.drawn(
            svg.area(layers.widened(mask, body), error=REGION_ERROR), fill=color(hair if name == "hair" else name)
        )
        for name, mask in layers.materials(view).items()
        if name != "skin"
    )


def _muscles(view: View, targets: tuple[str, ...], hatched: bool) -> str:
    """Target muscles as patches, and on paper as strokes."""
    masks = [muscles.mask(view, name) for name in targets]
    patches = "".join(svg.area(mask, error=REGION_ERROR) for mask in masks)
    strokes = "".join(hatch.strokes(mask) for mask in masks) if hatched else ""
    lines = svg.drawn(strokes, fill="none", stroke=color("hatch"), stroke_width=LINES["hatch"])
    return svg.drawn(patches, fill=color("muscle"), fill_opacity=MUSCLE) + lines


def _shades(scene: Scene) -> str:
    view = scene.view
    lofts = [loft for limb in scene.stage.far for loft in layers.limb_lofts(limb)]
    far = layers.widened(layers.belongs(view, *lofts), view.loft >= 0)
    shade = layers.shaded(view, LIGHT)
    return svg.veil(svg.area(far, SMALLEST_FAR, FAR_ERROR), TINT) + svg.veil(
        svg.area(shade, SMALLEST_SHADE, SHADE_ERROR), SHADE
    )


def _pen(strokes: list[Array]) -> str:
    return "".join(curve.path(curve.open_curve(stroke, FACE_ERROR), closed=False) for stroke in strokes)


def _strokes(scene: Scene, outline: Outline) -> str:
    inner = layers.inner_borders(scene.view)
    hems = layers.hem_borders(scene.view, inner)
    deep = svg.deep(scene.view.loft >= 0)
    seen = (scene.frames, scene.stage.camera, scene.view)
    parts = [
        svg.drawn(_pen(face.fingers(*seen)), stroke_width=LINES["finger"]),
        svg.drawn(svg.lines(hems, deep, SHORTEST_HEM, HEM_ERROR), stroke_width=LINES["hem"]),
        svg.drawn(outline.cut, stroke_width=LINES["prop"]),
        svg.drawn(_pen(face.strokes(*seen)), stroke_width=LINES["face"]),
        svg.drawn(svg.lines(inner, deep), stroke_width=LINES["inner"]),
        svg.drawn(outline.line, stroke_width=LINES["outer"]),
    ]
    return svg.group(
        "".join(parts),
        fill="none",
        stroke=color("line"),
        stroke_linecap="round",
        stroke_linejoin="round",
        pointer_events="none",
    )


def head(stage: Stage, title: str, description: str, more: str = "") -> str:
    """The beginning of a document: its size, attributes as text in `more`, its words."""
    width, height = stage.size
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img"{more}>'
        f"<title>{escape(title)}</title><desc>{escape(description)}</desc>"
    )


def props_of(scene: Scene) -> str:
    """The sides of all props that stand or are held, as one group."""
    return _flat_sides(scene.solid, scene.stage.camera, color("line"))


def floor_of(stage: Stage) -> str:
    """Mat or ground."""
    return _flat_sides(stage.floor, stage.camera, "none")


def arrow_of(stage: Stage) -> str:
    """The arrow, or nothing."""
    return "" if stage.way is None else arrow.draw(stage.way, stage.camera)


def outline_of(scene: Scene) -> Outline:
    """The outline of the body, cut where a prop stands before it."""
    body = scene.view.loft >= 0
    if not scene.hidden.any():
        whole = svg.area(body)
        return Outline(whole, whole, "")
    behind, before = layers.outer_borders(body, scene.hidden)
    return Outline(svg.area(body, error=CUT_ERROR), svg.lines(behind), svg.lines(before))


def below(scene: Scene, outline: Outline) -> str:
    """What lies under the props: the shadow, and a rim that is seen on dark screens only."""
    rim = svg.drawn(outline.line, fill="none", stroke=color("rim"), stroke_width=RIM_WIDTH, stroke_linejoin="round")
    return (_shadow(scene) if scene.stage.floor else "") + rim


def above(scene: Scene, outline: Outline, over_skin: str = "", *, hatched: bool = True) -> str:
    """What lies over the props: the body; `over_skin` lies on the colors and under the lines."""
    parts = [
        svg.drawn(outline.whole, fill=color("skin")),
        _clothes(scene),
        _muscles(scene.view, scene.stage.figure.muscles, hatched),
        _shades(scene),
        over_skin,
        _strokes(scene, outline),
        _veils(scene),
    ]
    return "".join(parts)


def picture(scene: Scene, title: str, description: str, over_skin: str = "", arrow: str = "", ghost: str = "") -> str:
    """The finished SVG document of one scene."""
    outline = outline_of(scene)
    under = floor_of(scene.stage) + ghost + below(scene, outline)
    drawing = under + props_of(scene) + above(scene, outline, over_skin) + arrow
    return f"{head(scene.stage, title, description)}{style_of(drawing)}{drawing}</svg>\n"
