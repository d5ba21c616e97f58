"""Who mentions what: the sources of a page with their marks, the pages that use a source, the rules that name a thing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from backstride.knowledge.cause import DENIED
from backstride.knowledge.text import Signed, Source
from backstride.web.library.place import BY_WORD, Place, address, everything, place
from backstride.web.records.library import library


@dataclass(frozen=True)
class Mention:
    """A source of a fact: the citation's `title`, page and full reference, or (`href` empty) the mark: unconfirmed or proposed."""

    fact: str
    title: str
    href: str
    mark: str
    reference: str = ""


def mentions(sources: Iterable[Source]) -> tuple[Mention, ...]:
    """The sources as they are shown, cited ones first, in their own order."""
    found = [_mention(one) for one in sources]
    return tuple(sorted(found, key=lambda one: one.mark != ""))


def uses(citation: str) -> tuple[Place, ...]:
    """Every page that cites this source, with the fact it is cited for."""
    return tuple(
        Place(place.kind, place.title, place.href, source.fact)
        for place, signed in everything()
        if isinstance(signed, Signed)
        for source in sources_of(signed)
        if source.cite == citation
    )


def sources_of(signed: Signed) -> Iterator[Source]:
    """All sources of a file, those of its parts too."""
    yield from signed.sources
    for denial in getattr(signed, "denials", ()):
        yield from denial.sources
    for code in getattr(signed, "codes", ()):
        yield from code.sources


def named_by(rule_id: str) -> tuple[Place, ...]:
    """The causes, exercises, questions and findings that a rule's examples name; for the rule of denials, every cause."""
    rule = library().rules[rule_id]
    named = [pair for story in rule.examples for pair in story.names()]
    if rule_id == DENIED:
        named += [("cause", name) for name in library().causes]
    return tuple(
        place(word, name, "")
        for word, name in dict.fromkeys(named)
        if word in BY_WORD and (word, name) != ("rule", rule_id)
    )


def rules_naming(word: str, name: str) -> tuple[Place, ...]:
    """The rules that name this thing in an example."""
    return tuple(
        place("rule", rule.id)
        for rule in library().rules.values()
        if any((word, name) in story.names() for story in rule.examples)
    )


def _mention(source: Source) -> Mention:
    if source.cite is None:
        return Mention(source.fact, "", "", str(source.mark))
    citation = library().citations[source.cite]
    return Mention(source.fact, citation.label, address("evidence", source.cite), "", citation.reference)
