"""What the answers to the next session would lead to: as expected, hurts, nothing done."""

from dataclasses import dataclass, replace
from datetime import date

from backstride.engine import options
from backstride.engine.decision import Kind
from backstride.engine.options import Future
from backstride.engine.program import Program
from backstride.web.records.library import knowledge
from backstride.web.records.wording import DecisionWords, decision_words

SHOWN = (("settles", "goes as expected"), ("much-more", "hurts"), ("not-done", "is not done"))
# What the practitioner need not be told about a day that has not come.
QUIET = (Kind.ASKED,)


@dataclass(frozen=True)
class Lead:
    """One answer in words, and the decisions it would bring, none when nothing changes. `tomorrow` is the plan after it."""

    words: str
    decisions: tuple[DecisionWords, ...]
    tomorrow: str


def as_if_signed(program: Program) -> Program:
    """The program as it will be once signed, so that a proposal can show its first day; nothing is stored."""
    return program if program.approved_on is not None else replace(program, approved_on=program.on)


def leads(program: Program, on: date) -> tuple[Lead, ...]:
    """The three futures; none when no session is possible today, since nothing then depends on its answer."""
    found = {future.answer: future for future in options(as_if_signed(program), knowledge(), on).futures}
    if len(found) == 1:
        return ()
    return tuple(_lead(words, found[answer], on) for answer, words in SHOWN if answer in found)


def _lead(words: str, future: Future, on: date) -> Lead:
    """What is decided from `on` on; days before are being closed as well, but no answer changes those."""
    made = tuple(decision_words(one) for one in future.decisions if one.kind not in QUIET and one.on >= on)
    return Lead(words, made, _tomorrow(future))


def _tomorrow(future: Future) -> str:
    plan = future.tomorrow
    moves = len(plan.session.items) if plan.session else 0
    session = f"{moves} moves" if moves else "No session"
    walk = f"{plan.walk.minutes} min walk" if plan.walk else "no walk"
    return f"{session}, {walk}"
