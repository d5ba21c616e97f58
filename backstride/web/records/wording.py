"""Words for what the engine decided: one sentence, and the reason with its figures, rule and sources."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format

from backstride.engine.decision import Decision, Kind, Reason
from backstride.engine.values import Dose
from backstride.knowledge import wording
from backstride.knowledge.exercise import Exercise
from backstride.web.records.library import library

COLORS = {
    "green": "It went well.",
    "green-c": "The pain moved up. A good sign, even if your back is sorer.",
    "soft-amber": "A bit much, or an answer was missing. We stay here.",
    "hard-amber": "A bit too much. We stay here.",
    "red": "More than we want. We ease off.",
}
TONES = {"green": "ok", "green-c": "ok", "soft-amber": "mid", "hard-amber": "mid", "red": "stop"}
PHASES = ("Calm", "Restore", "Strengthen", "Maintain")
CONDITIONS = {
    "leg-calm": "your leg has been at 2 or less for 2 weeks",
    "irritable": "your leg flares easily or settles slowly",
    "leg-spreads": "moves send the pain further down the leg",
}
FLARE_STEPS = (
    "day 0: easy positions and short walks",
    "relief moves and half walks",
    "half of your plan",
    "three quarters of your plan",
)


@dataclass(frozen=True)
class ReasonWords:
    """A reason in words. `facts` are (label, value) pairs; `sources` are (citation id, title) pairs."""

    rule: str
    title: str
    statement: str
    facts: tuple[tuple[str, str], ...]
    sources: tuple[tuple[str, str], ...]
    strength: str
    proposed: bool


@dataclass(frozen=True)
class DecisionWords:
    """A decision in words. `tone` is ok, mid, stop or neutral; `change` is up, down or empty, for a chip."""

    on: date
    kind: str
    subject: str
    sentence: str
    tone: str
    change: str
    reason: ReasonWords


def decision_words(decision: Decision) -> DecisionWords:
    """The words of one decision."""
    change = {Kind.PROGRESSED: "up", Kind.REGRESSED: "down", Kind.STOPPED: "down"}.get(decision.kind, "")
    return DecisionWords(
        decision.on,
        decision.kind.value,
        decision.subject,
        sentence(decision),
        _tone(decision),
        change,
        reason_words(decision.reason),
    )


def reason_words(reason: Reason) -> ReasonWords:
    """The words of one reason, with the rule's own statement and sources."""
    rule = library().rules[reason.rule]
    cited = tuple((one.cite, library().citations[one.cite].title) for one in rule.sources if one.cite)
    facts = tuple((label[:1].upper() + label[1:], _fact(label, value)) for label, value in reason.facts)
    return ReasonWords(reason.rule, rule.title, rule.statement, facts, cited, rule.strength, rule.status == "proposed")


def exercise_words(exercise_id: str) -> Exercise:
    """The texts of one exercise."""
    return library().exercises[exercise_id]


def dose_words(exercise_id: str, dose: Dose, sides: tuple[str, ...] = ()) -> str:
    """A dose of this exercise in plain words, for example "Right side · 2 × 10"."""
    return wording.dose_words(exercise_words(exercise_id), dose, sides)


def ladder_name(ladder_id: str) -> str:
    """A ladder's name; "Walking" for the walk."""
    return "Walking" if ladder_id == "walk" else library().ladders[ladder_id].name


def lock_words(flag_id: str) -> str:
    """What stopped the program, in words: a flag's question or a rule's title."""
    flag = library().flags.get(flag_id)
    return flag.question if flag is not None else library().rules[flag_id].title


def sentence(decision: Decision) -> str:
    """One plain sentence for the person."""
    return SENTENCES[decision.kind](decision)


def _rung(decision: Decision, place: int | str) -> str:
    if decision.subject == "walk":
        return f"{library().engine.walk_levels[int(place)].minutes} minutes"
    rungs = library().engine.ladders[decision.subject].rungs
    rung = rungs[min(int(place), len(rungs) - 1)]
    return f"{exercise_words(rung.exercise).name}, {dose_words(rung.exercise, rung.dose)}"


def _progressed(decision: Decision) -> str:
    return f"{ladder_name(decision.subject)}, one step up: {_rung(decision, decision.after)}."


def _regressed(decision: Decision) -> str:
    return f"{ladder_name(decision.subject)}, down: {_rung(decision, decision.after)}."


def _adjusted(decision: Decision) -> str:
    who = (
        dict(decision.reason.facts).get("changed by")
        or dict(decision.reason.facts).get("taught by")
        or "Your practitioner"
    )
    if decision.after == "taught":
        return f"{who} showed you {exercise_words(decision.subject).name}."
    names = library().engine.ladders
    name = (
        ladder_name(decision.subject) if decision.subject in names or decision.subject == "walk" else decision.subject
    )
    return f"{who} changed {name}."


def _locked(decision: Decision) -> str:
    return f"Exercise is stopped for now: {lock_words(decision.subject)}"


def _prescribed(decision: Decision) -> str:
    return f"{ladder_name(decision.subject)}, to begin with: {_rung(decision, decision.after)}."


def _held(decision: Decision) -> str:
    if decision.subject == "walk":
        return "The walking level starts its week again."
    if decision.subject in library().engine.ladders:
        return f"{ladder_name(decision.subject)}: ready for more. Your practitioner decides."
    return "We stay where we are for now."


def _phase(word: str) -> Callable[[Decision], str]:
    return lambda one: f"{word} {PHASES[int(one.after) - 1]}."


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
    Kind.WITHHELD: lambda one: "No session for now. Easy walks and easy positions.",
    Kind.LOCKED: _locked,
    Kind.REOPENED: lambda one: "Your program is open again, a little gentler.",
    Kind.ASKED: lambda one: "The safety questions are due.",
    Kind.CLOSED: lambda one: f"Moves into {one.subject} rest until your practitioner has looked.",
    Kind.PHASE_PROPOSED: _phase("Ready for the next phase:"),
    Kind.PHASE_CHANGED: _phase("The phase is now"),
    Kind.FLARE_OPENED: lambda one: "A flare. Two calm days, then we build up again.",
    Kind.FLARE_STEPPED: lambda one: f"The flare plan is now at {FLARE_STEPS[int(one.after)]}.",
    Kind.FLARE_ENDED: lambda one: "The flare is over. The full plan is back.",
    Kind.NOTIFIED: lambda one: (
        "Your practitioner can see this." if one.subject == "practitioner" else "Noted for your practitioner."
    ),
}


def _tone(decision: Decision) -> str:
    if decision.kind is Kind.COLORED:
        return TONES[str(decision.after)]
    if decision.kind in (Kind.LOCKED, Kind.CLOSED):
        return "stop"
    if decision.kind in (Kind.REGRESSED, Kind.STOPPED, Kind.REDUCED, Kind.WITHHELD, Kind.FLARE_OPENED, Kind.ASKED):
        return "mid"
    return "ok" if decision.kind in (Kind.PROGRESSED, Kind.FLARE_ENDED, Kind.REOPENED) else "neutral"


def _fact(label: str, value: int | str) -> str:
    text = str(value)
    if label in ("until", "while"):
        return CONDITIONS[text]
    if label == "flag":
        return lock_words(text)
    if label == "cause" and text in library().causes:
        return library().causes[text].name
    if label == "because of" and text in library().rules:
        return library().rules[text].title
    if label == "contraindication" and text in library().contraindications:
        return text.replace("-", " ")
    return date_format(date.fromisoformat(text), "j F") if _is_date(text) else text


def _is_date(text: str) -> bool:
    return len(text) == 10 and text[4] == text[7] == "-"
