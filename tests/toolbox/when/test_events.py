"""Times told from a happening, once the text has told its day."""

import pytest

from tests.toolbox.when.test_frame import last
from woozle.toolbox.when import find_times
from woozle.toolbox.when.events import event_of, events_in

RAID = "A raid hit Orle on 12 May 2021. "


@pytest.mark.parametrize(
    ("text", "words", "start"),
    [
        (RAID + "Nobody slept. The day after the raid he left.", "The day after the raid", "2021-05-13T00:00"),
        (RAID + "He left two days before the attack and raid.", "two days", None),  # no attack was told of
        (RAID + "Two weeks after the raid he left.", "Two weeks after the raid", "2021-05-24T00:00"),
        (
            "The strike began on 2 June 2021. On the third day of the strike he left.",
            "the third day of the strike",
            "2021-06-04T00:00",
        ),
        (RAID + "They raided it again on 14 May 2021. The day after the raid he left.", "The day after the raid", None),
        ("The day after the raid he left.", "The day after the raid", None),
    ],
)
def test_a_happening_of_one_day_dates_what_is_told_from_it(text: str, words: str, start: str | None) -> None:
    assert last(text) == (words, start)


def test_a_length_of_time_stands_though_the_happening_has_no_day() -> None:
    found = find_times("He left two weeks before the raid.")[0].meaning
    assert (found.start, found.value) == (None, "P2W")


def test_noun_and_verb_are_one_happening() -> None:
    assert event_of("explosion") == event_of("exploded") != event_of("raid")
    assert list(events_in("It exploded; the raid was over.", 0, 31)) == [event_of("explosion"), "raid"]
