"""Checks of every frame of a movement: joints, contacts, room, self-overlap, authored angles, smoothness, symmetry.

The thresholds are those of the figure criteria: what a viewer cannot see may pass, what a physical therapist would notice may not.
"""

from collections.abc import Iterator

import numpy as np

from backstride.figures.body.capsules import PAIRS, overlaps
from backstride.figures.body.landmarks import region_sections
from backstride.figures.body.skeleton import (
    COORDINATES,
    INDEX,
    JOINTS,
    LIMITS,
    ORDER,
    PLACES,
    Array,
    mirror,
    mirrored,
    mirrored_base,
    place,
)
from backstride.figures.body.surface import sections
from backstride.figures.checking.finding import Finding
from backstride.figures.posing.figure import Contact, Figure, Pose
from backstride.figures.posing.movement import Frame, Movement, mirrored_pose
from backstride.figures.posing.residuals import (
    THIN,
    block_depth,
    contact_gaps,
    distance,
    limit_excess,
    reach_offset,
    task_of,
)
from backstride.figures.props.prop import Plane

LIMIT = 0.5
GAP, SLIDE, SUNK, OVERLAP, MISSED = 0.008, 0.003, 0.015, 0.030, 0.020
AUTHORED = 10.0
JOLT = 14.0
BONE, MIRROR = 1e-6, 1e-6
ROOT = 3
RESTS = 0.004


def findings(figure: Figure, movement: Movement) -> list[Finding]:
    """Everything wrong in any frame of a figure's movement, in the order of its frames."""
    found = [one for number, frame in enumerate(movement.frames) for one in _frame(figure, movement, number, frame)]
    return [*found, *_jolts(figure, movement)]


def ends(figure: Figure, frame: Frame) -> tuple[Pose, Pose]:
    """The two key poses a frame lies between, on the side the frame shows."""
    poses = (*figure.poses, mirrored_pose(figure.poses[figure.cycle[0].pose]))
    start, end = poses[frame.start], poses[frame.end]
    return (mirrored_pose(start), mirrored_pose(end)) if frame.twin else (start, end)


def _frame(figure: Figure, movement: Movement, number: int, frame: Frame) -> Iterator[Finding]:
    start, end = ends(figure, frame)
    name = start.name if frame.is_key else f"{start.name} to {end.name}"
    shared = tuple(one for one in end.contacts if one in start.contacts)
    told = [
        *_joints(frame.posture),
        *_bones(figure, frame),
        *_symmetry(figure, frame),
        *_touches(figure, frame, end, shared),
        *_reaches(figure, frame, start, end),
        *_room(figure, frame),
        *_overlaps(figure, frame),
        *(_authored(end, frame.posture) if frame.is_key and not frame.twin else ()),
        *(() if figure.travels else _slides(figure, movement, frame, shared)),
    ]
    for part, says in told:
        yield Finding(figure.id, name, number, part, says)


Told = Iterator[tuple[str, str]]


def _joints(posture: Array) -> Told:
    for name, excess in zip(LIMITS, limit_excess(posture[None])[0].tolist(), strict=True):
        if abs(excess) > LIMIT:
            yield name, f"{excess:+.1f} degrees beyond its limit"


def _bones(figure: Figure, frame: Frame) -> Told:
    places = place(frame.posture[None], frame.base, figure.body).places[0]
    for number, joint in enumerate(JOINTS[1:], 1):
        parent = ORDER[str(joint.parent)]
        change = np.linalg.norm(places[number] - places[parent]) - np.linalg.norm(PLACES[number] - PLACES[parent])
        if abs(change) > BONE:
            yield joint.name, f"its bone is {change * 1e6:+.1f} micrometers longer than at rest"


def _symmetry(figure: Figure, frame: Frame) -> Told:
    twin = place(mirrored(frame.posture, frame.base)[None], mirrored_base(frame.base), figure.body)
    here = sections(place(frame.posture[None], frame.base, figure.body), THIN)[0].mean(axis=1)
    there = sections(twin, THIN)[0].mean(axis=1) * mirror(frame.base)
    apart = np.abs(np.sort(here, axis=0) - np.sort(there, axis=0)).max()
    if apart > MIRROR:
        yield "mirror image", f"left and right differ by {apart * 1000:.3f} mm"


def _touches(figure: Figure, frame: Frame, end: Pose, shared: tuple[Contact, ...]) -> Told:
    contacts = end.contacts if frame.is_key else shared
    skin = sections(place(frame.posture[None], frame.base, figure.body), THIN)
    for contact in contacts:
        one = task_of(figure, Pose(end.name, end.says, frame.base, {}, (contact,)))
        for gap in contact_gaps(one, skin):
            if abs(float(gap[0])) > GAP:
                yield f"{contact.region}@{contact.plane}", f"contact gap {float(gap[0]) * 1000:+.0f} mm"


def _reaches(figure: Figure, frame: Frame, start: Pose, end: Pose) -> Told:
    """In a key pose all that it reaches for; in between what both ends reach for."""
    frames = place(frame.posture[None], frame.base, figure.body)
    for reach in end.reaches:
        miss = float(np.linalg.norm(reach_offset(reach, frames)[0]))
        if miss > MISSED and reach in start.reaches:
            yield reach.landmark, f"misses {reach.target} by {miss * 1000:.0f} mm"


def _room(figure: Figure, frame: Frame) -> Told:
    skin = sections(place(frame.posture[None], frame.base, figure.body), THIN)[0].reshape(-1, 3)
    lowest = -float(skin[:, 2].min())
    if lowest > SUNK:
        yield "floor", f"the body is {lowest * 1000:.0f} mm below it"
    for block in task_of(figure, figure.poses[0]).blocks:
        depth = float(block_depth(skin, block).max())
        if depth > SUNK:
            yield "prop", f"the body is {depth * 1000:.0f} mm inside the block from {block[0]}, {block[1]}, {block[2]}"


def _overlaps(figure: Figure, frame: Frame) -> Told:
    depths = overlaps(place(frame.posture[None], frame.base, figure.body))[0]
    deepest: dict[tuple[str, str], float] = {}
    for pair, depth in zip(PAIRS, depths.tolist(), strict=True):
        deepest[pair] = max(depth, deepest.get(pair, 0.0))
    for pair, depth in deepest.items():
        if depth > OVERLAP and not _is_pressed(figure, pair, frame.twin):
            yield " and ".join(pair), f"{depth * 1000:.0f} mm inside each other"


def _is_pressed(figure: Figure, pair: tuple[str, str], twin: bool) -> bool:
    other = tuple(name.translate(str.maketrans("RL", "LR")) if name[-2:] in ("_R", "_L") else name for name in pair)
    return pair in figure.overlaps or (twin and (min(other), max(other)) in figure.overlaps)


def _authored(pose: Pose, posture: Array) -> Told:
    for name, value in pose.angles.items():
        off = float(posture[INDEX[name]]) - value
        if abs(off) > AUTHORED and name not in pose.soft:
            yield name, f"is {off:+.0f} degrees from the authored {value:.0f}"


def _slides(figure: Figure, movement: Movement, frame: Frame, shared: tuple[Contact, ...]) -> Told:
    """How far skin that rests on a plane has moved along it since the key pose the frame comes from."""
    if frame.is_key or frame.twin:
        return
    before = next(one for one in movement.frames if one.is_key and one.start == frame.start)
    was, now = (sections(place(one.posture[None], one.base, figure.body))[0] for one in (before, frame))
    planes = task_of(figure, figure.poses[0]).planes
    for contact in (one for one in shared if one.region not in figure.slides):
        slide = _slid(contact, planes[contact.plane], was, now)
        if slide > SLIDE:
            yield f"{contact.region}@{contact.plane}", f"slides {slide * 1000:.1f} mm"


def _slid(contact: Contact, plane: Plane, was: Array, now: Array) -> float:
    """Median way along the plane of the skin that rests on it both times; a part that rolls takes up new skin."""
    group = np.concatenate(region_sections(contact.region))
    first, second = was[group].reshape(-1, 3), now[group].reshape(-1, 3)
    heights = [distance(points, plane) for points in (first, second)]
    rests = np.logical_and.reduce([height < height.min() + RESTS for height in heights])
    if not rests.any():
        return 0.0
    moved = second[rests] - first[rests]
    moved[:, plane.axis] = 0.0
    return float(np.median(np.linalg.norm(moved, axis=1)))


def _jolts(figure: Figure, movement: Movement) -> list[Finding]:
    """Angles that leave the even way between two key poses in a jerk."""
    found = []
    keys = {frame.start: frame.posture for frame in movement.frames if frame.is_key and not frame.twin}
    ways: dict[tuple[int, int], list[tuple[int, Frame]]] = {}
    for number, frame in enumerate(movement.frames):
        if not frame.is_key and not frame.twin and frame.end in keys:
            ways.setdefault((frame.start, frame.end), []).append((number, frame))
    for (start, end), passed in ways.items():
        off = [one.posture - (keys[start] + one.share * (keys[end] - keys[start])) for _, one in passed]
        jerk = np.diff(np.stack((np.zeros_like(off[0]), *off, np.zeros_like(off[0]))), n=2, axis=0)[:, ROOT:]
        row, column = np.unravel_index(int(np.abs(jerk).argmax()), jerk.shape)
        if abs(jerk[row, column]) > JOLT:
            name = f"{figure.poses[start].name} to {figure.poses[end].name}"
            part, number = COORDINATES[ROOT + int(column)], passed[int(row)][0]
            found.append(Finding(figure.id, name, number, part, f"a jolt of {jerk[row, column]:+.0f} degrees"))
    return found
