"""An index of every word in the rulebook, and what is found in it: names first, then texts."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from pydantic import BaseModel

from backstride.web.library.place import Place, everything

# What is no text about the thing itself: people, marks, where facts come from, and stories run as tests.
APART = {"id", "status", "author", "checker", "review_by", "sources", "examples", "numbers"}
WORD = re.compile(r"\w+")
SENTENCE = re.compile(r"(?<=[.!?])\s+")
LONGEST = 160
IN_NAME, IN_TEXT = 1, 2


@dataclass(frozen=True)
class Entry:
    """One file: its page, its name and all of its text as they are compared, and its `lines` as they are written."""

    place: Place
    name: str
    text: str
    lines: tuple[str, ...]


def find(query: str) -> tuple[Place, ...]:
    """The pages in which words begin with every word of the query, best first; each with a line that has one of them."""
    words = plain(query).split()
    if not words:
        return ()
    ranked = [(rank, entry) for entry in entries() if (rank := _rank(entry, words))]
    ranked.sort(key=lambda pair: (pair[0], pair[1].name))
    return tuple(replace(entry.place, note=_line(entry, words)) for _, entry in ranked)


def plain(text: str) -> str:
    """A text as it is compared: its words only, without case and accents, each after a space."""
    parts = unicodedata.normalize("NFKD", text)
    letters = "".join(letter for letter in parts if not unicodedata.combining(letter)).casefold()
    return "".join(f" {word}" for word in WORD.findall(letters))


@cache
def entries() -> tuple[Entry, ...]:
    """Every file of the rulebook; read once, as the knowledge is."""
    return tuple(_entry(place, one) for place, one in everything())


def _entry(place: Place, one: BaseModel) -> Entry:
    written = one.model_dump()
    lines = tuple(dict.fromkeys(_lines(written)))
    name = f"{place.title} {written['id']}"
    return Entry(place, plain(name), plain(" ".join(lines)), lines)


def _lines(value: object) -> Iterator[str]:
    """Every written line in a file, wherever in it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in APART:
                yield from _lines(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _lines(inner)


def _rank(entry: Entry, words: list[str]) -> int:
    """1 when the name has every word, 2 when name and text together do, 0 when they do not."""
    if _has(entry.name, words):
        return IN_NAME
    return IN_TEXT if _has(entry.name + entry.text, words) else 0


def _has(text: str, words: list[str]) -> bool:
    return all(f" {word}" in text for word in words)


def _line(entry: Entry, words: list[str]) -> str:
    """The first sentence with one of the words, which is not the title itself; else what the page says of itself."""
    sentences = (sentence for line in entry.lines for sentence in SENTENCE.split(" ".join(line.split())))
    for sentence in sentences:
        # Ids are one word long; nobody reads them.
        if sentence != entry.place.title and " " in sentence and any(f" {word}" in plain(sentence) for word in words):
            return _short(sentence)
    return _short(entry.place.note)


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= LONGEST else f"{sentence[:LONGEST].rsplit(' ', 1)[0]} …"
