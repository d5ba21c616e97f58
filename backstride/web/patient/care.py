"""What to do now: the words for each thing that stops or slows a program, most urgent first."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from backstride.engine.values import Urgency
from backstride.web.records.library import library

TITLES = {
    Urgency.EMERGENCY: _("Get help now"),
    Urgency.SAME_DAY: _("Speak to a doctor today"),
    Urgency.PAUSE: _("Sessions wait for now"),
    Urgency.WATCH: _("You can go on"),
}
# For what a rule stopped, and for an urgency a question has no words of its own for.
USUAL = {
    Urgency.EMERGENCY: _("Go to an emergency department now, or call the emergency number. Do not drive yourself."),
    Urgency.SAME_DAY: _("Speak to a doctor today, by phone or in person."),
    Urgency.PAUSE: _("No sessions for now. Walk easily, use positions of ease, and have a practitioner look."),
    Urgency.WATCH: _("You can go on. Nothing goes up until a practitioner has seen it."),
}


@dataclass(frozen=True)
class Advice:
    """One thing that was found: what to do now and who can clear it.

    `about` is the question behind it, with `answered`; for a rule its statement.
    """

    flag: str
    about: str
    answered: bool
    now: str | Promise
    clears: str
    urgency: Urgency

    @property
    def level(self) -> str:
        """The urgency as a word for templates: emergency, same-day, pause or watch."""
        return word_of(self.urgency)


def word_of(urgency: Urgency) -> str:
    """The word for an urgency, as knowledge files write it."""
    return urgency.name.lower().replace("_", "-")


def advice(found: Iterable[tuple[str, Urgency]]) -> tuple[Advice, ...]:
    """The words for flags or rules with their urgencies, the most urgent first."""
    return tuple(_advice(flag, urgency) for flag, urgency in sorted(found, key=lambda pair: (-pair[1], pair[0])))


def _advice(flag_id: str, urgency: Urgency) -> Advice:
    flag = library().flags.get(flag_id)
    if flag is None:
        return Advice(flag_id, library().rules[flag_id].statement.strip(), False, USUAL[urgency], "", urgency)
    now = flag.now.get(word_of(urgency)) or USUAL[urgency]  # type: ignore[call-overload]  # the word is one of its keys
    return Advice(flag_id, flag.question, True, now, flag.clears, urgency)
