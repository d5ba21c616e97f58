"""What the guided player needs of a session: each move's form, its easier form, its pictures and words, as plain data."""

import hashlib
import json
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from backstride.engine import options
from backstride.engine.catalogue import PLAIN
from backstride.engine.dosing import sides_of
from backstride.engine.plan import Item
from backstride.engine.rungs import form_given
from backstride.engine.values import Dose
from backstride.web.components.drawings import MOVING, address_of, figure_of, poses_of, telling_pose
from backstride.web.patient.course import Course
from backstride.web.records.library import knowledge
from backstride.web.records.wording import exercise_words, given_words

FASTEST = 240
WORDS = {
    "sides": {"left": "Left side", "right": "Right side"},
    "ready": "Get ready",
    "move": "Move",
    "hold": "Hold",
    "stay": "Stay",
    "rest": "Rest",
    "paused": "Pause",
    "tap": "Tap to go on",
    "seconds": "seconds",
    "minutes": "minutes",
    "of": "of",
    "set": "Set",
    "next": "Next:",
    "last": "Last one.",
    "pause": "Tap the picture to pause.",
    "left": "5 more seconds",
    "easiest": "This is the easiest step.",
    "voice": "The voice is on.",
    "told": "You said %s when it hurt.",
}


def guided_plan(course: Course) -> dict[str, Any]:
    """The session as the player reads it. `key` changes when the moves or doses do; `enough` is the pain that ends it."""
    session = course.plan.session
    eased = {one.exercise: one.easier for one in options(course.program, knowledge(), course.on).easier}
    items = [_item(course, item, eased.get(item.exercise)) for item in session.items] if session else []
    key = hashlib.sha256(json.dumps(items).encode()).hexdigest()[:12]
    enough = knowledge().numbers["color/session"]["peak_red"]
    return {"event": str(course.event_id("session")), "key": key, "items": items, "words": WORDS, "enough": enough}


def speed(request: HttpRequest) -> int:
    """How many times faster than real the player runs.

    `?speed=20` is obeyed only in the demo, or where the setting PLAYER_SPEED allows it (tests): never for a real patient.
    """
    asked = request.GET.get("speed", "")
    allowed = settings.DEMO or settings.PLAYER_SPEED
    return min(FASTEST, max(1, int(asked))) if allowed and asked.isdecimal() else 1


def _item(course: Course, item: Item, easier: int | None) -> dict[str, Any]:
    return {
        "usual": move_form(item.exercise, item.dose, item.sides, item.form, course.program.cause),
        "easier": _easier(course, item, easier) if easier is not None else None,
        "tip": exercise_words(item.exercise).easier,
    }


def _easier(course: Course, item: Item, place: int) -> dict[str, Any]:
    rungs = knowledge().ladder(item.ladder).rungs
    easier, usual = rungs[place], rungs[item.rung].dose
    # A session made shorter today stays shorter in its easier form.
    share = item.dose.sets * item.dose.reps / (usual.sets * usual.reps)
    dose = easier.dose.reduced(share) if share < 1 else easier.dose
    handling = knowledge().exercise(easier.exercise).sides
    form = form_given(easier, course.program, knowledge()) or PLAIN
    sides = sides_of(handling, course.program.assessment.side)
    return move_form(easier.exercise, dose, sides, form, course.program.cause)


def move_form(
    exercise_id: str, dose: Dose, sides: tuple[str, ...], form: str = PLAIN, cause: str = ""
) -> dict[str, Any]:
    """One exercise in one form at one dose, as player-timeline.js reads it; its steps begin with how to begin."""
    words, figure = given_words(exercise_id, form, cause), figure_of(exercise_id, form)
    return {
        "exercise": exercise_id,
        "name": words.name,
        "sides": list(sides),
        "sets": dose.sets,
        "reps": dose.reps,
        "hold": dose.hold,
        "rest": dose.rest,
        "pace": words.texts.pace,
        "work": words.texts.work,
        "steps": [words.start, *words.steps],
        "for_cause": words.for_cause,
        "cues": list(words.texts.cues),
        # A form that is not drawn itself has no picture: the exercise's own would show the wrong position.
        "figures": [address_of(figure, pose) for pose in poses_of(figure)],
        "held": telling_pose(figure) - 1,
        "movement": address_of(figure, MOVING),
    }
