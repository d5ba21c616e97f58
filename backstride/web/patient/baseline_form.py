"""The form of the first answers: pain, walking, age, findings that rule moves out, comfort, and what is at hand."""

from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from backstride.engine import assessment as engine
from backstride.engine.assessment import WEEKS, Answer, Assessment
from backstride.engine.pregnancy import STAGES
from backstride.engine.values import Direction, Side
from backstride.web.components.templatetags.questions import PLACES
from backstride.web.patient.draft import Beginning, Finding
from backstride.web.patient.options import Word
from backstride.web.patient.places import SITES
from backstride.web.records.library import knowledge, library
from backstride.web.records.wording import exercise_words

NONE = "none"
SCORES = [(str(number), str(number)) for number in range(11)]
THINGS: dict[str, tuple[Word, Word]] = {
    "band": (_("Elastic band"), _("The long, flat kind")),
    "bike": (_("Exercise bike"), _("Or a bicycle that stands still")),
    "box": (_("Low box or stool"), _("About as high as your knee, to sit down to")),
    "chair": (_("Firm chair"), _("One that does not roll")),
    "doorway": (_("Doorway"), _("With room to lie in it")),
    "pad": (_("Cushion or mat"), _("To kneel on")),
    "pillow": (_("Pillows"), _("Two or three, to lie on or under your legs")),
    "pool": (_("Swimming pool"), _("Where you can walk in water up to your chest")),
    "second-chair": (_("A second chair"), _("As firm as the first")),
    "step": (_("Step or stairs"), _("One that does not move")),
    "stick": (_("Stick"), _("A broom handle will do")),
    "strap": (_("Strap or belt"), _("Long enough for one foot")),
    "towel": (_("Towel"), _("A long one")),
    "wall": (_("Free wall"), _("To lean on or put a foot against")),
    "weights": (_("Small weights"), _("Or two filled bottles or bags")),
    "worktop": (_("Worktop or table"), _("Firm enough to hold on to")),
}
# What somebody who does not walk for fitness moves with, and what that needs.
AEROBIC: dict[str, tuple[Word, Word]] = {
    "walk": (_("Walking"), _("The usual way")),
    "bike": (_("An exercise bike"), _("If sitting suits your leg better than walking")),
    "water": (_("Walking in water"), _("If a pool is near")),
}
NEEDED = {"bike": "bike", "water": "pool"}
UNDECIDED = "none"
USUALLY_THERE = ("wall", "chair")


def findings(finding: Finding) -> list[tuple[str, Word, Word]]:
    """What rules moves out, each with its question, and one tile for none of them.

    A pregnancy has one tile, as its week is asked; none where the cause has told it.
    """
    told = week_needed(finding) or not may_be_pregnant(finding)
    left_out = STAGES if told else STAGES[1:]
    found = sorted(library().contraindications.values(), key=lambda one: one.id)
    known: list[tuple[str, Word, Word]] = [
        (one.id, one.name, one.question) if one.id not in STAGES else (one.id, _("Pregnancy"), _("Are you pregnant?"))
        for one in found
        if one.id not in left_out
    ]
    return [*known, (NONE, _("None of these"), "")]


def things() -> list[tuple[str, Word, Word]]:
    """What some exercise asks for, each with a word of explanation."""
    return [(item, *THINGS[item]) for item in knowledge().kit]


def comforts(finding: Finding) -> list[tuple[str, Word, Word]]:
    """Positions among which the person picks the most comfortable one; none where the cause does not ask."""
    listed = library().causes[finding.cause].comfort
    known: list[tuple[str, Word, Word]] = [(one, exercise_words(one).name, exercise_words(one).start) for one in listed]
    return [*known, (UNDECIDED, _("I cannot tell yet"), "")] if listed else []


def aerobic() -> list[tuple[str, Word, Word]]:
    """Ways to keep moving."""
    return [(one, *AEROBIC[one]) for one in engine.AEROBIC]


def week_needed(finding: Finding) -> bool:
    """Whether the kind of the cause is a pregnancy that goes on, so that its week decides about moves."""
    kind = knowledge().cause(finding.cause).kinds.get(finding.kind)
    return kind is not None and kind.weeks


def may_be_pregnant(finding: Finding) -> bool:
    """Whether a week of pregnancy is asked at all: not of somebody whose cause says that the child is born."""
    kinds = knowledge().cause(finding.cause).kinds.values()
    return week_needed(finding) or not any(kind.weeks for kind in kinds)


class Baseline(forms.Form):
    """Where the person starts, for the cause of `finding`. Nothing is chosen in advance but a wall, a chair and walking."""

    leg = forms.ChoiceField(choices=SCORES, error_messages={"required": _("Tap your leg pain.")})
    back = forms.ChoiceField(choices=SCORES, error_messages={"required": _("Tap your back pain.")})
    place = forms.ChoiceField(
        choices=[(place, place) for place in PLACES], error_messages={"required": _("Tap how far down it reaches.")}
    )
    walk_minutes = forms.IntegerField(
        label=_("How many minutes can you walk before it gets uncomfortable?"),
        min_value=0,
        max_value=240,
        error_messages={
            "required": _("Give the minutes. A guess is fine; 0 if you cannot walk now."),
            "invalid": _("Give the minutes as a number, like 10."),
            "max_value": _("Give at most 240 minutes."),
            "min_value": _("Give 0 or more minutes."),
        },
    )
    age = forms.IntegerField(
        label=_("How old are you?"),
        min_value=0,
        max_value=120,
        error_messages={
            "required": _("Give your age in years."),
            "invalid": _("Give your age as a number."),
            "max_value": _("Give your age in years, at most 120."),
            "min_value": _("Give your age in years."),
        },
    )
    findings = forms.MultipleChoiceField(
        label=_("Does one of these fit you?"),
        error_messages={"required": _("Tick what fits, or “None of these”.")},
    )
    weeks = forms.IntegerField(
        label=_("Which week of the pregnancy is it?"),
        min_value=WEEKS[0],
        max_value=WEEKS[1],
        required=False,
        error_messages={
            "invalid": _("Give the week as a number, like 24."),
            "max_value": _("Give the week from 1 to %(limit_value)s."),
            "min_value": _("Give the week, at least 1."),
        },
    )
    kit = forms.MultipleChoiceField(label=_("What do you have at hand?"), required=False)
    aerobic = forms.ChoiceField(required=False)
    comfort = forms.ChoiceField(required=False)

    def __init__(self, finding: Finding, said: QueryDict | None = None, initial: dict[str, Any] | None = None) -> None:
        super().__init__(said, auto_id="%s", initial=initial)
        self.finding = finding
        self.fields["aerobic"].choices = [(value, word) for value, word, _note in aerobic()]  # type: ignore[attr-defined]
        self.fields["comfort"].choices = [(value, word) for value, word, _note in comforts(finding)]  # type: ignore[attr-defined]
        self.fields["findings"].choices = [(value, word) for value, word, _note in findings(finding)]  # type: ignore[attr-defined]
        self.fields["kit"].choices = [(value, word) for value, word, _note in things()]  # type: ignore[attr-defined]

    def clean_age(self) -> int:
        """An adult's age."""
        age: int = self.cleaned_data["age"]
        if age < knowledge().numbers["screening/screen"]["adult_age"]:
            raise forms.ValidationError(
                _(
                    "There is no program for people under 18. Ask a doctor or a physical therapist who treats young people."
                )
            )
        return age

    def clean_findings(self) -> tuple[str, ...]:
        """Ids of what fits; "none" stands alone."""
        ticked: list[str] = self.cleaned_data["findings"]
        if NONE in ticked and len(ticked) > 1:
            raise forms.ValidationError(_("You ticked “None of these” and something else. Take one of them away."))
        return tuple(one for one in ticked if one != NONE)

    def clean(self) -> None:
        """A pregnancy needs its week, and a week a pregnancy."""
        told = week_needed(self.finding) or not set(STAGES).isdisjoint(self.cleaned_data.get("findings", ()))
        week = self.cleaned_data.get("weeks")
        if told and week is None and "weeks" not in self.errors:
            self.add_error("weeks", _("Give the week of your pregnancy. The moves depend on it."))
        if week is not None and not told and "findings" not in self.errors:
            self.add_error("findings", _("You gave a week of pregnancy. Tick “Pregnancy”, too, or take the week away."))

    @property
    def beginning(self) -> Beginning:
        """The answers to keep; only when the form is valid. What moves somebody counts as being at hand."""
        said = self.cleaned_data
        wanted = said["aerobic"] or engine.AEROBIC[0]
        needed = (NEEDED[wanted],) if wanted in NEEDED else ()
        return Beginning(
            leg=said["leg"],
            back=said["back"],
            place=said["place"],
            walk_minutes=said["walk_minutes"],
            age=said["age"],
            findings=said["findings"],
            kit=tuple(dict.fromkeys((*said["kit"], *needed))),
            aerobic=wanted,
            comfort="" if said["comfort"] == UNDECIDED else said["comfort"],
            weeks=said["weeks"],
        )


def assessment_of(
    on: date, finding: Finding, given: Beginning, answers: tuple[Answer, ...], known: tuple[str, ...]
) -> Assessment:
    """The assessment of a person alone. Raises Refused as the engine does."""
    return Assessment(
        on=on,
        diagnosis=engine.Diagnosis(finding.cause, finding.profession, finding.name, finding.on),
        side=Side(finding.side),
        leg=int(given.leg),
        back=int(given.back),
        site=SITES[given.place],
        walk_minutes=given.walk_minutes,
        answers=answers,
        age=given.age,
        preference=Direction(finding.preference) if finding.preference else None,
        contraindications=given.findings,
        kit=given.kit,
        known=known,
        supervised=False,
        kind=finding.kind,
        grade=finding.grade,
        weeks=given.weeks,
        aerobic=given.aerobic,
        comfort=given.comfort,
    )
