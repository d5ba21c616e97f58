"""`backstride check`: how many files, how their review stands, and what makes it end with 1."""

from __future__ import annotations

import dataclasses
import json
from datetime import date
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from backstride import knowledge
from backstride.cli import check, main
from backstride.cli.review import standings, tallies, whole
from backstride.knowledge import Library, load

TODAY = date(2026, 11, 22)
ON = ["--on", TODAY.isoformat()]
SECONDS = 2.0


def changed(**rules: dict[str, Any]) -> Library:
    """The library with some rules signed, retired or dated otherwise; `color_walk` is color/walk."""
    library = load()
    new = {name.replace("_", "/", 1): found for name, found in rules.items()}
    replaced = {name: library.rules[name].model_copy(update=found) for name, found in new.items()}
    return dataclasses.replace(library, rules={**library.rules, **replaced})


SIGNED = {"status": "signed", "checker": "Dr. Ada Marsh, physiatrist"}
ONE_OF_EACH = {
    "color_walk": {**SIGNED, "review_by": date(2026, 11, 21)},
    "color_session": {**SIGNED, "review_by": date(2026, 11, 22)},
    "flare_ramp": {"review_by": date(2027, 1, 21)},
    "flare_detect": {"review_by": date(2027, 1, 22)},
    "progress_up": {"status": "retired", "review_by": date(2020, 1, 1)},
}


@pytest.fixture
def marked(monkeypatch: pytest.MonkeyPatch) -> Library:
    """The command sees these rules: one overdue, one due today, one in 60 days, one in 61, one retired."""
    library = changed(**ONE_OF_EACH)
    monkeypatch.setattr(check, "load", lambda root: library)
    return library


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    """What `check --json` prints."""
    assert main(["check", "--json", *words]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_every_file_that_somebody_answers_for_is_listed() -> None:
    """Every kind, those added later too; only sources bear no signature."""
    folder = Path(knowledge.__file__).parent
    on_disk = {path.relative_to(folder).as_posix() for path in folder.rglob("*.yaml")}
    listed = {one.path for some in standings(load(), TODAY).values() for one in some}
    assert listed == {path for path in on_disk if not path.startswith("citations/")}


def test_the_figures_of_a_kind(marked: Library) -> None:
    """Overdue is before today; due soon is today and the 60 days after it; a retired file is never due."""
    found = standings(marked, TODAY)
    rules = tallies(marked, found)["rules"]
    assert (rules.signed, rules.retired, rules.overdue, rules.due_soon) == (2, 1, 1, 2)
    assert rules.files == rules.proposed + 3 == len(marked.rules)
    assert {one.path: one.due for one in found["rules"] if one.due != "later"} == {
        "rules/color/walk.yaml": "overdue",
        "rules/color/session.yaml": "soon",
        "rules/flare/ramp.yaml": "soon",
        "rules/progress/up.yaml": "-",
    }


def test_all_kinds_together_are_every_file() -> None:
    library = load()
    figures = tallies(library, standings(library, TODAY))
    total = whole(figures.values())
    assert total.files == total.proposed + total.signed + total.retired + figures["citations"].files
    assert {kind for kind, tally in figures.items() if not tally.reviewed} == {"citations"}


def test_json_carries_the_same(marked: Library, capsys: pytest.CaptureFixture[str]) -> None:
    found = printed(capsys, *ON)
    assert found["rules"]["overdue"] == 1 and found["measures"]["files"] == len(marked.measures)
    assert "standings" not in found["rules"]
    rows = {one["path"]: one for one in printed(capsys, "--files", *ON)["rules"]["standings"]}
    assert rows["rules/color/walk.yaml"] == {
        "path": "rules/color/walk.yaml",
        "status": "signed",
        "author": "Backstride project",
        "checker": "Dr. Ada Marsh, physiatrist",
        "review_by": "2026-11-21",
        "due": "overdue",
    }


def test_the_table_and_one_line_a_file(marked: Library, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--files", *ON]) == 0
    lines = capsys.readouterr().out.splitlines()
    row = next(line for line in lines if line.startswith("rules "))
    assert [int(figure) for figure in row.split()[1:]] == [len(marked.rules), len(marked.rules) - 3, 2, 1, 1, 2]
    line = next(line for line in lines if line.startswith("rules/color/walk.yaml"))
    assert (
        line.split()[1:] == "signed Backstride project checked by Dr. Ada Marsh, physiatrist 2026-11-21 overdue".split()
    )


def test_only_a_signed_file_past_its_date_ends_with_1(marked: Library, capsys: pytest.CaptureFixture[str]) -> None:
    """`--due` names it; a proposal past its date is only counted, and without `--due` nothing but refused knowledge fails."""
    assert main(["check", *ON]) == 0
    assert main(["check", "--due", "--on", "2026-11-21"]) == 0
    capsys.readouterr()
    assert main(["check", "--due", *ON]) == 1
    assert capsys.readouterr().err == (
        "rules/color/walk.yaml: signed by Dr. Ada Marsh, physiatrist, to be read again by 2026-11-21\n"
    )
    assert main(["check", "--due", "--on", "2027-06-01"]) == 1


def test_refused_knowledge_ends_with_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "lessons").mkdir()
    (tmp_path / "lessons/sleep.yaml").write_text("name: Sleep\nname: Sleep\n", encoding="utf-8")
    assert main(["check", "--files", "--root", str(tmp_path)]) == 1
    assert "lessons/sleep.yaml" in capsys.readouterr().err


def test_it_takes_less_than_two_seconds(capsys: pytest.CaptureFixture[str]) -> None:
    """Every file read anew; processor time, so that a busy machine does not count."""
    before = process_time()
    assert main(["check", "--files", "--root", str(Path(knowledge.__file__).parent)]) == 0
    assert process_time() - before < SECONDS
