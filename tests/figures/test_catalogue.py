"""Every exercise, every form and every scene of daily living has a figure, and every frame of every figure passes."""

import pytest

from backstride.figures import build
from backstride.figures.checking import posed
from backstride.figures.posing import files
from backstride.knowledge import load

SCENES = {
    "carry-close", "drive-seat", "lie-back-pillow", "lie-side-pillow", "lift-floor", "roll-out-of-bed", "sit-supported",
    "stand-foot-up", "vacuum",
}  # fmt: skip
EXERCISES = load().exercises
FORMS = {f"{exercise}-{form.id}": told for exercise, told in EXERCISES.items() for form in told.forms}
TOLD = EXERCISES | FORMS


def test_sixty_exercises_have_a_figure() -> None:
    assert len(EXERCISES) == 60
    assert set(EXERCISES) - set(files.all_ids()) == set()


def test_every_form_has_a_figure() -> None:
    assert set(FORMS) - set(files.all_ids()) == set()


def test_every_scene_of_daily_living_has_a_figure() -> None:
    assert SCENES - set(files.all_ids()) == set()


def test_no_figure_is_of_nothing() -> None:
    known = set(TOLD)
    assert {name for name in files.all_ids() if name[0].isupper()} - known == set()


@pytest.mark.parametrize("exercise", sorted(EXERCISES))
def test_a_figure_bears_the_name_of_its_exercise(exercise: str) -> None:
    assert files.read(exercise).name == EXERCISES[exercise].name


@pytest.mark.parametrize("figure_id", sorted(name for name, told in TOLD.items() if told.work != "time"))
def test_a_figure_moves_in_the_prescribed_tempo(figure_id: str) -> None:
    figure = files.read(figure_id)
    moving = sum(step.move for step in figure.cycle) * (2 if figure.alternates else 1)
    rounds = 2 if figure_id.startswith("HIP04") else 1  # a step there and a step back
    assert len(figure.poses) == 1 or moving == pytest.approx(rounds * TOLD[figure_id].pace, abs=0.01)


def test_both_bodies_are_drawn() -> None:
    assert {files.read(figure_id).body for figure_id in files.all_ids()} == {"adult", "older"}


@pytest.mark.parametrize("figure_id", files.all_ids())
def test_every_frame_passes(figure_id: str) -> None:
    figure = files.read(figure_id)
    assert list(map(str, posed.findings(figure, build.solved(figure)))) == []
