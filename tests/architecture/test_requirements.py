"""The lock holds versions and hashes, and no address of where somebody got a package."""

import re
from pathlib import PurePath

import pytest

from tests.architecture import checkout

FORBIDDEN_LOCKS = {"uv.lock", "pylock.toml", "poetry.lock", "pdm.lock"}
ADDRESS = re.compile(r"://|--(extra-)?index|--find-links|--trusted-host")
LOCKS = [name for name in checkout.files() if re.fullmatch(r"requirements[\w-]*\.txt", PurePath(name).name)]
PINNED = re.compile(r"^[a-z0-9][\w.-]*(\[[\w,-]+\])?==", re.MULTILINE)


def test_the_locks_are_there() -> None:
    assert {"requirements.txt", "requirements-dev.txt", "requirements-uv.txt"} <= set(LOCKS)


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_host(name: str) -> None:
    assert not ADDRESS.findall(checkout.text(name))


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_is_pinned_and_hashed(name: str) -> None:
    blocks = re.split(r"\n(?=[a-z0-9])", checkout.text(name).strip())
    assert [block.splitlines()[0] for block in blocks if not PINNED.match(block) or "--hash=sha256:" not in block] == []


def test_no_other_lock_is_kept() -> None:
    assert [name for name in checkout.files() if PurePath(name).name in FORBIDDEN_LOCKS] == []


def test_no_lock_of_node_records_an_address() -> None:
    locks = [name for name in checkout.files() if PurePath(name).name == "package-lock.json"]
    assert [name for name in locks if '"resolved"' in checkout.text(name)] == []
