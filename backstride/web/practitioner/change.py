"""Changes a practitioner makes in the program editor: from what the page sent to events, all of them or none."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.http import HttpRequest

from backstride.engine import Refused
from backstride.engine.event import Adjusted, Approved
from backstride.engine.program import LadderState, Program
from backstride.web.accounts.models import User
from backstride.web.practitioner.barrier import rung_barrier
from backstride.web.practitioner.event_id import event_id_of
from backstride.web.practitioner.steps import ceiling_place
from backstride.web.records.actions.record import record
from backstride.web.records.library import knowledge
from backstride.web.records.models import Episode
from backstride.web.records.wording import form_name, ladder_name

KINDS = ("rung", "lock", "unlock", "remove", "restore", "walk", "phase", "withdraw")


@dataclass(frozen=True)
class Change:
    """One change asked for by a button: `what` of KINDS, its `target` and `value`."""

    what: str
    target: str
    value: int


def asked_change(sent: str) -> Change | None:
    """The change written as what:target:value; None for the buttons that only save. Refuses anything else."""
    if sent in ("", "save", "approve"):
        return None
    what, _, rest = sent.partition(":")
    target, _, value = rest.partition(":")
    if what not in KINDS or not value.isdigit():
        raise Refused("change: this page does not know that change")
    return Change(what, target, int(value))


@transaction.atomic
def save(request: HttpRequest, episode: Episode, program: Program, by: User) -> Program:
    """Record the ceilings that were changed, then the change asked for. Refuses with nothing stored."""
    on, name = episode.today(), by.display_name
    for adjusted in _ceilings(request, program, on, name):
        program = record(episode, adjusted, by=by, event_id=event_id_of(request, f"ceiling {adjusted.target}"))
    change = asked_change(request.POST.get("do", ""))
    if change is None:
        return program
    _allowed(program, change)
    target = "walk" if change.what == "walk" else "phase" if change.what == "phase" else change.target
    event = Adjusted(on, name, change.what, target, change.value)
    return record(episode, event, by=by, event_id=event_id_of(request))


@transaction.atomic
def approve(request: HttpRequest, episode: Episode, program: Program, by: User) -> Program:
    """Sign the program with the name given and the ceilings chosen. Refuses with nothing stored."""
    name = request.POST.get("signature", "").strip()
    if not name:
        raise Refused("Sign with your name.")
    ceilings = tuple((state.ladder, _ceiling(request, program, state)) for state in program.ladders)
    walk = _chosen(request, "walk", program.walk.ceiling)
    return record(episode, Approved(episode.today(), name[:80], ceilings, walk), by=by, event_id=event_id_of(request))


def _ceiling(request: HttpRequest, program: Program, state: LadderState) -> int:
    """The rung chosen as the highest; a ladder not on the page keeps its own, at most the top of what its cause has."""
    return _chosen(request, state.ladder, ceiling_place(program, state))


def _chosen(request: HttpRequest, target: str, old: int) -> int:
    sent = request.POST.get(f"ceiling-{target}", "")
    if sent and not sent.isdigit():
        raise Refused(f"ceiling of {ladder_name(target)}: {sent!r} is not a number")
    return int(sent) if sent else old


def _ceilings(request: HttpRequest, program: Program, on: date, by: str) -> Iterator[Adjusted]:
    for state in program.ladders:
        old = ceiling_place(program, state)
        new = _chosen(request, state.ladder, old)
        if new != old:
            yield Adjusted(on, by, "ceiling", state.ladder, new)


def _allowed(program: Program, change: Change) -> None:
    """Refuse, with the reason, a rung that is not open or above its ceiling, and a level above the walk's."""
    if change.what == "walk":
        _below(change.value, program.walk.ceiling, "Walking")
    if change.what != "rung":
        return
    state = program.ladder(change.target)
    rungs = knowledge().ladder(change.target).rungs
    if change.value < len(rungs):
        rung = rungs[change.value]
        found = rung_barrier(program, rung)
        if found is not None:
            raise Refused(f"{form_name(rung.exercise, rung.forms[0])} is not open to this person. {found.words}")
    _below(change.value, state.ceiling, ladder_name(change.target))


def _below(value: int, ceiling: int, name: str) -> None:
    if value > ceiling:
        raise Refused(f"{name} has reached its ceiling. Raise the ceiling first.")
