"""The form of one measure: a scale, several scales, sentences to tick, a task to name, or answers in words."""

from collections.abc import Callable
from datetime import date

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from backstride.engine.event import Measured
from backstride.engine.measuring import scored
from backstride.knowledge.measure import Measure
from backstride.web.components.templatetags.questions import Level
from backstride.web.patient.options import Option, noted
from backstride.web.records.library import knowledge

Fields = dict[str, forms.Field]
LONGEST_TASK = 60
SCORES = [(str(number), str(number)) for number in range(11)]
TAP_A_NUMBER = _("Tap a number from 0 to 10.")
TAP_AN_ANSWER = _("Tap the answer that fits best.")
NAME_IT = _("Name the task in a few words.")
TOO_LONG = _("Use fewer words, at most %(limit_value)d letters.")
NOTHING_TICKED = _("Nothing is ticked. If no sentence describes you today, tick the last box.")
ALL_OR_NONE = _("You ticked sentences and “none of them”. Take one of the two away.")


class MeasureForm(forms.Form):
    """The answers to `measure`; a task that the person has not named yet (`named` False) asks for its name, too."""

    def __init__(self, said: QueryDict | None, measure: Measure, named: bool) -> None:
        super().__init__(said, auto_id="%s")
        self.measure = measure
        if measure.kind == "task" and not named:
            errors = {"required": NAME_IT, "max_length": TOO_LONG}
            self.fields["note"] = forms.CharField(label=_("Your task"), max_length=LONGEST_TASK, error_messages=errors)
        self.fields.update(FIELDS[measure.kind](measure))

    def clean(self) -> None:
        """Sentences may all stay without a tick only when the person says so."""
        if self.measure.kind != "ticks" or "ticked" in self.errors:
            return
        ticked, none = self.cleaned_data["ticked"], self.cleaned_data["none"]
        if bool(ticked) == none:
            self.add_error("ticked", ALL_OR_NONE if none else NOTHING_TICKED)

    def event(self, on: date) -> Measured:
        """The answer; only when the form is valid. Raises Refused as the engine does."""
        score = scored(knowledge().measures[self.measure.id], self._answers())
        return Measured(on, self.measure.id, score, note=self.cleaned_data.get("note", ""))

    def _answers(self) -> tuple[int, ...]:
        said = self.cleaned_data
        if self.measure.kind == "ticks":
            return (1,) * len(said["ticked"])
        return tuple(int(said[name]) for name in self.fields if name != "note")

    @property
    def scales(self) -> tuple["Scale", ...]:
        """The scales in order: one, or one for each item."""
        names = [name for name in self.fields if name == "score" or name.startswith("item-")]
        questions = self.measure.items or self.measure.asks
        return tuple(Scale(self, name, question) for name, question in zip(names, questions, strict=False))

    @property
    def sentences(self) -> tuple[Option, ...]:
        """The sentences to tick, each with the number it posts."""
        return noted(((value, words, "") for value, words in _numbered(self.measure)), self["ticked"].value())

    @property
    def tiles(self) -> tuple[Option, ...]:
        """The answers in words, the best first."""
        words = [(str(choice.score), choice.words, "") for choice in reversed(self.measure.choices)]
        return noted(words, self["score"].value())


class Scale:
    """One scale of 0 to 10 as the template draws it: its name, question, levels and error."""

    def __init__(self, form: MeasureForm, name: str, question: str) -> None:
        chosen = form[name].value()
        self.name = name
        self.question = question
        self.levels = [Level(number, str(number) == str(chosen), False) for number in range(11)]
        self.missing = bool(form[name].errors)


def _scale(measure: Measure) -> Fields:
    return {"score": _score(SCORES, TAP_A_NUMBER)}


def _scales(measure: Measure) -> Fields:
    errors = [_("Tap a number for: %(item)s.") % {"item": item.lower()} for item in measure.items]
    return {f"item-{place}": _score(SCORES, error) for place, error in enumerate(errors, start=1)}


def _ticks(measure: Measure) -> Fields:
    return {
        "ticked": forms.MultipleChoiceField(choices=_numbered(measure), required=False),
        "none": forms.BooleanField(required=False),
    }


def _choices(measure: Measure) -> Fields:
    return {"score": _score([(str(choice.score), choice.words) for choice in measure.choices], TAP_AN_ANSWER)}


def _score(choices: list[tuple[str, str]], error: object) -> forms.ChoiceField:
    return forms.ChoiceField(choices=choices, error_messages={"required": error, "invalid_choice": error})  # type: ignore[dict-item]


def _numbered(measure: Measure) -> list[tuple[str, str]]:
    return [(str(number), words) for number, words in enumerate(measure.items, start=1)]


FIELDS: dict[str, Callable[[Measure], Fields]] = {
    "scale": _scale,
    "task": _scale,
    "scales": _scales,
    "ticks": _ticks,
    "choices": _choices,
}
