"""A rule: its statement, thresholds, evidence and examples; a function of the same id obeys it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from backstride.knowledge.story import Story
from backstride.knowledge.text import Signed, Words

Number = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]


class Rule(Signed):
    """`statement` is for the person, `detail` for clinicians, `numbers` every threshold the function reads.

    `strength` tells how far the evidence carries. `examples` are run as tests and shown on the rule's page.
    """

    title: Words
    statement: Words
    detail: Words
    numbers: dict[Number, int | float]
    strength: Literal["strong", "moderate", "weak", "convention", "proposed"]
    examples: tuple[Story, ...] = ()
