"""What the answers to the safety questions become: a lock at once, a screen in the history, or a program opened again."""

from dataclasses import replace

from django.http import HttpRequest

from backstride.engine import Clear, Refer, Refused
from backstride.engine.assessment import Answer
from backstride.engine.event import Flagged, Reopened, Screened
from backstride.engine.program import Program
from backstride.web.patient.draft import Asking, Draft, keep
from backstride.web.patient.onward import known_of
from backstride.web.patient.questions import outcome_of
from backstride.web.patient.taking_back import offer
from backstride.web.patient.visitor import day_of, event_id_of, person_of
from backstride.web.records.actions.record import record
from backstride.web.records.models import Episode


def stop(request: HttpRequest, episode: Episode, program: Program | None, asking: Asking, flag: str) -> None:
    """An answer asks for care today: lock the program there is, and let the next screen offer to take the answer back.

    A flag that had locked the program before cannot be taken back: its older lock has to stay.
    """
    answer = asking.said(flag)
    today = day_of(episode, program) if program is not None else None
    locked_before = program is not None and any(lock.flag == flag and lock.since != today for lock in program.locks)
    if program is not None and answer is not None and not _is_told(program, answer):
        event = Flagged(day_of(episode, program), answer)
        record(episode, event, by=person_of(request), event_id=event_id_of(request))
    if not locked_before:
        offer(request, flag)


def lock_meanwhile(request: HttpRequest, episode: Episode, program: Program | None, answer: Answer) -> Program | None:
    """A yes locks at once, before its further question is answered; the answer to that one then takes its place."""
    if program is None:
        return None
    event = Flagged(day_of(episode, program), answer)
    return record(episode, event, by=person_of(request), event_id=event_id_of(request))


def _is_told(program: Program, answer: Answer) -> bool:
    """Whether this answer locked the program when its further question was answered."""
    return bool(answer.follow) and any(one.flag == answer.flag and one.answered for one in program.locks)


def conclude(request: HttpRequest, episode: Episode, program: Program, draft: Draft, asking: Asking) -> str:
    """All questions are answered and none asks for care today: record it. The name of the page that comes next."""
    outcome = outcome_of(asking, known_of(draft, program))
    if asking.purpose == "reopen" and isinstance(outcome, Clear):
        return _reopen(request, episode, program, draft, asking.answers)
    _record(request, episode, Screened(day_of(episode, program), asking.answers, asking.full))
    keep(episode, replace(draft, asking=None, examined=None))
    return "patient:refer" if isinstance(outcome, Refer) else "patient:today"


def _reopen(request: HttpRequest, episode: Episode, program: Program, draft: Draft, answers: tuple[Answer, ...]) -> str:
    examined = draft.examined
    if examined is None:
        return "patient:reopen"
    event = Reopened(day_of(episode, program), examined.by, examined.on, answers, practitioner=False)
    try:
        _record(request, episode, event)
    except Refused:
        # The lock became newer than the examination while the questions were answered.
        keep(episode, replace(draft, asking=None, examined=None))
        return "patient:refer"
    keep(episode, replace(draft, asking=None, examined=None))
    return "patient:today"


def _record(request: HttpRequest, episode: Episode, event: Screened | Reopened) -> None:
    record(episode, event, by=person_of(request), event_id=event_id_of(request))
