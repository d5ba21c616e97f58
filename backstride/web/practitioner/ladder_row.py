"""One row of the program editor: a ladder, the rung the person stands on, why, and what may be changed."""

from dataclasses import dataclass

from backstride.engine.choosing import sides_of
from backstride.engine.plan import DayPlan
from backstride.engine.program import LadderState, Program
from backstride.engine.rungs import above, open_rungs, standing
from backstride.web.practitioner.barrier import Barrier, barrier
from backstride.web.records.library import knowledge
from backstride.web.records.wording import DecisionWords, dose_words, exercise_words, ladder_name, reason_words


@dataclass(frozen=True)
class Ceiling:
    """One rung that may be the highest allowed."""

    value: int
    words: str
    chosen: bool


@dataclass(frozen=True)
class Row:
    """One ladder. `place` counts rungs from 1, 0 where none is open; `of` is how many the ladder has.

    `chip` is one of the change chips, `chip_word` its word. `lower` and `higher` are the rungs the buttons lead to, None
    at the end. `waits` says what stands in the way where nothing is given. `today`: it is in today's session.
    """

    ladder: str
    name: str
    exercise: str
    exercise_name: str
    dose: str
    place: int
    of: int
    chip: str
    chip_word: str
    why: DecisionWords | None
    waits: Barrier | None
    lower: int | None
    higher: int | None
    ceilings: tuple[Ceiling, ...]
    locked: bool
    removed: bool
    today: bool


@dataclass(frozen=True)
class Later:
    """A ladder that a later phase opens, and why it waits."""

    name: str
    words: str


def rows(program: Program, plan: DayPlan, why: dict[str, DecisionWords]) -> tuple[Row, ...]:
    """A row for each ladder with something on the menu of the phase, in the order the phase asks for them."""
    return tuple(
        _row(program, state, plan, why.get(state.ladder)) for state in _in_order(program) if _on_menu(program, state)
    )


def later(program: Program) -> tuple[Later, ...]:
    """The ladders no exercise of which is on this phase's menu."""
    waiting = [state for state in _in_order(program) if not _on_menu(program, state)]
    return tuple(Later(ladder_name(state.ladder), _soonest(program, state)) for state in waiting)


def _soonest(program: Program, state: LadderState) -> str:
    found = barrier(program, knowledge().ladder(state.ladder).rungs[0].exercise)
    return found.words if found else ""


def _in_order(program: Program) -> list[LadderState]:
    asks = knowledge().cause(program.cause).asks[program.phase - 1]
    places = {purpose: place for place, purpose in enumerate(asks)}
    return sorted(program.ladders, key=lambda state: places.get(knowledge().ladder(state.ladder).purpose, len(places)))


def _on_menu(program: Program, state: LadderState) -> bool:
    menu = knowledge().menus[program.cause, program.phase]
    return any(rung.exercise in menu for rung in knowledge().ladder(state.ladder).rungs)


def _row(program: Program, state: LadderState, plan: DayPlan, why: DecisionWords | None) -> Row:
    rungs = knowledge().ladder(state.ladder).rungs
    places = open_rungs(program, state.ladder, knowledge())
    here = standing(state, places)
    shown = rungs[here if here is not None else max(state.rung, 0)]
    waits = _waits(program, state, here, plan)
    chip, word = _chip(program, state, waits)
    exercise = knowledge().exercise(shown.exercise)
    return Row(
        ladder=state.ladder,
        name=ladder_name(state.ladder),
        exercise=shown.exercise,
        exercise_name=exercise_words(shown.exercise).name,
        dose=dose_words(shown.exercise, shown.dose, sides_of(exercise.sides, program.assessment.side)),
        place=here + 1 if here is not None else 0,
        of=len(rungs),
        chip=chip,
        chip_word=word,
        why=why,
        waits=waits,
        lower=max((place for place in places if here is not None and place < here), default=None),
        higher=_higher(program, state, len(rungs)),
        ceilings=_ceilings(state),
        locked=state.locked,
        removed=state.removed,
        today=plan.session is not None and any(item.ladder == state.ladder for item in plan.session.items),
    )


def _higher(program: Program, state: LadderState, count: int) -> int | None:
    """The next open rung; where none is open, the next one there is, which the engine will refuse with its reason."""
    nearest = state.rung + 1 if 0 <= state.rung < count - 1 else None
    return next((place for place in (above(program, state, knowledge()), nearest) if place is not None), None)


def _ceilings(state: LadderState) -> tuple[Ceiling, ...]:
    rungs = knowledge().ladder(state.ladder).rungs
    highest = min(state.ceiling, len(rungs) - 1)
    return tuple(
        Ceiling(
            place,
            f"{place + 1} · {exercise_words(rung.exercise).name}, {dose_words(rung.exercise, rung.dose)}",
            place == highest,
        )
        for place, rung in enumerate(rungs)
    )


def _waits(program: Program, state: LadderState, here: int | None, plan: DayPlan) -> Barrier | None:
    told = next((one.reason for one in plan.waiting if one.ladder == state.ladder), None)
    if here is None and not state.removed:
        found = next(
            filter(None, (barrier(program, rung.exercise) for rung in knowledge().ladder(state.ladder).rungs)), None
        )
        if found is not None:
            return found
    if told is None:
        return None
    rule = reason_words(told)
    return Barrier(f"{rule.title}.", rule)


def _chip(program: Program, state: LadderState, waits: Barrier | None) -> tuple[str, str]:
    """Which change chip a row bears; what stops it comes before what moved it."""
    if state.removed:
        return "locked", "Removed"
    if waits is not None or state.resting:
        return "waits", ""
    if state.locked:
        return "locked", ""
    if state.changed_on == program.on and state.change:
        return ("up", "") if state.change > 0 else ("down", "")
    return ("new", "Proposed") if program.approved_on is None else ("hold", "")
