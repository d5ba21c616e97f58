"""One precaution, for anyone to read: the finding, how it is asked for, and what it leaves out or changes."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from backstride.knowledge.contraindication import Contraindication
from backstride.knowledge.exercise import PLAIN, Exercise
from backstride.web.library.mentions import rules_naming
from backstride.web.library.paper import Paper, paper
from backstride.web.library.place import Place, place
from backstride.web.library.step import loads, way_name
from backstride.web.records.library import library


@dataclass(frozen=True)
class Context:
    """What the page shows: the `finding`, what it `denies` in words, exercises it leaves `out` or in some `other_way`, and more.

    `asked` are safety questions asked because of it or that record it; `rules` have an example of it.
    """

    finding: Contraindication
    denies: str
    out: tuple[Place, ...]
    other_way: tuple[Place, ...]
    asked: tuple[Place, ...]
    rules: tuple[Place, ...]
    paper: Paper


@require_safe
def contraindication(request: HttpRequest, contraindication: str) -> HttpResponse:
    """Show the finding with this id; 404 for an unknown one."""
    words = library().contraindications.get(contraindication)
    if words is None:
        raise Http404("no such precaution")
    context = Context(
        finding=words,
        denies=loads(words.denies),
        out=_touched(words, left=False),
        other_way=_touched(words, left=True),
        asked=_asked(contraindication),
        rules=rules_naming("contraindication", contraindication),
        paper=paper(words, "contraindications"),
    )
    return render(request, "library/contraindication.html", {"screen": context})


def _touched(words: Contraindication, left: bool) -> tuple[Place, ...]:
    """Exercises of which this finding denies a way: with some way left, or with none."""
    found = []
    for one in library().exercises.values():
        ways = {PLAIN: one.mechanisms, **{form.id: form.mechanisms for form in one.forms}}
        kept = [way for way, mechanisms in ways.items() if not set(mechanisms) & set(words.denies)]
        if len(kept) < len(ways) and bool(kept) == left:
            found.append(place("exercise", one.id, _kept(one, kept)))
    return tuple(found)


def _kept(exercise: Exercise, ways: list[str]) -> str:
    return f"Still given: {', '.join(way_name(exercise, way).lower() for way in ways)}." if ways else ""


def _asked(finding: str) -> tuple[Place, ...]:
    flags = library().flags.values()
    return tuple(place("flag", one.id) for one in flags if finding in one.only_with or one.records == finding)
