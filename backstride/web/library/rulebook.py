"""The rulebook: everything Backstride knows, kind by kind, and a search over all of it."""

from dataclasses import dataclass
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from backstride.knowledge.text import Signed
from backstride.web.library.place import Place, everything, place, places, walking_place
from backstride.web.records.library import library


@dataclass(frozen=True)
class Group:
    """Rules that belong together, under the group's name."""

    name: str
    rules: tuple[Place, ...]


@dataclass(frozen=True)
class Context:
    """What the page shows.

    `proposed` counts files that await a clinician's signature, of `total`. `lessons`, `tips`, `measures` and `sources`
    are counts: these have lists of their own. `version` names the content.
    """

    groups: tuple[Group, ...]
    causes: tuple[Place, ...]
    exercises: tuple[Place, ...]
    ladders: tuple[Place, ...]
    walking: Place
    flags: tuple[Place, ...]
    findings: tuple[Place, ...]
    lessons: int
    tips: int
    measures: int
    yellow: int
    sources: int
    proposed: int
    total: int
    version: str


@require_safe
def rulebook(request: HttpRequest) -> HttpResponse:
    """Show the index."""
    texts = library()
    answered_for = [one for _place, one in everything() if isinstance(one, Signed)]
    context = Context(
        groups=_groups(),
        causes=places("cause"),
        exercises=places("exercise"),
        ladders=places("ladder"),
        walking=walking_place(),
        flags=places("flag"),
        findings=places("contraindication"),
        lessons=len(texts.lessons),
        tips=len(texts.tips),
        measures=len(texts.measures),
        yellow=len(texts.yellow),
        sources=len(texts.citations),
        proposed=sum(one.status == "proposed" for one in answered_for),
        total=len(answered_for),
        version=texts.version,
    )
    return render(request, "library/rulebook.html", {"screen": context})


def _groups() -> tuple[Group, ...]:
    grouped = groupby(sorted(library().rules), key=lambda rule: rule.split("/")[0])
    return tuple(Group(name.capitalize(), tuple(place("rule", one) for one in rules)) for name, rules in grouped)
