"""A citation: one source that was really read, how much of it, and everything by which it can be found again."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from backstride.knowledge.text import Text, Words

Kind = Literal[
    "review",
    "trial",
    "cohort",
    "cross-sectional",
    "measurement",
    "study",
    "guideline",
    "consensus",
    "summary",
    "terms",
    "web-page",
]
Doi = Annotated[str, Field(pattern=r"^10\.[0-9]{4,9}/\S+$")]
PubMedNumber = Annotated[str, Field(pattern=r"^[0-9]{1,8}$")]
PmcNumber = Annotated[str, Field(pattern=r"^PMC[0-9]{1,8}$")]


class Citation(Text):
    """A source. What was not noted is None: nothing here is filled in from memory.

    `title` is in brief, in our own words where none was noted. `volume` stands with the first page, as noted ("37:531").
    `address` is where it was read. `kind` is the design; study where it was not noted. `read` tells an abstract from a
    page. `confirmed` says where title and numbers were seen again later. `supports` lists what it is used for here.
    """

    id: str
    authors: Words | None = None
    year: Annotated[int, Field(ge=1900, le=2100)] | None
    title: Words
    journal: Words | None = None
    volume: Words | None = None
    doi: Doi | None = None
    pmid: PubMedNumber | None = None
    pmcid: PmcNumber | None = None
    address: Words | None
    kind: Kind
    read: Literal["abstract", "page"]
    confirmed: Words | None = None
    supports: Annotated[tuple[Words, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _volume_of_something(self) -> Citation:
        if self.volume is not None and self.journal is None:
            raise ValueError("volume: belongs to a journal, which is not named")
        return self

    @property
    def label(self) -> str:
        """The source in a few words, for links: "Fernandez M and others 2015: Advice to stay active"."""
        who = " ".join(str(part) for part in (self.authors, self.year) if part)
        return f"{who}: {self.title}" if self.authors else self.title

    @property
    def reference(self) -> str:
        """The source in full, as one line: authors, year, title, journal, numbers and where it was read."""
        who = " ".join(part for part in (self.authors, f"({self.year})" if self.year else "") if part)
        where = " ".join(part for part in (self.journal, self.volume) if part)
        return " ".join(f"{part.rstrip('.')}." for part in (who, self.title, where, self._numbers()) if part)

    def _numbers(self) -> str:
        named = (("DOI", self.doi), ("PubMed", self.pmid), ("", self.pmcid), ("Read at", self.address))
        return "; ".join(f"{name} {value}".strip() for name, value in named if value)
