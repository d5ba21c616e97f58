"""“The one who diagnosed me knows of this, and it is stable”: offered beside what to do now, before a program only (§13.3)."""

from dataclasses import replace
from datetime import date

from backstride.engine import Clear, screen
from backstride.engine.program import Program
from backstride.web.patient.draft import Draft, Stated, draft_of, keep
from backstride.web.records.library import knowledge, library
from backstride.web.records.models import Episode


def may_state(episode: Episode, program: Program | None, draft: Draft) -> tuple[str, ...]:
    """Flags answered yes that such a statement would explain; none where a practitioner oversees the person here.

    The engine decides which: only flags that may be known, and no weakness that came on quickly or in both legs.
    """
    if program is not None or episode.supervised or draft.asking is None:
        return ()
    found = [one for one in draft.asking.answers if not isinstance(screen((one,), knowledge()), Clear)]
    return tuple(one.flag for one in found if isinstance(screen((one,), knowledge(), (one.flag,)), Clear))


def state(episode: Episode, flag: str) -> bool:
    """Keep the statement about this flag with today's date; whether it may be made at all."""
    draft = draft_of(episode)
    if flag not in may_state(episode, None, draft):
        return False
    if not draft.knows(flag):
        keep(episode, replace(draft, known=(*draft.known, Stated(flag, episode.today()))))
    return True


def statements(draft: Draft) -> tuple[tuple[str, date], ...]:
    """What was stated: the short name of each flag, and when."""
    return tuple((library().flags[one.flag].name, one.on) for one in draft.known)
