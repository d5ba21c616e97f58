"""What a person has answered that is not yet an event: safety questions in progress, a diagnosis, a page to take along.

It lives under one key of `Episode.draft`, so that nobody else's unfinished answers are touched.
"""

from dataclasses import dataclass, replace
from datetime import date

from django.db import transaction

from backstride.engine.assessment import Answer
from backstride.engine.codec import from_plain, to_plain
from backstride.web.records.models import Episode

KEY = "patient"


@dataclass(frozen=True)
class Asking:
    """Safety questions in progress since the date `on`. `purpose` is start, due or reopen; `full`: all of them."""

    on: date
    full: bool
    purpose: str
    answers: tuple[Answer, ...] = ()

    def said(self, flag: str) -> Answer | None:
        """The answer to one question, or None."""
        return next((one for one in self.answers if one.flag == flag), None)

    def with_answer(self, answer: Answer) -> "Asking":
        """These answers with one added or replaced, in the order they were first given."""
        if self.said(answer.flag) is None:
            return replace(self, answers=(*self.answers, answer))
        return replace(self, answers=tuple(answer if one.flag == answer.flag else one for one in self.answers))

    def without(self, flag: str) -> "Asking":
        """These answers less one."""
        return replace(self, answers=tuple(one for one in self.answers if one.flag != flag))


@dataclass(frozen=True)
class Withdrawn:
    """An answer that was changed, kept with the date on which it was."""

    on: date
    answer: Answer


@dataclass(frozen=True)
class Examined:
    """Who examined the person after a stop, and on which date."""

    by: str
    on: date


@dataclass(frozen=True)
class Finding:
    """What a practitioner found: cause, side, who, when, with what. `preference` is extension, flexion or empty.

    `kind` is the variety of the cause and `grade` that of a slip, empty and None when not known; `told_apart`: they
    were asked for, where the cause has any.
    """

    cause: str
    side: str
    profession: str
    name: str
    on: date
    found_with: str = ""
    preference: str = ""
    kind: str = ""
    grade: int | None = None
    told_apart: bool = False


@dataclass(frozen=True)
class Stated:
    """The statement that who diagnosed the person knows of what this flag asks for, and that it is stable (§13.3)."""

    flag: str
    on: date


@dataclass(frozen=True)
class Beginning:
    """The first answers of a person alone, kept while a further safety question that they lead to is asked."""

    leg: str
    back: str
    place: str
    walk_minutes: int
    age: int
    findings: tuple[str, ...]
    kit: tuple[str, ...]
    aerobic: str
    comfort: str
    weeks: int | None = None


@dataclass(frozen=True)
class Telling:
    """What the person wants to tell a practitioner: pain 0-10, the furthest place, since when, and what they cannot do."""

    on: date
    leg: int
    back: int
    place: str
    since: str = ""
    cannot: str = ""


@dataclass(frozen=True)
class Draft:
    """All of it. `changed` are answers taken back, `earlier` the questions asked before a fresh start, `known` statements.

    `anew`: there is a program, and its cause and beginning are asked again before it may be opened again.
    """

    asking: Asking | None = None
    examined: Examined | None = None
    finding: Finding | None = None
    telling: Telling | None = None
    changed: tuple[Withdrawn, ...] = ()
    earlier: tuple[Asking, ...] = ()
    known: tuple[Stated, ...] = ()
    beginning: Beginning | None = None
    anew: bool = False

    def knows(self, flag: str) -> bool:
        """Whether the statement about this flag was made."""
        return any(one.flag == flag for one in self.known)


def draft_of(episode: Episode) -> Draft:
    """What this person has answered so far."""
    return from_plain(Draft, episode.draft.get(KEY, {}))


@transaction.atomic
def keep(episode: Episode, draft: Draft) -> None:
    """Store the draft in place of the one before, and leave everything else in `Episode.draft` as it is."""
    current = Episode.objects.select_for_update().get(pk=episode.pk)
    current.draft[KEY] = to_plain(draft)
    current.save(update_fields=["draft"])
    episode.draft = current.draft


def start_over(draft: Draft, asking: Asking) -> Draft:
    """The draft with fresh questions; the ones before are kept as earlier ones when anything was answered.

    What was stated about the old answers does not count for new ones.
    """
    old = draft.asking
    earlier = (*draft.earlier, old) if old is not None and old.answers else draft.earlier
    return replace(draft, asking=asking, earlier=earlier, known=())


def finished(draft: Draft) -> Draft:
    """What stays when the answers have become an event: answers that were changed, statements, and what was found with what."""
    return Draft(finding=draft.finding, changed=draft.changed, known=draft.known)
