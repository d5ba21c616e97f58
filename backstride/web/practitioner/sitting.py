"""The first sitting with a new patient, in steps: questions, assessment, program, invitation."""

from dataclasses import dataclass

STEPS = ("Safety questions", "Assessment", "Program", "Invitation")


@dataclass(frozen=True)
class Step:
    """Which step of the first sitting a page is. `done` counts the steps behind it."""

    done: int
    total: int
    words: str


def step(number: int) -> Step:
    """Step 1 to 4."""
    return Step(number - 1, len(STEPS), f"Step {number} of {len(STEPS)}: {STEPS[number - 1].lower()}")
