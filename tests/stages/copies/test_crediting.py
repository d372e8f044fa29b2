"""Children that name an outlet or an author: which report of that outlet they go back to, and how."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.stages.copies.reports import FERRY, MARKET, document
from tests.stages.copies.test_steps import derived, run
from woozle.model.records import Derivation, Document

WIRE = document(f"SARNBY - {FERRY}", "Coastline News Agency", "2031-03-04")
ROPE = document(
    "TOLVIK - A museum of rope will open in Tolvik in the old flower hall, its keeper Jon Brask said. He has four "
    "miles of rope, nine knots that nobody can untie, and no money for heating.",
    "Coastline News Agency",
    "2031-03-04",
)
OTHER = document(MARKET, "Tolvik Lantern", "2031-03-05")


def inside(folder: Path, *documents: Document) -> dict[tuple[str, str], Derivation]:
    return derived(folder, [WIRE, ROPE, OTHER, *documents])


@pytest.mark.parametrize(
    "credit",
    [
        "Coastline News Agency reported on Wednesday that four hives broke loose off Sarnby.",
        "Four hives broke loose off Sarnby, according to the Coastline News Agency.",
        "We read it first on a page of the Coastline News Agency: four hives broke loose off Sarnby.",
    ],
)
def test_of_the_named_outlet_the_report_with_the_same_matter_is_the_parent(tmp_path: Path, credit: str) -> None:
    child = document(f"Bees have sea legs\n\nWhat a week. {credit}", "Hill Radio", "2031-03-06")
    found = inside(tmp_path, child)
    assert set(found) == {(child.id, WIRE.id)}
    assert (found[child.id, WIRE.id].kind, found[child.id, WIRE.id].credited) == ("paraphrase", True)


@pytest.mark.parametrize(
    "words",
    [
        "The Coastline News Agency is looking for a new chair, and its staff for a new printer.",
        "The Coastline News Agency declined to comment on hives off Sarnby.",
        "Pictures of hives off Sarnby: Ann Orr/Coastline News Agency",
    ],
)
def test_a_name_that_credits_nobody_makes_no_parent(tmp_path: Path, words: str) -> None:
    child = document(f"In short\n\n{words}", "Hill Radio", "2031-03-06")
    assert inside(tmp_path, child) == {}


def test_who_names_the_author_as_one_who_wrote_names_the_report(tmp_path: Path) -> None:
    parent = replace(document(FERRY, "Fjord Weekly", "2031-03-05"), authors=("Mara Quill",))
    child = document(
        "At the board nobody speaks of it. Mara Quill, who was the first to write of the hives on the car deck and of "
        "the dredged channel, bought honey.",
        "Hill Radio",
        "2031-03-09",
    )
    met = document("Mara Quill passed the hives on the car deck with honey.", "Hill Radio", "2031-03-10")
    _, derivations = run(tmp_path, [OTHER, parent, child, met])
    assert [(row.child_document_id, row.parent_document_id) for row in derivations] == [(child.id, parent.id)]


def test_told_the_agency_inside_of_copied_words_credits_nobody(tmp_path: Path) -> None:
    told = FERRY.replace("she said", "she told the Coastline News Agency")
    wire = document(told, "Coastline News Agency", "2031-03-04")
    child = document(f"By our own staff\n\n{told}", "Harbour Echo", "2031-03-05")
    _, derivations = run(tmp_path / "told", [wire, child, OTHER])
    assert [(row.kind, row.credited) for row in derivations] == [("verbatim", False)]
    signed = document(f"From the Coastline News Agency\n\n{told}", "Harbour Echo", "2031-03-05")
    _, derivations = run(tmp_path / "signed", [wire, signed, OTHER])
    assert [(row.kind, row.credited) for row in derivations] == [("verbatim", True)]


def test_who_is_credited_and_has_no_such_report_here_stands_outside(tmp_path: Path) -> None:
    text = "Nine goats were counted on the pier, the Coastline News Agency reported."
    child = document(text, "Hill Radio", "2031-03-09")
    _, derivations = run(tmp_path, [WIRE, ROPE, OTHER, child])
    assert [(row.child_document_id, row.parent_external) for row in derivations] == [
        (child.id, "Coastline News Agency")
    ]


def test_a_credit_that_was_copied_along_is_the_parents(tmp_path: Path) -> None:
    text = FERRY.replace("in the spring.", "in the spring, the Volden Gazette reported.")
    parent = document(text, "Fjord Weekly", "2031-03-04")
    child = document(f"From Fjord Weekly\n\n{text}", "Harbour Echo", "2031-03-05")
    _, derivations = run(tmp_path, [parent, child, OTHER])
    outside = {(row.child_document_id, row.parent_external) for row in derivations if row.parent_external}
    assert outside == {(parent.id, "Volden Gazette")}
