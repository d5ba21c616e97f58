"""A tip for daily living: what sets it off, and one or two sentences."""

from __future__ import annotations

from typing import Literal

from backstride.knowledge.lesson import Strength
from backstride.knowledge.text import Signed, Slug, Words

Trigger = Literal[
    "sitting",
    "long-workday",
    "driving",
    "seat",
    "lifting",
    "standing",
    "bed",
    "morning",
    "cough",
    "work",
    "belts",
    "low-mood",
]


class Tip(Signed):
    """`trigger` is the moment it is shown at; `causes` it is for, empty for all."""

    trigger: Trigger
    causes: tuple[Slug, ...] = ()
    text: Words
    strength: Strength
