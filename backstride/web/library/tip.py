"""Daily living, for anyone to read: every tip on one page, by what sets it off."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from backstride.knowledge.tip import NAMES, Tip
from backstride.web.components.drawings import figure_of
from backstride.web.library.paper import Paper, paper
from backstride.web.library.place import Place, place
from backstride.web.records.library import library


@dataclass(frozen=True)
class Advice:
    """One tip: its `tip`, its `figure` ("" without one), the `causes` it is for (empty: all), and its `paper`."""

    tip: Tip
    figure: str
    causes: tuple[Place, ...]
    paper: Paper


@dataclass(frozen=True)
class Moment:
    """One trigger: its id, its name, and its tips, those for everybody first."""

    id: str
    name: str
    tips: tuple[Advice, ...]


@dataclass(frozen=True)
class Context:
    """What the page shows: `moments` in which a tip helps, and how many of `total` tips are only `proposed`."""

    moments: tuple[Moment, ...]
    proposed: int
    total: int


@require_safe
def tip(request: HttpRequest) -> HttpResponse:
    """Show all tips."""
    known = library().tips.values()
    moments = (Moment(trigger, name, _tips(trigger)) for trigger, name in NAMES.items())
    proposed = sum(one.status == "proposed" for one in known)
    context = Context(tuple(moment for moment in moments if moment.tips), proposed, len(known))
    return render(request, "library/tip.html", {"screen": context})


def _tips(trigger: str) -> tuple[Advice, ...]:
    met = (one for one in library().tips.values() if one.trigger == trigger)
    found = sorted(met, key=lambda one: (bool(one.causes), one.id))
    return tuple(_advice(one) for one in found)


def _advice(one: Tip) -> Advice:
    causes = tuple(place("cause", cause) for cause in one.causes)
    return Advice(one, figure_of(one.figure or ""), causes, paper(one, "tips"))
