"""The hamstring gate: stretch, nerve glide instead, or neither for now (clinical.md §2.4, §13.23)."""

from __future__ import annotations

from enum import StrEnum

from backstride.engine.catalogue import Knowledge
from backstride.engine.decision import Reason
from backstride.engine.program import Program
from backstride.engine.values import Site


class Gate(StrEnum):
    """What the leg allows today."""

    STRETCH = "stretch"
    GLIDE = "glide"
    WAIT = "wait"


def gate(program: Program, knowledge: Knowledge) -> tuple[Gate, Reason]:
    """Wait: leg over 5, slow to settle, or flare days 0-2. Glide: tingling or calf or foot pain. Else stretch."""
    leg = program.leg
    slow = any(day.slow for day in program.window[-7:])
    flare_step = program.flare.step if program.flare is not None else None
    if leg > knowledge.numbers["hamstring/gate"]["leg_gate"]:
        return Gate.WAIT, Reason("hamstring/gate", (("leg", leg),))
    if slow:
        return Gate.WAIT, Reason("hamstring/gate", (("took over an hour to settle, last 7 days", "yes"),))
    if flare_step is not None and flare_step < 2:
        return Gate.WAIT, Reason("hamstring/gate", (("flare step", flare_step),))
    return _glide_or_stretch(program, leg, flare_step)


def _glide_or_stretch(program: Program, leg: int, flare_step: int | None) -> tuple[Gate, Reason]:
    site = program.site
    if flare_step is not None:
        return Gate.GLIDE, Reason("hamstring/gate", (("flare step", flare_step),))
    if any(day.nervy for day in program.window[-7:]):
        return Gate.GLIDE, Reason("hamstring/gate", (("tingling or pain in the stretch, last 7 days", "yes"),))
    if site >= Site.CALF and leg > 0:
        return Gate.GLIDE, Reason("hamstring/gate", (("pain reaches", site.name.lower()), ("leg", leg)))
    return Gate.STRETCH, Reason("hamstring/gate", (("leg", leg),))
