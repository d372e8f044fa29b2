"""Times that are told from the day that was named last."""

import pytest

from tests.toolbox.when.test_frame import last


@pytest.mark.parametrize(
    ("text", "words", "start"),
    [
        ("He spoke on 12 May 2021. The next day he left.", "The next day", "2021-05-13T00:00"),
        ("He spoke on 12 May 2021. He left the previous day.", "the previous day", "2021-05-11T00:00"),
        ("He spoke on 12 May 2021 and left two days later.", "two days later", "2021-05-14T00:00"),
        ("He spoke on 12 May 2021. A week earlier he was ill.", "A week earlier", "2021-05-03T00:00"),
        ("He spoke on 12 May 2021. A year later he left.", "A year later", "2022-01-01T00:00"),
        ("He spoke on 12 May 2021. He left later that day.", "later that day", "2021-05-12T00:00"),
        ("The next day he left.", "The next day", None),
        ("He spoke on 12 May 2021. The mill is old. The next day he left.", "The next day", None),
    ],
)
def test_they_are_as_fine_as_their_unit(text: str, words: str, start: str | None) -> None:
    assert last(text) == (words, start)


def test_the_day_after_something_else_is_another_day() -> None:
    assert last("He spoke on 12 May 2021. He left the day after the raid.") == ("the day after the raid", None)
