"""The joints of one adult body and forward kinematics for many postures at once.

World axes: x forward for the standing person, y to the person's left, z up, the floor at z = 0. Lengths are meters,
angles degrees from the anatomical position (arms down, palms forward).
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
AXES = {"x": 0, "y": 1, "z": 2}
SIDES = ("R", "L")


class Limit(NamedTuple):
    """Range of one angle, its relaxed value and how firmly it stays there (degrees; `give` is one sigma)."""

    low: float
    high: float
    relaxed: float = 0.0
    give: float = 14.0


@dataclass(frozen=True)
class Turn:
    """One elementary rotation: `factor` times the named angle about a body axis."""

    axis: str
    angle: str
    factor: float = 1.0


@dataclass(frozen=True)
class Joint:
    """A joint where it sits in the standing person; it hangs on `parent` and may take its orientation from `frame`."""

    name: str
    parent: str | None
    at: tuple[float, float, float]
    turns: tuple[Turn, ...] = ()
    frame: str | None = None


BALL = ("flexion", "abduction", "rotation")
SPINE = ("flexion", "bend", "twist")
PARTS: dict[str, dict[str, Limit]] = {
    "pelvis": {
        "lean": Limit(-180, 180, 0, 30),
        "roll": Limit(-90, 90, 0, 8),
        "turn": Limit(-180, 180, 0, 8),
    },
    "lumbar": dict(zip(SPINE, (Limit(-35, 55, 0, 6), Limit(-25, 25, 0, 5), Limit(-15, 15, 0, 5)), strict=True)),
    "thoracic": dict(zip(SPINE, (Limit(-25, 45, 0, 6), Limit(-25, 25, 0, 5), Limit(-35, 35, 0, 5)), strict=True)),
    "neck": dict(zip(SPINE, (Limit(-60, 55, 0, 8), Limit(-40, 40, 0, 5), Limit(-75, 75, 0, 5)), strict=True)),
}
SIDED_PARTS: dict[str, dict[str, Limit]] = {
    "scapula": {"lift": Limit(-8, 25, 0, 5), "forward": Limit(-20, 28, 0, 7)},
    "shoulder": dict(zip(BALL, (Limit(-60, 180, 0), Limit(-45, 175, 8), Limit(-90, 95, 0, 20)), strict=True)),
    "elbow": {"flexion": Limit(0, 145, 8)},
    "forearm": {"pronation": Limit(0, 175, 80, 30)},
    "wrist": {"flexion": Limit(-85, 75, 0, 12), "deviation": Limit(-20, 30, 0, 8)},
    "fingers": {"flexion": Limit(-5, 95, 14, 8)},
    "hip": dict(zip(BALL, (Limit(-25, 130, 0), Limit(-30, 50, 3, 6), Limit(-45, 60, 4, 8)), strict=True)),
    "knee": {"flexion": Limit(0, 152, 3)},
    "ankle": {"dorsiflexion": Limit(-55, 32, 0), "inversion": Limit(-20, 30, 0, 6)},
    "toes": {"extension": Limit(-20, 65, 0, 6)},
}
ROOT_MOVES = ("root.x", "root.y", "root.z")


def _angle_limits() -> dict[str, Limit]:
    limits = {f"{part}.{angle}": limit for part, angles in PARTS.items() for angle, limit in angles.items()}
    for part, angles in SIDED_PARTS.items():
        for side in SIDES:
            limits |= {f"{part}_{side}.{angle}": limit for angle, limit in angles.items()}
    return limits


LIMITS = _angle_limits()
COORDINATES: tuple[str, ...] = (*ROOT_MOVES, *LIMITS)
INDEX = {name: number for number, name in enumerate(COORDINATES)}


def _spine_turns(part: str, count: int) -> tuple[Turn, ...]:
    share = 1.0 / count
    return (
        Turn("y", f"{part}.flexion", share),
        Turn("x", f"{part}.bend", share),
        Turn("z", f"{part}.twist", -share),
    )


def _ball_turns(part: str, side: str, sign: float) -> tuple[Turn, ...]:
    name = f"{part}_{side}"
    return (
        Turn("y", f"{name}.flexion", -1.0),
        Turn("x", f"{name}.abduction", -sign),
        Turn("z", f"{name}.rotation", -sign),
    )


LUMBAR_HEIGHTS = (1.000, 1.055, 1.110)
THORACIC_HEIGHTS = (1.165, 1.235, 1.305)
NECK_PLACES = ((-0.015, 1.440), (0.005, 1.500))


def _spine_joints() -> list[Joint]:
    joints = [Joint("pelvis", None, (0.0, 0.0, 0.90))]
    for part, heights in (("lumbar", LUMBAR_HEIGHTS), ("thoracic", THORACIC_HEIGHTS)):
        for number, height in enumerate(heights, 1):
            turns = _spine_turns(part, len(heights))
            joints.append(Joint(f"{part}{number}", joints[-1].name, (-0.035, 0.0, height), turns))
    for number, (x, height) in enumerate(NECK_PLACES, 1):
        joints.append(Joint(f"neck{number}", joints[-1].name, (x, 0.0, height), _spine_turns("neck", 2)))
    return joints


def _arm_joints(side: str) -> list[Joint]:
    sign = 1.0 if side == "R" else -1.0
    y = -sign * 0.178
    blade = (
        Turn("x", f"scapula_{side}.lift", -sign),
        Turn("x", f"shoulder_{side}.flexion", -0.11 * sign),
        Turn("x", f"shoulder_{side}.abduction", -0.11 * sign),
        Turn("z", f"scapula_{side}.forward", sign),
    )
    pronation = f"forearm_{side}.pronation"
    wrist = (
        Turn("z", pronation, 0.5 * sign),
        Turn("y", f"wrist_{side}.flexion", -1.0),
        Turn("x", f"wrist_{side}.deviation", -sign),
    )
    finger = (Turn("y", f"fingers_{side}.flexion", -1.0),)
    return [
        Joint(f"scapula_{side}", "thoracic3", (-0.01, -sign * 0.03, 1.395), blade),
        Joint(
            f"shoulder_{side}",
            f"scapula_{side}",
            (-0.015, y, 1.385),
            _ball_turns("shoulder", side, sign),
            "thoracic3",
        ),
        Joint(f"elbow_{side}", f"shoulder_{side}", (-0.015, y, 1.095), (Turn("y", f"elbow_{side}.flexion", -1.0),)),
        Joint(f"forearm_{side}", f"elbow_{side}", (-0.015, y, 0.970), (Turn("z", pronation, 0.5 * sign),)),
        Joint(f"wrist_{side}", f"forearm_{side}", (-0.015, y, 0.845), wrist),
        Joint(f"fingers_{side}", f"wrist_{side}", (-0.015, y, 0.752), finger),
        Joint(f"fingertips_{side}", f"fingers_{side}", (-0.012, y, 0.706), finger),
    ]


def _leg_joints(side: str) -> list[Joint]:
    sign = 1.0 if side == "R" else -1.0
    y = -sign * 0.088
    ankle = (
        Turn("y", f"ankle_{side}.dorsiflexion", -1.0),
        Turn("x", f"ankle_{side}.inversion", sign),
    )
    return [
        Joint(f"hip_{side}", "pelvis", (0.0, y, 0.900), _ball_turns("hip", side, sign)),
        Joint(f"knee_{side}", f"hip_{side}", (0.0, y, 0.485), (Turn("y", f"knee_{side}.flexion", 1.0),)),
        Joint(f"ankle_{side}", f"knee_{side}", (-0.005, y, 0.085), ankle),
        Joint(f"toes_{side}", f"ankle_{side}", (0.120, y, 0.020), (Turn("y", f"toes_{side}.extension", -1.0),)),
    ]


JOINTS: tuple[Joint, ...] = (
    *_spine_joints(),
    *(joint for side in SIDES for joint in (*_arm_joints(side), *_leg_joints(side))),
)
ORDER = {joint.name: number for number, joint in enumerate(JOINTS)}
PLACES: Array = np.array([joint.at for joint in JOINTS])

# Columns: where the standing person's forward, left and up point to. The right side faces the viewer at -y
# whenever the body allows it.
BASES: dict[str, Array] = {
    "standing": np.eye(3),
    "supine": np.array([[0.0, 0, -1], [0, 1, 0], [1, 0, 0]]),
    "prone": np.array([[0.0, 0, 1], [0, 1, 0], [-1, 0, 0]]),
    "side_lying_left": np.array([[0.0, 0, 1], [-1, 0, 0], [0, -1, 0]]),
    "side_lying_right": np.array([[0.0, 0, -1], [-1, 0, 0], [0, 1, 0]]),
}
BASES |= {"sitting": BASES["standing"], "kneeling": BASES["standing"], "quadruped": BASES["prone"]}


class Frames(NamedTuple):
    """Turned frames of all joints: `turns` (batch, joint, 3, 3), `places` (batch, joint, 3), and whose body they carry."""

    turns: Array
    places: Array
    body: str


def rotation(axis: str, degrees: Array) -> Array:
    """Rotation matrices about one axis for a batch of angles."""
    angle = np.radians(degrees)
    cosine, sine = np.cos(angle), np.sin(angle)
    first, second = ((1, 2), (2, 0), (0, 1))[AXES[axis]]
    matrix = np.zeros((*angle.shape, 3, 3))
    matrix[..., AXES[axis], AXES[axis]] = 1.0
    matrix[..., first, first] = matrix[..., second, second] = cosine
    matrix[..., first, second], matrix[..., second, first] = -sine, sine
    return matrix


def relaxed() -> Array:
    """The relaxed standing posture as one row of coordinates."""
    row = np.zeros(len(COORDINATES))
    row[INDEX["root.z"]] = 0.90
    for name, limit in LIMITS.items():
        row[INDEX[name]] = limit.relaxed
    return row


def place(postures: Array, base: str, body: str = "adult") -> Frames:
    """Turn and place every joint; `postures` is (batch, coordinate), `base` one of `BASES`."""
    count = len(postures)
    turns = np.empty((count, len(JOINTS), 3, 3))
    places = np.empty((count, len(JOINTS), 3))
    turns[:, 0] = _root_turn(postures) @ BASES[base]
    places[:, 0] = postures[:, :3]
    for number, joint in enumerate(JOINTS[1:], 1):
        parent = ORDER[str(joint.parent)]
        places[:, number] = places[:, parent] + turns[:, parent] @ (PLACES[number] - PLACES[parent])
        frame = turns[:, ORDER[joint.frame or str(joint.parent)]]
        turns[:, number] = frame @ _joint_turn(joint, postures)
    return Frames(turns, places, body)


def _root_turn(postures: Array) -> Array:
    turn, lean, roll = (postures[:, INDEX[f"pelvis.{name}"]] for name in ("turn", "lean", "roll"))
    return rotation("z", turn) @ rotation("y", lean) @ rotation("x", roll)


def _joint_turn(joint: Joint, postures: Array) -> Array:
    matrix = np.broadcast_to(np.eye(3), (len(postures), 3, 3))
    for turn in joint.turns:
        matrix = matrix @ rotation(turn.axis, turn.factor * postures[:, INDEX[turn.angle]])
    return matrix


SIDE_LYING = {"side_lying_left": "side_lying_right", "side_lying_right": "side_lying_left"}


def mirrored_base(base: str) -> str:
    """The base in which the mirror image of a posture lies."""
    return SIDE_LYING.get(base, base)


def mirror(base: str) -> Array:
    """The signs of x, y and z under which a posture and its mirror image change places."""
    return np.array([-1.0, 1.0, 1.0] if base in SIDE_LYING else [1.0, -1.0, 1.0])


def mirrored(posture: Array, base: str = "standing") -> Array:
    """The same posture with left and right exchanged; on the side, the person then lies on the other one."""
    twin = posture.copy()
    for name, number in INDEX.items():
        other = name.replace("_R.", "_L.") if "_R." in name else name.replace("_L.", "_R.")
        twin[INDEX[other]] = posture[number]
    turned = ("root.x", "pelvis.lean") if base in SIDE_LYING else ("root.y", "pelvis.roll")
    spine = (f"{part}.{angle}" for part in ("lumbar", "thoracic", "neck") for angle in ("bend", "twist"))
    for name in (*turned, "pelvis.turn", *spine):
        twin[INDEX[name]] = -posture[INDEX[name]]
    return twin
