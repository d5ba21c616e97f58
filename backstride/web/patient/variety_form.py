"""The further questions about a cause that comes in kinds or grades: which one a practitioner found."""

from dataclasses import replace
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from backstride.engine.assessment import GRADES
from backstride.knowledge.cause import Cause
from backstride.web.patient.draft import Finding
from backstride.web.patient.options import Word
from backstride.web.records.library import knowledge

UNKNOWN = "unknown"


def kinds(cause: Cause) -> list[tuple[str, Word, Word]]:
    """The kinds of this cause; where it is graded, "not known" is one of the answers."""
    known: list[tuple[str, Word, Word]] = [(one.id, one.name, one.text) for one in cause.kinds]
    return [*known, (UNKNOWN, _("I do not know"), "")] if cause.graded else known


def grades() -> list[tuple[str, Word, Word]]:
    """The grades of a slip, and "not known"."""
    first, last = GRADES
    known: list[tuple[str, Word, Word]] = [
        (str(grade), _("Grade %(grade)s") % {"grade": grade}, "") for grade in range(first, last + 1)
    ]
    return [*known, (UNKNOWN, _("I do not know"), _("Then only easy walks and positions of ease are given."))]


class VarietyForm(forms.Form):
    """Kind and grade, as far as the cause has them."""

    kind = forms.ChoiceField(error_messages={"required": _("Tap the kind, or that you do not know.")})
    grade = forms.ChoiceField(error_messages={"required": _("Tap the grade, or that you do not know.")})

    def __init__(self, said: QueryDict | None, cause: Cause, initial: dict[str, Any] | None = None) -> None:
        super().__init__(said, auto_id="%s", initial=initial)
        self.fields["kind"].choices = [(value, word) for value, word, _note in kinds(cause)]  # type: ignore[attr-defined]
        self.fields["grade"].choices = [(value, word) for value, word, _note in grades()]  # type: ignore[attr-defined]
        if not cause.kinds:
            del self.fields["kind"]
        if not cause.graded:
            del self.fields["grade"]

    def told(self, finding: Finding) -> Finding:
        """The finding with what was answered; only when the form is valid."""
        kind, grade = self.cleaned_data.get("kind", UNKNOWN), self.cleaned_data.get("grade", UNKNOWN)
        return replace(
            finding,
            kind="" if kind == UNKNOWN else kind,
            grade=None if grade == UNKNOWN else int(grade),
            told_apart=True,
        )


def by_hand(finding: Finding) -> bool:
    """Whether the grade is unknown or high, so that only easy walks and positions of ease can be given (§13.21)."""
    cause = knowledge().cause(finding.cause)
    high = knowledge().numbers["composing/by_hand"]["grade"]
    return cause.graded and (finding.grade is None or finding.grade >= high)
