"""Words for the figures behind a decision: each fact's label, and its value in words people know."""

from collections.abc import Callable
from datetime import date

from django.utils.formats import date_format

from backstride.engine.decision import Fact
from backstride.web.records.library import library
from backstride.web.records.names import DECLARED, DIRECTIONS, INSTEAD, PLACES, ladder_name, lock_words, phase_name

CONDITIONS = {
    "leg-calm": "your leg has been at 2 or less for 2 weeks",
    "irritable": "your leg flares easily or settles slowly",
    "leg-spreads": "moves send the pain further down the leg",
    "late-pregnancy": "you are in week 28 of a pregnancy or later",
    "no-control": "a practitioner has not yet seen that your middle stays steady",
}
FLARE_STEPS = (
    "day 0: easy positions and short walks",
    "relief moves and half walks",
    "half of your plan",
    "three quarters of your plan",
)
PURPOSES = {
    "relief": "ease",
    "mobility": "moving freely",
    "nerve": "a calm nerve",
    "hamstring": "the back of the thigh",
    "stretch": "length",
    "abdominal": "belly muscles",
    "strength": "strength",
    "functional": "daily life",
    "aerobic": "breath and heart",
}
MECHANISMS = {
    "end-range-flexion": "bends your back far forward",
    "loaded-flexion": "bends your back forward under load",
    "end-range-extension": "bends your back far backward",
    "hip-flexion-adduction": "bends your hip and draws it inward",
    "unsupported-standing": "you stand without support",
    "weight-on-arm": "puts weight on your arm",
    "kneeling": "you kneel",
    "long-hold": "a long, hard hold",
    "prone": "you lie on your front",
    "supine": "you lie on your back",
    "supine-long": "you lie on your back for more than a minute",
    "heavy-load": "a load of over 5 kg",
}
MISSING = {
    "before leg": "leg pain before",
    "before back": "back pain before",
    "peak leg": "leg pain at its worst",
    "peak back": "back pain at its worst",
    "site before": "how far down before",
    "site after": "how far down after",
    "morning answer": "the morning’s answers",
}
# Labels that would be read wrongly beside their value.
LABELS = {
    "because of": "Because of",
    "ceiling": "Highest step approved",
    "declared": "You told us of",
    "direction": "Direction that eases",
    "level": "Walking step",
    "proposed": "Proposed phase",
    "rung": "Step on this ladder",
    "settled within the hour": "Back to usual within the hour",
    "step": "Step of the flare plan",
    "flare step": "Step of the flare plan",
    "until": "Waits until",
    "weeks": "Week of the pregnancy",
    "while": "Waits while",
}


def fact_words(fact: Fact) -> tuple[str, str]:
    """A fact's label and value as people read them."""
    label, value = fact
    words = VALUES.get(label, _plain)
    return LABELS.get(label) or label[:1].upper() + label[1:], words(value)


def _plain(value: int | str) -> str:
    text = str(value)
    return date_format(date.fromisoformat(text), "j F") if _is_date(text) else text


def _is_date(text: str) -> bool:
    return len(text) == 10 and text[4] == text[7] == "-"


def _from(words: dict[str, str]) -> Callable[[int | str], str]:
    return lambda value: words.get(str(value), str(value))


def _phase(value: int | str) -> str:
    return f"{value}, {phase_name(int(value))}"


def _counted(value: int | str) -> str:
    """A place counted from 0, as people count."""
    return str(int(value) + 1)


def _step(value: int | str) -> str:
    return FLARE_STEPS[int(value)]


def _cause(value: int | str) -> str:
    return library().causes[str(value)].name


def _contraindication(value: int | str) -> str:
    return library().contraindications[str(value)].name


def _behind(value: int | str) -> str:
    """What stands behind it: how an exercise moves the body, a flag, or another rule."""
    text = str(value)
    return MECHANISMS.get(text) or lock_words(text)


def _yellow(value: int | str) -> str:
    return library().yellow[str(value)].question


def _last_done(value: int | str) -> str:
    return "not yet" if str(value) == str(date.min) else _plain(value)


def _ladder(value: int | str) -> str:
    return INSTEAD.get(str(value)) or ladder_name(str(value))


VALUES: dict[str, Callable[[int | str], str]] = {
    "answered yes": _yellow,
    "because of": _behind,
    "before it reached": _from(PLACES),
    "cause": _cause,
    "ceiling": _counted,
    "contraindication": _contraindication,
    "declared": _from(DECLARED),
    "direction": _from(DIRECTIONS),
    "direction closed": _from(DIRECTIONS),
    "flag": lambda value: lock_words(str(value)),
    "flare step": _step,
    "instead of the walk": _ladder,
    "instead of walking": _ladder,
    "last done": _last_done,
    "level": _counted,
    "missing": _from(MISSING),
    "not on the menu of phase": _phase,
    "pain moved down to": _from(PLACES),
    "pain moved up to": _from(PLACES),
    "pain reached": _from(PLACES),
    "pain reaches": _from(PLACES),
    "phase": _phase,
    "proposed": _phase,
    "purpose": _from(PURPOSES),
    "rung": _counted,
    "step": _step,
    "until": _from(CONDITIONS),
    "while": _from(CONDITIONS),
}
