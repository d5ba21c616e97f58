"""The deny-list of one person: findings, the cause, further causes by name, forms, and conditions in words."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from backstride.web.records.models import Episode
from tests.web.practitioner.conftest import page

pytestmark = pytest.mark.data
Opener = Callable[..., Episode]


def forbidden(desk: Client, episode: Episode) -> dict[tuple[str, str], Any]:
    """The lines of the deny-list by heading and name."""
    lines = desk.get(page("program", episode)).context["screen"].forbidden
    return {(line.of, line.name): line for line in lines}


def test_each_line_says_when_why_and_where_that_comes_from(desk: Client, assessed: Opener) -> None:
    lines = forbidden(desk, assessed())
    assert lines["Herniated disc", "Curl-up"].when == "Phases 1 to 2"
    assert lines["Herniated disc", "Fold forward on a chair"].when == "Always"
    assert all(line.why and line.sources for line in lines.values())


def test_an_exercise_stands_once_under_its_heading(desk: Client, assessed: Opener) -> None:
    names = [line.name for line in desk.get(page("program", assessed())).context["screen"].forbidden]
    assert len(names) == len(set(names))


def test_where_only_some_forms_are_ruled_out_they_are_named(desk: Client, assessed: Opener) -> None:
    lines = forbidden(desk, assessed(cause="spinal-stenosis"))
    assert ("Spinal stenosis", "Leg back (lying on your front)") in lines


def test_late_pregnancy_and_want_of_control_have_words(desk: Client, assessed: Opener) -> None:
    pregnant = forbidden(desk, assessed("Dora", cause="pregnancy", kind="pregnant", weeks=12))
    late = pregnant["Pregnancy-related sciatica", "Press out against a band"]
    assert late.when == "From week 28 of the pregnancy"
    slip = forbidden(desk, assessed("Ada", cause="spondylolisthesis", grade=1))
    assert slip["Spondylolisthesis", "Plank"].when == "Until the control check is confirmed"


def test_a_further_cause_stands_under_its_own_name(desk: Client, assessed: Opener) -> None:
    lines = forbidden(desk, assessed(also=("spinal-stenosis",)))
    assert "Bending your back backward" in lines["Also: Spinal stenosis", "Prop on your elbows"].why


def test_what_the_cause_always_rules_out_is_not_said_again(desk: Client, assessed: Opener) -> None:
    lines = forbidden(desk, assessed(cause="spinal-stenosis", also=("spondylolisthesis",)))
    assert ("Spinal stenosis", "Prop on your elbows") in lines
    assert ("Also: Spondylolisthesis", "Prop on your elbows") not in lines
    assert ("Also: Spondylolisthesis", "Knee rolls") in lines


def test_findings_come_first_and_those_that_rule_nothing_out_not_at_all(desk: Client, assessed: Opener) -> None:
    lines = forbidden(desk, assessed(contraindications=("cancer", "osteoporosis")))
    assert next(iter(lines)) == ("Recorded findings", "Osteoporosis")
    assert ("Recorded findings", "Cancer, now or in the past") not in lines


def test_what_is_ruled_out_now_leads_to_an_order(desk: Client, assessed: Opener) -> None:
    episode = assessed()
    lines = forbidden(desk, episode)
    assert lines["Herniated disc", "Curl-up"].exercise == "COR05"
    assert lines["Herniated disc", "One knee to your chest"].exercise == ""
    assert f"{page('order', episode)}?exercise=COR05" in desk.get(page("program", episode)).content.decode()
