"""Time expressions: which words, which interval, how fine, and what it rests on."""

from datetime import date, datetime

import pytest

from woozle.toolbox.when import Expression, find_times

WEDNESDAY = date(2023, 6, 14)


def only(text: str, day: date | None = WEDNESDAY) -> Expression:
    found = find_times(text, day)
    assert len(found) == 1, found
    return found[0]


def told(text: str, day: date | None = WEDNESDAY) -> list[tuple[str, str | None]]:
    """The words of each expression, and its interval as two dates (or instants, where a clock is read)."""

    def moment(at: datetime | None) -> str:
        return "" if at is None else f"{at:%Y-%m-%d}" if at.time() == datetime.min.time() else f"{at:%Y-%m-%dT%H:%M}"

    return [
        (text[e.start : e.end], f"{moment(e.meaning.start)}/{moment(e.meaning.end)}" if e.meaning.start else None)
        for e in find_times(text, day)
    ]


@pytest.mark.parametrize(
    ("text", "words", "interval"),
    [
        ("The mill burned on 14 March 2019.", "14 March 2019", "2019-03-14/2019-03-15"),
        ("The mill burned on March 14, 2019, she said.", "March 14, 2019", "2019-03-14/2019-03-15"),
        ("He came on the 3rd of May 2021.", "the 3rd of May 2021", "2021-05-03/2021-05-04"),
        ("He was born on twenty-second May 1980.", "twenty-second May 1980", "1980-05-22/1980-05-23"),
        ("He was born on twenty second of May 1980.", "twenty second of May 1980", "1980-05-22/1980-05-23"),
        ("They met on Friday, 3 March 2023.", "Friday, 3 March 2023", "2023-03-03/2023-03-04"),
        ("On 30.9.2024 the bridge fell.", "30.9.2024", "2024-09-30/2024-10-01"),
        ("The letter of 25/12/2022 was read.", "25/12/2022", "2022-12-25/2022-12-26"),
        ("On 2023-06-14 the line went dead.", "2023-06-14", "2023-06-14/2023-06-15"),
        ("They met on 3-5 May 2021 in Orle.", "3-5 May 2021", "2021-05-03/2021-05-06"),
        ("They met from 3 to 5 May 2021.", "from 3 to 5 May 2021", "2021-05-03/2021-05-06"),
        ("They met on May 3–5, 2021.", "May 3–5, 2021", "2021-05-03/2021-05-06"),
        ("It ran from 28 February to 2 March 2020.", "from 28 February to 2 March 2020", "2020-02-28/2020-03-03"),
        ("It ran from 30 December to 2 January 2020.", "from 30 December to 2 January 2020", "2019-12-30/2020-01-03"),
        ("It happened in June 2023.", "June 2023", "2023-06-01/2023-07-01"),
        ("It ran from November to February 2017.", "November to February 2017", "2016-11-01/2017-03-01"),
        ("In 1907 the mill burned.", "1907", "1907-01-01/1908-01-01"),
        ("The 2005-06 season was cold.", "2005-06", "2005-01-01/2007-01-01"),
        ("From 2014 to 2018 it stood empty.", "2014 to 2018", "2014-01-01/2019-01-01"),
        ("In the 1990s the mill burned.", "1990s", "1990-01-01/2000-01-01"),
        ("In the early nineties the mill burned.", "early nineties", "1990-01-01/2000-01-01"),
        ("It was built in the 19th century.", "19th century", "1800-01-01/1900-01-01"),
        ("Output fell in the third quarter of 2022.", "the third quarter of 2022", "2022-07-01/2022-10-01"),
        ("Output fell in 2019 Q3.", "2019 Q3", "2019-07-01/2019-10-01"),
        ("Output fell in the 2019 third quarter.", "the 2019 third quarter", "2019-07-01/2019-10-01"),
        ("In the summer of 2022 it was dry.", "the summer of 2022", "2022-06-01/2022-09-01"),
        ("On Christmas Eve 2022 it snowed.", "Christmas Eve 2022", "2022-12-24/2022-12-25"),
        ("im off from april 9th through 17th 2019", "from april 9th through 17th 2019", "2019-04-09/2019-04-18"),
        ("It ran from Feb 28 to March 2, 2020.", "from Feb 28 to March 2, 2020", "2020-02-28/2020-03-03"),
        ("Output fell in 2019 H2.", "2019 H2", "2019-07-01/2020-01-01"),
        ("The week ending in July 2019 was calm.", "July 2019", "2019-07-01/2019-08-01"),
        ("He was born in nineteen ninety-six.", "nineteen ninety-six", "1996-01-01/1997-01-01"),
        ("It burned in March two thousand and fifteen.", "March two thousand and fifteen", "2015-03-01/2015-04-01"),
        ("She was born on 15 April ’87.", "15 April ’87", "1987-04-15/1987-04-16"),
        ("It was stamped 05-Aug-2016.", "05-Aug-2016", "2016-08-05/2016-08-06"),
        ("By 2100 the sea will have risen.", "2100", "2100-01-01/2101-01-01"),
        ("The week of 12 June 2019 was calm.", "The week of 12 June 2019", "2019-06-10/2019-06-17"),
        ("The week beginning 12 June 2019 was calm.", "The week beginning 12 June 2019", "2019-06-12/2019-06-19"),
    ],
)
def test_a_date_that_the_text_tells_needs_no_day_of_publication(text: str, words: str, interval: str) -> None:
    assert told(text, None) == [(words, interval)]
    assert only(text, None).meaning.anchor == "text"


@pytest.mark.parametrize(
    ("text", "words", "interval"),
    [
        ("He came yesterday.", "yesterday", "2023-06-13/2023-06-14"),
        ("He came the day before yesterday.", "the day before yesterday", "2023-06-12/2023-06-13"),
        ("He came last night.", "last night", "2023-06-13/2023-06-14"),
        ("It rained overnight.", "overnight", "2023-06-13/2023-06-15"),
        ("He came on Tuesday night.", "Tuesday night", "2023-06-13/2023-06-14"),
        ("He will come on Friday.", "Friday", "2023-06-16/2023-06-17"),
        ("He came on Friday.", "Friday", "2023-06-09/2023-06-10"),
        ("He came last Tuesday.", "last Tuesday", "2023-06-06/2023-06-07"),
        ("It ran from 15 October until 31 March.", "from 15 October until 31 March", "2022-10-15/2023-04-01"),
        ("It was on 29 February.", "29 February", "2020-02-29/2020-03-01"),
        ("It was Tuesday the eleventh.", "Tuesday the eleventh", "2023-04-11/2023-04-12"),
        ("He came last Wednesday.", "last Wednesday", "2023-06-07/2023-06-08"),
        ("He came last week.", "last week", "2023-06-05/2023-06-12"),
        ("He left on Tuesday last week.", "Tuesday last week", "2023-06-06/2023-06-07"),
        ("Last week on Tuesday he left.", "Last week on Tuesday", "2023-06-06/2023-06-07"),
        ("He comes next month.", "next month", "2023-07-01/2023-08-01"),
        ("He left over the weekend.", "the weekend", "2023-06-10/2023-06-12"),
        ("Two days ago he left.", "Two days ago", "2023-06-12/2023-06-13"),
        ("Three weeks ago he left.", "Three weeks ago", "2023-05-22/2023-05-29"),
        ("A year ago he left.", "A year ago", "2022-01-01/2023-01-01"),
        ("They are confirmed to be there since late May.", "late May", "2023-05-01/2023-06-01"),
        ("It happened in May.", "May", "2023-05-01/2023-06-01"),
        ("It will happen in May.", "May", "2024-05-01/2024-06-01"),
        ("It happened on 3 December.", "3 December", "2022-12-03/2022-12-04"),
        ("It will open on 3 August.", "3 August", "2023-08-03/2023-08-04"),
        ("In mid-June the snow came.", "mid-June", "2023-06-01/2023-07-01"),
        ("June last year was wet.", "June last year", "2022-06-01/2022-07-01"),
        ("Last winter was cold.", "Last winter", "2022-12-01/2023-03-01"),
        ("Next year’s first quarter will be worse.", "Next year’s first quarter", "2024-01-01/2024-04-01"),
        ("HE LEFT ON TUESDAY FOR ORLE.", "TUESDAY", "2023-06-13/2023-06-14"),
        ("On the 24th Orle was empty.", "24th", "2023-05-24/2023-05-25"),
        ("On the 24th, the shelling stopped.", "24th", "2023-05-24/2023-05-25"),
    ],
)
def test_what_is_told_from_the_report_s_day_is_anchored_there(text: str, words: str, interval: str) -> None:
    assert told(text) == [(words, interval)]
    assert only(text).meaning.anchor == "published"
    assert told(text, None) == [(words, None)], "without the day of publication nothing is known"


@pytest.mark.parametrize(
    ("text", "words", "interval"),
    [
        ("At 03:20 on 14 May 2023 it came.", "03:20 on 14 May 2023", "2023-05-14T03:20/2023-05-14T03:21"),
        ("It came on 14 May 2023 at 19 o'clock.", "14 May 2023 at 19 o'clock", "2023-05-14T19:00/2023-05-14T19:01"),
        ("It came on 14 May 2023 at 3.30pm.", "14 May 2023 at 3.30pm", "2023-05-14T15:30/2023-05-14T15:31"),
        ("It came at 9 p.m. on Tuesday.", "9 p.m. on Tuesday", "2023-06-13T21:00/2023-06-13T21:01"),
        ("It came on 14 May 2023, at noon.", "14 May 2023, at noon", "2023-05-14T12:00/2023-05-14T12:01"),
        (
            "On Tuesday, at ten past nine in the evening, it came.",
            "Tuesday, at ten past nine in the evening",
            "2023-06-13T21:10/2023-06-13T21:11",
        ),
        (
            "It came at 11:30 (GMT +3) on 14 May 2023.",
            "11:30 (GMT +3) on 14 May 2023",
            "2023-05-14T08:30/2023-05-14T08:31",
        ),
        (
            "At 2023-05-14T03:20:00+02:00 the line went dead.",
            "2023-05-14T03:20:00+02:00",
            "2023-05-14T01:20/2023-05-14T01:21",
        ),
    ],
)
def test_a_clock_time_joins_the_day_beside_it(text: str, words: str, interval: str) -> None:
    assert told(text) == [(words, interval)]
    assert only(text).meaning.precision == "minute"


@pytest.mark.parametrize(
    ("text", "intervals"),
    [
        ("They met in May and June 2021.", ["2021-05-01/2021-06-01", "2021-06-01/2021-07-01"]),
        ("They met on 3 May and 5 June 2021.", ["2021-05-03/2021-05-04", "2021-06-05/2021-06-06"]),
        ("They met on May 3 and June 5, 2021.", ["2021-05-03/2021-05-04", "2021-06-05/2021-06-06"]),
    ],
)
def test_of_two_dates_the_year_of_the_second_is_the_year_of_both(text: str, intervals: list[str]) -> None:
    assert [interval for _, interval in told(text)] == intervals


@pytest.mark.parametrize(
    ("text", "value", "precision"),
    [
        ("The letter of 04/05/2023 was read.", "2023-XX-XX", "day"),  # April or May: countries differ
        ("It came at 03:20.", "T03:20", "minute"),  # which day?
        ("It came around nine.", None, "minute"),  # morning or evening?
        ("It came at 10:00 Moscow time on 14 May 2023.", "T10:00", "minute"),  # a zone that was moved
        ("It came at midnight.", None, "minute"),  # the one that ends the day, or begins it?
        ("It came at 10:00 ET.", "T10:00", "minute"),
        ("About three weeks ago he left.", "P3W", "week"),
        ("Several months ago he left.", None, "vague"),
        ("In fiscal 2022 it fell.", "FY2022", "year"),
        ("He waited for two weeks.", "P2W", "vague"),
        ("He waited two to three weeks.", None, "vague"),
        ("He waited several months.", "PXM", "vague"),
        ("The fifty-year war ended.", "P50Y", "vague"),
        ("It came over the last week.", "P1W", "vague"),
        ("He left a couple weeks ago.", None, "vague"),
        ("It runs every Friday.", "XXXX-WXX-5", "vague"),
        ("It runs weekly.", "P1W", "vague"),
        ("Now the road is closed.", "PRESENT_REF", "vague"),
    ],
)
def test_what_the_text_does_not_settle_has_no_interval(text: str, value: str | None, precision: str) -> None:
    meaning = find_times(text, WEDNESDAY)[0].meaning
    assert (meaning.start, meaning.end, meaning.anchor) == (None, None, None)
    assert (meaning.value, meaning.precision) == (value, precision)


@pytest.mark.parametrize(
    "text",
    [
        "She may go; we march on.",
        "Resolution 1973 was adopted.",
        "Some 1990 people came.",
        "They found 2000 pieces.",
        "Route 2010 is closed.",
        "A quarter of the homes burned.",
        "The Sunday Times wrote.",
        "A night porter slept.",
        "The share closed at 14.20 crowns.",
        "The mud ends at 2.05 metres.",
        "On the 24th Brigade fell the task.",
        "He told the Daily Wren.",
        "© 2024 The Mill",
        "9 min read",
        "you may 12 times ask on march orders",
        "Give me a second.",
        "The score was 3-2.",
        "He lives at 12 Main Street.",
        "The price rose to $5.30.",
        "Version 10.30 is out.",
    ],
)
def test_numbers_and_words_that_only_look_like_times_are_none(text: str) -> None:
    assert told(text) == []


def test_a_day_that_no_calendar_has_is_not_made_up() -> None:
    assert told("It happened on 31 February 2023.") == [("February 2023", "2023-02-01/2023-03-01")]
    assert told("It came at 25:70.") == []
    assert told("In the year 0000 it was dark.", None) == []


@pytest.mark.parametrize(
    ("text", "days"),
    [("It burned yesterday.", -1), ("He comes tomorrow.", 1), ("He left two days ago.", -2), ("It burned today.", 0)],
)
def test_days_told_from_the_report_keep_their_order_without_its_date(text: str, days: int) -> None:
    assert only(text, None).meaning.days == days
    assert only(text).meaning.days == days
    assert only("It burned on 3 May 2021.").meaning.days is None


@pytest.mark.parametrize(
    ("text", "words", "interval"),
    [
        ("It opens on Saturday week.", "Saturday week", "2023-06-24/2023-06-25"),
        ("It opens on Wednesday week.", "Wednesday week", "2023-06-28/2023-06-29"),
        ("It opens today fortnight.", "today fortnight", "2023-06-28/2023-06-29"),
    ],
)
def test_a_day_week_is_seven_days_after_the_coming_one(text: str, words: str, interval: str) -> None:
    assert told(text) == [(words, interval)]
    assert only(text, None).meaning.start is None
