"""What the engine wants known beside the plan, in a sentence each: quiet days, a flare's step, the next phase."""

from collections.abc import Sequence
from dataclasses import dataclass

from backstride.engine.decision import Decision, Reason
from backstride.web.patient.course import Course
from backstride.web.records.wording import FLARE_STEPS, PHASES, ReasonWords, reason_words, sentence

TOLD_DAYS = 7


@dataclass(frozen=True)
class Notice:
    """One sentence, and the whole reason."""

    sentence: str
    reason: ReasonWords


def notices(course: Course, decisions: Sequence[Decision]) -> tuple[Notice, ...]:
    """Today's notices, after what was said to the person themselves in the last days; `decisions` are newest first."""
    to_person = [one for one in reversed(decisions) if one.subject == "person" and _recent(course, one)]
    said = {one.reason.rule: one for one in to_person}
    told = (Notice(sentence(one, not course.episode.supervised), reason_words(one.reason)) for one in said.values())
    return (*told, *(Notice(_sentence(course, one), reason_words(one)) for one in course.plan.notices))


def _recent(course: Course, decision: Decision) -> bool:
    return (course.on - decision.on).days < TOLD_DAYS


def _sentence(course: Course, reason: Reason) -> str:
    facts = dict(reason.facts)
    if reason.rule == "inactivity/rest_days":
        return f"{facts['days without movement']} days without moves or a walk. That happens. One small thing today is enough."
    if reason.rule == "flare/ramp":
        return f"Day {facts['day']} of the flare. The plan now: {FLARE_STEPS[int(facts['step'])]}."
    if reason.rule == "phase/forward":
        return f"You are ready for the next phase, {_proposed(reason)}. {_decides(course)}"
    if reason.rule == "phase/relapse":
        return f"Flares came back. Building up again from the phase {_proposed(reason)} is proposed. {_decides(course)}"
    return reason_words(reason).statement


def _proposed(reason: Reason) -> str:
    return PHASES[int(dict(reason.facts)["proposed"]) - 1]


def _decides(course: Course) -> str:
    practitioner = course.episode.practitioner
    return f"{practitioner.display_name} decides." if practitioner is not None else "It begins by itself."
