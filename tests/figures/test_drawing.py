"""Drawing again gives exactly the committed pictures."""

import pytest

from backstride.figures import body_chart, build
from backstride.figures.drawing import chart


@pytest.mark.parametrize("figure_id", ["REL01", "AER02", "COR03"])
def test_committed_pictures_are_what_the_postures_say(figure_id: str) -> None:
    assert build.compare(figure_id) == []


@pytest.mark.parametrize("side", ["back", "front"])
def test_committed_body_charts_are_what_the_body_says(side: str) -> None:
    assert chart.draw(f"body-{side}") == body_chart(side)
