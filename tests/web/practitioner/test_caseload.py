"""The caseload: the order of need, the words of each row, a fixed number of queries, and nobody else's patients."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from backstride.engine.codec import to_plain
from backstride.engine.event import (
    Approved,
    CheckedIn,
    Declared,
    FlareReported,
    Report,
    Screened,
    Taught,
    Walked,
    YellowAnswered,
)
from backstride.engine.program import Lock
from backstride.engine.values import Settled, Site, Urgency
from backstride.web.accounts.models import User
from backstride.web.practitioner.caseload import title
from backstride.web.records.attention import attention
from backstride.web.records.models import Episode, Snapshot
from tests.web.practitioner.conftest import clean_answers, clean_form, good_day, page, reload, tell

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
    assert "emergency care" in today["Locked"].consequence
    assert today["Locked"].reason.startswith("Bladder control, ")


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


def test_what_somebody_told_of_pauses_and_is_named(desk: Client, approved: Opener) -> None:
    episode = approved("News", ago=2)
    tell(episode, Declared(episode.today(), "surgery"))
    row = shown(desk)["Today"]["News"]
    assert row.word == "News" and row.reason.startswith("Told of an operation, ")
    assert row.consequence == "Sessions wait until you have looked."


def test_a_pause_nobody_answers_comes_before_one_that_has_just_begun(desk: Client, approved: Opener) -> None:
    fresh, waiting = approved("Fresh", ago=9), approved("Waiting", ago=9)
    tell(fresh, Declared(fresh.today(), "surgery"))
    on = waiting.today()
    tell(waiting, Declared(on - timedelta(days=4), "injection"), CheckedIn(on, leg=3, back=2))
    today = shown(desk)["Today"]
    assert list(today) == ["Waiting", "Fresh"]
    assert today["Waiting"].consequence == "Sessions have waited for 4 days; nobody has looked."


def test_no_gain_after_six_weeks_is_told(desk: Client, approved: Opener) -> None:
    episode = approved("Same", ago=46)
    on = episode.today()
    seen = [Approved(on - timedelta(days=ago), "Alice") for ago in (25,)]
    told = [CheckedIn(on - timedelta(days=ago), leg=4, back=3, site=Site.THIGH) for ago in range(9, -1, -1)]
    tell(episode, *seen, *told)
    row = shown(desk)["Today"]["Same"]
    assert (row.word, row.reason) == ("No gain", "Not clearly better after 6 weeks.")


@pytest.mark.parametrize(
    ("rule", "word"),
    [("walking/worse", "Walking"), ("walking/rest_pain", "Rest pain"), ("approval/no_contact", "28 days")],
)
def test_a_rule_that_pauses_has_words_of_its_own(desk: Client, approved: Opener, rule: str, word: str) -> None:
    episode = approved("Paused")
    pause(episode, rule)
    row = shown(desk)["Today"]["Paused"]
    assert row.word == word and row.action == "Review"


def test_want_of_contact_is_told_after_what_else_pauses(desk: Client, approved: Opener) -> None:
    episode = approved("Paused")
    pause(episode, "approval/no_contact", "walking/worse")
    row = shown(desk)["Today"]["Paused"]
    assert row.word == "Walking" and "Also: No contact" in row.consequence


def pause(episode: Episode, *rules: str) -> None:
    """Pause a program by these rules, as if their histories had led there."""
    program = reload(episode)
    locks = tuple(Lock(Urgency.PAUSE, rule, episode.today()) for rule in rules)
    paused = replace(program, locks=locks)
    rank, rule = attention(paused)
    Snapshot.objects.filter(episode=episode).update(program=to_plain(paused), attention=rank, attention_rule=rule)


def short_walks(episode: Episode, days: int) -> None:
    """A morning and a short walk on each of these last days: nothing to decide about, and nobody quiet."""
    for ago in range(days, -1, -1):
        on = episode.today() - timedelta(days=ago)
        tell(episode, CheckedIn(on, leg=4, back=3, site=Site.THIGH), Walked(on, 3, Report()))


def test_a_review_is_due_a_week_before_the_contact_runs_out(desk: Client, approved: Opener) -> None:
    for name, ago in (("Early", 20), ("Due", 22)):
        short_walks(approved(name, ago=ago, cause="sacroiliac-joint"), 3)
    week = shown(desk)["This week"]
    assert list(week) == ["Due"]
    assert week["Due"].reason == "A review is due: last contact 22 days ago."
    assert week["Due"].consequence == "Without contact the program pauses in 6 days."


def test_a_review_that_the_cause_asks_for_is_due_until_there_was_contact(desk: Client, approved: Opener) -> None:
    episode = approved("Later", ago=15)
    short_walks(episode, 15)
    row = shown(desk)["This week"]["Later"]
    assert row.word == "Review" and row.reason == "A review is due, 2 weeks after the start."
    tell(episode, Taught(episode.today(), "Alice", "COR01"))
    assert "This week" not in shown(desk)


def test_a_worry_is_flagged_and_not_urgent(desk: Client, approved: Opener) -> None:
    episode = approved("Worried", ago=1)
    on = episode.today()
    tell(episode, *good_day(on), YellowAnswered(on, ("fear-of-moving",)))
    row = shown(desk)["This week"]["Worried"]
    assert row.word == "Yellow flag" and row.reason.startswith("Fear of moving, ") and not row.urgent
    tell(episode, Taught(on, "Alice", "COR01"))
    assert "Worried" in shown(desk)["As planned"]


def test_a_relapse_asks_whether_to_build_up_again(desk: Client, relapsed: Episode) -> None:
    row = shown(desk)["Today"]["Relapsed"]
    assert (row.word, row.reason, row.action) == ("Relapse", "Build up again from phase 2?", "Decide")


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
