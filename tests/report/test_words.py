"""The words on the screen: numbers with units, zero said, unseen signs written out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from woozle.model.values import Occasion, Range, Voice
from woozle.report.words import (
    count,
    is_unnamed,
    occasion_name,
    perhaps,
    plain_kind,
    shown,
    spelled,
    three_numbers,
    voice_name,
    voices_found,
)


def test_the_three_numbers_keep_their_order_and_units() -> None:
    assert three_numbers(14, 9, Range(2, 2, 3)) == "14 reports, 9 outlets, 2 voices, perhaps 3"
    assert three_numbers(1, 1, Range(1, 1, 1)) == "1 report, 1 outlet, 1 voice"
    assert count(12345, "report") == "12,345 reports"


def test_zero_is_said() -> None:
    assert voices_found(Range(0, 0, 0)) == "0 voices found"
    assert voices_found(Range(0, 0, 1)) == "0 voices found, perhaps 1"


def test_what_else_the_count_may_be() -> None:
    assert perhaps(Range(2, 2, 2)) == ""
    assert perhaps(Range(1, 2, 2)) == "perhaps 1"
    assert perhaps(Range(1, 2, 4)) == "perhaps 4"


def test_small_numbers_are_spelled() -> None:
    assert [spelled(n) for n in (0, 1, 12, 13, 1300)] == ["no", "one", "twelve", "13", "1,300"]


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\x00", "\x1b", "\x85", "\ud800", "\ufffe"])
def test_signs_that_act_unseen_are_written_out(sign: str) -> None:
    assert shown(f"a{sign}b") == f"a[U+{ord(sign):04X}]b"


@given(st.text(max_size=40))
def test_written_out_text_is_stable_and_can_be_stored(text: str) -> None:
    made = shown(text)
    assert shown(made) == made
    made.encode("utf-8")


def test_who_is_not_named_is_left_so() -> None:
    nobody = Voice(None, None, "anonymous")
    assert is_unnamed(nobody)
    assert voice_name(nobody) == "An unnamed source"
    assert not is_unnamed(Voice(None, None, "own_reporting"))
    assert voice_name(Voice(None, "Oda Brek", "person")) == "Oda Brek"


def test_an_occasion_of_no_known_kind_is_said_to_be_that() -> None:
    assert occasion_name(Occasion("interview", None, "Vale Post")) == "Interview with Vale Post"
    assert occasion_name(Occasion("statement", None, None)) == "Statement"
    assert occasion_name(Occasion("unknown", None, None)) == "Occasion not known"


def test_an_unknown_kind_keeps_its_own_name() -> None:
    assert plain_kind("weather_changed", {}) == "weather changed"
