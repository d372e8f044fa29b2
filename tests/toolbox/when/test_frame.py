"""Clock times and "the next day" belong to the day that the words around them name."""

from datetime import date

import pytest

from woozle.toolbox.when import find_times

WEDNESDAY = date(2023, 6, 14)


def last(text: str, day: date | None = WEDNESDAY) -> tuple[str, str | None]:
    """The words of the last expression, and when its interval begins."""
    found = find_times(text, day)[-1]
    start = found.meaning.start
    return text[found.start : found.end], None if start is None else f"{start:%Y-%m-%dT%H:%M}"


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("On 12 May 2023 the post at Orle was hit. The second drone came at 0800 UTC.", "2023-05-12T08:00"),
        ("On Monday the post was hit. Nobody spoke of it. The second drone came at 08:00.", "2023-06-12T08:00"),
        ("The mill burned on Monday evening.\n\nIt was old.\n\nThe call came at 5.52 p.m.", "2023-06-12T17:52"),
        ("The mill burned on Monday and was\nstill burning at\n9 p.m.", "2023-06-12T21:00"),
        ("On Monday, when the mill burned at 9 p.m., a man was seen.", "2023-06-12T21:00"),
        ("The mill burned on Monday. The day before, at 9 p.m., a man was seen.", "2023-06-11T21:00"),
    ],
)
def test_a_clock_time_takes_the_day_that_was_named_before_it(text: str, start: str) -> None:
    assert last(text)[1] == start


@pytest.mark.parametrize(
    "text",
    [
        "The mill burned on Monday and the inn on Tuesday.\n\nThe call came at 5.52 p.m.",  # of which fire?
        "The mill burned on Monday.\n\nThe council will meet at 9 p.m.",  # Monday is over
        "“It began at 9 p.m.,” the miller said on Tuesday.",  # the day on which he spoke
        "The miller said on Tuesday.\n\nIt began at 9 p.m.",
        "Orle, 14 June 2023 - The mill burned.\n\nThe call came at 9 p.m.",  # today, or the evening before
        "The mill burned on 3 May 2020.\n\nIt was old.\n\nThe call came at 9 p.m.",
    ],
)
def test_where_the_text_does_not_tell_the_day_it_stays_open(text: str) -> None:
    starts = {text[each.start : each.end]: each.meaning.start for each in find_times(text, WEDNESDAY)}
    assert starts[next(words for words in starts if words.endswith("p.m."))] is None


def test_a_stated_zone_is_a_wire_s_own_day() -> None:
    assert last("Orle, 14 June 2023 - The mill burned.\n\nThe call came at 21:00 UTC.")[1] == "2023-06-14T21:00"


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("On Tuesday night at half past one they came.", "2023-06-14T01:30"),  # the small hours belong to the day after
        ("On Tuesday night at ten past nine they came.", "2023-06-13T21:10"),
        ("In the early hours of Tuesday they came. They left at half past six.", "2023-06-13T06:30"),
        ("In the night to Tuesday he heard a shot toward twenty before two.", "2023-06-13T01:40"),
        ("The mill burned on Monday night. It was out at 4:30 a.m.", "2023-06-13T04:30"),
        ("The mill burned on Monday night. Crews had it under control by 4:30 a.m.", "2023-06-13T04:30"),
        ("They sat together on Sunday until three in the morning.", "2023-06-12T03:00"),
        ("At seven this morning they left.", "2023-06-14T07:00"),
    ],
)
def test_the_half_of_the_day_comes_from_the_part_that_was_spoken_of(text: str, start: str) -> None:
    assert last(text)[1] == start


def test_without_its_half_of_the_day_a_clock_time_is_no_finer_than_the_day() -> None:
    found = find_times("They came around eleven on Tuesday.", WEDNESDAY)[-1].meaning
    assert (f"{found.start:%d %H}", f"{found.end:%d %H}", found.precision) == ("13 00", "14 00", "day")


def test_daylight_belongs_to_the_day_of_what_is_told() -> None:
    assert last("The mill burned on Monday.\n\nThe fire was out by nightfall.") == ("nightfall", "2023-06-12T00:00")
    assert last("The fire was out by nightfall.")[1] is None


def test_running_reports_tell_their_hours_above_their_entries() -> None:
    blog = "07.40\n\nThe phones work again since seven.\n\n02.20\n\nThe music stopped at a quarter past two.\n"
    starts = [found.meaning.start for found in find_times(blog, WEDNESDAY) if found.meaning.start]
    assert [f"{start:%d %H:%M}" for start in starts] == ["14 07:00", "14 02:15"]
    assert [found.meaning.start for found in find_times(blog)] == [None, None]


def test_what_had_happened_before_a_night_stays_open() -> None:
    assert last("The mill burned on Monday night. The miller had left at 4 a.m.")[1] is None


def test_the_day_of_a_statement_does_not_hide_that_of_a_deed() -> None:
    text = (
        "Nobody was killed in Orle on Tuesday, Ada Finn stated at a press conference today. At 19:00 men opened fire."
    )
    clock = find_times(text, date(2023, 6, 15))[-1].meaning
    assert f"{clock.start:%Y-%m-%dT%H:%M}" == "2023-06-13T19:00"


def test_minutes_ago_are_told_from_the_hour_above() -> None:
    text = "@mill 01:44\n“shooting on the hill, started 4 mins ago”\n\n@orle 02:31\n“music on every wireless”\n"
    ago, *_ = (found for found in find_times(text, date(2023, 6, 15)) if text.startswith("4 mins", found.start))
    assert f"{ago.meaning.start:%Y-%m-%dT%H:%M}" == "2023-06-15T01:40"
    assert all(found.meaning.start is None for found in find_times("It began 4 mins ago.", date(2023, 6, 15)))
