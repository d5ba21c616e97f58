"""The rungs of a ladder as one person has them: without those that exist for other causes only."""

from backstride.engine.program import LadderState, Program
from backstride.web.records.library import knowledge


def own_places(program: Program, ladder_id: str) -> tuple[int, ...]:
    """Places of the rungs that exist for this person's cause, lowest first."""
    rungs = knowledge().ladder(ladder_id).rungs
    return tuple(place for place, rung in enumerate(rungs) if not rung.causes or program.cause in rung.causes)


def ceiling_place(program: Program, state: LadderState) -> int:
    """The highest of these rungs that the ceiling allows; the lowest where it allows none."""
    places = own_places(program, state.ladder)
    return max((place for place in places if place <= state.ceiling), default=places[0] if places else 0)
