"""Vignettes: people's weeks in a clinician's words, and the decisions expected with their rules."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from backstride.engine import replay
from backstride.engine.catalogue import Knowledge
from backstride.engine.decision import Kind, Reason
from backstride.engine.plan import DayPlan
from backstride.engine.rolling import roll
from backstride.engine.values import Refused
from backstride.knowledge import load, vignettes
from backstride.knowledge.story import Story
from backstride.knowledge.vignettes import Told, faults, read, tell

LIBRARY = load()
FILES = {path.stem: read(path) for path in sorted(Path(__file__).parent.glob("*.yaml"))}
STORIES = {f"{file}: {story.name}": story for file, stories in FILES.items() for story in stories}
NAMES = {id(story): name for name, story in STORIES.items()}
LEAST = 60
LINES = 300
KINDS = {
    "Improves": {Kind.PROGRESSED, Kind.PHASE_PROPOSED},
    "Hurts": {Kind.COLORED, Kind.WITHHELD},
    "Pain moves down": {Kind.CLOSED, Kind.LOCKED, Kind.REGRESSED},
    "Flares": {Kind.FLARE_OPENED, Kind.FLARE_STEPPED, Kind.FLARE_ENDED},
    "Lapses": {Kind.NOTIFIED, Kind.HELD, Kind.REGRESSED},
    "Red flag": {Kind.LOCKED, Kind.REOPENED},
}
"""What the stories of each kind expect; the kind is the word before the colon of the name."""
ANY_OF = ("Improves", "Pain moves down", "Lapses")
SHOWN_AS = {"measuring/due": "measures", "yellow/monthly": "yellow", "aerobic/ride": "ride"}
"""Rules that decide only what a plan holds: the part of the plan a story asks for."""
SPEAKS_AS = {"response/two_reds_in_a_week": "phase/backward"}
"""Rules whose decisions carry the reason of another one."""
SILENT = ("measuring/change",)
"""Rules that decide nothing; a story says so."""


@pytest.fixture(autouse=True)
def told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each story is told once for all tests of this module."""
    monkeypatch.setattr(vignettes, "tell", again)


@cache
def outcome(name: str) -> Told | Refused:
    """The story told to its end, or the engine's refusal of it."""
    try:
        return tell(STORIES[name], LIBRARY.engine)
    except Refused as refusal:
        return refusal


def again(story: Story, knowledge: Knowledge) -> Told:
    """What telling this story gave."""
    end = outcome(NAMES[id(story)])
    if isinstance(end, Refused):
        raise end
    return end


@pytest.mark.parametrize("name", STORIES)
def test_the_story_goes_as_told(name: str) -> None:
    """Every decision, plan and end that the story expects, and none that it rules out."""
    assert faults(STORIES[name], LIBRARY.engine) == []


@pytest.mark.parametrize("name", STORIES)
def test_the_story_replays(name: str) -> None:
    """Its events alone give the same program."""
    end = outcome(name)
    if isinstance(end, Refused):
        assert STORIES[name].refused
        return
    program, _ = roll(replay(end.events, LIBRARY.engine), end.program.on, LIBRARY.engine)
    assert program == end.program


def test_there_are_enough_stories() -> None:
    """Sixty at least, and no two of the same name in one file."""
    assert len(STORIES) == sum(map(len, FILES.values())) >= LEAST


@pytest.mark.parametrize("cause", LIBRARY.causes)
def test_each_cause_has_its_file(cause: str) -> None:
    """A file short enough to read, and most of its people have that cause."""
    causes = [story.start.cause for story in FILES[cause]]
    assert causes.count(cause) > len(causes) / 2
    assert len((Path(__file__).parent / f"{cause}.yaml").read_text().splitlines()) < LINES


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("cause", LIBRARY.causes)
def test_every_cause_has_its_six_kinds(cause: str, kind: str) -> None:
    """Improves, hurts, pain moves down, flares, lapses, red flag; and each expects what its kind is about."""
    stories = list(of_kind(cause, kind))
    assert stories, f"{cause}: no story is named '{kind}: ...'"
    for story in stories:
        found = KINDS[kind] & {one.kind for one in story.expect}
        assert found if kind in ANY_OF else found == KINDS[kind]


@pytest.mark.parametrize("cause", LIBRARY.causes)
def test_who_improves_climbs_two_phases(cause: str) -> None:
    """The second phase is proposed, and the third."""
    expected = [one for story in of_kind(cause, "Improves") for one in story.expect]
    assert {2, 3} <= {one.after for one in expected if one.kind is Kind.PHASE_PROPOSED}


@pytest.mark.parametrize("rule", LIBRARY.rules)
def test_every_rule_is_expected_by_a_story(rule: str) -> None:
    """By name, or as a reason in a plan that a story looks at."""
    if rule in SILENT:
        assert any(one.rule == rule for story in STORIES.values() for one in story.never)
    elif rule in SHOWN_AS:
        assert any(getattr(plan, SHOWN_AS[rule]) for story in STORIES.values() for plan in story.plans)
    else:
        assert SPEAKS_AS.get(rule, rule) in named_rules() | shown_rules()


def of_kind(cause: str, kind: str) -> Iterator[Story]:
    """The stories of one cause and kind."""
    found = (story for story in STORIES.values() if story.start.cause == cause)
    return (story for story in found if story.name.startswith(f"{kind}: "))


@cache
def named_rules() -> frozenset[str]:
    """The rules that stories expect by name."""
    expected = {one.rule for story in STORIES.values() for one in story.expect}
    missing = {plan.no_session for story in STORIES.values() for plan in story.plans}
    return frozenset(one for one in expected | missing if one)


@cache
def shown_rules() -> frozenset[str]:
    """The rules that stand as reasons in the plans that stories look at."""
    ends = (outcome(name) for name in STORIES)
    plans = (plan for end in ends if isinstance(end, Told) for plan in end.plans.values())
    return frozenset(reason.rule for plan in plans for reason in _reasons(plan))


def _reasons(plan: DayPlan) -> Iterator[Reason]:
    items = plan.session.items if plan.session else ()
    yield from (reason for item in items for reason in item.reasons)
    yield from (relief.reason for relief in plan.relief)
    yield from (waiting.reason for waiting in plan.waiting)
    yield from plan.walk.reasons if plan.walk else ()
