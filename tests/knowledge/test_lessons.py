"""Lessons and tips: short, plain, honest about what is known, and whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_args

import pytest

from backstride.knowledge import Library
from backstride.knowledge.lesson import Moment
from backstride.knowledge.tip import Trigger

BANNED = re.compile(r"damag|wear and tear|fail|complian|degenerat|crumbl|bone on bone", re.IGNORECASE)
ENDS = re.compile(r"[.!?:]\s")
LONGEST_SENTENCE_WORDS = 30
LONGEST_PARAGRAPH_WORDS = 90
# Other files, screens and rules point at these by name.
POINTED_AT = {"fear-and-pain", "why-movement-helps", "mood-and-sleep", "what-helps-and-what-does-not"}


def texts(library: Library) -> Iterator[tuple[str, str]]:
    """Every text of a lesson or tip, with where it stands."""
    for lesson in library.lessons.values():
        yield from ((lesson.id, text) for text in (lesson.name, lesson.in_short, *lesson.text))
    yield from ((tip.id, tip.text) for tip in library.tips.values())


def test_no_word_frightens_or_scolds(library: Library) -> None:
    assert [(place, text) for place, text in texts(library) if BANNED.search(text)] == []


def test_sentences_and_paragraphs_are_short(library: Library) -> None:
    for place, text in texts(library):
        assert len(text.split()) <= LONGEST_PARAGRAPH_WORDS, (place, text)
        for sentence in ENDS.split(" ".join(text.split())):
            assert len(sentence.split()) <= LONGEST_SENTENCE_WORDS, (place, sentence)


def test_every_cause_has_a_lesson_of_its_own(library: Library) -> None:
    for cause in library.causes:
        assert library.lessons[f"for-{cause}"].causes == (cause,)


def test_what_others_point_at_is_there(library: Library) -> None:
    assert set(library.lessons) >= POINTED_AT
    assert all(not library.lessons[name].causes for name in POINTED_AT)


def test_every_moment_has_a_lesson_and_every_trigger_a_tip_for_all_or_for_a_cause(library: Library) -> None:
    assert {lesson.moment for lesson in library.lessons.values()} == set(get_args(Moment))
    assert {tip.trigger for tip in library.tips.values()} == set(get_args(Trigger))


def test_a_tip_is_one_or_two_sentences(library: Library) -> None:
    for tip in library.tips.values():
        assert 1 <= len(re.findall(r"[.!?](?:\s|$)", tip.text)) <= 3, tip.id


def test_the_strength_agrees_with_the_sources(library: Library) -> None:
    """Evidence needs a cited source; what is called proposed or unconfirmed has that mark among its sources."""
    for one in (*library.lessons.values(), *library.tips.values()):
        marks = {source.mark for source in one.sources}
        if one.strength in ("strong", "moderate", "weak", "convention"):
            assert any(source.cite for source in one.sources), one.id
        else:
            assert one.strength in marks, one.id


@pytest.mark.parametrize(
    ("lesson", "said"),
    [
        ("two-days-of-rest", "it does not"),
        ("walking", "walking was not tested as a treatment"),
        ("hamstrings-and-nerves", "We found no trial"),
        ("why-movement-helps", "is not known"),
        ("what-helps-and-what-does-not", "We found no trial of a digital program"),
        ("what-sciatica-is", "They do not show"),
    ],
)
def test_where_common_advice_outruns_the_evidence_the_lesson_says_so(library: Library, lesson: str, said: str) -> None:
    assert said in " ".join(" ".join(library.lessons[lesson].text).split())
