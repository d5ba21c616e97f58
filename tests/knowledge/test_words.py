"""How the texts speak: short, plain, never frightening; and where every fact comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from backstride.knowledge import Library
from backstride.knowledge.exercise import Exercise

BANNED = re.compile(r"damag|wear and tear|fail|complian|degenerat|crumbl|bone on bone", re.IGNORECASE)
ENDS = re.compile(r"[.!?:]\s")
LONGEST_STEP_WORDS = 16
LONGEST_SENTENCE_WORDS = 30


def for_patients(library: Library) -> Iterator[tuple[str, str]]:
    """Every text a person reads, with where it stands."""
    for exercise in library.exercises.values():
        yield from ((exercise.id, text) for text in spoken(exercise))
    for ladder in library.ladders.values():
        yield ladder.id, ladder.name
    for cause in library.causes.values():
        yield cause.id, cause.in_short
        yield from ((cause.id, text) for text in cause.page.model_dump().values())
        yield from ((cause.id, phase.name) for phase in cause.phases)
        yield from ((cause.id, text) for kind in cause.kinds for text in (kind.name, kind.text))
        yield from ((cause.id, denial.reason) for denial in cause.denials)
    for flag in library.flags.values():
        further = [text for text in (flag.follow, flag.weekly_question) if text]
        told = (flag.name, flag.question, flag.detail, flag.why, flag.clears, *flag.now.values(), *further)
        yield from ((flag.id, text) for text in (*told, *(part.text for part in flag.parts)))
    for one in library.contraindications.values():
        yield from ((one.id, text) for text in (one.name, one.question, one.why))
    for rule in library.rules.values():
        yield from ((rule.id, text) for text in (rule.title, rule.statement))
        yield from ((rule.id, story.name) for story in rule.examples)
    for yellow in library.yellow.values():
        yield from ((yellow.id, text) for text in (yellow.question, yellow.why, yellow.helps))
    for lesson in library.lessons.values():
        yield from ((lesson.id, text) for text in (lesson.name, lesson.in_short, *lesson.text))
    yield from ((tip.id, tip.text) for tip in library.tips.values())
    for measure in library.measures.values():
        yield from ((measure.id, text) for text in (measure.in_short, *measure.asks))
        yield from ((measure.id, choice.words) for choice in measure.choices)
    yield "walking", library.walking.in_short


def spoken(exercise: Exercise) -> Iterator[str]:
    """The texts of one exercise."""
    yield from (exercise.name, exercise.why, exercise.start, exercise.feel, exercise.easier)
    yield from (*exercise.targets, *exercise.steps, *exercise.cues, *exercise.errors, *exercise.stop_when)
    if exercise.harder is not None:
        yield exercise.harder
    yield from exercise.by_cause.values()
    for form in exercise.forms:
        yield from (form.name, form.start, *(form.steps or ()))


def test_no_word_frightens_or_scolds(library: Library) -> None:
    assert [(place, text) for place, text in for_patients(library) if BANNED.search(text)] == []


def test_sentences_are_short(library: Library) -> None:
    """A red-flag question may be longer: it lists what counts as a yes."""
    long = [
        (place, sentence)
        for place, text in for_patients(library)
        for sentence in ENDS.split(" ".join(text.split()))
        if len(sentence.split()) > LONGEST_SENTENCE_WORDS and place not in library.flags
    ]
    assert long == []


def test_steps_are_few_and_short(library: Library) -> None:
    for exercise in library.exercises.values():
        for steps in (exercise.steps, *(form.steps for form in exercise.forms if form.steps is not None)):
            assert 1 <= len(steps) <= 5
            for step in steps:
                assert len(step.split()) <= LONGEST_STEP_WORDS, (exercise.id, step)
                assert step.endswith(".")


def test_cues_can_be_spoken(library: Library) -> None:
    for exercise in library.exercises.values():
        for cue in exercise.cues:
            assert len(cue.split()) <= 8
            assert not cue.endswith("."), (exercise.id, cue)


def test_every_exercise_says_when_to_stop(library: Library) -> None:
    for exercise in library.exercises.values():
        text = " ".join(exercise.stop_when).lower()
        assert "pain" in text or "tingling" in text or "dizzy" in text, exercise.id


def test_standing_exercises_mind_falls(library: Library) -> None:
    for exercise in library.exercises.values():
        for way in (exercise, *exercise.forms):
            if "unsupported-standing" in way.mechanisms:
                assert way.fall_risk, (exercise.id, way.id)


def test_a_sentence_for_a_cause_is_one_sentence(library: Library) -> None:
    for exercise in library.exercises.values():
        for cause, text in exercise.by_cause.items():
            assert cause in library.causes and text.endswith("."), (exercise.id, cause)
            assert len(ENDS.split(text)) <= 2, (exercise.id, cause, text)


def test_forms_are_told_apart(library: Library) -> None:
    for exercise in library.exercises.values():
        names = [form.name for form in exercise.forms]
        assert len(names) == len(set(names)), exercise.id


SIGNED = (
    "exercises",
    "ladders",
    "causes",
    "flags",
    "contraindications",
    "rules",
    "measures",
    "lessons",
    "tips",
    "yellow",
)


def test_nothing_is_signed_that_nobody_signed(library: Library) -> None:
    for kind in SIGNED:
        for one in getattr(library, kind).values():
            assert (one.status, one.checker) == ("proposed", None), one.id


def test_no_code_is_called_verified(library: Library) -> None:
    assert not any(code.verified for cause in library.causes.values() for code in cause.codes)


@pytest.mark.parametrize("word", ["http://", "https://"])
def test_addresses_stand_as_they_were_noted(word: str, library: Library) -> None:
    assert not any(word in (citation.address or "") for citation in library.citations.values())


def test_every_citation_is_cited_and_every_cited_one_filed(library: Library) -> None:
    used = set()
    for kind in SIGNED:
        for one in getattr(library, kind).values():
            used |= {source.cite for source in one.sources}
    for cause in library.causes.values():
        used |= {source.cite for part in (*cause.denials, *cause.codes) for source in part.sources}
    used |= {source.cite for source in library.walking.sources}
    assert used - {None} == set(library.citations)
