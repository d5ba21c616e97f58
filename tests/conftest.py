"""What all tests share: the same invented histories each time on a busy machine, and where the checkout is."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parents[1]

# Time limits measure how busy the machine is, not whether a property holds.
settings.register_profile("backstride", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("backstride")


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT
