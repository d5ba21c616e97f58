"""Each case told to its end as plain lines: every decision with its rule and figures, and the plans it looks at.

`python -m tests.cases.transcript` writes them anew into `tests/cases/told`; read the difference before it is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from backstride.engine import Refused, options
from backstride.engine.decision import Decision, Reason
from backstride.engine.plan import DayPlan, Item
from backstride.engine.program import Program
from backstride.engine.values import Dose
from backstride.knowledge import load
from backstride.knowledge.story import Story
from backstride.knowledge.vignettes import Told, read, tell

HERE = Path(__file__).parent
TOLD = HERE / "told"
KNOWLEDGE = load().engine


def case_files() -> list[Path]:
    """The files of cases, one a cause."""
    return sorted(HERE.glob("*.yaml"))


def transcript(path: Path) -> str:
    """All cases of one file."""
    return "\n".join(line for story in read(path) for line in _story(story))


def _story(story: Story) -> Iterator[str]:
    yield f"# {story.name}"
    try:
        told = tell(story, KNOWLEDGE)
    except Refused as refusal:
        yield f"refused: {refusal}"
        yield ""
        return
    yield from _days(told)
    yield from _end(told.program)
    yield ""


def _days(told: Told) -> Iterator[str]:
    for day in sorted({*told.decisions, *told.plans}):
        for decision in told.decisions.get(day, ()):
            yield f"day {day}: {_decision(decision)}"
        if day in told.plans:
            yield from (f"day {day} plan: {line}" for line in _plan(told.plans[day]))


def _decision(made: Decision) -> str:
    change = f" {made.before} -> {made.after}" if made.before != "" or made.after != "" else ""
    return f"{made.kind.value} {made.subject}{change}, {made.on:%d %b}, {_reason(made.reason)}"


def _reason(reason: Reason) -> str:
    facts = "; ".join(f"{name} {value}" for name, value in reason.facts)
    return f"{reason.rule} [{facts}]"


def _plan(plan: DayPlan) -> Iterator[str]:
    yield f"phase {plan.phase}, breaks {plan.break_minutes} min, check-in {'due' if plan.check_in_due else 'done'}"
    if plan.lock is not None:
        yield f"lock {plan.lock.urgency.name} {plan.lock.flag}"
    if plan.ask_reason is not None:
        yield f"asks {' '.join(plan.ask)} {'full' if plan.ask_full else 'weekly'} {_reason(plan.ask_reason)}"
    if plan.session is not None:
        yield from (_item(item) for item in plan.session.items)
        yield f"session {plan.session.seconds} s"
    for name, why in (("session", plan.no_session), ("walk", plan.no_walk)):
        if why is not None:
            yield f"no {name}: {_reason(why)}"
    yield from _beside(plan)


def _beside(plan: DayPlan) -> Iterator[str]:
    for one in plan.relief:
        needed = "as needed" if one.as_needed else f"{one.per_day} a day"
        yield f"relief {one.exercise} {one.form} {_dose(one.dose)} {needed}, {_reason(one.reason)}"
    yield f"ease {' '.join(f'{exercise}/{form}' for exercise, form in zip(plan.ease, plan.ease_forms, strict=True))}"
    if plan.walk is not None:
        walk = plan.walk
        brisk = f"{walk.brisk}x{walk.brisk_minutes} brisk"
        easy = "easy " if walk.easy else ""
        yield f"walk level {walk.level} {easy}{walk.minutes} min in {walk.bouts}, {brisk}, {walk.form}, {_reasons(walk.reasons)}"
    if plan.ride is not None:
        yield f"ride {_item(plan.ride)}"
    yield from (f"waiting {one.ladder}: {_reason(one.reason)}" for one in plan.waiting)
    yield from (f"notice {_reason(one)}" for one in plan.notices)
    yield f"measures {' '.join(plan.measures)}; yellow {' '.join(plan.yellow)}"


def _item(item: Item) -> str:
    sides = "/".join(item.sides) or "no side"
    place = f"rung {item.rung} of {item.of} change {item.change}"
    return f"{item.exercise} {item.form} {_dose(item.dose)} {sides}, {item.ladder} {place}, {item.seconds} s, {_reasons(item.reasons)}"


def _reasons(reasons: tuple[Reason, ...]) -> str:
    return ", ".join(map(_reason, reasons))


def _dose(dose: Dose) -> str:
    return f"{dose.sets}x{dose.reps}@{dose.hold}"


def _end(program: Program) -> Iterator[str]:
    rungs = " ".join(f"{state.ladder} {state.rung}" for state in program.ladders)
    yield f"end: phase {program.phase}, walk {program.walk.level}, {rungs}"
    for future in options(program, KNOWLEDGE, program.on).futures:
        kinds = ", ".join(f"{one.kind.value} {one.subject}" for one in future.decisions)
        yield f"if {future.answer}: {kinds or 'nothing'}"


def write() -> None:
    """Write every transcript anew."""
    for path in case_files():
        (TOLD / f"{path.stem}.txt").write_text(transcript(path) + "\n")


if __name__ == "__main__":
    write()
