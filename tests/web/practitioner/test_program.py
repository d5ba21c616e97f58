"""The program editor: reasons for everything, nothing denied reached, ceilings, the phase, and the signature."""

import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from backstride.engine.codec import to_plain
from backstride.engine.event import Screened
from backstride.web.accounts.models import User
from backstride.web.records.library import knowledge
from backstride.web.records.models import Episode, EventRecord
from tests.web.practitioner.conftest import clean_answers, good_day, page, reload, tell

pytestmark = pytest.mark.data
Opener = Callable[..., Episode]


def context(desk: Client, episode: Episode) -> Any:
    return desk.get(page("program", episode)).context["screen"]


def row(desk: Client, episode: Episode, ladder: str) -> Any:
    return next(one for one in context(desk, episode).rows if one.ladder == ladder)


def press(desk: Client, episode: Episode, do: str, **sent: str) -> Any:
    return desk.post(page("program", episode), {"do": do} | sent)


def test_each_ladder_of_the_phase_has_its_rung_its_dose_and_its_reason(desk: Client, assessed: Opener) -> None:
    episode = assessed()
    rows = context(desk, episode).rows
    assert {one.ladder for one in rows} >= {"hamstring", "abdominal", "calf", "unloading"}
    assert all(one.why or one.waits for one in rows)
    abdominal = row(desk, episode, "abdominal")
    own = [one for one in knowledge().ladder("abdominal").rungs if not one.causes or "disc-herniation" in one.causes]
    assert (abdominal.place, abdominal.of, abdominal.dose) == (1, len(own), "10 × 5 s")
    assert abdominal.why.reason.rule == "prescribing/prescribe"
    assert "Source" in desk.get(page("program", episode)).content.decode()


def test_every_row_that_waits_says_why(desk: Client, assessed: Opener) -> None:
    episode = assessed(irritable=True)
    nerve = row(desk, episode, "nerve")
    assert nerve.chip == "waits"
    assert nerve.waits.words == "The nerve slide waits while your leg is easily stirred up."
    assert nerve.waits.sources


def test_a_contraindication_is_listed_with_what_it_rules_out(desk: Client, assessed: Opener) -> None:
    forbidden = context(desk, assessed(contraindications=("osteoporosis",))).forbidden
    assert forbidden[0].name == "Osteoporosis" and forbidden[0].why and forbidden[0].sources


def test_the_deny_list_of_the_cause_is_shown_with_reasons_and_sources(desk: Client, assessed: Opener) -> None:
    forbidden = context(desk, assessed(cause="spinal-stenosis")).forbidden
    assert any("Bending your back backward" in one.why for one in forbidden)
    assert all(one.sources for one in forbidden)


def test_plus_and_minus_move_one_rung_and_say_who(desk: Client, assessed: Opener) -> None:
    episode = assessed()
    assert press(desk, episode, "rung:abdominal:1").status_code == 302
    abdominal = row(desk, episode, "abdominal")
    assert (abdominal.place, abdominal.chip, abdominal.lower) == (2, "up", 0)
    assert abdominal.why.sentence == "Alice changed Belly muscles."
    press(desk, episode, "rung:abdominal:0")
    assert row(desk, episode, "abdominal").place == 1


@pytest.mark.parametrize(
    ("do", "words"),
    [
        ("rung:abdominal:3", "opens in phase 2, Restore"),
        ("rung:abdominal:99", "is not a whole number from 0 to"),
        ("rung:invented:0", "is not part of this program"),
        ("order:REL01:0", "does not know that change"),
        ("rung:abdominal:up", "does not know that change"),
        ("phase:phase:9", "is not a whole number from 1 to 4"),
        ("walk:walk:17", "reached its ceiling"),
    ],
)
def test_what_is_not_open_is_refused_with_the_reason(desk: Client, assessed: Opener, do: str, words: str) -> None:
    episode = assessed()
    answer = press(desk, episode, do)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not EventRecord.objects.filter(kind="Adjusted").exists()


def test_a_denied_exercise_is_refused_with_the_causes_own_words(desk: Client, assessed: Opener) -> None:
    answer = press(desk, assessed(irritable=True), "rung:nerve:0")
    assert "easily stirred up" in answer.content.decode()


def test_nothing_goes_above_its_ceiling(desk: Client, assessed: Opener) -> None:
    episode = assessed()
    press(desk, episode, "save", **{"ceiling-abdominal": "1"})
    assert reload(episode).ladder("abdominal").ceiling == 1
    press(desk, episode, "rung:abdominal:1")
    assert "Raise the ceiling first" in press(desk, episode, "rung:abdominal:2").content.decode()


def test_a_change_refused_leaves_the_ceilings_as_they_were(desk: Client, assessed: Opener) -> None:
    episode = assessed()
    press(desk, episode, "rung:abdominal:3", **{"ceiling-abdominal": "1"})
    assert reload(episode).ladder("abdominal").ceiling == 99


def test_lock_remove_and_back(desk: Client, assessed: Opener) -> None:
    episode = assessed()
    for do, field, value in [
        ("lock:calf:0", "locked", True),
        ("unlock:calf:0", "locked", False),
        ("remove:calf:0", "removed", True),
        ("restore:calf:0", "removed", False),
    ]:
        press(desk, episode, do)
        assert getattr(reload(episode).ladder("calf"), field) is value
        assert getattr(row(desk, episode, "calf"), field) is value


def test_the_walk_moves_by_levels(desk: Client, assessed: Opener) -> None:
    episode = assessed()
    before = reload(episode).walk.level
    press(desk, episode, f"walk:walk:{before + 1}")
    assert reload(episode).walk.level == before + 1


def test_a_walking_ceiling_is_kept_until_the_signature(desk: Client, assessed: Opener) -> None:
    episode = assessed()
    answer = press(desk, episode, "rung:abdominal:1", **{"ceiling-walk": "8"})
    walk = desk.get(answer["Location"]).context["screen"].walk
    assert [one.value for one in walk.ceilings if one.chosen] == [8]
    press(desk, episode, "approve", signature="Alice", **{"ceiling-walk": "8"})
    assert reload(episode).walk.ceiling == 8


def test_the_signature_gives_the_program_with_its_ceilings(desk: Client, assessed: Opener) -> None:
    episode = assessed()
    answer = press(desk, episode, "approve", signature=" Alice B. ", **{"ceiling-abdominal": "2"})
    program = reload(episode)
    assert answer["Location"] == page("invite", episode)
    assert (program.approved_on, program.approved_by) == (episode.today(), "Alice B.")
    assert program.ladder("abdominal").ceiling == 2
    assert program.ladder("hamstring").ceiling == len(knowledge().ladder("hamstring").rungs) - 1


def test_without_a_name_nothing_is_signed(desk: Client, assessed: Opener) -> None:
    episode = assessed()
    answer = press(desk, episode, "approve", signature="  ")
    assert answer.status_code == 422 and "Sign with your name" in answer.content.decode()
    assert reload(episode).approved_on is None


@pytest.mark.parametrize("ceiling", ["99", "two"])
def test_a_ceiling_that_does_not_exist_is_refused(desk: Client, assessed: Opener, ceiling: str) -> None:
    episode = assessed()
    assert press(desk, episode, "approve", signature="Alice", **{"ceiling-calf": ceiling}).status_code == 422
    assert reload(episode).approved_on is None


def test_signed_twice_it_is_recorded_once(desk: Client, assessed: Opener) -> None:
    episode, sent = assessed(), {"signature": "Alice", "event_id": str(uuid.uuid4())}
    press(desk, episode, "approve", **sent)
    press(desk, episode, "approve", **sent)
    assert EventRecord.objects.filter(kind="Approved").count() == 1


def test_a_watch_is_over_when_the_practitioner_has_signed(desk: Client, approved: Opener) -> None:
    episode = approved()
    tell(episode, Screened(episode.today(), clean_answers(X1="yes"), full=True))
    assert press(desk, episode, "approve", signature="Alice")["Location"] == page("patient", episode)
    assert reload(episode).lock is None


def ready_for_phase_2(approved: Opener) -> Episode:
    episode = approved(ago=5)
    for ago in (4, 3, 2, 1):
        tell(episode, *good_day(episode.today() - timedelta(days=ago)))
    tell(episode, *good_day(episode.today()))
    return episode


@pytest.mark.parametrize("phase", [1, 2])
def test_the_next_phase_is_entered_or_not_by_hand(desk: Client, approved: Opener, phase: int) -> None:
    episode = ready_for_phase_2(approved)
    shown = context(desk, episode)
    assert shown.phase.proposed == 2 and shown.title == "Ready for phase 2, Restore"
    assert shown.phase.why.reason.rule == "phase/forward"
    press(desk, episode, f"phase:phase:{phase}")
    assert (reload(episode).phase, reload(episode).phase_proposed) == (phase, 0)


def test_the_three_futures_are_told_in_words(desk: Client, assessed: Opener) -> None:
    leads = context(desk, assessed()).leads
    assert [lead.words for lead in leads] == ["goes as expected", "hurts", "is not done"]
    assert any("More than we want" in one.sentence for one in leads[1].decisions)


def test_a_locked_program_cannot_be_signed_here(desk: Client, approved: Opener) -> None:
    episode = approved()
    tell(episode, Screened(episode.today(), clean_answers(C2="yes"), full=True))
    html = desk.get(page("program", episode)).content.decode()
    assert page("reopen", episode) in html and 'value="approve"' not in html


def test_a_pause_for_want_of_contact_ends_with_an_examination(desk: Client, approved: Opener) -> None:
    """clinical.md §13.7: the 28-day pause clears as any other, never by a signature alone."""
    episode = approved(ago=30)
    tell(episode, *good_day(episode.today()))
    assert reload(episode).lock.flag == "approval/no_contact"
    html = desk.get(page("program", episode)).content.decode()
    assert page("reopen", episode) in html and 'value="approve"' not in html
    press(desk, episode, "approve", signature="Alice")
    assert reload(episode).lock is not None


def test_without_an_assessment_there_is_no_program(desk: Client, new_episode: Opener) -> None:
    episode = new_episode()
    assert desk.get(page("program", episode))["Location"] == page("assess", episode)


def test_another_clinics_program_is_not_there(
    charlie: User, signed_in: Callable[[User], Client], assessed: Opener
) -> None:
    episode = assessed()
    browser = signed_in(charlie)
    assert browser.get(page("program", episode)).status_code == 404
    assert press(browser, episode, "approve", signature="Charlie").status_code == 404
    assert reload(episode).approved_on is None


def test_the_proposal_shown_is_not_stored(desk: Client, assessed: Opener) -> None:
    episode = assessed()
    before = to_plain(reload(episode))
    context(desk, episode)
    assert to_plain(reload(episode)) == before


def test_a_future_tells_nothing_of_days_gone_by(desk: Client, approved: Opener) -> None:
    episode = approved(ago=2)
    tell(episode, *good_day(episode.today() - timedelta(days=1)))
    assert all(one.on >= episode.today() for lead in context(desk, episode).leads for one in lead.decisions)
