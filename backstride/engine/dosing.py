"""One exercise of a plan: its form, dose, sides and time (clinical.md §1.4, §4, §13.25)."""

from __future__ import annotations

from backstride.engine.catalogue import PLAIN, Knowledge
from backstride.engine.decision import Reason
from backstride.engine.plan import Item
from backstride.engine.program import LadderState, Program
from backstride.engine.rungs import form_given, open_rungs
from backstride.engine.values import Dose, Side

Reasons = tuple[Reason, ...]


def item_of(
    program: Program, state: LadderState, place: int, phase: int, reasons: Reasons, knowledge: Knowledge
) -> Item:
    """The exercise on this rung as it is given today; `reasons` say why it was chosen."""
    ladder = knowledge.ladder(state.ladder)
    rung = ladder.rungs[place]
    exercise = knowledge.exercise(rung.exercise)
    dose, reduced = _dose(program, rung.dose, knowledge)
    sides = sides_of(exercise.sides, program.assessment.side)
    return Item(
        ladder=state.ladder,
        purpose=ladder.purpose,
        exercise=rung.exercise,
        dose=dose,
        sides=sides,
        rung=place,
        of=len(open_rungs(program, state.ladder, knowledge, phase)),
        change=state.change if state.changed_on == program.on else 0,
        seconds=dose.seconds(exercise.pace, max(1, len(sides))),
        reasons=(*reasons, *reduced),
        form=form_given(rung, program, knowledge) or PLAIN,
    )


def _dose(program: Program, dose: Dose, knowledge: Knowledge) -> tuple[Dose, Reasons]:
    if program.flare is not None:
        name = ("half_share", "half_share", "half_share", "three_quarters_share")[program.flare.step]
        return dose.reduced(knowledge.numbers["flare/ramp"][name]), (
            Reason("flare/ramp", (("step", program.flare.step),)),
        )
    if program.reduced:
        keep = knowledge.numbers["response/red"]["keep_share"]
        return dose.reduced(keep), (Reason("response/red", (("shorter for sessions", program.reduced),)),)
    return dose, ()


def sides_of(handling: str, painful: Side) -> tuple[str, ...]:
    """The sides an exercise is done on, the painful one first; none for exercises without sides."""
    if handling == "none":
        return ()
    first = Side.LEFT if painful is Side.LEFT else Side.RIGHT
    other = Side.RIGHT if first is Side.LEFT else Side.LEFT
    if handling == "painful" and painful is not Side.BOTH:
        return (first.value,)
    return (first.value, other.value)
