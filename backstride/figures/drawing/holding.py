"""Which pose a figure is about: the one held longest, and the one it is entered from."""

from backstride.figures.posing.figure import Figure


def held_pose(figure: Figure) -> int:
    """The pose that is held longest; where several are, the later one, or in walking and the like the first."""
    steps = figure.cycle
    if not steps:
        return len(figure.poses) - 1
    longest = max(step.hold for step in steps)
    return [step.pose for step in steps if step.hold == longest][0 if figure.alternates else -1]


def pose_before(figure: Figure) -> int | None:
    """The pose the held one is entered from, or None where there is no other."""
    held = held_pose(figure)
    order = [step.pose for step in figure.cycle] or list(range(len(figure.poses)))
    before = order[order.index(held) - 1]
    return None if before == held else before
