"""Phase gates, forward and back (clinical.md §1.4, §13.24)."""

from __future__ import annotations

from collections.abc import Mapping

from backstride.engine.catalogue import Knowledge
from backstride.engine.composing import by_hand
from backstride.engine.decision import Decision, Decisions, Fact, Kind, Reason
from backstride.engine.program import Day, Program
from backstride.engine.replacing import replace
from backstride.engine.rungs import open_ladders, settle_rungs
from backstride.engine.screening import due

Outcome = tuple[Program, Decisions]
Numbers = Mapping[str, float]


def forward(program: Program, knowledge: Knowledge) -> Outcome:
    """Propose the next phase to the practitioner, or enter it where a person has none, when its gate is met."""
    gates = {1: _one_to_two, 2: _two_to_three, 3: _three_to_four}
    gate = gates.get(program.phase)
    kind = knowledge.cause(program.cause).kinds.get(program.assessment.kind)
    highest = kind is not None and program.phase >= kind.highest_phase
    if gate is None or highest or program.phase_proposed or _barred(program, knowledge):
        return program, ()
    facts = gate(program, knowledge)
    if not facts or _kept(program, knowledge):
        return program, ()
    reason = Reason("phase/forward", facts)
    wanted = program.phase + 1
    if program.assessment.supervised:
        made = Decision(Kind.PHASE_PROPOSED, "phase", reason, program.on, program.phase, wanted)
        return replace(program, phase_proposed=wanted), (made,)
    return enter(program, wanted, reason, knowledge)


def keep(program: Program) -> Program:
    """The practitioner says "not yet": the phase stays, and is not proposed again for a while."""
    return replace(program, phase_proposed=0, phase_kept_on=program.on)


def withdrawn(program: Program) -> Program:
    """A step forward proposed before a setback has to be earned anew; a step back that was proposed stays."""
    return replace(program, phase_proposed=0) if program.phase_proposed > program.phase else program


def _kept(program: Program, knowledge: Knowledge) -> bool:
    days = knowledge.numbers["phase/forward"]["again_days"]
    return program.phase_kept_on is not None and (program.on - program.phase_kept_on).days < days


def enter(program: Program, phase: int, reason: Reason, knowledge: Knowledge) -> Outcome:
    """Enter a phase: ladders its menu reaches open at their lowest rung; forward counts as the day's one rise."""
    made = Decision(Kind.PHASE_CHANGED, "phase", reason, program.on, program.phase, phase)
    back = phase < program.phase
    raised = program.raised_on if back else program.on
    entered = replace(program, phase=phase, phase_since=program.on, phase_proposed=0, raised_on=raised)
    return open_ladders(settle_rungs(entered, knowledge) if back else entered, knowledge), (made,)


def backward(program: Program, reason: Reason, knowledge: Knowledge) -> Outcome:
    """The previous phase at once; in phase 1 it holds. The practitioner is notified either way."""
    reason = Reason("phase/backward", (("because of", reason.rule), *reason.facts))
    told = Decision(Kind.NOTIFIED, "practitioner", reason, program.on)
    if program.phase == 1:
        return program, (Decision(Kind.HELD, "phase", reason, program.on, 1, 1), told)
    program, made = enter(program, program.phase - 1, reason, knowledge)
    return program, (*made, told)


def relapse(program: Program, fact: Fact, knowledge: Knowledge) -> Outcome:
    """In phase 4, a flare of over 14 days or the second in 4 weeks proposes phase 2; a person alone enters it (§13.26)."""
    rule = "phase/relapse"
    wanted = int(knowledge.numbers[rule]["to_phase"])
    if program.phase != knowledge.numbers[rule]["from_phase"] or program.phase_proposed:
        return program, ()
    reason = Reason(rule, (fact,))
    if not program.assessment.supervised:
        return enter(program, wanted, reason, knowledge)
    made = Decision(Kind.PHASE_PROPOSED, "phase", reason, program.on, program.phase, wanted)
    return replace(program, phase_proposed=wanted), (made,)


def _barred(program: Program, knowledge: Knowledge) -> bool:
    paused = program.progress_from is not None and program.on < program.progress_from
    rose = program.raised_on == program.on
    if (program.on - program.phase_since).days < knowledge.numbers["phase/forward"]["from_day"]:
        return True  # also after a phase back: what was calm before it has to show again
    stopped = by_hand(program, knowledge) or program.locks or program.flare or program.withheld or paused
    return bool(stopped or rose or program.approved_on is None or due(program, program.on, knowledge))


def _answered(program: Program, count: int, since: int) -> list[Day]:
    """The last answered days of this phase, which began `since` days ago."""
    return [day for day in program.window[-since - 1 :] if day.worst_leg is not None][-count:]


def _one_to_two(program: Program, knowledge: Knowledge) -> tuple[Fact, ...]:
    numbers = knowledge.numbers["phase/forward"]
    since = (program.on - program.phase_since).days
    days = _answered(program, int(numbers["answered_days"]), since)
    if len(days) < numbers["answered_days"]:
        return ()
    legs = [day.worst_leg or 0 for day in days]
    backs = [day.worst_back or 0 for day in days]
    walked = max(day.walked for day in program.window[-7:])
    calm = max(legs) <= numbers["leg_1_to_2"] and legs[-1] <= legs[0] and max(backs) <= numbers["back_1_to_2"]
    if not calm or not _site_steady(days) or walked < numbers["walk_minutes_1_to_2"]:
        return ()
    return (("worst leg, last 3 days", max(legs)), ("worst back, last 3 days", max(backs)), ("minutes walked", walked))


def _site_steady(days: list[Day]) -> bool:
    sites = [day.site for day in days if day.site is not None]
    return not sites or sites[-1] <= sites[0]


def _two_to_three(program: Program, knowledge: Knowledge) -> tuple[Fact, ...]:
    numbers = knowledge.numbers["phase/forward"]
    week = [day for day in program.window[-7:] if day.worst_leg is not None and day.worst_back is not None]
    if len(week) < numbers["answered_in_week"]:
        return ()
    leg = _mean([day.worst_leg for day in week])
    back = _mean([day.worst_back for day in week])
    controlled = knowledge.cause(program.cause).control in program.controlled
    long = (program.on - program.started).days >= numbers["done_days_2_to_3"]
    enough = long and _share_done(program, numbers) >= numbers["done_share_2_to_3"]
    if leg > numbers["leg_2_to_3"] or back > numbers["back_2_to_3"] or not controlled or not enough:
        return ()
    return (("leg, mean of the week", f"{leg:.1f}"), ("back, mean of the week", f"{back:.1f}"))


def _share_done(program: Program, numbers: Numbers) -> float:
    days = program.window[-1 - int(numbers["done_days_2_to_3"]) : -1]
    planned = sum(day.planned for day in days)
    return sum(day.sessions > 0 for day in days if day.planned) / planned if planned else 0.0


def _three_to_four(program: Program, knowledge: Knowledge) -> tuple[Fact, ...]:
    numbers = knowledge.numbers["phase/forward"]
    week = [day.worst_leg for day in program.window[-7:] if day.worst_leg is not None]
    if len(week) < numbers["answered_in_week"] or max(week) > numbers["leg_3_to_4"]:
        return ()
    walked = max(day.walked for day in program.window[-7:])
    if not _function_back(program, numbers) or walked < numbers["walk_minutes_3_to_4"]:
        return ()
    return (("worst leg of the week", max(week)), ("minutes walked", walked))


def _function_back(program: Program, numbers: Numbers) -> bool:
    scores = {one.measure: (one.first, one.last) for one in program.measures}
    first, last = scores.get("rmdq", (0, 99))
    better = last <= numbers["rmdq_low_3_to_4"] or (first - last) >= numbers["rmdq_fall_3_to_4"] * first > 0
    tasks = [pair for name, pair in scores.items() if name.startswith("task")]
    high = all(now >= numbers["task_score_3_to_4"] or now - was >= numbers["task_rise_3_to_4"] for was, now in tasks)
    return better and high and len(tasks) >= numbers["tasks_3_to_4"]


def _mean(scores: list[int | None]) -> float:
    known = [score for score in scores if score is not None]
    return sum(known) / len(known)
