"""What every drawn file was made from, so that a pose file that changed, or a picture touched by hand, is noticed."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from backstride.figures import DRAWN
from backstride.figures.checking.finding import Finding
from backstride.figures.posing import files

FILE = files.SOLVED / "made-from.json"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:20]


def description(figure_id: str) -> str:
    """The fingerprint of a pose file with what it takes over; comments and layout do not count."""
    return _digest(json.dumps(files.content(figure_id), ensure_ascii=False))


def _picture(file: Path) -> str:
    return _digest(file.read_text("utf-8"))


def owned(figure_id: str) -> list[Path]:
    """All drawn files of a figure, its postures included."""
    pictures = [file for file in DRAWN.glob(f"{figure_id}-*.svg") if file.stem.rpartition("-")[0] == figure_id]
    return sorted([*pictures, *files.SOLVED.glob(f"{figure_id}.json")])


def entry(figure_id: str) -> dict[str, Any]:
    """What a figure was made from and what was made: fingerprints."""
    return {"poses": description(figure_id), "files": {file.name: _picture(file) for file in owned(figure_id)}}


def read() -> dict[str, Any]:
    """The manifest as it was written, or an empty one."""
    return dict(json.loads(FILE.read_text("utf-8"))) if FILE.is_file() else {}


def write(ids: Iterable[str]) -> None:
    """Note the named figures anew, and forget those without a pose file."""
    known = files.all_ids()
    noted = {one: told for one, told in read().items() if one in known} | {one: entry(one) for one in ids}
    FILE.write_text(json.dumps(dict(sorted(noted.items())), indent=1) + "\n", encoding="utf-8")


def findings(ids: Iterable[str]) -> list[Finding]:
    """Figures whose pose file or pictures are no longer those noted when they were drawn."""
    noted, found = read(), []
    for one in ids:
        told, now = noted.get(one, {"poses": "", "files": {}}), entry(one)
        if told["poses"] != now["poses"]:
            found.append(Finding(one, "", -1, "pose file", "has changed since it was drawn"))
        found += [
            Finding(one, "", -1, name, "is not what was drawn")
            for name in sorted({*told["files"], *now["files"]})
            if told["files"].get(name) != now["files"].get(name)
        ]
    return found
