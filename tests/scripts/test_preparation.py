"""What is ready is not prepared again; what has changed is; demo and real data never share a directory."""

from pathlib import Path

import pytest

from scripts import preparation
from scripts.preparation import Step

STEP = Step("migrate --noinput", "preparing", ("*.txt",), stores=True)


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data directory beside a checkout with one source file."""
    place = tmp_path / "data"
    (place / "stamps").mkdir(parents=True)
    monkeypatch.setattr(preparation, "ROOT", tmp_path)
    monkeypatch.delenv("BACKSTRIDE_DATABASE_URL", raising=False)
    (tmp_path / "source.txt").write_text("one")
    preparation.stamp(STEP, place).write_text(preparation.fingerprint(STEP, place))
    return place


def test_a_step_is_done_while_nothing_changes(data: Path) -> None:
    assert preparation.is_done(STEP, data)


def test_a_changed_source_asks_for_the_step_again(data: Path) -> None:
    (data.parent / "source.txt").write_text("two")
    assert not preparation.is_done(STEP, data)


def test_another_database_asks_for_the_step_again(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKSTRIDE_DATABASE_URL", "postgresql://elsewhere/clinic")
    assert not preparation.is_done(STEP, data)


def test_a_lost_product_asks_for_the_step_again(data: Path) -> None:
    builds = Step("migrate", "preparing", ("*.txt",), builds="static")
    (data / "static").mkdir()
    preparation.stamp(builds, data).write_text(preparation.fingerprint(builds, data))
    assert preparation.is_done(builds, data)
    (data / "static").rmdir()
    assert not preparation.is_done(builds, data)


@pytest.mark.parametrize(("first", "then"), [("on", "off"), ("off", "on")])
def test_demo_and_real_data_stay_apart(data: Path, monkeypatch: pytest.MonkeyPatch, first: str, then: str) -> None:
    monkeypatch.setenv("BACKSTRIDE_DEMO", first)
    preparation.keep_demo_and_real_apart(data)
    preparation.keep_demo_and_real_apart(data)
    monkeypatch.setenv("BACKSTRIDE_DEMO", then)
    with pytest.raises(SystemExit, match="BACKSTRIDE_DATA"):
        preparation.keep_demo_and_real_apart(data)


@pytest.mark.parametrize("number", ["", "  "])
def test_a_real_installation_needs_an_emergency_number(monkeypatch: pytest.MonkeyPatch, number: str) -> None:
    monkeypatch.setenv("BACKSTRIDE_DEMO", "off")
    monkeypatch.setenv("BACKSTRIDE_EMERGENCY_NUMBER", number)
    with pytest.raises(SystemExit, match="BACKSTRIDE_EMERGENCY_NUMBER"):
        preparation.require_emergency_number()


def test_the_demo_does_without_an_emergency_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKSTRIDE_DEMO", "on")
    monkeypatch.delenv("BACKSTRIDE_EMERGENCY_NUMBER", raising=False)
    preparation.require_emergency_number()


def test_only_the_demo_loads_the_demo(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKSTRIDE_DEMO", "off")
    assert "load_demo" not in {step.name for step in preparation.steps()}
    monkeypatch.setenv("BACKSTRIDE_DEMO", "on")
    assert preparation.steps()[-1].name == "load_demo"
