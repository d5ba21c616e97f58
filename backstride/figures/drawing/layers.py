"""Which pixels belong to which color, and where lines run, in one view of the body."""

from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter

from backstride.figures.body.lofts import LOFT_NUMBER
from backstride.figures.body.skeleton import Array
from backstride.figures.drawing.contour import Mask, hysteresis
from backstride.figures.drawing.raster import View, grown

Number = TypeVar("Number", bound=np.generic)

MATERIALS = ("skin", "shirt", "shorts", "shoe", "hair")
SLEEVE_LEVEL = 6.35
WAIST_LEVEL = 4.75
SHORTS_LEVEL = 7.25
FAR_APART = 0.055
NOT_NEAR = 0.034
DEPTH_STEP = 0.03
SLIDING_STEP = 0.040
SHOULDER_LEVEL = 3.1
BUTTOCK_LEVEL = 4.6
SHADE_BLUR = 5.0
FINGER_APART = 0.030


class Borders(NamedTuple):
    """Line pixels between neighbors: `beside` across columns, `below` across rows."""

    beside: Mask
    below: Mask


def number(name: str) -> int:
    """The place of a loft in the body."""
    return LOFT_NUMBER[name]


def belongs(view: View, *names: str) -> Mask:
    """Pixels that show one of the named lofts."""
    return np.isin(view.loft, [number(name) for name in names])


def materials(view: View) -> dict[str, Mask]:
    """The visible pixels of each material."""
    legs, arms = belongs(view, "leg_R", "leg_L"), belongs(view, "arm_R", "arm_L")
    trunk = belongs(view, "trunk")
    found = {
        "shirt": (trunk & (view.level >= WAIST_LEVEL)) | (arms & (view.level < SLEEVE_LEVEL)),
        "shorts": (trunk & (view.level < WAIST_LEVEL)) | (legs & (view.level < SHORTS_LEVEL)),
        "shoe": belongs(view, "shoe_R", "shoe_L"),
        "hair": belongs(view, "hair"),
    }
    found["skin"] = (view.loft >= 0) & ~np.logical_or.reduce(list(found.values()))
    return found


def limb_of(name: str) -> str:
    """The limb a loft is part of: arm_R, leg_L, ... or trunk."""
    part, _, side = name.partition("_")
    limb = {"arm": "arm", "hand": "arm", "thumb": "arm", "leg": "leg", "shoe": "leg"}.get(part)
    return f"{limb}_{side}" if limb else "trunk"


def limb_lofts(limb: str) -> tuple[str, ...]:
    """All lofts of one limb."""
    return tuple(name for name in LOFT_NUMBER if limb_of(name) == limb)


def _pairs(values: NDArray[Number], across: bool) -> tuple[NDArray[Number], NDArray[Number]]:
    return (values[:, :-1], values[:, 1:]) if across else (values[:-1], values[1:])


def _strength(view: View, across: bool) -> Array:
    """How clearly two neighbors show different places of the body; 1 is a sure line, below 0.62 surely none."""
    near, far = _pairs(view.rest, across)
    apart = np.linalg.norm(near - far, axis=-1)
    front, back = _pairs(view.depth, across)
    both = np.isfinite(front) & np.isfinite(back)
    step = np.where(both, np.abs(np.where(both, front, 0) - np.where(both, back, 0)), 0.0)
    strength = apart / FAR_APART
    strength = np.where((apart > NOT_NEAR) & (step > DEPTH_STEP), np.maximum(strength, 1.01), strength)
    strength = np.where(_sliding(view, across) & (step < SLIDING_STEP), 0.0, strength)
    strength = np.where(_details(view, across) & (apart > 0.004), np.maximum(strength, 1.01), strength)
    return np.where(both, strength, 0.0)


def _sliding(view: View, across: bool) -> Mask:
    """Where a limb's rounded end turns inside the trunk, at buttock and shoulder, which is not an edge of the body."""
    trunk = belongs(view, "trunk")
    seat = trunk & (view.level < BUTTOCK_LEVEL) & (view.rest[..., 0] < 0.0)
    hip = belongs(view, "leg_R", "leg_L") & (view.level < BUTTOCK_LEVEL) & (view.rest[..., 0] < 0.0)
    cap = belongs(view, "arm_R", "arm_L") & (view.level < SHOULDER_LEVEL)
    (seat_a, seat_b), (hip_a, hip_b) = _pairs(seat, across), _pairs(hip, across)
    (trunk_a, trunk_b), (cap_a, cap_b) = _pairs(trunk, across), _pairs(cap, across)
    return (seat_a & hip_b) | (seat_b & hip_a) | (hip_a & hip_b) | (trunk_a & cap_b) | (trunk_b & cap_a)


def _details(view: View, across: bool) -> Mask:
    """Ear borders and the gap between thumb and fingers, which are drawn though the skin is near."""
    first, second = _pairs(view.loft, across)
    ears = [number("ear_R"), number("ear_L")]
    ear = np.isin(first, ears) != np.isin(second, ears)
    thumbs, hands = [number("thumb_R"), number("thumb_L")], [number("hand_R"), number("hand_L")]
    grip = (np.isin(first, thumbs) & np.isin(second, hands)) | (np.isin(second, thumbs) & np.isin(first, hands))
    near, far = _pairs(view.rest, across)
    return ear | (grip & (np.linalg.norm(near - far, axis=-1) > FINGER_APART))


def inner_borders(view: View) -> Borders:
    """Lines inside the silhouette: one part of the body in front of another."""
    return Borders(
        hysteresis(_strength(view, True), 0.62, 1.0, (1, 0)),
        hysteresis(_strength(view, False), 0.62, 1.0, (0, 1)),
    )


def outer_borders(body: Mask, hidden: Mask) -> tuple[Borders, Borders]:
    """Borders of the body with what is behind it, and with a prop that stands before it."""
    edges = []
    for across in (True, False):
        (here, there), (veiled, also) = _pairs(body, across), _pairs(hidden, across)
        edge = here != there
        edges.append((edge & ~(veiled | also), edge & (veiled | also)))
    (beside, cut_beside), (below, cut_below) = edges
    return Borders(beside, below), Borders(cut_beside, cut_below)


def hem_borders(view: View, inner: Borders) -> Borders:
    """Lines where clothes, hair or shoes end on the same part of the body."""
    code = np.full(view.loft.shape, -1)
    for place, mask in enumerate(materials(view).values()):
        code[mask] = place
    beside = (code[:, :-1] != code[:, 1:]) & (code[:, :-1] >= 0) & (code[:, 1:] >= 0)
    below = (code[:-1] != code[1:]) & (code[:-1] >= 0) & (code[1:] >= 0)
    return Borders(beside & ~inner.beside, below & ~inner.below)


def shaded(view: View, light: Array) -> Mask:
    """Pixels turned away from the light (a direction in right, up, toward), as few calm shapes."""
    body = (view.loft >= 0).astype(float)
    weight = gaussian_filter(body, SHADE_BLUR)
    bright = gaussian_filter((view.normal @ light) * body, SHADE_BLUR) / np.maximum(weight, 1e-6)
    return (body > 0) & (bright < 0.0)


def widened(mask: Mask, body: Mask, times: int = 1) -> Mask:
    """The mask grown under the outlines, but not out of the body."""
    return grown(mask, times) & body
