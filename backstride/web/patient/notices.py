"""What the engine wants known beside the plan, in a sentence each: quiet days, a flare's step, the next phase."""

from dataclasses import dataclass

from backstride.engine.decision import Reason
from backstride.web.patient.course import Course
from backstride.web.records.wording import FLARE_STEPS, PHASES, ReasonWords, reason_words


@dataclass(frozen=True)
class Notice:
    """One sentence, and the whole reason."""

    sentence: str
    reason: ReasonWords


def notices(course: Course) -> tuple[Notice, ...]:
    """Today's notices."""
    return tuple(Notice(_sentence(course, one), reason_words(one)) for one in course.plan.notices)


def _sentence(course: Course, reason: Reason) -> str:
    facts = dict(reason.facts)
    if reason.rule == "inactivity/rest_days":
        return f"{facts['days without movement']} days without moves or a walk. That happens. One small thing today is enough."
    if reason.rule == "flare/ramp":
        return f"Day {facts['day']} of the flare. The plan now: {FLARE_STEPS[int(facts['step'])]}."
    if reason.rule == "phase/forward":
        return f"You are ready for the next phase, {PHASES[int(facts['proposed']) - 1]}. {_decides(course)}"
    return reason_words(reason).statement


def _decides(course: Course) -> str:
    practitioner = course.episode.practitioner
    return f"{practitioner.display_name} decides." if practitioner is not None else "It begins by itself."
