"""Pieces of drawings: names are cut to their room, dots move apart, nothing unsafe gets in."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from woozle.report.svg import drawing, fit, label, spread, text, width, wrapped
from woozle.report.words import shown

PLACES = st.lists(st.floats(0, 100), max_size=12).map(sorted)


def test_a_cut_name_keeps_its_whole_as_a_title() -> None:
    made = label("The Daily Gazette of the Eastern Districts", 0, 0, room=80)
    assert "<title>The Daily Gazette of the Eastern Districts</title>" in made
    assert "…" in made
    assert "<title>" not in label("Post", 0, 0, room=80)


@given(st.text(max_size=40), st.floats(20, 300))
def test_a_name_fits_its_room(name: str, room: float) -> None:
    assert width(fit(name, room)) <= room or fit(name, room) == "…"


@given(st.text(max_size=200), st.floats(40, 300), st.integers(1, 5))
def test_a_sentence_is_cut_only_where_its_lines_end(words: str, room: float, most: int) -> None:
    lines = wrapped(words, room, most=most)
    assert len(lines) <= most
    assert all(width(line) <= room or line == "…" for line in lines)
    if not any(line.endswith("…") for line in lines):
        assert " ".join(lines).split() == shown(words).split()


@given(st.text(max_size=30))
def test_any_name_can_stand_in_a_drawing(name: str) -> None:
    svg = str(drawing(label(name, 1, 2, room=60), (100, 20), name))
    etree.fromstring(svg.encode("utf-8"))
    assert "<script" not in text("<script>")


@given(PLACES, st.floats(1, 30))
def test_places_move_apart_and_keep_their_order(wanted: list[float], least: float) -> None:
    moved = spread(wanted, 0, 100, least)
    assert len(moved) == len(wanted)
    assert all(place >= -1e-6 for place in moved)
    assert all(b - a >= least - 1e-6 for a, b in pairwise(moved))
    if len(wanted) * least <= 100:
        assert all(place <= 100 + 1e-6 for place in moved)
