"""The closed schema of pose files: every key there is, and nothing else; refusals name file, pose and key."""

from typing import Annotated, Any, Literal, NoReturn, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from backstride.figures.body.landmarks import LANDMARKS, REGIONS
from backstride.figures.body.lofts import BODIES
from backstride.figures.body.skeleton import BASES, PARTS, SIDED_PARTS, SIDES
from backstride.figures.posing.figure import PoseError

MUSCLES = (
    "glutes",
    "hamstrings",
    "hip_flexor",
    "calf",
    "abdominals",
    "obliques",
    "low_back",
    "upper_back",
    "piriformis",
    "quads",
    "hip_abductors",
)
BODY_PARTS = ("head", "neck", "trunk", "upper_arm", "forearm", "hand", "thigh", "shank", "foot")


def split_side(name: str) -> tuple[str, tuple[str, ...]]:
    """A name without its side, and the sides it speaks about."""
    part, _, side = name.rpartition("_")
    return (part, (side,)) if part and side in SIDES else (name, SIDES)


def _among(kind: str, known: tuple[str, ...], *, sided: bool = False) -> AfterValidator:
    def check(name: str) -> str:
        if (split_side(name)[0] if sided else name) not in known:
            raise ValueError(f"{name} is not a {kind}; known are {', '.join(sorted(known))}")
        return name

    return AfterValidator(check)


def angles_of(joint: str) -> dict[str, Any]:
    """The angles a joint has, by name; a joint of the middle has no side."""
    part = split_side(joint)[0]
    if part in PARTS and part != joint:
        return {}
    return dict(PARTS.get(part) or SIDED_PARTS.get(part) or {})


def _joint(name: str) -> str:
    if not angles_of(name):
        raise ValueError(f"{name} is not a joint")
    return name


def _soft(name: str) -> str:
    joint, _, angle = name.partition(".")
    if angle and angle not in angles_of(_joint(joint)):
        raise ValueError(f"{name} is not an angle")
    _joint(joint)
    return name


def _contact(text: str) -> str:
    region = text.partition("@")[0]
    if region not in REGIONS:
        raise ValueError(f"{region} is not a region of the body")
    return text


Landmark = Annotated[str, _among("landmark", tuple(LANDMARKS))]
Base = Annotated[str, _among("base", tuple(BASES))]
Point = Annotated[list[float], Field(min_length=3, max_length=3)]
Pair = Annotated[list[float], Field(min_length=2, max_length=2)]
Part = Annotated[str, _among("part of the body", BODY_PARTS, sided=True)]


class Closed(BaseModel):
    """Refuses keys it does not know, and strings where numbers belong."""

    model_config = ConfigDict(extra="forbid", strict=True)


class CameraFile(Closed):
    """Degrees: azimuth 0 looks at the right side of a standing person, 90 at the front."""

    azimuth: float
    elevation: float


class PoseFile(Closed):
    """One key pose, or what holds for all of them (`always`)."""

    says: str = ""
    base: Base | None = None
    joints: dict[Annotated[str, AfterValidator(_joint)], float | Annotated[list[float], Field(min_length=1)]] = {}
    contacts: list[Annotated[str, AfterValidator(_contact)]] = []
    reach: dict[Landmark, Landmark | Point | None] = {}
    at: Pair | None = None
    soft: list[Annotated[str, AfterValidator(_soft)]] = []

    @model_validator(mode="after")
    def _counts(self) -> Self:
        for joint, value in self.joints.items():
            names = angles_of(joint)
            if isinstance(value, list) and len(value) > len(names):
                raise ValueError(f"{joint} takes up to {len(names)} numbers: {', '.join(names)}")
        return self


class StepFile(Closed):
    """One step of the cycle, in seconds."""

    pose: str
    move: Annotated[float, Field(gt=0, le=10)]
    hold: Annotated[float, Field(ge=0, le=60)] = 0.0


class ArrowFile(Closed):
    """See `figure.Arrow`."""

    follow: Landmark
    aside: float = 0.0
    shift: Pair = [0.0, 0.0]
    start: float = 0.1
    end: float = 0.95


class RepetitionFile(Closed):
    """A repetition goes from one pose to another and back, seen in one angle."""

    angle: Literal["hip", "knee", "shoulder", "elbow", "trunk"]
    side: Literal["near", "far", "R", "L"]
    start: str
    end: str


class CheckFile(Closed):
    """How a camera can check an exercise: from where, and which angle counts repetitions."""

    view: Literal["side", "front", "back"]
    rep: RepetitionFile | None = None


class FigureFile(Closed):
    """A whole pose file."""

    id: str
    name: Annotated[str, Field(min_length=3)]
    body: Literal[BODIES] = "adult"  # type: ignore[valid-type]
    base: Base
    camera: CameraFile
    props: list[Any] = []
    muscles: list[Annotated[str, _among("muscle", MUSCLES, sided=True)]] = []
    sided: bool = False
    alternates: bool = False
    travels: bool = False
    slides: list[Annotated[str, _among("region of the body", tuple(REGIONS))]] = []
    always: PoseFile = PoseFile()
    poses: Annotated[dict[str, PoseFile], Field(min_length=1)]
    cycle: list[StepFile] = []
    arrow: ArrowFile | None = None
    callouts: dict[Landmark, Annotated[str, Field(min_length=2, max_length=40)]] = {}
    overlaps: list[Annotated[list[Part], Field(min_length=2, max_length=2)]] = []
    check: CheckFile | Literal["none"] = "none"

    @model_validator(mode="after")
    def _poses_of_the_cycle(self) -> Self:
        for step in self.cycle:
            if step.pose not in self.poses:
                raise ValueError(f"cycle: {step.pose} is not one of its poses")
        return self


def refuse(file: str, key: str, why: str, pose: str = "") -> NoReturn:
    """Raise the error that names the place."""
    raise PoseError(f"{file}{f', pose {pose}' if pose else ''}, key {key}: {why}")


def _place(trail: list[str]) -> tuple[str, list[str]]:
    """The pose a refusal is about, if any, and the keys that lead to it."""
    if trail[:1] == ["always"]:
        return "always", trail[1:]
    return (trail[1], trail[2:]) if trail[:1] == ["poses"] and len(trail) > 1 else ("", trail)


def read(file: str, given: Any) -> FigureFile:
    """The content of a pose file.

    Raises:
        PoseError: a key is missing, unknown or of the wrong shape; the message names file, pose and key.
    """
    try:
        return FigureFile.model_validate(given)
    except ValidationError as problem:
        error = problem.errors()[0]
        pose, path = _place([str(part) for part in error["loc"] if not str(part).startswith(("function-", "["))])
        why = {"extra_forbidden": "is not known here", "missing": "is missing"}.get(
            error["type"], str(error["msg"]).removeprefix("Value error, ")
        )
        refuse(file, ".".join(path) or "file", why, pose)
