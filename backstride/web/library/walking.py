"""The walking plan, for anyone to read: its 17 levels, and the forms it may take."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from backstride.knowledge.walking import Level, Walking
from backstride.web.library.paper import Paper, paper
from backstride.web.library.place import Place, place
from backstride.web.records.library import library

HEADS = ("Level", "A day", "Walks", "Of it brisk", "About how far")


@dataclass(frozen=True)
class Context:
    """What the page shows: the `plan`, its `levels` as rows of a table under `heads`, the exercises that are its `forms`, `paper`."""

    plan: Walking
    heads: tuple[str, ...]
    levels: tuple[tuple[str, ...], ...]
    forms: tuple[Place, ...]
    paper: Paper


@require_safe
def walking(request: HttpRequest) -> HttpResponse:
    """Show the walking plan."""
    plan = library().walking
    context = Context(
        plan=plan,
        heads=HEADS,
        levels=tuple(_row(number, level) for number, level in enumerate(plan.levels)),
        forms=tuple(place("exercise", one) for one in plan.forms),
        paper=paper(plan),
    )
    return render(request, "library/walking.html", {"screen": context})


def _row(number: int, level: Level) -> tuple[str, ...]:
    brisk = f"{level.brisk} × {level.brisk_minutes} min" if level.brisk else "none"
    far = library().walking.distance(level.minutes)
    return str(number), f"{level.minutes} min", str(level.bouts), brisk, far
