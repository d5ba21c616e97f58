"""One key pose as a finished SVG picture: traced regions and lines, light and dark colors, no script."""

from xml.sax.saxutils import escape

import numpy as np
from scipy.spatial import ConvexHull

from backstride.figures.body.shape import LOFTS
from backstride.figures.body.skeleton import Array
from backstride.figures.body.surface import section_lofts, sections
from backstride.figures.drawing import arrow, curve, face, layers, muscles, svg
from backstride.figures.drawing.contour import Mask
from backstride.figures.drawing.palette import color, dark_style
from backstride.figures.drawing.raster import Camera, View, project
from backstride.figures.drawing.scene import Scene
from backstride.figures.props import furniture

LIGHT = np.array([-0.45, 0.80, 0.40]) / np.linalg.norm([-0.45, 0.80, 0.40])
LINES = {"outer": 5.6, "inner": 4.4, "hem": 3, "face": 3.4, "prop": 2.4}
RIM_WIDTH = 12
REGION_ERROR, SHADE_ERROR, FACE_ERROR = 1.7, 3.0, 0.8
SMALLEST_FAR, SMALLEST_SHADE, SHORTEST_HEM = 150.0, 800.0, 10
TINT, SHADE, SHADOW, MUSCLE = 0.16, 0.10, 0.12, 0.75
SHADOW_HEIGHT, SHADOW_ERROR = 0.09, 2.5
FAR_LIMB = 0.04


def _flat_sides(faces: list[furniture.Face], camera: Camera, name: str, line: str) -> str:
    """Flat sides as polygons, darker ones with a veil of line color."""
    parts = []
    for side in faces:
        data = svg.polygon(project(camera, side.corners)[:, :2])
        parts.append(svg.drawn(data) + (svg.veil(data, side.tone) if side.tone else ""))
    return svg.group("".join(parts), fill=color(name), stroke=line, stroke_width=LINES["prop"], stroke_linejoin="round")


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
    limbs = np.array([layers.limb_of(LOFTS[number].name) for number in section_lofts()])
    text = []
    for limb in np.unique(limbs):
        near = skin[limbs == limb].reshape(-1, 3)
        near = near[near[:, 2] < SHADOW_HEIGHT]
        if len(near) >= 4:
            flat = project(scene.camera, near * (1, 1, 0))[:, :2]
            text.append(svg.polygon(_fewer_corners(flat[ConvexHull(flat).vertices])))
    return svg.veil("".join(text), SHADOW)


def _far_limbs(view: View) -> Mask:
    """Pixels of the arm and the leg that are clearly farther from the viewer than their twins."""
    tinted = np.zeros(view.loft.shape, dtype=bool)
    for part in ("arm", "leg"):
        masks = {side: layers.belongs(view, *layers.limb_lofts(f"{part}_{side}")) for side in ("R", "L")}
        if all(mask.any() for mask in masks.values()):
            depth = {side: float(view.depth[mask].mean()) for side, mask in masks.items()}
            far = min(depth, key=lambda side: depth[side])
            tinted |= masks[far] if max(depth.values()) - depth[far] > FAR_LIMB else False
    return tinted


def _clothes(view: View) -> str:
    body = view.loft >= 0
    return "".join(
        svg.drawn(svg.area(layers.widened(mask, body), error=REGION_ERROR), fill=color(name))
        for name, mask in layers.materials(view).items()
        if name != "skin"
    )


def _muscles(view: View, targets: tuple[str, ...]) -> str:
    data = "".join(svg.area(muscles.mask(view, name), error=REGION_ERROR) for name in targets)
    return svg.drawn(data, fill=color("muscle"), fill_opacity=MUSCLE)


def _shades(view: View) -> str:
    far = layers.widened(_far_limbs(view), view.loft >= 0)
    shade = layers.shaded(view, LIGHT)
    return svg.veil(svg.area(far, SMALLEST_FAR, REGION_ERROR), TINT) + svg.veil(
        svg.area(shade, SMALLEST_SHADE, SHADE_ERROR), SHADE
    )


def _face(scene: Scene) -> str:
    strokes = face.strokes(scene.frames, scene.camera, scene.view)
    return "".join(curve.path(curve.open_curve(stroke, FACE_ERROR), closed=False) for stroke in strokes)


def _strokes(scene: Scene, silhouette: str) -> str:
    inner = layers.inner_borders(scene.view)
    hems = layers.hem_borders(scene.view, inner)
    parts = [
        svg.drawn(svg.lines(hems, SHORTEST_HEM), stroke_width=LINES["hem"]),
        svg.drawn(_face(scene), stroke_width=LINES["face"]),
        svg.drawn(svg.lines(inner), stroke_width=LINES["inner"]),
        svg.drawn(silhouette, stroke_width=LINES["outer"]),
    ]
    return svg.group(
        "".join(parts),
        fill="none",
        stroke=color("line"),
        stroke_linecap="round",
        stroke_linejoin="round",
        pointer_events="none",
    )


def picture(scene: Scene, title: str, description: str, targets: tuple[str, ...], over_skin: str = "") -> str:
    """The finished SVG document of one scene; `over_skin` lies on the colors and under the lines."""
    silhouette = svg.area(scene.view.loft >= 0)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {scene.size[0]} {scene.size[1]}" role="img">',
        f"<title>{escape(title)}</title><desc>{escape(description)}</desc>",
        dark_style(),
        _flat_sides(scene.floor, scene.camera, "mat", "none"),
        _shadow(scene) if scene.floor else "",
        svg.drawn(silhouette, fill="none", stroke=color("rim"), stroke_width=RIM_WIDTH, stroke_linejoin="round"),
        _flat_sides(scene.solid, scene.camera, "prop", color("line")),
        svg.drawn(silhouette, fill=color("skin")),
        _clothes(scene.view),
        _muscles(scene.view, targets),
        _shades(scene.view),
        over_skin,
        _strokes(scene, silhouette),
        "" if scene.arrow is None else arrow.draw(scene.arrow, scene.camera),
        "</svg>\n",
    ]
    return "".join(parts)
