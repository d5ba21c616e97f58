"""The traffic light: one color for every session and walk (clinical.md §4, §13.10-16)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from backstride.engine.decision import Fact
from backstride.engine.event import CheckedIn, Report
from backstride.engine.program import Bout
from backstride.engine.values import Color, Settled, Site

Numbers = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Usual:
    """The usual morning: median leg and back of the last answered mornings."""

    leg: int
    back: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """A color and the figures that decided it."""

    color: Color
    facts: tuple[Fact, ...]


def session(report: Report, morning: CheckedIn | None, usual: Usual, numbers: Numbers) -> Verdict:
    """Color of one session; `morning` is the next morning's check-in, None until it is given."""
    for color, find in ((Color.RED, _red), (Color.HARD_AMBER, _hard), (Color.SOFT_AMBER, _soft)):
        facts = find(report, morning, usual, numbers)
        if facts:
            return Verdict(color, facts)
    return _green(report)


def walk(report: Report, morning: CheckedIn | None, usual: Usual, numbers: Numbers) -> Verdict:
    """Color of one walk: the session's table, with the walk's own numbers."""
    return session(report, morning, usual, numbers)


def stenosis_walk(bout: Bout, morning: CheckedIn | None, usual: Usual, numbers: Numbers) -> Verdict:
    """Color of a stenosis walk, where symptoms are met on purpose and must ease when sitting (§13.16)."""
    report = bout.report
    if report.peak_leg is None:
        return Verdict(Color.SOFT_AMBER, (("missing", "leg at its worst"),))
    ease = bout.ease if bout.ease is not None else 0
    facts = (("leg at its worst", report.peak_leg), ("minutes to ease", ease))
    worse = _worse_morning(morning, usual, numbers)
    if worse or report.peak_leg >= numbers["leg_red"] or ease > numbers["ease_minutes_red"]:
        return Verdict(Color.RED, worse or facts)
    if _always_red(report):
        return Verdict(Color.RED, _always_red(report))
    allowed = max(numbers["leg_green"], (report.before_leg or 0) + numbers["leg_over_before"])
    if report.peak_leg > allowed or ease > numbers["ease_minutes_green"]:
        return Verdict(Color.HARD_AMBER, facts)
    if morning is not None and morning.leg is None:
        return Verdict(Color.SOFT_AMBER, (("missing", "morning answer"),))
    return Verdict(Color.GREEN, facts)


def alarms(report: Report) -> Verdict:
    """Color where the traffic light is off (flare days 0-2, easy walks after red): only lasting signs are red."""
    facts = _always_red(report)
    return Verdict(Color.RED if facts else Color.GREEN, facts)


def leg_rise(report: Report) -> int:
    """Leg peak minus leg before; 0 when either is missing."""
    return _rise(report.before_leg, report.peak_leg)


def back_rise(report: Report) -> int:
    """Back peak minus back before; 0 when either is missing."""
    return _rise(report.before_back, report.peak_back)


def moved_down(report: Report, site: Site | None) -> bool:
    """Whether the pain reached further down, buttock or lower, in a leg that hurts 2 or more (§13.13)."""
    if site is None or report.site_before is None or (report.peak_leg or 0) < 2:
        return False
    return site > report.site_before and site >= Site.BUTTOCK


def stayed_down(report: Report) -> bool:
    """Whether the pain moved down and was still down 30-60 minutes later."""
    return moved_down(report, report.site_later)


def _rise(before: int | None, peak: int | None) -> int:
    return peak - before if before is not None and peak is not None else 0


def _always_red(report: Report) -> tuple[Fact, ...]:
    facts: list[Fact] = []
    if stayed_down(report) and report.site_later is not None:
        facts.append(("pain moved down to", report.site_later.name.lower()))
    if report.tingling_later:
        facts.append(("tingling or numbness still there after", "30 min"))
    if report.weakness:
        facts.append(("weakness", "yes"))
    return tuple(facts)


def _worse_morning(morning: CheckedIn | None, usual: Usual, numbers: Numbers) -> tuple[Fact, ...]:
    facts = [
        (f"{part} this morning", now)
        for part, now, before in _mornings(morning, usual)
        if now - before >= numbers["morning_worse"]
    ]
    return tuple(facts)


def _mornings(morning: CheckedIn | None, usual: Usual) -> list[tuple[str, int, int]]:
    if morning is None:
        return []
    pairs = (("leg", morning.leg, usual.leg), ("back", morning.back, usual.back))
    return [(part, now, before) for part, now, before in pairs if now is not None]


def _red(report: Report, morning: CheckedIn | None, usual: Usual, numbers: Numbers) -> tuple[Fact, ...]:
    facts = list(_always_red(report))
    for part, rise, peak in _parts(report):
        if rise >= numbers[f"{part}_rise_red"] or (peak >= numbers["peak_red"] and rise >= numbers["peak_red_rise"]):
            facts += [(f"{part} at its worst", peak), (f"{part} rose by", rise)]
    facts += _worse_morning(morning, usual, numbers)
    if morning is not None and morning.settled is Settled.NOT_YET and _amber_rises(report, numbers):
        facts.append(("not settled after", "24 h"))
    if morning is not None and moved_down(report, report.site_after) and moved_down(report, morning.site):
        facts.append(("pain still further down", "next morning"))
    return tuple(facts)


def _hard(report: Report, morning: CheckedIn | None, usual: Usual, numbers: Numbers) -> tuple[Fact, ...]:
    facts = list(_amber_rises(report, numbers))
    if (report.effort or 0) > numbers["effort_amber"]:
        facts.append(("effort", report.effort or 0))
    if morning is not None and morning.stiffer:
        facts.append(("stiffer than usual this morning", "yes"))
    if moved_down(report, report.site_after) and not stayed_down(report):
        facts.append(("pain moved down for a while", "yes"))
    return tuple(facts)


def _amber_rises(report: Report, numbers: Numbers) -> tuple[Fact, ...]:
    lifted = centralized(report)
    return tuple(
        (f"{part} rose by", rise)
        for part, rise, _ in _parts(report)
        if rise >= numbers[f"{part}_rise_amber"] and not (part == "back" and lifted)
    )


def _soft(report: Report, morning: CheckedIn | None, usual: Usual, numbers: Numbers) -> tuple[Fact, ...]:
    facts: list[Fact] = list(_missing(report, morning))
    facts += _levels(report, numbers)
    lifted = centralized(report)
    for part, now, before in _mornings(morning, usual):
        if now - before >= 1 and not (part == "back" and lifted):
            facts.append((f"{part} this morning", now))
    if report.completed < numbers["completed_min"]:
        facts.append(("part done, percent", report.completed))
    if report.tingling:
        facts.append(("tingling for a while", "yes"))
    if report.settled is False or (morning is not None and morning.settled in (Settled.WITHIN_DAY, Settled.NOT_YET)):
        facts.append(("settled within the hour", "no"))
    return tuple(facts)


def _levels(report: Report, numbers: Numbers) -> list[Fact]:
    facts: list[Fact] = []
    for part, _, peak in _parts(report):
        if peak > numbers[f"{part}_peak_green"] and not (part == "back" and centralized(report)):
            facts.append((f"{part} at its worst", peak))
    for part, before in (("leg", report.before_leg), ("back", report.before_back)):
        if before is not None and before >= numbers["high_baseline"]:
            facts.append((f"{part} before", before))
    return facts


def _missing(report: Report, morning: CheckedIn | None) -> list[Fact]:
    asked = ("before_leg", "before_back", "peak_leg", "peak_back", "site_before", "site_after")
    facts: list[Fact] = [("missing", name.replace("_", " ")) for name in asked if getattr(report, name) is None]
    if morning is not None and (morning.leg is None or morning.back is None):
        facts.append(("missing", "morning answer"))
    elif morning is not None and report.settled is None and morning.settled is None:
        facts.append(("missing", "whether it settled"))
    return facts


def _parts(report: Report) -> tuple[tuple[str, int, int], ...]:
    return (
        ("leg", leg_rise(report), report.peak_leg or 0),
        ("back", back_rise(report), report.peak_back or 0),
    )


def centralized(report: Report) -> bool:
    """Whether the pain moved up and stayed up, which makes a sorer back acceptable (Green-C)."""
    if report.site_before is None or report.site_after is None or report.site_before < Site.BUTTOCK:
        return False
    later = report.site_later if report.site_later is not None else report.site_after
    return report.site_after < report.site_before and later < report.site_before and leg_rise(report) <= 1


def _green(report: Report) -> Verdict:
    facts: tuple[Fact, ...] = (("leg rose by", leg_rise(report)), ("back rose by", back_rise(report)))
    if centralized(report) and report.site_after is not None:
        return Verdict(Color.GREEN_C, (*facts, ("pain moved up to", report.site_after.name.lower())))
    return Verdict(Color.GREEN, facts)
