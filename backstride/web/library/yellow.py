"""The yellow flags, for anyone to read: thoughts and moods that make the way back slower, and what we do about them."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from backstride.knowledge.yellow import Yellow
from backstride.web.library.paper import Paper, paper
from backstride.web.library.place import Place, place
from backstride.web.records.library import library


@dataclass(frozen=True)
class Question:
    """One yellow flag: its texts, the `lesson` that fits, and its `paper`."""

    yellow: Yellow
    lesson: Place
    paper: Paper


@dataclass(frozen=True)
class Context:
    """What the page shows: all `questions`."""

    questions: tuple[Question, ...]


@require_safe
def yellow(request: HttpRequest) -> HttpResponse:
    """Show all yellow flags on one page."""
    questions = tuple(
        Question(one, place("lesson", one.lesson), paper(one, "yellow")) for one in library().yellow.values()
    )
    return render(request, "library/yellow.html", {"screen": Context(questions)})
