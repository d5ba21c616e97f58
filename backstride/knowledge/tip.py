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
NAMES: dict[Trigger, str] = {
    "sitting": "While you sit",
    "long-workday": "On a long workday",
    "driving": "While you drive",
    "seat": "Setting up a seat",
    "lifting": "When you lift or carry",
    "standing": "While you stand",
    "bed": "In bed",
    "morning": "In the morning",
    "cough": "When you cough or sneeze",
    "work": "At work",
    "belts": "Belts, insoles and new chairs",
    "low-mood": "On a low day",
}


class Tip(Signed):
    """`trigger` is the moment it is shown at; `causes` it is for, empty for all; `text` one or two sentences.

    `figure` names the picture of daily living that shows it, one of the pose files; empty for none.

    `strength` tells how far the evidence carries: that a tip is comfortable is rarely tested.
    """

    trigger: Trigger
    causes: tuple[Slug, ...] = ()
    text: Words
    figure: Slug | None = None
    strength: Strength

    @property
    def name(self) -> str:
        """Its moment in words."""
        return NAMES[self.trigger]
