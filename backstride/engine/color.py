"""The traffic light: one color for every session and walk (clinical.md §4, §13.10-16)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from backstride.engine.decision import Fact
from backstride.engine.event import CheckedIn, Report
from backstride.engine.program import Bout
from backstride.engine.usual import Usual
from backstride.engine.values import Color, Settled, Site

Numbers = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A color and the figures that decided it."""

    color: Color
    facts: tuple[Fact, ...]


class Part(NamedTuple):
    """One of leg and back: how much it rose, its peak, and whether the pain's moving up lifts its amber rules."""

    name: str
    rise: int
    peak: int
    lifted: bool


class Reading(NamedTuple):
    """What one color is read from; leg and back are worked out once."""

    report: Report
    morning: CheckedIn | None
    usual: Usual
    parts: tuple[Part, Part]


def session(report: Report, morning: CheckedIn | None, usual: Usual, numbers: Numbers) -> Verdict:
    """Color of one session; `morning` is the next morning's check-in, None until it is given."""
    leg = Part("leg", leg_rise(report), report.peak_leg or 0, False)
    back = Part("back", back_rise(report), report.peak_back or 0, centralized(report, morning))
    reading = Reading(report, morning, usual, (leg, back))
    for color, find in FINDERS:
        facts = find(reading, numbers)
        if facts:
            return Verdict(color, tuple(facts))
    return _green(reading)


def walk(report: Report, morning: CheckedIn | None, usual: Usual, numbers: Numbers) -> Verdict:
    """Color of one walk: the session's table, with the walk's own numbers."""
    return session(report, morning, usual, numbers)


def stenosis_walk(bout: Bout, morning: CheckedIn | None, usual: Usual, numbers: Numbers, lasting: Numbers) -> Verdict:
    """Color of a stenosis walk, where symptoms are met on purpose and must ease when sitting (§13.16).

    `numbers` are its own; `lasting` the session's, for the signs that are red on any walk.
    """
    report = bout.report
    if report.peak_leg is None:
        return Verdict(Color.SOFT_AMBER, (("missing", "leg at its worst"),))
    ease = bout.ease or 0
    facts = (("leg at its worst", report.peak_leg), ("minutes to ease", ease))
    rest = _rest_pain(report, morning, usual, numbers)
    alarming = (*_always_red(report, lasting), *_worse_morning(morning, usual, numbers), *rest)
    if alarming or report.peak_leg >= numbers["leg_red"] or ease > numbers["ease_minutes_red"]:
        return Verdict(Color.RED, alarming or facts)
    allowed = max(numbers["leg_green"], (report.before_leg or 0) + numbers["leg_over_before"])
    if report.peak_leg > allowed or ease > numbers["ease_minutes_green"]:
        return Verdict(Color.HARD_AMBER, facts)
    return _unanswered(bout, morning, numbers) or Verdict(Color.GREEN, facts)


def _rest_pain(report: Report, morning: CheckedIn | None, usual: Usual, numbers: Numbers) -> tuple[Fact, ...]:
    """New leg pain at rest, half an hour after the walk or the next morning (§13.16)."""
    limit = numbers["rest_leg"]
    if (report.before_leg or 0) >= limit or usual.leg >= limit:
        return ()
    told = (("leg at rest after the walk", report.leg_later), ("leg next morning", morning.leg if morning else None))
    return tuple((name, leg) for name, leg in told if leg is not None and leg >= limit)


def _unanswered(bout: Bout, morning: CheckedIn | None, numbers: Numbers) -> Verdict | None:
    symptoms = (bout.report.peak_leg or 0) > max(numbers["eased_leg"], bout.report.before_leg or 0)
    if symptoms and bout.ease is None:
        return Verdict(Color.SOFT_AMBER, (("missing", "minutes to ease"),))
    if morning is not None and morning.leg is None:
        return Verdict(Color.SOFT_AMBER, (("missing", "morning answer"),))
    return None


def alarms(report: Report, numbers: Numbers) -> Verdict:
    """Color where the traffic light is off (flare days 0-2, easy walks after red): only lasting signs are red."""
    facts = _always_red(report, numbers)
    return Verdict(Color.RED if facts else Color.GREEN, tuple(facts))


def leg_rise(report: Report) -> int:
    """Leg peak minus leg before; 0 when either is missing."""
    return _rise(report.before_leg, report.peak_leg)


def back_rise(report: Report) -> int:
    """Back peak minus back before; 0 when either is missing."""
    return _rise(report.before_back, report.peak_back)


def moved_down(report: Report, site: Site | None, numbers: Numbers) -> bool:
    """Whether the pain reached further down, buttock or lower, in a leg that hurts 2 or more (§13.13)."""
    if site is None or report.site_before is None or site <= report.site_before:
        return False
    return site >= numbers["moved_down_site"] and (report.peak_leg or 0) >= numbers["moved_down_pain"]


def stayed_down(report: Report, morning: CheckedIn | None, numbers: Numbers) -> bool:
    """Whether the pain moved down and was still down 30-60 minutes later, or the next morning."""
    if moved_down(report, report.site_later, numbers):
        return True
    still = morning is not None and moved_down(report, morning.site, numbers)
    return still and moved_down(report, report.site_after, numbers)


def _rise(before: int | None, peak: int | None) -> int:
    return peak - before if before is not None and peak is not None else 0


def _always_red(report: Report, numbers: Numbers) -> list[Fact]:
    facts: list[Fact] = []
    if moved_down(report, report.site_later, numbers) and report.site_later is not None:
        facts.append(("pain moved down to", report.site_later.name.lower()))
    if report.tingling_later:
        facts.append(("tingling or numbness still there after", "30 min"))
    if report.weakness:
        facts.append(("weakness", "yes"))
    return facts


def _worse_morning(morning: CheckedIn | None, usual: Usual, numbers: Numbers) -> tuple[Fact, ...]:
    facts: list[Fact] = []
    for part, now, before in _mornings(morning, usual):
        if now - before >= numbers["morning_worse"]:
            facts.append((f"{part} this morning", now))
    return tuple(facts)


def _mornings(morning: CheckedIn | None, usual: Usual) -> tuple[tuple[str, int, float], ...]:
    if morning is None:
        return ()
    leg = () if morning.leg is None else (("leg", morning.leg, usual.leg),)
    return leg if morning.back is None else (*leg, ("back", morning.back, usual.back))


def _red(reading: Reading, numbers: Numbers) -> list[Fact]:
    facts = _always_red(reading.report, numbers)
    for part in reading.parts:
        steep = part.rise >= numbers["leg_rise_red" if part.name == "leg" else "back_rise_red"]
        if steep or (part.peak >= numbers["peak_red"] and part.rise >= numbers["peak_red_rise"]):
            facts += [(f"{part.name} at its worst", part.peak), (f"{part.name} rose by", part.rise)]
    return facts + _red_morning(reading, numbers) if reading.morning is not None else facts


def _red_morning(reading: Reading, numbers: Numbers) -> list[Fact]:
    report, morning = reading.report, reading.morning
    facts = list(_worse_morning(morning, reading.usual, numbers))
    if morning is None:
        return facts
    if morning.settled is Settled.NOT_YET and _amber_rises(reading, numbers):
        facts.append(("not settled after", "24 h"))
    if stayed_down(report, morning, numbers) and not stayed_down(report, None, numbers):
        facts.append(("pain still further down", "next morning"))
    return facts


def _hard(reading: Reading, numbers: Numbers) -> list[Fact]:
    report, morning = reading.report, reading.morning
    facts = _amber_rises(reading, numbers)
    if (report.effort or 0) > numbers["effort_amber"]:
        facts.append(("effort", report.effort or 0))
    if morning is not None and morning.stiffer:
        facts.append(("stiffer than usual this morning", "yes"))
    if moved_down(report, report.site_after, numbers) and not stayed_down(report, None, numbers):
        facts.append(("pain moved down for a while", "yes"))
    return facts


def _amber_rises(reading: Reading, numbers: Numbers) -> list[Fact]:
    facts: list[Fact] = []
    for part in reading.parts:
        limit = numbers["leg_rise_amber" if part.name == "leg" else "back_rise_amber"]
        if part.rise >= limit and not part.lifted:
            facts.append((f"{part.name} rose by", part.rise))
    return facts


def _soft(reading: Reading, numbers: Numbers) -> list[Fact]:
    report, morning = reading.report, reading.morning
    facts = _missing(report, morning) + _levels(reading, numbers)
    lifted = reading.parts[1].lifted
    for part, now, before in _mornings(morning, reading.usual):
        if now - before >= numbers["morning_soft"] and not (part == "back" and lifted):
            facts.append((f"{part} this morning", now))
    if report.completed < numbers["completed_min"]:
        facts.append(("part done, percent", report.completed))
    if report.tingling:
        facts.append(("tingling for a while", "yes"))
    if report.settled is False or (morning is not None and morning.settled in (Settled.WITHIN_DAY, Settled.NOT_YET)):
        facts.append(("settled within the hour", "no"))
    return facts


def _levels(reading: Reading, numbers: Numbers) -> list[Fact]:
    facts: list[Fact] = []
    for part in reading.parts:
        limit = numbers["leg_peak_green" if part.name == "leg" else "back_peak_green"]
        if part.peak > limit and not part.lifted:
            facts.append((f"{part.name} at its worst", part.peak))
    for name, value in (("leg before", reading.report.before_leg), ("back before", reading.report.before_back)):
        if value is not None and value >= numbers["high_baseline"]:
            facts.append((name, value))
    return facts


ASKED = ("before_leg", "before_back", "peak_leg", "peak_back", "site_before", "site_after")
answers = attrgetter(*ASKED)


def _missing(report: Report, morning: CheckedIn | None) -> list[Fact]:
    facts: list[Fact] = []
    if None in answers(report):
        facts = [("missing", name.replace("_", " ")) for name in ASKED if getattr(report, name) is None]
    if morning is not None and (morning.leg is None or morning.back is None):
        facts.append(("missing", "morning answer"))
    elif morning is not None and report.settled is None and morning.settled is None:
        facts.append(("missing", "whether it settled"))
    return facts


def centralized(report: Report, morning: CheckedIn | None) -> bool:
    """Whether the pain moved up and stayed up, which makes a sorer back acceptable (Green-C)."""
    if report.site_before is None or report.site_after is None or report.site_before < Site.BUTTOCK:
        return False
    later = report.site_later if report.site_later is not None else (morning.site if morning is not None else None)
    stayed = later is not None and later < report.site_before
    return report.site_after < report.site_before and stayed and leg_rise(report) <= 1


def _green(reading: Reading) -> Verdict:
    leg, back = reading.parts
    facts: tuple[Fact, ...] = (("leg rose by", leg.rise), ("back rose by", back.rise))
    if back.lifted and reading.report.site_after is not None:
        return Verdict(Color.GREEN_C, (*facts, ("pain moved up to", reading.report.site_after.name.lower())))
    return Verdict(Color.GREEN, facts)


FINDERS = ((Color.RED, _red), (Color.HARD_AMBER, _hard), (Color.SOFT_AMBER, _soft))
