"""Today: the next step in the engine's order, the moves, what changed, and five queries whatever the history."""

import gzip
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from backstride.engine.assessment import Answer
from backstride.engine.decision import Reason
from backstride.engine.event import Adjusted, Assessed, Declared, Flagged, FlareReported, Screened
from backstride.engine.screening import asked
from backstride.engine.values import Site
from backstride.web.accounts.models import User
from backstride.web.patient.course import course_on
from backstride.web.patient.notices import notices
from backstride.web.records.actions.record import record
from backstride.web.records.library import knowledge
from backstride.web.records.models import Episode, EventRecord
from tests.web.patient.answering import program_in_force
from tests.web.patient.conftest import device_person, patient_with_program, usual_assessment
from tests.web.patient.days import CALM_REPORT, check_in, live, plan_on, practise

pytestmark = pytest.mark.django_db


def page(client: Client) -> str:
    """Today's page."""
    response = client.get("/today/")
    assert response.status_code == 200
    return response.content.decode()


def panel(client: Client) -> str:
    """The dark panel of today's page."""
    return page(client).split('<section class="now">')[1].split("</section>")[0]


def waited(episode: Episode, minutes: int) -> None:
    """Let everything have been recorded that long ago."""
    for event in EventRecord.objects.filter(episode=episode):
        EventRecord.objects.filter(pk=event.pk).update(recorded_at=event.recorded_at - timedelta(minutes=minutes))


def test_without_a_program_it_leads_to_the_start(client: Client) -> None:
    device_person(client)
    assert client.get("/today/").headers["Location"] == "/start/"


def test_a_stranger_is_asked_to_sign_in_and_a_practitioner_sent_home(client: Client, alice: User) -> None:
    assert client.get("/today/").headers["Location"].startswith("/sign-in/")
    client.force_login(alice)
    assert client.get("/today/").status_code == 403


def test_it_shows_only_ones_own_program(client: Client) -> None:
    patient_with_program(client, "spinal-stenosis")
    other = Client()
    patient_with_program(other)
    assert "The road to longer walks" in page(client)
    assert "The road to three miles" in page(other)


def test_an_emergency_leads_to_its_advice(client: Client) -> None:
    episode = patient_with_program(client)
    record(episode, Flagged(episode.today(), Answer("C1", "yes")), by=None)
    assert client.get("/today/").headers["Location"] == "/refer/"


def test_the_check_in_comes_first(client: Client) -> None:
    patient_with_program(client)
    now = panel(client)
    assert "First, how is it today?" in now
    assert 'href="/check-in/"' in now


def test_due_safety_questions_come_before_the_check_in_and_say_why(client: Client) -> None:
    patient_with_program(client, days_ago=9)
    now = panel(client)
    assert 'href="/screening/"' in now
    assert "Why now?" in now
    assert "Days since the safety questions" in now


def test_then_the_session_with_its_first_move_and_its_why(client: Client) -> None:
    episode = patient_with_program(client)
    check_in(episode, episode.today())
    now = panel(client)
    assert "Your first time. We start low on purpose." in now
    assert "moves, " in now and "minutes" in now
    assert 'href="/session/"' in now
    assert "Why these" in now
    assert 'href="/rule/choosing/choose/"' in now


def test_the_moves_say_what_went_up_and_lead_to_their_pages(client: Client) -> None:
    episode = patient_with_program(client, days_ago=4)
    live(episode, 4)
    check_in(episode, episode.today())
    shown = page(client)
    assert "It has gone well, so one thing goes a step up." in shown
    assert "One step up" in shown
    for item in plan_on(episode, episode.today()).session.items:
        assert f'href="/exercise/{item.exercise}/"' in shown


def test_after_the_session_comes_the_walk_and_after_half_an_hour_the_later_answer(client: Client) -> None:
    episode = patient_with_program(client, days_ago=1)
    check_in(episode, episode.today())
    practised = plan_on(episode, episode.today()).session
    answers = {"exercises": [item.exercise for item in practised.items], **CALM_REPORT}
    assert client.post("/session/", answers).headers["Location"] == "/today/"
    assert 'href="/walk/"' in panel(client)
    assert "move-done" in page(client)
    assert "player-swept.js" in page(client)
    waited(episode, 31)
    assert 'href="/settled/"' in panel(client)


def test_a_done_day_says_what_tomorrow_depends_on(client: Client) -> None:
    episode = patient_with_program(client, days_ago=1)
    check_in(episode, episode.today())
    practise(episode, episode.today())
    assert "Done." in panel(client)
    assert "Tomorrow two taps decide the next step." in panel(client)
    waited(episode, 31)
    assert 'href="/settled/?walk=1"' in panel(client)


def test_waiting_for_approval_says_so_and_offers_the_walk(client: Client) -> None:
    episode = patient_with_program(client)
    unapproved = Episode.objects.create(
        clinic=episode.clinic, practitioner=episode.practitioner, patient=episode.patient
    )
    on = unapproved.today()
    record(unapproved, Assessed(on, usual_assessment("disc-herniation", on)), by=None)
    check_in(unapproved, on)
    now = panel(client)
    assert "Your program waits for approval" in now
    assert "Alice Gray looks at it first." in now
    assert 'href="/walk/"' in now
    assert "Positions of ease" in page(client)


def test_pain_of_8_has_no_moves_and_says_why(client: Client) -> None:
    episode = patient_with_program(client)
    check_in(episode, episode.today(), leg=8)
    now = panel(client)
    assert "No moves today" in now
    assert "Your pain is 8 or more." in now
    assert 'href="/rule/response/high_pain/"' in now


def test_after_a_red_day_it_names_the_day_of_the_next_moves(client: Client) -> None:
    episode = patient_with_program(client, days_ago=1)
    yesterday = episode.today() - timedelta(days=1)
    check_in(episode, yesterday)
    practise(episode, yesterday, peak=8, walk=False)
    check_in(episode, episode.today())
    now = panel(client)
    assert "Last time was more than we want." in now
    assert "moves again on" in now


def test_a_pause_keeps_the_walk_and_lets_somebody_alone_reopen(client: Client) -> None:
    episode = patient_with_program(client, supervised=False)
    on = episode.today()
    check_in(episode, on)
    flags = asked(episode.snapshot.cause, True, knowledge())
    record(episode, Screened(on, tuple(Answer(flag, "yes" if flag == "Y1" else "no") for flag in flags), True), by=None)
    now = panel(client)
    assert "Your moves are paused" in now
    assert 'href="/reopen/"' in now


def test_a_flare_names_its_step(client: Client) -> None:
    episode = patient_with_program(client)
    on = episode.today()
    record(episode, FlareReported(on), by=None)
    check_in(episode, on)
    shown = page(client)
    assert "A calm day" in shown
    assert "Day 0 of the flare." in shown
    assert 'href="/flare/"' in shown


def test_a_hamstring_that_waits_says_why(client: Client) -> None:
    episode = patient_with_program(client)
    check_in(episode, episode.today(), leg=6)
    assert "</b> waits: your leg is at 6." in page(client)


def test_what_changed_names_rule_figures_sources_and_that_it_is_proposed(client: Client) -> None:
    episode = patient_with_program(client, days_ago=4)
    live(episode, 4)
    check_in(episode, episode.today())
    changed = page(client).split("What changed and why")[1].split("</section>")[0]
    assert 'href="/rule/progress/up/"' in changed
    assert "Green sessions in a row" in changed
    assert 'href="/evidence/s67/"' in changed
    assert "proposed" in changed
    assert 'href="/changes/"' in changed


def test_stenosis_has_its_own_road_without_miles(client: Client) -> None:
    episode = patient_with_program(client, "spinal-stenosis")
    check_in(episode, episode.today(), site=Site.CALF)
    shown = page(client)
    assert "longer walks" in shown and "miles" not in shown
    assert "Walk until your leg is about 4, sit until it is 1 or less" in shown


def test_it_says_where_it_is_kept(client: Client) -> None:
    patient_with_program(client)
    assert "Saved at Clinic by the Sea" in page(client)
    alone = Client()
    patient_with_program(alone, supervised=False)
    assert "Saved at this Backstride" in page(alone)


@pytest.mark.parametrize("days", [3, 300])
def test_it_asks_the_database_as_often_for_a_long_history_as_for_a_short_one(
    client: Client, days: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    episode = patient_with_program(client, days_ago=days)
    live(episode, days)
    check_in(episode, episode.today())
    with django_assert_max_num_queries(8), CaptureQueriesContext(connection) as queries:
        page(client)
    assert len(queries) == 5


def test_it_is_small(client: Client) -> None:
    episode = patient_with_program(client, days_ago=4)
    live(episode, 4)
    check_in(episode, episode.today())
    assert len(gzip.compress(page(client).encode())) < 20_000


def test_relief_is_as_needed_from_the_second_phase_on(client: Client) -> None:
    episode = patient_with_program(client)
    check_in(episode, episode.today())
    assert "when you need it" not in page(client)
    record(episode, Adjusted(episode.today(), "Alice Gray", "phase", "phase", 2), by=None)
    assert "when you need it, up to" in page(client)


def test_each_move_says_what_it_was_picked_for(client: Client) -> None:
    episode = patient_with_program(client)
    check_in(episode, episode.today(), site=Site.CALF)
    now = panel(client)
    assert "for belly muscles." in now
    assert "in place of the thigh stretch, because your pain reaches the calf" in now


def test_what_waits_for_the_same_reason_stands_together(client: Client) -> None:
    episode = patient_with_program(client)
    check_in(episode, episode.today())
    assert "wait: not part of this phase yet." in page(client)


def test_a_person_alone_is_told_to_have_somebody_look(client: Client) -> None:
    episode = patient_with_program(client, days_ago=4, supervised=False)
    on = episode.today() - timedelta(days=3)
    record(episode, Declared(on, "injection"), by=None)
    check_in(episode, episode.today())
    shown = page(client)
    assert "Nobody has looked at the pause yet. Please ask for a visit." in shown
    assert "Your practitioner" not in shown.split("What changed and why")[1].split("</section>")[0]


def test_a_phase_back_is_told_in_its_own_words(client: Client) -> None:
    episode = patient_with_program(client)
    proposed = Reason("phase/relapse", (("proposed", 2),))
    course = course_on(Episode.objects.get(pk=episode.pk), program_in_force(episode))
    plan = replace(course.plan, notices=(proposed,))
    (told,) = notices(replace(course, plan=plan), [])
    assert (
        told.sentence == "Flares came back. Building up again from the phase Restore is proposed. Alice Gray decides."
    )
