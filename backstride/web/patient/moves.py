"""The moves of a day as rows: picture, name with its form, dose in words, what changed, and why it was picked."""

from dataclasses import dataclass

from backstride.engine.decision import Reason
from backstride.engine.plan import DayPlan, Item, Relief
from backstride.web.components.drawings import Shown, shown
from backstride.web.patient.waits import because
from backstride.web.records.library import library
from backstride.web.records.wording import PURPOSES, dose_words, form_name

NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
READY_SECONDS = 5
# What else decided about a move, by the rule behind it.
BESIDE = {
    "flare/ramp": "shorter, because a flare is on",
    "response/red": "shorter, because last time was too much",
}


@dataclass(frozen=True)
class Move:
    """One row. `change` is up, down, done or empty, for a chip; `why` says in a few words what it was picked for.

    `shown` is the figure of its form, on the side it is done on.
    """

    exercise: str
    name: str
    dose: str
    change: str
    why: str
    shown: Shown


def moves(plan: DayPlan, done: tuple[str, ...] = ()) -> tuple[Move, ...]:
    """The rows of the session; those in `done` say so."""
    return tuple(_move(item, done) for item in plan.session.items) if plan.session else ()


def relief(plan: DayPlan) -> tuple[Move, ...]:
    """The rows of what eases through the day."""
    return tuple(_relief(one) for one in plan.relief)


def ease(plan: DayPlan) -> tuple[Move, ...]:
    """The positions of ease; those drawn for nobody else's cause are not among them."""
    given = zip(plan.ease, plan.ease_forms, strict=True)
    return tuple(
        Move(one, form_name(one, form), "As long as it eases", "", "", shown(one, form)) for one, form in given
    )


def title(plan: DayPlan) -> str:
    """The session in four words, for example "Five moves, twelve minutes"."""
    session = plan.session
    if session is None:
        return ""
    seconds = session.seconds + READY_SECONDS * len(session.items)
    return f"{amount(len(session.items), 'move').capitalize()}, {amount(-(-seconds // 60), 'minute')}"


def amount(number: int, what: str) -> str:
    """A small number in words with its noun, for example "five moves"; digits above twenty."""
    word = NUMBERS[number] if number < len(NUMBERS) else str(number)
    return f"{word} {what}" if number == 1 else f"{word} {what}s"


def times(one: Relief) -> str:
    """How often a relief move is for, in words; from phase 2 on only when it is wanted."""
    often = f"up to {one.per_day} times a day" if one.per_day > 1 else "once a day"
    return f"when you need it, {often}" if one.as_needed else often


def _move(item: Item, done: tuple[str, ...]) -> Move:
    change = "up" if item.change > 0 else "down" if item.change < 0 else ""
    return Move(
        exercise=item.exercise,
        name=form_name(item.exercise, item.form),
        dose=dose_words(item.exercise, item.dose, item.sides),
        change="done" if item.exercise in done else change,
        why=_why(item),
        shown=shown(item.exercise, item.form, item.sides),
    )


def _why(item: Item) -> str:
    """What it was picked for, and what else decided about it."""
    words = [f"for {PURPOSES[item.purpose]}", *(_decided(one) for one in item.reasons)]
    return "; ".join(word for word in words if word)


def _decided(reason: Reason) -> str:
    if reason.rule == "hamstring/gate":
        return f"in place of the thigh stretch, because {because(reason)}"
    if "minutes so far" in dict(reason.facts):
        return "added, as there was still time"
    return BESIDE.get(reason.rule, "")


def _relief(one: Relief) -> Move:
    dose = f"{dose_words(one.exercise, one.dose)} · {times(one)}"
    title = library().rules[one.reason.rule].title
    return Move(one.exercise, form_name(one.exercise, one.form), dose, "", title, shown(one.exercise, one.form))
