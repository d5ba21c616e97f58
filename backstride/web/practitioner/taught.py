"""What the practitioner has seen the patient do: exercises shown, and control of the pelvis."""

import uuid
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from backstride.engine import Refused
from backstride.engine.event import Taught
from backstride.engine.program import Program
from backstride.web.accounts.access import practitioner_required
from backstride.web.practitioner.event_id import event_id_of
from backstride.web.practitioner.heading import Heading, heading
from backstride.web.practitioner.signed_in import practitioner
from backstride.web.records.access import patients_episode, program_of
from backstride.web.records.actions.record import record
from backstride.web.records.library import knowledge
from backstride.web.records.models import Episode
from backstride.web.records.wording import exercise_words


@dataclass(frozen=True)
class Seen:
    """One exercise of the menu. `on` is when it was seen last, None when never. `first`: it may not be given before."""

    exercise: str
    name: str
    cue: str
    on: date | None
    first: bool


@dataclass(frozen=True)
class Control:
    """The control check of this cause. `on` is when it was confirmed last, None when never."""

    exercise: str
    name: str
    on: date | None


@dataclass(frozen=True)
class Context:
    """What the page shows.

    `heading` says whose page it is. `exercises` are those of the phase and the phases before. `control` is the control
    check. `today` is the date it will be recorded on. `error` says what was refused. `event_id` makes a double submit harmless.
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
    """One event for each exercise ticked; the control check counts its exercise as seen, too."""
    control = knowledge().cause(program.cause).control
    controlled = bool(request.POST.get("control"))
    ticked = dict.fromkeys([*request.POST.getlist("seen"), *([control] if controlled else [])])
    if not ticked:
        raise Refused("Tick what you have seen.")
    by = practitioner(request)
    for exercise in ticked:
        event = Taught(episode.today(), by.display_name, exercise, controlled and exercise == control)
        record(episode, event, by=by, event_id=event_id_of(request, f"taught {exercise}"))


def _show(request: HttpRequest, episode: Episode, program: Program, error: str = "") -> HttpResponse:
    seen, controlled = _dates(episode)
    cause = knowledge().cause(program.cause)
    exercises = [exercise for menu in cause.menus[: program.phase] for exercise in sorted(menu)]
    context = Context(
        heading=heading(episode, program),
        exercises=tuple(_seen(exercise, seen) for exercise in dict.fromkeys([*exercises, cause.control])),
        control=Control(cause.control, exercise_words(cause.control).name, controlled.get(cause.control)),
        today=episode.today(),
        error=error,
        event_id=uuid.uuid4(),
    )
    return render(request, "practitioner/taught.html", {"screen": context}, status=422 if error else 200)


def _seen(exercise_id: str, dates: dict[str, date]) -> Seen:
    words = exercise_words(exercise_id)
    return Seen(exercise_id, words.name, words.cues[0], dates.get(exercise_id), words.taught)


def _dates(episode: Episode) -> tuple[dict[str, date], dict[str, date]]:
    """When each exercise was last seen, and when with control."""
    events = list(episode.events.filter(kind=Taught.__name__).order_by("sequence").values_list("on", "body"))
    seen = {body["exercise"]: on for on, body in events}
    return seen, {body["exercise"]: on for on, body in events if body.get("control")}
