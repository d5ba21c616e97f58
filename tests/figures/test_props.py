"""Props stand where their settings say, follow what holds them, and are drawn far ones first."""

from typing import Any

import numpy as np
import pytest
from pydantic import ValidationError

from backstride.figures.body.landmarks import LANDMARKS, where
from backstride.figures.body.skeleton import place, relaxed
from backstride.figures.drawing.raster import axes
from backstride.figures.posing import files
from backstride.figures.props import catalogue
from backstride.figures.props.prop import Plane
from backstride.figures.props.solids import seen_flat

TOWARD = axes(14, 8)[2]
STANDING = place(relaxed()[None], "standing")
MARKS = {name: where(STANDING, name)[0] for name in LANDMARKS}
ONE_OF_EACH: dict[str, dict[str, Any]] = {
    "chair": {"seat": 0.45},
    "water": {"level": 1.2},
    "stool": {"height": 0.3},
    "box": {"height": 0.45},
    "step": {"height": 0.18},
    "wall": {"x": 0.6},
    "doorway": {"x": 0.4},
    "strap": {"through": ["grip_R", "sole_R"]},
    "towel": {"through": ["grip_R", "sole_R"]},
    "band": {"around": "knees"},
    "stick": {"through": ["stick_low", "stick_high"]},
    "bag": {"hangs": "grip_R"},
    "weight": {"held": ["grip_R"]},
    "load": {"held": ["palm_R", "palm_L"]},
    "vacuum": {"held": "grip_R", "head": [0.6, 0.0]},
    "pillow": {"under": "occiput"},
    "bolster": {"under": "thigh_back_R"},
}


@pytest.mark.parametrize("kind", sorted(catalogue.PROPS))
def test_every_prop_is_drawn_as_real_sides(kind: str) -> None:
    prop = catalogue.read(kind, ONE_OF_EACH.get(kind, {}))
    low = np.array([[0.0, 0.0, 0.0], [1.0, 0.3, 0.0], [0.0, 0.3, 0.1]])
    faces = [
        *catalogue.solid_faces([prop], MARKS, TOWARD),
        *catalogue.floor_faces([prop], low, TOWARD),
        *catalogue.veil_faces([prop], TOWARD),
    ]
    assert faces
    for face in faces:
        assert len(face.corners) >= 3
        assert np.isfinite(face.corners).all()
        assert np.ptp(seen_flat(face.corners, TOWARD), axis=0).min() > 0.001


@pytest.mark.parametrize(
    ("kind", "settings", "name", "plane"),
    [
        ("chair", {"seat": 0.45, "x": 0.2}, "seat", Plane(2, 0.45)),
        ("chair", {"seat": 0.45, "name": "second"}, "second_top", Plane(2, 0.89)),
        ("wall", {"x": 0.6}, "wall", Plane(0, 0.6, -1.0)),
        ("wall", {"x": -0.2, "behind": True}, "wall", Plane(0, -0.2, 1.0)),
        ("wall", {"y": 0.4}, "wall", Plane(1, 0.4, -1.0)),
        ("wall", {"y": -0.4}, "wall", Plane(1, -0.4, 1.0)),
        ("step", {"height": 0.18}, "step", Plane(2, 0.18)),
        ("bed", {"height": 0.5}, "bed", Plane(2, 0.5)),
        ("doorway", {"x": 0.4}, "frame", Plane(0, 0.4, -1.0)),
        ("pillow", {"under": "occiput", "height": 0.1, "on": 0.5}, "pillow", Plane(2, 0.6)),
        ("bike", {}, "saddle", Plane(2, 0.85)),
    ],
)
def test_a_plane_lies_where_the_settings_say(kind: str, settings: dict[str, Any], name: str, plane: Plane) -> None:
    found = catalogue.planes([catalogue.read(kind, settings)])
    assert found[name] == pytest.approx(plane)
    assert found["floor"] == Plane(2, 0.0)


@pytest.mark.parametrize(
    ("kind", "settings", "word"),
    [
        ("chair", {"height": 0.4}, "height"),
        ("chair", {"seat": "low"}, "seat"),
        ("strap", {"through": ["grip_R", "tail"]}, "tail"),
        ("strap", {"through": ["grip_R"]}, "through"),
        ("band", {"around": "ears"}, "around"),
        ("mat", {"thick": 1}, "thick"),
    ],
)
def test_unknown_settings_are_refused(kind: str, settings: dict[str, Any], word: str) -> None:
    with pytest.raises(ValidationError, match=word):
        catalogue.read(kind, settings)


def test_an_unknown_prop_is_refused() -> None:
    with pytest.raises(KeyError):
        catalogue.read("trampoline", {})


def test_two_planes_of_one_name_are_refused() -> None:
    chairs = [catalogue.read("chair", {"seat": 0.45}), catalogue.read("chair", {"seat": 0.4})]
    with pytest.raises(ValueError, match="plane seat"):
        catalogue.planes(chairs)


@pytest.mark.parametrize("kind", ["strap", "bag", "weight", "load", "vacuum"])
def test_held_props_follow_the_hands(kind: str) -> None:
    prop = catalogue.read(kind, ONE_OF_EACH[kind])
    moved = {name: spot + np.array((0.1, 0.0, 0.2)) for name, spot in MARKS.items()}
    before, after = (
        np.concatenate([face.corners for face in catalogue.solid_faces([prop], m, TOWARD)]) for m in (MARKS, moved)
    )
    assert after.max(axis=0) - before.max(axis=0) == pytest.approx((0.1, 0.0, 0.2), abs=0.11)
    assert after[:, 2].max() > before[:, 2].max() + 0.15


def test_what_is_nearer_is_drawn_later() -> None:
    near, far = (catalogue.read("stool", {"height": 0.4, "y": y, "name": f"s{y}"}) for y in (-0.5, 0.5))
    for order in ((near, far), (far, near)):
        faces = catalogue.solid_faces(order, MARKS, TOWARD)
        depth = [float(face.corners.mean(axis=0) @ TOWARD) for face in faces]
        assert depth[0] < depth[-1]


def test_a_cushion_has_a_convex_outline() -> None:
    (face,) = catalogue.solid_faces([catalogue.read("pillow", {"under": "occiput"})], MARKS, TOWARD)
    ring = seen_flat(face.corners, TOWARD)
    sides = np.roll(ring, -1, axis=0) - ring
    turns = sides[:, 0] * np.roll(sides, -1, axis=0)[:, 1] - sides[:, 1] * np.roll(sides, -1, axis=0)[:, 0]
    assert (turns > -1e-9).all() or (turns < 1e-9).all()


def test_every_prop_that_is_used_is_known() -> None:
    used = {type(prop) for figure_id in files.all_ids() for prop in files.read(figure_id).props}
    assert used <= set(catalogue.PROPS.values())
