"""The body charts: a person from behind and from the front with places to tap, left and right, down to the foot."""

from typing import NamedTuple

import numpy as np

from backstride.figures.body.skeleton import INDEX, Array
from backstride.figures.drawing import layers, svg
from backstride.figures.drawing.contour import Mask
from backstride.figures.drawing.picture import picture
from backstride.figures.drawing.raster import View
from backstride.figures.drawing.scene import Scene, scene, stage
from backstride.figures.posing.figure import Figure, Pose
from backstride.figures.posing.movement import Frame
from backstride.figures.posing.solver import start
from backstride.figures.themes import color

SIZE = (300, 700)
SIDE_NAMES = {"left": "L", "right": "R"}
RIBS_LEVEL, WAIST_LEVEL, FOLD_LEVEL, KNEE_LEVEL = 8.6, 4.75, 4.8, 11.0
TOWARD_SPINE = 0.45
BAND_WIDTH, DOT_RADIUS = 17, 6


class Chart(NamedTuple):
    """One chart: where it is seen from (degrees), the prefix of its ids, its places from top to bottom, its words."""

    azimuth: float
    prefix: str
    places: tuple[str, ...]
    title: str
    description: str


CHARTS = {
    "body-back": Chart(
        270.0,
        "",
        ("low-back", "buttock", "thigh", "calf", "foot"),
        "Body chart, seen from behind",
        "Low back, buttocks, thighs, calves and feet, left and right. Left is on the left.",
    ),
    "body-front": Chart(
        90.0,
        "front-",
        ("thigh", "calf", "foot"),
        "Body chart, seen from the front",
        "Thighs, lower legs and feet, left and right. Left is on the right, as on a person who faces you.",
    ),
}


def posed(name: str) -> Scene:
    """A relaxed standing person with arms and legs a little apart, seen as the chart asks."""
    chart = CHARTS[name]
    pose = Pose("stand", chart.description, "standing", {})
    row = start(pose)
    for side in ("R", "L"):
        for angle, value in (("shoulder", 14.0), ("hip", 5.5)):
            row[INDEX[f"{angle}_{side}.abduction"]] = value
        row[INDEX[f"hip_{side}.rotation"]] = 8.0
    frame = Frame(row, pose.base, 0, 0, 0.0)
    return scene(stage(Figure(name, chart.title, chart.azimuth, 2.0, (pose,)), [frame], SIZE), frame)


def _masks(view: View, side: str) -> dict[str, Mask]:
    half = view.rest[..., 1] > 0 if side == "L" else view.rest[..., 1] <= 0
    trunk, leg = layers.belongs(view, "trunk") & half, layers.belongs(view, f"leg_{side}")
    return {
        "low-back": trunk & (view.level >= WAIST_LEVEL) & (view.level < RIBS_LEVEL),
        "buttock": (trunk & (view.level < WAIST_LEVEL)) | (leg & (view.level < FOLD_LEVEL)),
        "thigh": leg & (view.level >= FOLD_LEVEL) & (view.level < KNEE_LEVEL),
        "calf": leg & (view.level >= KNEE_LEVEL),
        "foot": layers.belongs(view, f"shoe_{side}"),
    }


def regions(name: str, view: View) -> dict[str, Mask]:
    """Visible pixels of every place and side of a chart, keyed like `thigh-left`."""
    return {
        f"{place}-{word}": _masks(view, side)[place]
        for word, side in SIDE_NAMES.items()
        for place in CHARTS[name].places
    }


def _targets(prefix: str, found: dict[str, Mask]) -> str:
    paths = [
        svg.drawn(svg.area(mask), id=f"region-{prefix}{place}", fill=color("region")) for place, mask in found.items()
    ]
    return svg.group("".join(paths), id=f"{prefix}regions")


def _middle(mask: Mask) -> Array:
    return np.asarray(np.argwhere(mask)[:, ::-1].mean(axis=0))


def _way(found: dict[str, Mask], places: tuple[str, ...], side: str) -> Array:
    """Where pain travels: from beside the spine, or from the groin, through the middle of every place of one side."""
    middles = [_middle(found[f"{place}-{side}"]) for place in places]
    first = np.argwhere(found[f"{places[0]}-{side}"])[:, ::-1]
    top = 0.7 * first[:, 1].min() + 0.3 * middles[0][1]
    if places[0] != "low-back":
        return np.stack((np.array((middles[0][0], top)), *middles))
    x = SIZE[0] / 2 + (middles[0][0] - SIZE[0] / 2) * TOWARD_SPINE
    return np.stack((np.array((x, top)), np.array((x, middles[0][1])), *middles[1:]))


def _band(name: str, points: Array) -> str:
    """A band down to the last point with a dot at its end, hidden until the page shows it."""
    steps = np.diff(np.rint(points).astype(int), axis=0).tolist()
    x, y = np.rint(points[0]).astype(int).tolist()
    data = f"M{x} {y}" + "".join(f"c0 {b // 2} {a} {b - b // 2} {a} {b}" for a, b in steps)
    x, y = np.rint(points[-1]).astype(int).tolist()
    line = svg.drawn(data, fill="none", stroke=color("pain"), stroke_width=BAND_WIDTH, stroke_linecap="round")
    dot = f'<circle cx="{x}" cy="{y}" r="{DOT_RADIUS}" fill="{color("dot")}"/>'
    return svg.group(line + dot, id=f"reach-{name}", display="none", pointer_events="none")


def _bands(chart: Chart, found: dict[str, Mask]) -> str:
    parts = []
    for side in SIDE_NAMES:
        way = _way(found, chart.places, side)
        parts += [_band(f"{chart.prefix}{place}-{side}", way[: n + 2]) for n, place in enumerate(chart.places)]
    return "".join(parts)


def draw(name: str) -> str:
    """A finished body chart, `body-back` or `body-front`, as an SVG document."""
    chart, seen = CHARTS[name], posed(name)
    found = regions(name, seen.view)
    drawing = picture(seen, chart.title, chart.description, over_skin=_targets(chart.prefix, found))
    return drawing.replace("</svg>", f"{_bands(chart, found)}</svg>")
