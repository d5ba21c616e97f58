"""Why knowledge files were refused: every problem at once, each with file, key and reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong: the file below the knowledge folder, the key inside it, and what was expected."""

    file: str
    key: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file}: {self.key}: {self.reason}"


class KnowledgeError(Exception):
    """Knowledge that is not accepted. `problems` holds all of them, in file order; the message lists them."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))
