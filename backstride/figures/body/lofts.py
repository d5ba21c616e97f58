"""The skin of each body as lofts: sections that follow the joints, built from the tables of `shape`."""

from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from backstride.figures.body.shape import ARM, EAR, FULLER, HAND, HEAD, LEG, NECK, NOSE, SHOE, THUMB, TRUNK, Row
from backstride.figures.body.skeleton import LUMBAR_HEIGHTS, NECK_PLACES, THORACIC_HEIGHTS

BODIES = ("adult", "older")


@dataclass(frozen=True)
class Slice:
    """One closed section: center, half width, extent to the front and to the back, and the two joints it follows."""

    center: tuple[float, float, float]
    wide: float
    front: float
    back: float
    first: str
    second: str
    share: float
    upright: bool = True
    square: float = 2.0


@dataclass(frozen=True)
class Loft:
    """A skin over consecutive slices; `name` carries the side, `level` of a slice is its place in the list."""

    name: str
    slices: tuple[Slice, ...]


SPINE_CHAIN = ("pelvis", *(f"lumbar{n}" for n in (1, 2, 3)), *(f"thoracic{n}" for n in (1, 2, 3)), "neck1", "neck2")
SPINE_STARTS = (0.90, *LUMBAR_HEIGHTS, *THORACIC_HEIGHTS, *(height for _, height in NECK_PLACES), 1.56)
SHOULDER = (-0.015, -0.178, 1.385)
WRIST = (-0.015, -0.178, 0.845)
HIP = (0.0, -0.088, 0.900)
ANKLE_X, ANKLE_Y = -0.005, -0.088
HAIR_SWELL = 1.075


def _spine_blend(height: float) -> tuple[str, str, float]:
    middles = [(low + high) / 2 for low, high in zip(SPINE_STARTS, SPINE_STARTS[1:], strict=False)]
    for number, (low, high) in enumerate(zip(middles, middles[1:], strict=False)):
        if height < high:
            share = max(0.0, (height - low) / (high - low))
            return SPINE_CHAIN[number], SPINE_CHAIN[number + 1], share
    return SPINE_CHAIN[-1], SPINE_CHAIN[-1], 0.0


def _blend(chain: tuple[str, ...], position: float) -> tuple[str, str, float]:
    start = min(int(position), len(chain) - 2)
    return chain[start], chain[start + 1], position - start


def _spine_loft(name: str, rows: tuple[Row, ...], square: float) -> Loft:
    return Loft(
        name,
        tuple(Slice((x, 0.0, z), w, f, b, *_spine_blend(z), square=square) for z, x, w, f, b in rows),
    )


def _head_loft(name: str, rows: tuple[Row, ...], y: float = 0.0, swell: float = 1.0) -> Loft:
    return Loft(
        name,
        tuple(
            Slice((x, y, 1.6 + (z - 1.6) * swell), w * swell, f * swell, b * swell, "neck2", "neck2", 0.0)
            for z, x, w, f, b in rows
        ),
    )


def _arm_loft(rows: tuple[Row, ...]) -> Loft:
    chain = ("shoulder_R", "elbow_R", "forearm_R", "wrist_R")
    x, y, z = SHOULDER
    return Loft("arm_R", tuple(Slice((x, y, z - down), w, f, b, *_blend(chain, j)) for down, w, f, b, j in rows))


def _hand_loft(name: str, rows: tuple[Row, ...], square: float) -> Loft:
    chain = ("wrist_R", "fingers_R", "fingertips_R")
    x, y, z = WRIST
    return Loft(
        name,
        tuple(
            Slice((x + 0.002, y - aside, z - down), w, f, b, *_blend(chain, j), square=square)
            for down, aside, w, f, b, j in rows
        ),
    )


def _leg_loft(rows: tuple[Row, ...]) -> Loft:
    chain = ("pelvis", "hip_R", "knee_R", "ankle_R")
    x, y, z = HIP
    return Loft(
        "leg_R",
        tuple(Slice((x, y - aside, z - down), w, f, b, *_blend(chain, j)) for down, aside, w, f, b, j in rows),
    )


def _shoe_loft(rows: tuple[Row, ...]) -> Loft:
    return Loft(
        "shoe_R",
        tuple(
            Slice(
                (ANKLE_X + ahead, ANKLE_Y - aside, height),
                w,
                up,
                down,
                "ankle_R",
                "toes_R",
                toes,
                upright=False,
                square=2.6,
            )
            for ahead, height, aside, w, up, down, toes in rows
        ),
    )


def _left(joint: str) -> str:
    return joint.replace("_R", "_L")


def _mirror_slice(section: Slice) -> Slice:
    x, y, z = section.center
    return replace(section, center=(x, -y, z), first=_left(section.first), second=_left(section.second))


def mirror(loft: Loft) -> Loft:
    """The left twin of a right limb."""
    return Loft(_left(loft.name), tuple(_mirror_slice(section) for section in loft.slices))


def _adult() -> tuple[Loft, ...]:
    right = (
        _arm_loft(ARM),
        _hand_loft("hand_R", HAND, 2.5),
        _hand_loft("thumb_R", THUMB, 2.0),
        _leg_loft(LEG),
        _shoe_loft(SHOE),
        _head_loft("ear_R", EAR, y=-0.073),
    )
    middle = (
        _spine_loft("trunk", TRUNK, 2.35),
        _spine_loft("neck", NECK, 2.0),
        _head_loft("head", HEAD),
        _head_loft("hair", HEAD, swell=HAIR_SWELL),
        _head_loft("nose", NOSE),
    )
    return (*middle, *right, *(mirror(loft) for loft in right))


def _fuller(loft: Loft) -> Loft:
    """The loft with what the older, fuller body adds."""
    rows = FULLER.get(loft.name.partition("_")[0])
    if rows is None:
        return loft
    at, *added = np.array(rows).T
    wide, front, back = (np.interp(np.arange(len(loft.slices)), at, values).tolist() for values in added)
    slices = zip(loft.slices, wide, front, back, strict=True)
    return Loft(
        loft.name,
        tuple(replace(one, wide=one.wide + w, front=one.front + f, back=one.back + b) for one, w, f, b in slices),
    )


@cache
def lofts(body: str) -> tuple[Loft, ...]:
    """All lofts of one of `BODIES`, in the same order with the same numbers of sections for each."""
    return _adult() if body == "adult" else tuple(_fuller(loft) for loft in _adult())


LOFT_NUMBER = {loft.name: number for number, loft in enumerate(lofts("adult"))}
