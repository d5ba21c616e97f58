"""One row of the program editor: a ladder, the rung the person stands on, why, and what may be changed."""

from dataclasses import dataclass

from backstride.engine.catalogue import Rung
from backstride.engine.composing import by_hand
from backstride.engine.decision import Reason
from backstride.engine.denial import ordered
from backstride.engine.dosing import sides_of
from backstride.engine.plan import DayPlan
from backstride.engine.program import LadderState, Program
from backstride.engine.rungs import above, form_given, open_rungs, standing, taught_as
from backstride.web.components.drawings import Shown, shown
from backstride.web.practitioner.barrier import Barrier, lacking, opening_phase, rung_barrier
from backstride.web.practitioner.options import kit_words
from backstride.web.practitioner.steps import ceiling_place, own_places
from backstride.web.records.library import knowledge
from backstride.web.records.names import form_name
from backstride.web.records.wording import DecisionWords, dose_words, ladder_name, reason_words

AEROBIC = "aerobic"
BY_HAND = "composing/by_hand"


@dataclass(frozen=True)
class Ceiling:
    """One rung that may be the highest allowed."""

    value: int
    words: str
    chosen: bool


@dataclass(frozen=True)
class Row:
    """One ladder. `place` counts the rungs of this cause from 1, 0 where none is open; `of` is how many there are.

    `exercise_name` has the form behind it, and `shown` is its picture; `needs` are its equipment and whether it was taught. `chip` is one of the change
    chips, `chip_word` its word. `why` with `why_title` is what last moved it; `waits` says what stands in the way where
    nothing is given; `left_out` names steps of this phase that are passed over, and why. `lower` and `higher` are the rungs
    the buttons lead to, None at the end; `first` is where a ladder composed by hand may be begun, None elsewhere.
    `today`: it is in today's session.
    """

    ladder: str
    name: str
    shown: Shown
    exercise_name: str
    dose: str
    needs: str
    place: int
    of: int
    chip: str
    chip_word: str
    why: DecisionWords | None
    why_title: str
    waits: Barrier | None
    left_out: tuple[str, ...]
    lower: int | None
    higher: int | None
    first: int | None
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
    shown = (state for state in _in_order(program) if _menu_places(program, state) and _practised(program, state))
    return tuple(_row(program, state, plan, why.get(state.ladder) or why.get("phase")) for state in shown)


def later(program: Program) -> tuple[Later, ...]:
    """The ladders no exercise of which is on this phase's menu."""
    waiting = [state for state in _in_order(program) if not _menu_places(program, state)]
    return tuple(Later(ladder_name(state.ladder), _soonest(program, state)) for state in waiting)


def _soonest(program: Program, state: LadderState) -> str:
    """When the first rung of the ladder opens, in words."""
    opening = ((opening_phase(program.cause, rung.exercise), rung) for rung in _rungs(program, state))
    soon = min(((phase, rung) for phase, rung in opening if phase is not None), default=None, key=lambda pair: pair[0])
    found = rung_barrier(program, soon[1]) if soon is not None else None
    return found.words if found else ""


def _rungs(program: Program, state: LadderState) -> list[Rung]:
    rungs = knowledge().ladder(state.ladder).rungs
    return [rungs[place] for place in own_places(program, state.ladder)]


def _in_order(program: Program) -> list[LadderState]:
    """The ladders in the order in which the phase asks for them, by purpose or by name."""
    asks = knowledge().cause(program.cause).asks[program.phase - 1]
    places = {asked: place for place, asked in enumerate(asks)}

    def place(state: LadderState) -> int:
        return places.get(state.ladder, places.get(knowledge().ladder(state.ladder).purpose, len(places)))

    return sorted(program.ladders, key=place)


def _practised(program: Program, state: LadderState) -> bool:
    """Whether a ladder of riding or water is what this person does instead of walking, or between walks."""
    if knowledge().ladder(state.ladder).purpose != AEROBIC:
        return True
    between = "bike" if knowledge().cause(program.cause).walk == "interval" else ""
    wanted = program.assessment.aerobic
    return state.ladder == (between if wanted == "walk" else wanted) and bool(
        open_rungs(program, state.ladder, knowledge())
    )


def _row(program: Program, state: LadderState, plan: DayPlan, why: DecisionWords | None) -> Row:
    own, places = own_places(program, state.ladder), open_rungs(program, state.ladder, knowledge())
    here = standing(state, places)
    first = places[0] if state.rung < 0 and places and by_hand(program, knowledge()) else None
    rung = knowledge().ladder(state.ladder).rungs[_about(program, state, here, first)]
    form = form_given(rung, program, knowledge()) or rung.forms[0]
    waits = _waits(program, state, places, first, plan)
    chip, word = _chip(program, state, waits, first)
    sides = sides_of(knowledge().exercise(rung.exercise).sides, program.assessment.side)
    return Row(
        ladder=state.ladder,
        name=ladder_name(state.ladder),
        shown=shown(rung.exercise, form, sides),
        exercise_name=form_name(rung.exercise, form),
        dose=dose_words(rung.exercise, rung.dose, sides),
        needs=_needs(program, rung.exercise, form),
        place=own.index(here) + 1 if here is not None else 0,
        of=len(own),
        chip=chip,
        chip_word=word,
        why=why,
        why_title=_why_title(program, why),
        waits=waits,
        left_out=_left_out(program, state, places) if here is not None else (),
        lower=max((place for place in places if here is not None and place < here), default=None),
        higher=_higher(program, state, own) if first is None else None,
        first=first,
        ceilings=_ceilings(program, state, own),
        locked=state.locked,
        removed=state.removed,
        today=plan.session is not None and any(item.ladder == state.ladder for item in plan.session.items),
    )


def _why_title(program: Program, why: DecisionWords | None) -> str:
    """The rule behind where the ladder stands; where only the phase was decided, that."""
    if why is None:
        return ""
    return f"Since phase {program.phase}" if why.subject == "phase" else why.reason.title


def _about(program: Program, state: LadderState, here: int | None, first: int | None) -> int:
    """The rung the row is about: where they stand, where they would begin, or the nearest on the menu."""
    if here is not None:
        return here
    if first is not None:
        return first
    menu = _menu_places(program, state)
    return max((place for place in menu if place <= state.rung), default=menu[0])


def _menu_places(program: Program, state: LadderState) -> list[int]:
    """Places of this person's rungs whose exercise is on today's menu, or ordered."""
    menu, rungs = knowledge().menus[program.cause, program.phase], knowledge().ladder(state.ladder).rungs
    own = own_places(program, state.ladder)
    return [place for place in own if rungs[place].exercise in menu or ordered(rungs[place].exercise, program)]


def _needs(program: Program, exercise_id: str, form: str) -> str:
    """What this form asks for: equipment, and having been shown it; empty for a free floor."""
    way = knowledge().exercise(exercise_id).forms[form]
    kit = " and ".join(kit_words(item) for item in sorted(way.kit))
    seen = "taught" if taught_as(exercise_id, form) in program.taught else "to be taught first"
    parts = (f"With {kit}" if kit else "", seen if way.taught else "")
    return ", ".join(part for part in parts if part)


def _left_out(program: Program, state: LadderState, places: tuple[int, ...]) -> tuple[str, ...]:
    """Steps on the menu that lack equipment or teaching, each way of doing them once."""
    found: dict[str, str] = {}
    for place in own_places(program, state.ladder):
        rung = knowledge().ladder(state.ladder).rungs[place]
        lacks = lacking(program, rung) if place not in places else None
        if lacks is not None:
            found[form_name(rung.exercise, rung.forms[0])] = lacks.words
    return tuple(f"{name}. {words}" for name, words in found.items())


def _higher(program: Program, state: LadderState, own: tuple[int, ...]) -> int | None:
    """The next open rung; where none is open, the next one there is, which the engine will refuse with its reason."""
    nearest = next((place for place in own if place > state.rung), None) if state.rung >= 0 else None
    return next((place for place in (above(program, state, knowledge()), nearest) if place is not None), None)


def _ceilings(program: Program, state: LadderState, own: tuple[int, ...]) -> tuple[Ceiling, ...]:
    rungs = knowledge().ladder(state.ladder).rungs
    highest = ceiling_place(program, state)
    return tuple(
        Ceiling(place, f"{count} · {_step(rungs[place])}", place == highest) for count, place in enumerate(own, start=1)
    )


def _step(rung: Rung) -> str:
    return f"{form_name(rung.exercise, rung.forms[0])}, {dose_words(rung.exercise, rung.dose)}"


def _waits(
    program: Program, state: LadderState, places: tuple[int, ...], first: int | None, plan: DayPlan
) -> Barrier | None:
    if first is not None:
        return Barrier("You place the first step.", reason_words(Reason(BY_HAND)))
    if not places and not state.removed:
        rungs = knowledge().ladder(state.ladder).rungs
        barred = (rung_barrier(program, rungs[place]) for place in _menu_places(program, state))
        found = next(filter(None, barred), None)
        if found is not None:
            return found
    told = next((one.reason for one in plan.waiting if one.ladder == state.ladder), None)
    if told is None:
        return None
    rule = reason_words(told)
    return Barrier(f"{rule.title}.", rule)


def _chip(program: Program, state: LadderState, waits: Barrier | None, first: int | None) -> tuple[str, str]:
    """Which change chip a row bears; what stops it comes before what moved it."""
    if state.removed:
        return "locked", "Removed"
    if first is not None:
        return "waits", "Not open"
    if waits is not None or state.resting:
        return "waits", ""
    if state.locked:
        return "locked", ""
    if state.changed_on == program.on and state.change:
        return ("up", "") if state.change > 0 else ("down", "")
    return ("new", "Proposed") if program.approved_on is None else ("hold", "")
