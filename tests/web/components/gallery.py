"""A gallery of every component, for the tests and for looking at: never part of the site's addresses."""

from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

from tests.web import routes

SHEETS = Path(__file__).parent / "gallery"
EXAMPLES: dict[str, object] = {
    "pain": [6, 6, 5, 5, None, 4, 4, 3, 5, 4, 3, 2],
    "flares": [(7, 9)],
    "steady": [5, 5, 5, 4, 5, 5],
    "heads": ["Day", "Leg", "Back"],
    "rows": [["Monday", 4, 2], ["Tuesday", 3, 2], ["Wednesday", 2, 1]],
    "figures": [("Leg pain this morning", "2"), ("Green sessions in a row", "6")],
}


def sheet(request: HttpRequest, name: str) -> HttpResponse:
    """One sheet of the gallery."""
    source = (SHEETS / f"{name}.html").read_text(encoding="utf-8")
    return HttpResponse(engines["django"].from_string(source).render(dict(EXAMPLES), request))


urlpatterns = [path("gallery/<str:name>/", sheet, name="gallery"), *routes.urlpatterns]
