"""Flares: noticing one, and the ramp back (clinical.md §4, §13.17, §13.27)."""

from __future__ import annotations

from datetime import date, timedelta

from backstride.engine.catalogue import Knowledge
from backstride.engine.decision import Decision, Decisions, Fact, Kind, Reason
from backstride.engine.phase import relapse, withdrawn
from backstride.engine.program import WINDOW_DAYS, Flare, Lock, Program
from backstride.engine.replacing import replace
from backstride.engine.screening import ask_now, lock
from backstride.engine.usual import usual
from backstride.engine.values import Urgency

Outcome = tuple[Program, Decisions]
LAST_STEP = 3


def median(program: Program, knowledge: Knowledge, skip: int) -> tuple[float, float]:
    """Median leg and back of the last 7 answered mornings outside flares, leaving out the newest `skip` days."""
    found = usual(program, knowledge.numbers["flare/detect"]["median_days"], skip)
    return found.leg, found.back


def detect(program: Program, knowledge: Knowledge) -> Outcome:
    """Open a flare when two check-ins in a row are 2 above the median and the usual day is limited."""
    if program.flare is not None or not program.today.limited:
        return program, ()
    numbers = knowledge.numbers["flare/detect"]
    before = next((ago for ago in range(1, WINDOW_DAYS) if program.day(ago).leg is not None), None)
    if before is None:
        return program, ()
    leg, back = median(program, knowledge, before + 1)
    for day in (program.today, program.day(before)):
        risen = max((day.leg or 0) - leg, (day.back or 0) - back)
        if not day.limited or risen < numbers["rise"]:
            return program, ()
    facts = (
        ("leg now", program.leg),
        ("leg usually", f"{leg:g}"),
        ("back now", program.back),
        ("back usually", f"{back:g}"),
    )
    return open_flare(program, Reason("flare/detect", facts), (leg, back), knowledge)


def tapped(program: Program, knowledge: Knowledge) -> Outcome:
    """The person says it has flared: day 0 of a flare, or of its ramp once more."""
    reason = Reason("flare/open_flare", (("told by", "the person"),))
    if program.flare is not None:
        return _again(program, program.flare, reason)
    return open_flare(program, reason, median(program, knowledge, 1), knowledge)


def open_flare(program: Program, reason: Reason, usual: tuple[float, float], knowledge: Knowledge) -> Outcome:
    """Day 0 of a flare: safety questions, relief and short walks; the third in 8 weeks asks for a review."""
    numbers = knowledge.numbers["flare/open_flare"]
    recent = tuple(day for day in program.flare_onsets if (program.on - day).days < numbers["within_days"])
    onsets = (*recent, program.on)[-3:]
    flare = Flare(program.on, program.on, 0, program.on, *usual)
    opened = replace(program, flare=flare, flare_onsets=onsets).with_day(0, replace(program.today, flare=True))
    opened, asked = ask_now(withdrawn(opened), "flare/open_flare")
    opened, proposed = _second_soon(opened, onsets, knowledge)
    made = (Decision(Kind.FLARE_OPENED, "flare", reason, program.on), *asked, *proposed)
    if len(onsets) < numbers["flares_to_review"]:
        return opened, made
    opened, locked = _review(opened, ("flares in 8 weeks", len(onsets)))
    return opened, (*made, *locked)


def _second_soon(program: Program, onsets: tuple[date, ...], knowledge: Knowledge) -> Outcome:
    days = knowledge.numbers["phase/relapse"]["within_days"]
    soon = [onset for onset in onsets if (program.on - onset).days < days]
    if len(soon) < knowledge.numbers["phase/relapse"]["flares"]:
        return program, ()
    return relapse(program, ("flares in 4 weeks", len(soon)), knowledge)


def _again(program: Program, flare: Flare, reason: Reason) -> Outcome:
    if flare.taps > 1:
        return _review(program, ("times started again", flare.taps))
    started = replace(flare, step=0, zero=program.on, since=program.on, taps=flare.taps + 1)
    program, asked = ask_now(replace(program, flare=started), "flare/open_flare")
    return program, (Decision(Kind.FLARE_STEPPED, "flare", reason, program.on, flare.step, 0), *asked)


def ramp(program: Program, knowledge: Knowledge) -> Outcome:
    """As a date begins: a review when it is still sore on day 8, and the ramp's next step or the flare's end."""
    flare = program.flare
    if flare is None:
        return program, ()
    program = program.with_day(0, replace(program.today, flare=True))
    program, locked = _still_sore(program, flare, knowledge)
    program, stepped = _step(program, flare, knowledge)
    program, proposed = _too_long(program, knowledge)
    return program, (*locked, *stepped, *proposed)


def _too_long(program: Program, knowledge: Knowledge) -> Outcome:
    days = (program.on - program.flare.onset).days if program.flare is not None else 0
    if days != knowledge.numbers["phase/relapse"]["flare_days"] + 1:
        return program, ()
    return relapse(program, ("days of the flare", days), knowledge)


def _step(program: Program, flare: Flare, knowledge: Knowledge) -> Outcome:
    if (program.on - flare.since).days < step_days(knowledge)[flare.step]:
        return program, ()
    if flare.step == LAST_STEP:
        return _end(program, flare, knowledge)
    reason = Reason("flare/ramp", (("days since the flare began", (program.on - flare.zero).days),))
    made = Decision(Kind.FLARE_STEPPED, "flare", reason, program.on, flare.step, flare.step + 1)
    return replace(program, flare=replace(flare, step=flare.step + 1, since=program.on)), (made,)


def step_days(knowledge: Knowledge) -> tuple[int, int, int, int]:
    """Days each step of the ramp lasts: day 0, days 1-2, days 3-4, days 5-7."""
    numbers = knowledge.numbers["flare/ramp"]
    half, three_quarters = int(numbers["half_from_day"]), int(numbers["three_quarters_from_day"])
    return 1, half - 1, three_quarters - half, int(numbers["full_from_day"]) - three_quarters


def _still_sore(program: Program, flare: Flare, knowledge: Knowledge) -> Outcome:
    """Not within 1 of the usual by the end of day 7: the practitioner looks (§4)."""
    numbers = knowledge.numbers["flare/ramp"]
    over = max(program.leg - flare.leg, program.back - flare.back)
    if (program.on - flare.zero).days != numbers["review_day"] + 1 or over <= numbers["over_baseline"]:
        return program, ()
    return _review(program, ("above usual by", f"{over:g}"))


def _end(program: Program, flare: Flare, knowledge: Knowledge) -> Outcome:
    pause = program.on + timedelta(days=int(knowledge.numbers["flare/ramp"]["no_progress_days"]))
    ended = replace(program, flare=None, progress_from=pause).with_day(0, replace(program.today, flare=False))
    reason = Reason("flare/ramp", (("days", (program.on - flare.onset).days),))
    return ended, (Decision(Kind.FLARE_ENDED, "flare", reason, program.on),)


def repeat(program: Program) -> Outcome:
    """An amber in the ramp repeats its step."""
    if program.flare is None or program.flare.step < 2:
        return program, ()
    reason = Reason("flare/ramp", (("step", program.flare.step),))
    made = Decision(Kind.HELD, "flare", reason, program.on, program.flare.step, program.flare.step)
    tomorrow = program.on + timedelta(days=1)
    return replace(program, flare=replace(program.flare, since=tomorrow)), (made,)


def step_back(program: Program, knowledge: Knowledge) -> Outcome:
    """A red in the ramp goes back one step; the second asks for a review (instead of Stop)."""
    flare = program.flare
    assert flare is not None
    step = max(0, flare.step - 1)
    tomorrow = program.on + timedelta(days=1)
    back = replace(program, flare=replace(flare, step=step, since=tomorrow, reds=flare.reds + 1))
    reason = Reason("flare/ramp", (("reds in the ramp", flare.reds + 1),))
    made = Decision(Kind.FLARE_STEPPED, "flare", reason, program.on, flare.step, step)
    if flare.reds + 1 < knowledge.numbers["flare/ramp"]["reds_to_review"]:
        return back, (made,)
    back, locked = _review(back, ("reds in the ramp", flare.reds + 1))
    return back, (made, *locked)


def _review(program: Program, fact: Fact) -> Outcome:
    return lock(program, Lock(Urgency.PAUSE, "flare/ramp", program.on), Reason("flare/ramp", (fact,)))
