"""Why an exercise is not open to this person, in words with rule and source."""

from dataclasses import dataclass

from backstride.engine.catalogue import PLAIN, Rung
from backstride.engine.decision import Reason
from backstride.engine.denial import denied, ordered
from backstride.engine.program import Program
from backstride.engine.rungs import form_given, taught_as
from backstride.knowledge.cause import Denial
from backstride.knowledge.text import Source
from backstride.web.practitioner.options import kit_words
from backstride.web.records.library import knowledge, library
from backstride.web.records.names import exercise_words
from backstride.web.records.wording import PHASES, ReasonWords, reason_words


@dataclass(frozen=True)
class Barrier:
    """What stands in the way. `rule` has figures, statement and strength, None where no rule but the menu decides.

    `title` says the same in a word or two where `words` are long.
    """

    words: str
    rule: ReasonWords | None = None
    sources: tuple[str, ...] = ()
    title: str = ""


def rung_barrier(program: Program, rung: Rung) -> Barrier | None:
    """What keeps this rung from being given now, or None when it is open in one of its forms."""
    if rung.causes and program.cause not in rung.causes:
        return Barrier("This step is for other causes.")
    shut = _not_on_menu(program, rung.exercise)
    if shut is not None:
        return shut
    if form_given(rung, program, knowledge()) is not None:
        return None
    found = [(form, barrier(program, rung.exercise, form)) for form in rung.forms]
    return _together(rung.exercise, [(form, one) for form, one in found if one is not None])


def lacking(program: Program, rung: Rung) -> Barrier | None:
    """What equipment or teaching keeps a rung of today's menu from being given; None where something else does."""
    if _not_on_menu(program, rung.exercise) is not None or form_given(rung, program, knowledge()) is not None:
        return None
    found = [(form, unready(program, rung.exercise, form)) for form in rung.forms]
    return _together(rung.exercise, [(form, one) for form, one in found if one is not None])


def barrier(program: Program, exercise_id: str, form: str = PLAIN) -> Barrier | None:
    """What keeps this form of an exercise from being given now, or None when it is open."""
    return (
        _not_on_menu(program, exercise_id) or unready(program, exercise_id, form) or _denied(program, exercise_id, form)
    )


def _together(exercise_id: str, found: list[tuple[str, Barrier]]) -> Barrier | None:
    """What stands in the way of every form, in one: the same words once, others with the form they are about."""
    if not found:
        return None
    several = len({one.words for _, one in found}) > 1
    words = [f"{_form(exercise_id, form)}{one.words}" if several else one.words for form, one in found]
    told = next((one for _, one in found if one.rule is not None), found[0][1])
    return Barrier(" ".join(dict.fromkeys(words)), told.rule, told.sources, "" if several else told.title)


def _form(exercise_id: str, form: str) -> str:
    given = exercise_words(exercise_id).form(form)
    return f"{given.name if given else 'As usual'}: "


def _not_on_menu(program: Program, exercise_id: str) -> Barrier | None:
    if ordered(exercise_id, program):
        return None
    opens = opening_phase(program.cause, exercise_id)
    if opens is None:
        return Barrier("It is on no menu of this cause.")
    return Barrier(f"It opens in phase {opens}, {PHASES[opens - 1]}.") if opens > program.phase else None


def opening_phase(cause: str, exercise_id: str) -> int | None:
    """The first phase whose menu holds the exercise."""
    menus = knowledge().cause(cause).menus
    return next((phase for phase, menu in enumerate(menus, start=1) if exercise_id in menu), None)


def unready(program: Program, exercise_id: str, form: str = PLAIN) -> Barrier | None:
    """What is lacking for this form before the deny-list is asked: equipment, or having been shown it."""
    way = knowledge().exercise(exercise_id).forms[form]
    missing = sorted(way.kit - set(program.assessment.kit))
    if missing:
        return Barrier(f"It needs {' and '.join(map(kit_words, missing))}, not recorded at home.")
    if way.taught and taught_as(exercise_id, form) not in program.taught:
        return Barrier("It has to be taught first.")
    return None


def _denied(program: Program, exercise_id: str, form: str) -> Barrier | None:
    reason = denied(exercise_id, program, knowledge(), form)
    return denial_words(reason, program, exercise_id, form) if reason is not None else None


def denial_words(reason: Reason, program: Program, exercise_id: str, form: str = PLAIN) -> Barrier:
    """The words of a denial: the finding's or the cause's own; a further cause is named."""
    rule = reason_words(reason)
    own = _by_finding(reason, rule) or _by_cause(reason, rule, program, exercise_id, form)
    return own or Barrier(rule.statement, rule)


def _by_finding(reason: Reason, rule: ReasonWords) -> Barrier | None:
    found = library().contraindications.get(str(dict(reason.facts).get("contraindication", "")))
    if found is None:
        return None
    return Barrier(f"{found.name}. {found.why}", rule, source_words(found.sources), found.name)


def _by_cause(reason: Reason, rule: ReasonWords, program: Program, exercise_id: str, form: str) -> Barrier | None:
    facts = {label: str(value) for label, value in reason.facts}
    cause = library().causes.get(facts.get("cause", ""))
    if cause is None:
        return None
    for denial in cause.denials:
        if denial.exercise == exercise_id and _speaks(denial, facts, program.phase, form):
            sources = source_words(denial.sources)
            if cause.id == program.cause:
                return Barrier(denial.reason, rule, sources)
            return Barrier(f"{cause.name}, a further cause. {denial.reason}", rule, sources, cause.name)
    return None


def _speaks(denial: Denial, facts: dict[str, str], phase: int, form: str) -> bool:
    """Whether this is the denial that the reason is about."""
    same = (denial.until or "") == facts.get("until", "") and (denial.when or "") == facts.get("while", "")
    return same and phase in denial.phases and (not denial.forms or form in denial.forms)


def source_words(sources: tuple[Source, ...]) -> tuple[str, ...]:
    """Sources as the page names them: the citation's title, or that it is our own proposal or unconfirmed."""
    words = [library().citations[one.cite].title if one.cite else f"{one.mark}: {one.fact}" for one in sources]
    return tuple(word[:1].upper() + word[1:] for word in words)
