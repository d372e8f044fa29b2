"""Wrapped lines as one, with all offsets kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from woozle.toolbox.lines import in_small_letters, unwrapped

LONG = "The mill by the old bridge at Orle, which the miller "


@pytest.mark.parametrize(
    ("text", "flat"),
    [
        ("It burned at\nnine.", "It burned at nine."),
        (f"{LONG}\nMarsh kept, burned.", f"{LONG} Marsh kept, burned."),
        ("The mill\nBy Ada Wren", "The mill\nBy Ada Wren"),
        (f"{LONG}\n\nIt burned.", f"{LONG}\n\nIt burned."),
        (f"{LONG * 3}.\nIt burned.", f"{LONG * 3}.\nIt burned."),
        ("9\u00a0p.m.", "9 p.m."),
    ],
)
def test_only_line_ends_of_wrapping_go(text: str, flat: str) -> None:
    assert unwrapped(text) == flat


@given(st.text("ab. \n\u00a0", max_size=200))
def test_every_character_keeps_its_place(text: str) -> None:
    flat = unwrapped(text)
    assert len(flat) == len(text)
    assert all(one == other or other == " " for one, other in zip(text, flat, strict=True))


def test_lines_in_capitals_are_written_as_others_are() -> None:
    text = "ORLE, 4 MAY. TEN DIED AT 2145 GMT.\nAFP\nThe UN came to ORLE."

    def great(low: str) -> list[int]:
        return [low.index(" may") + 1, *(low.index("gmt") + at for at in range(3))]

    assert in_small_letters(text, great) == "Orle, 4 May. Ten died at 2145 GMT.\nAFP\nThe UN came to ORLE."


@given(st.text("ABßİab. \n", max_size=200))
def test_small_letters_keep_their_places(text: str) -> None:
    quiet = in_small_letters(text)
    assert len(quiet) == len(text)
    assert all(one == other or one.lower() == other.lower() for one, other in zip(text, quiet, strict=True))
