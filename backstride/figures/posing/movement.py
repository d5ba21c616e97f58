"""The frames between key poses, solved so that what both ends touch does not slide, and the order they are shown in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np

from backstride.figures.body.skeleton import COORDINATES, ROOT_MOVES, Array, mirrored, mirrored_base
from backstride.figures.posing.figure import Figure, Pose, Reach, Step
from backstride.figures.posing.residuals import Task, task_of
from backstride.figures.posing.solver import best, shared_pins, solve, steady

MOST_FRAMES, MOST_BETWEEN = 13, 11
FREE_ANGLE, FREE_MOVE = 3.0, 0.02
Rows = Iterator[Array] | None


class Frame(NamedTuple):
    """One posture of the movement: the key poses it lies between (the same twice for a key pose) and its share of the way."""

    posture: Array
    base: str
    start: int
    end: int
    share: float
    twin: bool = False

    @property
    def is_key(self) -> bool:
        """Whether this is a key pose itself."""
        return self.start == self.end


class Shown(NamedTuple):
    """How long a frame is shown, in seconds, by its place in `Movement.frames`."""

    frame: int
    seconds: float


@dataclass(frozen=True)
class Movement:
    """All different frames, key poses first, and one round of the cycle."""

    frames: tuple[Frame, ...]
    cycle: tuple[Shown, ...]


def eased(share: Array) -> Array:
    """Slow at both ends."""
    return share * share * (3 - 2 * share)


def legs(figure: Figure) -> list[tuple[int, int]]:
    """Ways between neighbors of the cycle, each way once whichever direction it is taken."""
    steps = [step.pose for step in figure.cycle]
    found: list[tuple[int, int]] = []
    ends = steps[1:] if figure.alternates else [*steps[1:], steps[0]]
    for one, two in zip(steps, ends, strict=False):
        if one != two and (one, two) not in found and (two, one) not in found:
            found.append((one, two))
    return found


def _between_task(figure: Figure, start: Pose, end: Pose, wanted: Array, posture: Array) -> Task:
    give = np.array([FREE_MOVE if name in ROOT_MOVES else FREE_ANGLE for name in COORDINATES])
    return replace(
        task_of(figure, end, shared_pins(figure, end, start, posture)),
        contacts=tuple(one for one in end.contacts if one in start.contacts),
        reaches=tuple(one for one in end.reaches if one in start.reaches),
        wanted=wanted,
        give=give,
    )


def between(
    figure: Figure, postures: Sequence[Array], start: int, end: int, count: int, rows: Rows = None
) -> list[Frame]:
    """`count` frames on the way from one key pose to another, solved unless the next `rows` give them."""
    first, last = figure.poses[start], figure.poses[end]
    found = []
    for share in eased(np.arange(1, count + 1) / (count + 1)).tolist():
        wanted = postures[start] + share * (postures[end] - postures[start])
        if rows is None:
            posture = steady(best(_between_task(figure, first, last, wanted, postures[start]), wanted))
        else:
            posture = next(rows)
        found.append(Frame(posture, first.base, start, end, share))
    return found


def _per_leg(figure: Figure, ways: list[tuple[int, int]]) -> int:
    halves = 2 if figure.alternates else 1
    keys = len({pose for way in ways for pose in way}) * halves
    joints = halves if figure.alternates else 0
    return max(1, min(MOST_BETWEEN, (MOST_FRAMES - keys) // (len(ways) * halves + joints)))


def _is_moving(figure: Figure) -> bool:
    return len(figure.poses) > 1 and len({pose.base for pose in figure.poses}) == 1 and len(figure.cycle) > 1


def move(figure: Figure, solved: Sequence[Array] | None = None) -> Movement:
    """All frames of a figure and their order; a figure that lies still, or changes its base, has its key poses only.

    Args:
        figure: the pose file.
        solved: postures solved before, in the order of the frames; nothing is solved then.
    """
    keys = solve(figure) if solved is None else tuple(solved[: len(figure.poses)])
    rows = None if solved is None else iter(solved[len(figure.poses) :])
    frames = [Frame(key, pose.base, n, n, 0.0) for n, (key, pose) in enumerate(zip(keys, figure.poses, strict=True))]
    if not _is_moving(figure):
        return Movement(tuple(frames), ())
    ways = legs(figure)
    count = _per_leg(figure, ways)
    for start, end in ways:
        frames += between(figure, keys, start, end, count, rows)
    return _alternating(figure, frames, count, rows) if figure.alternates else _round(figure, frames)


def _way(frames: list[Frame], start: int, end: int) -> list[int]:
    """Places of the frames from one key pose to the next, in the order they are passed."""
    forward = [n for n, one in enumerate(frames) if not one.is_key and (one.start, one.end) == (start, end)]
    backward = [n for n, one in enumerate(frames) if not one.is_key and (one.start, one.end) == (end, start)]
    return forward or backward[::-1]


def _passed(frames: list[Frame], steps: list[tuple[Step, int, float]]) -> tuple[Shown, ...]:
    """What is shown, for each step with the pose that follows and the seconds to get there."""
    shown = []
    for step, following, seconds in steps:
        way = _way(frames, step.pose, following)
        tick = seconds / (len(way) + 1)
        shown += [Shown(step.pose, step.hold + tick), *(Shown(number, tick) for number in way)]
    return tuple(shown)


def _round(figure: Figure, frames: list[Frame]) -> Movement:
    after = [*figure.cycle[1:], figure.cycle[0]]
    steps = [(step, following.pose, following.move) for step, following in zip(figure.cycle, after, strict=True)]
    return Movement(tuple(frames), _passed(frames, steps))


def _alternating(figure: Figure, frames: list[Frame], count: int, rows: Rows) -> Movement:
    """The half cycle, the way into its mirror image, and the mirrored half."""
    first, last, twin = figure.cycle[0], figure.cycle[-1], len(figure.poses)
    keys = tuple(frame.posture for frame in frames if frame.is_key)
    whole = replace(figure, poses=(*figure.poses, mirrored_pose(figure.poses[first.pose])))
    frames = [
        *frames,
        *between(whole, (*keys, mirrored(keys[first.pose], frames[first.pose].base)), last.pose, twin, count, rows),
    ]
    steps = [(step, after.pose, after.move) for step, after in zip(figure.cycle, figure.cycle[1:], strict=False)]
    half = _passed(frames, [*steps, (last, twin, first.move)])
    others = [
        one._replace(posture=mirrored(one.posture, one.base), base=mirrored_base(one.base), twin=True) for one in frames
    ]
    return Movement((*frames, *others), (*half, *(Shown(one.frame + len(frames), one.seconds) for one in half)))


def _other_side(name: str) -> str:
    return name[:-1] + {"R": "L", "L": "R"}[name[-1]] if name[-2:] in ("_R", "_L") else name


def mirrored_pose(pose: Pose) -> Pose:
    """What the mirrored posture touches: the same with left and right exchanged."""
    contacts = tuple(replace(one, region=_other_side(one.region)) for one in pose.contacts)
    reaches = tuple(
        Reach(_other_side(one.landmark), _other_side(one.target)) for one in pose.reaches if isinstance(one.target, str)
    )
    return replace(pose, contacts=contacts, reaches=reaches)
