"""The walking row of the program editor: the level, its minutes, why, and what may be changed."""

from dataclasses import dataclass

from backstride.engine.plan import DayPlan
from backstride.engine.program import Program
from backstride.engine.rungs import open_rungs
from backstride.web.components.drawings import Shown, shown
from backstride.web.practitioner.barrier import rung_barrier
from backstride.web.practitioner.ladder_row import Ceiling
from backstride.web.records.library import knowledge, library
from backstride.web.records.wording import DecisionWords, ladder_name


@dataclass(frozen=True)
class WalkRow:
    """The walk. `level` is from 0 to 16; `lower` and `higher` are the levels the buttons lead to, None at the end.

    `wish` says why somebody who would rather ride or walk in water walks all the same, empty where they do not.
    """

    shown: Shown
    exercise_name: str
    level: int
    words: str
    wish: str
    chip: str
    chip_word: str
    why: DecisionWords | None
    lower: int | None
    higher: int | None
    ceilings: tuple[Ceiling, ...]
    waits: bool


def walk_row(program: Program, plan: DayPlan, why: DecisionWords | None, ceiling: int) -> WalkRow:
    """The row of this program's walk; `ceiling` is the one chosen, which counts from the signature on."""
    walk, levels, form = program.walk, knowledge().walk_levels, knowledge().cause(program.cause).walk
    exercise = library().walking.interval if form == "interval" else library().walking.continuous
    chip, word = _chip(program, plan)
    return WalkRow(
        shown=shown(exercise),
        exercise_name=library().exercises[exercise].name,
        level=walk.level,
        words=level_words(walk.level),
        wish=_wish(program),
        chip=chip,
        chip_word=word,
        why=why,
        lower=walk.level - 1 if walk.level > 0 else None,
        higher=walk.level + 1 if walk.level < len(levels) - 1 else None,
        ceilings=tuple(
            Ceiling(place, f"{place} · {level_words(place)}", place == ceiling) for place in range(len(levels))
        ),
        waits=plan.walk is None and plan.ride is None,
    )


def _wish(program: Program) -> str:
    """What stands in the way of the ride or of water walking that the assessment chose."""
    wanted = program.assessment.aerobic
    if wanted == "walk" or open_in(program, wanted):
        return ""
    found = rung_barrier(program, knowledge().ladder(wanted).rungs[0])
    return f"{ladder_name(wanted)}: {found.words}" if found else ""


def open_in(program: Program, ladder_id: str) -> bool:
    """Whether the program has this ladder with an open step."""
    held = any(state.ladder == ladder_id for state in program.ladders)
    return held and bool(open_rungs(program, ladder_id, knowledge()))


def level_words(level: int) -> str:
    """For instance "18 min in 2 walks" or "30 min, 5 × 2 brisk"."""
    one = knowledge().walk_levels[level]
    walks = f" in {one.bouts} walks" if one.bouts > 1 else ""
    brisk = f", {one.brisk} × {one.brisk_minutes} brisk" if one.brisk else ""
    return f"{one.minutes} min{walks}{brisk}"


def _chip(program: Program, plan: DayPlan) -> tuple[str, str]:
    walk = program.walk
    if plan.ride is not None:
        return "hold", f"Today: {ladder_name(plan.ride.ladder).lower()}"
    if plan.walk is None:
        return "waits", ""
    if walk.changed_on == program.on and walk.change:
        return ("up", "") if walk.change > 0 else ("down", "")
    return ("new", "Proposed") if program.approved_on is None else ("hold", "")
