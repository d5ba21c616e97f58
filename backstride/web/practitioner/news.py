"""What the patient told since the practitioner last did something: something new in their life, a worry, a low mood."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from backstride.engine.event import Adjusted, Approved, Assessed, Declared, Reopened, Taught
from backstride.engine.program import Program
from backstride.web.practitioner.stop import declared
from backstride.web.records.models import Episode, EventRecord
from backstride.web.records.names import DECLARED

# What counts as contact of the practitioner with the person (clinical.md §13.32).
CONTACT = tuple(kind.__name__ for kind in (Approved, Assessed, Adjusted, Taught, Reopened))
YELLOW = "yellow/answer"
REMINDER = "review/reminder"


@dataclass(frozen=True)
class Worry:
    """The monthly questions answered yes: which, in words, and when."""

    words: str
    on: date


def contact() -> Coalesce:
    """The place in the history of the practitioner's latest contact with the episode, 0 before the first."""
    seen = EventRecord.objects.filter(episode=OuterRef("pk"), kind__in=CONTACT).order_by("-sequence")
    return Coalesce(Subquery(seen.values("sequence")[:1]), Value(0))


def yellow_event() -> Subquery:
    """The body of the latest event since `contact` that answered one of the monthly questions yes."""
    return Subquery(_told(YELLOW, OuterRef("pk"), OuterRef("contact")).values("body")[:1])


def declared_event() -> Subquery:
    """The body of the latest event that told of something new."""
    told = EventRecord.objects.filter(episode=OuterRef("pk"), kind=Declared.__name__).order_by("-sequence")
    return Subquery(told.values("body")[:1])


def reminders() -> QuerySet[EventRecord]:
    """Events since `contact` at which the practitioner was reminded of a review."""
    return _told(REMINDER, OuterRef("pk"), OuterRef("contact"))


def _told(rule: str, episode: Any, contact: Any) -> QuerySet[EventRecord]:
    found = EventRecord.objects.filter(episode=episode, sequence__gt=contact, decisions__rule=rule)
    return found.filter(decisions__subject="practitioner").order_by("-sequence")


def worry_of(episode: Episode) -> Worry | None:
    """What was answered yes since the practitioner's latest contact; None when nothing was."""
    seen = episode.events.filter(kind__in=CONTACT).order_by("-sequence").values_list("sequence", flat=True).first()
    body = _told(YELLOW, episode, seen or 0).values_list("body", flat=True).first()
    return worry(body) if body else None


def worry(body: dict[str, Any]) -> Worry:
    """The same from the body of the event `YellowAnswered`."""
    words = ", ".join(str(one).replace("-", " ") for one in body["yes"])
    return Worry(words[:1].upper() + words[1:], date.fromisoformat(body["on"]))


def declared_words(body: dict[str, Any] | None) -> str:
    """What the person told of, from the body of the event `Declared`; for instance "a pregnancy"."""
    return DECLARED.get(body["what"], "something new") if body else "something new"


def declared_by(episode: Episode) -> str:
    """What this person told of last."""
    told = episode.events.filter(kind=Declared.__name__).order_by("-sequence")
    return declared_words(told.values_list("body", flat=True).first())


def to_assess(episode: Episode, program: Program | None) -> bool:
    """Whether what the person told of has not been taken into an assessment yet."""
    if not declared(program):
        return False
    kinds = (Declared.__name__, Assessed.__name__)
    last = episode.events.filter(kind__in=kinds).order_by("-sequence").values_list("kind", flat=True).first()
    return last == Declared.__name__
