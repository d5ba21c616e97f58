"""Measures: what is asked now and then, one page each, and what the answers say."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client

from backstride.engine.assessment import Answer
from backstride.engine.event import Flagged, Measured
from backstride.web.records.actions.record import record
from backstride.web.records.models import Episode, EventRecord
from tests.web.patient.answering import program_in_force, text
from tests.web.patient.conftest import device_person, patient_with_program

pytestmark = pytest.mark.django_db

LIST = "/measures/"
BASELINE = ["leg", "back", "rmdq", "task-1", "task-2", "task-3", "confidence"]
SYMPTOMS = {"item-1": "6", "item-2": "0", "item-3": "1", "item-4": "10"}


def page(measure: str) -> str:
    """The address of one measure."""
    return f"/measures/{measure}/"


def tell(episode: Episode, days_ago: int, **scores: int) -> None:
    """Scores of an earlier day; `task_1` is task-1."""
    on = episode.today() - timedelta(days=days_ago)
    for name, score in scores.items():
        record(episode, Measured(on, name.replace("_", "-"), score, note=note_of(name)), by=episode.patient)


def note_of(name: str) -> str:
    """What the person calls this task, "" for all else."""
    return "Put on my socks" if name.startswith("task") else ""


def kept(episode: Episode) -> list[tuple[str, int]]:
    """The scores recorded, in order."""
    bodies = EventRecord.objects.filter(episode=episode, kind="Measured").order_by("sequence").values_list("body")
    return [(body["measure"], body["score"]) for (body,) in bodies]


def due(client: Client) -> list[str]:
    """What the list asks now."""
    return [one.measure for one in client.get(LIST).context["screen"].due]


def test_the_first_day_asks_in_a_sensible_order(client: Client) -> None:
    patient_with_program(client)
    assert due(client) == BASELINE
    assert client.get(LIST).context["screen"].minutes == 4


def test_each_answer_leads_to_the_next_and_the_last_to_the_list(client: Client) -> None:
    episode = patient_with_program(client)
    assert client.post(page("leg"), {"score": "5"}).headers["Location"] == page("back")
    assert client.post(page("confidence"), {"score": "7"}).headers["Location"] == LIST
    assert kept(episode) == [("leg", 5), ("confidence", 7)]
    assert "leg" not in due(client) and "confidence" not in due(client)


def test_the_sentences_are_counted(client: Client) -> None:
    episode = patient_with_program(client)
    shown = text(client.get(page("rmdq")))
    assert shown.count('name="ticked"') == 24
    assert "When your back hurts, you may find it difficult" in shown and "Spine 1983; 8: 141-144" in shown
    client.post(page("rmdq"), {"ticked": ["1", "4", "24"]})
    assert kept(episode) == [("rmdq", 3)]


def test_no_tick_at_all_is_asked_once_more(client: Client) -> None:
    episode = patient_with_program(client)
    answer = client.post(page("rmdq"), {})
    assert answer.status_code == 422 and "Nothing is ticked" in text(answer)
    assert client.post(page("rmdq"), {"ticked": ["2"], "none": "yes"}).status_code == 422
    client.post(page("rmdq"), {"none": "yes"})
    assert kept(episode) == [("rmdq", 0)]


def test_four_symptoms_are_added_up(client: Client) -> None:
    episode = patient_with_program(client, days_ago=42)
    client.post(page("bothersomeness"), SYMPTOMS)
    assert kept(episode) == [("bothersomeness", 17)]


def test_a_missing_symptom_is_named_and_the_rest_is_kept(client: Client) -> None:
    episode = patient_with_program(client, days_ago=42)
    answer = client.post(page("bothersomeness"), SYMPTOMS | {"item-3": ""})
    assert answer.status_code == 422 and "Tap a number for: weakness." in text(answer)
    assert text(answer).count(" checked") == 3
    assert kept(episode) == []


def test_the_answer_in_words(client: Client) -> None:
    episode = patient_with_program(client, days_ago=42)
    assert text(client.get(page("global-change"))).count('type="radio"') == 7
    client.post(page("global-change"), {"score": "-1"})
    assert kept(episode) == [("global-change", -1)]
    assert "A little worse" in text(client.get(LIST))


def test_the_person_names_a_task_once(client: Client) -> None:
    episode = patient_with_program(client)
    shown = text(client.get(page("task-1")))
    assert "not read at once" in shown and "tel:112" in shown
    assert client.post(page("task-1"), {"score": "3"}).status_code == 422
    client.post(page("task-1"), {"score": "3", "note": "  Walk to the shop "})
    (score,) = program_in_force(episode).measures
    assert (score.note, score.first) == ("Walk to the shop", 3)
    again = text(client.get(page("task-1")))
    assert "<h1>Walk to the shop</h1>" in again and 'name="note"' not in again


def test_a_task_keeps_its_name_weeks_later(client: Client) -> None:
    episode = patient_with_program(client, days_ago=42)
    tell(episode, 42, task_2=2)
    assert "Put on my socks" in text(client.get(LIST))
    client.post(page("task-2"), {"score": "6", "note": "Something else"})
    (score,) = program_in_force(episode).measures
    assert (score.note, score.first, score.last) == ("Put on my socks", 2, 6)


@pytest.mark.parametrize(
    ("last", "words", "why"),
    [
        (6, "Clearly better than at the start.", True),
        (9, "No clear change: within measurement error.", True),
        (18, "Clearly worse than at the start. Your practitioner can see it here.", True),
    ],
)
def test_the_list_says_what_changed(client: Client, last: int, words: str, why: bool) -> None:
    episode = patient_with_program(client, days_ago=42)
    tell(episode, 42, rmdq=12)
    client.post(page("rmdq"), {"ticked": [str(number) for number in range(1, last + 1)]})
    shown = client.get(LIST)
    assert words in text(shown)
    (score,) = shown.context["screen"].answered
    assert score.reason.facts == (
        ("First answer", "12"),
        ("Last answer", str(last)),
        ("A change takes", "at least 5 points and 30 % of the first"),
    )


def test_alone_the_words_send_nobody_to_a_practitioner_here(client: Client) -> None:
    episode = patient_with_program(client, days_ago=42, supervised=False)
    tell(episode, 42, leg=2)
    tell(episode, 0, leg=6)
    assert "Show it to your practitioner." in text(client.get(LIST))


def test_one_answer_and_unknown_thresholds_say_so(client: Client) -> None:
    episode = patient_with_program(client, days_ago=7)
    tell(episode, 7, rmdq=12, confidence=4)
    shown = text(client.get(LIST))
    assert "First answer. A later one can show a change." in shown
    assert "Figures only: it is not known how much is a change." in shown


@pytest.mark.parametrize("score", ["", "11", "-1", "many"])
def test_a_score_outside_the_scale_stores_nothing(client: Client, score: str) -> None:
    episode = patient_with_program(client)
    answer = client.post(page("leg"), {"score": score})
    assert answer.status_code == 422 and "Tap a number from 0 to 10." in text(answer)
    assert kept(episode) == []


def test_sent_twice_it_is_kept_once_and_today_it_may_be_corrected(client: Client) -> None:
    episode = patient_with_program(client)
    sent = {"score": "5", "event_id": str(uuid4())}
    client.post(page("leg"), sent)
    client.post(page("leg"), sent)
    assert kept(episode) == [("leg", 5)]
    client.post(page("leg"), {"score": "4", "event_id": str(uuid4())})
    assert kept(episode) == [("leg", 5), ("leg", 4)]


def test_what_is_not_due_is_not_asked(client: Client) -> None:
    episode = patient_with_program(client, days_ago=3)
    tell(episode, 3, leg=5)
    for measure in ("leg", "global-change"):
        assert client.get(page(measure)).headers["Location"] == LIST
        assert client.post(page(measure), {"score": "2"}).headers["Location"] == LIST
    assert kept(episode) == [("leg", 5)]


@pytest.mark.parametrize("measure", ["odi", "sf-36"])
def test_what_the_person_does_not_give_is_not_there(client: Client, measure: str) -> None:
    patient_with_program(client)
    assert client.get(page(measure)).status_code == 404
    assert client.post(page(measure), {"score": "5"}).status_code == 404


def test_an_event_id_of_somebody_else_changes_nothing(client: Client) -> None:
    taken = patient_with_program(Client()).events.last()
    episode = patient_with_program(client)
    assert client.post(page("leg"), {"score": "5", "event_id": str(taken.pk)}).status_code == 422
    assert kept(episode) == []


def test_today_has_one_quiet_line_and_the_session_all_the_same(client: Client) -> None:
    episode = patient_with_program(client)
    assert "Once every few weeks: 4 minutes of questions" in text(client.get("/today/"))
    tell(episode, 0, rmdq=12, confidence=4, task_1=2, task_2=2, task_3=2)
    assert "Once a week: 1 minute of questions" in text(client.get("/today/"))
    tell(episode, 0, leg=4, back=3)
    assert LIST not in text(client.get("/today/"))


def test_a_lock_and_no_program_lead_elsewhere(client: Client) -> None:
    episode = patient_with_program(client)
    record(episode, Flagged(episode.today(), Answer("C1", "yes")), by=episode.patient)
    assert client.get(LIST).headers["Location"] == "/refer/"
    assert client.post(page("leg"), {"score": "5"}).headers["Location"] == "/refer/"
    alone = Client()
    device_person(alone)
    assert alone.get(LIST).headers["Location"] == "/start/"


def test_it_is_only_for_who_is_signed_in(client: Client) -> None:
    assert client.get(LIST).headers["Location"].startswith("/sign-in/")
    assert client.post(page("leg"), {"score": "5"}).headers["Location"].startswith("/sign-in/")
