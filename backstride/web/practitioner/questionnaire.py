"""Which safety questions a person is asked: all those of the cause and the findings, as far as they are known by now."""

from collections.abc import Iterable

from backstride.engine.program import Program
from backstride.engine.screening import asked
from backstride.web.practitioner.draft import Draft
from backstride.web.practitioner.unfinished import Unfinished
from backstride.web.records.library import knowledge


def questionnaire(program: Program | None, begun: Unfinished | None) -> tuple[str, ...]:
    """Flags to ask about, in order: those of the program, and those of an assessment begun today.

    Before anything is known, the questions of every cause are asked.
    """
    wanted: set[str] = set()
    if program is not None:
        wanted.update(questions_of(program.cause, program.assessment.contraindications))
    if begun is not None:
        wanted.update(questions_of(begun.cause, begun.found))
    if program is None and begun is None:
        wanted.update(questions_of("", ()))
    return tuple(flag for flag in knowledge().flags if flag in wanted)


def questions_of(cause: str, findings: Iterable[str]) -> tuple[str, ...]:
    """All questions for somebody with this cause and these findings."""
    return asked(cause, True, knowledge(), tuple(findings))


def still_open(draft: Draft, flags: Iterable[str]) -> tuple[str, ...]:
    """Those of these flags that the answers kept leave out."""
    answered = {answer.flag for answer in draft.answers}
    return tuple(flag for flag in flags if flag not in answered)
