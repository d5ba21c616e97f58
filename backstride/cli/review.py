"""Where each knowledge file stands with its review: who wrote it, who checked it, and when it is read again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

from backstride.knowledge import Library
from backstride.knowledge.documents import KINDS, SINGLE
from backstride.knowledge.text import Signed

SOON_DAYS = 60


@dataclass(frozen=True)
class Standing:
    """One file. `path` starts at the knowledge folder; `due` is overdue, soon (within 60 days), later, or - once retired."""

    path: str
    status: str
    author: str
    checker: str | None
    review_by: date
    due: str

    @property
    def lapsed(self) -> bool:
        """Whether somebody signed it and has not read it again in time."""
        return self.status == "signed" and self.due == "overdue"

    def plain(self) -> dict[str, Any]:
        """The same for JSON, the date as YYYY-MM-DD."""
        return {**asdict(self), "review_by": self.review_by.isoformat()}


@dataclass(frozen=True)
class Tally:
    """How many files of a kind there are and how they stand; `reviewed` is false for a kind that nobody signs."""

    files: int
    proposed: int
    signed: int
    retired: int
    overdue: int
    due_soon: int
    reviewed: bool


def standings(library: Library, today: date) -> dict[str, list[Standing]]:
    """Every file that somebody answers for, by kind, as it stands on this date."""
    return {kind: [_standing(path, one, today) for path, one in _signed(kind, library)] for kind in (*KINDS, *SINGLE)}


def tallies(library: Library, found: dict[str, list[Standing]]) -> dict[str, Tally]:
    """The figures of each kind; sources bear no signature and are only counted."""
    return {kind: _tally(_count(kind, library), some) for kind, some in found.items()}


def whole(kinds: Iterable[Tally]) -> Tally:
    """The figures of all kinds together."""
    some = list(kinds)
    names = ("files", "proposed", "signed", "retired", "overdue", "due_soon")
    return Tally(**{name: sum(getattr(one, name) for one in some) for name in names}, reviewed=True)


def _signed(kind: str, library: Library) -> Iterator[tuple[str, Signed]]:
    if kind in SINGLE:
        yield f"{kind}.yaml", getattr(library, kind)
        return
    for name, one in getattr(library, kind).items():
        if isinstance(one, Signed):
            yield f"{kind}/{name}.yaml", one


def _count(kind: str, library: Library) -> int:
    return 1 if kind in SINGLE else len(getattr(library, kind))


def _standing(path: str, one: Signed, today: date) -> Standing:
    return Standing(path, one.status, one.author, one.checker, one.review_by, _due(one, today))


def _due(one: Signed, today: date) -> str:
    if one.status == "retired":
        return "-"
    if one.review_by < today:
        return "overdue"
    return "soon" if one.review_by <= today + timedelta(days=SOON_DAYS) else "later"


def _tally(files: int, some: list[Standing]) -> Tally:
    states = [one.status for one in some]
    dues = [one.due for one in some]
    return Tally(
        files=files,
        proposed=states.count("proposed"),
        signed=states.count("signed"),
        retired=states.count("retired"),
        overdue=dues.count("overdue"),
        due_soon=dues.count("soon"),
        reviewed=bool(some),
    )
