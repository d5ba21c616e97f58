"""One safety question, for anyone to read: why it is asked, what each answer asks for, and its sources."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from backstride.knowledge.flag import Flag
from backstride.web.library.mentions import rules_naming
from backstride.web.library.paper import Paper, paper
from backstride.web.library.place import Place, place
from backstride.web.records.library import library

URGENCIES = {
    "emergency": ("stop", "Emergency"),
    "same-day": ("stop", "See someone today"),
    "pause": ("mid", "The moves pause"),
    "watch": ("neutral", "The program goes on, nothing goes up"),
}


@dataclass(frozen=True)
class Advice:
    """What an answer leads to: `kind` of chip, its word, and what the person does now."""

    kind: str
    word: str
    now: str


@dataclass(frozen=True)
class Context:
    """What the page shows: the `flag`'s texts, `advice` from most to least urgent, and more.

    `only` are the causes it is asked for, `with_finding` the precautions it is asked with (both empty: everybody);
    `rules` have an example of it.
    """

    flag: Flag
    advice: tuple[Advice, ...]
    only: tuple[Place, ...]
    with_finding: tuple[Place, ...]
    rules: tuple[Place, ...]
    paper: Paper


@require_safe
def flag(request: HttpRequest, flag: str) -> HttpResponse:
    """Show the safety question with this id; 404 for an unknown one."""
    words = library().flags.get(flag)
    if words is None:
        raise Http404("no such safety question")
    context = Context(
        flag=words,
        advice=tuple(Advice(*URGENCIES[urgency], words.now[urgency]) for urgency in URGENCIES if urgency in words.now),
        only=tuple(place("cause", name) for name in words.only if name in library().causes),
        with_finding=tuple(place("contraindication", name) for name in words.only_with),
        rules=rules_naming("flag", flag),
        paper=paper(words, "flags"),
    )
    return render(request, "library/flag.html", {"screen": context})
