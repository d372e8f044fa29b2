"""Single texts without a case."""

from itertools import islice

import pytest

import woozle
from woozle.errors import UsageError
from woozle.model.ids import bytes_id, document_id

TEXT = "MILLTON, May 7 - Two mills stopped on Monday, the water board said.\n\n“It was dark,” Ada Finn told reporters."


def test_a_reading_has_every_table() -> None:
    reading = woozle.Reader().read(TEXT, published="2024-05-07")
    assert reading.document_id == document_id(bytes_id(TEXT.encode()))
    assert [row.source.text for row in reading.attributions if row.source] == ["the water board", "Ada Finn"]
    monday = next(row for row in reading.times if "Monday" in row.span.text)
    assert (monday.start, monday.end) == ("2024-05-06T00:00:00Z", "2024-05-07T00:00:00Z")
    assert {row.attribution_id for row in reading.assertions} >= {row.id for row in reading.attributions}
    assert len(reading.sentences) >= 2
    assert any(row.name == "Ada Finn" for row in reading.entities)


def test_without_a_day_words_such_as_monday_stay_open() -> None:
    reading = woozle.Reader().read(TEXT)
    assert all(row.start is None for row in reading.times if row.span.text.endswith("Monday"))


def test_words_that_are_no_date_leave_the_day_open() -> None:
    reading = woozle.Reader().read(TEXT, published="yesterday")
    assert all(row.start is None for row in reading.times if row.span.text.endswith("Monday"))


def test_a_notebook_gets_tables() -> None:
    shown = woozle.Reader().read(TEXT)._repr_html_()
    assert "<table" in shown
    assert "Ada Finn" in shown


def test_many_texts_come_in_their_order_one_by_one() -> None:
    texts = ["Orr said it rained.", "Finn said it froze."]
    assert [reading.text for reading in woozle.Reader().read_many(texts)] == texts
    endless = (f"Orr said it rained {number} times." for number in iter(int, 1))
    assert len(list(islice(woozle.Reader().read_many(endless), 2))) == 2


def test_each_text_has_its_day() -> None:
    readings = list(woozle.Reader().read_many([TEXT, TEXT], published=["2024-05-07", None]))
    assert [next(row.start for row in each.times if "Monday" in row.span.text) for each in readings] == [
        "2024-05-06T00:00:00Z",
        None,
    ]
    with pytest.raises(UsageError, match="fewer days"):
        list(woozle.Reader().read_many([TEXT, TEXT], published=["2024-05-07"]))


def test_what_cannot_be_read_is_said() -> None:
    with pytest.raises(UsageError):
        woozle.Reader("xx")


@pytest.mark.parametrize("text", ["", "\n", "“", "\ud800 said it.", "a" * 10000])
def test_odd_texts_are_read(text: str) -> None:
    assert woozle.Reader().read(text).text == text


def test_names_that_are_marked_by_hand_are_located() -> None:
    text = "A barn burnt in Springfield, Illinois, and one in Orlebrunsk."
    spans = [(text.index(name), text.index(name) + len(name)) for name in ("Orlebrunsk", "Springfield")]
    unknown, barn = woozle.Reader("en-rules").locate(text, spans)
    assert (unknown.span.text, unknown.latitude, unknown.precision) == ("Orlebrunsk", None, None)
    assert (barn.span.text, barn.country, barn.admin1, barn.precision) == ("Springfield", "US", "Illinois", "town")
