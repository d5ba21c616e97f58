"""SNOMED codes from a file of the one who runs this installation: cause id, then codes with their meaning."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Annotated

from pydantic import Field, TypeAdapter, ValidationError, field_validator

from backstride.knowledge import documents
from backstride.knowledge.refusal import KnowledgeError, Problem
from backstride.knowledge.text import Slug, Text, Words

SnomedNumber = Annotated[str, Field(pattern=r"^[1-9][0-9]{5,17}$")]


class SnomedCode(Text):
    """One code as the file's owner wrote it. Its use falls under the SNOMED license, which is the owner's to hold."""

    code: SnomedNumber
    meaning: Words

    @field_validator("code", mode="before")
    @classmethod
    def _digits(cls, code: object) -> object:
        """YAML reads a bare code as a number; it is a name made of digits."""
        return str(code) if isinstance(code, int) and not isinstance(code, bool) else code


CODES: TypeAdapter[dict[Slug, tuple[SnomedCode, ...]]] = TypeAdapter(dict[Slug, tuple[SnomedCode, ...]])


def load(path: Path, causes: Collection[str]) -> dict[str, tuple[SnomedCode, ...]]:
    """The codes by cause. Raises KnowledgeError with every problem: file, key and reason."""
    text, problem = _read(path)
    if problem is not None:
        raise KnowledgeError([problem])
    try:
        codes = CODES.validate_json(text)
    except ValidationError as wrong:
        found = wrong.errors(include_url=False)
        raise KnowledgeError(_problem(path, ".".join(map(str, one["loc"])), one["msg"]) for one in found) from None
    unknown = [_problem(path, cause, "is not a cause of this version") for cause in codes if cause not in causes]
    if unknown:
        raise KnowledgeError(unknown)
    return codes


def _read(path: Path) -> tuple[str, Problem | None]:
    try:
        return documents.plain(str(path), path.read_bytes())
    except OSError as wrong:
        return "", _problem(path, "file", f"cannot be read: {wrong.strerror}")


def _problem(path: Path, key: str, reason: str) -> Problem:
    return Problem(str(path), key or "file", reason)
