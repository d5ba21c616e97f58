"""A red-flag question: its words, what each answer asks for, and what the person does now."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from backstride.engine import catalogue
from backstride.engine.values import Urgency
from backstride.knowledge.text import Signed, Slug, Text, Words

Asks = Literal["watch", "pause", "same-day", "emergency"]
URGENCIES = {
    "watch": Urgency.WATCH,
    "pause": Urgency.PAUSE,
    "same-day": Urgency.SAME_DAY,
    "emergency": Urgency.EMERGENCY,
}


class Part(Text):
    """One item of a question made of several. A `quiet` item counts only beside another."""

    id: Slug
    text: Words
    quiet: bool = False


class Flag(Signed):
    """A question. `yes`, `unsure`, `softer` (further question answered no) and `two` (items) are urgencies.

    `name` is for lists. `weekly_question` is the shorter form asked each week, where there is one. `only` names the causes it is
    asked for, `only_with` findings it is asked with; both empty: everybody. A yes `records` a finding. `known_ok`: recorded as known and stable, it is no news. `now` has the words
    for each urgency an answer can lead to. `review_days`: not looked at after so many, a pause becomes `overdue`.
    `full`: asked when all questions are; false for one that only stands in for another between times.
    """

    name: Words = "-"
    question: Words
    detail: Words
    why: Words
    yes: Asks
    unsure: Asks
    softer: Asks | None = None
    follow: Words | None = None
    parts: tuple[Part, ...] = ()
    two: Asks | None = None
    weekly: bool
    weekly_question: Words | None = None
    only: tuple[Slug, ...] = ()
    only_with: tuple[Slug, ...] = ()
    records: Slug | None = None
    review_days: Annotated[int, Field(ge=1, le=28)] | None = None
    overdue: Asks | None = None
    full: bool = True
    known_ok: bool = False
    stops_walking: bool = False
    no_program: bool = False
    now: Annotated[dict[Asks, Words], Field(min_length=1)]
    clears: Words

    @model_validator(mode="after")
    def _every_answer_has_its_words(self) -> Flag:
        if (self.follow is None) != (self.softer is None):
            raise ValueError("follow: a further question and softer come together")
        if self.softer is not None and URGENCIES[self.softer] >= URGENCIES[self.yes]:
            raise ValueError("softer: must be milder than yes")
        if self.two is not None and not self.parts:
            raise ValueError("two: needs parts")
        if self.weekly_question is not None and not self.weekly:
            raise ValueError("weekly_question: the question is not weekly")
        if (self.review_days is None) != (self.overdue is None):
            raise ValueError("overdue: comes together with review_days")
        wanted = {self.yes, self.unsure, self.softer, self.two, self.overdue} - {None}
        if wanted != set(self.now):
            raise ValueError(f"now: words are needed for exactly {', '.join(sorted(map(str, wanted)))}")
        return self

    def to_engine(self) -> catalogue.Flag:
        """What the engine reads of it."""
        return catalogue.Flag(
            id=self.id,
            yes=URGENCIES[self.yes],
            unsure=URGENCIES[self.unsure],
            weekly=self.weekly,
            softer=URGENCIES[self.softer] if self.softer else None,
            parts=tuple(part.id for part in self.parts),
            quiet=tuple(part.id for part in self.parts if part.quiet),
            two=URGENCIES[self.two] if self.two else None,
            only=self.only,
            only_with=self.only_with,
            records=self.records or "",
            review_days=self.review_days or 0,
            full=self.full,
            overdue=URGENCIES[self.overdue] if self.overdue else None,
            known_ok=self.known_ok,
            stops_walking=self.stops_walking,
            no_program=self.no_program,
        )
