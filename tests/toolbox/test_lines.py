"""Wrapped lines as one, with all offsets kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from woozle.toolbox.lines import unwrapped

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
