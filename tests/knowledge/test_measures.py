"""Measures as files: whole and consistent, scores printed and kept alike, licensed questions nowhere in them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from backstride.knowledge import Library
from backstride.knowledge.measure import Measure
from tests.knowledge.test_words import BANNED

RMDQ = "rmdq"
SCORE_ONLY = {"odi", "msk-hq", "eq-5d", "promis-pi", "start-back", "pseq"}
OWN = {"leg", "back", "task-1", "task-2", "task-3", "bothersomeness", "global-change", "confidence"}


def changed(library: Library, measure: str, **keys: Any) -> Measure:
    """A filed measure with some keys changed; refused when it no longer fits together."""
    plain = library.measures[measure].model_dump(by_alias=True, exclude_unset=True)
    return Measure.model_validate(plain | keys)


def test_the_set_is_whole(library: Library) -> None:
    assert set(library.measures) == {RMDQ} | SCORE_ONLY | OWN
    assert {one.id for one in library.measures.values() if one.by == "practitioner"} == SCORE_ONLY


def test_each_has_a_place_of_its_own(library: Library) -> None:
    places = [one.place for one in library.measures.values()]
    assert len(set(places)) == len(places)


def test_questions_under_license_are_not_shipped(library: Library) -> None:
    for measure in SCORE_ONLY:
        one = library.measures[measure]
        assert not one.items and not one.choices and one.instruction is None and len(one.asks) == 1
        assert "not part of Backstride" in one.license


def test_the_published_questionnaire_is_credited_and_complete(library: Library) -> None:
    rmdq = library.measures[RMDQ]
    assert len(rmdq.items) == len(set(rmdq.items)) == 24
    assert all("my back" in item.lower() and item.endswith(".") for item in rmdq.items)
    assert rmdq.attribution is not None and "Spine 1983; 8: 141-144" in rmdq.attribution
    assert rmdq.instruction is not None and rmdq.instruction.startswith("When your back hurts,")


def test_every_threshold_has_a_source(library: Library) -> None:
    for one in library.measures.values():
        said = " ".join(source.fact for source in one.sources)
        assert one.absolute is None or f"{one.absolute:g}" in said, one.id


def test_no_word_frightens_or_scolds(library: Library) -> None:
    for one in library.measures.values():
        said = (one.name, one.in_short, *one.asks, *one.items, one.instruction or "", one.license)
        assert not BANNED.search(" ".join(said)), one.id


def test_no_code_is_called_verified(library: Library) -> None:
    assert not any(one.loinc.verified for one in library.measures.values() if one.loinc is not None)


@pytest.mark.parametrize(
    ("measure", "printed", "kept"),
    [("eq-5d", "0.736", 736), ("eq-5d", "-0.050", -50), ("promis-pi", "61.5", 615), ("odi", "34", 34)],
)
def test_scores_are_kept_whole_and_printed_as_read(library: Library, measure: str, printed: str, kept: int) -> None:
    one = library.measures[measure]
    assert one.kept(Decimal(printed)) == kept
    assert one.printed(kept) == printed


def test_thresholds_reach_the_engine_as_whole_points(library: Library) -> None:
    absolute = {name: one.to_engine().absolute for name, one in library.measures.items()}
    assert (absolute["msk-hq"], absolute["eq-5d"], absolute["promis-pi"], absolute["rmdq"]) == (6, 80, 40, 5)


def test_weeks_read_as_words(library: Library) -> None:
    assert library.measures["leg"].when == "every week"
    assert library.measures[RMDQ].when == "at the start and after 6, 12, 26 and 52 weeks"
    assert library.measures["global-change"].when == "after 6, 12, 26 and 52 weeks"
    assert library.measures["odi"].when == "when a practitioner gives it"


@pytest.mark.parametrize(
    ("measure", "keys", "reason"),
    [
        (RMDQ, {"high": 23}, "24 items make 0 to 24"),
        (RMDQ, {"kind": "scale"}, "scale has none"),
        ("bothersomeness", {"items": ()}, "scales has items"),
        ("global-change", {"choices": ()}, "one for each score"),
        ("leg", {"low_words": None}, "both ends"),
        ("leg", {"by": "practitioner"}, "totals"),
        ("leg", {"high": 0}, "must be above low"),
        ("odi", {"due_weeks": (6,)}, "none where a practitioner decides"),
        (RMDQ, {"due_weeks": (6, 0)}, "ascending"),
        ("leg", {"share": 1.5}, "less than 1"),
        ("leg", {"colour": "blue"}, "Extra inputs"),
    ],
)
def test_what_contradicts_itself_is_refused(library: Library, measure: str, keys: dict[str, Any], reason: str) -> None:
    with pytest.raises(ValidationError, match=reason):
        changed(library, measure, **keys)
