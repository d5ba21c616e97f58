"""A contraindication: a finding of the person's that denies exercises by how they load the body."""

from __future__ import annotations

from backstride.engine import catalogue
from backstride.knowledge.exercise import Mechanism
from backstride.knowledge.text import Signed, Words


class Contraindication(Signed):
    """A finding such as osteoporosis: the question that finds it, and the mechanisms it denies.

    Denying nothing is allowed: the finding may only make a safety question be asked.
    """

    name: Words
    question: Words
    why: Words
    denies: tuple[Mechanism, ...]

    def to_engine(self) -> catalogue.Contraindication:
        """What the engine reads of it."""
        return catalogue.Contraindication(self.id, frozenset(self.denies))
