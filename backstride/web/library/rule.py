"""One rule, for anyone to read: what it says, its numbers, how sure it is, its examples and sources."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from backstride.knowledge.rule import Rule
from backstride.web.library.example import Example, examples
from backstride.web.library.mentions import named_by
from backstride.web.library.paper import Paper, paper
from backstride.web.library.place import Place, place
from backstride.web.records.library import library


@dataclass(frozen=True)
class Context:
    """What the page shows: the `rule`, `numbers` as (name, value) rows, `examples` that are run as tests, and more.

    `named` are the causes, moves, questions and findings its examples name; `beside` the other rules of its group.
    """

    rule: Rule
    numbers: tuple[tuple[str, str], ...]
    examples: tuple[Example, ...]
    named: tuple[Place, ...]
    beside: tuple[Place, ...]
    paper: Paper


@require_safe
def rule(request: HttpRequest, rule: str) -> HttpResponse:
    """Show the rule with this id, written group/name; 404 for an unknown one."""
    words = library().rules.get(rule)
    if words is None:
        raise Http404("no such rule")
    context = Context(
        rule=words,
        numbers=_numbers(words),
        examples=examples(words),
        named=named_by(rule),
        beside=_beside(rule),
        paper=paper(words, "rules"),
    )
    return render(request, "library/rule.html", {"screen": context})


def _numbers(words: Rule) -> tuple[tuple[str, str], ...]:
    return tuple((name.replace("_", " ").capitalize(), f"{value:g}") for name, value in words.numbers.items())


def _beside(rule_id: str) -> tuple[Place, ...]:
    group = rule_id.split("/")[0]
    return tuple(place("rule", one) for one in library().rules if one.split("/")[0] == group and one != rule_id)
