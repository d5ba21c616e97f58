"""One exercise, for anyone to read: pictures, steps, cues, when to stop, where it is used, and its sources."""

from dataclasses import dataclass

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from backstride.knowledge.exercise import Exercise
from backstride.web.library.mentions import Mention, Place, cause_place, mentions
from backstride.web.records.library import library
from backstride.web.records.wording import dose_words

MOST_POSES = 4


@dataclass(frozen=True)
class LadderDoses:
    """The exercise's rungs on one ladder: the ladder's name, and each dose in words, from easy to hard."""

    name: str
    doses: tuple[str, ...]


@dataclass(frozen=True)
class Context:
    """What the page shows.

    `exercise` has the texts; `poses` are the numbers of its drawings; `ladders` its doses; `causes` the causes in whose
    program it is, each with its phases; `denied` those whose deny-list holds it, each with the reason; `sources` with marks.
    """

    exercise: Exercise
    poses: tuple[int, ...]
    ladders: tuple[LadderDoses, ...]
    causes: tuple[Place, ...]
    denied: tuple[Place, ...]
    sources: tuple[Mention, ...]


@require_safe
def exercise(request: HttpRequest, exercise: str) -> HttpResponse:
    """Show the exercise with this id; 404 for one that has no file."""
    words = library().exercises.get(exercise)
    if words is None:
        raise Http404("no such exercise")
    context = Context(
        words, _poses(exercise), _ladders(exercise), _causes(exercise), _denied(exercise), mentions(words.sources)
    )
    return render(request, "library/exercise.html", {"screen": context})


def _poses(exercise_id: str) -> tuple[int, ...]:
    drawn = (
        pose for pose in range(1, MOST_POSES + 1) if (settings.FIGURES_DRAWN / f"{exercise_id}-{pose}.svg").exists()
    )
    return tuple(drawn) or (1,)


def _ladders(exercise_id: str) -> tuple[LadderDoses, ...]:
    found = []
    for ladder in library().ladders.values():
        rungs = [rung.to_engine() for rung in ladder.rungs if rung.exercise == exercise_id]
        if rungs:
            found.append(LadderDoses(ladder.name, tuple(dose_words(exercise_id, rung.dose) for rung in rungs)))
    return tuple(found)


def _causes(exercise_id: str) -> tuple[Place, ...]:
    found = []
    for name, cause in library().causes.items():
        phases = [str(number) for number, phase in enumerate(cause.phases, start=1) if exercise_id in phase.menu]
        if phases:
            place = cause_place(name)
            found.append(Place(place.kind, place.title, place.href, f"phase {', '.join(phases)}"))
    return tuple(found)


def _denied(exercise_id: str) -> tuple[Place, ...]:
    return tuple(
        Place("cause", cause.name, cause_place(name).href, denial.reason)
        for name, cause in library().causes.items()
        for denial in cause.denials
        if denial.exercise == exercise_id
    )
