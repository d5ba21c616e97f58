"""Taking in evidence: sessions, walks, later answers and mornings, each colored and then answered."""

from __future__ import annotations

from operator import attrgetter
from typing import NamedTuple

from backstride.engine import color
from backstride.engine.aerobic import ridden
from backstride.engine.catalogue import Knowledge
from backstride.engine.color import Verdict
from backstride.engine.decision import Decision, Decisions, Kind, Reason
from backstride.engine.event import CheckedIn, Report, SessionDone, SettledAnswered, Walked
from backstride.engine.practice import mark_practised
from backstride.engine.program import Bout, Day, Program
from backstride.engine.progress import count
from backstride.engine.replacing import replace
from backstride.engine.response import answer, ladder_of, moved_down, worse_morning
from backstride.engine.rungs import stand_on_practised
from backstride.engine.usual import Usual, usual
from backstride.engine.values import Color, Refused, Settled
from backstride.engine.walking import counted, settle_green

Outcome = tuple[Program, Decisions]


class Morning(NamedTuple):
    """The next morning's answers, None until they are given, beside the usual morning they are compared with."""

    answers: CheckedIn | None
    usual: Usual


COLOR_OF = attrgetter("color")
WORDS = {one: one.name.lower().replace("_", "-") for one in Color}
UNTOLD = Morning(None, Usual(0, 0))


def take_session(program: Program, event: SessionDone, knowledge: Knowledge) -> Outcome:
    """A session was done: keep it, color it for now, and answer the color."""
    ladders = _practised(event, program, knowledge)
    done = (*event.exercises, *(one for one in event.hurt if one not in event.exercises))
    bout = Bout(event.report, Color.GREEN, ladders, done, event.hurt, quiet=_suspended(program))
    day = _felt(program.today, event.report)
    minutes = ridden(event, program, knowledge)
    if minutes is None:
        day = replace(day, sessions=day.sessions + 1, nervy=day.nervy or _nervy(event, ladders, knowledge))
        program = replace(program, reduced=max(0, program.reduced - 1))
    else:
        day = replace(day, walked=day.walked + minutes, walk_done=True)
    program = mark_practised(program.with_day(0, day), ladders)
    return _judge(program, 0, len(day.bouts), bout, UNTOLD, knowledge)


def take_walk(program: Program, event: Walked, knowledge: Knowledge) -> Outcome:
    """A walk was done: count its minutes, color it for now, and answer the color."""
    quiet = _suspended(program) or program.withheld
    bout = Bout(event.report, Color.GREEN, walk=True, quiet=quiet, onset=event.onset, ease=event.ease)
    day = _felt(program.today, event.report)
    walked = day.walked + event.minutes
    day = replace(day, walked=walked, walk_done=counted(program, walked, knowledge))
    return _judge(program.with_day(0, day), 0, len(day.bouts), bout, UNTOLD, knowledge)


def take_settled(program: Program, event: SettledAnswered, knowledge: Knowledge) -> Outcome:
    """The answer 30-60 minutes later, for today's last session or walk."""
    places = [place for place, bout in enumerate(program.today.bouts) if bout.walk is event.walk]
    if not places:
        raise Refused(f"settled: there is no {'walk' if event.walk else 'session'} on {event.on} to answer for")
    bout = program.today.bouts[places[-1]]
    later = replace(
        bout.report, settled=event.settled, site_later=event.site, tingling_later=event.tingling, leg_later=event.leg
    )
    day = replace(program.today, slow=program.today.slow or not event.settled)
    return _judge(program.with_day(0, day), 0, places[-1], replace(bout, report=later), UNTOLD, knowledge)


def take_morning(program: Program, event: CheckedIn, knowledge: Knowledge) -> Outcome:
    """A morning's answers close the day before: its colors become final and count."""
    day = program.today
    worst_leg, worst_back = _worse(day.worst_leg, event.leg), _worse(day.worst_back, event.back)
    answered = replace(
        day,
        leg=event.leg,
        back=event.back,
        site=event.site,
        limited=bool(event.limited),
        worst_leg=worst_leg,
        worst_back=worst_back,
    )
    program = program.with_day(0, answered)
    return close(program, 1, event, knowledge)


def close(program: Program, ago: int, morning: CheckedIn, knowledge: Knowledge) -> Outcome:
    """Make the colors of the day `ago` final in the light of its next morning (empty answers hold), and count them."""
    if program.day(ago).closed or not program.day(ago).bouts:
        return program, ()
    decisions: Decisions = ()
    told = Morning(morning, usual_morning(program, knowledge))
    for place, bout in enumerate(program.day(ago).bouts):
        program, made = _judge(program, ago, place, _with_morning(bout, morning), told, knowledge)
        decisions = (*decisions, *made)
    program, made = _count(program, ago, knowledge)
    return program, (*decisions, *made)


def usual_morning(program: Program, knowledge: Knowledge) -> Usual:
    """Median of the last 7 answered mornings outside flares; in a ramp, day 2 of the flare; at first, the start."""
    if program.flare is not None and program.flare.step >= 2:
        return _day_two(program, knowledge)
    return usual(program, knowledge.numbers["color/session"]["usual_mornings"], skip=1)


def _day_two(program: Program, knowledge: Knowledge) -> Usual:
    flare = program.flare
    assert flare is not None
    ago = (program.on - flare.zero).days - int(knowledge.numbers["flare/ramp"]["compare_day"])
    day = program.day(ago) if ago >= 0 else program.today
    leg = day.leg if day.leg is not None else flare.leg
    back = day.back if day.back is not None else flare.back
    return Usual(leg, back)


def _judge(program: Program, ago: int, place: int, bout: Bout, told: Morning, knowledge: Knowledge) -> Outcome:
    rule, verdict = _verdict(program, bout, told, knowledge)
    known = program.day(ago).bouts[place] if place < len(program.day(ago).bouts) else None
    same = known is not None and known.color is verdict.color
    if not same or bout is not known:
        program = _keep(program, ago, place, replace(bout, color=verdict.color), knowledge)
    program, closed = moved_down(program, bout, told.answers, knowledge)
    if same:
        program, held = worse_morning(program, ago, verdict, knowledge)
        return program, (*closed, *held)
    name = "walk" if bout.walk else "session"
    made = Decision(Kind.COLORED, name, Reason(rule, verdict.facts), program.date(ago), after=WORDS[verdict.color])
    program, more = answer(program, ago, bout, known.color if known else None, verdict, knowledge)
    return program, (made, *closed, *more)


def _keep(program: Program, ago: int, place: int, bout: Bout, knowledge: Knowledge) -> Program:
    day = program.day(ago)
    bouts = (*day.bouts[:place], bout, *day.bouts[place + 1 :])
    spread = day.spread or color.moved_down(bout.report, bout.report.site_after, knowledge.numbers["color/session"])
    worst = max(map(COLOR_OF, bouts))
    return program.with_day(ago, replace(day, bouts=bouts, spread=spread, color=worst))


def _verdict(program: Program, bout: Bout, told: Morning, knowledge: Knowledge) -> tuple[str, Verdict]:
    morning, usual = told
    numbers = knowledge.numbers["color/session"]
    if bout.quiet:
        return "color/session", color.alarms(bout.report, numbers)
    if not bout.walk:
        return "color/session", color.session(bout.report, morning, usual, numbers)
    if knowledge.cause(program.cause).walk == "interval":
        rule = "color/stenosis_walk"
        return rule, color.stenosis_walk(bout, morning, usual, knowledge.numbers[rule], numbers)
    return "color/walk", color.walk(bout.report, morning, usual, numbers)


def _suspended(program: Program) -> bool:
    return program.flare is not None and program.flare.step < 2


def _count(program: Program, ago: int, knowledge: Knowledge) -> Outcome:
    day = program.day(ago)
    practised = tuple(name for bout in day.bouts for name in bout.ladders)
    hurt = tuple(ladder_of(one, practised, knowledge) for bout in day.bouts for one in bout.hurt)
    sessions = [bout.color for bout in day.bouts if not bout.walk and not bout.quiet]
    decisions: Decisions = ()
    if sessions:
        program, decisions = count(program, practised, hurt, max(sessions), knowledge)
        done = frozenset(one for bout in day.bouts for one in bout.exercises)
        program = stand_on_practised(program, practised, done, knowledge)
    walks = [bout.color for bout in day.bouts if bout.walk and not bout.quiet]
    if walks and max(walks).is_green and program.flare is None:
        program = replace(program, walk=settle_green(program.walk, day.walked))
    slow = day.slow or any(bout.report.settled is False for bout in day.bouts)
    return program.with_day(ago, replace(day, bouts=(), closed=True, slow=slow)), decisions


def _with_morning(bout: Bout, morning: CheckedIn) -> Bout:
    if bout.report.settled is None and morning.settled is not None:
        return replace(bout, report=replace(bout.report, settled=morning.settled is Settled.WITHIN_HOUR))
    return bout


def _felt(day: Day, report: Report) -> Day:
    worst_leg = _worse(day.worst_leg, report.before_leg, report.peak_leg)
    worst_back = _worse(day.worst_back, report.before_back, report.peak_back)
    peak = _worse(day.peak_leg, report.peak_leg)
    peak_back = _worse(day.peak_back, report.peak_back)
    slow = day.slow or report.settled is False
    return replace(day, worst_leg=worst_leg, worst_back=worst_back, peak_leg=peak, peak_back=peak_back, slow=slow)


def _worse(*scores: int | None) -> int | None:
    worst = None
    for score in scores:
        if score is not None and (worst is None or score > worst):
            worst = score
    return worst


def _practised(event: SessionDone, program: Program, knowledge: Knowledge) -> tuple[str, ...]:
    held = tuple(state.ladder for state in program.ladders)
    for one in (*event.exercises, *event.hurt):
        knowledge.exercise(one)
    return tuple(sorted({ladder_of(one, held, knowledge) for one in (*event.exercises, *event.hurt)} - {""}))


def _nervy(event: SessionDone, ladders: tuple[str, ...], knowledge: Knowledge) -> bool:
    stretching = [name for name in ladders if knowledge.ladder(name).purpose == "hamstring"]
    rungs = {rung.exercise for name in stretching for rung in knowledge.ladder(name).rungs}
    return bool(stretching) and (event.report.tingling or bool(rungs & set(event.hurt)))
