"""Loading: counts, version, the kept copy, and speed."""

from __future__ import annotations

import shutil
from pathlib import Path
from time import process_time

import pytest

from backstride.knowledge import Library, cache, load
from tests.knowledge import world

COUNTS = {
    "exercises": 28,
    "ladders": 13,
    "causes": 2,
    "flags": 19,
    "contraindications": 9,
    "rules": 33,
    "citations": 61,
}
CHECK_SECONDS = 2.0
START_SECONDS = 0.3
FILES = 300


def test_how_many_of_each(library: Library) -> None:
    assert {kind: len(getattr(library, kind)) for kind in COUNTS} == COUNTS


def test_sixty_exercises_are_filed_or_planned(library: Library) -> None:
    assert len(library.exercises) + len(library.planned.exercises) == 60


def test_eight_causes_are_filed_or_planned(library: Library) -> None:
    assert len(library.causes) + len(library.planned.causes) == 8


def test_the_engine_knows_what_the_files_say(library: Library) -> None:
    assert set(library.engine.exercises) == set(library.exercises)
    assert set(library.engine.ladders) == set(library.ladders)
    assert library.engine.numbers["color/session"]["leg_rise_red"] == 3
    assert len(library.engine.walk_levels) == 17


def test_the_engine_is_told_of_no_exercise_without_a_file(library: Library) -> None:
    denied = {one.exercise for cause in library.engine.causes.values() for one in cause.denials}
    assert denied <= set(library.exercises)


def test_the_version_follows_the_content(tmp_path: Path) -> None:
    folder = world.copy(tmp_path / "knowledge")
    first = load(folder).version
    assert load(folder).version == first
    place = folder / "exercises/COR02.yaml"
    place.write_text(place.read_text().replace("Heel slide", "Slide a heel"))
    assert load(folder).version != first


def test_the_kept_copy_gives_the_same(tmp_path: Path) -> None:
    fresh = load(cache_folder=tmp_path)
    assert (tmp_path / cache.NAME).is_file()
    assert load(cache_folder=tmp_path) == fresh


def test_the_kept_copy_of_other_files_is_not_used(tmp_path: Path) -> None:
    folder = world.copy(tmp_path / "knowledge")
    load(folder, tmp_path)
    place = folder / "exercises/COR02.yaml"
    place.write_text(place.read_text().replace("Heel slide", "Slide a heel"))
    assert load(folder, tmp_path).exercises["COR02"].name == "Slide a heel"


@pytest.mark.parametrize("spoiled", ["", "nonsense", "{}"])
def test_a_spoiled_copy_is_made_again(tmp_path: Path, spoiled: str) -> None:
    version = load(cache_folder=tmp_path).version
    place = tmp_path / cache.NAME
    head = place.read_text().partition("\n")[0]
    place.write_text(f"{head}\n{spoiled}")
    assert load(cache_folder=tmp_path).version == version
    assert place.read_text().partition("\n")[2] != spoiled


def test_a_folder_that_cannot_be_written_is_passed_over(tmp_path: Path) -> None:
    place = tmp_path / "a-file"
    place.write_text("not a folder")
    assert load(cache_folder=place).exercises


def test_the_copy_lies_in_the_data_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BACKSTRIDE_DATA", str(tmp_path))
    assert cache.usual_folder() == tmp_path / "cache"
    monkeypatch.delenv("BACKSTRIDE_DATA")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache.usual_folder() == tmp_path / "backstride"


def test_other_folders_are_not_kept_unless_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = world.copy(tmp_path / "knowledge")
    monkeypatch.setenv("BACKSTRIDE_DATA", str(tmp_path / "data"))
    load(folder)
    assert not (tmp_path / "data").exists()


def test_three_hundred_files_load_in_time(tmp_path: Path) -> None:
    """Processor time, so that a busy machine does not count."""
    folder = world.copy(tmp_path / "knowledge")
    _grow(folder)
    before = process_time()
    load(folder, tmp_path)
    read = process_time()
    load(folder, tmp_path)
    kept = process_time()
    assert read - before < CHECK_SECONDS
    assert kept - read < START_SECONDS


def _grow(folder: Path) -> None:
    more = folder / "rules/more"
    more.mkdir()
    missing = FILES - len(list(folder.rglob("*.yaml")))
    for number in range(missing):
        letters = "".join(chr(ord("a") + int(digit)) for digit in str(number))
        shutil.copy(folder / "rules/choosing/choose.yaml", more / f"rule_{letters}.yaml")
