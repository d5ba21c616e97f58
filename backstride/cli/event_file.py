"""Files of events: a first line that says how many follow, then one event a line, as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from backstride.engine import Refused
from backstride.engine.codec import event_from_plain, event_to_plain
from backstride.engine.event import Event

FORMAT = "backstride-events"
VERSION = 1


def write(path: Path, events: Sequence[Event]) -> None:
    """Write events so that a file cut short can be told from a whole one."""
    first = {"format": FORMAT, "version": VERSION, "events": len(events)}
    rows = [first, *(event_to_plain(event) for event in events)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def read(path: Path) -> list[Event]:
    """All events of a file. Refused: no such file, another format, a broken line (named), fewer events than promised."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as problem:
        raise Refused(f"{path}: cannot be read ({problem})") from problem
    promised = _promised(path, lines)
    events = [_event(path, number, line) for number, line in enumerate(lines[1:], start=2)]
    if len(events) != promised:
        raise Refused(f"{path}: {promised} events promised, {len(events)} found; the file is cut short or was added to")
    return events


def _promised(path: Path, lines: list[str]) -> int:
    first = _json(path, 1, lines[0]) if lines else None
    if not isinstance(first, dict) or first.get("format") != FORMAT or first.get("version") != VERSION:
        raise Refused(f"{path}: line 1: not a {FORMAT} file of version {VERSION}")
    promised = first.get("events")
    if not isinstance(promised, int) or promised < 1:
        raise Refused(f"{path}: line 1: events: {promised!r} is not a count of 1 or more")
    return promised


def _event(path: Path, number: int, line: str) -> Event:
    try:
        return event_from_plain(_json(path, number, line))
    except Refused as problem:
        raise Refused(
            str(problem) if str(problem).startswith(str(path)) else f"{path}: line {number}: {problem}"
        ) from None


def _json(path: Path, number: int, line: str) -> Any:
    try:
        return json.loads(line)
    except json.JSONDecodeError as problem:
        raise Refused(f"{path}: line {number}: not a whole JSON object ({problem.msg})") from None
