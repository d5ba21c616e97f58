"""What was recorded today and when, read in one query."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from backstride.web.patient.riding import is_ride
from backstride.web.records.models import Episode

RIDE = "ride"
KINDS = ("CheckedIn", "SessionDone", "Walked")


@dataclass(frozen=True)
class Doings:
    """The latest moment of each kind of event today, in the person's own time; None where there was none."""

    checked_in: datetime | None
    session: datetime | None
    walk: datetime | None
    ride: datetime | None
    now: datetime

    @property
    def settling(self) -> datetime | None:
        """When the last session or ride ended."""
        return max((one for one in (self.session, self.ride) if one is not None), default=None)

    def waited(self, since: datetime | None) -> timedelta:
        """How long ago that was; no time at all for what has not happened."""
        return self.now - since if since is not None else timedelta()


def doings(episode: Episode, on: date, now: datetime) -> Doings:
    """Today's doings of one episode."""
    rows = episode.events.filter(on=on, kind__in=KINDS).order_by("sequence")
    zone = ZoneInfo(episode.time_zone)
    told = rows.values_list("kind", "body__exercises", "recorded_at")
    last = {_done(kind, exercises): moment.astimezone(zone) for kind, exercises, moment in told}
    checked_in, session, walk, ride = (last.get(kind) for kind in (*KINDS, RIDE))
    return Doings(checked_in, session, walk, ride, now.astimezone(zone))


def _done(kind: str, exercises: list[str] | None) -> str:
    """The kind of event; a session that was a ride counts as one."""
    return RIDE if exercises and is_ride(exercises) else kind
