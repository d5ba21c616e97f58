"""The deny-list of one person: what their findings, their cause and further causes rule out, when and why."""

from collections.abc import Iterator
from dataclasses import dataclass

from backstride.engine.denial import ordered
from backstride.engine.program import Program
from backstride.knowledge.cause import Cause, Denial
from backstride.web.practitioner.barrier import source_words
from backstride.web.practitioner.orders import denials_of
from backstride.web.records.library import library
from backstride.web.records.names import exercise_words
from backstride.web.records.wording import PHASES

CONDITIONS = {
    "leg-calm": "Until the leg has calmed",
    "irritable": "While the leg is irritable",
    "leg-spreads": "While pain spreads down the leg",
    "late-pregnancy": "From week 28 of the pregnancy",
    "no-control": "Until the control check is confirmed",
}


@dataclass(frozen=True)
class Forbidden:
    """One line of the deny-list: what, when, why, and where that comes from.

    `of` is the heading it stands under. `exercise` is what an order could lift now, empty where none could. `lifted`: an
    order has done so.
    """

    of: str
    name: str
    when: str
    why: str
    sources: tuple[str, ...]
    exercise: str = ""
    lifted: bool = False


def deny_list(program: Program) -> tuple[Forbidden, ...]:
    """What is ruled out for this person: by findings, by the cause, and by further causes under their own names."""
    causes = [library().causes[one] for one in (program.cause, *program.assessment.also)]
    return (*_by_findings(program), *(line for cause in causes for line in _by_cause(cause, program)))


def _by_findings(program: Program) -> Iterator[Forbidden]:
    for one in program.assessment.contraindications:
        found = library().contraindications[one]
        if found.denies:
            yield Forbidden("Recorded findings", found.name, "", found.why, source_words(found.sources))


def _by_cause(cause: Cause, program: Program) -> Iterator[Forbidden]:
    further = cause.id != program.cause
    never = _never(program.cause) if further else set()
    for exercise in dict.fromkeys(denial.exercise for denial in cause.denials if denial.exercise not in never):
        denials = [one for one in cause.denials if one.exercise == exercise]
        sources = dict.fromkeys(source for one in denials for source in source_words(one.sources))
        yield Forbidden(
            of=f"Also: {cause.name}" if further else cause.name,
            name=_name(exercise, denials),
            when="; ".join(dict.fromkeys(map(_when, denials))),
            why=" ".join(dict.fromkeys(one.reason for one in denials)),
            sources=tuple(sources),
            exercise=exercise if denials_of(exercise, program) else "",
            lifted=ordered(exercise, program),
        )


def _never(cause: str) -> set[str]:
    """What this cause rules out always, so that a further cause need not say it again."""
    denials = library().causes[cause].denials
    return {one.exercise for one in denials if one.always and len(one.phases) == len(PHASES)}


def _name(exercise_id: str, denials: list[Denial]) -> str:
    """The exercise, and its forms in brackets where only these are ruled out."""
    words = exercise_words(exercise_id)
    named = [words.form(form) for one in denials for form in one.forms]
    forms = [form.name[:1].lower() + form.name[1:] for form in named if form is not None]
    return f"{words.name} ({', '.join(forms)})" if forms else words.name


def _when(denial: Denial) -> str:
    condition = CONDITIONS.get(denial.until or denial.when or "", "")
    phases = _phases(denial.phases)
    if not condition:
        return phases or "Always"
    return f"{condition}, {phases.lower()}" if phases else condition


def _phases(phases: tuple[int, ...]) -> str:
    if len(phases) == len(PHASES):
        return ""
    return f"Phase {phases[0]}" if len(phases) == 1 else f"Phases {phases[0]} to {phases[-1]}"
