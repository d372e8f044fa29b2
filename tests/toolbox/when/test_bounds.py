"""The date that a text without one cannot be older than."""

from datetime import datetime

import pytest

from woozle.toolbox.when.bounds import not_before


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The mill burned on 3 May 2024. It was built in 2019.", "2024-05-03"),
        ("The mill burned on 3 May 2024. It will open in June 2030.", "2024-05-03"),
        ("The mill burned in May 2024.", "2024-05-01"),
        ("It stands in a letter of 12 June 2024.", "2024-06-12"),
        ("The mill burned yesterday.", None),
        ("The mill will open on 3 May 2024.", None),
    ],
)
def test_it_came_out_after_what_it_tells_as_past(text: str, day: str | None) -> None:
    assert not_before(text) == (None if day is None else datetime.fromisoformat(day))
