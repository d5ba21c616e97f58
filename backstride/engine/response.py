"""What a color changes: step down, withhold, ask, stop (clinical.md §4, §13.10-19)."""

from __future__ import annotations

from datetime import timedelta

from backstride.engine import flare
from backstride.engine.catalogue import Knowledge
from backstride.engine.color import Verdict, stayed_down
from backstride.engine.decision import Decision, Decisions, Kind, Reason
from backstride.engine.event import CheckedIn
from backstride.engine.phase import backward, withdrawn
from backstride.engine.program import EMPTY_DAY, Bout, Day, Lock, Program
from backstride.engine.replacing import replace
from backstride.engine.rungs import direction_given, lower
from backstride.engine.screening import ask_now, lock
from backstride.engine.values import Color, Direction, Urgency
from backstride.engine.walking import level_down

Outcome = tuple[Program, Decisions]


def answer(
    program: Program, ago: int, bout: Bout, before: Color | None, verdict: Verdict, knowledge: Knowledge
) -> Outcome:
    """Answer a bout's color on the day `ago`; `before` is what was already answered for this bout."""
    if before is not None and verdict.color <= before:
        return program, ()
    if verdict.color is Color.HARD_AMBER:
        return second_amber(program, ago, bout, knowledge)
    if verdict.color is Color.RED:
        return red(program, ago, bout, verdict, knowledge)
    return program, ()


def red(program: Program, ago: int, bout: Bout, verdict: Verdict, knowledge: Knowledge) -> Outcome:
    """Two rungs down on what is to blame, no session for a day or two, the safety questions at once, notify."""
    numbers = knowledge.numbers["response/red"]
    program, down = _down(program, ago, bout, int(numbers["rungs"]), "response/red", verdict, knowledge)
    program, held = _withhold(program, ago, verdict, knowledge)
    if program.day(ago).reacted is Color.RED:
        return program, (*down, *held)
    program = program.with_day(ago, replace(program.day(ago), reacted=Color.RED))
    program = withdrawn(replace(program, ambers_from=program.date(ago) + timedelta(days=1)))
    program, asked = ask_now(program, "response/red")
    told = Decision(Kind.NOTIFIED, "practitioner", Reason("response/red", verdict.facts), program.on)
    program, again = _again(program, ago, knowledge)
    return program, (*down, *held, *asked, told, *again)


def second_amber(program: Program, ago: int, bout: Bout, knowledge: Knowledge) -> Outcome:
    """One rung down at the second hard amber in 7 days; then the count starts again (§13.12)."""
    numbers = knowledge.numbers["response/second_amber"]
    day = program.day(ago)
    program = program.with_day(ago, replace(day, hard=day.hard + 1))
    if program.flare is not None:
        return flare.repeat(program)
    first = ago + int(numbers["window_days"]) - 1
    since = program.ambers_from
    count = sum(
        program.day(back).hard for back in range(ago, first + 1) if since is None or program.date(back) >= since
    )
    if count < numbers["ambers"]:
        return program, ()
    program = replace(program, ambers_from=program.date(ago) + timedelta(days=1))
    verdict = Verdict(Color.HARD_AMBER, (("hard ambers in 7 days", count),))
    return _down(program, ago, bout, int(numbers["rungs"]), "response/second_amber", verdict, knowledge)


def moved_down(program: Program, bout: Bout, morning: CheckedIn | None, knowledge: Knowledge) -> Outcome:
    """Close the direction of the relief done when the pain moved down the leg and stayed (§13.13)."""
    if not stayed_down(bout.report, morning, knowledge.numbers["color/session"]):
        return program, ()
    found = {direction_given(one, program, knowledge) for one in bout.exercises} - {Direction.NEUTRAL}
    new = sorted(found - set(program.closed_directions))
    if not new:
        return program, ()
    reason = Reason("response/moved_down", (("pain moved down to", _site(bout, morning)),))
    made = tuple(Decision(Kind.CLOSED, direction.value, reason, program.on) for direction in new)
    return replace(program, closed_directions=(*program.closed_directions, *new)), made


def _site(bout: Bout, morning: CheckedIn | None) -> str:
    site = bout.report.site_later if morning is None or morning.site is None else morning.site
    return site.name.lower() if site is not None else ""


def _down(
    program: Program, ago: int, bout: Bout, steps: int, rule: str, verdict: Verdict, knowledge: Knowledge
) -> Outcome:
    reason = Reason(rule, verdict.facts)
    if bout.walk:
        return _walk_down(program, ago, bout, reason, knowledge)
    steps -= program.day(ago).lowered
    if steps <= 0:
        return program, ()
    day = program.day(ago)
    blamed = day.blamed or blame(program, bout, knowledge)
    program = program.with_day(ago, replace(day, lowered=day.lowered + steps, blamed=blamed))
    if blamed:
        return lower(program, blamed, steps, reason, knowledge)
    sessions = int(knowledge.numbers["response/red"]["reduced_sessions"])
    made = Decision(Kind.REDUCED, "session", reason, program.on, after=sessions)
    return replace(program, reduced=sessions), (made,)


def _walk_down(program: Program, ago: int, bout: Bout, reason: Reason, knowledge: Knowledge) -> Outcome:
    """One level, once a date, unless a red session of that date is to blame already."""
    day = program.day(ago)
    if bout.quiet or day.walk_lowered or day.lowered:
        return program, ()
    program = program.with_day(ago, replace(day, walk_lowered=True))
    return level_down(program, int(knowledge.numbers["response/red"]["walk_levels"]), reason)


def blame(program: Program, bout: Bout, knowledge: Knowledge) -> str:
    """The one ladder raised in the last days and practised here; when none was, that of the one exercise that hurt."""
    days = knowledge.numbers["response/red"]["changed_days"]
    raised = [
        state.ladder
        for state in program.ladders
        if state.ladder in bout.ladders
        and state.change > 0
        and state.changed_on is not None
        and (program.on - state.changed_on).days <= days
    ]
    if raised or len(bout.hurt) != 1:
        return raised[0] if len(raised) == 1 else ""
    return ladder_of(bout.hurt[0], bout.ladders, knowledge)


def ladder_of(exercise_id: str, ladders: tuple[str, ...], knowledge: Knowledge) -> str:
    """Which of these ladders has this exercise; empty when none does."""
    found = knowledge.ladders_with.get(exercise_id, ())
    return next((name for name in found if name in ladders), "")


def worse_morning(program: Program, ago: int, verdict: Verdict, knowledge: Knowledge) -> Outcome:
    """A bout already answered as red: a worse morning after it withholds the session a day longer."""
    return _withhold(program, ago, verdict, knowledge) if verdict.color is Color.RED else (program, ())


def _withhold(program: Program, ago: int, verdict: Verdict, knowledge: Knowledge) -> Outcome:
    numbers = knowledge.numbers["response/red"]
    worse = any(name.endswith("this morning") for name, _ in verdict.facts)
    days = int(numbers["withheld_days_morning" if worse else "withheld_days"])
    until = program.date(ago) + timedelta(days=days + 1)
    if program.withheld_until is not None and program.withheld_until >= until:
        return program, ()
    made = Decision(Kind.WITHHELD, "session", Reason("response/red", (("days", days),)), program.on, after=str(until))
    return replace(program, withheld_until=until), (made,)


def _again(program: Program, ago: int, knowledge: Knowledge) -> Outcome:
    if program.flare is not None:
        return flare.step_back(program, knowledge)
    beside = (program.day(ago + 1), program.day(ago - 1) if ago else EMPTY_DAY)
    if any(day.color is Color.RED for day in beside):
        return two_reds_in_a_row(program)
    return two_reds_in_a_week(program, ago, knowledge)


def two_reds_in_a_row(program: Program) -> Outcome:
    """Two red dates in a row: Stop. Sessions pause until a practitioner has looked (§13.10)."""
    rule = "response/two_reds_in_a_row"
    program, locked = lock(program, Lock(Urgency.PAUSE, rule, program.on), Reason(rule, (("red days in a row", 2),)))
    program, asked = ask_now(program, rule)
    return program, (*locked, *asked)


def two_reds_in_a_week(program: Program, ago: int, knowledge: Knowledge) -> Outcome:
    """Two red dates in 7 days, not in a row: the previous phase, once per pair (§13.10)."""
    days = int(knowledge.numbers["response/two_reds_in_a_week"]["window_days"])
    earlier = [back for back in range(ago + 2, ago + days) if program.day(back).color is Color.RED]
    paired = program.reds_paired_on
    fresh = [back for back in earlier if paired is None or program.date(back) > paired]
    if not fresh:
        return program, ()
    program = replace(program, reds_paired_on=program.date(ago))
    reason = Reason("response/two_reds_in_a_week", (("red days in 7", 2),))
    return backward(program, reason, knowledge)


def high_pain(program: Program, knowledge: Knowledge) -> Outcome:
    """Pain of 8 or more this morning: no session today, and the safety questions; on the third day a review (§13.29)."""
    rule = "response/high_pain"
    numbers = knowledge.numbers[rule]
    if _morning_pain(program.today) < numbers["no_session"]:
        return program, ()
    reason = Reason(rule, (("leg", program.leg), ("back", program.back)))
    program, asked = ask_now(program, rule)
    made = (Decision(Kind.WITHHELD, "session", reason, program.on, after=str(program.on)), *asked)
    days = [program.day(ago) for ago in range(int(numbers["review_after_days"]))]
    if any(_morning_pain(day) < numbers["no_session"] for day in days):
        return program, made
    program, locked = lock(program, Lock(Urgency.PAUSE, rule, program.on), reason)
    return program, (*made, *locked)


def _morning_pain(day: Day) -> int:
    return max(day.leg or 0, day.back or 0)
