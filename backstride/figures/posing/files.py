"""Pose files: reads one YAML file per exercise and refuses what it does not understand, naming file, pose and key."""

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from backstride.figures.body.landmarks import LANDMARKS, REGIONS
from backstride.figures.body.skeleton import BASES, PARTS, SIDED_PARTS, SIDES

FOLDER = Path(__file__).parents[1] / "poses"
FIGURE_KEYS = {"id", "name", "base", "camera", "props", "muscles", "arrow", "always", "poses"}
NEEDED_KEYS = {"id", "name", "base", "camera", "poses"}
POSE_KEYS = {"joints", "contacts", "reach", "at", "soft", "says", "base"}
PROPS: dict[str, set[str]] = {
    "mat": set(),
    "chair": {"seat", "x", "turned"},
    "wall": {"x"},
    "strap": {"through"},
    "stick": {"through"},
    "bike": set(),
    "ground": set(),
}
MUSCLES = (
    "glutes",
    "hamstrings",
    "hip_flexor",
    "calf",
    "abdominals",
    "low_back",
    "piriformis",
    "quads",
    "hip_abductors",
)


class PoseError(ValueError):
    """A pose file that cannot be drawn; the message names file, pose and key."""


@dataclass(frozen=True)
class Reach:
    """A landmark that lies on another landmark or on a fixed world point."""

    landmark: str
    target: str | tuple[float, float, float]


@dataclass(frozen=True)
class Contact:
    """A region that rests on the named plane: floor, seat, wall or saddle."""

    region: str
    plane: str = "floor"


@dataclass(frozen=True)
class Pose:
    """One key pose: authored angles in degrees by coordinate, what touches, what reaches, what may give way."""

    name: str
    says: str
    base: str
    angles: dict[str, float]
    contacts: tuple[Contact, ...] = ()
    reaches: tuple[Reach, ...] = ()
    soft: frozenset[str] = frozenset()
    at: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True)
class Arrow:
    """Shows the way of a landmark from first to last pose, between two shares of it.

    It lies `aside` meters to the left of the way and is shifted by meters across and up the picture.
    """

    follow: str
    aside: float = 0.0
    shift: tuple[float, float] = (0.0, 0.0)
    start: float = 0.1
    end: float = 0.95


@dataclass(frozen=True)
class Figure:
    """All key poses of one exercise with camera, props and target muscles."""

    id: str
    name: str
    azimuth: float
    elevation: float
    poses: tuple[Pose, ...]
    props: tuple[tuple[str, dict[str, Any]], ...] = ()
    muscles: tuple[str, ...] = ()
    arrow: Arrow | None = None


@dataclass
class _Place:
    """Where in the files we are, for messages."""

    file: str
    pose: str = ""
    trail: list[str] = field(default_factory=list)

    def refuse(self, key: str, why: str) -> PoseError:
        pose = f", pose {self.pose}" if self.pose else ""
        return PoseError(f"{self.file}{pose}, key {key}: {why}")


def _known(place: _Place, given: Any, allowed: set[str], owner: str) -> dict[str, Any]:
    if not isinstance(given, dict):
        raise place.refuse(owner, "must be a mapping")
    for key in given:
        if key not in allowed:
            raise place.refuse(str(key), f"is not known here; known are {', '.join(sorted(allowed))}")
    return given


def _sides(name: str) -> tuple[str, tuple[str, ...]]:
    part, _, side = name.rpartition("_")
    return (part, (side,)) if part and side in SIDES else (name, SIDES)


def _components(place: _Place, key: str, value: Any) -> dict[str, float]:
    part, sides = _sides(key)
    names = PARTS.get(part) or SIDED_PARTS.get(part)
    if names is None or (part in PARTS and part != key):
        raise place.refuse(key, "is not a joint")
    numbers = value if isinstance(value, list) else [value]
    if len(numbers) > len(names) or not all(isinstance(number, int | float) for number in numbers):
        raise place.refuse(key, f"takes up to {len(names)} numbers: {', '.join(names)}")
    owners = [part] if part in PARTS else [f"{part}_{side}" for side in sides]
    return {f"{owner}.{name}": float(n) for owner in owners for name, n in zip(names, numbers, strict=False)}


def _angles(place: _Place, *blocks: dict[str, Any]) -> dict[str, float]:
    """Angles of all blocks; later blocks win, and one side wins over both sides within a block."""
    found: dict[str, float] = {}
    for block in blocks:
        for key in sorted(block, key=lambda name: len(_sides(name)[1]), reverse=True):
            found |= _components(place, key, block[key])
    return found


def _contact(place: _Place, text: str) -> Contact:
    region, _, plane = str(text).partition("@")
    if region not in REGIONS:
        raise place.refuse("contacts", f"{region} is not a region of the body")
    if plane not in ("", "floor", "seat", "wall", "saddle"):
        raise place.refuse("contacts", f"{plane} is not a plane")
    return Contact(region, plane or "floor")


def _reach(place: _Place, landmark: str, target: Any) -> Reach:
    for name in (landmark, target):
        if isinstance(name, str) and name not in LANDMARKS:
            raise place.refuse("reach", f"{name} is not a landmark")
    if isinstance(target, str):
        return Reach(landmark, target)
    if not isinstance(target, list) or len(target) != 3:
        raise place.refuse("reach", f"{landmark} needs a landmark or three numbers")
    return Reach(landmark, (float(target[0]), float(target[1]), float(target[2])))


def _soft(place: _Place, names: list[str]) -> frozenset[str]:
    """Coordinates that may give way: all angles of `hip_R` or `hip`, or one of them as `hip.flexion`."""
    found: set[str] = set()
    for name in names:
        joint, _, angle = str(name).partition(".")
        part = _sides(joint)[0]
        known = PARTS.get(part) or SIDED_PARTS.get(part) or {}
        if angle and angle not in known:
            raise place.refuse("soft", f"{name} is not an angle")
        coordinates = _components(place, joint, [0.0] * len(known))
        found |= {coordinate for coordinate in coordinates if not angle or coordinate.endswith(f".{angle}")}
    return frozenset(found)


def _pose(place: _Place, name: str, given: Any, always: dict[str, Any], base: str) -> Pose:
    place.pose = name
    own = _known(place, given, POSE_KEYS, name)
    chosen = own.get("base", always.get("base", base))
    if chosen not in BASES:
        raise place.refuse("base", f"{chosen} is not a base; known are {', '.join(sorted(BASES))}")
    blocks = [always.get("joints", {}), own.get("joints", {})]
    reaches = {**always.get("reach", {}), **own.get("reach", {})}
    contacts = [*always.get("contacts", []), *own.get("contacts", [])]
    at = own.get("at", always.get("at", [0.0, 0.0]))
    return Pose(
        name=name,
        says=str(own.get("says", name)),
        base=chosen,
        angles=_angles(place, *blocks),
        contacts=tuple(_contact(place, text) for text in contacts),
        reaches=tuple(_reach(place, mark, target) for mark, target in reaches.items() if target is not None),
        soft=_soft(place, [*always.get("soft", []), *own.get("soft", [])]),
        at=(float(at[0]), float(at[1])),
    )


def _props(place: _Place, given: list[Any]) -> tuple[tuple[str, dict[str, Any]], ...]:
    found = []
    for item in given:
        kind, settings = next(iter(item.items())) if isinstance(item, dict) else (item, {})
        if kind not in PROPS:
            raise place.refuse("props", f"{kind} is not a prop; known are {', '.join(sorted(PROPS))}")
        found.append((kind, _known(place, settings, PROPS[kind], kind)))
    return tuple(found)


def _muscles(place: _Place, given: list[str]) -> tuple[str, ...]:
    for name in given:
        if _sides(name)[0] not in MUSCLES:
            raise place.refuse("muscles", f"{name} is not a muscle; known are {', '.join(MUSCLES)}")
    return tuple(given)


def _arrow(place: _Place, given: Any) -> Arrow | None:
    if given is None:
        return None
    settings = _known(place, given, {"follow", "aside", "shift", "start", "end"}, "arrow")
    if settings.get("follow") not in LANDMARKS:
        raise place.refuse("arrow", f"{settings.get('follow')} is not a landmark")
    return Arrow(**settings)


def parse(file: str, given: Any) -> Figure:
    """A figure from loaded YAML.

    Raises:
        PoseError: something is missing, unknown or of the wrong shape; the message names file, pose and key.
    """
    place = _Place(file)
    data = _known(place, given, FIGURE_KEYS, "file")
    for key in sorted(NEEDED_KEYS - set(data)):
        raise place.refuse(key, "is missing")
    if data["id"] != Path(file).stem:
        raise place.refuse("id", "must be the file name")
    camera = _known(place, data["camera"], {"azimuth", "elevation"}, "camera")
    always = _known(place, data.get("always", {}), POSE_KEYS, "always")
    props, muscles = _props(place, data.get("props", [])), _muscles(place, data.get("muscles", []))
    arrow = _arrow(place, data.get("arrow"))
    poses = tuple(_pose(place, name, own, always, data["base"]) for name, own in data["poses"].items())
    return Figure(
        data["id"], data["name"], float(camera["azimuth"]), float(camera["elevation"]), poses, props, muscles, arrow
    )


@cache
def read(exercise_id: str) -> Figure:
    """The figure of one exercise from its pose file.

    Raises:
        PoseError: the file is missing, is not YAML or says something unknown.
    """
    file = FOLDER / f"{exercise_id}.yaml"
    try:
        return parse(file.name, YAML(typ="safe").load(file))
    except (OSError, YAMLError) as error:
        raise PoseError(f"{file.name}: {error}") from error


def all_ids() -> tuple[str, ...]:
    """Ids of all exercises that have a pose file."""
    return tuple(sorted(file.stem for file in FOLDER.glob("*.yaml")))
