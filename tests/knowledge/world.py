"""A copy of the knowledge files to spoil, and the problems found in it."""

from __future__ import annotations

import shutil
from functools import lru_cache
from pathlib import Path

import pytest

from backstride.knowledge import KnowledgeError, documents, library, load

plain_once = lru_cache(maxsize=None)(documents.plain)


def copy(folder: Path) -> Path:
    """All knowledge files of the package, copied to `folder`."""
    for kind in documents.KINDS:
        shutil.copytree(library.HERE / kind, folder / kind)
    for name in documents.SINGLE:
        shutil.copy(library.HERE / f"{name}.yaml", folder)
    return folder


def problems(folder: Path, patch: pytest.MonkeyPatch) -> list[str]:
    """What `load` refuses there, one line a problem. Files already parsed by another test are not parsed again."""
    patch.setattr(documents, "plain", plain_once)
    with pytest.raises(KnowledgeError) as refusal:
        load(folder)
    return str(refusal.value).splitlines()
