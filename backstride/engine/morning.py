"""A morning's check-in: what it closes, what it warns of, and what it lets rise."""

from __future__ import annotations

from backstride.engine.catalogue import Knowledge
from backstride.engine.decision import Decisions, Reason
from backstride.engine.denial import settle_calm
from backstride.engine.event import CheckedIn
from backstride.engine.evidence import take_morning
from backstride.engine.flare import detect
from backstride.engine.phase import forward
from backstride.engine.program import Lock, Program
from backstride.engine.progress import up
from backstride.engine.replacing import replace
from backstride.engine.response import high_pain
from backstride.engine.rungs import open_ladders
from backstride.engine.screening import ask_now, lock
from backstride.engine.values import Site, Urgency
from backstride.engine.walking import rest_pain, worse

Outcome = tuple[Program, Decisions]


def check_in(program: Program, event: CheckedIn, knowledge: Knowledge) -> Outcome:
    """Close the day before, and open what a passing reason had kept closed; then, in order of safety: pain jump, pain moved down, high pain, flare; then gates and rises."""
    program, decisions = take_morning(program, event, knowledge)
    program = open_ladders(settle_calm(program, knowledge), knowledge)
    if event.new:
        program, asked = ask_now(program, "screening/due")
        decisions = (*decisions, *asked)
    told = event.leg is not None and event.back is not None
    rises = (forward, up) if told else ()
    for step in (_jump, _moved_down, high_pain, rest_pain, worse, detect, *rises):
        program, made = step(program, knowledge)
        decisions = (*decisions, *made)
    return program, decisions


def _jump(program: Program, knowledge: Knowledge) -> Outcome:
    """Pain 2 or more above the last check-in, or further down the leg, makes the safety questions due (§13.2)."""
    rise = knowledge.numbers["screening/due"]["rise"]
    before = replace(program, window=program.window[:-1])
    lower = program.site > before.site and program.site >= Site.BUTTOCK and program.leg > 0
    if program.leg - before.leg >= rise or program.back - before.back >= rise or lower:
        return ask_now(program, "screening/due")
    return program, ()


def _moved_down(program: Program, knowledge: Knowledge) -> Outcome:
    """Pain further down on two mornings in a row than on the one before them pauses the program (§3, pause and refer)."""
    rule = "response/moved_down"
    numbers = knowledge.numbers[rule]
    before, yesterday, now = program.day(2).site, program.day(1).site, program.today.site
    if before is None or yesterday is None or now is None or (program.today.leg or 0) < numbers["pain"]:
        return program, ()
    if min(yesterday, now) <= before or min(yesterday, now) < numbers["site"]:
        return program, ()
    reason = Reason(rule, (("pain reached", now.name.lower()), ("before it reached", before.name.lower())))
    return lock(program, Lock(Urgency.PAUSE, rule, program.on), reason)
