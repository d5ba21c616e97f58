"""The red-flag questions as one form: yes, no or not sure to each, its further question, its items, and what is known."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django import forms

from backstride.engine.assessment import Answer
from backstride.knowledge.flag import Flag
from backstride.web.records.library import library

SAID = (("yes", "Yes"), ("no", "No"), ("unsure", "Not sure"))
SAID_OF_ITEMS = (("yes", "Yes, as ticked"), ("no", "None"), ("unsure", "Not sure"))


@dataclass(frozen=True)
class Choice:
    """One answer to choose."""

    value: str
    word: str
    chosen: bool


@dataclass(frozen=True)
class Question:
    """One question as the page shows it. `follow`, `parts` and `can_be_known` are empty where it has none."""

    id: str
    flag: Flag
    said: tuple[Choice, ...]
    follow: tuple[Choice, ...]
    parts: tuple[Choice, ...]
    can_be_known: bool
    known: bool
    errors: tuple[str, ...]


class RedFlags(forms.Form):
    """The questions of `flags`, in their order. `offer_known` adds "known and stable" to those that allow it."""

    def __init__(
        self,
        data: Any = None,
        *,
        flags: Iterable[str],
        answers: Iterable[Answer] = (),
        known: Iterable[str] = (),
        offer_known: bool = True,
    ) -> None:
        self.flags = [library().flags[flag] for flag in flags]
        self.offer_known = offer_known
        super().__init__(data, initial=dict(_initial(answers, known)))
        for flag in self.flags:
            self._add(flag)

    def _add(self, flag: Flag) -> None:
        self.fields[flag.id] = forms.ChoiceField(choices=SAID, required=False, label=flag.question)
        if flag.follow:
            self.fields[f"{flag.id}-follow"] = forms.ChoiceField(choices=SAID, required=False, label=flag.follow)
        if flag.parts:
            items = [(part.id, part.text) for part in flag.parts]
            self.fields[f"{flag.id}-parts"] = forms.MultipleChoiceField(choices=items, required=False)
        if self.offer_known and flag.known_ok:
            self.fields[f"{flag.id}-known"] = forms.BooleanField(required=False)

    def clean(self) -> dict[str, Any]:
        """Every question answered, and no answer that contradicts itself."""
        given = self.cleaned_data
        for flag in self.flags:
            said, parts = given.get(flag.id, ""), given.get(f"{flag.id}-parts", [])
            if not said and parts:
                said = given[flag.id] = "yes"
            problem = _problem(flag, said, parts, given.get(f"{flag.id}-follow", ""))
            if problem and flag.id not in self.errors:
                self.add_error(flag.id, problem)
        return given

    def answers(self) -> tuple[Answer, ...]:
        """The answers of a valid form, in the order asked."""
        return tuple(self._answer(flag) for flag in self.flags)

    def _answer(self, flag: Flag) -> Answer:
        said = self.cleaned_data[flag.id]
        follow = self.cleaned_data.get(f"{flag.id}-follow", "") if said == "yes" else ""
        return Answer(flag.id, said, follow, tuple(self.cleaned_data.get(f"{flag.id}-parts", [])))

    def known(self) -> tuple[str, ...]:
        """The flags ticked as known and stable."""
        return tuple(flag.id for flag in self.flags if self.cleaned_data.get(f"{flag.id}-known"))

    @property
    def questions(self) -> Iterator[Question]:
        """The questions with what has been answered so far, for the page."""
        for flag in self.flags:
            words = SAID_OF_ITEMS if flag.parts else SAID
            items = [(part.id, part.text) for part in flag.parts]
            yield Question(
                flag.id,
                flag,
                self._choices(flag.id, words),
                self._choices(f"{flag.id}-follow", SAID) if flag.follow else (),
                self._choices(f"{flag.id}-parts", items),
                f"{flag.id}-known" in self.fields,
                bool(self._value(f"{flag.id}-known")),
                tuple(str(error) for error in self.errors.get(flag.id, ())),
            )

    def _choices(self, name: str, words: Iterable[tuple[str, str]]) -> tuple[Choice, ...]:
        value = self._value(name)
        chosen = value if isinstance(value, list | tuple) else [value]
        return tuple(Choice(key, word, key in chosen) for key, word in words)

    def _value(self, name: str) -> Any:
        return self[name].value() if name in self.fields else None


def _problem(flag: Flag, said: str, parts: list[str], follow: str) -> str:
    """What is wrong with the answer to one question, naming it; empty when nothing is."""
    if not said:
        return f"Not answered yet: {flag.name}."
    if said == "no" and parts:
        return f"Items are ticked, but the answer is none: {flag.name}."
    if said == "yes" and flag.parts and not parts:
        return f"Tick what fits: {flag.name}."
    if said == "yes" and flag.follow and not follow:
        return f"One more question is open: {flag.name}. {flag.follow}"
    return ""


def _initial(answers: Iterable[Answer], known: Iterable[str]) -> Iterator[tuple[str, Any]]:
    for answer in answers:
        yield answer.flag, answer.said
        yield f"{answer.flag}-follow", answer.follow
        yield f"{answer.flag}-parts", list(answer.parts)
    for flag in known:
        yield f"{flag}-known", True
