"""Answers to choose from, as the templates draw them: tiles of which one is chosen, or several are ticked."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.utils.functional import Promise

Word = str | Promise


@dataclass(frozen=True)
class Option:
    """One tile: the value that is posted, its word, a line below it, and whether it is chosen."""

    value: str
    word: Word
    note: Word = ""
    chosen: bool = False


def options(choices: Iterable[tuple[str, Word]], chosen: Collection[str] | str | None = ()) -> tuple[Option, ...]:
    """Tiles without a second line; `chosen` is one value or several."""
    return noted(((value, word, "") for value, word in choices), chosen)


def noted(choices: Iterable[tuple[str, Word, Word]], chosen: Collection[str] | str | None = ()) -> tuple[Option, ...]:
    """Tiles with a line below the word; `chosen` is one value or several."""
    picked = {chosen} if isinstance(chosen, str) else set(chosen or ())
    return tuple(Option(value, word, note, value in picked) for value, word, note in choices)
