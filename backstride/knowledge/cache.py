"""A copy of the parsed files, so that YAML is read only when it changed; never needed, never trusted blindly."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

NAME = "knowledge.json"
FORMAT = "backstride knowledge 1"


def usual_folder() -> Path:
    """Where the copy lies: the data folder of this installation, or the user's own cache."""
    data = os.environ.get("BACKSTRIDE_DATA")
    if data:
        return Path(data) / "cache"
    base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "backstride"


def read(folder: Path, digest: str) -> str | None:
    """The parsed files, when the copy was made from files with exactly this digest; else None."""
    try:
        head, _, text = (folder / NAME).read_text(encoding="utf-8").partition("\n")
    except (OSError, UnicodeDecodeError):
        return None
    return text if head == f"{FORMAT} {digest}" else None


def write(folder: Path, digest: str, text: str) -> None:
    """Keep a copy; a folder that cannot be written is passed over, the copy only saves time."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        handle, half = tempfile.mkstemp(dir=folder, prefix=NAME)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(f"{FORMAT} {digest}\n{text}")
        os.replace(half, folder / NAME)
