"""One exercise, for anyone to read: pictures, steps, forms, doses, when to stop, who is given it and who is not, and its sources."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from backstride.knowledge.cause import Cause
from backstride.knowledge.exercise import Exercise, Form
from backstride.web.components.drawings import POINTED, figure_of, is_drawn, poses_of
from backstride.web.library.mentions import rules_naming
from backstride.web.library.paper import Paper, paper
from backstride.web.library.place import Place, place
from backstride.web.library.step import Step, dose_range, loads, steps
from backstride.web.records.library import library

# So many key poses are seen in the pointed picture: the start as a ghost, and the pose that is held.
IN_ONE = 2


@dataclass(frozen=True)
class LadderDoses:
    """The exercise's rungs on one ladder: the ladder's page, its `steps` from easy to hard, and the `range` of doses over them."""

    ladder: Place
    steps: tuple[Step, ...]
    range: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Way:
    """Another way of doing it: the `form`, its `figure` ("" while not drawn), and how it `loads` the body in words."""

    form: Form
    figure: str
    loads: str


@dataclass(frozen=True)
class Context:
    """What the page shows.

    `exercise` has the texts; `pointed`: one picture shows the move with its arrow; `poses` are the numbers of the drawings
    that show it pose by pose where one is not enough; `loads` is how it loads the body, in words;
    `ways` are others of doing it; `ladders` its doses; `causes` the causes in whose
    program it is, each with its phases; `denied` those whose deny-list holds it, each with the reason; `said` one
    sentence for people with a cause, as (cause, sentence); `findings` are precautions that touch it; `rules` name it.
    """

    exercise: Exercise
    pointed: bool
    poses: tuple[int, ...]
    loads: str
    ways: tuple[Way, ...]
    ladders: tuple[LadderDoses, ...]
    causes: tuple[Place, ...]
    denied: tuple[Place, ...]
    said: tuple[tuple[Place, str], ...]
    findings: tuple[Place, ...]
    rules: tuple[Place, ...]
    paper: Paper


@require_safe
def exercise(request: HttpRequest, exercise: str) -> HttpResponse:
    """Show the exercise with this id; 404 for one that has no file."""
    words = library().exercises.get(exercise)
    if words is None:
        raise Http404("no such exercise")
    context = Context(
        exercise=words,
        pointed=is_drawn(exercise, POINTED),
        poses=_poses(exercise),
        loads=loads(words.mechanisms),
        ways=tuple(Way(form, figure_of(exercise, form.id), loads(form.mechanisms)) for form in words.forms),
        ladders=_ladders(exercise),
        causes=_causes(exercise),
        denied=_denied(exercise),
        said=tuple((place("cause", name), said) for name, said in words.by_cause.items()),
        findings=_findings(words),
        rules=rules_naming("exercise", exercise),
        paper=paper(words, "exercises"),
    )
    return render(request, "library/exercise.html", {"screen": context})


def _poses(exercise_id: str) -> tuple[int, ...]:
    drawn = poses_of(exercise_id)
    return () if is_drawn(exercise_id, POINTED) and len(drawn) <= IN_ONE else drawn or (1,)


def _ladders(exercise_id: str) -> tuple[LadderDoses, ...]:
    found = []
    for ladder in library().ladders.values():
        rungs = [rung for rung in ladder.rungs if rung.exercise == exercise_id]
        if rungs:
            found.append(LadderDoses(place("ladder", ladder.id), steps(ladder, exercise_id), dose_range(rungs)))
    return tuple(found)


def _causes(exercise_id: str) -> tuple[Place, ...]:
    opened = ((cause, _phases(cause, exercise_id)) for cause in library().causes.values())
    return tuple(place("cause", cause.id, f"phase {', '.join(phases)}") for cause, phases in opened if phases)


def _phases(cause: Cause, exercise_id: str) -> list[str]:
    return [str(number) for number, phase in enumerate(cause.phases, start=1) if exercise_id in phase.menu]


def _denied(exercise_id: str) -> tuple[Place, ...]:
    return tuple(
        place("cause", cause.id, denial.reason)
        for cause in library().causes.values()
        for denial in cause.denials
        if denial.exercise == exercise_id
    )


def _findings(words: Exercise) -> tuple[Place, ...]:
    """Precautions that deny it in one of its ways."""
    met = {*words.mechanisms, *(one for form in words.forms for one in form.mechanisms)}
    known = library().contraindications.values()
    return tuple(place("contraindication", one.id, one.why) for one in known if met & set(one.denies))
