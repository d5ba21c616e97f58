"""Safety questions, one at a time: which comes next, how an answer is read, and when the answers decide by themselves."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.http import QueryDict
from django.utils.translation import gettext as _

from backstride.engine import Clear, Refer, screen
from backstride.engine.assessment import Answer
from backstride.engine.screening import asked
from backstride.web.patient.draft import Asking
from backstride.web.patient.options import Option, options
from backstride.web.records.library import knowledge, library

# What the buttons post, and what the engine calls it.
SAID: Mapping[str, str] = {"yes": "yes", "no": "no", "not-sure": "unsure"}
UNDER_AGE = "Y1"


@dataclass(frozen=True)
class Question:
    """One question as it is shown. `follow`: it is the one further question after a yes to `flag`.

    `about` is the question already answered yes when `follow`; `parts` are items to tick; `place` counts from 1 to `of`.
    """

    flag: str
    follow: bool
    title: str
    detail: str
    about: str
    why: str
    parts: tuple[Option, ...]
    place: int
    of: int


class Unclear(Exception):
    """An answer that contradicts itself; the message tells the person what to do."""


def to_ask(cause: str, full: bool, findings: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Ids of the questions in order. Those of one cause only wait until the cause is known, or a finding that asks for them."""
    flags = asked(cause, full, knowledge(), findings)
    return tuple(flag for flag in flags if cause or _concerns_all(flag, findings))


def _concerns_all(flag_id: str, findings: tuple[str, ...]) -> bool:
    flag = knowledge().flag(flag_id)
    return not flag.only or not set(flag.only_with).isdisjoint(findings)


def next_question(asking: Asking, cause: str, findings: tuple[str, ...] = ()) -> Question | None:
    """The first question without an answer, or whose yes waits for one further question; None when all is said."""
    flags = to_ask(cause, asking.full, findings)
    for place, flag in enumerate(flags, start=1):
        answer = asking.said(flag)
        if answer is None or awaits_more(answer):
            return _question(flag, answer is not None, asking.full, place, len(flags))
    return None


def _question(flag_id: str, follow: bool, full: bool, place: int, of: int) -> Question:
    flag = library().flags[flag_id]
    asked_as = flag.question if full else flag.weekly_question or flag.question
    return Question(
        flag=flag_id,
        follow=follow,
        title=(flag.follow or "") if follow else asked_as,
        detail="" if follow else flag.detail,
        about=asked_as if follow else "",
        why=flag.why,
        parts=() if follow else options((part.id, part.text) for part in flag.parts),
        place=place,
        of=of,
    )


def awaits_more(answer: Answer) -> bool:
    """Whether a yes still waits for its one further question."""
    return answer.said == "yes" and not answer.follow and knowledge().flag(answer.flag).softer is not None


def waiting(asking: Asking) -> bool:
    """Whether any yes still waits for its further question."""
    return any(awaits_more(answer) for answer in asking.answers)


def read_answer(question: Question, posted: QueryDict, asking: Asking) -> Answer:
    """The answer that was tapped. Raises Unclear when nothing was, or when ticks and answer contradict each other."""
    said = SAID.get(posted.get("answer", ""))
    if said is None:
        raise Unclear(_("Tap one of the answers."))
    before = asking.said(question.flag)
    if question.follow and before is not None:
        return replace(before, follow=said)
    return Answer(question.flag, said, parts=_ticked(question, posted, said))


def _ticked(question: Question, posted: QueryDict, said: str) -> tuple[str, ...]:
    ticked = tuple(part.value for part in question.parts if part.value in posted.getlist("part"))
    if ticked and said == "no":
        raise Unclear(_("Something is ticked. Take the tick away, or tap “These fit”."))
    if question.parts and said == "yes" and not ticked:
        raise Unclear(_("Tick what fits, then tap “These fit”. If nothing does, tap “None”."))
    return ticked if said == "yes" else ()


def outcome_of(asking: Asking, known: tuple[str, ...] = ()) -> Clear | Refer:
    """What the answers so far ask for; a yes whose further question is open counts as its most urgent."""
    return screen(asking.answers, knowledge(), known)


def decides(asking: Asking, known: tuple[str, ...] = ()) -> bool:
    """Whether the answers already ask for care today, so that no further question is needed."""
    outcome = outcome_of(asking, known)
    return not waiting(asking) and isinstance(outcome, Refer) and outcome.urgency.locks


def under_age(asking: Asking) -> bool:
    """Whether the person said, or did not deny, being under 18: then there is no program."""
    answer = asking.said(UNDER_AGE)
    return answer is not None and answer.said != "no"
