"""A search over everything in the rulebook: the pages that have all the words, grouped by kind."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from backstride.web.library.index import find
from backstride.web.library.place import KINDS, Place

HEADINGS = {"walking": "Walking plan"} | {kind.word: kind.heading for kind in KINDS}
LONGEST_QUERY = 80
SHORTEST_QUERY = 2
MOST = 15


@dataclass(frozen=True)
class Group:
    """Pages of one kind, best first: the first `MOST` of them, and how many `more` there are."""

    name: str
    places: tuple[Place, ...]
    more: int


@dataclass(frozen=True)
class Context:
    """What the page shows: the `query` as typed, whether it is long enough to be `asked`, `groups`, and how many were found."""

    query: str
    asked: bool
    groups: tuple[Group, ...]
    total: int


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Search for `q`; without it, show the field only."""
    query = " ".join(request.GET.get("q", "")[:LONGEST_QUERY].split())
    asked = len(query) >= SHORTEST_QUERY
    found = find(query) if asked else ()
    return render(request, "library/search.html", {"screen": Context(query, asked, _groups(found), len(found))})


def _groups(found: tuple[Place, ...]) -> tuple[Group, ...]:
    """By kind, the kind with the best match first."""
    kinds = dict.fromkeys(place.kind for place in found)
    return tuple(_group(kind, [place for place in found if place.kind == kind]) for kind in kinds)


def _group(kind: str, places: list[Place]) -> Group:
    return Group(HEADINGS[kind], tuple(places[:MOST]), max(0, len(places) - MOST))
