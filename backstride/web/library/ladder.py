"""One ladder, for anyone to read: its rungs from easy to hard, and what it takes to go up."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from backstride.knowledge.ladder import Ladder
from backstride.web.library.mentions import rules_naming
from backstride.web.library.paper import Paper, paper
from backstride.web.library.place import Place
from backstride.web.library.step import Step, steps
from backstride.web.records.library import library


@dataclass(frozen=True)
class Context:
    """What the page shows: the `ladder`, its `steps` from easy to hard, `rules` with an example of it, and its `paper`."""

    ladder: Ladder
    steps: tuple[Step, ...]
    rules: tuple[Place, ...]
    paper: Paper


@require_safe
def ladder(request: HttpRequest, ladder: str) -> HttpResponse:
    """Show the ladder with this id; 404 for an unknown one."""
    words = library().ladders.get(ladder)
    if words is None:
        raise Http404("no such ladder")
    context = Context(words, steps(words), rules_naming("ladder", ladder), paper(words, "ladders"))
    return render(request, "library/ladder.html", {"screen": context})
