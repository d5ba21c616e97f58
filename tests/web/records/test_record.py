"""Recording an event: all of it or nothing, once, and always the program a replay gives."""

import dataclasses
import uuid
from datetime import timedelta

import pytest

from backstride import __version__
from backstride.engine import OutOfOrder, Refused
from backstride.engine.event import CheckedIn, Report, SessionDone
from backstride.web.accounts.models import User
from backstride.web.records.access import program_of
from backstride.web.records.actions.record import record
from backstride.web.records.history import decisions_since, replayed
from backstride.web.records.library import knowledge
from backstride.web.records.models import DecisionRecord, Episode, EventRecord, Snapshot
from tests.web.records.conftest import FIRST, assessed, first_days

pytestmark = [pytest.mark.django_db, pytest.mark.data]


def test_the_stored_program_equals_the_replayed_one(episode: Episode, alice: User) -> None:
    """After every event of two weeks, the snapshot is what folding all events again gives."""
    for event in first_days(6):
        program = record(episode, event, by=alice)
        assert replayed(episode) == program
        assert program_of(Episode.objects.get(pk=episode.pk)) == program


def test_decisions_keep_rule_reasons_and_versions(episode: Episode, alice: User) -> None:
    """Every decision is stored with its rule, and with the versions of engine and knowledge that made it."""
    for event in first_days(4):
        record(episode, event, by=alice)
    rows = DecisionRecord.objects.filter(episode=episode)
    assert {row.engine_version for row in rows} == {__version__}
    assert {row.knowledge_version for row in rows} == {knowledge().version}
    assert {"prescribed", "approved", "colored", "progressed"} <= {row.kind for row in rows}
    stored = decisions_since(episode, FIRST)
    assert len(stored) == rows.count()
    assert {one.reason.rule for one in stored} == {row.rule for row in rows}


def test_the_same_event_id_twice_changes_nothing(episode: Episode, alice: User) -> None:
    """A form sent twice, from one device or two, is recorded once."""
    for event in first_days(1):
        record(episode, event, by=alice)
    again = uuid.uuid4()
    morning = CheckedIn(FIRST + timedelta(days=1), 3, 2)
    once = record(episode, morning, by=alice, event_id=again)
    assert record(episode, morning, by=alice, event_id=again) == once
    assert EventRecord.objects.filter(episode=episode, kind="CheckedIn").count() == 2


def test_an_event_id_of_somebody_else_is_refused(episode: Episode, alice: User) -> None:
    """An id already used in another episode is not taken for this one's."""
    other = Episode.objects.create(clinic=episode.clinic, practitioner=alice, name="Another")
    taken = uuid.uuid4()
    record(other, assessed(), by=alice, event_id=taken)
    with pytest.raises(ValueError, match="already taken"):
        record(episode, assessed(), by=alice, event_id=taken)


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (CheckedIn(FIRST - timedelta(days=1), 3, 2), "is before"),
        (SessionDone(FIRST, Report(), ("NOPE",)), "exercise: 'NOPE' is not known"),
    ],
)
def test_a_refused_event_stores_nothing(episode: Episode, alice: User, event: CheckedIn, words: str) -> None:
    """What the engine refuses leaves events, decisions and program as they were, and says what is wrong."""
    for earlier in first_days(1):
        record(episode, earlier, by=alice)
    before = (
        EventRecord.objects.count(),
        DecisionRecord.objects.count(),
        Snapshot.objects.get(episode=episode).program,
    )
    with pytest.raises(Refused, match=words):
        record(episode, event, by=alice)
    after = (EventRecord.objects.count(), DecisionRecord.objects.count(), Snapshot.objects.get(episode=episode).program)
    assert after == before


def test_no_program_begins_without_an_assessment(episode: Episode, alice: User) -> None:
    """The first event is an assessment, or nothing is stored."""
    with pytest.raises(Refused, match="first is CheckedIn"):
        record(episode, CheckedIn(FIRST, 3, 2), by=alice)
    assert not EventRecord.objects.exists()


def test_no_program_exists_with_a_red_flag(episode: Episode, alice: User) -> None:
    """An assessment whose screen asks for emergency care prescribes nothing and stores nothing."""
    plain = assessed()
    answers = tuple(
        dataclasses.replace(one, said="yes") if one.flag == "C1" else one for one in plain.assessment.answers
    )
    flagged = dataclasses.replace(plain, assessment=dataclasses.replace(plain.assessment, answers=answers))
    with pytest.raises(Refused, match="C1"):
        record(episode, flagged, by=alice)
    assert not Snapshot.objects.filter(episode=episode).exists()


def test_an_out_of_order_event_names_both_dates(episode: Episode, alice: User) -> None:
    """The error says which date was given and which the program has reached."""
    for event in first_days(2):
        record(episode, event, by=alice)
    with pytest.raises(OutOfOrder, match="2026-03-02 is before 2026-03-03"):
        record(episode, CheckedIn(FIRST, 3, 2), by=alice)
