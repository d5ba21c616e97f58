"""Named points and regions of the body that poses speak about: what touches, what a hand reaches for."""

from dataclasses import dataclass
from functools import cache

import numpy as np

from backstride.figures.body.shape import LOFTS
from backstride.figures.body.skeleton import ORDER, PLACES, SIDES, Array, Frames
from backstride.figures.body.surface import Whole, section_lofts


@dataclass(frozen=True)
class Landmark:
    """A point of the standing body (meters) carried by a joint, and the direction in which the skin faces there."""

    joint: str
    point: tuple[float, float, float]
    normal: tuple[float, float, float]


@dataclass(frozen=True)
class Region:
    """Groups of sections; in contact, the lowest point of every group lies on the plane, `sink` meters deep."""

    groups: tuple[tuple[tuple[str, int, int], ...], ...]
    sink: float = 0.004


MIDDLE: dict[str, Landmark] = {
    "occiput": Landmark("neck2", (-0.115, 0.0, 1.635), (-1, 0, 0)),
    "forehead": Landmark("neck2", (0.098, 0.0, 1.655), (1, 0, 0)),
    "chin": Landmark("neck2", (0.095, 0.0, 1.500), (0, 0, -1)),
    "mid_back": Landmark("thoracic3", (-0.118, 0.0, 1.31), (-1, 0, 0)),
    "sacrum": Landmark("pelvis", (-0.112, 0.0, 0.965), (-1, 0, 0)),
    "neck_back": Landmark("neck1", (-0.125, 0.0, 1.500), (-1, 0, 0)),
    "low_back": Landmark("lumbar2", (-0.130, 0.0, 1.050), (-1, 0, 0)),
    "stick_high": Landmark("neck2", (-0.146, 0.0, 1.630), (-1, 0, 0)),
    "stick_low": Landmark("pelvis", (-0.146, 0.0, 0.900), (-1, 0, 0)),
    "belly": Landmark("lumbar2", (0.108, 0.0, 1.06), (1, 0, 0)),
}
RIGHT: dict[str, Landmark] = {
    "palm": Landmark("wrist_R", (0.004, -0.178, 0.785), (1, 0, 0)),
    "grip": Landmark("fingers_R", (0.020, -0.178, 0.740), (1, 0, 0)),
    "hand_back": Landmark("wrist_R", (-0.028, -0.178, 0.785), (-1, 0, 0)),
    "fingertips": Landmark("fingertips_R", (-0.013, -0.178, 0.662), (0, 0, -1)),
    "elbow": Landmark("elbow_R", (-0.050, -0.178, 1.095), (-1, 0, 0)),
    "shoulder": Landmark("thoracic3", (-0.015, -0.178, 1.43), (0, 0, 1)),
    "shoulder_front": Landmark("thoracic3", (0.06, -0.14, 1.37), (1, 0, 0)),
    "hip_side": Landmark("pelvis", (-0.01, -0.165, 1.00), (0, -1, 0)),
    "hip_back": Landmark("pelvis", (-0.088, -0.085, 1.02), (-0.9, -0.45, 0)),
    "belly_side": Landmark("pelvis", (0.095, -0.07, 1.02), (0.9, -0.45, 0)),
    "thigh_top": Landmark("hip_R", (0.085, -0.088, 0.66), (1, 0, 0)),
    "thigh_low": Landmark("hip_R", (0.066, -0.088, 0.57), (1, 0, 0)),
    "thigh_back": Landmark("hip_R", (-0.068, -0.088, 0.60), (-1, 0, 0)),
    "thigh_back_in": Landmark("hip_R", (-0.060, -0.055, 0.60), (-0.8, 0.6, 0)),
    "thigh_back_out": Landmark("hip_R", (-0.060, -0.121, 0.60), (-0.8, -0.6, 0)),
    "thigh_out": Landmark("hip_R", (0.0, -0.160, 0.66), (0, -1, 0)),
    "knee_front": Landmark("hip_R", (0.058, -0.088, 0.480), (1, 0, -0.3)),
    "ear": Landmark("neck2", (0.0, -0.088, 1.60), (0, -1, 0)),
    "knee_out": Landmark("hip_R", (0.0, -0.142, 0.50), (0, -1, 0)),
    "shin_top": Landmark("knee_R", (0.048, -0.088, 0.42), (1, 0, 0)),
    "shin_top_in": Landmark("knee_R", (0.040, -0.060, 0.41), (0.8, 0.6, 0)),
    "shin_top_out": Landmark("knee_R", (0.040, -0.116, 0.41), (0.8, -0.6, 0)),
    "shin_low": Landmark("knee_R", (0.036, -0.088, 0.19), (1, 0, 0)),
    "ankle": Landmark("ankle_R", (0.0, -0.088, 0.09), (1, 0, 0)),
    "ankle_out": Landmark("knee_R", (0.0, -0.122, 0.10), (0, -1, 0)),
    "heel_in": Landmark("ankle_R", (-0.010, -0.054, 0.030), (0, 1, 0)),
    "knee_in": Landmark("hip_R", (0.0, -0.036, 0.490), (0, 1, 0)),
    "heel": Landmark("ankle_R", (-0.06, -0.088, 0.01), (0, 0, -1)),
    "sole": Landmark("ankle_R", (0.075, -0.088, 0.0), (0, 0, -1)),
    "toe": Landmark("toes_R", (0.19, -0.088, 0.02), (1, 0, 0)),
}


def _mirror(mark: Landmark) -> Landmark:
    (x, y, z), (a, b, c) = mark.point, mark.normal
    return Landmark(mark.joint.replace("_R", "_L"), (x, -y, z), (a, -b, c))


LANDMARKS: dict[str, Landmark] = (
    MIDDLE
    | {f"{name}_R": mark for name, mark in RIGHT.items()}
    | {f"{name}_L": _mirror(mark) for name, mark in RIGHT.items()}
)

# loft, first section, last section
MIDDLE_REGIONS: dict[str, Region] = {
    "head": Region(((("hair", 0, 12), ("head", 0, 12)),)),
    "upper_back": Region(((("trunk", 9, 13),),), 0.010),
    "chest": Region(((("trunk", 8, 13),),), 0.010),
    "belly": Region(((("trunk", 3, 7),),), 0.012),
    "pelvis": Region(((("trunk", 1, 5), ("leg_R", 1, 4)), (("trunk", 1, 5), ("leg_L", 1, 4))), 0.014),
}
RIGHT_REGIONS: dict[str, Region] = {
    "foot": Region(((("shoe_R", 0, 3),), (("shoe_R", 7, 9),)), 0.002),
    "heel": Region(((("shoe_R", 0, 4),),), 0.002),
    "ball": Region(((("shoe_R", 6, 12),),), 0.002),
    "toes": Region(((("shoe_R", 9, 12),),), 0.002),
    "knee": Region(((("leg_R", 9, 13),),), 0.004),
    "shin": Region(((("leg_R", 10, 13),), (("shoe_R", 4, 12),)), 0.004),
    "calf": Region(((("leg_R", 13, 15),), (("leg_R", 17, 20),)), 0.008),
    "buttock": Region(((("leg_R", 1, 5),),), 0.020),
    "thigh": Region(((("leg_R", 5, 8),),), 0.010),
    "hip_side": Region(((("leg_R", 2, 5), ("trunk", 2, 4)),), 0.014),
    "leg": Region(((("leg_R", 8, 12),), (("shoe_R", 0, 12),)), 0.006),
    "hand": Region(((("hand_R", 2, 3),), (("hand_R", 5, 9),)), 0.002),
    "forearm": Region(((("arm_R", 8, 10),), (("arm_R", 14, 16), ("hand_R", 2, 8))), 0.003),
    "arm": Region(((("arm_R", 4, 9),),), 0.004),
    "elbow": Region(((("arm_R", 8, 11),),), 0.003),
    "shoulder": Region(((("arm_R", 1, 6),),), 0.012),
}


def _sided(region: Region, side: str) -> Region:
    groups = tuple(
        tuple((loft.replace("_R", f"_{side}"), low, high) for loft, low, high in group) for group in region.groups
    )
    return Region(groups, region.sink)


REGIONS: dict[str, Region] = MIDDLE_REGIONS | {
    f"{name}_{side}": _sided(region, side) for name, region in RIGHT_REGIONS.items() for side in SIDES
}


@cache
def region_sections(name: str) -> tuple[Whole, ...]:
    """Section numbers of each group of a region."""
    owner = section_lofts()
    starts = {loft.name: int(np.flatnonzero(owner == number)[0]) for number, loft in enumerate(LOFTS)}
    return tuple(
        np.concatenate([np.arange(starts[loft] + low, starts[loft] + high + 1) for loft, low, high in group])
        for group in REGIONS[name].groups
    )


def where(frames: Frames, name: str) -> Array:
    """World place of a landmark in every posture: (batch, 3)."""
    mark = LANDMARKS[name]
    joint = ORDER[mark.joint]
    offset = np.array(mark.point) - PLACES[joint]
    return np.asarray(frames.places[:, joint] + frames.turns[:, joint] @ offset)


def facing(frames: Frames, name: str) -> Array:
    """World direction of the skin at a landmark in every posture: (batch, 3), unit length."""
    mark = LANDMARKS[name]
    normal = np.array(mark.normal, dtype=float)
    return np.asarray(frames.turns[:, ORDER[mark.joint]] @ (normal / np.linalg.norm(normal)))
