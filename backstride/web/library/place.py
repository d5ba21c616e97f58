"""Pages of the rulebook by kind: what each is called, where it stands, and what it says in one line."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from backstride.web.records.library import library

UNSURE = ("proposed", "unconfirmed")
# Short texts share one page, each at its own anchor.
ONE_PAGE = ("tip", "yellow")


@dataclass(frozen=True)
class Kind:
    """A kind of file: its `shelf` (folder), the `word` of its address, its `heading`, and which keys are title and note."""

    shelf: str
    word: str
    heading: str
    title: str
    note: str = ""


KINDS = (
    Kind("causes", "cause", "Causes", "name", "in_short"),
    Kind("lessons", "lesson", "Lessons", "name", "in_short"),
    Kind("tips", "tip", "Daily living", "name", "text"),
    Kind("exercises", "exercise", "Exercises", "name", "why"),
    Kind("ladders", "ladder", "Ladders", "name"),
    Kind("rules", "rule", "Rules", "title", "statement"),
    Kind("flags", "flag", "Safety questions", "name", "question"),
    Kind("yellow", "yellow", "Yellow flags", "question"),
    Kind("contraindications", "contraindication", "Precautions", "name", "question"),
    Kind("measures", "measure", "Measures", "name", "in_short"),
    Kind("citations", "evidence", "Sources", "label"),
)
BY_WORD = {kind.word: kind for kind in KINDS}


@dataclass(frozen=True)
class Place:
    """A page of the library: what kind of thing it is, its title and address, and what it says about the one asked for.

    `mark` is proposed or unconfirmed where what stands there is no more than that; else "".
    """

    kind: str
    title: str
    href: str
    note: str = ""
    mark: str = ""


def place(word: str, name: str, note: str | None = None) -> Place:
    """The page of the file of this kind ("lesson") with this id; `note` replaces its own line."""
    return place_of(BY_WORD[word], files(BY_WORD[word])[name], note)


def place_of(kind: Kind, one: Any, note: str | None = None) -> Place:
    """The page of a file of this kind."""
    said = getattr(one, kind.note) if kind.note else ""
    strength = getattr(one, "strength", "")
    return Place(
        kind.word,
        getattr(one, kind.title),
        address(kind.word, one.id),
        said if note is None else note,
        strength if strength in UNSURE else "",
    )


def places(word: str) -> tuple[Place, ...]:
    """The pages of all files of this kind."""
    return tuple(place_of(BY_WORD[word], one) for one in files(BY_WORD[word]).values())


def files(kind: Kind) -> dict[str, Any]:
    """The files of this kind by id."""
    return dict(getattr(library(), kind.shelf))


def address(word: str, name: str) -> str:
    """Where a file is shown."""
    if word in ONE_PAGE:
        return f"{reverse(f'library:{word}')}#{name}"
    return reverse(f"library:{word}", args=[name])


def walking_place(note: str = "") -> Place:
    """The page of the walking plan."""
    return Place("walking", library().walking.name, reverse("library:walking"), note)


def everything() -> Iterator[tuple[Place, Any]]:
    """Every file with its page, kind by kind, and the walking plan."""
    for kind in KINDS:
        yield from ((place_of(kind, one), one) for one in files(kind).values())
    yield walking_place(library().walking.in_short), library().walking
