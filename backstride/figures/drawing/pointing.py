"""One picture that says it all: the held pose, the start as a dashed ghost, the way as an arrow, words at landmarks."""

from typing import NamedTuple

import numpy as np
from scipy.ndimage import binary_dilation, binary_erosion, label

from backstride.figures.body.landmarks import where
from backstride.figures.body.skeleton import Array
from backstride.figures.drawing import callouts, svg, words
from backstride.figures.drawing.callouts import Callout, Placed
from backstride.figures.drawing.contour import Mask
from backstride.figures.drawing.holding import held_pose, pose_before
from backstride.figures.drawing.picture import arrow_of, picture
from backstride.figures.drawing.raster import depth_of, project
from backstride.figures.drawing.scene import Scene, Stage, scene, stage
from backstride.figures.posing.figure import Figure
from backstride.figures.posing.movement import Frame, Movement
from backstride.figures.props.prop import Face
from backstride.figures.props.solids import triangles
from backstride.figures.themes import color

SIZES = ((1.0, 30), (0.92, 30), (0.84, 30), (0.84, 27), (0.76, 27), (0.70, 26))
GHOST_APART, SMALLEST_GHOST, GHOST_WIDTH, GHOST_DASH, GHOST_ERROR = 12, 900, 3, "10 8", 1.2
GHOST_OPACITY = 0.7
BODY_WEIGHT, GHOST_WEIGHT, PROP_WEIGHT, FLOOR_WEIGHT, EDGE_WEIGHT, ARROW_WEIGHT = 1.0, 1.0, 0.7, 0.08, 0.4, 1.2
AROUND_BODY, AROUND_ARROW, EDGE = 12, 18, 3


class _Plan(NamedTuple):
    """A stage with what is on it and where the words go."""

    seen: Scene
    ghost: Mask
    placed: list[Placed]
    size: int


def _apart(ghost: Mask, body: Mask) -> Mask:
    """The parts of the ghost that stand out clearly from the body, with a seam for the body to cover."""
    pieces, _ = label(ghost & ~binary_dilation(body, iterations=GHOST_APART))
    large = np.flatnonzero(np.bincount(pieces.ravel()) >= SMALLEST_GHOST)
    kept = np.isin(pieces, large[large > 0])
    return np.asarray(binary_dilation(kept, iterations=2 * GHOST_APART, mask=ghost))


def _shape(seen: Scene) -> Mask:
    return np.asarray((seen.view.loft >= 0) | seen.hidden)


def _ghost(mask: Mask) -> str:
    return svg.drawn(
        svg.area(mask, SMALLEST_GHOST, GHOST_ERROR),
        fill=color("ghost"),
        stroke=color("trace"),
        stroke_width=GHOST_WIDTH,
        fill_opacity=GHOST_OPACITY,
        stroke_dasharray=GHOST_DASH,
    )


def _smaller(on: Stage, share: float) -> Stage:
    """The stage with everything on it drawn smaller around the middle, which leaves room for words."""
    middle = np.array(on.size) / 2
    camera = on.camera
    return on._replace(
        camera=camera._replace(scale=camera.scale * share, center=middle + (camera.center - middle) * share)
    )


def _shown(faces: list[Face], seen: Scene) -> Mask:
    return np.asarray(np.isfinite(depth_of(triangles(faces), seen.stage.camera, seen.view.depth.shape)))


def _weights(seen: Scene, ghost: Mask) -> Array:
    """How little words belong on each pixel."""
    weights = np.zeros(ghost.shape)
    floor = _shown(seen.stage.floor, seen)
    weights[floor] = FLOOR_WEIGHT
    weights[binary_dilation(floor, iterations=EDGE) & ~binary_erosion(floor, iterations=EDGE)] = EDGE_WEIGHT
    weights[_shown(seen.solid, seen)] = PROP_WEIGHT
    weights[binary_dilation(ghost, iterations=EDGE)] = GHOST_WEIGHT
    weights[binary_dilation(_shape(seen), iterations=AROUND_BODY)] = BODY_WEIGHT
    if seen.stage.way is not None:
        for x, y in np.rint(project(seen.stage.camera, seen.stage.way)[:, :2]).astype(int).tolist():
            rows, columns = (slice(max(0, at - AROUND_ARROW), at + AROUND_ARROW) for at in (y, x))
            weights[rows, columns] = ARROW_WEIGHT
    return weights


def _callouts(figure: Figure, seen: Scene) -> list[Callout]:
    found = []
    for landmark, says in figure.callouts.items():
        x, y, _ = project(seen.stage.camera, where(seen.frames, landmark)[0]).tolist()
        found.append(Callout(says, x, y))
    return found


def _plan(on: Stage, held: Frame, before: Frame | None, size: int) -> _Plan:
    seen = scene(on, held)
    body = _shape(seen)
    ghost = np.zeros_like(body) if before is None else _apart(_shape(scene(on, before)), body)
    said = _callouts(on.figure, seen)
    placed = callouts.place(said, _weights(seen, ghost), size) if said else []
    return _Plan(seen, ghost, placed, size)


def _best_plan(on: Stage, held: Frame, before: Frame | None) -> _Plan:
    """The largest drawing with room for its words, or the one with the most room."""
    plans = []
    for share, size in SIZES:
        plans.append(_plan(_smaller(on, share), held, before, size))
        if callouts.is_good(plans[-1].placed):
            return plans[-1]
    return min(plans, key=lambda plan: sum(one.cost for one in plan.placed))


def _description(figure: Figure, said: list[Placed]) -> str:
    told = words.movement_words(figure) if figure.cycle else words.pose_words(figure, figure.poses[-1])
    ends = (text if text.endswith((".", "!", "?")) else f"{text}." for text in figure.callouts.values())
    return " ".join((told, *ends)) if said else told


def pointed(figure: Figure, movement: Movement) -> str:
    """The SVG document of the held pose with ghost, arrow and call-outs; a single pose without words is just drawn."""
    start = pose_before(figure)
    held, before = movement.frames[held_pose(figure)], None if start is None else movement.frames[start]
    on = stage(figure, [held] if before is None else [before, held])
    plan = _best_plan(on, held, before)
    over = arrow_of(plan.seen.stage) if before is not None else ""
    over += callouts.lines_and_dots(plan.placed) + callouts.words(plan.placed, plan.size)
    description = _description(figure, plan.placed)
    return picture(plan.seen, figure.name, description, arrow=over, ghost=_ghost(plan.ghost))
