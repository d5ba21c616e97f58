"""One source, for anyone to read: what it is, how much of it was read, and every place that uses it."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from backstride.knowledge.citation import Citation
from backstride.web.library.mentions import Place, uses
from backstride.web.records.library import library


@dataclass(frozen=True)
class Context:
    """What the page shows: the `citation`, and `uses`: the pages that cite it, each with the fact."""

    citation: Citation
    uses: tuple[Place, ...]


@require_safe
def evidence(request: HttpRequest, evidence: str) -> HttpResponse:
    """Show the source with this id; 404 for an unknown one."""
    citation = library().citations.get(evidence)
    if citation is None:
        raise Http404("no such source")
    return render(request, "library/evidence.html", {"screen": Context(citation, uses(evidence))})
