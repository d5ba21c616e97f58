"""What has an id but no file yet, so that a deny-list can name it and nobody can misspell it."""

from __future__ import annotations

from backstride.knowledge.text import ExerciseId, Slug, Text, Words


class Planned(Text):
    """Names of exercises and causes still to be written, by id. An id with a file of its own must not stand here."""

    id: str
    exercises: dict[ExerciseId, Words]
    causes: dict[Slug, Words]
