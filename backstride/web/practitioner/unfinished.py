"""Findings of an assessment begun today that waits for another safety question; nothing typed in is lost meanwhile."""

from dataclasses import dataclass
from datetime import date

from backstride.engine import Refused
from backstride.engine.codec import from_plain, to_plain
from backstride.web.records.models import Episode

KEY = "findings"


@dataclass(frozen=True)
class Unfinished:
    """What was sent on a date, field by field; `cause` and `found` (contraindications) decide which questions are asked."""

    on: date
    cause: str
    found: tuple[str, ...]
    fields: tuple[tuple[str, tuple[str, ...]], ...]

    def initial(self, several: tuple[str, ...]) -> dict[str, str | list[str]]:
        """The same to fill the form with; the fields named in `several` take lists."""
        return {name: list(said) if name in several else said[0] for name, said in self.fields if said}


def keep_unfinished(episode: Episode, unfinished: Unfinished) -> None:
    """Keep these findings in place of earlier ones."""
    episode.draft = {**episode.draft, KEY: to_plain(unfinished)}
    episode.save(update_fields=["draft"])


def forget_unfinished(episode: Episode) -> None:
    """They have become an assessment."""
    if KEY in episode.draft:
        episode.draft = {key: value for key, value in episode.draft.items() if key != KEY}
        episode.save(update_fields=["draft"])


def unfinished_today(episode: Episode) -> Unfinished | None:
    """The findings kept today; those of an earlier date no longer say how somebody is."""
    plain = episode.draft.get(KEY)
    try:
        kept = from_plain(Unfinished, plain) if plain else None
    except Refused:
        return None
    return kept if kept is not None and kept.on == episode.today() else None
