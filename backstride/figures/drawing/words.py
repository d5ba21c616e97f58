"""The words of a picture, made from its data: what position, seen from where, what to do."""

from backstride.figures.posing.figure import Figure, Pose

POSITIONS = {
    "standing": "A person standing",
    "sitting": "A person sitting",
    "kneeling": "A person kneeling",
    "quadruped": "A person on hands and knees",
    "supine": "A person lying on the back",
    "prone": "A person lying on the front",
    "side_lying_left": "A person lying on the left side",
    "side_lying_right": "A person lying on the right side",
}
VIEWS = ((45, "from the right"), (135, "from the front"), (225, "from the left"), (315, "from behind"))


def seen_from(azimuth: float) -> str:
    """The side a camera looks at, in words."""
    turned = azimuth % 360
    return next((words for limit, words in VIEWS if turned < limit), VIEWS[0][1])


def pose_words(figure: Figure, pose: Pose) -> str:
    """One pose: position, view and what to do."""
    return f"{POSITIONS[pose.base]}, seen {seen_from(figure.azimuth)}. {pose.says}"


def movement_words(figure: Figure) -> str:
    """The whole movement, pose after pose in the order of the cycle."""
    said: list[str] = []
    for step in figure.cycle:
        says = figure.poses[step.pose].says
        if says not in said:
            said.append(says)
    first = figure.poses[figure.cycle[0].pose]
    return f"{POSITIONS[first.base]}, seen {seen_from(figure.azimuth)}. {' '.join(said)}"
