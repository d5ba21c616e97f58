"""The answers and findings of one day from which a program is prescribed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from backstride.engine.values import Direction, Refused, Side, Site, score, within

AEROBIC = ("walk", "bike", "water")
GRADES = (1, 5)
WEEKS = (1, 42)
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
    practitioner oversees the program in this system. `also` are further causes, which only deny. `kind` is the
    variety of the cause, `grade` of the slip 1-5, None when unknown, `weeks` of a pregnancy 1-42. `aerobic`: walk, bike or water instead.
    `comfort` is the position the person finds most comfortable, of those the cause offers; empty when not chosen. `worsens`: directions of the formal test in which a set sent the pain down the leg.
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
    also: tuple[str, ...] = ()
    kind: str = ""
    grade: int | None = None
    weeks: int | None = None
    aerobic: str = "walk"
    comfort: str = ""
    worsens: tuple[Direction, ...] = ()

    def __post_init__(self) -> None:
        score("leg", self.leg)
        score("back", self.back)
        within("walk_minutes", self.walk_minutes, 0, 240)
        within("age", self.age, 0, 120)
        if self.grade is not None:
            within("grade", self.grade, *GRADES)
        if self.weeks is not None:
            within("weeks", self.weeks, *WEEKS)
        if self.preference in self.worsens or Direction.NEUTRAL in self.worsens:
            raise Refused("worsens: a direction that eases, or none, cannot be one that sends the pain down")
        if self.aerobic not in AEROBIC:
            raise Refused(f"aerobic: {self.aerobic!r} is not one of {', '.join(AEROBIC)}")
        if self.diagnosis.on > self.on:
            raise Refused(f"diagnosis date: {self.diagnosis.on} is after the assessment of {self.on}")
