"""The walk in words: today's minutes and how to walk them, and the road of 17 steps."""

from dataclasses import dataclass

from backstride.engine.plan import Item, WalkPlan
from backstride.web.patient.course import Course
from backstride.web.records.library import knowledge, library
from backstride.web.records.wording import ReasonWords, reason_words

GOAL_LEVEL = 8
INTERVAL = "Walk until your leg is about 4, sit until it is 1 or less, then walk again."


@dataclass(frozen=True)
class Road:
    """The road of walking: `level` from 1 of `levels`, the words below its rungs, and why this step."""

    title: str
    level: int
    levels: int
    sentence: str
    goal: str
    start: str
    middle: str
    middle_level: int
    end: str
    why: ReasonWords


@dataclass(frozen=True)
class Steps:
    """The walks of today: minutes of the next one, how many are done and wanted, and how to walk it."""

    minutes: int
    done: int
    wanted: int
    how: str


def steps(course: Course, walk: WalkPlan) -> Steps:
    """What is left to walk today; the minutes of one walk where the day's are split."""
    left = max(0, walk.minutes - course.day.walked)
    once = -(-walk.minutes // walk.bouts)
    return Steps(min(once, left) or once, course.walks, walk.bouts, how(walk))


def how(walk: WalkPlan) -> str:
    """How to walk today, in one sentence."""
    if walk.form == "interval":
        return INTERVAL
    if walk.brisk:
        return f"{walk.brisk} brisk {_part(walk)} inside, easy in between."
    return "Easy pace: you can talk, and sing if you like." if walk.easy else "Your own easy pace."


def _part(walk: WalkPlan) -> str:
    minutes = "minute" if walk.brisk_minutes == 1 else "minutes"
    times = "stretch" if walk.brisk == 1 else "stretches"
    return f"{times} of {walk.brisk_minutes} {minutes}"


def road(course: Course, walk: WalkPlan) -> Road:
    """The road to three miles; where walks go in stretches, to longer walks, with no miles in it."""
    levels = knowledge().walk_levels
    level = walk.level + 1
    interval = course.interval
    minutes = levels[walk.level].minutes
    far = "in all" if interval else f"about {library().walking.distance(minutes)}"
    return Road(
        title="The road to longer walks" if interval else "The road to three miles",
        level=level,
        levels=len(levels),
        sentence=f"Step {level} of {len(levels)}: {minutes} minutes a day, {far}.",
        goal=_goal(interval),
        start=f"{levels[0].minutes} min",
        middle=f"{levels[GOAL_LEVEL].minutes} min",
        middle_level=GOAL_LEVEL + 1,
        end=f"{levels[-1].minutes} min" if interval else "3 miles",
        why=reason_words(walk.reasons[0]),
    )


def ride_road(item: Item) -> Road:
    """The road of rides or of walks in water, in minutes."""
    rungs = knowledge().ladder(item.ladder).rungs
    minutes = [rung.dose.sets * rung.dose.reps * rung.dose.hold // 60 for rung in rungs]
    middle = len(rungs) // 2
    return Road(
        title=f"The road to {minutes[-1]} minutes",
        level=item.rung + 1,
        levels=len(rungs),
        sentence=f"Step {item.rung + 1} of {len(rungs)}: {minutes[item.rung]} minutes.",
        goal="It goes up after good days, never more than 5 minutes at once.",
        start=f"{minutes[0]} min",
        middle=f"{minutes[middle]} min",
        middle_level=middle + 1,
        end=f"{minutes[-1]} min",
        why=reason_words(item.reasons[0]),
    )


def _goal(interval: bool) -> str:
    if interval:
        return "First the minutes grow, then the time until your leg asks for a rest."
    title = library().citations["s72"].title
    return f"30 minutes, 5 times a week, was the goal of the main walking trial for back pain ({title}). More is your choice."
