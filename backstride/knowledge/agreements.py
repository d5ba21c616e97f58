"""Cross-checks of exercises with ladders and causes: forms that exist, and deny-lists that agree both ways."""

from __future__ import annotations

from collections.abc import Iterator

from backstride.engine.choosing import IN_TURN
from backstride.knowledge.cause import Denial
from backstride.knowledge.contents import Contents
from backstride.knowledge.exercise import PLAIN, Avoid
from backstride.knowledge.refusal import Problem

Entry = tuple[str, str, tuple[int, ...], str, tuple[str, ...]]


def forms(contents: Contents) -> Iterator[Problem]:
    """Every form a rung names is one of its exercise, every form of an exercise is on some rung, and causes exist."""
    named = set()
    for ladder in contents.ladders.values():
        for place, rung in enumerate(ladder.rungs):
            exercise = contents.exercises.get(rung.exercise)
            known = (PLAIN, *(form.id for form in exercise.forms)) if exercise else rung.forms
            named |= {(rung.exercise, form) for form in rung.forms}
            for form in rung.forms:
                if form not in known:
                    yield Problem(f"ladders/{ladder.id}.yaml", f"rungs.{place}", f"{rung.exercise} has no form {form}")
            for cause in rung.causes:
                if cause not in contents.causes:
                    yield Problem(f"ladders/{ladder.id}.yaml", f"rungs.{place}", f"{cause} has no file")
    for exercise in contents.exercises.values():
        for one in exercise.forms:
            if (exercise.id, one.id) not in named:
                yield Problem(f"exercises/{exercise.id}.yaml", "forms", f"{one.id} is on no rung")


def asks(contents: Contents) -> Iterator[Problem]:
    """What a phase asks for is a purpose of some ladder, a ladder, or whatever else has its turn."""
    known = {IN_TURN, *contents.ladders, *(ladder.purpose for ladder in contents.ladders.values())}
    for cause in contents.causes.values():
        for place, phase in enumerate(cause.phases):
            for one in phase.asks:
                if one not in known:
                    yield Problem(
                        f"causes/{cause.id}.yaml", f"phases.{place}.asks", f"{one} is no purpose and no ladder"
                    )


def denials(contents: Contents) -> Iterator[Problem]:
    """What an exercise says to avoid is exactly what the causes deny."""
    avoided = {entry for key, one in contents.exercises.items() for entry in _avoided(key, one.avoid)}
    denied = {entry for key, one in contents.causes.items() for entry in _denied(key, one.denials)}
    for entry in sorted(avoided - denied):
        yield Problem(f"exercises/{entry[0]}.yaml", "avoid", f"{_shown(entry)} is not denied by the cause")
    for entry in sorted(denied - avoided):
        yield Problem(f"causes/{entry[1]}.yaml", "denials", f"{_shown(entry)} is not avoided by the exercise")
    for key, exercise in contents.exercises.items():
        for name in exercise.by_cause:
            if name not in contents.causes:
                yield Problem(f"exercises/{key}.yaml", "by_cause", f"{name} has no file")


def _avoided(exercise: str, entries: tuple[Avoid, ...]) -> Iterator[Entry]:
    for one in entries:
        yield exercise, one.cause, one.phases, one.until or one.when or "", one.forms


def _denied(cause: str, entries: tuple[Denial, ...]) -> Iterator[Entry]:
    for one in entries:
        yield one.exercise, cause, one.phases, one.until or one.when or "", one.forms


def _shown(entry: Entry) -> str:
    exercise, cause, phases, condition, forms_named = entry
    parts = [f"{exercise} for {cause} in phases {', '.join(map(str, phases))}", condition, " ".join(forms_named)]
    return ", ".join(part for part in parts if part)
