"""Rows print as a table, in text and in HTML, and behave as the sequence they are."""

from dataclasses import replace

from lxml import html

from woozle.model.records import Claim, Mention
from woozle.model.values import Range, Reason, Span
from woozle.toolbox.shown import MOST_ROWS, Rows, cell

MENTION = Mention("b2:0123456789abcdef", "b2:d", Span(3, 13, "Tove\nBrandt"), "person", None)
CLAIM = Claim("b2:1", "The gate was shut.", ("b2:2",), None, 3, 2, Range(1, 2, 3), Range(1, 1, 2), None, None)


def test_cells_say_spans_ranges_and_ids_in_few_words() -> None:
    assert cell(MENTION.span) == "Tove Brandt"
    assert cell(MENTION.id) == "01234567"
    assert cell(Range(1, 1, 2)) == "1, perhaps 2"
    assert cell(Range(1, 2, 2)) == "2, perhaps only 1"
    assert cell((Reason("same words", "12", 1.0), Reason("same day", "", 0.5))) == "same words (12) · same day"


def test_a_table_has_the_columns_that_say_something() -> None:
    head, line = repr(Rows([MENTION])).splitlines()
    assert head.split() == ["id", "span", "kind"]
    assert line.split("  ") == ["01234567", "Tove Brandt", "person"]


def test_html_is_escaped_and_cut_with_a_word() -> None:
    hostile = replace(MENTION, span=Span(0, 24, "<script>alert(1)</script>"))
    page = Rows([hostile] * (MOST_ROWS + 1))._repr_html_()
    tree = html.fromstring(f"<div>{page}</div>")
    assert not tree.xpath("//script")
    assert len(tree.xpath("//tbody/tr")) == MOST_ROWS
    assert "and 1 more row" in page


def test_rows_are_a_sequence() -> None:
    rows = Rows([CLAIM, replace(CLAIM, id="b2:9")])
    assert (len(rows), rows[1].id, rows[:1], list(rows) == [CLAIM, rows[1]]) == (2, "b2:9", (CLAIM,), True)
    assert repr(Rows([])) == "no rows"
