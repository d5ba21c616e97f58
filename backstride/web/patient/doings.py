"""What was recorded today and when, read in one query."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from backstride.web.records.models import Episode

KINDS = ("CheckedIn", "SessionDone", "Walked")


@dataclass(frozen=True)
class Doings:
    """The latest moment of each kind of event today, in the person's own time; None where there was none."""

    checked_in: datetime | None
    session: datetime | None
    walk: datetime | None
    now: datetime

    def waited(self, since: datetime | None) -> timedelta:
        """How long ago that was; no time at all for what has not happened."""
        return self.now - since if since is not None else timedelta()


def doings(episode: Episode, on: date, now: datetime) -> Doings:
    """Today's doings of one episode."""
    rows = episode.events.filter(on=on, kind__in=KINDS).order_by("sequence").values_list("kind", "recorded_at")
    zone = ZoneInfo(episode.time_zone)
    last = {kind: moment.astimezone(zone) for kind, moment in rows}
    checked_in, session, walk = (last.get(kind) for kind in KINDS)
    return Doings(checked_in, session, walk, now.astimezone(zone))
