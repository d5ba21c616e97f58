"""All props by the word that pose files use, and what several of them offer together."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from backstride.figures.body.skeleton import Array
from backstride.figures.props import bike, floors, held, rooms, seats, soft
from backstride.figures.props.prop import Box, Face, Marks, Plane, Prop
from backstride.figures.props.solids import corners_of, near_order

NEAR_FLOOR = 0.30
PROPS: dict[str, type[Prop]] = {
    "mat": floors.Mat,
    "ground": floors.Ground,
    "water": floors.Water,
    "chair": seats.Chair,
    "stool": seats.Stool,
    "box": seats.FirmBox,
    "step": seats.Step,
    "bed": seats.Bed,
    "car_seat": seats.CarSeat,
    "wall": rooms.Wall,
    "doorway": rooms.Doorway,
    "table": rooms.Table,
    "worktop": rooms.Worktop,
    "rail": rooms.Rail,
    "trolley": rooms.Trolley,
    "strap": held.Strap,
    "towel": held.Towel,
    "band": held.Band,
    "stick": held.Stick,
    "bag": held.Bag,
    "weight": held.Weight,
    "load": held.Load,
    "vacuum": held.Vacuum,
    "pillow": soft.Pillow,
    "bolster": soft.Bolster,
    "lumbar_roll": soft.LumbarRoll,
    "bike": bike.Bike,
}


def read(kind: str, settings: Mapping[str, Any]) -> Prop:
    """A prop from its word and settings.

    Raises:
        KeyError: there is no such prop.
        pydantic.ValidationError: a setting is missing, unknown or of the wrong kind.
    """
    return PROPS[kind].model_validate(dict(settings))


def planes(props: Sequence[Prop]) -> dict[str, Plane]:
    """Planes to lie, sit, stand or lean on, by name.

    Raises:
        ValueError: two props offer a plane of the same name.
    """
    found = {"floor": Plane(2, 0.0)}
    for prop in props:
        for name, plane in prop.planes().items():
            if name in found:
                raise ValueError(f"two props offer the plane {name}; give one of them another name")
            found[name] = plane
    return found


def blocks(props: Sequence[Prop]) -> tuple[Box, ...]:
    """Boxes that no part of the body may enter."""
    return tuple(box for prop in props for box in prop.blocks())


def solid_faces(props: Sequence[Prop], marks: Marks, toward: Array) -> list[Face]:
    """Sides of all props that can cover the body, far ones first."""
    pieces = near_order((piece for prop in props for piece in prop.pieces(marks, toward)), toward)
    return [face for piece in pieces for face in piece]


def veil_faces(props: Sequence[Prop], toward: Array) -> list[Face]:
    """What everything is seen through."""
    return [face for prop in props for face in prop.veils(toward)]


def floor_faces(props: Sequence[Prop], skin: Array, toward: Array) -> list[Face]:
    """Mat or ground under body and furniture, or nothing."""
    furniture = [corners_of(box) * (1, 1, 0) for box in blocks(props) if _has_ends(box)]
    low = np.concatenate([skin[skin[:, 2] < NEAR_FLOOR], *furniture])
    return [face for prop in props for face in prop.floor(low, toward)]


def _has_ends(box: Box) -> bool:
    """Whether a block is a piece of furniture, rather than a wall without end."""
    return max(high - low for low, high in box) < 1.9
