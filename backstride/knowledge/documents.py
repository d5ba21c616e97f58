"""Reading knowledge files from disk: strict YAML 1.2, duplicates refused, one digest over all of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from backstride.knowledge.refusal import Problem

KINDS = (
    "exercises",
    "ladders",
    "causes",
    "flags",
    "contraindications",
    "rules",
    "citations",
    "measures",
    "lessons",
    "tips",
    "yellow",
)
SINGLE = ("walking",)


@dataclass(frozen=True, slots=True)
class Found:
    """One file as it lies on disk: its kind, its id (from its path) and its bytes."""

    file: str
    kind: str
    id: str
    content: bytes


def find(root: Path) -> tuple[list[Found], list[Problem]]:
    """Every knowledge file below `root`, in path order, and what lies where it should not."""
    found: list[Found] = []
    problems: list[Problem] = []
    for kind in KINDS:
        for path in sorted((root / kind).rglob("*")):
            if path.is_file():
                _sort_in(path, root, kind, found, problems)
    for name in SINGLE:
        path = root / f"{name}.yaml"
        if path.is_file():
            found.append(Found(path.name, name, name, path.read_bytes()))
        else:
            problems.append(Problem(path.name, "file", "is missing"))
    return found, problems


def _sort_in(path: Path, root: Path, kind: str, found: list[Found], problems: list[Problem]) -> None:
    file = path.relative_to(root).as_posix()
    depth = 3 if kind == "rules" else 2
    if path.suffix != ".yaml" or len(file.split("/")) != depth:
        problems.append(Problem(file, "file", f"does not belong in {kind}"))
        return
    name = file.removeprefix(f"{kind}/").removesuffix(".yaml")
    found.append(Found(file, kind, name, path.read_bytes()))


def digest(found: list[Found]) -> str:
    """A hash over the names and bytes of all files: the knowledge's version."""
    total = sha256()
    for one in found:
        total.update(f"{one.file}\0{len(one.content)}\0".encode())
        total.update(one.content)
    return total.hexdigest()


def parse(found: list[Found]) -> tuple[str, list[Problem]]:
    """All files as one JSON text, by kind and id, and the files that are not strict YAML."""
    shelves: dict[str, Any] = {kind: {} for kind in KINDS}
    problems: list[Problem] = []
    for one in found:
        text, problem = plain(one.file, one.content)
        if problem is None:
            problem = _shelve(one, json.loads(text), shelves)
        if problem is not None:
            problems.append(problem)
    return json.dumps(shelves, ensure_ascii=False), problems


def plain(file: str, content: bytes) -> tuple[str, Problem | None]:
    """One YAML file as JSON, or the problem that it is not strict YAML."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        body = YAML(typ="safe", pure=True).load(content)
        return json.dumps(body, default=_plain, allow_nan=False, ensure_ascii=False), None
    except (YAMLError, ValueError, TypeError) as wrong:
        return "", Problem(file, "file", _first_line(wrong))


def _shelve(one: Found, body: object, shelves: dict[str, Any]) -> Problem | None:
    """Put one file's body on the shelf of its kind, under its id."""
    if not isinstance(body, dict):
        return Problem(one.file, "file", "is not keys with values")
    if "id" in body:
        return Problem(one.file, "id", "is the file's name; leave it out")
    named = {"id": one.id, **body}
    if one.kind in SINGLE:
        shelves[one.kind] = named
    else:
        shelves[one.kind][one.id] = named
    return None


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{value!r} is not plain text, a number, a date, a list or keys")


def _first_line(wrong: Exception) -> str:
    from ruamel.yaml.error import MarkedYAMLError

    if isinstance(wrong, MarkedYAMLError) and wrong.problem_mark is not None:
        return f"line {wrong.problem_mark.line + 1}: {str(wrong.problem).splitlines()[0]}"
    return str(wrong).splitlines()[0]
