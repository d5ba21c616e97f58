"""Measures, for anyone to read: the list, and each one with its range, its thresholds, its license and its sources."""

from dataclasses import dataclass
from decimal import Decimal

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from backstride.knowledge.measure import Measure
from backstride.web.library.paper import Paper, paper
from backstride.web.library.place import BY_WORD, Place, place_of
from backstride.web.records.library import library

DIRECTIONS = {"lower": "lower is better", "higher": "higher is better"}


@dataclass(frozen=True)
class Shelf:
    """What the list shows: measures that the person answers, and those of which a practitioner types in the total."""

    asked: tuple[Place, ...]
    typed: tuple[Place, ...]


@dataclass(frozen=True)
class Context:
    """What the page of a measure shows: its texts, its `range` and direction, what counts as `change`, when it is `due`, `paper`."""

    measure: Measure
    range: str
    change: str
    due: str
    paper: Paper


@require_safe
def measures(request: HttpRequest) -> HttpResponse:
    """Show the list."""
    return render(request, "library/measures.html", {"screen": Shelf(_given_by("person"), _given_by("practitioner"))})


@require_safe
def measure(request: HttpRequest, measure: str) -> HttpResponse:
    """Show the measure with this id; 404 for an unknown one."""
    words = library().measures.get(measure)
    if words is None:
        raise Http404("no such measure")
    context = Context(
        measure=words,
        range=f"{_plain(words.low)} to {_plain(words.high)}, {DIRECTIONS[words.better]}",
        change=_change(words),
        due=words.when,
        paper=paper(words, "measures"),
    )
    return render(request, "library/measure.html", {"screen": context})


def _given_by(whom: str) -> tuple[Place, ...]:
    found = sorted((one for one in library().measures.values() if one.by == whom), key=lambda one: one.place)
    return tuple(place_of(BY_WORD["measure"], one) for one in found)


def _change(words: Measure) -> str:
    """Both thresholds that a change has to reach, or "" where it is never called one."""
    points = f"{_plain(words.absolute)} points" if words.absolute is not None else ""
    share = f"{round(words.share * 100)} % of the first score" if words.share is not None else ""
    return " and ".join(part for part in (points, share) if part)


def _plain(number: float) -> str:
    return f"{Decimal(str(number)).normalize():f}"
