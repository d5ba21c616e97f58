"""One thing a check found wrong, and its place."""

from typing import NamedTuple


class Finding(NamedTuple):
    """What is wrong: the figure, where in its movement, the joint or region, and the words with the measure."""

    figure: str
    pose: str
    frame: int
    part: str
    says: str

    def __str__(self) -> str:
        where = f", pose {self.pose}" if self.pose else ""
        frame = f", frame {self.frame}" if self.frame >= 0 else ""
        return f"{self.figure}{where}{frame}, {self.part}: {self.says}"
