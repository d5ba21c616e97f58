"""Named points and regions of the body that poses speak about: what touches, what a hand reaches for."""

from dataclasses import dataclass
from functools import cache

import numpy as np

from backstride.figures.body.lofts import LOFT_NUMBER, Slice, lofts
from backstride.figures.body.skeleton import JOINTS, ORDER, PLACES, SIDES, Array, Frames
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
    "breastbone": Landmark("thoracic3", (0.100, 0.0, 1.32), (1, 0, 0)),
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
    "heel_back": Landmark("ankle_R", (-0.068, -0.088, 0.035), (-1, 0, 0)),
    "foot_top": Landmark("ankle_R", (0.070, -0.088, 0.074), (0, 0, 1)),
    "foot_in": Landmark("ankle_R", (0.080, -0.050, 0.030), (0, 1, 0)),
    "foot_out": Landmark("ankle_R", (0.080, -0.130, 0.030), (0, -1, 0)),
    "ankle_in": Landmark("knee_R", (0.0, -0.057, 0.10), (0, 1, 0)),
    "calf_back": Landmark("knee_R", (-0.066, -0.088, 0.34), (-1, 0, 0)),
    "shin_out": Landmark("knee_R", (0.0, -0.140, 0.34), (0, -1, 0)),
    "thigh_in": Landmark("hip_R", (0.0, -0.018, 0.66), (0, 1, 0)),
    "thigh_low_out": Landmark("hip_R", (0.020, -0.143, 0.56), (0, -1, 0)),
    "buttock": Landmark("pelvis", (-0.125, -0.090, 0.88), (-1, 0, 0)),
    "ribs": Landmark("thoracic1", (0.0, -0.150, 1.21), (0, -1, 0)),
    "ribs_front": Landmark("thoracic2", (0.105, -0.080, 1.25), (1, 0, 0)),
    "arm_out": Landmark("shoulder_R", (-0.015, -0.222, 1.25), (0, -1, 0)),
    "forearm_top": Landmark("forearm_R", (-0.015, -0.178, 0.93), (1, 0, 0)),
    "wrist": Landmark("wrist_R", (-0.015, -0.178, 0.845), (1, 0, 0)),
    "head_side": Landmark("neck2", (-0.040, -0.088, 1.64), (0, -1, 0)),
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
    "buttock": Region(((("leg_R", 1, 5),),), 0.012),
    "thigh": Region(((("leg_R", 5, 8),),), 0.010),
    "hip_side": Region(((("leg_R", 2, 5), ("trunk", 2, 4)),), 0.014),
    "leg": Region(((("leg_R", 8, 12),), (("shoe_R", 0, 12),)), 0.006),
    "hand": Region(((("hand_R", 2, 3),), (("hand_R", 5, 9),)), 0.002),
    "forearm": Region(((("arm_R", 8, 10),), (("arm_R", 14, 16), ("hand_R", 2, 8))), 0.003),
    "arm": Region(((("arm_R", 4, 9),),), 0.004),
    "elbow": Region(((("arm_R", 8, 11),),), 0.003),
    "shoulder": Region(((("arm_R", 1, 6),),), 0.012),
    "side": Region(((("trunk", 7, 12),),), 0.012),
    "leg_side": Region(((("leg_R", 6, 10),), (("leg_R", 13, 19), ("shoe_R", 0, 5))), 0.006),
    "thigh_low": Region(((("leg_R", 7, 10),),), 0.006),
    "ankle": Region(((("leg_R", 18, 21), ("shoe_R", 0, 4)),), 0.003),
    "fist": Region(((("hand_R", 4, 9), ("thumb_R", 2, 5)),), 0.002),
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
    starts = {name: int(np.flatnonzero(owner == number)[0]) for name, number in LOFT_NUMBER.items()}
    return tuple(
        np.concatenate([np.arange(starts[loft] + low, starts[loft] + high + 1) for loft, low, high in group])
        for group in REGIONS[name].groups
    )


@cache
def _point(name: str, body: str) -> Array:
    """The landmark on the standing body, moved out with the skin where the body is fuller than the adult one."""
    mark = LANDMARKS[name]
    point = np.array(mark.point)
    near = (ORDER[mark.joint], *(ORDER[joint.name] for joint in JOINTS if joint.parent == mark.joint))
    slim, full = (
        [section for loft in lofts(who) for section in loft.slices if _rides(section, near)] for who in ("adult", body)
    )
    if not slim:
        return point
    number = min(range(len(slim)), key=lambda n: float(np.linalg.norm(np.array(slim[n].center) - point)))
    ahead = (point - np.array(slim[number].center)) * (1, 1, 0)
    length = float(np.linalg.norm(ahead))
    if length < 0.01:
        return point
    ahead = ahead / length
    return np.asarray(point + ahead * (_radius(full[number], ahead) - _radius(slim[number], ahead)))


def _rides(section: Slice, joints: tuple[int, ...]) -> bool:
    return section.upright and ORDER[section.first] in joints


def _radius(section: Slice, ahead: Array) -> float:
    """How far the skin of an upright section lies from its center in a horizontal direction."""
    deep = section.front if ahead[0] > 0 else section.back
    return float(1 / np.hypot(ahead[0] / deep, ahead[1] / section.wide))


def where(frames: Frames, name: str) -> Array:
    """World place of a landmark in every posture: (batch, 3)."""
    joint = ORDER[LANDMARKS[name].joint]
    offset = _point(name, frames.body) - PLACES[joint]
    return np.asarray(frames.places[:, joint] + frames.turns[:, joint] @ offset)


def facing(frames: Frames, name: str) -> Array:
    """World direction of the skin at a landmark in every posture: (batch, 3), unit length."""
    mark = LANDMARKS[name]
    normal = np.array(mark.normal, dtype=float)
    return np.asarray(frames.turns[:, ORDER[mark.joint]] @ (normal / np.linalg.norm(normal)))
