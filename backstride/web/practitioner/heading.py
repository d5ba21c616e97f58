"""Who a page is about: name, age, cause, side, phase; the same at the top of every page of one patient."""

import uuid
from dataclasses import dataclass
from datetime import date

from backstride.engine.program import Program
from backstride.web.records.library import library
from backstride.web.records.models import Episode
from backstride.web.records.wording import PHASES

SIDES = {"left": "left", "right": "right", "both": "both sides"}


@dataclass(frozen=True)
class Heading:
    """The patient in a line. `about` is age and cause; `now` is phase and pain, empty before a program exists.

    `joined`: they have opened their program on a phone of their own.
    """

    episode: uuid.UUID
    name: str
    about: str
    now: str
    joined: bool


def heading(episode: Episode, program: Program | None) -> Heading:
    """The heading of this episode's pages."""
    cause = program.cause if program else ""
    side = program.assessment.side.value if program else ""
    about = about_words(age(episode.birth_year, episode.today()), cause, side)
    about += further_words(program.assessment.also) if program else ""
    now = _now(program, episode.today()) if program else ""
    return Heading(episode.pk, name_of(episode), about, now, joined(episode))


def name_of(episode: Episode) -> str:
    """What the practitioner calls the person."""
    return episode.name or "Unnamed"


def joined(episode: Episode) -> bool:
    """Whether the patient has opened the program; they may have used the code and not come back to it yet."""
    invited = episode.invitation
    return episode.patient_id is not None or (invited is not None and invited.accepted_by_id is not None)


def age(birth_year: int | None, today: date) -> int | None:
    """Age in years at the birthday of this year."""
    return today.year - birth_year if birth_year else None


def about_words(years: int | None, cause: str, side: str) -> str:
    """For instance "42 · Herniated disc, right"."""
    name = library().causes[cause].name if cause in library().causes else ""
    where = f"{name}, {SIDES[side]}" if name and side else name
    return " · ".join(part for part in (str(years) if years is not None else "", where) if part)


def further_words(also: tuple[str, ...]) -> str:
    """For instance " · also Spinal stenosis"; empty where no further cause is recorded."""
    names = [library().causes[one].name for one in also if one in library().causes]
    return f" · also {', '.join(names)}" if names else ""


def _now(program: Program, today: date) -> str:
    days = (today - program.phase_since).days + 1
    return f"Phase {program.phase} {PHASES[program.phase - 1]}, day {days}. Leg {program.leg}, back {program.back}."
