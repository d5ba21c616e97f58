"""Riding and walking in water: telling a ride from a session, and the words for its minutes and pace."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from backstride.engine.aerobic import AEROBIC
from backstride.engine.plan import Item
from backstride.web.records.library import knowledge
from backstride.web.records.wording import GivenWords, given_words

HOW = {
    "bike": "Pedal easily: you can talk. Slow down for the last 2 minutes.",
    "water": "Walk in water up to your chest, as slowly as you like.",
}
TITLES = {"bike": ("Ride {0}", "Ride"), "water": ("Walk {0} in water", "Walk in water")}


@dataclass(frozen=True)
class Ride:
    """Today's ride: its minutes, its title with and without them, how to do it, and the exercise's words."""

    minutes: int
    title: str
    name: str
    how: str
    words: GivenWords


@cache
def _ridden() -> frozenset[str]:
    """The exercises of the ladders that take the walk's place."""
    ladders = [ladder for ladder in knowledge().ladders.values() if ladder.purpose == AEROBIC]
    return frozenset(rung.exercise for ladder in ladders for rung in ladder.rungs)


def is_ride(exercises: Iterable[str]) -> bool:
    """Whether a session of just these exercises was a ride or a walk in water."""
    done = set(exercises)
    return bool(done) and done <= _ridden()


def minutes_of(item: Item) -> int:
    """The minutes of a ride, at least 1."""
    return max(1, item.dose.sets * item.dose.reps * item.dose.hold // 60)


def ride_of(item: Item, cause: str) -> Ride:
    """The ride in words, for somebody with this cause."""
    minutes = minutes_of(item)
    title, name = TITLES[item.ladder]
    return Ride(
        minutes=minutes,
        title=title.format("1 minute" if minutes == 1 else f"{minutes} minutes"),
        name=name,
        how=HOW[item.ladder],
        words=given_words(item.exercise, item.form, cause),
    )
