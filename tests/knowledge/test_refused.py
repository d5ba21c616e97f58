"""Wrong knowledge files are refused, each with its file, key and reason.

A file under `refused` is put in the place `at`; or, with `was` and `now`, the file that is there is changed.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from backstride.knowledge import documents
from tests.knowledge import world

REFUSED = Path(__file__).parent / "refused"
CASES = sorted(REFUSED.rglob("*.yaml"))


def headings(case: Path) -> dict[str, str]:
    """What the comments `# name: ...` at the top of the file say; a line break is written as in Python."""
    found = {}
    for line in case.read_text(encoding="utf-8").splitlines():
        name, colon, said = line.removeprefix("# ").partition(":")
        if line.startswith("# ") and colon:
            found.setdefault(name, said.removeprefix(" ").replace("\\n", "\n"))
    return found


def spoil(case: Path, place: Path) -> None:
    """Put the wrong file in its place, or make the change it describes."""
    told = headings(case)
    if "was" not in told:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(case.read_bytes())
        return
    text = place.read_text(encoding="utf-8")
    assert told["was"] in text, f"{case}: {place.name} has no {told['was']!r}"
    place.write_text(text.replace(told["was"], told["now"], 1), encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.stem}")
def test_a_wrong_file_is_refused(case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = world.copy(tmp_path)
    told = headings(case)
    if case.stem == "denied_without_rule":
        (folder / "rules/denial/denied.yaml").unlink()
    spoil(case, folder / told["at"])
    found = world.problems(folder, monkeypatch)
    assert any(line.startswith(told["refused"]) for line in found), found


def test_every_kind_of_file_has_refused_ones() -> None:
    assert {case.parent.name for case in CASES} == {*documents.KINDS, *documents.SINGLE}


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
