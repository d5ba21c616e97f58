"""The red-flag screen: which questions are due, and what the answers ask for (clinical.md §3, §13.1-8)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import replace as with_fields
from datetime import date

from backstride.engine.assessment import Answer, Assessment
from backstride.engine.catalogue import Flag, Knowledge
from backstride.engine.decision import Decision, Decisions, Kind, Reason
from backstride.engine.event import Flagged, TakenBack
from backstride.engine.program import Lock, Program, Screening
from backstride.engine.replacing import replace
from backstride.engine.values import Refused, Urgency


@dataclass(frozen=True, slots=True)
class Clear:
    """No red flag was answered in a way that needs action."""


@dataclass(frozen=True, slots=True)
class Refer:
    """Somebody has to look: the highest urgency, and each flag with its own, most urgent first."""

    urgency: Urgency
    flags: tuple[tuple[str, Urgency], ...]


def screen(answers: Iterable[Answer], knowledge: Knowledge, known: tuple[str, ...] = ()) -> Clear | Refer:
    """What the answers ask for. `known`: flags a practitioner recorded as known and stable."""
    raised = []
    for answer in answers:
        flag = knowledge.flag(answer.flag)
        urgency = _urgency(answer, flag)
        if urgency is not None and not (flag.id in known and _no_news(answer, flag)):
            raised.append((flag.id, urgency))
    if not raised:
        return Clear()
    raised.sort(key=lambda pair: (-pair[1], pair[0]))
    return Refer(raised[0][1], tuple(raised))


def _no_news(answer: Answer, flag: Flag) -> bool:
    """Whether a known, stable finding explains the answer: it is not getting worse, where the question asks further."""
    return flag.known_ok and answer.said == "yes" and (flag.softer is None or answer.follow == "no")


def _urgency(answer: Answer, flag: Flag) -> Urgency | None:
    if flag.parts:
        return _of_parts(answer, flag)
    if answer.said == "no":
        return None
    if answer.said == "unsure":
        return flag.unsure
    if flag.softer is not None and answer.follow == "no":
        return flag.softer
    return flag.yes


def _of_parts(answer: Answer, flag: Flag) -> Urgency | None:
    strange = sorted(set(answer.parts) - set(flag.parts))
    if strange:
        raise Refused(f"{flag.id}: {', '.join(strange)} is not one of its parts")
    loud = [part for part in answer.parts if part not in flag.quiet]
    if not loud:
        said = {"yes": None if answer.parts else flag.yes, "unsure": flag.unsure, "no": None}
        return said[answer.said]
    found = flag.two if flag.two is not None and len(answer.parts) > 1 else flag.yes
    return max(found, flag.unsure) if answer.said == "unsure" else found


def asked(cause: str, full: bool, knowledge: Knowledge, findings: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Ids of the questions to ask, in order: all of them, or the weekly ones. `findings` are contraindications.

    Without a cause (nobody has diagnosed one yet) those of every cause are asked.
    """
    return tuple(
        flag.id
        for flag in knowledge.flags.values()
        if (flag.full if full else flag.weekly) and _concerns(flag, cause, findings)
    )


def _concerns(flag: Flag, cause: str, findings: tuple[str, ...]) -> bool:
    if not flag.only and not flag.only_with:
        return True
    by_cause = bool(flag.only) and (not cause or cause in flag.only)
    return by_cause or not set(flag.only_with).isdisjoint(findings)


def complete(
    answers: Iterable[Answer], cause: str, full: bool, knowledge: Knowledge, findings: tuple[str, ...] = ()
) -> None:
    """Refuse a screen that leaves a due question unanswered or answers one twice, naming it."""
    given = [answer.flag for answer in answers]
    missing = [flag for flag in asked(cause, full, knowledge, findings) if flag not in given]
    twice = sorted({flag for flag in given if given.count(flag) > 1})
    if missing:
        raise Refused(f"red flags: {', '.join(missing)} not answered")
    if twice:
        raise Refused(f"red flags: {', '.join(twice)} answered twice")


def due(program: Program, on: date, knowledge: Knowledge) -> tuple[bool, Reason] | None:
    """Whether questions are due on this date: (all of them?, why), or None."""
    numbers = knowledge.numbers["screening/due"]
    since_full = (on - program.screening.full_on).days
    since_weekly = (on - program.screening.weekly_on).days
    if since_full >= numbers["full_days"]:
        return True, Reason("screening/due", (("days since all questions", since_full),))
    if program.screening.due:
        return False, Reason("screening/due", (("because of", program.screening.due),))
    if since_weekly >= numbers["weekly_days"]:
        return False, Reason("screening/due", (("days since the safety questions", since_weekly),))
    return None


def forget_watches(program: Program, knowledge: Knowledge) -> Program:
    """A watch (W) holds progress for 28 days at the most (§13.6)."""
    days = knowledge.numbers["screening/screen"]["watch_days"]
    kept = tuple(one for one in program.locks if one.urgency > Urgency.WATCH or (program.on - one.since).days < days)
    return program if len(kept) == len(program.locks) else replace(program, locks=kept)


def ask_now(program: Program, rule: str) -> tuple[Program, Decisions]:
    """Make the safety questions due at once, because of `rule`."""
    if program.screening.due:
        return program, ()
    asked_now = replace(program, screening=replace(program.screening, due=rule))
    reason = Reason("screening/due", (("because of", rule),))
    return asked_now, (Decision(Kind.ASKED, "flags", reason, program.on),)


def take(program: Program, answers: tuple[Answer, ...], full: bool, knowledge: Knowledge) -> tuple[Program, Decisions]:
    """Record a screen's answers: dates move on, and every flag raised becomes a lock at once."""
    complete(answers, program.cause, full, knowledge, program.assessment.contraindications)
    full_on = program.on if full else program.screening.full_on
    program = replace(program, screening=Screening(full_on, program.on))
    program = replace(program, assessment=with_findings(program.assessment, answers, knowledge))
    outcome = screen(answers, knowledge, program.assessment.known)
    if isinstance(outcome, Clear):
        return program, ()
    decisions: list[Decision] = []
    for flag, urgency in outcome.flags:
        program, more = lock(program, Lock(urgency, flag, program.on), Reason("screening/screen", (("flag", flag),)))
        decisions += more
    return program, tuple(decisions)


def with_findings(assessment: Assessment, answers: Iterable[Answer], knowledge: Knowledge) -> Assessment:
    """The assessment with what a yes records, such as cancer, so that its signs are asked about from now on (§13.2)."""
    found = {knowledge.flag(one.flag).records for one in answers if one.said == "yes"} - {""}
    new = tuple(sorted(found - set(assessment.contraindications)))
    return with_fields(assessment, contraindications=(*assessment.contraindications, *new)) if new else assessment


def flag(program: Program, event: Flagged, knowledge: Knowledge) -> tuple[Program, Decisions]:
    """A yes locks at once, whatever is still unanswered; its further answer, the same day, decides how urgent (§13.4, 7)."""
    program, recorded = _answered_further(program, event.answer)
    found = with_findings(program.assessment, (event.answer,), knowledge)
    if found is not program.assessment:
        program, recorded = replace(program, assessment=found), found.contraindications[-1]
    outcome = screen((event.answer,), knowledge, program.assessment.known)
    if isinstance(outcome, Clear):
        return program, ()
    name, urgency = outcome.flags[0]
    further = knowledge.flag(name).softer is not None
    unfinished = further and event.answer.said == "yes" and not event.answer.follow
    new = Lock(urgency, name, program.on, answered=True, unfinished=unfinished, recorded=recorded)
    return lock(program, new, Reason("screening/screen", (("flag", name),)))


def _answered_further(program: Program, answer: Answer) -> tuple[Program, str]:
    """The further question is answered on the day of the yes: the lock that waited for it makes room for the answer's.

    Also gives the finding that lock recorded, empty for none.
    """
    if answer.said != "yes" or not answer.follow:
        return program, ""
    waiting = [old for old in program.locks if old.flag == answer.flag and old.unfinished and old.since == program.on]
    if not waiting:
        return program, ""
    kept = tuple(old for old in program.locks if old not in waiting)
    return replace(program, locks=kept), waiting[-1].recorded


def take_back(program: Program, event: TakenBack, knowledge: Knowledge) -> tuple[Program, Decisions]:
    """Lift today's lock of a flag answered by mistake; refused once the date of the answer is over."""
    mistaken = [old for old in program.locks if old.flag == event.flag and old.since == program.on and old.answered]
    if not mistaken:
        raise Refused(f"flag: {event.flag} was not raised on {event.on}, so it cannot be taken back")
    reason = Reason("screening/screen", (("flag", event.flag), ("taken back", "I meant no")))
    made = Decision(Kind.REOPENED, event.flag, reason, program.on)
    wrong = {old.recorded for old in mistaken}
    found = tuple(one for one in program.assessment.contraindications if one not in wrong)
    kept = tuple(old for old in program.locks if old not in mistaken)
    assessment = with_fields(program.assessment, contraindications=found)
    return replace(program, locks=kept, assessment=assessment), (made,)


def lock(program: Program, new: Lock, reason: Reason) -> tuple[Program, Decisions]:
    """Add a lock, once per flag and urgency; a milder one stays beneath a more urgent answer to the same flag."""
    if any(old.flag == new.flag and old.urgency >= new.urgency for old in program.locks):
        return program, ()
    kind = Kind.NOTIFIED if new.urgency is Urgency.WATCH else Kind.LOCKED
    made = Decision(kind, new.flag, reason, program.on, after=new.urgency.word)
    return replace(program, locks=(*program.locks, new)), (made,)
