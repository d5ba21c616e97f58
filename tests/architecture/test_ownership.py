"""Who has to agree to a change: clinicians to everything that reaches a person in pain."""

import re

import pytest

from tests.architecture import checkout

CLINICAL = "@backstride/clinical-reviewers"
OWNED = [
    "backstride/knowledge/",
    "tests/cases/",
    "docs/safety/",
    "docs/clinical-review.md",
]
LINES = [line.split() for line in checkout.text("CODEOWNERS").splitlines() if re.match(r"[^#\s]", line)]


def owners(path: str) -> list[str]:
    """Who owns a path: the last line that fits, as the hosts of repositories read it."""
    fitting = [named for pattern, *named in LINES if pattern == "*" or path.startswith(pattern.strip("/"))]
    return fitting[-1]


@pytest.mark.parametrize("path", OWNED)
def test_clinicians_agree_to_what_reaches_a_person(path: str) -> None:
    """H14: whoever writes it."""
    assert CLINICAL in owners(path)


def test_every_owned_path_exists() -> None:
    for pattern, *_ in LINES:
        if pattern != "*":
            assert any(name.startswith(pattern.strip("/")) for name in checkout.files()), pattern
