"""What the installation decides: the emergency number, the key, the demo."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from pytest_django import Settings

from backstride.web.accounts.checks import emergency_number
from backstride.web.installation import is_on, require_emergency_number, secret_key


def test_a_real_installation_needs_an_emergency_number(settings: Settings) -> None:
    """The refusal names the variable."""
    settings.EMERGENCY_NUMBER = ""
    with pytest.raises(ImproperlyConfigured, match="BACKSTRIDE_EMERGENCY_NUMBER"):
        require_emergency_number()
    assert [error.id for error in emergency_number(None)] == ["backstride.E001"]


def test_the_demo_starts_without_one(demo: None) -> None:
    """The demo never guesses a number; it says it in words."""
    require_emergency_number()
    assert emergency_number(None) == []


@pytest.mark.parametrize(("demo", "starts"), [("off", False), ("on", True)])
def test_the_server_itself_refuses(root: Path, tmp_path: Path, demo: str, starts: bool) -> None:
    """Loading the server's entry fails before it can answer anything."""
    environment = os.environ | {
        "BACKSTRIDE_DATA": str(tmp_path),
        "BACKSTRIDE_DEMO": demo,
        "BACKSTRIDE_EMERGENCY_NUMBER": "",
        "DJANGO_SETTINGS_MODULE": "backstride.web.settings",
    }
    command = [sys.executable, "-c", "import backstride.web.wsgi"]
    run = subprocess.run(command, env=environment, cwd=root, capture_output=True, text=True, check=False)
    assert (run.returncode == 0) == starts
    assert ("BACKSTRIDE_EMERGENCY_NUMBER" in run.stderr) != starts


def test_the_key_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    """Two starts share one key, in a file of mode 600."""
    key = secret_key("", tmp_path / "data")
    kept = tmp_path / "data" / "secret-key"
    assert secret_key("", tmp_path / "data") == key
    assert len(key) > 50
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert list(kept.parent.iterdir()) == [kept]


def test_a_given_key_needs_no_file(tmp_path: Path) -> None:
    """The environment wins."""
    assert secret_key("given", tmp_path) == "given"
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("word", "meaning"), [("on", True), (" ON ", True), ("1", True), ("off", False), ("", False)])
def test_words_that_mean_yes(word: str, meaning: bool) -> None:
    """Anything else means no."""
    assert is_on(word) is meaning
