"""Red-flag answers kept with the episode until an assessment takes them in; they count on their own date only."""

from dataclasses import dataclass
from datetime import date

from backstride.engine import Clear, Refer, Refused, screen
from backstride.engine.assessment import Answer
from backstride.engine.codec import from_plain, to_plain
from backstride.web.records.library import knowledge
from backstride.web.records.models import Episode

KEY = "screened"
# Beside the answers, so that the caseload can put such a person first without reading them.
URGENT = "red_flag"


@dataclass(frozen=True)
class Draft:
    """A full screen answered on a date. `known` are flags that are known and stable."""

    on: date
    answers: tuple[Answer, ...]
    known: tuple[str, ...] = ()

    def outcome(self) -> Clear | Refer:
        """What the answers ask for."""
        return screen(self.answers, knowledge(), self.known)

    def urgent(self) -> bool:
        """Whether somebody else has to look before any program."""
        result = self.outcome()
        return isinstance(result, Refer) and result.urgency.locks


def keep(episode: Episode, draft: Draft) -> None:
    """Keep these answers in place of earlier ones."""
    episode.draft = {**episode.draft, KEY: to_plain(draft), URGENT: draft.urgent()}
    episode.save(update_fields=["draft"])


def kept(episode: Episode) -> Draft | None:
    """The answers kept, of whatever date; None when there are none or today's knowledge cannot read them."""
    plain = episode.draft.get(KEY)
    try:
        draft = from_plain(Draft, plain) if plain else None
        if draft is not None:
            draft.outcome()
    except Refused:
        return None
    return draft


def kept_today(episode: Episode) -> Draft | None:
    """The answers given today, on which an assessment may rest."""
    draft = kept(episode)
    return draft if draft is not None and draft.on == episode.today() else None
