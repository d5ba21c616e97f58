"""What every knowledge file is made of: closed keys, sources with their marks, a signature."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

Words = Annotated[str, Field(min_length=1, pattern=r"\S")]
Slug = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
ExerciseId = Annotated[str, Field(pattern=r"^[A-Z]{3}[0-9]{2}$")]
FlagId = Annotated[str, Field(pattern=r"^[A-Z][0-9]$")]
CitationId = Annotated[str, Field(pattern=r"^s[0-9]{1,3}$")]
RuleId = Annotated[str, Field(pattern=r"^[a-z]+(_[a-z]+)*/[a-z]+(_[a-z]+)*$")]


class Text(BaseModel):
    """A part of a knowledge file: unknown keys refused, types taken as written, never changed after."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, allow_inf_nan=False)


class Source(Text):
    """Where a fact comes from: a cited source, or the mark that it is unconfirmed or our own proposal.

    `for` says which fact. Exactly one of `cite` and `mark` is given, so that nobody mistakes a proposal
    for something a source states.
    """

    fact: Words = Field(alias="for")
    cite: CitationId | None = None
    mark: Literal["unconfirmed", "proposed"] | None = None

    @model_validator(mode="after")
    def _one_of_two(self) -> Source:
        if (self.cite is None) == (self.mark is None):
            raise ValueError("give either cite or mark, not both and not neither")
        return self


class Signed(Text):
    """A file somebody answers for: its sources, who wrote and who checked it, and when it is read again."""

    id: str
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]
    status: Literal["proposed", "signed", "retired"]
    author: Words
    checker: Words | None
    review_by: date

    @model_validator(mode="after")
    def _signed_by_a_second_person(self) -> Signed:
        if self.status == "signed" and self.checker is None:
            raise ValueError("checker: a signed file names who checked it")
        if self.checker is not None and self.checker == self.author:
            raise ValueError("checker: must not be the author")
        return self
