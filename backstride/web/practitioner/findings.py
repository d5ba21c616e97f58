"""The assessment as a form: cause, side, who diagnosed, direction, irritability, pain, walking, what rules things out."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict

from backstride.engine.assessment import WEEKS, Assessment, Diagnosis
from backstride.engine.values import Direction, Side, Site
from backstride.web.practitioner import options
from backstride.web.practitioner.draft import Draft
from backstride.web.practitioner.options import UNKNOWN
from backstride.web.practitioner.unfinished import Unfinished
from backstride.web.records.library import library

# Fields with several answers.
SEVERAL = ("also", "worsens", "contraindications", "kit")
WEEK = f"The week of a pregnancy is a whole number from {WEEKS[0]} to {WEEKS[1]}."
MINUTES = "Minutes of comfortable walking: a whole number from 0 to 240."


def _choice(label: str, choices: Any, missing: str, required: bool = True) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, required=required, error_messages={"required": missing})


def _ticks(label: str, choices: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(label=label, choices=choices, required=False)


class Findings(forms.Form):
    """What the practitioner found today. Nothing clinical is chosen in advance but what an earlier assessment recorded.

    A cause with kinds or positions of comfort adds a field of its own for each, `kind-<cause>` and `comfort-<cause>`.
    """

    cause = _choice("Cause", options.causes, "Choose the cause.")
    also = _ticks("Further causes beside it", options.causes)
    grade = _choice("Grade of the slip", options.GRADE_WORDS, "", required=False)
    side = _choice("Side that hurts", options.SIDES, "Choose the side that hurts.")
    diagnosed_by = forms.CharField(
        label="Who made the diagnosis", max_length=80, error_messages={"required": "Name who made the diagnosis."}
    )
    profession = _choice("Profession", options.PROFESSION_WORDS, "Choose the profession of who made the diagnosis.")
    diagnosed_on = forms.DateField(
        label="Date of the diagnosis",
        error_messages={
            "required": "Give the date of the diagnosis.",
            "invalid": "Write the date of the diagnosis as 2026-05-12.",
        },
    )
    preference = _choice(
        "Directional preference", options.PREFERENCES, "Say which direction eases, or that it was not tested."
    )
    worsens = _ticks("Sent the pain further down, and it stayed", options.WORSENING)
    irritable = _choice("Is the leg irritable?", options.YES_NO, "Say whether the leg is irritable.")
    leg = _choice("Leg pain now", options.SCORES, "Choose a number for leg pain.")
    back = _choice("Back pain now", options.SCORES, "Choose a number for back pain.")
    site = _choice("Furthest point of the pain", options.SITES, "Choose how far the pain reaches.")
    walk_minutes = forms.IntegerField(
        label="Minutes of comfortable walking",
        min_value=0,
        max_value=240,
        error_messages={
            "required": "Give the minutes of comfortable walking.",
            **dict.fromkeys(("invalid", "min_value", "max_value"), MINUTES),
        },
    )
    aerobic = _choice("To get out of breath", options.AEROBIC_WORDS, "Choose walking, the bike or water.")
    pregnant = _choice("Pregnant?", options.YES_NO, "Say whether there is a pregnancy.")
    weeks = forms.IntegerField(
        label="Week of pregnancy",
        min_value=WEEKS[0],
        max_value=WEEKS[1],
        required=False,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), WEEK),
    )
    contraindications = _ticks("What rules some moves out", options.contraindications)
    kit = _ticks("At home there is", options.kit)

    def __init__(self, data: QueryDict | None = None, *, today: date, initial: Mapping[str, Any] | None = None) -> None:
        self.today, self.sent = today, data
        super().__init__(data, initial=dict(initial or {}))
        for cause in library().causes.values():
            if cause.kinds:
                self.fields[f"kind-{cause.id}"] = _choice("Which kind?", options.kinds(cause), "", required=False)
            if cause.comfort:
                label = "Which position is the most comfortable?"
                self.fields[f"comfort-{cause.id}"] = _choice(label, options.comforts(cause), "", required=False)

    def clean_diagnosed_on(self) -> date:
        """A date not after today."""
        on: date = self.cleaned_data["diagnosed_on"]
        if on > self.today:
            raise forms.ValidationError("The date of the diagnosis is after today.")
        return on

    def clean(self) -> dict[str, Any]:
        """What the cause asks for is answered, and nothing contradicts something else."""
        for field, problem in self._problems():
            if field not in self.errors:
                self.add_error(field, problem)
        return self.cleaned_data

    def _problems(self) -> Iterator[tuple[str, str]]:
        given = self.cleaned_data
        cause, also = given.get("cause", ""), given.get("also", [])
        if cause and cause in also:
            yield "also", "A further cause is another one than the cause itself."
        if cause and f"kind-{cause}" in self.fields and not given.get(f"kind-{cause}"):
            yield f"kind-{cause}", "Say which kind it is."
        if self.graded() and not given.get("grade"):
            yield "grade", "Say the grade of the slip, or that it is not known."
        if given.get("preference") in given.get("worsens", []):
            yield "worsens", "A direction that eases cannot be one that sends the pain down."
        if self.expecting() and given.get("weeks") is None:
            yield "weeks", "Give the week of the pregnancy."
        needed = options.AEROBIC_KIT.get(given.get("aerobic", ""))
        if needed and needed not in given.get("kit", []):
            yield "aerobic", f"For this, tick {options.kit_words(needed)} below."

    def expecting(self) -> bool:
        """Whether there is a pregnancy: where it is among the causes their kind says so, else the answer given."""
        varieties = [self._varieties(cause) for cause in self.causes()]
        asked = [kinds.get(self.cleaned_data.get(name, ""), True) for name, kinds in varieties if any(kinds.values())]
        return any(asked) if asked else self.cleaned_data.get("pregnant") == "yes"

    def _varieties(self, cause: str) -> tuple[str, dict[str, bool]]:
        """The field that asks for the kind of this cause, and for each kind whether a week of pregnancy belongs to it."""
        return f"kind-{cause}", {kind.id: kind.weeks for kind in library().causes[cause].kinds}

    def graded(self) -> bool:
        """Whether a slip is among the causes, so that its grade counts."""
        return any(library().causes[one].graded for one in self.causes())

    def causes(self) -> tuple[str, ...]:
        """The cause and the further ones, as far as they were given."""
        given = self.cleaned_data
        return tuple(one for one in (given.get("cause", ""), *given.get("also", [])) if one)

    def unfinished(self, found: tuple[str, ...]) -> Unfinished:
        """What was sent, to fill the form with again once the questions that `found` asks for are answered."""
        sent = self.sent or QueryDict()
        fields = tuple((name, tuple(sent.getlist(name))) for name in self.fields)
        return Unfinished(self.today, self.cleaned_data["cause"], found, fields)

    def assessment(self, draft: Draft, age: int) -> Assessment:
        """The assessment these findings and the answers kept make."""
        given = self.cleaned_data
        tested = given["preference"] != "not-tested"
        return Assessment(
            on=self.today,
            diagnosis=Diagnosis(given["cause"], given["profession"], given["diagnosed_by"], given["diagnosed_on"]),
            side=Side(given["side"]),
            leg=int(given["leg"]),
            back=int(given["back"]),
            site=Site[given["site"].upper()],
            walk_minutes=given["walk_minutes"],
            answers=draft.answers,
            age=age,
            preference=Direction(given["preference"]) if tested else None,
            irritable=given["irritable"] == "yes",
            contraindications=tuple(given["contraindications"]),
            kit=tuple(given["kit"]),
            known=draft.known,
            supervised=True,
            also=tuple(given["also"]),
            kind=self._said(f"kind-{given['cause']}"),
            grade=int(self._said("grade") or 0) or None if self.graded() else None,
            weeks=given["weeks"] if self.expecting() else None,
            aerobic=given["aerobic"],
            comfort=self._said(f"comfort-{given['cause']}"),
            worsens=tuple(map(Direction, given["worsens"])),
        )

    def _said(self, field: str) -> str:
        """What was chosen in a field that only some causes ask for; empty for not known."""
        said = str(self.cleaned_data.get(field, ""))
        return "" if said == UNKNOWN else said
