"""Where a person stands on the way to a program, and which page comes next."""

from dataclasses import replace
from datetime import timedelta

from backstride.engine import today as plan_of
from backstride.engine.program import Program
from backstride.web.patient.draft import Asking, Draft, Finding, draft_of, start_over
from backstride.web.patient.next_step import DECLARED
from backstride.web.patient.questions import decides, next_question, under_age, waiting
from backstride.web.patient.visitor import day_of
from backstride.web.records.library import knowledge
from backstride.web.records.models import Episode

# Answers about new signs are asked again after this many days: for a first program, and for advice without one.
FOR_A_PROGRAM = timedelta(days=1)
FOR_ADVICE = timedelta(days=7)


def cause_of(draft: Draft, program: Program | None) -> str:
    """The cause the questions are asked for; "" while none is known."""
    if program is not None and not _asks_further(draft, program):
        return program.cause
    return draft.finding.cause if draft.finding is not None else ""


def findings_of(draft: Draft, program: Program | None) -> tuple[str, ...]:
    """Findings that bring safety questions of their own, such as a pregnancy."""
    said = draft.beginning.findings if draft.beginning is not None else ()
    if program is None:
        return said
    found = program.assessment.contraindications
    return tuple(dict.fromkeys((*found, *said))) if _asks_further(draft, program) else found


def _asks_further(draft: Draft, program: Program) -> bool:
    """Whether a new assessment has all answers for the cause recorded so far, so that only what a new one adds is left."""
    asking = draft.asking
    if not draft.anew or draft.finding is None or asking is None or asking.purpose != "reopen":
        return False
    return next_question(asking, program.cause, program.assessment.contraindications) is None


def known_of(draft: Draft, program: Program | None) -> tuple[str, ...]:
    """Flags recorded as known and stable; before a program those of which a person alone stated it."""
    return program.assessment.known if program is not None else tuple(one.flag for one in draft.known)


def current_asking(episode: Episode, program: Program | None, draft: Draft) -> Asking:
    """The questions in progress, or fresh ones when there are none or they are too old to count."""
    asking = draft.asking
    if asking is not None and _counts(asking, episode, program, known_of(draft, program)):
        return asking
    if program is None:
        return Asking(episode.today(), True, "start")
    on = day_of(episode, program)
    return Asking(on, plan_of(program, knowledge(), on).ask_full, "due")


def _counts(asking: Asking, episode: Episode, program: Program | None, known: tuple[str, ...]) -> bool:
    if waiting(asking):
        return True
    decided = decides(asking, known)
    if program is None:
        return decided or episode.today() - asking.on <= FOR_A_PROGRAM
    reopened = decided and not is_locked(program)
    return asking.on == day_of(episode, program) and asking.purpose != "start" and not reopened


def is_locked(program: Program) -> bool:
    """Whether a red flag stops all exercise."""
    return program.lock is not None and program.lock.urgency.locks


def answered_all(asking: Asking | None, cause: str, findings: tuple[str, ...] = ()) -> bool:
    """Whether every question due has its answer."""
    return asking is not None and not waiting(asking) and next_question(asking, cause, findings) is None


def next_step(episode: Episode | None, program: Program | None) -> str:
    """The name of the page that comes next on the way to a program."""
    if program is not None and not (episode is not None and assessed_anew(episode, program)):
        return "patient:today"
    if episode is None or episode.supervised:
        return "patient:start"
    draft = draft_of(episode)
    asking = current_asking(episode, program, draft)
    all_said = answered_all(asking, cause_of(draft, program), findings_of(draft, program))
    if decides(asking, known_of(draft, program)) or (under_age(asking) and all_said):
        return "patient:refer"
    if draft.finding is not None and not told_apart(draft.finding):
        return "patient:diagnosis"
    if not all_said:
        return "patient:screening"
    return "patient:baseline" if draft.finding is not None else "patient:diagnosis"


def paused_by_news(episode: Episode, program: Program | None) -> bool:
    """Whether something that a person alone declared pauses the program."""
    locks = program.locks if program is not None and not episode.supervised else ()
    return any(lock.flag == DECLARED for lock in locks)


def assessed_anew(episode: Episode, program: Program | None) -> bool:
    """Whether a person alone is on the way to a new assessment, with safety questions begun today."""
    draft = draft_of(episode)
    if not draft.anew or draft.asking is None or not paused_by_news(episode, program):
        return False
    return draft.asking.purpose == "reopen" and draft.asking.on == day_of(episode, program)


def told_apart(finding: Finding) -> bool:
    """Whether nothing more has to be asked about the cause: its kind and grade were, or it has none."""
    cause = knowledge().cause(finding.cause)
    return finding.told_apart or not (cause.kinds or cause.graded)


def may_have_advice(episode: Episode | None, program: Program | None) -> bool:
    """Whether advice without a diagnosis may be shown: alone here, no program, questions answered this week, none decisive."""
    if episode is None or program is not None or episode.supervised:
        return False
    asking = draft_of(episode).asking
    recent = asking is not None and episode.today() - asking.on <= FOR_ADVICE
    return recent and asking is not None and answered_all(asking, "") and not decides(asking)


def with_asking(draft: Draft, asking: Asking) -> Draft:
    """The draft with these questions in progress; older ones that no longer count are kept as earlier."""
    old = draft.asking
    if old is None or old.on == asking.on or not old.answers:
        return replace(draft, asking=asking)
    return start_over(draft, asking)
