"""What an assessment begins with: the one before it, or what most people have; and the one before in words."""

from datetime import date
from typing import Any

from backstride.engine.assessment import WEEKS, Assessment
from backstride.web.accounts.models import User
from backstride.web.practitioner import options
from backstride.web.practitioner.options import STAGES, UNKNOWN
from backstride.web.records.library import knowledge, library
from backstride.web.records.names import exercise_words

WEEK_DAYS = 7


def first_guess(person: User, today: date) -> dict[str, Any]:
    """What a first assessment begins with: the practitioner as the one who diagnosed, today, and what most people have."""
    return {
        "diagnosed_by": person.display_name,
        "profession": person.profession.replace(" ", "-"),
        "diagnosed_on": today.isoformat(),
        "aerobic": "walk",
        "pregnant": "no",
        "kit": [item for item in options.USUAL_KIT if item in knowledge().kit],
    }


def as_before(old: Assessment, today: date) -> dict[str, Any]:
    """What a new assessment takes over from the one before; how it is today is asked anew. A pregnancy has gone on since."""
    cause = old.diagnosis.cause
    return {
        "cause": cause,
        "also": list(old.also),
        f"kind-{cause}": old.kind or UNKNOWN,
        "grade": str(old.grade) if old.grade is not None else UNKNOWN,
        f"comfort-{cause}": old.comfort or UNKNOWN,
        "side": old.side.value,
        "diagnosed_by": old.diagnosis.name,
        "profession": old.diagnosis.profession,
        "diagnosed_on": old.diagnosis.on.isoformat(),
        "aerobic": old.aerobic,
        "pregnant": "no" if STAGES.isdisjoint(old.contraindications) else "yes",
        "weeks": None if old.weeks is None else min(WEEKS[1], old.weeks + (today - old.on).days // WEEK_DAYS),
        "contraindications": [one for one in old.contraindications if one not in STAGES],
        "kit": list(old.kit),
    }


def in_words(old: Assessment) -> tuple[tuple[str, str], ...]:
    """An assessment as pairs of label and finding, in the order of the form."""
    sides, sites, preferences = dict(options.SIDES), dict(options.SITES), dict(options.PREFERENCES)
    names = library().contraindications
    return (
        ("Cause", cause_name(old.diagnosis.cause)),
        *_of_some_causes(old),
        ("Side", sides[old.side.value]),
        ("Diagnosed by", f"{old.diagnosis.name}, {dict(options.PROFESSION_WORDS)[old.diagnosis.profession].lower()}"),
        ("Direction", preferences[old.preference.value if old.preference else "not-tested"]),
        *((("Sent the pain down", ", ".join(one.value.capitalize() for one in old.worsens)),) if old.worsens else ()),
        ("Irritable", "Yes" if old.irritable else "No"),
        ("Leg", str(old.leg)),
        ("Back", str(old.back)),
        ("Furthest point", sites[old.site.name.lower()]),
        ("Comfortable walking", f"{old.walk_minutes} minutes"),
        ("To get out of breath", dict(options.AEROBIC_WORDS)[old.aerobic]),
        ("Rules out", ", ".join(names[one].name for one in old.contraindications if one in names) or "Nothing"),
        ("At home", ", ".join(map(options.kit_name, old.kit)) or "Nothing recorded"),
    )


def _of_some_causes(old: Assessment) -> tuple[tuple[str, str], ...]:
    """What is recorded for some causes only: further causes, kind and grade of a slip, the position of comfort."""
    cause = library().causes.get(old.diagnosis.cause)
    kinds = {kind.id: kind.name for kind in cause.kinds} if cause else {}
    graded = any(library().causes[one].graded for one in (old.diagnosis.cause, *old.also) if one in library().causes)
    pairs = (
        ("Further causes", ", ".join(map(cause_name, old.also))),
        ("Kind", kinds.get(old.kind, "Not known") if kinds else ""),
        ("Grade of the slip", grade_words(old.grade) if graded else ""),
        ("Week of pregnancy", str(old.weeks or "")),
        ("Most comfortable", exercise_words(old.comfort).name if old.comfort else ""),
    )
    return tuple((label, found) for label, found in pairs if found)


def cause_name(cause: str) -> str:
    """The cause's name; its id where today's knowledge has none."""
    return library().causes[cause].name if cause in library().causes else cause


def grade_words(grade: int | None) -> str:
    """The grade of a slip in words."""
    return dict(options.GRADE_WORDS)[UNKNOWN if grade is None else str(grade)]
