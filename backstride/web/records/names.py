"""Names of things for people: exercises in their forms, ladders, phases, places, directions, and what stops a program."""

from dataclasses import dataclass

from backstride.engine.catalogue import PLAIN
from backstride.engine.values import Dose
from backstride.knowledge import wording
from backstride.knowledge.exercise import Exercise
from backstride.web.records.library import library

PHASES = ("Calm", "Restore", "Strengthen", "Maintain")
PLACES = {
    "nowhere": "nowhere",
    "back": "low back",
    "buttock": "buttock",
    "thigh": "thigh",
    "calf": "calf",
    "foot": "foot",
}
DIRECTIONS = {"extension": "bending backward", "flexion": "bending forward", "neutral": "no direction"}
DECLARED = {
    "diagnosis": "a new diagnosis",
    "injection": "an injection in the back",
    "surgery": "an operation",
    "pregnancy": "a pregnancy",
}
INSTEAD = {"bike": "the bike", "water": "walking in water"}


@dataclass(frozen=True)
class GivenWords:
    """An exercise as one person is given it: in its form, and with the sentence for their cause ("" without one)."""

    exercise: str
    form: str
    name: str
    start: str
    steps: tuple[str, ...]
    for_cause: str
    texts: Exercise


def given_words(exercise_id: str, form: str = PLAIN, cause: str = "") -> GivenWords:
    """The words of this form of an exercise, for somebody with this cause ("": nobody in particular)."""
    words = exercise_words(exercise_id)
    given = words.form(form)
    return GivenWords(
        exercise=exercise_id,
        form=form,
        name=form_name(exercise_id, form),
        start=given.start if given is not None else words.start,
        steps=(given.steps if given is not None else None) or words.steps,
        for_cause=words.by_cause.get(cause, ""),
        texts=words,
    )


def exercise_words(exercise_id: str) -> Exercise:
    """The texts of one exercise."""
    return library().exercises[exercise_id]


def form_name(exercise_id: str, form: str = PLAIN) -> str:
    """The exercise's name with its form behind it, for example "Plank, at the wall"."""
    words = exercise_words(exercise_id)
    given = words.form(form)
    return f"{words.name}, {_within(given.name)}" if given is not None else words.name


def taught_name(taught: str) -> str:
    """The name of what is kept as taught: an exercise, or one of its forms as FUN02/loaded."""
    exercise_id, _, form = taught.partition("/")
    return form_name(exercise_id, form or PLAIN)


def dose_words(exercise_id: str, dose: Dose, sides: tuple[str, ...] = ()) -> str:
    """A dose of this exercise in plain words, for example "Right side · 2 × 10"."""
    return wording.dose_words(exercise_words(exercise_id), dose, sides)


def ladder_name(ladder_id: str) -> str:
    """A ladder's name; "Walking" for the walk."""
    return "Walking" if ladder_id == "walk" else library().ladders[ladder_id].name


def rung_name(ladder_id: str, place: int) -> str:
    """What stands on this rung and at which dose; the minutes of a walking level."""
    if ladder_id == "walk":
        return f"{library().engine.walk_levels[place].minutes} minutes"
    rungs = library().engine.ladders[ladder_id].rungs
    rung = rungs[min(place, len(rungs) - 1)]
    # Where several forms are possible, which one is given depends on the person: then the exercise alone is named.
    form = rung.forms[0] if len(rung.forms) == 1 else PLAIN
    return f"{form_name(rung.exercise, form)}, {dose_words(rung.exercise, rung.dose)}"


def lock_words(flag_id: str) -> str:
    """What stopped the program, in a few words: a flag's short name or a rule's title."""
    flag = library().flags.get(flag_id)
    return flag.name if flag is not None else library().rules[flag_id].title


def phase_name(phase: int) -> str:
    """A phase's name, for example "Restore"."""
    return PHASES[phase - 1]


def _within(name: str) -> str:
    """A name as it stands inside a sentence: its first letter small."""
    return name[:1].lower() + name[1:]
