"""What opens only after a practitioner has shown it: exercises, their forms, and the steadiness check of the third phase."""

from dataclasses import dataclass

from backstride.engine.program import Program
from backstride.engine.rungs import taught_as
from backstride.web.records.library import knowledge
from backstride.web.records.names import form_name


@dataclass(frozen=True)
class Lesson:
    """One thing to be shown: the exercise and its form, its name, and whether it was shown."""

    exercise: str
    form: str
    name: str
    done: bool

    @property
    def key(self) -> str:
        """What is kept when it was shown, and what the form posts."""
        return taught_as(self.exercise, self.form)


def lessons(program: Program) -> tuple[Lesson, ...]:
    """What this program holds on some rung, in any phase of its cause, and gives only after it was shown."""
    menu = frozenset[str]().union(*knowledge().cause(program.cause).menus)
    found: dict[str, Lesson] = {}
    for state in program.ladders:
        for rung in knowledge().ladder(state.ladder).rungs:
            if rung.exercise not in menu or (rung.causes and program.cause not in rung.causes):
                continue
            for form in rung.forms:
                if knowledge().exercise(rung.exercise).forms[form].taught:
                    one = _lesson(program, rung.exercise, form)
                    found[one.key] = one
    return tuple(found.values())


def _lesson(program: Program, exercise: str, form: str) -> Lesson:
    return Lesson(exercise, form, form_name(exercise, form), taught_as(exercise, form) in program.taught)


def control_of(program: Program) -> Lesson:
    """The exercise of the steadiness check; done when somebody confirmed it."""
    exercise = knowledge().cause(program.cause).control
    return Lesson(exercise, "plain", form_name(exercise), exercise in program.controlled)
