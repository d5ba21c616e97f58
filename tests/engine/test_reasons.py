"""Small things a break of the engine has to show: names in refusals, rule ids in reasons, and edges of limits."""

import pytest

from backstride.engine.event import Adjusted, Assessed, FlareReported, Measured, Walked
from backstride.engine.hamstring import Gate, gate
from backstride.engine.rungs import settle_rungs
from backstride.engine.values import Refused, Site
from tests.engine.builders import DISC, KNOWLEDGE, adjusted, after, assessment, begin, green_days, in_phase, on


def test_the_gate_of_a_flare_names_its_rule() -> None:
    """§13.23: neither stretch nor slide on flare days 0-2, and the reason says so."""
    allowed, why = gate(after(begin(leg=2, site=Site.BUTTOCK), FlareReported(on(0))), KNOWLEDGE)
    assert (allowed, why.rule, why.facts) == (Gate.WAIT, "hamstring/gate", (("flare step", 0),))


def test_a_new_assessment_withdraws_a_proposed_phase() -> None:
    """§13.26: what was found anew comes before what the old findings had earned."""
    program = after(begin(leg=3), *green_days(0, 4))
    assert program.phase_proposed == 2
    assert after(program, Assessed(on(4), assessment(day=4))).phase_proposed == 0


def test_a_ladder_that_falls_with_its_phase_earns_its_step_anew() -> None:
    """§13.18: green sessions on a rung that is closed now count for none below it."""
    program = in_phase(DISC, 3)
    program = adjusted(program, "rung", "abdominal", 20)
    state = program.ladder("abdominal")
    program = program.with_ladder(type(state)(**{**state.__dict__, "greens": 5}))
    fallen = settle_rungs(type(program)(**{**program.__dict__, "phase": 1}), KNOWLEDGE).ladder("abdominal")
    assert fallen.rung < 20 and fallen.greens == 0


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (lambda: Walked(on(0), 0), "^minutes: 0 is not a whole number from 1 to 600$"),
        (
            lambda: Adjusted(on(0), "x", "order", "REL02"),
            "^reason: an order that lifts a denial needs a written reason$",
        ),
        (lambda: after(begin(), Adjusted(on(0), "x", "walk", "walk", 17)), "^walking level: 17 "),
        (lambda: after(begin(), Measured(on(0), "rmdq", 25)), "^rmdq: 25 "),
    ],
    ids=["minutes", "reason", "walking level", "measure"],
)
def test_a_refusal_begins_with_what_it_is_about(wrong: object, words: str) -> None:
    with pytest.raises(Refused, match=words):
        wrong()  # type: ignore[operator]
