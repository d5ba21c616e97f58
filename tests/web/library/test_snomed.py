"""SNOMED codes that the owner of an installation has switched on."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from pytest_django import Settings

from backstride.web.library.snomed import require_sound_codes, snomed

pytestmark = pytest.mark.django_db
OWN = 'spinal-stenosis:\n  - {code: 123456789, meaning: "A made-up code"}\n'


def test_none_is_shipped(client: Client) -> None:
    assert snomed("spinal-stenosis") == ()
    assert "SNOMED" not in client.get("/cause/spinal-stenosis/").content.decode()


def test_the_owners_codes_stand_on_the_page_as_not_looked_up(
    client: Client, settings: Settings, tmp_path: Path
) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(OWN)
    settings.SNOMED = str(file)
    page = client.get("/cause/spinal-stenosis/").content.decode()
    after = page.split("123456789")[1]
    assert "A made-up code" in after and "not looked up yet" in after.split("</li>")[0]
    assert "SNOMED" not in client.get("/cause/pregnancy/").content.decode()


def test_a_sound_file_is_let_through(settings: Settings, tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(OWN)
    settings.SNOMED = str(file)
    require_sound_codes()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("no-such-cause:\n  - {code: 123456789, meaning: x}\n", "no-such-cause: is not a cause of this version"),
        ("pregnancy:\n  - {code: 12, meaning: x}\n", "pregnancy.0.code: String should match"),
        ("pregnancy:\n  - {code: 123456789}\n", "pregnancy.0.meaning: Field required"),
    ],
)
def test_a_bad_file_is_refused_with_file_key_and_reason(
    settings: Settings, tmp_path: Path, text: str, said: str
) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(text)
    settings.SNOMED = str(file)
    with pytest.raises(ImproperlyConfigured) as refusal:
        require_sound_codes()
    assert f"{file}: {said}" in str(refusal.value)
