"""The library as the tests read it."""

from __future__ import annotations

import pytest

from backstride.knowledge import Library, load


@pytest.fixture(scope="session")
def library() -> Library:
    """The package's own knowledge files."""
    return load()
