"""Who mentions what: the sources of a page with their marks, and the pages that use a source or an exercise."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.urls import reverse

from backstride.knowledge.text import Signed, Source
from backstride.web.records.library import library


@dataclass(frozen=True)
class Mention:
    """A source of a fact: the citation's title and page, or (where `href` is empty) the mark: unconfirmed or proposed."""

    fact: str
    title: str
    href: str
    mark: str


@dataclass(frozen=True)
class Place:
    """A page of the library: what kind of thing it is, its title and address, and what it says about the one asked for."""

    kind: str
    title: str
    href: str
    note: str = ""


def mentions(sources: Iterable[Source]) -> tuple[Mention, ...]:
    """The sources as they are shown, cited ones first, in their own order."""
    found = [_mention(one) for one in sources]
    return tuple(sorted(found, key=lambda one: one.mark != ""))


def uses(citation: str) -> tuple[Place, ...]:
    """Every page that cites this source, with the fact it is cited for."""
    return tuple(
        Place(place.kind, place.title, place.href, source.fact)
        for place, signed in _pages()
        for source in _sources(signed)
        if source.cite == citation
    )


def exercise_place(exercise_id: str, note: str = "") -> Place:
    """An exercise's page; one that is only planned has a name and no address yet."""
    known = library().exercises.get(exercise_id)
    if known is None:
        return Place("exercise", library().planned.exercises[exercise_id], "", note)
    return Place("exercise", known.name, reverse("library:exercise", args=[exercise_id]), note)


def rule_place(rule_id: str) -> Place:
    """A rule's page, with its statement."""
    rule = library().rules[rule_id]
    return Place("rule", rule.title, reverse("library:rule", args=[rule_id]), rule.statement)


def cause_place(cause_id: str) -> Place:
    """A cause's page, with what it is in short."""
    cause = library().causes[cause_id]
    return Place("cause", cause.name, reverse("library:cause", args=[cause_id]), cause.in_short)


def flag_place(flag_id: str) -> Place:
    """A safety question's page."""
    return Place("safety question", library().flags[flag_id].question, reverse("library:flag", args=[flag_id]))


def evidence_place(citation_id: str) -> Place:
    """A source's page."""
    title = library().citations[citation_id].title
    return Place("source", title, reverse("library:evidence", args=[citation_id]))


def _mention(source: Source) -> Mention:
    if source.cite is None:
        return Mention(source.fact, "", "", str(source.mark))
    place = evidence_place(source.cite)
    return Mention(source.fact, place.title, place.href, "")


def _pages() -> Iterator[tuple[Place, Signed]]:
    texts = library()
    yield from ((cause_place(name), one) for name, one in texts.causes.items())
    yield from ((exercise_place(name), one) for name, one in texts.exercises.items())
    yield from ((rule_place(name), one) for name, one in texts.rules.items())
    yield from ((flag_place(name), one) for name, one in texts.flags.items())
    yield from ((Place("ladder", one.name, ""), one) for one in texts.ladders.values())
    yield from ((Place("precaution", one.name, ""), one) for one in texts.contraindications.values())
    yield Place("walking plan", texts.walking.name, ""), texts.walking


def _sources(signed: Signed) -> Iterator[Source]:
    yield from signed.sources
    for denial in getattr(signed, "denials", ()):
        yield from denial.sources
    for code in getattr(signed, "codes", ()):
        yield from code.sources
