"""What holds for every text: spans in order, intervals half-open, nothing raised, time linear in the length."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from woozle.toolbox.when import find_times

PRECISIONS = {"minute", "day", "week", "month", "season", "year", "vague"}
#: Pieces that rules begin, join and end with: random texts of them reach where random letters never get.
PIECES = (
    "1 2 12 31 30 0000 9999 1990 2023 January Feb May march June 14 14th Monday Tues. last next this week "
    "month year quarter weekend yesterday today night morning ago two three a few several between and to from "
    "- – , . : / p.m. am UTC (GMT +3) local time Moscow 10:30 24:00 0800 3.30pm century 1st second spring "
    "winter early mid- 90s every years decade Christmas Eve now the past future of in at on half quarter past "
    "to ten will was ' ’s 2/3/2020 30.9.2024 2019-20 2023-06-14T03:20Z fiscal\n \n\n the next day"
).split(" ")
TEXTS = st.one_of(
    st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(["", " ", " ", "-", "\n"])), max_size=20).map(
        lambda parts: "".join(word + gap for word, gap in parts)
    ),
    st.text(max_size=60),
)
DAYS = st.one_of(st.none(), st.dates(), st.sampled_from([date(1, 1, 1), date(9999, 12, 31), date(2024, 2, 29)]))


@settings(max_examples=400, deadline=None)
@given(TEXTS, DAYS)
def test_spans_lie_in_order_and_intervals_are_half_open(text: str, day: date | None) -> None:
    last = 0
    for found in find_times(text, day):
        assert last <= found.start < found.end <= len(text)
        assert text[found.start : found.end].strip() == text[found.start : found.end]
        last, meaning = found.end, found.meaning
        assert meaning.precision in PRECISIONS
        assert (meaning.start is None) == (meaning.end is None) == (meaning.anchor is None)
        assert meaning.start is None or meaning.end is None or meaning.start < meaning.end
        assert meaning.anchor != "published" or day is not None


@settings(max_examples=150, deadline=None)
@given(TEXTS, DAYS)
def test_what_stands_before_a_paragraph_of_its_own_does_not_change_it(text: str, day: date | None) -> None:
    head = "The mill is old.\n\nNobody lives there.\n\n"
    moved = [(e.start - len(head), e.end - len(head), e.meaning) for e in find_times(head + text, day)]
    assert moved == [(e.start, e.end, e.meaning) for e in find_times(text, day)]


@pytest.mark.parametrize("piece", ["on Monday ", "14 June ", "1", "a ", "\n", "10:30 ", "2019-", "last ", "ten past "])
def test_a_long_text_takes_time_in_step_with_its_length(piece: str) -> None:
    began = time.process_time()
    find_times((piece * 60_000)[:60_000], date(2023, 6, 14))
    assert time.process_time() - began < 60  # a rule that goes back over the text takes minutes here
