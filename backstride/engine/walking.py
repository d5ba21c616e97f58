"""Walking: 17 levels from 6 minutes to 3 brisk miles, time before pace (clinical.md §5, §13.31)."""

from __future__ import annotations

from math import ceil

from backstride.engine.catalogue import Knowledge
from backstride.engine.composing import by_hand
from backstride.engine.decision import Decision, Decisions, Kind, Reason
from backstride.engine.plan import WalkPlan
from backstride.engine.program import Flare, Lock, Program, WalkState
from backstride.engine.replacing import replace
from backstride.engine.screening import lock
from backstride.engine.values import Color, Urgency

RAMP_SHARES = ("walk_share", "walk_share", "half_share", "three_quarters_share")


def starting_level(comfortable: int, ceiling: int, knowledge: Knowledge) -> int:
    """The highest level whose minutes are at most 80 % of what is comfortable, within the ceiling; else 0."""
    share = knowledge.numbers["prescribing/prescribe"]["walk_start_share"]
    fits = [place for place, level in enumerate(knowledge.walk_levels) if level.minutes <= share * comfortable]
    return min(max(fits, default=0), ceiling)


def phase_ceiling(phase: int, knowledge: Knowledge) -> int:
    """The highest walking level a phase allows: 4, 8, 12, 16."""
    return int(knowledge.numbers["walking/level_up"][f"ceiling_phase{phase}"])


def level_up(program: Program, knowledge: Knowledge) -> tuple[Program, Decisions]:
    """One level more after a week at this one with enough days done and none red."""
    numbers = knowledge.numbers["walking/level_up"]
    walk = program.walk
    if program.assessment.aerobic != "walk":
        return program, ()
    days_here = (program.on - walk.since).days
    if days_here < numbers["days_at_level"] or walk.level >= _ceiling(program, knowledge):
        return program, ()
    week = program.window[-8:-1]
    done = sum(day.walk_done for day in week)
    if done < numbers["days_needed"] or any(day.color is Color.RED for day in week):
        return program, ()
    reason = Reason("walking/level_up", (("days at this level", days_here), ("days done of the last 7", done)))
    made = Decision(Kind.PROGRESSED, "walk", reason, program.on, walk.level, walk.level + 1)
    raised = replace(walk, level=walk.level + 1, since=program.on, change=1, changed_on=program.on)
    return replace(program, walk=raised, raised_on=program.on), (made,)


def _ceiling(program: Program, knowledge: Knowledge) -> int:
    return min(program.walk.ceiling, phase_ceiling(program.phase, knowledge), len(knowledge.walk_levels) - 1)


def level_down(program: Program, steps: int, reason: Reason) -> tuple[Program, Decisions]:
    """`steps` levels less, never below 0."""
    walk = program.walk
    level = max(0, walk.level - steps)
    if level == walk.level:
        return program, ()
    made = Decision(Kind.REGRESSED, "walk", reason, program.on, walk.level, level)
    lowered = replace(walk, level=level, since=program.on, change=level - walk.level, changed_on=program.on)
    return replace(program, walk=lowered), (made,)


def halved(
    program: Program, level: int, share: float, reason: Reason, knowledge: Knowledge
) -> tuple[Program, Decisions]:
    """Down to the highest level with at most this share of the minutes of `level`, else level 0; never up."""
    most = knowledge.walk_levels[level].minutes * share
    fits = [place for place, level in enumerate(knowledge.walk_levels) if level.minutes <= most]
    return level_down(program, max(0, program.walk.level - max(fits, default=0)), reason)


def after_miss(program: Program, knowledge: Knowledge) -> tuple[Program, Decisions]:
    """After 3 missed days in a row the level starts again; after 8 it goes back two (§5, §13.30)."""
    numbers = knowledge.numbers["walking/after_miss"]
    reason = Reason("walking/after_miss", (("days missed in a row", program.missed),))
    if program.missed == numbers["back_days"]:
        program = replace(program, level_before_lapse=program.walk.level)
        return level_down(program, int(numbers["levels"]), reason)
    if program.missed != numbers["repeat_days"]:
        return program, ()
    again = replace(program.walk, since=program.on, change=0)
    return replace(program, walk=again), (Decision(Kind.HELD, "walk", reason, program.on, again.level, again.level),)


def walk_today(program: Program, knowledge: Knowledge) -> WalkPlan:
    """Today's walk: minutes in the first half of a week at a level, its brisk bouts from the second half on."""
    numbers = knowledge.numbers["walking/walk_today"]
    walk = program.walk
    place = min(walk.level, _ceiling(program, knowledge))
    level = knowledge.walk_levels[place]
    days_here = (program.on - walk.since).days
    brisk_now = days_here >= numbers["minutes_only_days"] or walk.change <= 0
    pace = level if brisk_now else knowledge.walk_levels[max(0, place - 1)]
    form = knowledge.cause(program.cause).walk
    reason = Reason("walking/walk_today", (("level", place), ("days at this level", days_here)))
    plan = WalkPlan(place, level.minutes, level.bouts, pace.brisk, pace.brisk_minutes, form, False, (reason,))
    return _eased(plan, program, knowledge)


def worse(program: Program, knowledge: Knowledge) -> tuple[Program, Decisions]:
    """Stenosis: the last 7 days' minutes 20 % below the 7 days a fortnight before pause the program (§5, §13.16).

    Only days on which the plan asked for no less count, and only somebody who answers is judged by them.
    """
    rule = "walking/worse"
    numbers = knowledge.numbers[rule]
    if knowledge.cause(program.cause).walk != "interval" or program.last_contact is None:
        return program, ()
    if (program.on - program.last_contact).days < numbers["days"] + numbers["before_days"]:
        return program, ()
    now, before = _compared(program, int(numbers["days"]), int(numbers["before_days"]))
    if before == 0 or now > before * (1 - numbers["share"]):
        return program, ()
    reason = Reason(rule, (("minutes, last 7 days", now), ("minutes, 2 weeks before", before)))
    return lock(program, Lock(Urgency.PAUSE, rule, program.on), reason)


def _compared(program: Program, days: int, apart: int) -> tuple[int, int]:
    """Minutes walked on the last days and on those a fortnight before, where both were asked for no less."""
    pairs = [(program.day(ago), program.day(ago + apart)) for ago in range(1, days + 1)]
    fair = [pair for pair in pairs if pair[0].leg is not None and pair[0].walk_asked >= pair[1].walk_asked > 0]
    return sum(now.walked for now, _ in fair), sum(then.walked for _, then in fair)


def rest_pain(program: Program, knowledge: Knowledge) -> tuple[Program, Decisions]:
    """Stenosis: new leg pain of 4 at rest on two mornings in a row, after walks, pauses the program (§5)."""
    rule = "walking/rest_pain"
    numbers = knowledge.numbers[rule]
    if knowledge.cause(program.cause).walk != "interval" or program.assessment.leg >= numbers["leg"]:
        return program, ()
    if program.flare is not None:
        return program, ()  # the ramp has its own review (§13.17)
    mornings = [program.day(ago) for ago in range(int(numbers["mornings"]))]
    if any((day.leg or 0) < numbers["leg"] for day in mornings) or not program.day(1).walked + program.day(2).walked:
        return program, ()
    before = [day.leg for day in program.window[: -len(mornings)] if day.leg is not None]
    if before and before[-1] >= numbers["leg"]:
        return program, ()
    reason = Reason(rule, (("leg at rest this morning", program.leg), ("mornings in a row", len(mornings))))
    return lock(program, Lock(Urgency.PAUSE, rule, program.on), reason)


def _eased(plan: WalkPlan, program: Program, knowledge: Knowledge) -> WalkPlan:
    high = knowledge.numbers["response/high_pain"]
    if program.worst >= high["no_session"]:
        reason = Reason("response/high_pain", (("leg", program.leg), ("back", program.back)))
        return _easy(plan, int(high["walk_minutes_max"]), 1, reason)
    if by_hand(program, knowledge):
        reason = Reason("composing/by_hand", (("grade of the slip", program.assessment.grade or "not known"),))
        return _easy(plan, plan.minutes, max(plan.bouts, 2), reason)
    if program.flare is not None:
        return _ramped(plan, program, program.flare, knowledge)
    if program.withheld:
        reason = Reason("response/red", (("easy until", str(program.withheld_until)),))
        return _easy(plan, plan.minutes, max(plan.bouts, 2), reason)
    return plan


def _ramped(plan: WalkPlan, program: Program, flare: Flare, knowledge: Knowledge) -> WalkPlan:
    """A share of the last green minutes; on day 0 three to six walks of a few minutes."""
    reason = Reason("flare/ramp", (("step", flare.step),))
    usual = program.walk.last_green or plan.minutes
    numbers = knowledge.numbers["flare/ramp"]
    share = max(int(numbers["walk_min_minutes"]), int(usual * numbers[RAMP_SHARES[flare.step]]))
    minutes = min(plan.minutes, share)
    if flare.step > 0:
        return _easy(plan, minutes, max(plan.bouts, 2), reason)
    first_day = knowledge.numbers["flare/open_flare"]
    minutes = min(minutes, int(first_day["walks_max"] * first_day["walk_minutes_max"]))
    bouts = max(int(first_day["walks_min"]), ceil(minutes / first_day["walk_minutes_max"]))
    return _easy(plan, minutes, bouts, reason)


def _easy(plan: WalkPlan, minutes: int, bouts: int, reason: Reason) -> WalkPlan:
    return WalkPlan(plan.level, minutes, bouts, 0, 0, plan.form, True, (*plan.reasons, reason))


def counted(program: Program, minutes: int, knowledge: Knowledge) -> bool:
    """Whether these minutes today are enough for the day to count as done (80 % of the plan)."""
    share = knowledge.numbers["walking/level_up"]["done_share"]
    return minutes >= share * walk_today(program, knowledge).minutes


def settle_green(walk: WalkState, minutes: int) -> WalkState:
    """Remember the minutes of a day whose walking was green, for a flare's half."""
    return replace(walk, last_green=minutes)
