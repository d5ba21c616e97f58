"""The handout: today's program on paper, with pictures, doses, when to stop, and a code that opens it on the phone."""

import uuid
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from backstride.engine import today
from backstride.engine.plan import DayPlan, Item, Relief
from backstride.engine.program import Program
from backstride.figures import UnknownPicture, strip
from backstride.web.accounts.access import practitioner_required
from backstride.web.components.drawings import Shown, shown
from backstride.web.practitioner.heading import Heading, heading
from backstride.web.practitioner.qr import qr_picture
from backstride.web.practitioner.signed_in import practitioner
from backstride.web.practitioner.walk_row import level_words
from backstride.web.records.access import patients_episode, program_of
from backstride.web.records.library import knowledge
from backstride.web.records.models import Episode
from backstride.web.records.names import GivenWords, given_words
from backstride.web.records.wording import ReasonWords, dose_words, reason_words

PAPER = "print"


@dataclass(frozen=True)
class Move:
    """One exercise: its words in its form, its dose, and its key poses side by side ("" while not drawn, or shown before)."""

    words: GivenWords
    dose: str
    poses: SafeString


@dataclass(frozen=True)
class Context:
    """What the page shows.

    `heading` says whose page it is. `diagnosed` is who found the cause and when, `approved` who signed and when, "" before.
    `moves` are those of today's session, or none and `why_not`; `relief` is for through the day; `walk` is today's level.
    `stop` says when to stop a move, each reason once. `link` opens the program on the patient's phone, `picture` is its QR.
    """

    heading: Heading
    on: date
    diagnosed: str
    approved: str
    moves: tuple[Move, ...]
    why_not: ReasonWords | None
    relief: tuple[Move, ...]
    walk: str
    stop: tuple[str, ...]
    link: str
    picture: SafeString


@practitioner_required
@require_safe
def handout(request: HttpRequest, episode_id: uuid.UUID) -> HttpResponse:
    """Show the handout of today; before a program exists, the safety questions come next."""
    episode = patients_episode(practitioner(request), episode_id)
    program = program_of(episode)
    if program is None:
        return redirect("practitioner:screen", episode.pk)
    link = request.build_absolute_uri(reverse("patient:today"))
    return render(request, "practitioner/handout.html", {"screen": _context(episode, program, link)})


def _context(episode: Episode, program: Program, link: str) -> Context:
    plan = today(program, knowledge(), episode.today())
    moves = tuple(_move(item, program.cause) for item in plan.session.items) if plan.session else ()
    relief = tuple(_relief(one, program.cause, moves) for one in plan.relief)
    return Context(
        heading=heading(episode, program),
        on=plan.on,
        diagnosed=_diagnosed(program),
        approved=f"{program.approved_by}, {_day(program.approved_on)}" if program.approved_on else "",
        moves=moves,
        why_not=reason_words(plan.no_session) if plan.no_session else None,
        relief=relief,
        walk=_walk(program, plan),
        stop=tuple(dict.fromkeys(line for one in (*moves, *relief) for line in one.words.texts.stop_when)),
        link=link,
        picture=qr_picture(link),
    )


def _diagnosed(program: Program) -> str:
    found = program.assessment.diagnosis
    return f"{found.name}, {found.profession.replace('-', ' ')}, {_day(found.on)}"


def _day(on: date) -> str:
    return date_format(on, "j F Y")


def _walk(program: Program, plan: DayPlan) -> str:
    return level_words(program.walk.level) if plan.walk is not None else ""


def _move(item: Item, cause: str) -> Move:
    dose = dose_words(item.exercise, item.dose, item.sides)
    return Move(given_words(item.exercise, item.form, cause), dose, poses(shown(item.exercise, item.form, item.sides)))


def _relief(one: Relief, cause: str, before: tuple[Move, ...]) -> Move:
    words = given_words(one.exercise, one.form, cause)
    dose = f"{dose_words(one.exercise, one.dose)} · up to {one.per_day} times a day"
    again = any(move.words == words for move in before)
    return Move(words, dose, mark_safe("") if again else poses(shown(one.exercise, one.form)))


def poses(one: Shown) -> SafeString:
    """The key poses of a figure side by side, in the colors of paper; "" while it is not drawn."""
    try:
        return mark_safe(strip(one.figure, PAPER, mirror=one.left))  # noqa: S308  (drawn by Backstride itself)
    except UnknownPicture:
        return mark_safe("")
