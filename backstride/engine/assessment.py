"""The answers and findings of one day from which a program is prescribed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from backstride.engine.values import Direction, Refused, Side, Site, score, within

PROFESSIONS = ("physical-therapist", "chiropractor", "physiatrist", "physician", "other")


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """The recorded cause: who found it (profession, name), and when. No program exists without one (R1)."""

    cause: str
    profession: str
    name: str
    on: date

    def __post_init__(self) -> None:
        if self.profession not in PROFESSIONS:
            raise Refused(f"profession: {self.profession!r} is not one of {', '.join(PROFESSIONS)}")
        if not self.name.strip():
            raise Refused("name: who made the diagnosis is missing")


@dataclass(frozen=True, slots=True)
class Answer:
    """One red-flag answer: `said` is yes, no or unsure; `follow` the same for its one further question, if asked.

    `parts` are the items ticked of a question with several.
    """

    flag: str
    said: str
    follow: str = ""
    parts: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.said not in ("yes", "no", "unsure"):
            raise Refused(f"{self.flag}: {self.said!r} is not yes, no or unsure")
        if self.follow not in ("", "yes", "no", "unsure"):
            raise Refused(f"{self.flag}: follow-up {self.follow!r} is not yes, no or unsure")


@dataclass(frozen=True, slots=True)
class Assessment:
    """Findings the engine uses. Scores 0-10; `walk_minutes` is what is comfortable now; `known` are stable flags.

    `preference` is a practitioner's directional finding, None when not tested. `supervised` says whether a
    practitioner oversees the program in this system.
    """

    on: date
    diagnosis: Diagnosis
    side: Side
    leg: int
    back: int
    site: Site
    walk_minutes: int
    answers: tuple[Answer, ...]
    age: int = 40
    preference: Direction | None = None
    irritable: bool = False
    contraindications: tuple[str, ...] = ()
    kit: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    supervised: bool = True

    def __post_init__(self) -> None:
        score("leg", self.leg)
        score("back", self.back)
        within("walk_minutes", self.walk_minutes, 0, 240)
        within("age", self.age, 0, 120)
        if self.diagnosis.on > self.on:
            raise Refused(f"diagnosis date: {self.diagnosis.on} is after the assessment of {self.on}")
