"""A lesson: a few short paragraphs on one thing worth knowing, with the strength of its evidence."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from backstride.knowledge.text import Signed, Slug, Words

Moment = Literal["start", "daily", "flare", "sitting", "lifting", "sleep", "work", "progress", "worry", "treatment"]
Strength = Literal["strong", "moderate", "weak", "convention", "proposed", "unconfirmed"]


class Lesson(Signed):
    """`moment` is when it matters most; `causes` it is for, empty for all; `text` its paragraphs, plain and calm.

    `strength` tells how far the evidence carries for its main point; single facts carry their own source or mark.
    """

    name: Words
    in_short: Words
    moment: Moment
    causes: tuple[Slug, ...] = ()
    text: Annotated[tuple[Words, ...], Field(min_length=3, max_length=6)]
    strength: Strength
