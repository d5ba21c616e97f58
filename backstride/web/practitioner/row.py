"""One row of the caseload: who, why they need somebody, what follows, and the one thing to do."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from backstride.engine.program import Program
from backstride.web.practitioner.heading import about_words, age, name_of
from backstride.web.practitioner.need import need
from backstride.web.practitioner.pain_chart import days_to
from backstride.web.records.access import program_of
from backstride.web.records.models import Episode


@dataclass(frozen=True)
class Row:
    """What a row shows. `kind` and `word` are its chip; `reason` is bold, `consequence` follows; `urgent` fills the button.

    `pain` is leg pain of 28 days for the sparkline, empty when nothing was told; `pain_words` says the same.
    """

    name: str
    href: str
    about: str
    seen: str
    kind: str
    word: str
    reason: str
    consequence: str
    action: str
    action_href: str
    urgent: bool
    pain: Sequence[int | None]
    pain_words: str


def row(episode: Episode, why: str) -> Row:
    """The row of an episode; `why` is what `needs.listed` found: a kind of attention."""
    program = program_of(episode)
    found = need(episode, program, why)
    legs = [day.leg for day in days_to(program, episode.today())] if program else []
    told = [leg for leg in legs if leg is not None]
    return Row(
        name=name_of(episode),
        href=_address("patient" if program else "screen", episode),
        about=_about(episode, program),
        seen=_seen(program, episode.today()),
        kind=found.kind,
        word=found.word,
        reason=found.reason,
        consequence=found.consequence,
        action=found.action,
        action_href=_address(found.screen, episode),
        urgent=found.urgent,
        pain=legs if told else (),
        pain_words=f"Leg pain, 28 days: first {told[0]}, now {told[-1]}, worst {max(told)}" if told else "",
    )


def _address(screen: str, episode: Episode) -> str:
    return reverse(f"practitioner:{screen}", args=[episode.pk])


def _about(episode: Episode, program: Program | None) -> str:
    years = age(episode.birth_year, episode.today())
    if program is None:
        return about_words(years, "", "") or "Not assessed yet"
    return about_words(years, program.cause, program.assessment.side.value)


def _seen(program: Program | None, today: date) -> str:
    if program is None or program.last_contact is None:
        return ""
    days = (today - program.last_contact).days
    return "Seen today" if days <= 0 else "Seen yesterday" if days == 1 else f"Seen {days} days ago"
