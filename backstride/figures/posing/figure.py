"""What a pose file describes: key poses, the cycle through them, camera, props and what the picture points out."""

from dataclasses import dataclass, field

from backstride.figures.props.prop import Prop


class PoseError(ValueError):
    """A pose file that cannot be drawn; the message names file, pose and key."""


@dataclass(frozen=True)
class Reach:
    """A landmark that lies on another landmark or on a fixed world point (meters)."""

    landmark: str
    target: str | tuple[float, float, float]


@dataclass(frozen=True)
class Contact:
    """A region that rests on the named plane: floor, or one that a prop offers, such as seat."""

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
class Step:
    """One step of the cycle: seconds to get into the pose from the one before, and seconds to stay there."""

    pose: int
    move: float
    hold: float


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
    """All key poses of one exercise or daily-living picture.

    `alternates`: the second half of the cycle is the first with left and right exchanged. `travels`: the person moves on,
    so that feet may slide in the picture. `slides`: regions that move along what they touch. `sided`: the drawn side is one of two; the other is the mirror image.
    `overlaps`: pairs of body parts that press into each other on purpose. `callouts`: landmark -> words beside it.
    `check`: how a camera could check it, or None where it cannot.
    """

    id: str
    name: str
    azimuth: float
    elevation: float
    poses: tuple[Pose, ...]
    cycle: tuple[Step, ...] = ()
    body: str = "adult"
    props: tuple[Prop, ...] = ()
    muscles: tuple[str, ...] = ()
    arrow: Arrow | None = None
    callouts: dict[str, str] = field(default_factory=dict)
    overlaps: frozenset[tuple[str, str]] = frozenset()
    alternates: bool = False
    travels: bool = False
    slides: frozenset[str] = frozenset()
    sided: bool = False
    check: dict[str, object] | None = None
