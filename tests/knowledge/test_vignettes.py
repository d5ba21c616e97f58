"""The vocabulary of stories: what is told reaches the engine, and what does not hold is said."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from backstride.engine import replay
from backstride.engine.event import (
    Approved,
    Assessed,
    CheckedIn,
    Flagged,
    Measured,
    Screened,
    SessionDone,
    SettledAnswered,
    TakenBack,
    Taught,
    Walked,
)
from backstride.engine.values import Site
from backstride.knowledge import KnowledgeError, Library
from backstride.knowledge.story import Story
from backstride.knowledge.vignettes import FIRST_DAY, Told, faults, read, tell

DISC = {"cause": "disc-herniation"}
ANY = {"never": [{"subject": "nothing"}]}


def story(**parts: Any) -> Story:
    """A story with a name; expects nothing special unless told."""
    given = {"name": "One", "start": DISC, **parts}
    if not {"expect", "never", "plans", "program", "refused"} & given.keys():
        given |= ANY
    return Story.model_validate_json(json.dumps(given))


def told(library: Library, **parts: Any) -> Told:
    """The story told to its end."""
    return tell(story(**parts), library.engine)


def kinds(outcome: Told) -> list[type]:
    """The events' types in order."""
    return [type(event) for event in outcome.events]


def test_a_story_starts_assessed_and_approved(library: Library) -> None:
    assert kinds(told(library)) == [Assessed, Approved]
    assert kinds(told(library, start={**DISC, "approved": False})) == [Assessed]
    assert kinds(told(library, start={**DISC, "supervised": False})) == [Assessed]


def test_dates_count_from_the_first_day(library: Library) -> None:
    outcome = tell(story(days=[{"day": 3, "check_in": {}}]), library.engine, date(2027, 2, 1))
    assert [event.on for event in outcome.events] == [date(2027, 2, 1), date(2027, 2, 1), date(2027, 2, 4)]


def test_what_is_left_out_is_as_last_told(library: Library) -> None:
    outcome = told(library, days=[{"day": 1, "check_in": {"leg": 2, "site": "calf"}}, {"day": 2, "check_in": {}}])
    last = outcome.events[-1]
    assert isinstance(last, CheckedIn)
    assert (last.leg, last.back, last.site) == (2, 3, Site.CALF)


def test_null_is_not_answered(library: Library) -> None:
    last = told(library, days=[{"day": 1, "check_in": {"leg": None, "settled": None}}]).events[-1]
    assert isinstance(last, CheckedIn)
    assert (last.leg, last.settled) == (None, None)


def test_a_planned_session_is_that_of_the_plan(library: Library) -> None:
    outcome = told(library, days=[{"day": 1, "session": {}}], plans=[{"day": 1, "includes": ["COR01"]}])
    session = outcome.events[2]
    assert isinstance(session, SessionDone)
    planned = outcome.plans[1].session
    assert planned is not None
    assert session.exercises == tuple(item.exercise for item in planned.items)
    assert kinds(outcome)[3:] == [SettledAnswered]


def test_the_later_answer_can_be_missing(library: Library) -> None:
    outcome = told(library, days=[{"day": 1, "session": {}, "settled": None, "walk": {}, "walk_settled": None}])
    assert kinds(outcome)[2:] == [SessionDone, Walked]


def test_pain_and_sites_of_a_session(library: Library) -> None:
    day = {"day": 1, "session": {"leg": [2, 4], "site": ["thigh", "calf"], "hurt": ["COR01"], "exercises": ["HAM01"]}}
    session = told(library, days=[day]).events[2]
    assert isinstance(session, SessionDone)
    assert (session.report.before_leg, session.report.peak_leg, session.report.before_back) == (2, 4, 3)
    assert (session.report.site_before, session.report.site_after) == (Site.THIGH, Site.CALF)
    assert (session.exercises, session.hurt) == (("HAM01", "COR01"), ("COR01",))


def test_a_session_that_is_not_planned_is_a_fault(library: Library) -> None:
    days = [{"day": 1, "check_in": {"leg": 9}, "session": {}, "walk": {"minutes": 3}}]
    assert faults(story(days=days), library.engine)[0].startswith("refused: story: no session is planned on day 1")
    days[0]["session"] = {"if_planned": True}
    assert faults(story(days=days), library.engine) == []


def test_a_walk_that_is_not_planned_is_a_fault(library: Library) -> None:
    days = [{"day": 1, "flagged": {"C1": "yes"}, "walk": {}}]
    assert faults(story(days=days), library.engine)[0].startswith("refused: story: no walk is planned on day 1")
    days[0]["walk"] = {"if_planned": True}
    assert faults(story(days=days), library.engine) == []


def test_due_questions_are_answered_no_unless_told(library: Library) -> None:
    days = [{"day": 8, "check_in": {}}]
    assert Screened in kinds(told(library, days=days))
    assert Screened not in kinds(told(library, days=days, start={**DISC, "screened": False}))
    own = told(library, days=[{"day": 8, "screen": {"answers": {"C1": "yes"}}}])
    assert own.program.lock is not None


def test_the_practitioner_and_the_rest(library: Library) -> None:
    day = {
        "day": 1,
        "taught": ["HAM01"],
        "controlled": ["COR03"],
        "flagged": {"C1": "yes"},
        "taken_back": ["C1"],
        "measured": {"rmdq": 9},
    }
    outcome = told(library, days=[day])
    assert kinds(outcome)[2:] == [Taught, Taught, Flagged, TakenBack, Measured]
    assert outcome.program.controlled == ("COR03",)


def test_until_repeats_a_day(library: Library) -> None:
    outcome = told(library, days=[{"day": 1, "until": 5, "check_in": {}}])
    assert kinds(outcome).count(CheckedIn) == 5


def test_quiet_days_are_told_on_their_own_date(library: Library) -> None:
    outcome = told(library, days=[{"day": 1, "session": {}}], last=6)
    made = [(day, one.kind.value) for day, some in outcome.decisions.items() for one in some if one.kind == "notified"]
    assert made == [(5, "notified")]
    assert outcome.program.on == FIRST_DAY + timedelta(days=6)


def test_the_events_replay_to_the_same_program(library: Library) -> None:
    days = [{"day": 1, "until": 20, "check_in": {"leg": 2}, "session": {"if_planned": True}, "walk": {}}]
    outcome = told(library, days=days)
    assert replay(outcome.events, library.engine) == outcome.program


@pytest.mark.parametrize(
    ("parts", "fault"),
    [
        ({"expect": [{"day": 0, "kind": "locked"}]}, "day 0: expected kind locked; made: prescribed abdominal"),
        ({"expect": [{"day": 9, "kind": "locked"}]}, "day 9: expected kind locked; made: nothing"),
        ({"never": [{"kind": "approved"}]}, "day 0: never expected, but made: approved program"),
        ({"plans": [{"day": 1, "session": False}]}, "day 1: session: expected False, planned True"),
        ({"plans": [{"day": 1, "walk": 60}]}, "day 1: walk: expected 60, planned 10"),
        ({"plans": [{"day": 1, "includes": ["REL08"]}]}, "day 1: REL08 is not planned; planned: "),
        ({"plans": [{"day": 1, "excludes": ["COR01"]}]}, "day 1: COR01 is planned"),
        ({"program": {"phase": 2}}, "at the end: phase: expected 2, is 1"),
        ({"program": {"rungs": {"hamstring": 3}}}, "at the end: rungs.hamstring: expected 3, is 0"),
        ({"refused": "something"}, "not refused: something"),
        ({"start": {**DISC, "answers": {"C1": "yes"}}}, "refused: red flags: C1 need emergency care first"),
    ],
)
def test_what_does_not_hold_is_said(parts: dict[str, Any], fault: str, library: Library) -> None:
    found = faults(story(**parts), library.engine)
    assert len(found) == 1
    assert found[0].startswith(fault)


def test_stories_are_read_from_a_file(tmp_path: Path) -> None:
    place = tmp_path / "cases.yaml"
    place.write_text("- name: One\n  start: {cause: disc-herniation}\n  program: {phase: 1}\n")
    assert [one.name for one in read(place)] == ["One"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("- name: One\n  name: Two\n", 'cases.yaml: file: line 2: found duplicate key "name"'),
        ("- name: One\n  start: {cause: disc-herniation}\n  mood: good\n", "cases.yaml: 0.mood: Extra inputs"),
        ("name: One\n", "cases.yaml: : Input should be a valid array"),
    ],
)
def test_a_wrong_file_of_stories_is_refused(text: str, reason: str, tmp_path: Path) -> None:
    place = tmp_path / "cases.yaml"
    place.write_text(text)
    with pytest.raises(KnowledgeError) as refusal:
        read(place)
    assert reason in str(refusal.value)
