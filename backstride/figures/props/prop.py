"""What every prop has in common: planes a body can rest on, blocks it cannot enter, and pieces to draw; meters."""

from collections.abc import Mapping
from typing import Annotated, Any, NamedTuple

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict

from backstride.figures.body.landmarks import LANDMARKS
from backstride.figures.body.skeleton import Array

Span = tuple[float, float]
Box = tuple[Span, Span, Span]
Marks = Mapping[str, Array]


class Plane(NamedTuple):
    """Points with `sign * (coordinate[axis] - value) >= 0` are on the free side."""

    axis: int
    value: float
    sign: float = 1.0


class Face(NamedTuple):
    """One flat side: its corners in order, how dark it is (0 light to 1 dark), and the name of its color."""

    corners: Array
    tone: float
    paint: str = "prop"


Piece = list[Face]


def _landmark(name: str) -> str:
    if name not in LANDMARKS:
        raise ValueError(f"{name} is not a landmark")
    return name


def _tuple(value: Any) -> Any:
    """YAML knows lists only."""
    return tuple(value) if isinstance(value, list) else value


Landmark = Annotated[str, AfterValidator(_landmark)]
Landmarks = Annotated[tuple[Landmark, ...], BeforeValidator(_tuple)]
Two = Annotated[tuple[float, float], BeforeValidator(_tuple)]
Three = Annotated[tuple[float, float, float], BeforeValidator(_tuple)]


class Prop(BaseModel):
    """One prop with its settings, as written in a pose file; unknown settings are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    def planes(self) -> dict[str, Plane]:
        """Planes that contacts can name, such as `seat`."""
        return {}

    def blocks(self) -> tuple[Box, ...]:
        """Solid boxes, as spans along x, y and z, that no part of the body may enter."""
        return ()

    def pieces(self, marks: Marks, toward: Array) -> list[Piece]:
        """What a viewer in direction `toward` sees, piece by piece; `marks` are world places of all landmarks."""
        return []

    def floor(self, low: Array, toward: Array) -> list[Face]:
        """What lies flat under everything; `low` are the points of body and props near the floor."""
        return []

    def veils(self, toward: Array) -> list[Face]:
        """What everything is seen through, such as water."""
        return []
