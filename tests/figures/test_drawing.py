"""Drawing again gives exactly the committed pictures."""

import pytest

from backstride.figures import body_chart, picture
from backstride.figures.__main__ import draw
from backstride.figures.drawing import chart


@pytest.mark.parametrize("exercise_id", ["REL01", "AER02", "COR03"])
def test_committed_pictures_are_what_the_poses_say(exercise_id: str) -> None:
    drawn, remarks = draw(exercise_id)
    assert remarks == []
    assert drawn == [picture(exercise_id, number) for number in range(1, len(drawn) + 1)]


def test_committed_body_chart_is_what_the_body_says() -> None:
    assert chart.draw() == body_chart()
