"""The shape of the body: elliptic slices along trunk, head, arms, hands, legs and shoes of a 1.72 m adult.

All numbers are our own, in meters, in the standing person with arms down and palms forward. Right limbs are written
down; left limbs are their mirror image.
"""

from dataclasses import dataclass, replace

from backstride.figures.body.skeleton import LUMBAR_HEIGHTS, NECK_PLACES, THORACIC_HEIGHTS

Row = tuple[float, ...]


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


# height, center x, half width, front, back
TRUNK: tuple[Row, ...] = (
    (0.826, -0.005, 0.050, 0.040, 0.045),
    (0.838, -0.005, 0.110, 0.072, 0.085),
    (0.865, -0.005, 0.152, 0.088, 0.116),
    (0.905, -0.005, 0.168, 0.096, 0.128),
    (0.950, -0.003, 0.166, 0.100, 0.118),
    (1.000, 0.000, 0.152, 0.100, 0.092),
    (1.050, 0.000, 0.139, 0.098, 0.078),
    (1.100, 0.000, 0.133, 0.098, 0.074),
    (1.150, 0.000, 0.138, 0.102, 0.082),
    (1.200, 0.000, 0.148, 0.110, 0.094),
    (1.250, -0.002, 0.158, 0.117, 0.104),
    (1.300, -0.006, 0.165, 0.116, 0.108),
    (1.350, -0.012, 0.168, 0.102, 0.106),
    (1.388, -0.018, 0.175, 0.082, 0.100),
    (1.410, -0.021, 0.163, 0.066, 0.090),
    (1.430, -0.022, 0.128, 0.055, 0.080),
    (1.450, -0.021, 0.082, 0.048, 0.066),
    (1.470, -0.015, 0.060, 0.047, 0.058),
)
NECK: tuple[Row, ...] = (
    (1.425, -0.020, 0.062, 0.045, 0.060),
    (1.450, -0.014, 0.056, 0.048, 0.056),
    (1.480, -0.006, 0.053, 0.049, 0.052),
    (1.510, 0.002, 0.052, 0.050, 0.052),
    (1.545, 0.005, 0.050, 0.048, 0.052),
)
HEAD: tuple[Row, ...] = (
    (1.496, 0.076, 0.018, 0.018, 0.022),
    (1.503, 0.066, 0.034, 0.036, 0.040),
    (1.520, 0.050, 0.048, 0.052, 0.058),
    (1.543, 0.036, 0.058, 0.064, 0.092),
    (1.567, 0.026, 0.065, 0.073, 0.108),
    (1.592, 0.020, 0.071, 0.076, 0.114),
    (1.620, 0.016, 0.075, 0.079, 0.118),
    (1.650, 0.012, 0.076, 0.082, 0.116),
    (1.678, 0.008, 0.071, 0.077, 0.106),
    (1.702, 0.004, 0.058, 0.062, 0.086),
    (1.717, 0.000, 0.036, 0.040, 0.056),
    (1.722, -0.004, 0.012, 0.014, 0.018),
)
NOSE: tuple[Row, ...] = (
    (1.578, 0.096, 0.006, 0.006, 0.010),
    (1.583, 0.098, 0.013, 0.016, 0.020),
    (1.592, 0.096, 0.014, 0.023, 0.020),
    (1.605, 0.092, 0.010, 0.018, 0.020),
    (1.625, 0.086, 0.007, 0.010, 0.015),
    (1.640, 0.084, 0.004, 0.004, 0.010),
)
EAR: tuple[Row, ...] = (
    (1.568, 0.006, 0.004, 0.006, 0.006),
    (1.573, 0.004, 0.010, 0.012, 0.010),
    (1.588, 0.000, 0.012, 0.015, 0.015),
    (1.606, -0.003, 0.013, 0.017, 0.019),
    (1.618, -0.005, 0.010, 0.013, 0.014),
    (1.623, -0.006, 0.004, 0.005, 0.006),
)
# distance below the shoulder, half width, front, back, joint blend (0 shoulder, 1 elbow, 2 forearm, 3 wrist)
ARM: tuple[Row, ...] = (
    (-0.034, 0.012, 0.014, 0.014, 0),
    (-0.029, 0.028, 0.030, 0.030, 0),
    (-0.016, 0.042, 0.045, 0.045, 0),
    (0.006, 0.051, 0.055, 0.055, 0),
    (0.038, 0.053, 0.057, 0.057, 0),
    (0.080, 0.050, 0.053, 0.052, 0),
    (0.140, 0.045, 0.048, 0.047, 0),
    (0.200, 0.041, 0.044, 0.043, 0),
    (0.250, 0.039, 0.040, 0.041, 0.12),
    (0.288, 0.040, 0.038, 0.042, 0.5),
    (0.325, 0.042, 0.041, 0.040, 0.9),
    (0.365, 0.042, 0.041, 0.037, 1.15),
    (0.410, 0.038, 0.037, 0.033, 1.6),
    (0.460, 0.032, 0.029, 0.027, 2.1),
    (0.505, 0.028, 0.022, 0.022, 2.5),
    (0.538, 0.028, 0.020, 0.020, 2.9),
    (0.555, 0.029, 0.019, 0.018, 3),
)
# distance below the wrist, sideways shift toward the thumb, half width, front (palm), back, blend (0 wrist, 1 fingers, 2 tips)
HAND: tuple[Row, ...] = (
    (-0.022, 0.000, 0.022, 0.014, 0.014, 0),
    (0.000, 0.000, 0.028, 0.018, 0.017, 0),
    (0.028, 0.000, 0.037, 0.018, 0.016, 0),
    (0.060, 0.000, 0.042, 0.016, 0.014, 0),
    (0.088, 0.000, 0.042, 0.014, 0.013, 0.35),
    (0.112, -0.001, 0.039, 0.012, 0.012, 1),
    (0.138, -0.001, 0.036, 0.011, 0.011, 1.5),
    (0.160, 0.000, 0.031, 0.010, 0.010, 2),
    (0.176, 0.001, 0.023, 0.009, 0.009, 2),
    (0.184, 0.002, 0.010, 0.005, 0.005, 2),
)
THUMB: tuple[Row, ...] = (
    (0.012, 0.018, 0.014, 0.012, 0.012, 0),
    (0.032, 0.034, 0.016, 0.014, 0.013, 0),
    (0.055, 0.048, 0.014, 0.012, 0.012, 0),
    (0.078, 0.058, 0.012, 0.010, 0.011, 0),
    (0.096, 0.063, 0.010, 0.008, 0.009, 0),
    (0.104, 0.064, 0.004, 0.004, 0.004, 0),
)
# distance below the hip, outward shift, half width, front, back, blend (0 pelvis, 1 thigh, 2 shank, 3 foot)
LEG: tuple[Row, ...] = (
    (-0.105, 0.004, 0.030, 0.030, 0.040, 0.42),
    (-0.090, 0.004, 0.055, 0.055, 0.064, 0.42),
    (-0.055, 0.003, 0.074, 0.076, 0.090, 0.45),
    (-0.010, 0.002, 0.083, 0.086, 0.106, 0.5),
    (0.040, 0.000, 0.087, 0.091, 0.106, 0.72),
    (0.095, -0.002, 0.086, 0.092, 0.094, 0.95),
    (0.160, -0.002, 0.080, 0.089, 0.084, 1),
    (0.235, 0.000, 0.072, 0.081, 0.074, 1),
    (0.310, 0.000, 0.062, 0.069, 0.063, 1),
    (0.365, 0.000, 0.055, 0.061, 0.054, 1.06),
    (0.400, 0.000, 0.053, 0.059, 0.049, 1.3),
    (0.418, 0.000, 0.052, 0.058, 0.048, 1.5),
    (0.438, 0.000, 0.051, 0.054, 0.049, 1.7),
    (0.470, 0.000, 0.052, 0.048, 0.056, 1.95),
    (0.520, 0.001, 0.055, 0.044, 0.066, 2),
    (0.575, 0.001, 0.052, 0.041, 0.067, 2),
    (0.640, 0.000, 0.043, 0.037, 0.053, 2),
    (0.705, 0.000, 0.035, 0.034, 0.041, 2),
    (0.765, 0.000, 0.031, 0.033, 0.037, 2.1),
    (0.808, 0.000, 0.031, 0.035, 0.038, 2.5),
    (0.835, 0.000, 0.030, 0.036, 0.036, 2.9),
    (0.850, 0.000, 0.024, 0.030, 0.030, 3),
)
# forward of the ankle, center height, outward shift, half width, up, down, blend (0 foot, 1 toes)
SHOE: tuple[Row, ...] = (
    (-0.066, 0.036, 0.000, 0.010, 0.012, 0.014, 0),
    (-0.061, 0.038, 0.000, 0.022, 0.030, 0.030, 0),
    (-0.046, 0.042, 0.000, 0.031, 0.046, 0.042, 0),
    (-0.020, 0.044, 0.000, 0.035, 0.062, 0.044, 0),
    (0.012, 0.044, 0.000, 0.036, 0.062, 0.044, 0),
    (0.038, 0.042, 0.000, 0.037, 0.046, 0.042, 0),
    (0.070, 0.038, 0.001, 0.040, 0.034, 0.038, 0),
    (0.105, 0.033, 0.002, 0.044, 0.029, 0.033, 0.2),
    (0.135, 0.030, 0.001, 0.045, 0.026, 0.030, 0.8),
    (0.162, 0.028, -0.002, 0.041, 0.022, 0.028, 1),
    (0.184, 0.026, -0.005, 0.031, 0.016, 0.024, 1),
    (0.196, 0.024, -0.008, 0.018, 0.010, 0.016, 1),
    (0.200, 0.023, -0.009, 0.006, 0.004, 0.006, 1),
)

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


def _lofts() -> tuple[Loft, ...]:
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


LOFTS: tuple[Loft, ...] = _lofts()
LOFT_NUMBER = {loft.name: number for number, loft in enumerate(LOFTS)}
