"""Loading: counts, version, the kept copy, and speed."""

from __future__ import annotations

import shutil
from pathlib import Path
from time import process_time

import pytest

from backstride.knowledge import Library, cache, documents, load
from backstride.knowledge.library import HERE
from tests.knowledge import world

COUNTS = {
    "exercises": 60,
    "ladders": 19,
    "causes": 8,
    "flags": 20,
    "contraindications": 11,
    "yellow": 4,
}
CHECK_SECONDS = 2.5
START_SECONDS = 0.3
FILES = 400


@pytest.fixture
def parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files another test has parsed are not parsed again; what is done with them is."""
    monkeypatch.setattr(documents, "plain", world.plain_once)


def test_how_many_of_each(library: Library) -> None:
    assert {kind: len(getattr(library, kind)) for kind in COUNTS} == COUNTS


@pytest.mark.parametrize("kind", documents.KINDS)
def test_every_file_is_in_the_library(kind: str, library: Library) -> None:
    files = {path.relative_to(HERE / kind).with_suffix("").as_posix() for path in (HERE / kind).rglob("*.yaml")}
    assert files and set(getattr(library, kind)) == files


def test_the_engine_knows_what_the_files_say(library: Library) -> None:
    assert set(library.engine.exercises) == set(library.exercises)
    assert set(library.engine.ladders) == set(library.ladders)
    assert set(library.engine.causes) == set(library.causes)
    assert set(library.engine.flags) == set(library.flags)
    assert set(library.engine.contraindications) == set(library.contraindications)
    assert set(library.engine.measures) == set(library.measures)
    assert library.engine.yellow == tuple(library.yellow)
    assert set(library.engine.numbers) == set(library.rules)
    assert library.engine.numbers["color/session"]["leg_rise_red"] == 3
    assert len(library.engine.walk_levels) == 17


def test_every_form_is_told_to_the_engine(library: Library) -> None:
    for exercise in library.exercises.values():
        told = library.engine.exercises[exercise.id].forms
        assert list(told) == ["plain", *(form.id for form in exercise.forms)]
        assert exercise.form("plain") is None
        for form in exercise.forms:
            assert exercise.form(form.id) is form
            assert told[form.id].mechanisms == set(form.mechanisms)
            assert (told[form.id].kit, told[form.id].taught) == (set(form.kit), form.taught)


def test_the_kit_is_that_of_every_form(library: Library) -> None:
    forms = [form for one in library.engine.exercises.values() for form in one.forms.values()]
    assert set(library.engine.kit) == {item for form in forms for item in form.kit}


def test_the_engine_is_told_of_no_exercise_without_a_file(library: Library) -> None:
    denied = {one.exercise for cause in library.engine.causes.values() for one in cause.denials}
    assert denied <= set(library.exercises)


@pytest.mark.usefixtures("parsed_once")
def test_the_version_follows_the_content(tmp_path: Path) -> None:
    folder = world.copy(tmp_path / "knowledge")
    first = load(folder).version
    assert load(folder).version == first
    place = folder / "exercises/COR02.yaml"
    place.write_text(place.read_text().replace("Heel slide", "Slide a heel"))
    assert load(folder).version != first


@pytest.mark.usefixtures("parsed_once")
def test_the_kept_copy_gives_the_same(tmp_path: Path) -> None:
    fresh = load(cache_folder=tmp_path)
    assert (tmp_path / cache.NAME).is_file()
    assert load(cache_folder=tmp_path) == fresh


@pytest.mark.usefixtures("parsed_once")
def test_the_kept_copy_of_other_files_is_not_used(tmp_path: Path) -> None:
    folder = world.copy(tmp_path / "knowledge")
    load(folder, tmp_path)
    place = folder / "exercises/COR02.yaml"
    place.write_text(place.read_text().replace("Heel slide", "Slide a heel"))
    assert load(folder, tmp_path).exercises["COR02"].name == "Slide a heel"


@pytest.mark.usefixtures("parsed_once")
@pytest.mark.parametrize("spoiled", ["", "nonsense", "{}"])
def test_a_spoiled_copy_is_made_again(tmp_path: Path, spoiled: str) -> None:
    version = load(cache_folder=tmp_path).version
    place = tmp_path / cache.NAME
    head = place.read_text().partition("\n")[0]
    place.write_text(f"{head}\n{spoiled}")
    assert load(cache_folder=tmp_path).version == version
    assert place.read_text().partition("\n")[2] != spoiled


@pytest.mark.usefixtures("parsed_once")
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


@pytest.mark.usefixtures("parsed_once")
def test_other_folders_are_not_kept_unless_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = world.copy(tmp_path / "knowledge")
    monkeypatch.setenv("BACKSTRIDE_DATA", str(tmp_path / "data"))
    load(folder)
    assert not (tmp_path / "data").exists()


def test_four_hundred_files_load_in_time(tmp_path: Path) -> None:
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
