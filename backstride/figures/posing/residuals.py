"""What a posture should satisfy, as misses in units of their tolerance: angles, contacts, reaches, limits, room."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from backstride.figures.body.capsules import PAIRS, overlaps
from backstride.figures.body.landmarks import REGIONS, facing, region_sections, where
from backstride.figures.body.skeleton import COORDINATES, INDEX, LIMITS, Array, Frames, place, relaxed
from backstride.figures.body.surface import Whole, sections
from backstride.figures.posing.figure import Contact, Figure, Pose, Reach
from backstride.figures.props import catalogue
from backstride.figures.props.prop import Box, Plane

AUTHORED, AUTHORED_TRUNK, SOFT = 5.0, 2.0, 28.0
CONTACT, PIN, REACH, FACING, DEPTH, OVERLAP, LIMIT = 0.002, 0.003, 0.006, 0.35, 0.003, 0.010, 0.5
ALLOWED_DEPTH, ALLOWED_OVERLAP = 0.011, 0.015
THIN, THINNER = 4, 8
RESTS = 0.004
TRUNK = ("lumbar", "thoracic", "neck", "pelvis")
FACED = ("palm", "grip", "hand_back")


class Pin(NamedTuple):
    """Skin that rests on a plane and stays where it is: numbers of its points, where their middle lies, the free axis."""

    points: Whole
    spot: Array
    axis: int


Pins = tuple[Pin, ...]


@dataclass(frozen=True)
class Task:
    """Everything one posture has to satisfy; `give` is one sigma of every coordinate (degrees, meters)."""

    base: str
    body: str
    contacts: tuple[Contact, ...]
    reaches: tuple[Reach, ...]
    planes: dict[str, Plane]
    blocks: tuple[Box, ...]
    wanted: Array
    give: Array
    pressed: Array
    pins: Pins = ()


def targets(pose: Pose) -> tuple[Array, Array]:
    """Wanted coordinates of a key pose and how firmly each is wanted."""
    wanted, give = relaxed(), np.full(len(COORDINATES), 0.6)
    for name, limit in LIMITS.items():
        give[INDEX[name]] = limit.give
    for name, value in pose.angles.items():
        trunk = name.split(".")[0] in TRUNK
        wanted[INDEX[name]] = value
        give[INDEX[name]] = SOFT if name in pose.soft else AUTHORED_TRUNK if trunk else AUTHORED
    wanted[INDEX["root.x"]], wanted[INDEX["root.y"]] = pose.at
    give[INDEX["root.y"]] = 0.05
    return wanted, give


def pressed_pairs(figure: Figure) -> Array:
    """Which pairs of `capsules.PAIRS` the figure lets press into each other, as 0 and 1."""
    return np.array([float(pair in figure.overlaps) for pair in PAIRS])


def task_of(figure: Figure, pose: Pose, pinned: Pins = ()) -> Task:
    """The task of one key pose."""
    wanted, give = targets(pose)
    return Task(
        base=pose.base,
        body=figure.body,
        contacts=pose.contacts,
        reaches=pose.reaches,
        planes=catalogue.planes(figure.props),
        blocks=catalogue.blocks(figure.props),
        wanted=wanted,
        give=give,
        pressed=pressed_pairs(figure),
        pins=pinned,
    )


def distance(points: Array, plane: Plane) -> Array:
    """Signed distance of points from a plane, positive on its free side (meters)."""
    return plane.sign * (points[..., plane.axis] - plane.value)


def contact_gaps(task: Task, skin: Array) -> list[Array]:
    """For each group of each contact: height of its lowest point above where it should lie (meters)."""
    found = []
    for contact in task.contacts:
        for group in region_sections(contact.region):
            gap = distance(skin[:, group], task.planes[contact.plane]).min(axis=(1, 2))
            found.append(gap + REGIONS[contact.region].sink)
    return found


def pins(contacts: Iterable[Contact], planes: dict[str, Plane], skin: Array) -> Pins:
    """Pins where the lowest skin of every group of some contacts lies now; `skin` is of one posture."""
    found = []
    for contact in contacts:
        plane = planes[contact.plane]
        for group in region_sections(contact.region):
            heights = distance(skin[0, group], plane)
            rows, columns = np.nonzero(heights < heights.min() + RESTS)
            points = group[rows] * skin.shape[2] + columns
            found.append(Pin(points, skin[0].reshape(-1, 3)[points].mean(axis=0), plane.axis))
    return tuple(found)


def _pin_misses(task: Task, skin: Array) -> list[Array]:
    found = []
    flat = skin.reshape(len(skin), -1, 3)
    for pin in task.pins:
        offset = (flat[:, pin.points].mean(axis=1) - pin.spot) / PIN
        found += [offset[:, axis] for axis in range(3) if axis != pin.axis]
    return found


def reach_offset(reach: Reach, frames: Frames) -> Array:
    """From the target of a reach to its landmark: (batch, 3), meters."""
    fixed = not isinstance(reach.target, str)
    goal = np.array(reach.target) if fixed else where(frames, str(reach.target))
    return np.asarray(where(frames, reach.landmark) - goal)


def _reach_misses(task: Task, frames: Frames) -> list[Array]:
    found = []
    for reach in task.reaches:
        found += list((reach_offset(reach, frames) / REACH).T)
        if isinstance(reach.target, str) and reach.landmark.startswith(FACED):
            found += list(((facing(frames, reach.landmark) + facing(frames, reach.target)) / FACING).T)
    return found


_LOW = np.array([limit.low for limit in LIMITS.values()])
_HIGH = np.array([limit.high for limit in LIMITS.values()])


def limit_excess(postures: Array) -> Array:
    """Degrees beyond the range of each joint angle, negative below it: (batch, angle)."""
    angles = postures[:, 3:]
    return np.maximum(angles - _HIGH, 0.0) + np.minimum(angles - _LOW, 0.0)


def block_depth(points: Array, block: Box) -> Array:
    """How deep points lie inside a box (meters), zero outside."""
    inside = [np.minimum(points[..., axis] - low, high - points[..., axis]) for axis, (low, high) in enumerate(block)]
    return np.maximum(np.minimum.reduce(inside), 0.0)


def _room_misses(task: Task, frames: Frames, skin: Array) -> list[Array]:
    below = np.minimum(skin[..., 2].min(axis=2) + ALLOWED_DEPTH, 0.0)
    found = list((below / DEPTH).T)
    thin = skin[:, :, :: THINNER // THIN]
    for block in task.blocks:
        depth = block_depth(thin, block).max(axis=2)
        found += list((np.maximum(depth - ALLOWED_DEPTH, 0.0) / DEPTH).T)
    deep = np.maximum(overlaps(frames) - ALLOWED_OVERLAP, 0.0) * (1 - task.pressed)
    return [*found, *(deep / OVERLAP).T]


def misses(task: Task, postures: Array) -> Array:
    """All misses of a batch of postures: (batch, miss)."""
    frames = place(postures, task.base, task.body)
    skin = sections(frames, THIN)
    columns = [
        *((postures - task.wanted) / task.give).T,
        *(gap / CONTACT for gap in contact_gaps(task, skin)),
        *_pin_misses(task, skin),
        *_reach_misses(task, frames),
        *(limit_excess(postures) / LIMIT).T,
        *_room_misses(task, frames, skin),
    ]
    return np.stack(columns, axis=1)
