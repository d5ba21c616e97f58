"""Vignettes: people's weeks in a clinician's words, and the decisions expected with their rules."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from backstride.engine import replay
from backstride.engine.catalogue import Knowledge
from backstride.engine.decision import Kind
from backstride.engine.rolling import roll
from backstride.engine.values import Refused
from backstride.knowledge import load
from backstride.knowledge.story import Story
from backstride.knowledge.vignettes import faults, read, tell

FILES = sorted(Path(__file__).parent.glob("*.yaml"))
STORIES = {f"{path.stem}: {story.name}": story for path in FILES for story in read(path)}


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    """The real knowledge."""
    return load().engine


@pytest.mark.parametrize("name", STORIES)
def test_the_story_goes_as_told(name: str, knowledge: Knowledge) -> None:
    """Every decision, plan and end that the story expects, and none that it rules out."""
    assert faults(STORIES[name], knowledge) == []


@pytest.mark.parametrize("name", STORIES)
def test_the_story_replays(name: str, knowledge: Knowledge) -> None:
    """Its events alone give the same program."""
    try:
        told = tell(STORIES[name], knowledge)
    except Refused:
        assert STORIES[name].refused
    else:
        program, _ = roll(replay(told.events, knowledge), told.program.on, knowledge)
        assert program == told.program


def by_cause(cause: str) -> Iterator[Story]:
    """The stories of one cause."""
    return (story for story in STORIES.values() if story.start.cause == cause)


@pytest.mark.parametrize("cause", load().causes)
def test_every_cause_has_its_six_stories(cause: str) -> None:
    """Improves, hurts, moves down the leg, flares, lapses, red flag."""
    expected = [expected for story in by_cause(cause) for expected in story.expect]
    assert len(list(by_cause(cause))) >= 6
    assert {Kind.PROGRESSED, Kind.WITHHELD, Kind.FLARE_OPENED, Kind.LOCKED} <= {one.kind for one in expected}
    assert {"inactivity/lapse", "response/moved_down", "screening/screen"} <= {one.rule for one in expected}
