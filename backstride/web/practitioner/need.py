"""Why somebody needs the practitioner: a chip, a reason, what follows, and the screen that settles it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format

from backstride.engine import Refer
from backstride.engine.codec import from_plain
from backstride.engine.decision import Decision
from backstride.engine.program import Lock, Program
from backstride.engine.values import Urgency
from backstride.web.practitioner.draft import kept, kept_today
from backstride.web.practitioner.news import declared_words, worry
from backstride.web.practitioner.stop import proposal_words
from backstride.web.records.library import knowledge
from backstride.web.records.models import Episode
from backstride.web.records.wording import FLARE_STEPS, PHASES, decision_words, lock_words

WEEK = 7
NO_CONTACT = "approval/no_contact"


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


def need(episode: Episode, program: Program | None, found: str) -> Need:
    """The need of an episode; `found` is a key of NEEDS, as `needs.listed` says it."""
    return unassessed(episode) if program is None else NEEDS[found](episode, program)


def unassessed(episode: Episode) -> Need:
    """Somebody without a program: what the answers kept ask for, or the next step of the first sitting."""
    draft = kept(episode)
    result = draft.outcome() if draft else None
    if draft is not None and isinstance(result, Refer) and result.urgency.locks:
        where = "emergency care" if result.urgency is Urgency.EMERGENCY else "a doctor the same day"
        reason = f"{lock_words(result.flags[0][0])}, {_date(draft.on)}."
        return Need("stop", "Red flag", reason, f"Send to {where}; no program.", "Open now", "screen", True)
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
    return Need("stop", "Red flag", _named(_lock(program)), consequence, "Open now", "patient", True)


def _lock(program: Program) -> Lock:
    lock = program.lock
    if lock is None:
        raise ValueError("the program is not locked")
    return lock


def _named(lock: Lock) -> str:
    return f"{lock_words(lock.flag)}, {_date(lock.since)}."


def _date(on: date) -> str:
    return date_format(on, "j F")


def _paused(episode: Episode, program: Program) -> Need:
    """What pauses the program; want of contact is told only where nothing else does."""
    pauses = [one for one in program.locks if one.urgency is Urgency.PAUSE]
    first = next((one for one in pauses if one.flag != NO_CONTACT), pauses[0])
    words = PAUSES.get(first.flag)
    word, reason = words(episode, program, first) if words else ("Paused", _named(first))
    others = ", ".join(lock_words(one.flag) for one in pauses if one is not first)
    consequence = _waiting(episode, program) + (f" Also: {others}." if others else "")
    return Need("mid", word, reason, consequence, "Review", "patient")


def _waiting(episode: Episode, program: Program) -> str:
    """What the pause means by now: nobody has looked for some days, or it has just begun."""
    first = min(one.since for one in program.locks if one.urgency is Urgency.PAUSE)
    days = (episode.today() - first).days
    if days < knowledge().numbers["pausing/unanswered"]["first_reminder_days"]:
        return "Sessions wait until you have looked."
    return f"Sessions have waited for {days} days; nobody has looked."


def _no_contact(episode: Episode, program: Program, lock: Lock) -> tuple[str, str]:
    return "28 days", "No contact for 28 days."


def _no_gain(episode: Episode, program: Program, lock: Lock) -> tuple[str, str]:
    weeks = (lock.since - program.started).days // WEEK
    return "No gain", f"Not clearly better after {weeks} weeks."


def _declared(episode: Episode, program: Program, lock: Lock) -> tuple[str, str]:
    return "News", f"Told of {declared_words(getattr(episode, 'declared', None))}, {_date(lock.since)}."


def _walks_shorter(episode: Episode, program: Program, lock: Lock) -> tuple[str, str]:
    return "Walking", f"Walks clearly shorter than 2 weeks before, {_date(lock.since)}."


def _rest_pain(episode: Episode, program: Program, lock: Lock) -> tuple[str, str]:
    return "Rest pain", f"New leg pain at rest on 2 mornings, {_date(lock.since)}."


PAUSES: dict[str, Callable[[Episode, Program, Lock], tuple[str, str]]] = {
    NO_CONTACT: _no_contact,
    "review/no_gain": _no_gain,
    "pausing/declared": _declared,
    "walking/worse": _walks_shorter,
    "walking/rest_pain": _rest_pain,
}


def _red(episode: Episode, program: Program) -> Need:
    reason = "More pain than wanted in the last 3 days."
    return Need("stop", "Red", reason, latest(episode) or "Eased off at once.", "Review", "patient", True)


def _flare(episode: Episode, program: Program) -> Need:
    flare = program.flare
    since = _date(flare.onset) if flare else ""
    now = FLARE_STEPS[flare.step] if flare else ""
    return Need("mid", "Flare", f"A flare since {since}.", f"Now at {now}.", "Review", "patient")


def _relapse(episode: Episode, program: Program) -> Need:
    reason = proposal_words(program.phase, program.phase_proposed)
    return Need("mid", "Relapse", reason, f"Stays in phase {program.phase} until you decide.", "Decide", "program")


def _to_approve(episode: Episode, program: Program) -> Need:
    return Need(
        "mid", "To approve", "The program waits for your signature.", "Nothing is given before.", "Approve", "program"
    )


def _next_phase(episode: Episode, program: Program) -> Need:
    reason = f"{proposal_words(program.phase, program.phase_proposed)}."
    return Need("mid", "Next phase", reason, "Stays where it is until you decide.", "Decide", "program")


def _not_joined(episode: Episode, program: Program) -> Need:
    reason = "A code is out, not used yet." if episode.invitation_id else "Nobody has opened the program yet."
    return Need("mid", "Not joined", reason, "Give a code for their phone.", "Invite", "invite")


def _review(episode: Episode, program: Program) -> Need:
    """A review is due: the 28 days without contact are nearly over, or the cause asks for one."""
    numbers = knowledge().numbers["approval/no_contact"]
    quiet = (episode.today() - (program.last_contact or program.started)).days
    left = int(numbers["contact_days"]) - quiet
    if program.phase > numbers["contact_phases"] or left > knowledge().numbers["review/reminder"]["days_before"]:
        weeks = (episode.today() - program.started).days // WEEK
        return Need(
            "mid", "Review", f"A review is due, {weeks} weeks after the start.", standing(program), "Review", "patient"
        )
    when = f"in {left} days" if left > 1 else "tomorrow" if left == 1 else "now"
    told = f"Without contact the program pauses {when}."
    return Need("mid", "Review", f"A review is due: last contact {quiet} days ago.", told, "Review", "patient")


def _quiet(episode: Episode, program: Program) -> Need:
    told: date = getattr(episode, "told_on", None) or program.on
    days = (episode.today() - told).days
    reason = f"Nothing told since {_date(told)}."
    return Need("mid", f"Quiet {days} days", reason, standing(program), "Open", "patient")


def _yellow(episode: Episode, program: Program) -> Need:
    found = worry(getattr(episode, "yellow", {}))
    reason = f"{found.words}, {_date(found.on)}."
    return Need(
        "neutral", "Yellow flag", reason, "The program goes on. Explain more, go more gently.", "Look", "patient"
    )


def _watch(episode: Episode, program: Program) -> Need:
    told = "Goes on; nothing goes up until you have seen it."
    return Need("mid", "Watch", _named(_lock(program)), told, "Look", "program")


def _as_planned(episode: Episode, program: Program) -> Need:
    return Need("ok", "As planned", latest(episode) or "Going as planned.", standing(program), "Open", "patient")


def standing(program: Program) -> str:
    """Where a program stands, in a line."""
    return f"Phase {program.phase} {PHASES[program.phase - 1]}, walking level {program.walk.level}."


def latest(episode: Episode) -> str:
    """The latest decision that moved something, in the same words the patient reads."""
    body: Any = getattr(episode, "moved", None)
    return decision_words(from_plain(Decision, body)).sentence if body else ""


NEEDS: dict[str, Callable[[Episode, Program], Need]] = {
    "emergency": _emergency,
    "same-day": _same_day,
    "paused": _paused,
    "red": _red,
    "flare": _flare,
    "relapse": _relapse,
    "to-approve": _to_approve,
    "next-phase": _next_phase,
    "not-joined": _not_joined,
    "review": _review,
    "quiet": _quiet,
    "yellow": _yellow,
    "watch": _watch,
    "as-planned": _as_planned,
}
