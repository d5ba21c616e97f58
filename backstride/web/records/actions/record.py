"""Record one event: fold it into the program, and keep event, decisions and program together or not at all."""

import uuid

from django.db import transaction
from django.utils import timezone

from backstride import __version__
from backstride.engine import advance, begin
from backstride.engine.codec import event_from_plain, event_to_plain, from_plain, to_plain
from backstride.engine.decision import Decision, Decisions
from backstride.engine.event import Event
from backstride.engine.program import Program
from backstride.web.accounts.models import User
from backstride.web.records.attention import attention, legs
from backstride.web.records.library import knowledge
from backstride.web.records.models import DecisionRecord, Episode, EventRecord, Snapshot


@transaction.atomic
def record(episode: Episode, event: Event, *, by: User | None, event_id: uuid.UUID | None = None) -> Program:
    """The program after `event`. Recording the same `event_id` again changes nothing.

    Raises engine Refused (with nothing stored) when the engine does not accept the event, and ValueError when the
    id belongs to another episode's event.
    """
    Episode.objects.select_for_update().get(pk=episode.pk)
    snapshot = Snapshot.objects.filter(episode=episode).first()
    known = EventRecord.objects.filter(pk=event_id).first() if event_id else None
    if known is not None:
        if known.episode_id != episode.pk or snapshot is None:
            raise ValueError(f"event id {event_id} is already taken")
        return from_plain(Program, snapshot.program)
    program, decisions = _fold(snapshot, event)
    kept = _keep_event(episode, event, by, event_id, snapshot.sequence + 1 if snapshot else 1)
    _keep_decisions(kept, decisions)
    _keep_program(episode, program, kept.sequence)
    return program


def _fold(snapshot: Snapshot | None, event: Event) -> tuple[Program, Decisions]:
    event = event_from_plain(event_to_plain(event))
    if snapshot is None:
        return begin(event, knowledge())
    return advance(from_plain(Program, snapshot.program), event, knowledge())


def _keep_event(
    episode: Episode, event: Event, by: User | None, event_id: uuid.UUID | None, sequence: int
) -> EventRecord:
    body = event_to_plain(event)
    return EventRecord.objects.create(
        id=event_id or uuid.uuid4(),
        episode=episode,
        sequence=sequence,
        kind=body["kind"],
        on=event.on,
        body=body,
        by=by,
    )


def _keep_decisions(event: EventRecord, decisions: Decisions) -> None:
    DecisionRecord.objects.bulk_create(_row(event, place, one) for place, one in enumerate(decisions))


def _row(event: EventRecord, place: int, decision: Decision) -> DecisionRecord:
    return DecisionRecord(
        event=event,
        episode_id=event.episode_id,
        place=place,
        on=decision.on,
        kind=decision.kind.value,
        subject=decision.subject,
        rule=decision.reason.rule,
        body=to_plain(decision),
        engine_version=__version__,
        knowledge_version=knowledge().version,
    )


def _keep_program(episode: Episode, program: Program, sequence: int) -> None:
    urgency, rule = attention(program)
    Snapshot.objects.update_or_create(
        episode=episode,
        defaults={
            "program": to_plain(program),
            "sequence": sequence,
            "knowledge_version": knowledge().version,
            "cause": program.cause,
            "attention": urgency,
            "attention_rule": rule,
            "legs": legs(program),
            "updated_at": timezone.now(),
        },
    )
