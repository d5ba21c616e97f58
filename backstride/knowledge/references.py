"""Cross-checks: everything one file names in another exists, is reachable, and agrees."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from backstride.knowledge import agreements
from backstride.knowledge.cause import DENIED, Cause, Code, Denial
from backstride.knowledge.contents import Contents
from backstride.knowledge.refusal import Problem
from backstride.knowledge.story import Story
from backstride.knowledge.text import Signed, Source

Check = Callable[[Contents], Iterator[Problem]]


def check(contents: Contents) -> list[Problem]:
    """All that does not fit together; empty when everything does."""
    return [problem for one in CHECKS for problem in one(contents)]


def _rungs(contents: Contents) -> Iterator[Problem]:
    for ladder in contents.ladders.values():
        for place, rung in enumerate(ladder.rungs):
            if rung.exercise not in contents.exercises:
                yield Problem(f"ladders/{ladder.id}.yaml", f"rungs.{place}", f"{rung.exercise} has no file")


def _on_one_ladder(contents: Contents) -> Iterator[Problem]:
    """Every exercise sits on one ladder; two would give it twice in a session. Walking sits on none."""
    placed = Counter(
        exercise
        for ladder in contents.ladders.values()
        for exercise in sorted({rung.exercise for rung in ladder.rungs})
    )
    for exercise in contents.exercises:
        wanted = 0 if exercise in contents.walking.forms else 1
        if placed[exercise] != wanted:
            reason = f"is on {placed[exercise]} ladders, expected {wanted}"
            yield Problem(f"exercises/{exercise}.yaml", "file", reason)


def _walking(contents: Contents) -> Iterator[Problem]:
    for exercise in contents.walking.forms:
        if exercise not in contents.exercises:
            yield Problem("walking.yaml", "file", f"{exercise} has no file")


def _causes(contents: Contents) -> Iterator[Problem]:
    for cause in contents.causes.values():
        file = f"causes/{cause.id}.yaml"
        for key, exercise in _named_by(cause):
            if exercise not in contents.exercises:
                yield Problem(file, key, f"{exercise} has no file")
        yield from _relief(cause, file, contents)
        yield from _agreement(cause, file)


def _named_by(cause: Cause) -> Iterator[tuple[str, str]]:
    for place, phase in enumerate(cause.phases):
        for exercise in phase.menu:
            yield f"phases.{place}.menu", exercise
    for exercise in cause.ease:
        yield "ease", exercise
    for exercise in cause.comfort:
        yield "comfort", exercise
    for place, denial in enumerate(cause.denials):
        yield f"denials.{place}", denial.exercise
    yield "control", cause.control


def _relief(cause: Cause, file: str, contents: Contents) -> Iterator[Problem]:
    """Relief ladders exist, are for relief, and have an exercise this cause may be given."""
    menu = {exercise for phase in cause.phases for exercise in phase.menu}
    for direction, names in cause.relief.items():
        for name in names:
            ladder = contents.ladders.get(name)
            if ladder is None or ladder.purpose != "relief":
                yield Problem(file, f"relief.{direction}", f"{name} is not a relief ladder")
            elif not any(rung.exercise in menu for rung in ladder.rungs):
                yield Problem(file, f"relief.{direction}", f"{name} has no exercise on a menu of this cause")


def _agreement(cause: Cause, file: str) -> Iterator[Problem]:
    """No menu offers what the deny-list forbids in that phase, and no position of ease is forbidden in phase 1."""
    for number, phase in enumerate(cause.phases, start=1):
        forbidden = {one.exercise for one in cause.denials if one.always and number in one.phases}
        for exercise in phase.menu:
            if exercise in forbidden:
                yield Problem(file, f"phases.{number - 1}.menu", f"{exercise} is denied in phase {number}")
        for exercise in cause.ease:
            if exercise in forbidden:
                yield Problem(file, "ease", f"{exercise} is denied in phase {number}")
        for exercise, times in Counter(phase.menu).items():
            if times > 1:
                yield Problem(file, f"phases.{number - 1}.menu", f"{exercise} stands there {times} times")


def _on_some_menu(contents: Contents) -> Iterator[Problem]:
    offered = {e for cause in contents.causes.values() for phase in cause.phases for e in phase.menu}
    for exercise in contents.exercises:
        if exercise not in offered:
            yield Problem(f"exercises/{exercise}.yaml", "file", "is on no menu of any cause")


def _rule_of_denials(contents: Contents) -> Iterator[Problem]:
    if DENIED not in contents.rules:
        yield Problem(f"rules/{DENIED}.yaml", "file", "is missing; every denial obeys it")


def _flags(contents: Contents) -> Iterator[Problem]:
    for flag in contents.flags.values():
        file = f"flags/{flag.id}.yaml"
        yield from _unknown(file, "only", flag.only, contents.causes)
        found = (*flag.only_with, *((flag.records,) if flag.records else ()))
        yield from _unknown(file, "only_with", found, contents.contraindications)


def _texts(contents: Contents) -> Iterator[Problem]:
    for key, lesson in contents.lessons.items():
        yield from _unknown(f"lessons/{key}.yaml", "causes", lesson.causes, contents.causes)
    for key, tip in contents.tips.items():
        yield from _unknown(f"tips/{key}.yaml", "causes", tip.causes, contents.causes)
    for key, yellow in contents.yellow.items():
        yield from _unknown(f"yellow/{key}.yaml", "lesson", (yellow.lesson,), contents.lessons)


def _unknown(file: str, key: str, names: Iterable[str], shelf: Collection[str]) -> Iterator[Problem]:
    for name in names:
        if name not in shelf:
            yield Problem(file, key, f"{name} has no file")


def signed(contents: Contents) -> Iterator[tuple[str, Signed]]:
    """Every file somebody answers for, with its path."""
    shelves: dict[str, Mapping[str, Signed]] = {
        "exercises": contents.exercises,
        "ladders": contents.ladders,
        "causes": contents.causes,
        "flags": contents.flags,
        "contraindications": contents.contraindications,
        "rules": contents.rules,
        "measures": contents.measures,
        "lessons": contents.lessons,
        "tips": contents.tips,
        "yellow": contents.yellow,
    }
    for kind, shelf in shelves.items():
        for key, one in shelf.items():
            yield f"{kind}/{key}.yaml", one
    yield "walking.yaml", contents.walking


def sources(contents: Contents) -> Iterator[tuple[str, str, Source]]:
    """Every source given anywhere: file, key, source."""
    for file, one in signed(contents):
        for place, source in enumerate(one.sources):
            yield file, f"sources.{place}", source
    for cause in contents.causes.values():
        parts: dict[str, tuple[Denial | Code, ...]] = {"denials": cause.denials, "codes": cause.codes}
        for key, some in parts.items():
            for place, part in enumerate(some):
                for source in part.sources:
                    yield f"causes/{cause.id}.yaml", f"{key}.{place}.sources", source


def _citations(contents: Contents) -> Iterator[Problem]:
    used = set()
    for file, key, source in sources(contents):
        if source.cite is not None:
            used.add(source.cite)
            if source.cite not in contents.citations:
                yield Problem(file, key, f"{source.cite} has no file in citations")
    for citation in contents.citations:
        if citation not in used:
            yield Problem(f"citations/{citation}.yaml", "file", "is cited nowhere")


def _examples(contents: Contents) -> Iterator[Problem]:
    for rule in contents.rules.values():
        for place, story in enumerate(rule.examples):
            for reason in story_faults(story, contents):
                yield Problem(f"rules/{rule.id}.yaml", f"examples.{place}", reason)


def story_faults(story: Story, contents: Contents) -> Iterator[str]:
    """Names in a story that nothing bears."""
    known: dict[str, Collection[str]] = {
        "cause": contents.causes,
        "exercise": contents.exercises,
        "ladder": contents.ladders,
        "flag": contents.flags,
        "rule": contents.rules,
        "contraindication": contents.contraindications,
    }
    for kind, name in story.names():
        if name not in known[kind]:
            yield f"{kind} {name} is not known"


CHECKS: tuple[Check, ...] = (
    _rungs,
    _on_one_ladder,
    _walking,
    _causes,
    _on_some_menu,
    _rule_of_denials,
    _flags,
    _texts,
    _citations,
    _examples,
    agreements.forms,
    agreements.asks,
    agreements.denials,
)
