"""The body chart: a person from behind with places to tap, left and right, from low back to foot."""

import numpy as np

from backstride.figures.body.skeleton import INDEX, Array
from backstride.figures.drawing import layers, svg
from backstride.figures.drawing.contour import Mask
from backstride.figures.drawing.palette import color
from backstride.figures.drawing.picture import picture
from backstride.figures.drawing.raster import View
from backstride.figures.drawing.scene import scenes
from backstride.figures.posing.files import Figure, Pose
from backstride.figures.posing.solver import start

SIZE = (300, 700)
PLACES = ("low-back", "buttock", "thigh", "calf", "foot")
SIDE_NAMES = {"left": "L", "right": "R"}
TITLE = "Body chart, seen from behind"
DESCRIPTION = "Low back, buttocks, thighs, calves and feet, left and right. Left is on the left."
RIBS_LEVEL, WAIST_LEVEL, FOLD_LEVEL, KNEE_LEVEL = 8.6, 4.75, 4.8, 11.0
TOWARD_SPINE = 0.45
BAND_WIDTH, DOT_RADIUS = 17, 6


def posture() -> tuple[Figure, Array]:
    """A relaxed standing person with arms and legs a little apart, seen from behind."""
    pose = Pose("stand", DESCRIPTION, "standing", {})
    row = start(pose)
    for side in ("R", "L"):
        for name, value in (("shoulder", 14.0), ("hip", 5.5)):
            row[INDEX[f"{name}_{side}.abduction"]] = value
        row[INDEX[f"hip_{side}.rotation"]] = 8.0
    return Figure("body-back", TITLE, 270.0, 2.0, (pose,)), row


def regions(view: View) -> dict[str, Mask]:
    """Visible pixels of every place and side, keyed like `thigh-left`."""
    found: dict[str, Mask] = {}
    for name, side in SIDE_NAMES.items():
        half = view.rest[..., 1] > 0 if side == "L" else view.rest[..., 1] <= 0
        trunk = layers.belongs(view, "trunk") & half
        leg = layers.belongs(view, f"leg_{side}")
        masks = (
            trunk & (view.level >= WAIST_LEVEL) & (view.level < RIBS_LEVEL),
            (trunk & (view.level < WAIST_LEVEL)) | (leg & (view.level < FOLD_LEVEL)),
            leg & (view.level >= FOLD_LEVEL) & (view.level < KNEE_LEVEL),
            leg & (view.level >= KNEE_LEVEL),
            layers.belongs(view, f"shoe_{side}"),
        )
        found |= {f"{place}-{name}": mask for place, mask in zip(PLACES, masks, strict=True)}
    return found


def _targets(view: View) -> str:
    paths = [
        svg.drawn(svg.area(mask), id=f"region-{name}", fill=color("region")) for name, mask in regions(view).items()
    ]
    return svg.group("".join(paths), id="regions")


def _way(found: dict[str, Mask], side: str) -> Array:
    """Where pain travels: from beside the spine through the middle of every place of one side."""
    middles = [np.argwhere(found[f"{place}-{side}"])[:, ::-1].mean(axis=0) for place in PLACES]
    back = np.argwhere(found[f"{PLACES[0]}-{side}"])[:, ::-1]
    x = SIZE[0] / 2 + (middles[0][0] - SIZE[0] / 2) * TOWARD_SPINE
    start = np.array((x, 0.7 * back[:, 1].min() + 0.3 * middles[0][1]))
    return np.stack((start, np.array((x, middles[0][1])), *middles[1:]))


def _band(name: str, points: Array) -> str:
    """A band down to the last point with a dot at its end, hidden until the page shows it."""
    steps = np.diff(np.rint(points).astype(int), axis=0).tolist()
    x, y = np.rint(points[0]).astype(int).tolist()
    data = f"M{x} {y}" + "".join(f"c0 {b // 2} {a} {b - b // 2} {a} {b}" for a, b in steps)
    x, y = np.rint(points[-1]).astype(int).tolist()
    line = svg.drawn(data, fill="none", stroke=color("pain"), stroke_width=BAND_WIDTH, stroke_linecap="round")
    dot = f'<circle cx="{x}" cy="{y}" r="{DOT_RADIUS}" fill="{color("dot")}"/>'
    return svg.group(line + dot, id=f"reach-{name}", display="none", pointer_events="none")


def _bands(view: View) -> str:
    found, parts = regions(view), []
    for side in SIDE_NAMES:
        way = _way(found, side)
        parts += [_band(f"{place}-{side}", way[: number + 2]) for number, place in enumerate(PLACES)]
    return "".join(parts)


def draw() -> str:
    """The finished body chart as an SVG document."""
    figure, row = posture()
    scene = scenes(figure, (row,), SIZE)[0]
    chart = picture(scene, TITLE, DESCRIPTION, (), over_skin=_targets(scene.view))
    return chart.replace("</svg>", f"{_bands(scene.view)}</svg>")
