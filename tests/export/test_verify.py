"""Verification: a whole record has no fault, and every kind of damage is found and named."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.fakes import CONTENTS, FIRST, ONE, Fake, changed, read_capture, whole
from woozle.errors import IntegrityError
from woozle.export.verify import Verification, verify
from woozle.model.records import (
    Assertion,
    Attribution,
    Claim,
    Derivation,
    Document,
    Drift,
    Entity,
    Mention,
    Origin,
    Passage,
    Quantity,
    Time,
)
from woozle.model.values import Carrier, Published, Range, Run, Side, Span, Voice

Rows = dict[type[Any], list[Any]]


def check(rows: Rows, read: Callable[[str], bytes] = read_capture) -> Verification:
    return verify(Fake(rows), read)


def faults(rows: Rows) -> str:
    return "\n".join(check(rows).faults)


def test_a_whole_record_has_no_fault_and_every_row_was_looked_at() -> None:
    found = check(whole())
    assert found.faults == ()
    assert found.n_checked == sum(len(rows) for rows in whole().values())


def test_an_empty_record_has_no_fault() -> None:
    assert verify(Fake({}), read_capture) == Verification(0, ())


def text_of(text: str) -> Rows:
    """The record with another text of the first document, the map as before."""
    return changed(Document, text=text)


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (changed(Mention, span=Span(0, 8, "Ina Hohm")), "mentions b2:m1: characters 0 to 8 say 'Ina Holm'"),
        (changed(Mention, span=Span(1, 9, "Ina Holm")), "mentions b2:m1: characters 1 to 9 say"),
        (changed(Mention, span=Span(0, 900, "Ina Holm")), "are no stretch of a text of"),
        (changed(Mention, span=Span(-4, 3, "Ina")), "are no stretch of a text of"),
        (changed(Mention, span=Span(3, 3, "")), "are no stretch of a text of"),
        (changed(Mention, document_id="b2:gone"), "lie in no document of the record"),
        (
            changed(Attribution, via=(Carrier(Span(0, 3, "Iva"), "outlet", None),)),
            "attributions b2:t1: characters 0 to 3",
        ),
        (changed(Assertion, spans=(Span(0, 3, "Ivo"),)), "assertions b2:a1: characters 0 to 3"),
        (changed(Passage, right=Side("b2:d2", 0, 3, "Its")), "passages b2:s1: characters 0 to 3"),
        (changed(Passage, left=Side("b2:gone", 0, 3, "Ina")), "passages b2:s1"),
    ],
)
def test_words_that_the_text_does_not_say(rows: Rows, message: str) -> None:
    assert message in faults(rows)


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (text_of(ONE.replace("Orle", "Orla")), "documents b2:d1: characters 0 to 55: the text says"),
        (text_of(ONE + "!"), "lead nowhere"),
        (changed(Document, byte_map=()), "characters 0 to 55 of the text lead nowhere"),
        (changed(Document, byte_map=(Run(0, 55, 0, 9, "verbatim"),)), "documents b2:d1: characters 0 to 55"),
        (changed(Document, byte_map=(Run(0, 55, 0, 58, "guess"),)), "guess is no kind of run"),
        (changed(Document, encoding="utf-17"), "are not utf-17"),
        (changed(Document, capture_sha256="sha256:00"), "the bytes of capture sha256:00 cannot be read"),
    ],
)
def test_a_text_that_its_bytes_do_not_give(rows: Rows, message: str) -> None:
    assert len(ONE) == 55
    assert message in faults(rows)


def test_bytes_that_were_changed() -> None:
    def read(capture_id: str) -> bytes:
        return CONTENTS[capture_id].replace(b"ferry", b"Ferry") if capture_id == FIRST else CONTENTS[capture_id]

    (fault,) = check(whole(), read).faults
    assert fault.startswith(f"documents b2:d1: the bytes of {FIRST} were changed")


def test_bytes_that_are_gone() -> None:
    def read(capture_id: str) -> bytes:
        raise IntegrityError("gone")

    assert check(whole(), read).faults == ("documents b2:d1: gone", "documents b2:d2: gone")


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (changed(Mention, entity_id="b2:no"), "mentions b2:m1: entity_id names b2:no, which is not among the entities"),
        (changed(Attribution, source_entity_id="b2:no"), "source_entity_id names b2:no"),
        (changed(Attribution, parent_id="b2:no"), "parent_id names b2:no, which is not among the attributions"),
        (changed(Attribution, via=(Carrier(Span(0, 3, "Ina"), "outlet", "b2:no"),)), "entity_id names b2:no"),
        (changed(Assertion, attribution_id="b2:no"), "attribution_id names b2:no"),
        (changed(Assertion, claim_id="b2:no"), "claim_id names b2:no"),
        (changed(Assertion, origin_id="b2:no"), "origin_id names b2:no"),
        (changed(Assertion, time_ids=("b2:i1", "b2:no")), "time_ids names b2:no, which is not among the times"),
        (changed(Assertion, event_id="b2:no"), "event_id names b2:no, which is not among the events"),
        (changed(Derivation, parent_document_id="b2:no"), "parent_document_id names b2:no"),
        (changed(Origin, voice=Voice("b2:no", None, "person")), "origins b2:origin: entity_id names b2:no"),
        (changed(Drift, to_assertion_id="b2:no"), "to_assertion_id names b2:no"),
    ],
)
def test_ids_that_no_row_has(rows: Rows, message: str) -> None:
    assert message in faults(rows)


def test_two_rows_of_one_id() -> None:
    rows = whole()
    rows[Entity].append(rows[Entity][0])
    assert faults(rows) == "entities b2:e1: two rows have this id"


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (changed(Claim, reports=3), "claims b2:claim: it counts 3 reports, and its assertions stand in 2"),
        (changed(Claim, outlets=3), "it counts 3 outlets, and its reports are of 2 known outlets"),
        (changed(Claim, outlets=1), "it counts 1 outlets"),
        (changed(Claim, assertion_ids=("b2:a1",)), "its assertions are not those that name it"),
        (changed(Claim, assertion_ids=("b2:a1", "b2:a2", "b2:a2")), "an assertion is counted twice"),
        (changed(Claim, occasions=Range(1, 2, 2)), "it counts 2 occasions, and 1 of its origins are counted"),
        (changed(Claim, occasions=Range(0, 1, 0)), "the range 0, 1, 0 is not in order"),
        (changed(Claim, occasions=Range(-1, 1, 1)), "the range -1, 1, 1 is not in order"),
        (changed(Claim, voices=Range(1, 2, 2)), "it counts 2 voices, and 1 people of 1 origins"),
        (changed(Claim, voices=Range(0, 0, 1)), "it counts 0 voices"),
        (changed(Claim, voices=Range(1, 1, 2)), "it counts up to 2 voices on up to 1 occasions"),
        (changed(Origin, certainty="may"), "it counts 1 occasions, and 0 of its origins are counted"),
        (changed(Origin, assertion_ids=("b2:a1",)), "origins b2:origin: its assertions are not those that name it"),
        (changed(Origin, root_assertion_id="b2:a9"), "its first assertion is not one of its assertions"),
        (changed(Assertion, claim_id=None), "its assertions belong to another claim"),
    ],
)
def test_counts_that_the_rows_do_not_give(rows: Rows, message: str) -> None:
    assert message in faults(rows)


def test_a_possible_origin_raises_the_upper_count() -> None:
    rows = whole()
    other = rows[Origin][0]
    rows[Origin].append(
        type(other)("b2:o2", other.claim_id, other.voice, other.occasion, "may", None, (), other.reasons)
    )
    assert "it counts up to 1 occasions, and has 2 possible origins" in faults(rows)


def test_reports_without_an_outlet_may_be_of_one_or_of_several() -> None:
    for outlets in (1, 2):
        rows = changed(Document, outlet=None)
        rows[Claim] = changed(Claim, outlets=outlets)[Claim]
        assert faults(rows) == ""


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (changed(Quantity, low=41.0), "quantities b2:q1: the low bound 41.0 is above the high bound 40.0"),
        (changed(Time, start="2024-05-05T00:00:00Z"), "the interval begins at 2024-05-05T00:00:00Z and ends at"),
        (
            changed(Document, published=Published("2024-05-09T00:00:00Z", "2024-05-05T00:00:00Z", "stated")),
            "documents b2:d1: the interval begins at",
        ),
    ],
)
def test_bounds_that_are_not_in_order(rows: Rows, message: str) -> None:
    assert message in faults(rows)


def test_open_bounds_are_in_order() -> None:
    assert faults(changed(Quantity, low=None)) == ""
    assert faults(changed(Time, end=None)) == ""
    assert faults(changed(Document, published=Published(None, "2024-05-05T00:00:00Z", "inferred"))) == ""


@given(st.integers(0, 54), st.characters(exclude_categories=["Cs"]))
def test_any_change_of_one_character_of_a_text_is_found(at: int, char: str) -> None:
    text = ONE[:at] + char + ONE[at + 1 :]
    assert bool(faults(text_of(text))) == (text != ONE)
