"""Reading an episode's history: its decisions by date, and the whole replayed."""

from datetime import date

from backstride.engine import replay
from backstride.engine.codec import event_from_plain, from_plain
from backstride.engine.decision import Decision
from backstride.engine.event import Event
from backstride.engine.program import Program
from backstride.web.records.library import knowledge
from backstride.web.records.models import Episode


def decisions_since(episode: Episode, since: date, most: int = 60) -> list[Decision]:
    """The latest decisions dated `since` or later, newest first, `most` at the most."""
    rows = episode.decisions.filter(on__gte=since).order_by("-on", "-event__sequence", "place")[:most]
    return [from_plain(Decision, row.body) for row in rows]


def events_of(episode: Episode) -> list[Event]:
    """All events in the order they were recorded."""
    return [event_from_plain(row.body) for row in episode.events.order_by("sequence")]


def replayed(episode: Episode) -> Program:
    """The program its events give when replayed from the first; must equal the stored one, always."""
    return replay(events_of(episode), knowledge())
