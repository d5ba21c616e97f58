"""The caseload: the order of need, the words of each row, a fixed number of queries, and nobody else's patients."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from backstride.engine.event import CheckedIn, FlareReported, Screened
from backstride.engine.values import Settled, Site
from backstride.web.accounts.models import User
from backstride.web.practitioner.caseload import title
from backstride.web.records.models import Episode
from tests.web.practitioner.conftest import clean_answers, clean_form, good_day, page, tell

pytestmark = pytest.mark.data
Opener = Callable[..., Episode]


def shown(desk: Client, query: str = "") -> dict[str, dict[str, object]]:
    """Rows by group and name."""
    groups = desk.get(page("caseload") + query).context["screen"].groups
    return {group.name: {row.name: row for row in group.rows} for group in groups}


def test_nobody_in_care_shows_the_first_step(desk: Client) -> None:
    answer = desk.get(page("caseload"))
    assert answer.context["screen"].empty
    assert page("new-patient") in answer.content.decode()


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "Nobody needs you today"),
        (1, "One person needs you today"),
        (3, "Three people need you today"),
        (40, "40 people need you today"),
    ],
)
def test_the_title_is_the_answer(count: int, words: str) -> None:
    assert title(count) == words


def test_those_in_need_come_first_each_with_the_step_that_settles_it(
    desk: Client, new_episode: Opener, assessed: Opener, approved: Opener
) -> None:
    new_episode("New")
    urgent = new_episode("Urgent")
    desk.post(page("screen", urgent), clean_form(C1="yes"))
    assessed("Proposed")
    locked = approved("Locked")
    tell(locked, Screened(locked.today(), clean_answers(C2="yes"), full=True))
    today = shown(desk)["Today"]
    assert list(today)[:2] == ["Locked", "Urgent"]
    assert {name: row.action for name, row in today.items()} == {
        "Locked": "Open now",
        "Urgent": "Open now",
        "New": "Begin",
        "Proposed": "Approve",
    }
    assert today["Proposed"].action_href == page("program", Episode.objects.get(name="Proposed"))
    assert "emergency care" in today["Locked"].consequence and "urine" in today["Locked"].consequence


def test_this_week_holds_who_went_quiet_has_not_joined_or_is_watched(desk: Client, approved: Opener) -> None:
    quiet = approved("Quiet", ago=9)
    tell(quiet, *good_day(quiet.today() - timedelta(days=5)))
    approved("Unjoined", joined=False)
    watched = approved("Watched")
    tell(watched, Screened(watched.today(), clean_answers(X1="yes"), full=True))
    week = shown(desk)["This week"]
    assert {name: row.word for name, row in week.items()} == {
        "Quiet": "Quiet 5 days",
        "Unjoined": "Not joined",
        "Watched": "Watch",
    }


def test_as_planned_tells_where_the_program_stands(desk: Client, approved: Opener) -> None:
    episode = approved("Fine", ago=1)
    tell(episode, *good_day(episode.today()))
    row = shown(desk)["As planned"]["Fine"]
    assert row.word == "As planned" and "Phase 1 Calm" in row.consequence
    assert row.pain[-1] == 2 and "now 2" in row.pain_words


def test_a_flare_is_told_with_its_step(desk: Client, approved: Opener) -> None:
    episode = approved("Sore", ago=1)
    tell(episode, FlareReported(episode.today()))
    row = shown(desk)["Today"]["Sore"]
    assert row.word == "Flare" and "easy positions" in row.consequence


def test_a_red_session_is_told(desk: Client, approved: Opener) -> None:
    episode = approved("Red", ago=2)
    on = episode.today() - timedelta(days=1)
    tell(episode, *good_day(on), CheckedIn(episode.today(), 6, 4, Site.CALF, Settled.NOT_YET, True, True))
    assert shown(desk)["Today"]["Red"].word == "Red"


def test_finding_and_narrowing(desk: Client, new_episode: Opener, approved: Opener) -> None:
    new_episode("Maria")
    approved("Tom", joined=False)
    assert list(shown(desk, "?find=mar")) == ["Today"]
    assert list(shown(desk, "?group=week")) == ["This week"]
    assert shown(desk, "?find=nobody") == {}


def test_the_number_of_queries_does_not_grow(
    desk: Client, approved: Opener, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    approved("One")
    with django_assert_num_queries(5):
        desk.get(page("caseload"))
    for number in range(6):
        approved(f"More {number}", joined=False)
    with django_assert_num_queries(5):
        desk.get(page("caseload"))


def test_a_long_list_has_pages(desk: Client, new_episode: Opener) -> None:
    for number in range(26):
        new_episode(f"Patient {number:02}")
    first, second = (desk.get(f"{page('caseload')}?page={number}").context["screen"] for number in (1, 2))
    assert [len(group.rows) for group in first.groups] == [25]
    assert [len(group.rows) for group in second.groups] == [1]


def test_nobody_sees_another_clinics_patients(
    charlie: User, signed_in: Callable[[User], Client], new_episode: Opener
) -> None:
    new_episode("Bob")
    assert signed_in(charlie).get(page("caseload")).context["screen"].empty


def test_without_signing_in_it_asks_to(client: Client, db: None) -> None:
    assert client.get(page("caseload")).status_code == 302
