"""One patient: the same decisions and reasons as theirs, the lock first, the chart with its table, paged history."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from backstride.engine.codec import from_plain
from backstride.engine.decision import Decision
from backstride.engine.event import Declared, FlareReported, Screened, Taught, YellowAnswered
from backstride.web.accounts.models import User
from backstride.web.practitioner.pain_chart import finding
from backstride.web.records.models import Episode
from backstride.web.records.wording import decision_words
from tests.web.practitioner.conftest import KIT, clean_answers, good_day, page, tell

pytestmark = pytest.mark.data
Opener = Callable[..., Episode]


def test_it_shows_who_how_they_are_and_what_they_do_today(desk: Client, approved: Opener) -> None:
    episode = approved(ago=1)
    tell(episode, *good_day(episode.today()))
    answer = desk.get(page("patient", episode))
    screen, html = answer.context["screen"], answer.content.decode()
    assert screen.heading.about == f"{episode.today().year - 1978} · Herniated disc, left"
    assert screen.heading.now == "Phase 1 Calm, day 2. Leg 2, back 2."
    assert screen.today.moves and screen.today.walk
    assert all(page(name, episode) in html for name in ("program", "taught", "screen", "assess"))
    assert page("invite", episode) not in html


def test_the_decisions_are_the_patients_own_newest_first(desk: Client, approved: Opener) -> None:
    episode = approved(ago=1)
    tell(episode, *good_day(episode.today()))
    shown = desk.get(page("patient", episode)).context["screen"].decisions
    stored = episode.decisions.order_by("-on", "-event__sequence", "place")[:15]
    assert list(shown) == [decision_words(from_plain(Decision, one.body)) for one in stored]
    assert [one.on for one in shown] == sorted((one.on for one in shown), reverse=True)


def test_a_long_history_has_pages(desk: Client, approved: Opener) -> None:
    episode = approved(ago=9)
    for ago in range(8, -1, -1):
        tell(episode, *good_day(episode.today() - timedelta(days=ago)))
    first = desk.get(page("patient", episode))
    assert len(first.context["screen"].decisions) == 15 and "Show more" in first.content.decode()
    last = desk.get(f"{page('patient', episode)}?page=99").context["screen"]
    assert last.page.number == last.page.paginator.num_pages > 1


def test_a_lock_comes_first_with_the_way_to_reopen(desk: Client, approved: Opener) -> None:
    episode = approved()
    tell(episode, Screened(episode.today(), clean_answers(C2="yes"), full=True))
    answer = desk.get(page("patient", episode))
    assert answer.context["screen"].title == "Bob needs emergency care now"
    assert "No session today" in answer.content.decode()
    assert page("reopen", episode) in answer.content.decode()
    assert page("assess", episode) not in answer.content.decode()


def test_a_program_not_signed_says_so(desk: Client, assessed: Opener) -> None:
    assert "waits for your signature" in desk.get(page("patient", assessed())).content.decode()


def test_the_chart_has_gaps_flares_and_a_table(desk: Client, approved: Opener) -> None:
    episode = approved(ago=6)
    for ago in (6, 5, 2):
        tell(episode, *good_day(episode.today() - timedelta(days=ago)))
    tell(episode, FlareReported(episode.today() - timedelta(days=1)))
    wide, narrow = desk.get(page("patient", episode)).context["screen"].charts
    leg = next(line for line in wide.lines if line.kind == "leg")
    assert len(leg.runs) == 1 and len(leg.dots) == 1
    assert len(wide.flares) == 2
    assert len(wide.rows) == 3 and wide.rows[0][1:] == ("2", "2")
    assert (wide.width, narrow.width) == (640, 300)
    assert "on 3 of 28 days" in wide.words


@pytest.mark.parametrize(
    ("legs", "words"),
    [
        ([None, None], "No check-ins in the last 28 days"),
        ([None, 4], "Leg pain 4 at the only check-in"),
        ([6, None, 2], "Leg pain down from 6 to 2"),
        ([2, 5], "Leg pain up from 2 to 5"),
        ([4, 3], "Leg pain about the same: 4 then, 3 now"),
    ],
)
def test_the_title_says_what_the_leg_did(legs: list[int | None], words: str) -> None:
    assert finding(legs) == words


def test_what_was_told_of_is_named_and_assessed_first(desk: Client, approved: Opener) -> None:
    episode = approved(ago=3)
    tell(episode, Declared(episode.today(), "pregnancy"))
    answer = desk.get(page("patient", episode))
    assert answer.context["screen"].outcome.findings[0].name == "Told of a pregnancy"
    assert page("assess", episode) in answer.content.decode()
    assert page("reopen", episode) not in answer.content.decode()


def test_a_flag_is_called_by_its_short_name(desk: Client, approved: Opener) -> None:
    episode = approved()
    tell(episode, Screened(episode.today(), clean_answers(C2="yes"), full=True))
    html = desk.get(page("patient", episode)).content.decode()
    assert "Bladder control" in html and "do you leak" not in html


def test_a_worry_is_shown_until_the_practitioner_has_done_something(desk: Client, approved: Opener) -> None:
    episode = approved(ago=2)
    tell(episode, YellowAnswered(episode.today(), ("low-mood", "fear-of-moving")))
    assert "Low mood, fear of moving" in desk.get(page("patient", episode)).content.decode()
    tell(episode, Taught(episode.today(), "Alice", "COR01"))
    assert desk.get(page("patient", episode)).context["screen"].worry is None


def test_no_worry_is_shown_where_all_was_answered_no(desk: Client, approved: Opener) -> None:
    episode = approved(ago=2)
    tell(episode, YellowAnswered(episode.today(), ()))
    assert desk.get(page("patient", episode)).context["screen"].worry is None


def test_a_ride_is_shown_in_place_of_the_walk(desk: Client, approved: Opener) -> None:
    episode = approved(cause="spinal-stenosis", aerobic="bike", kit=(*KIT, "bike"))
    today = desk.get(page("patient", episode)).context["screen"].today
    assert today.ride.shown.figure == "AER03" and today.walk == ""


def test_todays_moves_have_the_pictures_of_their_forms(desk: Client, approved: Opener) -> None:
    episode = approved(ago=1)
    moves = desk.get(page("patient", episode)).context["screen"].today.moves
    html = desk.get(page("patient", episode)).content.decode()
    assert moves and all(f"figures/{move.shown.figure}-" in html for move in moves if move.shown.figure)


def test_a_relapse_asks_for_a_decision(desk: Client, relapsed: Episode) -> None:
    assert desk.get(page("patient", relapsed)).context["screen"].proposal == "Build up again from phase 2?"


def test_further_causes_stand_in_the_heading(desk: Client, approved: Opener) -> None:
    episode = approved(also=("spinal-stenosis",))
    assert desk.get(page("patient", episode)).context["screen"].heading.about.endswith("also Spinal stenosis")


def test_before_an_assessment_the_safety_questions_come(desk: Client, new_episode: Opener) -> None:
    episode = new_episode()
    assert desk.get(page("patient", episode))["Location"] == page("screen", episode)


def test_another_clinics_patient_is_not_there(
    charlie: User, signed_in: Callable[[User], Client], approved: Opener
) -> None:
    assert signed_in(charlie).get(page("patient", approved())).status_code == 404
