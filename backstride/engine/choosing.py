"""Choosing the day's session (clinical.md §1.4, §8, §13.20-23); the same inputs give the same choice."""

from __future__ import annotations

from dataclasses import dataclass, field

from backstride.engine.catalogue import Knowledge
from backstride.engine.composing import by_hand
from backstride.engine.decision import Reason
from backstride.engine.denial import denied
from backstride.engine.dosing import item_of
from backstride.engine.hamstring import Gate, gate
from backstride.engine.plan import Item, SessionPlan, Waiting
from backstride.engine.practice import last_before, rested
from backstride.engine.program import LadderState, Program
from backstride.engine.relief import phase_today, relief_states
from backstride.engine.rungs import form_given, open_rungs, rung_at, standing

TRAINING = ("strength", "functional")
APART = ("relief", "hamstring", "aerobic")
GLIDE = "glide"
IN_TURN = "in-turn"
FILLING = ("stretch", "mobility", "abdominal")


@dataclass
class Choice:
    """A session as it is put together: its items, what waits, and the seconds it may take at most."""

    program: Program
    phase: int
    knowledge: Knowledge
    items: list[Item] = field(default_factory=list)
    waiting: list[Waiting] = field(default_factory=list)

    @property
    def seconds(self) -> int:
        """How long the items chosen so far take."""
        return sum(item.seconds for item in self.items)


def choose(program: Program, knowledge: Knowledge) -> tuple[SessionPlan, tuple[Waiting, ...]]:
    """The session of `program.on`: each purpose the phase asks for, then the rest in turn, within six and 20 minutes."""
    choice = Choice(program, phase_today(program, knowledge), knowledge)
    for purpose in knowledge.cause(program.cause).asks[choice.phase - 1]:
        _ask(choice, purpose)
    _fill(choice)
    return SessionPlan(tuple(choice.items), choice.seconds), tuple(choice.waiting)


def _ask(choice: Choice, purpose: str) -> None:
    """Add the exercise whose turn it is for this purpose, or say why its ladders wait."""
    why = Reason("choosing/choose", (("purpose", purpose), ("phase", choice.phase)))
    if purpose == "hamstring":
        allowed, why_gate = gate(choice.program, choice.knowledge)
        if allowed is not Gate.STRETCH:
            choice.waiting.append(Waiting("hamstring", why_gate))
            purpose, why = GLIDE, why_gate
        if allowed is Gate.WAIT:
            return
    if purpose in TRAINING and _last_for_tomorrow(choice, purpose):
        return
    waits = len(choice.waiting)
    if not _add_first(choice, purpose, why) and len(choice.waiting) == waits and purpose != IN_TURN:
        choice.waiting += _why_waiting(choice, purpose)


def _last_for_tomorrow(choice: Choice, purpose: str) -> bool:
    """Whether a second ladder of this purpose today would leave none that may be practised tomorrow."""
    if all(item.purpose != purpose for item in choice.items):
        return False
    chosen = {item.ladder for item in choice.items}
    left = [state for state in _in_turn(choice, purpose) if state.ladder not in chosen]
    return sum(_place(choice, state, purpose) is not None for state in left) < 2


def _add_first(choice: Choice, purpose: str, why: Reason) -> bool:
    for state in _in_turn(choice, purpose):
        place = _place(choice, state, purpose)
        if place is not None and _add(choice, state, place, why):
            return True
    return False


def _add(choice: Choice, state: LadderState, place: int, why: Reason) -> bool:
    """Add one exercise if it is new to the session and fits; whether it did or already stood there."""
    numbers = choice.knowledge.numbers["choosing/choose"]
    item = item_of(choice.program, state, place, choice.phase, (why,), choice.knowledge)
    if any(item.exercise == one.exercise for one in choice.items):
        return False
    full = len(choice.items) >= numbers["exercises_max"]
    if full or (choice.items and choice.seconds + item.seconds > numbers["minutes_max"] * 60):
        return False
    choice.items.append(item)
    return True


def _fill(choice: Choice) -> None:
    """Until the session reaches its shortest time: what has waited longest of everything else that is open."""
    numbers = choice.knowledge.numbers["choosing/choose"]
    enough = numbers["minutes_min"] * 60
    for purpose in FILLING:
        for state in _in_turn(choice, purpose):
            if choice.seconds >= enough:
                return
            place = _place(choice, state, purpose)
            if place is not None:
                minutes = choice.seconds // 60
                _add(
                    choice, state, place, Reason("choosing/choose", (("purpose", purpose), ("minutes so far", minutes)))
                )


def _place(choice: Choice, state: LadderState, purpose: str) -> int | None:
    program, knowledge = choice.program, choice.knowledge
    if purpose == GLIDE:
        return _stand_in(program, state, knowledge)
    if knowledge.ladder(state.ladder).purpose in TRAINING and not strength_days(state, program, knowledge):
        return None
    return standing(state, open_rungs(program, state.ladder, knowledge, choice.phase))


def strength_days(state: LadderState, program: Program, knowledge: Knowledge) -> bool:
    """Whether strength work may be done again today: 2 or 3 days a week that do not follow each other (§1.4)."""
    return rested(state, program.on, knowledge.numbers["choosing/strength_days"])


def _stand_in(program: Program, state: LadderState, knowledge: Knowledge) -> int | None:
    """The first nerve glide takes the stretch's place in any phase (§2.4, §13.23), at the rung reached, unless denied."""
    if state.removed or state.resting or (state.rung < 0 and by_hand(program, knowledge)):
        return None
    first = knowledge.ladder(state.ladder).rungs[0]
    places = [
        place
        for place in range(max(state.rung, 0) + 1)
        if rung_at(state.ladder, place, knowledge).exercise == first.exercise
    ]
    return places[-1] if form_given(first, program, knowledge) is not None else None


def _in_turn(choice: Choice, purpose: str) -> list[LadderState]:
    """Ladders of this purpose, the one longest not practised first."""
    program, knowledge = choice.program, choice.knowledge
    if purpose == "relief":
        return relief_states(program, knowledge)
    if purpose == IN_TURN:
        return _others(choice)
    wanted = "nerve" if purpose == GLIDE else purpose
    states = [state for state in program.ladders if wanted in (knowledge.ladder(state.ladder).purpose, state.ladder)]
    return sorted(states, key=lambda state: last_before(state, program.on))


def _others(choice: Choice) -> list[LadderState]:
    """Every ladder whose purpose this phase does not ask for by itself, the one longest not practised first."""
    program, knowledge = choice.program, choice.knowledge
    asked = {*knowledge.cause(program.cause).asks[choice.phase - 1], *APART}
    states = [state for state in program.ladders if knowledge.ladder(state.ladder).purpose not in asked]
    return sorted(states, key=lambda state: last_before(state, program.on))


def _why_waiting(choice: Choice, purpose: str) -> list[Waiting]:
    given = {item.ladder for item in choice.items}
    return [
        Waiting(state.ladder, _reason(choice, state, purpose))
        for state in _in_turn(choice, purpose)
        if state.ladder not in given
    ]


def _reason(choice: Choice, state: LadderState, purpose: str) -> Reason:
    program, knowledge = choice.program, choice.knowledge
    if state.resting:
        return Reason("progress/return_ladder", (("green sessions still needed", state.resting),))
    if knowledge.ladder(state.ladder).purpose in TRAINING and not strength_days(state, program, knowledge):
        return Reason("choosing/strength_days", (("last done", str(last_before(state, program.on))),))
    menu = knowledge.menus[program.cause, choice.phase]
    for rung in knowledge.ladder(state.ladder).rungs:
        if rung.exercise in menu:
            whys = (denied(rung.exercise, program, knowledge, form) for form in rung.forms)
            why = next((one for one in whys if one is not None), None)
            if why is not None:
                return why
    return Reason("choosing/choose", (("not on the menu of phase", choice.phase),))
