"""What needs a look: the weights of docs/decisions/0006-one-file-report.md."""

from hypothesis import given
from hypothesis import strategies as st

from woozle.toolbox.looks import surplus, weight

numbers = st.integers(0, 50)


@given(numbers, numbers, numbers, numbers)
def test_a_weight_has_bounds(reports: int, voices: int, conflicts: int, drifts: int) -> None:
    assert 0 <= weight(reports, voices, conflicts, drifts) <= 18


def test_one_report_adds_nothing_and_nobody_behind_several_does() -> None:
    assert surplus(1, 0) == 0
    assert weight(1, 0, 0, 0) == 0
    assert weight(2, 0, 0, 0) == 3
    assert weight(40, 1, 9, 9) == 8 + 4 + 3
