"""The real knowledge, for tests that ask for it by name."""

import pytest

from backstride.engine.catalogue import Knowledge
from tests.engine import builders


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """What the knowledge files say, as the engine sees it."""
    return builders.KNOWLEDGE
