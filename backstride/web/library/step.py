"""A ladder's rungs in words: the exercise, how it may be done, the dose, and for whom it is there."""

from collections.abc import Iterable
from dataclasses import dataclass

from backstride.knowledge.exercise import PLAIN, Exercise
from backstride.knowledge.ladder import Ladder, Rung
from backstride.web.library.place import Place, place
from backstride.web.records.library import library
from backstride.web.records.wording import dose_words

LABELS = {"sets": "Sets", "reps": "Repetitions", "hold": "Hold", "rest": "Rest between sets", "per_day": "Times a day"}
SECONDS = ("hold", "rest")
LOADS: dict[str, str] = {
    "end-range-flexion": "bending forward to the end",
    "loaded-flexion": "bending forward with a load",
    "end-range-extension": "bending backward to the end",
    "hip-flexion-adduction": "the knee drawn up and across",
    "unsupported-standing": "standing without a hold",
    "weight-on-arm": "weight on the arms",
    "kneeling": "kneeling",
    "long-hold": "a long hard hold",
    "prone": "lying on the front",
    "supine": "lying on the back",
    "supine-long": "lying on the back for over a minute",
    "heavy-load": "a load of over 5 kg",
}


@dataclass(frozen=True)
class Step:
    """One rung: its number, its exercise, the ways it may be done (empty: only as described), the dose, and for whom it is.

    `only` are the causes it is for, `but` those it is not for: whichever are fewer; both empty for everybody.
    """

    number: int
    exercise: Place
    ways: tuple[str, ...]
    dose: str
    only: tuple[str, ...]
    but: tuple[str, ...]


def steps(ladder: Ladder, exercise_id: str = "") -> tuple[Step, ...]:
    """All rungs of a ladder, or those of one exercise."""
    numbered = enumerate(ladder.rungs, start=1)
    return tuple(_step(number, rung) for number, rung in numbered if exercise_id in ("", rung.exercise))


def dose_range(rungs: Iterable[Rung]) -> tuple[tuple[str, str], ...]:
    """The least and the most of each part of the dose over these rungs, as (label, "4–10 s"); parts never asked are left out."""
    met = list(rungs)
    values = ((name, [getattr(rung, name) for rung in met]) for name in LABELS)
    return tuple(
        (LABELS[name], _span(name, some))
        for name, some in values
        if some and max(some) > (1 if name == "per_day" else 0)
    )


def loads(mechanisms: Iterable[str]) -> str:
    """How something loads the body, in words."""
    return ", ".join(LOADS[one] for one in mechanisms)


def way_name(exercise: Exercise, way: str) -> str:
    """What a form of an exercise is called; the exercise itself is "as described"."""
    form = exercise.form(way)
    return form.name if form else "As described"


def _step(number: int, rung: Rung) -> Step:
    exercise = library().exercises[rung.exercise]
    ways = () if rung.forms == (PLAIN,) else tuple(way_name(exercise, way) for way in rung.forms)
    dose = dose_words(rung.exercise, rung.to_engine().dose)
    return Step(number, place("exercise", rung.exercise, ""), ways, dose, *_for_whom(rung))


def _for_whom(rung: Rung) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if not rung.causes:
        return (), ()
    only = tuple(library().causes[one].name for one in rung.causes)
    but = tuple(cause.name for cause in library().causes.values() if cause.id not in rung.causes)
    return (only, ()) if len(only) <= len(but) else ((), but)


def _span(name: str, values: list[int]) -> str:
    least, most = min(values), max(values)
    unit = " s" if name in SECONDS else ""
    return f"{least}{unit}" if least == most else f"{least}–{most}{unit}"
