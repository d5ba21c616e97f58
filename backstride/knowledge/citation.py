"""A citation: one source that was really read, and how much of it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from backstride.knowledge.text import Text, Words

Kind = Literal["review", "trial", "study", "guideline", "consensus", "summary", "web-page"]


class Citation(Text):
    """A source. `title` and `address` stand as they were noted; `read` tells an abstract from a page.

    `year` is None where none was noted; `kind` is study where the design was not. `supports` lists what it is used for here, in our own words.
    """

    id: str
    title: Words
    address: Words | None
    year: Annotated[int, Field(ge=1900, le=2100)] | None
    kind: Kind
    read: Literal["abstract", "page"]
    supports: Annotated[tuple[Words, ...], Field(min_length=1)]
