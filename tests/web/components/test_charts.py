"""The drawings of numbers are where the numbers say."""

from backstride.web.components.templatetags.charts import SPARK_HEIGHT, road, rungs, sparkline


def test_a_half_done_rung_is_half_full() -> None:
    """2.5 of 5 is two full rungs, one half and two hollow."""
    assert rungs(2.5, 5)["states"] == ["full", "full", "half", "hollow", "hollow"]


def test_the_road_is_full_up_to_the_level() -> None:
    """Level 6 of 17 fills six rungs, each taller than the one before."""
    bars = road(level=6)["bars"]
    assert [bar.full for bar in bars].count(True) == 6
    assert [bar.height for bar in bars] == sorted(bar.height for bar in bars)


def test_the_road_that_has_not_begun_is_hollow() -> None:
    """Level 0 fills nothing, and "you" stands at the first rung."""
    drawn = road(level=0)
    assert not any(bar.full for bar in drawn["bars"])
    assert drawn["here"] == 14


def test_pain_is_drawn_from_zero_to_ten() -> None:
    """0 is at the base line and 10 at the top, whatever the values are."""
    low = sparkline([0, 0], "none")["last"]
    high = sparkline([10, 10], "worst")["last"]
    assert (low.y, high.y) == (SPARK_HEIGHT - 2, 6)


def test_a_missing_day_is_a_gap() -> None:
    """A missing day breaks the line; a day between two gaps is a point."""
    drawn = sparkline([5, 5, None, 4, None, 3, 3], "with gaps")
    assert len(drawn["paths"]) == 3
    assert drawn["now"] == 3


def test_nothing_known_draws_nothing() -> None:
    """No answers yet: no line, no last value."""
    drawn = sparkline([None, None], "nothing")
    assert (drawn["paths"], drawn["last"], drawn["now"]) == ([], None, None)
