"""Figures of a benchmark replace its older ones and leave the others alone."""

import pytest

from scripts import measurements


def test_new_figures_replace_those_of_the_same_program() -> None:
    old = {"engine.gone": 1.0, "engine.advance_us": 9.0, "pages.today_ms": 3.0}
    merged = measurements.merge(old, "engine", {"engine.advance_us": 8.0})
    assert merged == {"engine.advance_us": 8.0, "pages.today_ms": 3.0}
    assert list(merged) == sorted(merged)


def test_an_unknown_program_is_refused() -> None:
    with pytest.raises(SystemExit, match="nothing_of_the_kind"):
        measurements.programs(["nothing_of_the_kind"])
