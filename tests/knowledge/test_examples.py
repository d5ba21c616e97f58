"""Every rule's own examples, told to the engine."""

from __future__ import annotations

import pytest

from backstride.knowledge import Library, load
from backstride.knowledge.story import Story
from backstride.knowledge.vignettes import faults

EXAMPLES = [(rule.id, story) for rule in load().rules.values() for story in rule.examples]


@pytest.mark.parametrize(("rule", "story"), EXAMPLES, ids=[f"{rule}: {story.name}" for rule, story in EXAMPLES])
def test_an_example_holds(rule: str, story: Story, library: Library) -> None:
    assert faults(story, library.engine) == []


def test_every_rule_has_an_example(library: Library) -> None:
    assert [rule.id for rule in library.rules.values() if not rule.examples] == []
