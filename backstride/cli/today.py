"""`backstride today`: the first day's plan for a diagnosed cause, with the reason for each part."""

from __future__ import annotations

import argparse
import json
from datetime import date
from typing import Any

from backstride.engine import prescribe
from backstride.engine import today as plan_of
from backstride.engine.assessment import Answer, Assessment, Diagnosis
from backstride.engine.catalogue import Knowledge
from backstride.engine.codec import from_plain, to_plain
from backstride.engine.decision import Reason
from backstride.engine.plan import DayPlan
from backstride.engine.screening import asked
from backstride.engine.values import Direction, Side, Site
from backstride.knowledge import Library, load
from backstride.knowledge.wording import dose_words, duration_words


def declare(commands: Any) -> None:
    """Add the command's words."""
    words = commands.add_parser("today", help=__doc__)
    words.add_argument("--cause", required=True, help="id of the diagnosed cause, for example disc-herniation")
    words.add_argument("--side", required=True, choices=[side.value for side in Side])
    words.add_argument("--leg", type=int, default=4, help="leg pain now, 0-10 (4)")
    words.add_argument("--back", type=int, default=3, help="back pain now, 0-10 (3)")
    words.add_argument(
        "--site", default="thigh", help="furthest place of the pain: nowhere, back, buttock, thigh, calf, foot"
    )
    words.add_argument("--walk", type=int, default=15, metavar="MINUTES", help="comfortable walking (15)")
    words.add_argument("--preference", choices=[one.value for one in Direction], help="direction that eases, if tested")
    words.add_argument("--contraindication", action="append", default=[], metavar="ID")
    words.add_argument("--kit", action="append", metavar="ITEM", help="equipment at hand (all, when never given)")
    words.add_argument("--on", type=date.fromisoformat, help="the date, YYYY-MM-DD (today)")
    words.add_argument("--json", action="store_true", help="print the plan as JSON")
    words.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Print the plan of one day for a person alone, every red flag answered no."""
    library = load()
    on = given.on or date.today()
    plan = plan_of(prescribe(assessment(given, library.engine, on), library.engine, on), library.engine, on)
    print(json.dumps(to_plain(plan), indent=2) if given.json else "\n".join(lines(plan, library)))
    return 0


def assessment(given: argparse.Namespace, knowledge: Knowledge, on: date) -> Assessment:
    """The assessment the words describe; refuses unknown ids and scores outside 0-10 by name."""
    answers = tuple(Answer(flag, "no") for flag in asked(given.cause, True, knowledge))
    return Assessment(
        on=on,
        diagnosis=Diagnosis(given.cause, "other", "given on the command line", on),
        side=Side(given.side),
        leg=given.leg,
        back=given.back,
        site=from_plain(Site, given.site),
        walk_minutes=given.walk,
        answers=answers,
        preference=Direction(given.preference) if given.preference else None,
        contraindications=tuple(given.contraindication),
        kit=tuple(given.kit) if given.kit is not None else knowledge.kit,
        supervised=False,
    )


def lines(plan: DayPlan, library: Library) -> list[str]:
    """The plan in words, one line a part, each followed by its reasons."""
    text = [f"{plan.on}, phase {plan.phase}"]
    text += _session(plan, library)
    for relief in plan.relief:
        dose = dose_words(library.exercises[relief.exercise], relief.dose)
        text += [f"Through the day: {library.exercises[relief.exercise].name}, {dose}, {relief.per_day} times"]
        text += _why((relief.reason,), library)
    text += _walk(plan, library)
    text += [f"Stand up and move every {plan.break_minutes} minutes"]
    for waiting in plan.waiting:
        text += [f"Waiting: {library.ladders[waiting.ladder].name}", *_why((waiting.reason,), library)]
    return text


def _session(plan: DayPlan, library: Library) -> list[str]:
    if plan.session is None:
        return ["No session", *_why((plan.no_session,) if plan.no_session else (), library)]
    text = [f"Session: {len(plan.session.items)} moves, {duration_words(plan.session.seconds)}"]
    for item in plan.session.items:
        exercise = library.exercises[item.exercise]
        text += [f"  {exercise.name} ({item.exercise}): {dose_words(exercise, item.dose, item.sides)}"]
        text += _why(item.reasons, library)
    return text


def _walk(plan: DayPlan, library: Library) -> list[str]:
    if plan.walk is None:
        return ["No walk", *_why((plan.no_walk,) if plan.no_walk else (), library)]
    brisk = f", with {plan.walk.brisk} × {plan.walk.brisk_minutes} min brisk" if plan.walk.brisk else ""
    bouts = f" in {plan.walk.bouts} walks" if plan.walk.bouts > 1 else ""
    return [f"Walk: {plan.walk.minutes} min{bouts}{brisk} (level {plan.walk.level})", *_why(plan.walk.reasons, library)]


def _why(reasons: tuple[Reason, ...], library: Library) -> list[str]:
    return [f"    because: {library.rules[one.rule].title} [{one.rule}]{_facts(one)}" for one in reasons]


def _facts(reason: Reason) -> str:
    return " " + ", ".join(f"{label} {value}" for label, value in reason.facts) if reason.facts else ""
