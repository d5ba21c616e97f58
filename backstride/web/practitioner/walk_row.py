"""The walking row of the program editor: the level, its minutes, why, and what may be changed."""

from dataclasses import dataclass

from backstride.engine.plan import DayPlan
from backstride.engine.program import Program
from backstride.web.practitioner.ladder_row import Ceiling
from backstride.web.records.library import knowledge, library
from backstride.web.records.wording import DecisionWords


@dataclass(frozen=True)
class WalkRow:
    """The walk. `level` is from 0 to 16; `lower` and `higher` are the levels the buttons lead to, None at the end."""

    exercise: str
    exercise_name: str
    level: int
    words: str
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
        exercise=exercise,
        exercise_name=library().exercises[exercise].name,
        level=walk.level,
        words=level_words(walk.level),
        chip=chip,
        chip_word=word,
        why=why,
        lower=walk.level - 1 if walk.level > 0 else None,
        higher=walk.level + 1 if walk.level < len(levels) - 1 else None,
        ceilings=tuple(
            Ceiling(place, f"{place} · {level_words(place)}", place == ceiling) for place in range(len(levels))
        ),
        waits=plan.walk is None,
    )


def level_words(level: int) -> str:
    """For instance "18 min in 2 walks" or "30 min, 5 × 2 brisk"."""
    one = knowledge().walk_levels[level]
    walks = f" in {one.bouts} walks" if one.bouts > 1 else ""
    brisk = f", {one.brisk} × {one.brisk_minutes} brisk" if one.brisk else ""
    return f"{one.minutes} min{walks}{brisk}"


def _chip(program: Program, plan: DayPlan) -> tuple[str, str]:
    walk = program.walk
    if plan.walk is None:
        return "waits", ""
    if walk.changed_on == program.on and walk.change:
        return ("up", "") if walk.change > 0 else ("down", "")
    return ("new", "Proposed") if program.approved_on is None else ("hold", "")
