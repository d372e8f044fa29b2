"""Figures: which words, which bounds, unit, noun and fate; and the numbers that count nothing."""

import pytest

from woozle.toolbox.numbers import Figure, find_figures


def only(text: str) -> Figure:
    found = find_figures(text)
    assert len(found) == 1, found
    return found[0]


def said(text: str) -> list[str]:
    return [text[figure.start : figure.end] for figure in find_figures(text)]


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "is_approximate"),
    [
        ("There were 40 goats.", "40", 40, 40, False),
        ("There were 1,200 goats.", "1,200", 1200, 1200, False),
        ("There were 1 200 goats.", "1 200", 1200, 1200, False),
        ("There were twenty-one goats.", "twenty-one", 21, 21, False),
        ("There were a hundred and fifty goats.", "a hundred and fifty", 150, 150, False),
        ("There were two and a half million goats.", "two and a half million", 2.5e6, 2.5e6, False),
        ("There were one million and a half goats.", "one million and a half", 1.5e6, 1.5e6, False),
        ("There were 3.5 million goats.", "3.5 million", 3.5e6, 3.5e6, False),
        ("There were at least 17 goats.", "at least 17", 17, None, False),
        ("There were more than a dozen goats.", "more than a dozen", 12, None, False),
        ("There were as many as 1,200 goats.", "as many as 1,200", None, 1200, False),
        ("There were fewer than 30 goats.", "fewer than 30", None, 30, False),
        ("There were no more than 30 goats.", "no more than 30", None, 30, False),
        ("There were 300 or more goats.", "300 or more", 300, None, False),
        ("There were just over 300 goats.", "just over 300", 300, None, True),
        ("There were about 200 goats.", "about 200", 200, 200, True),
        ("There were nearly two dozen goats.", "nearly two dozen", 24, 24, True),
        ("There were between 500 and 1,000 goats.", "between 500 and 1,000", 500, 1000, False),
        ("There were more than 100 but fewer than 200 goats.", "more than 100 but fewer than 200", 100, 200, False),
        ("There were 15-20 goats.", "15-20", 15, 20, False),
        ("There were two to three thousand goats.", "two to three thousand", 2000, 3000, False),
        ("There were 35 to 40 million goats.", "35 to 40 million", 35e6, 40e6, False),
        ("He served under three mayors.", "three", 3, 3, False),
        ("There were dozens of goats.", "dozens", 24, 99, True),
        ("There were several hundred goats.", "several hundred", 300, 999, True),
        ("There were tens of thousands of goats.", "tens of thousands", 20_000, 99_999, True),
        ("There were no casualties.", "no", 0, 0, False),
        ("Both bridges fell.", "Both", 2, 2, False),
        ("A lone goat came.", "lone", 1, 1, False),
    ],
)
def test_bounds(text: str, words: str, low: float | None, high: float | None, is_approximate: bool) -> None:
    figure = only(text)
    assert text[figure.start : figure.end] == words
    assert (figure.low, figure.high, figure.is_approximate) == (low, high, is_approximate)


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("They walked 12 km.", "12 km", 12, "km"),
        ("A 152mm shell fell.", "152mm", 152, "mm"),
        ("It cost $5 million.", "$5 million", 5e6, "USD"),
        ("It cost £5m.", "£5m", 5e6, "GBP"),
        ("It cost 30 cents.", "30 cents", 0.3, "USD"),
        ("It was minus 5 degrees.", "minus 5 degrees", -5, "°"),
        ("It was -12 °C.", "-12 °C", -12, "°C"),
        ("A 34-year-old man came.", "34-year-old", 34, "year"),
        ("The boy, 11, ran.", "11", 11, "year"),
        ("Prices rose by 5.5%.", "5.5%", 5.5, "%"),
        ("It took 2 1/2 years.", "2 1/2 years", 2.5, "year"),
        ("It took 1½ hours.", "1½ hours", 1.5, "h"),
        ("Two-thirds of the goats left.", "Two-thirds", 0.6667, "share"),
        ("3/4 of the goats left.", "3/4", 0.75, "share"),
        ("One in five goats is ill.", "One in five", 0.2, "share"),
        ("Three days passed.", "Three days", 3, "day"),
    ],
)
def test_units(text: str, words: str, value: float, unit: str) -> None:
    figure = only(text)
    assert text[figure.start : figure.end] == words
    assert (figure.low, figure.high, figure.unit) == (value, value, unit)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("40 villagers came.", "villagers"),
        ("Dozens of frightened villagers came.", "frightened villagers"),
        ("They freed five Orle police officers.", "Orle police officers"),
        ("22 of Marren’s letters burned.", "Marren’s letters"),
        ("Three news agencies wrote.", "news agencies"),
        ("27 kg of flour was found.", "flour"),
        ("The crew of 14 is safe.", "crew"),
        ("40 Taliban came.", "Taliban"),
        ("A few Astmarian armoured vehicles came.", "Astmarian armoured vehicles"),
        ("One of the mayor’s closest friends came.", "the mayor’s closest friends"),
        ("Two U.S. missionaries came.", "U.S. missionaries"),
        ("50 PEASANTS CAME FROM ORLE.", "peasants"),
        ("The two met again.", None),
        ("Nobody thanked us.", None),
        ("30% backed the mayor.", None),
        ("Three days passed.", None),
    ],
)
def test_what_is_counted(text: str, counted: str | None) -> None:
    assert only(text).counted == counted


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("At least 17 people were killed.", ["killed"]),
        ("Soldiers killed 43 and wounded 12.", ["killed", "wounded"]),
        ("Two men were killed and wounded five.", ["killed", "wounded"]),
        ("Five soldiers and two officers were killed.", ["killed", "killed"]),
        ("Six people, including two children, were killed.", ["killed", "killed"]),
        ("Four soldiers, two of them officers, were killed.", ["killed", None]),
        ("Nine miners, most of them from Kerl, are missing.", ["missing"]),
        ("Six people, among them a priest, were injured.", ["wounded"]),
        ("Six people were killed, including two children.", ["killed", "killed"]),
        ("The death toll rose to 34.", ["killed"]),
        ("The number of wounded rose to 1,034.", ["wounded"]),
        ("300 displaced families came.", ["displaced"]),
        ("14 officers were among the wounded.", ["wounded"]),
        ("The 14 people who died were farmers.", ["killed"]),
        ("Three of the 14 soldiers were killed.", ["killed", None]),
        ("Of 40 villagers, 12 were killed.", [None, "killed"]),
        ("None of the 12 was hurt.", ["wounded", None]),
        ("The murder of two nuns shook Orle.", ["killed"]),
        ("It led to the arrest of 43 men.", ["arrested"]),
        ("Two members of his escort were also killed.", ["killed"]),
        ("Two nuns, who came from Orle, were kidnapped.", ["captured"]),
        ("Five people were seriously wounded.", ["wounded"]),
        ("It killed the mayor, as well as two farmers.", ["killed"]),
        ("He managed to kill one person and wound 12 others.", ["killed", "wounded"]),
        ("Seven kidnapped students came.", ["captured"]),
        ("SHELLING KILLS 12 AND WOUNDS 40 PEOPLE", ["killed", "wounded"]),
        ("Two farmers said 40 were killed.", [None, "killed"]),
        ("The blast did not kill the 12 men.", [None]),
        ("Up to 12 men were killed or wounded.", [None]),
        ("The raid killed or wounded 40.", [None]),
        ("He was killed 12 days later.", [None]),
        ("She was killed 3 km from Orle.", [None]),
        ("14 people were treated.", [None]),
    ],
)
def test_what_befell_them(text: str, roles: list[str | None]) -> None:
    assert [figure.role for figure in find_figures(text)] == roles


@pytest.mark.parametrize(
    "text",
    [
        "He slept in Room 101.",
        "They met on Route 66.",
        "Brigade 92 came.",
        "The 92nd Brigade came.",
        "They won 3-2 in Orle.",
        "Call 555-1234.",
        "One never knows.",
        "This one is old.",
        "5G is new.",
        "The key 1683425930 is old.",
        "© 2024 The Mill",
        "It is a necessary one.",
        "The four-star general left.",
        "Senate Bill 1062 does not say.",
        "They talked for an hour and a half of nothing.",
        "The lone fighters left.",
        "Page 12 says it.",
        "1. The first thing",
        "He saw “Marren 13,” a film.",
        "The 24/7 shop burned.",
        "It stands at 192.168.1.2.",
        "1.250 people came.",  # a thousand or a fraction, by country
        "12,34 people came.",
    ],
)
def test_numbers_that_count_nothing(text: str) -> None:
    assert said(text) == []


def test_a_change_is_two_figures_and_no_range() -> None:
    assert said("The toll rose from 12 to 15.") == ["12", "15"]


def test_both_figures_of_a_part_count_the_same() -> None:
    four, nine = find_figures("Four of the nine accused fled.")
    assert (four.low, four.counted, nine.low, nine.counted) == (4, "accused", 9, "accused")


def test_numbers_inside_a_taken_stretch_are_no_figures() -> None:
    text = "On 14 June 2023 at 03:20 some 40 people fled."
    assert [text[f.start : f.end] for f in find_figures(text, [(3, 15), (19, 24)])] == ["some 40"]


def test_a_sign_before_a_range_of_money_is_its_unit() -> None:
    assert [(only(text).low, only(text).unit) for text in ("$5-10 million went.", "Some €2 to €3 went.")] == [
        (5e6, "USD"),
        (2, "EUR"),
    ]
