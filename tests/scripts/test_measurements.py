"""Figures of a benchmark replace its older ones and leave the others alone."""

import pytest

from scripts import measurements


def test_new_figures_replace_those_of_the_same_name() -> None:
    merged = measurements.merge({"today_ms": 3.0, "advance_us": 9.0}, {"advance_us": 8.0})
    assert merged == {"today_ms": 3.0, "advance_us": 8.0}
    assert list(merged) == sorted(merged)


def test_a_figure_without_a_number_is_refused() -> None:
    with pytest.raises(SystemExit, match="advance_us"):
        measurements.merge({}, {"advance_us": None})  # type: ignore[dict-item]


def test_an_unknown_program_is_refused() -> None:
    with pytest.raises(SystemExit, match="nothing_of_the_kind"):
        measurements.programs(["nothing_of_the_kind"])
