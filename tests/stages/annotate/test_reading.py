"""Rows of one text: spans, ids, and whom the names mean."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from woozle.model.records import LocalEntity
from woozle.stages.annotate.reading import Annotated, annotate
from woozle.toolbox.nlp import load


def read(text: str, outlet: str | None = None) -> Annotated:
    return annotate(text, "doc", load("en-rules"), outlet=outlet)


def entity(read_rows: Annotated, alias: str) -> LocalEntity:
    found = [row for row in read_rows.local_entities if alias in row.aliases]
    assert len(found) == 1, read_rows.local_entities
    return found[0]


def test_full_name_and_surname_are_one() -> None:
    rows = read("The painter Oda Brekke left Tolven. Brekke took one bag.")
    assert entity(rows, "Brekke") is entity(rows, "Oda Brekke")
    assert entity(rows, "Brekke").name == "Oda Brekke"


def test_a_surname_that_two_people_bear_stays_its_own() -> None:
    rows = read("The painter Oda Brekke met the judge Nils Brekke. Later Mr Brekke left.")
    assert entity(rows, "Brekke") not in (entity(rows, "Oda Brekke"), entity(rows, "Nils Brekke"))


@pytest.mark.parametrize(
    "text",
    [
        "The National Tide Directorate (NTD) denied it. The NTD said so on Monday.",
        "The National Tide Directorate denied it. Later the NTD said so.",
    ],
)
def test_an_acronym_stands_for_its_long_name(text: str) -> None:
    rows = read(text)
    assert entity(rows, "NTD") is entity(rows, "National Tide Directorate")


def test_an_acronym_that_fits_two_bodies_stays_its_own() -> None:
    rows = read("The National Tide Directorate met the Northern Trade Department. The NTD was late.")
    assert entity(rows, "NTD").name == "NTD"


def test_the_last_word_of_a_paper_stands_for_it() -> None:
    rows = read("He spoke to the Tolven Courier on Monday. The man told the Courier that he was tired.")
    assert entity(rows, "Courier") is entity(rows, "Tolven Courier")


def test_the_last_word_of_a_place_stands_for_it() -> None:
    rows = read("Ice lay on the Tolven Valley on Monday. The man said that he left the Valley in March.")
    assert entity(rows, "Valley") is entity(rows, "Tolven Valley")


@pytest.mark.parametrize(
    "text",
    [
        "The commander, call sign Falcon, is Ilka Vorr, the paper said. Vorr and Falcon left.",
        "The commander, nicknamed “Falcon”, spoke. Police say Falcon is Ilka Vorr.",
        "Ilka Vorr, known as Falcon, left. Falcon came back.",
    ],
)
def test_a_call_sign_is_protected_and_never_linked_to_a_real_name(text: str) -> None:
    rows = read(text)
    assert entity(rows, "Falcon").protected
    assert entity(rows, "Falcon").aliases == ("Falcon",)
    assert not entity(rows, "Ilka Vorr").protected


def test_the_publishing_outlet_is_an_outlet_whatever_its_name() -> None:
    rows = read("MARRA LIGHT\n\nThe fog came, Marra Light has learned.", outlet="Marra Light")
    assert entity(rows, "Marra Light").kind == "outlet"
    assert "MARRA LIGHT" in entity(rows, "Marra Light").aliases


TEXTS = st.lists(
    st.sampled_from(
        "Oda Brekke Nils said Falcon call sign ( ) NTD the Tolven Courier . , \n\n President of in".split(" ")
    )
).map(" ".join)


@settings(deadline=None)
@given(TEXTS | st.text(), st.sampled_from([None, "Tolven Courier", "Oda"]))
def test_rows_hold_together(text: str, outlet: str | None) -> None:
    rows = read(text, outlet)
    ids = [row.id for table in (rows.sentences, rows.mentions, rows.local_entities) for row in table]
    assert len(ids) == len(set(ids))
    entities = {row.id: row for row in rows.local_entities}
    for row in rows.mentions:
        assert row.span.text == text[row.span.start : row.span.end]
        assert entities[row.entity_id or ""].kind == row.kind
    assert {row.entity_id for row in rows.mentions} == set(entities)
    spans = [row.span for row in rows.mentions]
    assert all(left.end <= right.start for left, right in itertools.pairwise(spans))
