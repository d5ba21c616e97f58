"""What the practitioner has seen the patient do: exercises shown, in which form, and control of the pelvis."""

import uuid
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from backstride.engine import Refused
from backstride.engine.catalogue import PLAIN
from backstride.engine.event import Taught
from backstride.engine.program import Program
from backstride.engine.rungs import taught_as
from backstride.web.accounts.access import practitioner_required
from backstride.web.components.drawings import figure_of
from backstride.web.practitioner.event_id import event_id_of
from backstride.web.practitioner.heading import Heading, heading
from backstride.web.practitioner.signed_in import practitioner
from backstride.web.practitioner.steps import own_places
from backstride.web.records.access import patients_episode, program_of
from backstride.web.records.actions.record import record
from backstride.web.records.library import knowledge
from backstride.web.records.models import Episode
from backstride.web.records.names import exercise_words, form_name

Dates = dict[str, date]


@dataclass(frozen=True)
class SeenForm:
    """A form of an exercise that has to be taught by itself. `value` is what its box sends, `figure` its picture, `on` when it was seen last."""

    value: str
    name: str
    figure: str
    on: date | None


@dataclass(frozen=True)
class Seen:
    """One exercise of the menu. `figure` is its picture; `on` is when it was seen last, None when never. `first`: it may not be given before.

    `forms` are those that have to be taught beside it.
    """

    exercise: str
    name: str
    figure: str
    cue: str
    on: date | None
    first: bool
    forms: tuple[SeenForm, ...]


@dataclass(frozen=True)
class Control:
    """The control check of this cause. `on` is when it was confirmed last, None when never."""

    exercise: str
    name: str
    on: date | None


@dataclass(frozen=True)
class Context:
    """What the page shows.

    `heading` says whose page it is. `exercises` are those of the phase, of the phases before and of orders. `control` is the
    control check. `today` is the date it will be recorded on. `error` says what was refused. `event_id` makes a double
    submit harmless.
    """

    heading: Heading
    exercises: tuple[Seen, ...]
    control: Control
    today: date
    error: str
    event_id: uuid.UUID


@practitioner_required
@require_http_methods(["GET", "HEAD", "POST"])
def taught(request: HttpRequest, episode_id: uuid.UUID) -> HttpResponse:
    """Tick what was seen today. Without a program there is nothing to teach: assess first."""
    episode = patients_episode(practitioner(request), episode_id)
    program = program_of(episode)
    if program is None:
        return redirect("practitioner:assess", episode.pk)
    if request.method != "POST":
        return _show(request, episode, program)
    try:
        _record(request, episode, program)
    except Refused as refused:
        return _show(request, episode, program, str(refused))
    return redirect("practitioner:patient", episode.pk)


@transaction.atomic
def _record(request: HttpRequest, episode: Episode, program: Program) -> None:
    """One event for each exercise or form ticked; the control check counts its exercise as seen, too."""
    control = knowledge().cause(program.cause).control
    controlled = bool(request.POST.get("control"))
    ticked = dict.fromkeys([*request.POST.getlist("seen"), *([control] if controlled else [])])
    if not ticked:
        raise Refused("Tick what you have seen.")
    by = practitioner(request)
    for seen in ticked:
        exercise, _, form = seen.partition("/")
        event = Taught(episode.today(), by.display_name, exercise, controlled and seen == control, form or PLAIN)
        record(episode, event, by=by, event_id=event_id_of(request, f"taught {seen}"))


def _show(request: HttpRequest, episode: Episode, program: Program, error: str = "") -> HttpResponse:
    seen, controlled = _dates(episode)
    cause = knowledge().cause(program.cause)
    menus = [exercise for menu in cause.menus[: program.phase] for exercise in sorted(menu)]
    listed = dict.fromkeys([*menus, *(order.exercise for order in program.orders), cause.control])
    given = _forms_given(program)
    context = Context(
        heading=heading(episode, program),
        exercises=tuple(_seen(exercise, seen, given.get(exercise, {})) for exercise in listed),
        control=Control(cause.control, exercise_words(cause.control).name, controlled.get(cause.control)),
        today=episode.today(),
        error=error,
        event_id=uuid.uuid4(),
    )
    return render(request, "practitioner/taught.html", {"screen": context}, status=422 if error else 200)


def _forms_given(program: Program) -> dict[str, dict[str, None]]:
    """The forms in which some step of this person's ladders gives an exercise, easiest first, by exercise."""
    given: dict[str, dict[str, None]] = {}
    for state in program.ladders:
        rungs = knowledge().ladder(state.ladder).rungs
        for place in own_places(program, state.ladder):
            given.setdefault(rungs[place].exercise, {}).update(dict.fromkeys(rungs[place].forms))
    return given


def _seen(exercise_id: str, dates: Dates, given: dict[str, None]) -> Seen:
    words, ways = exercise_words(exercise_id), knowledge().exercise(exercise_id).forms
    forms = tuple(
        SeenForm(
            key := taught_as(exercise_id, form),
            form_name(exercise_id, form),
            figure_of(exercise_id, form),
            dates.get(key),
        )
        for form in given
        if form != PLAIN and ways[form].taught
    )
    first = ways[PLAIN].taught and PLAIN in given
    figure = figure_of(exercise_id)
    return Seen(exercise_id, words.name, figure, words.cues[0], dates.get(exercise_id), first, forms)


def _dates(episode: Episode) -> tuple[Dates, Dates]:
    """When each exercise, or form of it, was last seen, and when with control."""
    events = list(episode.events.filter(kind=Taught.__name__).order_by("sequence").values_list("on", "body"))
    seen = {taught_as(body["exercise"], body.get("form", PLAIN)): on for on, body in events}
    return seen, {body["exercise"]: on for on, body in events if body.get("control")}
