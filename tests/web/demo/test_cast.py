"""The demo: its stories hold, it loads through real actions, and it can be laid out anew."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from backstride.engine import today
from backstride.engine.composing import by_hand
from backstride.knowledge import load, vignettes
from backstride.web.accounts.models import User
from backstride.web.demo import cast
from backstride.web.records.access import program_of
from backstride.web.records.history import replayed
from backstride.web.records.library import knowledge
from backstride.web.records.models import Episode

STORIES = sorted((Path(cast.__file__).parent / "stories").glob("*.yaml"))


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_every_story_goes_as_it_says(path: Path) -> None:
    """The decisions a persona's story expects are those the engine makes."""
    for story in vignettes.read(path):
        assert vignettes.faults(story, load().engine) == []


def test_every_story_is_told_by_somebody() -> None:
    """No story is left over, and no person names a story that is missing."""
    assert {one.story for one in cast.read_cast().patients if one.story} == {path.stem for path in STORIES}


@pytest.mark.django_db
@pytest.mark.data
def test_loading_gives_everybody_a_program_that_replays(demo: None) -> None:
    """Every persona with a story has the program their events give."""
    count = cast.load_cast()
    assert User.objects.filter(demo=True).count() == count - len(
        [one for one in cast.read_cast().patients if not one.joined]
    )
    told = [episode for episode in Episode.objects.select_related("snapshot") if program_of(episode) is not None]
    assert len(told) == len(STORIES)
    for episode in told:
        assert program_of(episode) == replayed(episode)


@pytest.mark.django_db
@pytest.mark.data
def test_loading_again_changes_demo_people_only(demo: None) -> None:
    """A visitor's own patient outlives the next load; the personas are not doubled."""
    cast.load_cast()
    overseer = User.objects.get(display_name=cast.read_cast().practitioners[0].name)
    visitor = Episode.objects.create(practitioner=overseer, clinic=overseer.memberships.get().clinic, name="Visitor")
    before = Episode.objects.count()
    cast.load_cast()
    assert Episode.objects.count() == before
    assert Episode.objects.filter(pk=visitor.pk).exists()


@pytest.mark.django_db
def test_the_demo_never_loads_into_a_real_installation(settings: object) -> None:
    """With BACKSTRIDE_DEMO off the command refuses and says why."""
    settings.DEMO = False  # type: ignore[attr-defined]
    with pytest.raises(CommandError, match="BACKSTRIDE_DEMO is off"):
        call_command("load_demo")
    assert not User.objects.filter(demo=True).exists()


@pytest.mark.django_db
@pytest.mark.data
def test_the_demo_shows_what_there_is_to_see(demo: None) -> None:
    """All eight causes; somebody composed by hand, somebody with a ride today, phases 3 and 4, measures answered twice."""
    cast.load_cast()
    programs = [found for one in Episode.objects.select_related("snapshot") if (found := program_of(one)) is not None]
    plans = [today(one, knowledge(), one.on) for one in programs]
    assert {one.cause for one in programs} == set(knowledge().causes)
    assert any(by_hand(one, knowledge()) and plan.session for one, plan in zip(programs, plans, strict=True))
    assert any(plan.ride is not None for plan in plans)
    assert {1, 2, 3, 4} == {one.phase for one in programs}
    assert any(score.first_on < score.last_on for one in programs for score in one.measures)
