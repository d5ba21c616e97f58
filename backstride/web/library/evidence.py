"""Sources, for anyone to read: the list by design, and each one with how much of it was read and every place that uses it."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from backstride.knowledge.citation import Citation
from backstride.web.library.mentions import uses
from backstride.web.library.place import BY_WORD, Place, place_of
from backstride.web.records.library import library

DESIGNS = {
    "guideline": ("Guideline", "Guidelines"),
    "review": ("Review of studies", "Reviews of studies"),
    "trial": ("Trial", "Trials"),
    "cohort": ("People followed over time", "People followed over time"),
    "cross-sectional": ("Snapshot of one time", "Snapshots of one time"),
    "measurement": ("Study of a measure", "Studies of measures"),
    "study": ("Study", "Other studies"),
    "consensus": ("Agreement among experts", "Agreement among experts"),
    "summary": ("Summary", "Summaries"),
    "terms": ("Terms of use", "Terms of use"),
    "web-page": ("Web page", "Web pages"),
}
READ = {"abstract": "read as an abstract", "page": "read as a page"}


@dataclass(frozen=True)
class Group:
    """Sources of one design, under its name."""

    name: str
    sources: tuple[Place, ...]


@dataclass(frozen=True)
class Shelf:
    """What the list shows: `groups` by design, how many sources there are, and how many were read as an `abstract` only."""

    groups: tuple[Group, ...]
    total: int
    abstracts: int


@dataclass(frozen=True)
class Context:
    """What the page of a source shows: the `citation`, its `design` in words, its `file`, and `uses`: the pages that cite it."""

    citation: Citation
    design: str
    file: str
    uses: tuple[Place, ...]


@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    """Show the list."""
    known = library().citations.values()
    groups = (Group(many, _of(kind)) for kind, (_, many) in DESIGNS.items())
    abstracts = sum(one.read == "abstract" for one in known)
    shelf = Shelf(tuple(group for group in groups if group.sources), len(known), abstracts)
    return render(request, "library/sources.html", {"screen": shelf})


@require_safe
def evidence(request: HttpRequest, evidence: str) -> HttpResponse:
    """Show the source with this id; 404 for an unknown one."""
    citation = library().citations.get(evidence)
    if citation is None:
        raise Http404("no such source")
    context = Context(citation, DESIGNS[citation.kind][0], f"citations/{evidence}.yaml", uses(evidence))
    return render(request, "library/evidence.html", {"screen": context})


def _of(kind: str) -> tuple[Place, ...]:
    found = [one for one in library().citations.values() if one.kind == kind]
    return tuple(place_of(BY_WORD["evidence"], one, READ[one.read]) for one in sorted(found, key=lambda one: one.label))
