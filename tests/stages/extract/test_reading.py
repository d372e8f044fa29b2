"""Times, quantities and places as rows: ids, spans, and what the day of publication changes."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from woozle.model.ids import row_id
from woozle.model.records import Attribution, Mention
from woozle.model.values import Published, Span
from woozle.stages.extract.reading import (
    Around,
    located,
    read_places,
    read_quantities,
)
from woozle.toolbox.when import sight
from woozle.toolbox.when.rows import read_times
from woozle.toolbox.where import load_world

TEXT = (
    "On Tuesday the post at Orle was hit at 03:20.\n\n"
    "At least 17 people were killed, the Volden ministry said on 14 June 2023; two hours to Orle’s school."
)
#: A Thursday.
PUBLISHED = Published("2023-06-15T00:00:00Z", "2023-06-16T00:00:00Z", "stated")


def mention(word: str, kind: str = "place", document_id: str = "d", at: int = 0) -> Mention:
    start = TEXT.index(word, at)
    return Mention(row_id("m", word, at), document_id, Span(start, start + len(word), word), kind, None)


def test_numbers_of_dates_and_clock_times_are_no_quantities() -> None:
    rows = read_quantities(sight(TEXT), "d")
    assert [row.span.text for row in rows] == ["At least 17", "two hours"]
    assert (rows[0].low, rows[0].high, rows[0].counted, rows[0].role) == (17, None, "people", "killed")


def test_places_are_the_mentions_of_kind_place() -> None:
    named = [mention("Orle’s"), mention("Orle"), mention("Volden ministry", "organisation")]
    rows = read_places(TEXT, "d", named, (), Around(load_world()))
    assert [(row.span.text, row.name) for row in rows] == [("Orle", "Orle"), ("Orle’s", "Orle")]
    assert all(row.latitude is None and row.country is None and row.precision is None for row in rows)
    assert read_places(TEXT, "d", named[::-1], (), Around(load_world())) == rows


def test_a_place_that_speaks_lies_nowhere() -> None:
    text = "Ukraine disagrees. Shells fell in Ukraine."
    spans = [Span(match.start(), match.end(), match[0]) for match in re.finditer("Ukraine", text)]
    named = [Mention(row_id("m", str(span.start)), "d", span, "place", None) for span in spans]
    source = Attribution("a", "d", "indirect", (), None, spans[0], None, (), "deny", "plain", None)
    voice, place = read_places(text, "d", named, (source,), Around(load_world()))
    assert (voice.name, voice.latitude, voice.precision) == ("Ukraine", None, None)
    assert (place.country, place.precision, place.gazetteer_id) == ("UA", "country", "geonames:690791")
    (asked,) = located(text, "d", [(spans[0].start, spans[0].end)], Around(load_world()))
    assert asked.country == "UA"


@given(st.text(max_size=80), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_every_span_says_what_the_text_says_and_every_id_stands_once(text: str, day: date) -> None:
    published = Published(f"{day}T00:00:00Z", f"{day + timedelta(days=1)}T00:00:00Z", "stated")
    for rows in (read_times(sight(text), "d", published), read_quantities(sight(text), "d")):
        assert all(text[row.span.start : row.span.end] == row.span.text for row in rows)
        assert len({row.id for row in rows}) == len(rows)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("By 9 p.m. on Tuesday nine people had been killed.", "9 p.m. on Tuesday"),
        ("As of Tuesday, 40 people were missing.", "Tuesday"),
        ("Nine people were killed on Tuesday.", None),
        ("He came by Tuesday. Nine people were killed.", None),
    ],
)
def test_a_toll_names_the_time_up_to_which_it_holds(text: str, words: str | None) -> None:
    sighted = sight(text)
    times = read_times(sighted, "d", PUBLISHED)
    (toll,) = read_quantities(sighted, "d", times)
    assert [row.span.text for row in times if row.id == toll.as_of_id] == ([words] if words else [])


def test_a_time_told_by_ago_is_no_figure() -> None:
    assert read_quantities(sight("About three weeks ago he left."), "d") == ()
    assert [row.unit for row in read_quantities(sight("He waited three weeks."), "d")] == ["week"]
    assert [(row.low, row.high) for row in read_quantities(sight("He waited two to three weeks."), "d")] == [(2, 3)]
