"""“I meant no”: offered on the screen that follows a yes, for a few minutes and nowhere else (clinical.md §13.7)."""

from dataclasses import replace
from datetime import timedelta

from django.http import HttpRequest
from django.utils import timezone

from backstride.engine.assessment import Answer
from backstride.engine.event import TakenBack
from backstride.engine.program import Program
from backstride.web.patient.draft import Draft, Withdrawn, keep
from backstride.web.patient.visitor import day_of, event_id_of, person_of
from backstride.web.records.actions.record import record
from backstride.web.records.models import Episode

LASTS = timedelta(minutes=10)
_OFFER = "meant_no"


def offer(request: HttpRequest, flag: str) -> None:
    """Let the next screen offer to take back the answer to this flag."""
    request.session[_OFFER] = [flag, (timezone.now() + LASTS).timestamp()]


def offered(request: HttpRequest) -> str:
    """The flag whose answer may still be taken back, or ""."""
    flag, until = request.session.get(_OFFER, ["", 0])
    return str(flag) if timezone.now().timestamp() < until else ""


def withdraw(request: HttpRequest, episode: Episode, program: Program | None, draft: Draft) -> None:
    """Turn the offered answer into a no, keeping the first one.

    Raises Refused, with nothing changed, when the program's lock can no longer be taken back.
    """
    flag = offered(request)
    asking = draft.asking
    before = asking.said(flag) if asking is not None else None
    if asking is None or before is None:
        return
    if program is not None:
        event = TakenBack(day_of(episode, program), flag)
        record(episode, event, by=person_of(request), event_id=event_id_of(request))
    kept = (*draft.changed, Withdrawn(episode.today(), before))
    keep(episode, replace(draft, asking=asking.with_answer(Answer(flag, "no")), changed=kept))
    del request.session[_OFFER]
