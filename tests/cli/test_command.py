"""The command line, as somebody types it: check, today, replay, and what it says of bad input."""

import json
from datetime import date
from pathlib import Path

import pytest

from backstride.cli import main
from backstride.cli.event_file import read, write
from backstride.engine import Refused
from backstride.knowledge import load, vignettes
from backstride.web.demo import cast

STORIES = sorted((Path(cast.__file__).parent / "stories").glob("*.yaml"))


@pytest.fixture
def events(tmp_path: Path) -> Path:
    """A file of the events of a persona who has reached phase 2."""
    stories = [vignettes.read(path)[0] for path in STORIES]
    restored = next(story for story in stories if story.program is not None and story.program.phase == 2)
    told = vignettes.tell(restored, load().engine, date(2026, 3, 2))
    path = tmp_path / "events.jsonl"
    write(path, told.events)
    return path


def test_check_counts_every_kind(capsys: pytest.CaptureFixture[str]) -> None:
    """`check --json` counts the files by kind, and how many are still proposed."""
    assert main(["check", "--json"]) == 0
    counts = json.loads(capsys.readouterr().out)
    assert counts["causes"]["files"] == 8
    assert counts["exercises"]["files"] == 60
    assert counts["rules"]["proposed"] == counts["rules"]["files"]


def test_check_names_file_key_and_reason(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A broken knowledge folder ends with 1 and a line for each problem."""
    (tmp_path / "exercises").mkdir()
    (tmp_path / "exercises" / "REL01.yaml").write_text("name: Lie\nname: Lie again\n", encoding="utf-8")
    assert main(["check", "--root", str(tmp_path)]) == 1
    assert "REL01.yaml" in capsys.readouterr().err


def test_today_gives_reasons_with_their_rules(capsys: pytest.CaptureFixture[str]) -> None:
    """Every part of the plan is followed by the rule behind it."""
    assert (
        main(
            [
                "today",
                "--cause",
                "disc-herniation",
                "--side",
                "right",
                "--preference",
                "extension",
                "--on",
                "2026-03-02",
            ]
        )
        == 0
    )
    said = capsys.readouterr().out
    assert "REL01" in said and "HAM01" in said and "[choosing/choose]" in said and "[walking/walk_today]" in said


def test_today_as_json_is_the_plan(capsys: pytest.CaptureFixture[str]) -> None:
    """`--json` prints the plan itself."""
    assert main(["today", "--cause", "spinal-stenosis", "--side", "left", "--on", "2026-03-02", "--json"]) == 0
    plan = json.loads(capsys.readouterr().out)
    exercises = [item["exercise"] for item in plan["session"]["items"]]
    assert (
        plan["on"] == "2026-03-02"
        and "REL07" in exercises
        and not {"REL01", "REL02", "REL03", "REL04"} & set(exercises)
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--cause", "backache", "--side", "left"], "cause: 'backache' is not known"),
        (["--cause", "disc-herniation", "--side", "left", "--leg", "11"], "leg: 11 is not a whole number from 0 to 10"),
        (["--cause", "disc-herniation", "--side", "left", "--site", "elbow"], "'elbow' is not one of"),
        (["--cause", "disc-herniation", "--side", "left", "--kit", "trampoline"], "kit: 'trampoline' is not known"),
    ],
)
def test_today_names_what_is_wrong(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Unknown ids and scores out of range end with 1 and a line that names them."""
    assert main(["today", *words]) == 1
    assert said in capsys.readouterr().err


def test_replay_prints_decisions_and_program(events: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A whole file gives the decisions in order and the program at the end."""
    assert main(["replay", str(events)]) == 0
    said = capsys.readouterr().out
    assert "prescribed" in said and "[progress/up]" in said and "phase 2" in said


def test_a_file_cut_short_is_refused(events: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Lines lost at the end, or half a line, are named; nothing is replayed."""
    lines = events.read_text(encoding="utf-8").splitlines()
    events.write_text("\n".join(lines[:-3]) + "\n", encoding="utf-8")
    assert main(["replay", str(events)]) == 1
    assert "cut short" in capsys.readouterr().err
    events.write_text("\n".join(lines)[:-20], encoding="utf-8")
    with pytest.raises(Refused, match=f"line {len(lines)}: not a whole JSON object"):
        read(events)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"kind": "Jumped", "on": "2026-03-02"}', "kind 'Jumped' is not known"),
        ('{"kind": "CheckedIn", "on": "2026-03-02", "leg": 11}', "leg: 11 is not"),
        ('{"kind": "CheckedIn", "on": "yesterday"}', "'yesterday' is not a date"),
        ('{"kind": "CheckedIn", "on": "2026-03-02", "mood": 3}', "mood is not known"),
    ],
)
def test_a_malformed_event_is_named_by_line(line: str, said: str, tmp_path: Path) -> None:
    """An unknown kind, key or value is refused with the file and the line."""
    path = tmp_path / "events.jsonl"
    path.write_text('{"format": "backstride-events", "version": 1, "events": 1}\n' + line + "\n", encoding="utf-8")
    with pytest.raises(Refused, match="line 2") as problem:
        read(path)
    assert said in str(problem.value)


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    """A file that is not ours, or is not there, is refused by name."""
    path = tmp_path / "other.json"
    path.write_text("[]", encoding="utf-8")
    with pytest.raises(Refused, match="line 1"):
        read(path)
    with pytest.raises(Refused, match="cannot be read"):
        read(tmp_path / "missing.jsonl")
