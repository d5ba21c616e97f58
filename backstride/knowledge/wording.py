"""Words for doses: the same on screen, on paper and on the command line."""

from __future__ import annotations

from backstride.engine.values import Dose
from backstride.knowledge.exercise import Exercise


def dose_words(exercise: Exercise, dose: Dose, sides: tuple[str, ...] = ()) -> str:
    """A dose in plain words, for example "Right side · 2 × 10" or "Each side · 3 × 20 s"."""
    if len(sides) == 1:
        return f"{sides[0].capitalize()} side · {_amount(exercise, dose)}"
    return f"Each side · {_amount(exercise, dose)}" if sides else _amount(exercise, dose)


def _amount(exercise: Exercise, dose: Dose) -> str:
    once = _one_set(exercise, dose)
    if dose.sets > 1:
        return f"{dose.sets} × {once}"
    return f"{once} times" if once.isdigit() else once


def _one_set(exercise: Exercise, dose: Dose) -> str:
    if dose.reps == 1 and dose.hold:
        return duration_words(dose.hold)
    if exercise.work == "repetitions" or not dose.hold:
        return f"{dose.reps}, {dose.hold} s each" if dose.hold > 1 else str(dose.reps)
    return f"{dose.reps} × {dose.hold} s"


def duration_words(seconds: int) -> str:
    """Seconds as "45 s", "2 min" or "1 min 30 s"."""
    minutes, rest = divmod(seconds, 60)
    if not minutes:
        return f"{seconds} s"
    return f"{minutes} min {rest} s" if rest else f"{minutes} min"
