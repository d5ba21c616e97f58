"""Why an exercise is not open to this person, in words with rule and source."""

from dataclasses import dataclass

from backstride.engine.decision import Reason
from backstride.engine.denial import denied
from backstride.engine.program import Program
from backstride.knowledge.cause import Denial
from backstride.knowledge.text import Source
from backstride.web.records.library import knowledge, library
from backstride.web.records.wording import PHASES, ReasonWords, exercise_words, reason_words


@dataclass(frozen=True)
class Barrier:
    """What stands in the way. `rule` has figures, statement and strength, None where no rule but the menu decides."""

    words: str
    rule: ReasonWords | None = None
    sources: tuple[str, ...] = ()


def barrier(program: Program, exercise_id: str) -> Barrier | None:
    """What keeps this exercise from being given now, or None when it is open."""
    return _barred(program, exercise_id) or _denied(program, exercise_id)


def _barred(program: Program, exercise_id: str) -> Barrier | None:
    exercise = knowledge().exercise(exercise_id)
    opens = opening_phase(program.cause, exercise_id)
    if opens is None:
        return Barrier("It is on no menu of this cause.")
    if opens > program.phase:
        return Barrier(f"It opens in phase {opens}, {PHASES[opens - 1]}.")
    missing = sorted(exercise.kit - set(program.assessment.kit))
    if missing:
        return Barrier(f"It needs a {' and a '.join(missing)}, which is not recorded at home.")
    if exercise.taught and exercise_id not in program.taught:
        return Barrier("It has to be taught first.")
    return None


def opening_phase(cause: str, exercise_id: str) -> int | None:
    """The first phase whose menu holds the exercise."""
    menus = knowledge().cause(cause).menus
    return next((phase for phase, menu in enumerate(menus, start=1) if exercise_id in menu), None)


def _denied(program: Program, exercise_id: str) -> Barrier | None:
    reason = denied(exercise_id, program, knowledge())
    if reason is None:
        return None
    rule = reason_words(reason)
    words, sources = _by_finding(reason) or _by_cause(reason, program, exercise_id) or (rule.statement, ())
    return Barrier(words, rule, sources)


def _by_finding(reason: Reason) -> tuple[str, tuple[str, ...]] | None:
    found = library().contraindications.get(str(dict(reason.facts).get("contraindication", "")))
    return (f"{found.name}. {found.why}", source_words(found.sources)) if found else None


def _by_cause(reason: Reason, program: Program, exercise_id: str) -> tuple[str, tuple[str, ...]] | None:
    until = str(dict(reason.facts).get("until", ""))
    for denial in library().causes[program.cause].denials:
        if denial.exercise == exercise_id and (denial.until or "") == until and program.phase in denial.phases:
            return denial.reason, source_words(denial.sources)
    return None


def source_words(sources: tuple[Source, ...]) -> tuple[str, ...]:
    """Sources as the page names them: the citation's title, or that it is our own proposal or unconfirmed."""
    words = [library().citations[one.cite].title if one.cite else f"{one.mark}: {one.fact}" for one in sources]
    return tuple(word[:1].upper() + word[1:] for word in words)


@dataclass(frozen=True)
class Forbidden:
    """One line of the deny-list: what, when, why, and where that comes from."""

    name: str
    when: str
    why: str
    sources: tuple[str, ...]


def deny_list(program: Program) -> tuple[Forbidden, ...]:
    """What this person's findings and this cause rule out, one line an exercise."""
    denials = library().causes[program.cause].denials
    found = [library().contraindications[one] for one in program.assessment.contraindications]
    by_finding = [Forbidden(one.name, "Recorded for this person", one.why, source_words(one.sources)) for one in found]
    by_exercise = {one.exercise: [other for other in denials if other.exercise == one.exercise] for one in denials}
    return (*by_finding, *(_line(exercise, several) for exercise, several in by_exercise.items()))


def _line(exercise: str, denials: list[Denial]) -> Forbidden:
    sources = dict.fromkeys(source for one in denials for source in source_words(one.sources))
    when = "; ".join(_when(one) for one in denials)
    return Forbidden(_name(exercise), when, " ".join(one.reason for one in denials), tuple(sources))


def _name(exercise_id: str) -> str:
    planned = library().planned.exercises
    return planned[exercise_id] if exercise_id in planned else exercise_words(exercise_id).name


def _when(denial: Denial) -> str:
    if denial.until == "leg-calm":
        return "Until the leg has calmed"
    if denial.when is not None:
        return {"irritable": "While the leg is irritable", "leg-spreads": "While pain spreads down the leg"}[
            denial.when
        ]
    phases = denial.phases
    if len(phases) == len(PHASES):
        return "Always"
    return f"Phase {phases[0]}" if len(phases) == 1 else f"Phases {phases[0]} to {phases[-1]}"
