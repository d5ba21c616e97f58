"""The moves of a day as rows: picture, name, dose in words, and what changed."""

from dataclasses import dataclass

from backstride.engine.plan import DayPlan, Item, Relief
from backstride.web.records.library import library
from backstride.web.records.wording import dose_words, exercise_words

NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
PURPOSES = {
    "relief": "ease",
    "mobility": "moving freely",
    "nerve": "a calm nerve",
    "hamstring": "the back of the thigh",
    "stretch": "length",
    "abdominal": "belly muscles",
    "strength": "strength",
    "functional": "daily life",
}
READY_SECONDS = 5


@dataclass(frozen=True)
class Move:
    """One row. `change` is up, down, done or empty, for a chip; `purpose` says what it is for, in a few words."""

    exercise: str
    name: str
    dose: str
    change: str
    purpose: str


def moves(plan: DayPlan, done: tuple[str, ...] = ()) -> tuple[Move, ...]:
    """The rows of the session; those in `done` say so."""
    return tuple(_move(item, done) for item in plan.session.items) if plan.session else ()


def relief(plan: DayPlan) -> tuple[Move, ...]:
    """The rows of what eases through the day."""
    return tuple(_relief(one) for one in plan.relief)


def ease(plan: DayPlan) -> tuple[Move, ...]:
    """The positions of ease; those drawn for nobody else's cause are not among them."""
    return tuple(Move(one, exercise_words(one).name, "As long as it eases", "", "") for one in plan.ease)


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


def _move(item: Item, done: tuple[str, ...]) -> Move:
    change = "up" if item.change > 0 else "down" if item.change < 0 else ""
    if item.exercise in done:
        change = "done"
    words = exercise_words(item.exercise)
    return Move(
        item.exercise, words.name, dose_words(item.exercise, item.dose, item.sides), change, PURPOSES[item.purpose]
    )


def _relief(one: Relief) -> Move:
    words = exercise_words(one.exercise)
    times = f"up to {one.per_day} times a day" if one.per_day > 1 else "once a day"
    return Move(
        one.exercise,
        words.name,
        f"{dose_words(one.exercise, one.dose)} · {times}",
        "",
        library().rules[one.reason.rule].title,
    )
