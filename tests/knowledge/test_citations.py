"""Citations: one record a source, found again by what was noted, and nothing filled in."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from backstride.knowledge import Library
from backstride.knowledge.citation import Citation

BARE = {
    "id": "s1",
    "title": "A page",
    "address": None,
    "year": None,
    "kind": "web-page",
    "read": "page",
    "supports": ("x",),
}


def test_a_full_record_reads_as_one_line(library: Library) -> None:
    assert (
        library.citations["s4"].label
        == "Fernandez M and others 2015: Advice to stay active or structured exercise for sciatica"
    )
    assert library.citations["s4"].reference == (
        "Fernandez M and others (2015). Advice to stay active or structured exercise for sciatica. Spine 40:1457."
        " DOI 10.1097/BRS.0000000000001036."
    )


def test_a_bare_record_reads_as_what_was_noted() -> None:
    bare = Citation.model_validate(BARE)
    assert (bare.label, bare.reference) == ("A page", "A page.")
    dated = Citation.model_validate(BARE | {"year": 2018, "address": "example.org page"})
    assert (dated.label, dated.reference) == ("A page", "(2018). A page. Read at example.org page.")


def test_every_study_says_where_to_find_it(library: Library) -> None:
    for one in library.citations.values():
        assert one.doi or one.pmid or one.pmcid or one.address or one.journal or one.kind == "web-page", one.id


def test_what_was_filled_in_later_says_where_it_was_seen(library: Library) -> None:
    """The few identifiers noted from the start need no second look; every other one does."""
    noted = {"s30", "s38", "s39", "s81", "s92", "s118", "s136"}
    for one in library.citations.values():
        assert not (one.doi or one.pmid or one.pmcid) or one.confirmed or one.id in noted, one.id


def test_labels_are_told_apart(library: Library) -> None:
    labels = [one.label for one in library.citations.values()]
    assert len(labels) == len(set(labels))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("doi", "doi:10.1/x"),
        ("doi", "https://doi.org/10.1097/x"),
        ("pmid", "PMID 1"),
        ("pmcid", "3175874"),
        ("volume", "37:531"),
        ("kind", "opinion"),
    ],
)
def test_numbers_of_the_wrong_shape_are_refused(key: str, value: str) -> None:
    with pytest.raises(ValidationError):
        Citation.model_validate(BARE | {key: value})
