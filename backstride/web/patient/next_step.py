"""The one thing to do now: what the dark panel of Today says, in the engine's order."""

from dataclasses import dataclass
from datetime import timedelta

from backstride.engine.decision import Reason
from backstride.engine.plan import Item, WalkPlan
from backstride.engine.program import Bout
from backstride.web.components.drawings import Shown, shown
from backstride.web.patient import moves
from backstride.web.patient.absence import absence
from backstride.web.patient.course import Course
from backstride.web.patient.doings import Doings
from backstride.web.patient.riding import ride_of
from backstride.web.patient.walk_words import steps
from backstride.web.records.library import knowledge
from backstride.web.records.names import INSTEAD
from backstride.web.records.wording import ReasonWords, reason_words

DECLARED = "pausing/declared"
SETTLES_AFTER = timedelta(minutes=30)
TOMORROW = "Tomorrow two taps decide the next step."


@dataclass(frozen=True)
class NextStep:
    """The panel. `kind` is screening, check-in, session, settled, settled-walk, walk, ride or done.

    `shown` is the picture (without a figure: none), `question` opens `reason` where there is one to give.
    """

    kind: str
    title: str
    lead: str
    shown: Shown = Shown()
    caption: str = ""
    question: str = ""
    reason: ReasonWords | None = None


def next_step(course: Course, done: Doings, change: str) -> NextStep:
    """What to do now; `change` is the line that says why today differs from last time."""
    plan = course.plan
    if plan.ask:
        return _screening(course)
    if plan.check_in_due:
        return NextStep(
            "check-in", "First, how is it today?", "Five questions, under 30 seconds. Your answers decide today’s plan."
        )
    if plan.session is not None and not course.day.sessions:
        return _session(course, change)
    return _later(course, done)


def _later(course: Course, done: Doings) -> NextStep:
    """After the session, or on a day without one."""
    if unsettled(course.settling_bout) and done.waited(done.settling) >= SETTLES_AFTER:
        ridden = course.settling_bout is course.ride_bout
        lead = "A few taps about the hour after it." if ridden else "A few taps about the hour after your moves."
        return NextStep("settled", "Did it settle?", lead)
    walk, ride = course.plan.walk, course.plan.ride
    if walk is not None and not course.day.walk_done:
        return _walk(course, walk)
    if ride is not None and course.ride_bout is None:
        return _ride(course, ride)
    if unsettled(course.walk_bout) and done.waited(done.walk) >= SETTLES_AFTER:
        return NextStep("settled-walk", "Did it settle?", "A few taps about the hour after your walk.")
    if course.plan.no_session is not None and not course.day.sessions:
        return _resting(course, "done")
    return NextStep("done", "Done.", TOMORROW)


def unsettled(bout: Bout | None) -> bool:
    """Whether this session or walk still waits for its answer of 30 to 60 minutes later."""
    return bout is not None and bout.report.settled is None


def _screening(course: Course) -> NextStep:
    reason = _declared(course) or course.plan.ask_reason
    many = "A few safety questions, about a minute."
    if course.plan.ask_full:
        many = "All the safety questions, once a month."
    if _declared(course) is not None:
        many = "Something changed, so all of them are asked again."
    why = reason_words(reason) if reason is not None else None
    return NextStep("screening", "First, a few safety questions", many, question="Why now?", reason=why)


def _declared(course: Course) -> Reason | None:
    """What the person told today, when that is why all questions are due."""
    told = any(lock.flag == DECLARED and lock.since == course.on for lock in course.program.locks)
    return Reason(DECLARED) if told and course.plan.ask_full else None


def _session(course: Course, change: str) -> NextStep:
    session = course.plan.session
    assert session is not None
    first = moves.moves(course.plan)[0]
    count = len(session.items)
    why = f"Why {'this one' if count == 1 else f'these {moves.NUMBERS[count]}'}?"
    # Where the first reason is another rule's, the second is how sessions are chosen at all.
    chosen = next((one for item in session.items for one in item.reasons if one.rule == "choosing/choose"), None)
    reason = reason_words(chosen or session.items[0].reasons[0])
    return NextStep("session", moves.title(course.plan), change, first.shown, f"First: {first.name}", why, reason)


def _walk(course: Course, walk: WalkPlan) -> NextStep:
    if course.plan.no_session is not None and not course.day.sessions:
        return _resting(course, "walk")
    left = steps(course, walk)
    lead = left.how
    if left.wanted > 1:
        lead = f"Walk {min(left.done + 1, left.wanted)} of {left.wanted} today. {lead}"
    title = f"Walk {left.minutes} {'minute' if left.minutes == 1 else 'minutes'}"
    return NextStep("walk", title, lead, shown(_picture(course)), "", "Why this much?", reason_words(walk.reasons[-1]))


def _ride(course: Course, item: Item) -> NextStep:
    asked = ride_of(item, course.program.cause)
    reason = reason_words(item.reasons[0])
    return NextStep(
        "ride", asked.title, asked.how, shown(item.exercise, item.form), "", f"Why {INSTEAD[item.ladder]}?", reason
    )


def _resting(course: Course, kind: str) -> NextStep:
    title, lead = absence(course)
    assert course.plan.no_session is not None
    ease = moves.ease(course.plan)
    easy = ease[0].shown if ease else Shown()
    return NextStep(kind, title, lead, easy, "An easy position", "Why?", reason_words(course.plan.no_session))


def _picture(course: Course) -> str:
    return "AER01" if course.interval and "AER01" in knowledge().exercises else "AER02"
