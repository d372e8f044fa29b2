"""Progress as a comb: its strokes are the questions, or a share of them."""

import pytest

from woozle.report.draw_comb import MOST, comb


@pytest.mark.parametrize(("done", "left"), [(0, 3), (2, 1), (3, 0)])
def test_a_stroke_is_a_question(done: int, left: int) -> None:
    drawn = comb(done, left)
    assert drawn.count("<line") == done + left
    assert drawn.count('"tick first"') == done
    assert f'aria-label="{done} answered of 3 questions"' in drawn


def test_of_many_each_stroke_is_a_share() -> None:
    drawn = comb(500, 1_000)
    assert drawn.count("<line") == MOST
    assert drawn.count('"tick first"') == MOST // 3
    assert "500 answered of 1,500 questions" in drawn


def test_of_none_nothing_is_drawn() -> None:
    assert comb(0, 0) == ""
