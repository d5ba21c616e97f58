"""Wrong knowledge files are refused, each with its file, key and reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.knowledge import world

REFUSED = Path(__file__).parent / "refused"
CASES = sorted(REFUSED.rglob("*.yaml"))


def heading(case: Path, name: str) -> str:
    """What the comment `# name: ...` at the top of the file says."""
    for line in case.read_text().splitlines():
        if line.startswith(f"# {name}: "):
            return line.removeprefix(f"# {name}: ")
    raise AssertionError(f"{case}: no comment {name}")


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.stem}")
def test_a_wrong_file_is_refused(case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = world.copy(tmp_path)
    place = folder / heading(case, "at")
    place.parent.mkdir(parents=True, exist_ok=True)
    if case.stem == "denied_without_rule":
        (folder / "rules/denial/denied.yaml").unlink()
    place.write_bytes(case.read_bytes())
    found = world.problems(folder, monkeypatch)
    wanted = heading(case, "refused")
    assert any(line.startswith(wanted) for line in found), found


def test_every_kind_of_file_has_refused_ones() -> None:
    kinds = {"exercises", "ladders", "causes", "flags", "contraindications", "rules", "citations", "walking", "planned"}
    assert {case.parent.name for case in CASES} == kinds


def test_all_problems_are_told_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = world.copy(tmp_path)
    for name in ("COR02", "HIP01"):
        place = folder / f"exercises/{name}.yaml"
        place.write_text(place.read_text().replace("sides: both", "sides: left"))
    found = world.problems(folder, monkeypatch)
    assert [line.split(": ")[0] for line in found] == ["exercises/COR02.yaml", "exercises/HIP01.yaml"]


def test_a_missing_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = world.copy(tmp_path)
    (folder / "walking.yaml").unlink()
    assert "walking.yaml: file: is missing" in world.problems(folder, monkeypatch)
