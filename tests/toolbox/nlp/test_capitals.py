"""Texts in capitals, read as if they were not."""

import re
from dataclasses import dataclass

import pytest

import woozle
from woozle.model.values import Span, Token
from woozle.reader import Reading
from woozle.toolbox.nlp.capitals import heard, is_loud, quiet, respanned, small

LOUD = (
    "REBELS OF THE KORT LIBERATION FRONT [KLF] KIDNAPPED TWO ENGINEERS ON MONDAY NEAR ORLO, MAYOR ADA FINN SAID. "
    "SHE TOLD REPORTERS THAT THE KLF HAD ASKED FOR A RANSOM."
)


@dataclass(frozen=True)
class Parsed:
    tokens: tuple[Token, ...]


def test_only_whole_texts_are_loud() -> None:
    assert is_loud(LOUD)
    assert not is_loud("KORT, May 3 - " + "Two boats sank near the pier. " * 3)
    assert not is_loud("BREAKING NEWS")


def test_letters_keep_their_places() -> None:
    assert len(small("İSTANBUL")) == len("İSTANBUL")
    text = LOUD + " ŞIĞ ß İ"
    assert len(quiet(text, ())) == len(text)


def test_names_and_beginnings_get_their_capitals_back() -> None:
    text = "POLICE SAW ADA FINN IN MAY"
    tags = ("NOUN", "VERB", "PROPN", "PROPN", "ADP", "PROPN")
    places = [word.span() for word in re.finditer(r"\w+", text)]
    tokens = tuple(Token(start, end, tag) for (start, end), tag in zip(places, tags, strict=True))
    assert quiet(text, [Parsed(tokens)]) == "Police saw Ada Finn in May"


def test_a_short_form_that_the_text_explains_stays_in_capitals_wherever_it_stands() -> None:
    text = "THE DAWN LIBERATION UNION (DLU) CAME BEFORE NOON AND THE DLU LEFT AT NIGHT"
    tokens = tuple(Token(*word.span(), "NOUN") for word in re.finditer(r"\w+", text))
    assert quiet(text, [Parsed(tokens)]).count("DLU") == 2


def test_rows_quote_the_text_as_it_stands() -> None:
    (row,) = respanned([Span(0, 3, "abc")], "abcd", "ABCD")
    assert row.text == "ABC"


def test_ordinary_text_is_left_alone() -> None:
    text = "Two boats sank near the pier."
    assert heard(text, ()) is text


@pytest.fixture(scope="module")
def reading() -> Reading:
    return woozle.Reader().read(LOUD, published="2024-05-07")


def test_a_text_in_capitals_is_read_with_its_names_times_and_sources(reading: Reading) -> None:
    assert {"ORLO", "ADA FINN"} <= {row.span.text for row in reading.mentions}
    assert [row.start for row in reading.times if "MONDAY" in row.span.text] == ["2024-05-06T00:00:00Z"]
    assert any(row.source and "ADA FINN" in row.source.text for row in reading.attributions)
    tables = (reading.mentions, reading.times, reading.places, reading.event_mentions)
    for row in (row for table in tables for row in table):
        assert row.span.text == LOUD[row.span.start : row.span.end]


def test_a_day_of_may_in_capitals_is_a_date_and_no_figure() -> None:
    text = f"{LOUD} THE TWO WERE LAST SEEN ON 6 MAY NEAR ORLO AT 10.30 UTC."
    read = woozle.Reader().read(text, published="2024-05-07")
    assert {"6 MAY", "10.30 UTC"} <= {row.span.text for row in read.times}
    assert not any(row.span.text == "6" for row in read.quantities)


def test_its_happenings_are_found(reading: Reading) -> None:
    (event,) = [event for event in reading.events if event.type == "abduction"]
    assert (event.place, event.stage) == ("Orlo", "accomplished")
    assert event.time == "2024-05-06T00:00:00Z/2024-05-07T00:00:00Z"
