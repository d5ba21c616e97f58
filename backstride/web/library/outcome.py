"""What an example expects, in words: decisions made, the plan of a day, and the program at the end."""

from collections.abc import Iterator

from backstride.knowledge.story import Final, Match, Plan, Story
from backstride.web.library.place import BY_WORD, KINDS, files


def outcome(story: Story) -> Iterator[str]:
    """Everything a story expects, a line each."""
    yield from (f"Day {one.day}: {_match(one)}" for one in story.expect)
    yield from (f"Never: {_match(one)}" for one in story.never)
    for plan in story.plans:
        yield from (f"Day {plan.day}: {line}." for line in _plan(plan))
    if story.program is not None:
        yield from (f"In the end: {line}." for line in _final(story.program))
    if story.refused:
        yield f"Refused: {named(story.refused)}"


def named(name: str) -> str:
    """The name of whatever file has this id; an id that is no file's stands in its own words."""
    for kind in KINDS:
        one = files(kind).get(name)
        if one is not None:
            return str(getattr(one, kind.title))
    return name.replace("-", " ")


def _match(match: Match) -> str:
    kind = match.kind.value.replace("-", " ") if match.kind else ""
    change = " to ".join(_value(match, value) for value in (match.before, match.after) if value is not None)
    words = [kind, named(match.subject or ""), f"({change})" if change else ""]
    return " ".join(word for word in words if word) + "."


def _value(match: Match, value: int | str) -> str:
    on_a_ladder = isinstance(value, int) and match.subject in files(BY_WORD["ladder"])
    return f"rung {int(value) + 1}" if on_a_ladder else str(value)


def _plan(plan: Plan) -> Iterator[str]:
    if plan.session is not None:
        yield "a session" if plan.session else "no session"
    if plan.no_session is not None:
        yield f"no session, because of {named(plan.no_session)}"
    yield from (f"{word} {'; '.join(map(named, some))}" for word, some in _lists(plan) if some)
    if plan.relief is not None:
        yield f"relief by {named(plan.relief)}"
    if plan.walk is not None:
        yield f"a walk of {plan.walk} minutes" if plan.walk else "no walk"
    if plan.ride is not None:
        yield named(plan.ride) if plan.ride else "no ride"
    if plan.yellow is not None:
        yield "the yellow flags are due" if plan.yellow else "the yellow flags are not due"
    if plan.locked is not None:
        yield "locked" if plan.locked else "not locked"


def _lists(plan: Plan) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (
        ("with", plan.includes),
        ("without", plan.excludes),
        ("waiting:", plan.waiting),
        ("measures due:", plan.measures or ()),
        ("asked:", plan.ask or ()),
    )


def _final(final: Final) -> Iterator[str]:
    if final.phase is not None:
        yield f"phase {final.phase}"
    if final.walk is not None:
        yield f"walking level {final.walk}"
    yield from (f"{named(ladder)} on rung {rung + 1}" for ladder, rung in final.rungs.items())
    if final.locked is not None:
        yield "locked" if final.locked else "not locked"
    if final.flare is not None:
        yield "in a flare" if final.flare else "not in a flare"
