"""Lessons, for anyone to read: the list by the moment that they matter, and each one with its evidence."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from backstride.knowledge.lesson import Lesson
from backstride.web.library.paper import Paper, paper
from backstride.web.library.place import BY_WORD, Place, place, place_of
from backstride.web.records.library import library

MOMENTS = {
    "start": "To begin with",
    "daily": "Day by day",
    "flare": "When it flares",
    "sitting": "Sitting and driving",
    "lifting": "Lifting",
    "sleep": "Sleeping",
    "work": "Working",
    "progress": "On the way",
    "worry": "When you worry",
    "treatment": "What else there is",
}


@dataclass(frozen=True)
class Group:
    """Lessons of one moment, under its name."""

    name: str
    lessons: tuple[Place, ...]


@dataclass(frozen=True)
class Shelf:
    """What the list shows: `groups` by moment, and how many of `total` lessons are only `proposed`."""

    groups: tuple[Group, ...]
    proposed: int
    total: int


@dataclass(frozen=True)
class Context:
    """What the page of a lesson shows: its texts, the `causes` it is for (empty: all), `beside`: others of its moment, `paper`."""

    lesson: Lesson
    moment: str
    causes: tuple[Place, ...]
    beside: tuple[Place, ...]
    paper: Paper


@require_safe
def lessons(request: HttpRequest) -> HttpResponse:
    """Show the list."""
    known = library().lessons.values()
    groups = (Group(name, _of(moment)) for moment, name in MOMENTS.items())
    proposed = sum(one.status == "proposed" for one in known)
    shelf = Shelf(tuple(group for group in groups if group.lessons), proposed, len(known))
    return render(request, "library/lessons.html", {"screen": shelf})


@require_safe
def lesson(request: HttpRequest, lesson: str) -> HttpResponse:
    """Show the lesson with this id; 404 for an unknown one."""
    words = library().lessons.get(lesson)
    if words is None:
        raise Http404("no such lesson")
    context = Context(
        lesson=words,
        moment=MOMENTS[words.moment],
        causes=tuple(place("cause", one) for one in words.causes),
        beside=tuple(one for one in _of(words.moment) if one.title != words.name),
        paper=paper(words, "lessons"),
    )
    return render(request, "library/lesson.html", {"screen": context})


def _of(moment: str) -> tuple[Place, ...]:
    kind = BY_WORD["lesson"]
    return tuple(place_of(kind, one) for one in library().lessons.values() if one.moment == moment)
