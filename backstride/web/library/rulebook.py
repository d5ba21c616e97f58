"""The rulebook: every rule, cause, exercise, safety question and source, each one tap away."""

from dataclasses import dataclass
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from backstride.web.library.mentions import (
    Place,
    cause_place,
    evidence_place,
    exercise_place,
    flag_place,
    rule_place,
)
from backstride.web.records.library import library


@dataclass(frozen=True)
class Group:
    """Rules that belong together, under the group's name."""

    name: str
    rules: tuple[Place, ...]


@dataclass(frozen=True)
class Context:
    """What the page shows; `proposed` counts rules that await a clinician's signature, of `total`. `version` names the content."""

    groups: tuple[Group, ...]
    causes: tuple[Place, ...]
    exercises: tuple[Place, ...]
    flags: tuple[Place, ...]
    evidence: tuple[Place, ...]
    proposed: int
    total: int
    version: str


@require_safe
def rulebook(request: HttpRequest) -> HttpResponse:
    """Show the index."""
    texts = library()
    context = Context(
        groups=_groups(),
        causes=tuple(cause_place(one) for one in texts.causes),
        exercises=tuple(exercise_place(one) for one in texts.exercises),
        flags=tuple(flag_place(one) for one in texts.flags),
        evidence=tuple(evidence_place(one) for one in texts.citations),
        proposed=sum(rule.status == "proposed" for rule in texts.rules.values()),
        total=len(texts.rules),
        version=texts.version,
    )
    return render(request, "library/rulebook.html", {"screen": context})


def _groups() -> tuple[Group, ...]:
    grouped = groupby(sorted(library().rules), key=lambda rule: rule.split("/")[0])
    return tuple(Group(name.capitalize(), tuple(rule_place(one) for one in rules)) for name, rules in grouped)
