"""The map: a frame holds its points, an area is never a point, what is cut off is not drawn."""

import re

from hypothesis import given
from hypothesis import strategies as st

from woozle.report.draw_map import LEAST, WIDTH, Area, framed, the_map

points = st.lists(st.tuples(st.floats(-179, 179), st.floats(-80, 80)), min_size=1, max_size=8)
SQUARE = [(0.0, 0.0), (20.0, 0.0), (20.0, 20.0), (0.0, 20.0), (0.0, 0.0)]


def area(number: str, longitude: float, latitude: float, radius: float = 5.0, *, has_edge: bool = True) -> Area:
    return Area(number, f"Place {number}", longitude, latitude, radius, has_edge, "/claims?place=x")


@given(points)
def test_a_frame_holds_its_points(found: list[tuple[float, float]]) -> None:
    frame = framed(found)
    if frame.east - frame.west < 360:
        for x, y in found:
            assert frame.west - 1e-6 <= x <= frame.east + 1e-6
            assert frame.south - 1e-6 <= y <= frame.north + 1e-6


def test_a_town_is_an_area_of_twelve_units_and_a_wide_one_is_broken() -> None:
    frame = framed([(0, 0), (60, 30)])
    drawn = str(the_map([SQUARE], [area("1", 5, 5), area("2", 30, 20, 400, has_edge=False)], frame, ""))
    radii = [float(r) for r in re.findall(r'<circle class="area[^"]*"[^>]* r="([\d.]+)"', drawn)]
    assert sorted(radii)[0] == LEAST
    assert max(radii) > 2 * LEAST
    assert drawn.index("wide-area") < drawn.index('class="area"'), "the wider area lies below"
    assert "1: Place 1" in drawn


def test_land_is_cut_to_the_frame() -> None:
    frame = framed([(5, 5), (6, 6)])
    drawn = str(the_map([SQUARE, [(100, 0), (120, 0), (120, 20), (100, 20), (100, 0)]], [], frame, ""))
    path = re.search(r'class="land"[^>]* d="([^"]*)"', drawn)
    assert path is not None
    assert path[1].count("M") == 1
    xs = [float(pair.split(" ")[0]) for pair in re.split("[MLZ]", path[1]) if pair]
    assert min(xs) >= -0.05 * WIDTH
    assert max(xs) <= 1.05 * WIDTH


def test_words_are_not_written_over_each_other() -> None:
    frame = framed([(0, 0), (10, 10)])
    many = [area(str(n), 5 + n / 1000, 5) for n in range(1, 20)]
    drawn = str(the_map([], many, frame, ""))
    places = re.findall(r'<text class="t-b halo" x="([\d.]+)" y="([\d.]+)"', drawn)
    assert 1 <= len(places) <= 4
    assert drawn.count("<circle") == 19
