"""One row of the caseload: who, why they need somebody, what follows, and the one thing to do."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format

from backstride.engine import Refer
from backstride.engine.codec import from_plain
from backstride.engine.decision import Decision
from backstride.engine.program import Program
from backstride.engine.values import Urgency
from backstride.web.practitioner.draft import kept, kept_today
from backstride.web.practitioner.heading import about_words, age, name_of
from backstride.web.practitioner.pain_chart import days_to
from backstride.web.records.access import program_of
from backstride.web.records.models import Episode
from backstride.web.records.wording import FLARE_STEPS, PHASES, decision_words, lock_words


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


@dataclass(frozen=True)
class Need:
    """Why somebody needs the practitioner: chip, reason, what follows, and the screen that settles it."""

    kind: str
    word: str
    reason: str
    consequence: str
    action: str
    screen: str
    urgent: bool = False


def row(episode: Episode, need: str) -> Row:
    """The row of an episode; `need` is what `needs.listed` found: a kind of attention."""
    program = program_of(episode)
    found = _unassessed(episode) if program is None else NEEDS[need](episode, program)
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


def _unassessed(episode: Episode) -> Need:
    """Somebody without a program: what the answers kept ask for, or the next step of the first sitting."""
    draft = kept(episode)
    result = draft.outcome() if draft else None
    if draft is not None and isinstance(result, Refer) and result.urgency.locks:
        where = "emergency care" if result.urgency is Urgency.EMERGENCY else "a doctor the same day"
        words = lock_words(result.flags[0][0])
        told = f"“{words}” Send to {where}; no program."
        return Need("stop", "Red flag", f"A warning sign, {_date(draft.on)}.", told, "Open now", "screen", True)
    if kept_today(episode) is not None:
        return Need(
            "mid", "To assess", "Safety questions answered today.", "The assessment comes next.", "Assess", "assess"
        )
    return Need("mid", "To assess", "New patient.", "The safety questions come first.", "Begin", "screen")


def _emergency(episode: Episode, program: Program) -> Need:
    return _locked(program, "Told to go to emergency care; program locked.")


def _same_day(episode: Episode, program: Program) -> Need:
    return _locked(program, "Told to see a doctor the same day; program locked.")


def _locked(program: Program, consequence: str) -> Need:
    words, since = _lock(program)
    return Need(
        "stop", "Red flag", f"A warning sign, {since}.", f"“{words}” {consequence}", "Open now", "patient", True
    )


def _lock(program: Program) -> tuple[str, str]:
    """What locks the program, in words, and since when."""
    lock = program.lock
    return (lock_words(lock.flag), _date(lock.since)) if lock else ("", "")


def _date(on: date) -> str:
    return date_format(on, "j F")


def _paused(episode: Episode, program: Program) -> Need:
    if program.lock is not None and program.lock.flag == "approval/no_contact":
        return Need(
            "mid", "28 days", "No contact for 28 days.", "Paused until you have seen them.", "Review", "patient"
        )
    words, since = _lock(program)
    told = f"“{words}” Sessions wait until you have looked."
    return Need("mid", "Paused", f"Something to look into, {since}.", told, "Review", "patient")


def _red(episode: Episode, program: Program) -> Need:
    reason = "More pain than wanted in the last 3 days."
    return Need("stop", "Red", reason, _latest(episode) or "Eased off at once.", "Review", "patient", True)


def _flare(episode: Episode, program: Program) -> Need:
    flare = program.flare
    since = _date(flare.onset) if flare else ""
    now = FLARE_STEPS[flare.step] if flare else ""
    return Need("mid", "Flare", f"A flare since {since}.", f"Now at {now}.", "Review", "patient")


def _to_approve(episode: Episode, program: Program) -> Need:
    return Need(
        "mid", "To approve", "The program waits for your signature.", "Nothing is given before.", "Approve", "program"
    )


def _next_phase(episode: Episode, program: Program) -> Need:
    name = PHASES[program.phase_proposed - 1]
    reason = f"Ready for phase {program.phase_proposed}, {name}."
    return Need("mid", "Next phase", reason, "Stays where it is until you decide.", "Decide", "program")


def _not_joined(episode: Episode, program: Program) -> Need:
    reason = "A code is out, not used yet." if episode.invitation_id else "Nobody has opened the program yet."
    return Need("mid", "Not joined", reason, "Give a code for their phone.", "Invite", "invite")


def _quiet(episode: Episode, program: Program) -> Need:
    told: date = getattr(episode, "told_on", None) or program.on
    days = (episode.today() - told).days
    reason = f"Nothing told since {_date(told)}."
    return Need("mid", f"Quiet {days} days", reason, _standing(program), "Open", "patient")


def _watch(episode: Episode, program: Program) -> Need:
    words, since = _lock(program)
    told = f"“{words}” Goes on; nothing goes up until you have seen it."
    return Need("mid", "Watch", f"Something to watch, {since}.", told, "Look", "program")


def _as_planned(episode: Episode, program: Program) -> Need:
    return Need("ok", "As planned", _latest(episode) or "Going as planned.", _standing(program), "Open", "patient")


def _standing(program: Program) -> str:
    return f"Phase {program.phase} {PHASES[program.phase - 1]}, walking level {program.walk.level}."


def _latest(episode: Episode) -> str:
    """The latest decision that moved something, in the same words the patient reads."""
    body: Any = getattr(episode, "moved", None)
    return decision_words(from_plain(Decision, body)).sentence if body else ""


NEEDS = {
    "emergency": _emergency,
    "same-day": _same_day,
    "paused": _paused,
    "red": _red,
    "flare": _flare,
    "to-approve": _to_approve,
    "next-phase": _next_phase,
    "not-joined": _not_joined,
    "quiet": _quiet,
    "watch": _watch,
    "as-planned": _as_planned,
}
