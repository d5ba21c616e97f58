"""One plain sentence for each kind of decision, for the person it is about."""

from collections.abc import Callable

from backstride.engine.decision import Decision, Kind
from backstride.web.records.facts import FLARE_STEPS
from backstride.web.records.library import library
from backstride.web.records.names import (
    DIRECTIONS,
    form_name,
    ladder_name,
    lock_words,
    phase_name,
    rung_name,
    taught_name,
)

COLORS = {
    "green": "It went well.",
    "green-c": "The pain moved up. A good sign, even if your back is sorer.",
    "soft-amber": "A bit much, or an answer was missing. We stay here.",
    "hard-amber": "A bit too much. We stay here.",
    "red": "More than we want. We ease off.",
}
# What telling the practitioner (first) or the person (second) says, by the rule behind it.
TOLD = {
    "pausing/unanswered": (
        "Your practitioner is reminded to look at the pause.",
        "Nobody has looked at the pause yet. Please ask for a visit.",
    ),
    "review/reminder": (
        "Your practitioner is reminded that a review is due.",
        "It is time for a practitioner to look at you again.",
    ),
    "yellow/answer": ("Your practitioner can see this answer.", "Kept. What may help stands on that page."),
}
REFERRED = {
    "pausing/unanswered": "Nobody has looked at the pause. Please see another practitioner.",
    "review/no_gain": "It is not clearly better yet. Please have somebody look at you again.",
}
ALONE = {
    "review/no_gain": "It is not clearly better yet. Please have somebody look at you again.",
    "yellow/answer": "Your answer is kept. What may help stands on that page.",
}
WHILE_ALONE = "Worth showing to a practitioner."


def sentence(decision: Decision, alone: bool = False) -> str:
    """One plain sentence for the person; `alone`: no practitioner oversees the program here."""
    if alone and decision.kind is Kind.NOTIFIED and decision.subject == "practitioner":
        return ALONE.get(decision.reason.rule, WHILE_ALONE)
    return SENTENCES[decision.kind](decision)


def _progressed(decision: Decision) -> str:
    return f"{ladder_name(decision.subject)}, one step up: {rung_name(decision.subject, int(decision.after))}."


def _regressed(decision: Decision) -> str:
    return f"{ladder_name(decision.subject)}, down: {rung_name(decision.subject, int(decision.after))}."


def _prescribed(decision: Decision) -> str:
    return f"{ladder_name(decision.subject)}, to begin with: {rung_name(decision.subject, int(decision.after))}."


def _adjusted(decision: Decision) -> str:
    facts = dict(decision.reason.facts)
    if decision.reason.rule == "pregnancy/stage":
        return f"Week {decision.after} of your pregnancy: other moves take the place of some."
    who = facts.get("changed by") or facts.get("taught by") or "Your practitioner"
    if decision.after == "taught":
        return f"{who} showed you: {taught_name(decision.subject)}."
    if decision.after == "ordered":
        return f"{who} allowed for you: {form_name(decision.subject)}."
    if decision.after == "withdrawn":
        return f"{who} no longer allows: {form_name(decision.subject)}."
    if decision.subject == "phase":
        word = "keeps the phase" if decision.before == decision.after else "set the phase to"
        return f"{who} {word} {phase_name(int(decision.after))}."
    if decision.subject == "walk":
        return f"{who} set the walk to {rung_name('walk', int(decision.after))} a day."
    return f"{who} changed {ladder_name(decision.subject)}."


def _held(decision: Decision) -> str:
    if decision.subject == "walk":
        return "The walking step starts its week again."
    if decision.subject in library().engine.ladders:
        return f"{ladder_name(decision.subject)}: ready for more. Your practitioner decides."
    return "We stay where we are for now."


def _withheld(decision: Decision) -> str:
    if decision.reason.rule == "response/high_pain":
        return "No session today, the pain is too high. Easy positions and a few short walks."
    return "No session for now. Easy walks and easy positions."


def _locked(decision: Decision) -> str:
    word = "Sessions wait" if decision.after == "pause" else "Exercise is stopped for now"
    return f"{word}: {lock_words(decision.subject)}."


def _reopened(decision: Decision) -> str:
    if decision.subject in library().flags:
        return f"Taken back, you meant no: {lock_words(decision.subject)}."
    return "Your program is open again, a little gentler."


def _closed(decision: Decision) -> str:
    return f"Moves with {DIRECTIONS[decision.subject]} rest until a practitioner has looked."


def _phase_proposed(decision: Decision) -> str:
    name = phase_name(int(decision.after))
    if int(decision.after) < int(decision.before):
        return f"A step back is proposed, to build up again: {name}."
    return f"Ready for the next phase: {name}."


def _notified(decision: Decision) -> str:
    if decision.subject in library().flags:
        return f"Noted: {lock_words(decision.subject)}. Nothing goes up until somebody has looked."
    told = TOLD.get(decision.reason.rule)
    if told is not None:
        return told[1] if decision.subject == "person" else told[0]
    return "Your practitioner can see this."


def _referred(decision: Decision) -> str:
    return REFERRED.get(decision.reason.rule, "Please have a practitioner look at you.")


SENTENCES: dict[Kind, Callable[[Decision], str]] = {
    Kind.PRESCRIBED: _prescribed,
    Kind.APPROVED: lambda one: "Your program was approved.",
    Kind.ADJUSTED: _adjusted,
    Kind.COLORED: lambda one: f"Your {one.subject}: {COLORS[str(one.after)]}",
    Kind.PROGRESSED: _progressed,
    Kind.HELD: _held,
    Kind.REGRESSED: _regressed,
    Kind.STOPPED: lambda one: f"{ladder_name(one.subject)}: at rest until 3 good sessions have passed.",
    Kind.RETURNED: lambda one: f"{ladder_name(one.subject)}: back, at the easiest step.",
    Kind.REDUCED: lambda one: "The next 2 sessions are shorter by about a third.",
    Kind.WITHHELD: _withheld,
    Kind.LOCKED: _locked,
    Kind.REOPENED: _reopened,
    Kind.ASKED: lambda one: "The safety questions are due.",
    Kind.CLOSED: _closed,
    Kind.PHASE_PROPOSED: _phase_proposed,
    Kind.PHASE_CHANGED: lambda one: f"The phase is now {phase_name(int(one.after))}.",
    Kind.FLARE_OPENED: lambda one: "A flare. Two calm days, then we build up again.",
    Kind.FLARE_STEPPED: lambda one: f"The flare plan is now at {FLARE_STEPS[int(one.after)]}.",
    Kind.FLARE_ENDED: lambda one: "The flare is over. The full plan is back.",
    Kind.NOTIFIED: _notified,
    Kind.REFERRED: _referred,
}
