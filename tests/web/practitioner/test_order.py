"""Orders: one exercise, a written reason, twice where it matters, and nothing lifted that was not named."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from backstride.engine.denial import denied
from backstride.engine.event import Report, SessionDone
from backstride.engine.values import Direction, Site
from backstride.web.accounts.models import User
from backstride.web.records.library import knowledge
from backstride.web.records.models import Episode, EventRecord
from backstride.web.records.names import form_name
from tests.web.practitioner.conftest import page, reload, tell

pytestmark = pytest.mark.data
Opener = Callable[..., Episode]
REASON = "Prone lifts were tolerated three times under supervision."


def send(desk: Client, episode: Episode, exercise: str, **sent: str) -> Any:
    return desk.post(page("order", episode), {"exercise": exercise, "reason": REASON} | sent)


def nothing_ordered() -> bool:
    return not EventRecord.objects.filter(kind="Adjusted").exists()


def test_an_order_lifts_one_denial_and_bears_name_date_and_reason(desk: Client, approved: Opener) -> None:
    episode = approved()
    assert denied("COR05", reload(episode), knowledge()) is not None
    assert send(desk, episode, "COR05")["Location"] == page("program", episode)
    program = reload(episode)
    assert denied("COR05", program, knowledge()) is None
    assert denied("REL08", program, knowledge()) is not None
    (order,) = program.orders
    assert (order.exercise, order.by, order.on, order.reason) == ("COR05", "Alice", episode.today(), REASON)


def test_orders_in_force_stand_in_the_editor_and_on_the_deny_list(desk: Client, approved: Opener) -> None:
    episode = approved()
    send(desk, episode, "COR05")
    screen = desk.get(page("program", episode)).context["screen"]
    assert [(one.name, one.by, one.on, one.reason) for one in screen.orders] == [
        ("Curl-up", "Alice", episode.today(), REASON)
    ]
    curl_up = next(one for one in screen.forbidden if one.name == "Curl-up")
    assert curl_up.lifted and not curl_up.exercise


def test_the_ladder_of_an_ordered_exercise_joins_the_program(desk: Client, approved: Opener) -> None:
    episode = approved(cause="spondylolisthesis", grade=1)
    send(desk, episode, "BCK01", sure="yes")
    rows = desk.get(page("program", episode)).context["screen"].rows
    back = next(one for one in rows if one.ladder == "back-extensor")
    assert back.exercise_name == form_name("BCK01") and back.waits is None


def test_an_exercise_on_no_menu_can_be_added(desk: Client, approved: Opener) -> None:
    episode = approved()
    html = desk.get(page("order", episode) + "?exercise=GLU02").content.decode()
    assert "It is on no menu of this cause." in html
    send(desk, episode, "GLU02")
    assert any(state.ladder == "gluteal" and state.rung >= 0 for state in reload(episode).ladders)


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"reason": ""}, "An order needs a reason."),
        ({"reason": "   "}, "An order needs a reason."),
        ({"reason": "x" * 501}, "at most 500 characters"),
        ({"exercise": ""}, "Choose the exercise."),
        ({"exercise": "XXX99"}, "nothing stands in the way of the others"),
        ({"exercise": "COR01"}, "nothing stands in the way of the others"),
    ],
)
def test_what_is_missing_or_needs_no_order_is_named_and_nothing_stored(
    desk: Client, approved: Opener, sent: dict[str, str], words: str
) -> None:
    episode = approved()
    answer = send(desk, episode, sent.get("exercise", "COR05"), reason=sent.get("reason", REASON))
    assert answer.status_code == 422 and words in answer.content.decode()
    assert nothing_ordered()


@pytest.mark.parametrize(
    ("found", "exercise", "twice"),
    [
        ({"cause": "spinal-stenosis"}, "REL02", "bends the back backward, and spinal stenosis"),
        ({"cause": "spinal-stenosis"}, "HIP05", "bends the back backward"),
        ({"cause": "spondylolisthesis", "grade": 1}, "BCK01", "bends the back backward, and spondylolisthesis"),
        ({"also": ("spinal-stenosis",)}, "REL02", "spinal stenosis is recorded"),
        ({"cause": "pregnancy", "kind": "pregnant", "weeks": 12}, "REL01", "lying on the front, and a pregnancy"),
        ({"weeks": 12, "contraindications": ("pregnancy",)}, "REL01", "lying on the front, and a pregnancy"),
    ],
)
def test_bending_back_and_lying_on_the_front_are_asked_twice(
    desk: Client, approved: Opener, found: dict[str, Any], exercise: str, twice: str
) -> None:
    episode = approved(**found)
    answer = send(desk, episode, exercise)
    html = answer.content.decode()
    assert answer.status_code == 200 and "Order it all the same?" in html
    assert twice in html and REASON in html
    assert nothing_ordered()
    assert send(desk, episode, exercise, sure="yes")["Location"] == page("program", episode)
    assert reload(episode).orders[0].exercise == exercise


def test_the_second_question_names_everything_that_is_lifted(desk: Client, approved: Opener) -> None:
    episode = approved(cause="pregnancy", kind="pregnant", weeks=30, also=("spinal-stenosis",))
    lifted = send(desk, episode, "REL01").context["screen"].lifted
    words = " ".join(one.words for one in lifted.why)
    assert len(lifted.why) == 3
    assert "left out in pregnancy" in words and "Spinal stenosis, a further cause." in words and "from week 28" in words


def test_an_order_can_be_withdrawn(desk: Client, approved: Opener) -> None:
    episode = approved(cause="spinal-stenosis")
    send(desk, episode, "REL02", sure="yes")
    assert [one.exercise for one in reload(episode).orders] == ["REL02"]
    answer = desk.post(page("program", episode), {"do": "withdraw:REL02:0"}, follow=True)
    assert reload(episode).orders == () and answer.status_code == 200
    assert denied("REL02", reload(episode), knowledge()) is not None


def test_a_plain_order_is_asked_once(desk: Client, approved: Opener) -> None:
    episode = approved()
    assert send(desk, episode, "HAM06").status_code == 302


def test_an_order_leaves_a_closed_direction_closed(desk: Client, approved: Opener) -> None:
    """Only an examination opens a direction again (clinical.md §13.13), so there is nothing to order."""
    episode = approved(preference=Direction.EXTENSION)
    moved = Report(2, 2, 4, 2, Site.THIGH, Site.CALF, settled=False, site_later=Site.CALF)
    tell(episode, SessionDone(episode.today(), moved, ("REL01",)))
    assert reload(episode).closed_directions == (Direction.EXTENSION,)
    assert send(desk, episode, "REL01").status_code == 422
    assert nothing_ordered()


def test_sent_twice_it_is_recorded_once(desk: Client, approved: Opener) -> None:
    episode, sent = approved(), {"event_id": str(uuid.uuid4())}
    for _ in range(2):
        assert send(desk, episode, "COR05", **sent)["Location"] == page("program", episode)
    assert EventRecord.objects.filter(kind="Adjusted").count() == 1


def test_without_a_program_there_is_nothing_to_lift(desk: Client, new_episode: Opener) -> None:
    episode = new_episode()
    assert desk.get(page("order", episode))["Location"] == page("assess", episode)


def test_another_clinics_patient_is_not_there(
    charlie: User, signed_in: Callable[[User], Client], approved: Opener
) -> None:
    episode = approved()
    browser = signed_in(charlie)
    assert browser.get(page("order", episode)).status_code == 404
    assert send(browser, episode, "COR05").status_code == 404
    assert nothing_ordered()
