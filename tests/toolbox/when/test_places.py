"""The walk over a text finds all places where a rule of time may match."""

import re
import re._constants as codes
import re._parser as parser
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from woozle.toolbox.when import clock, following, scan
from woozle.toolbox.when.places import BEFORE, OPENINGS, SHORT, matches_at, walker

RULES = [rule.pattern for rule in scan.RULES] + [pattern for pattern, _ in following.FOLLOWING]
CLOCKS = [pattern for pattern, _ in clock.RULES]
LONG = 4


def _characters(inside: Iterable[tuple[Any, Any]]) -> set[str]:
    found: set[str] = set()
    for code, value in inside:
        if code is codes.CATEGORY:
            assert value is codes.CATEGORY_DIGIT
            found.add("0")
        else:
            low, high = value if code is codes.RANGE else (value, value)
            found |= {"0" if chr(each).isdigit() else chr(each).lower() for each in range(low, high + 1)}
    return found


def _then(before: set[str], after: set[str]) -> set[str]:
    return {(left + right)[:LONG] for left in before for right in (after if len(left) < LONG else {""})}


def _repeated(least: int, most: int, once: set[str]) -> set[str]:
    found, sofar = ({""} if least == 0 else set()), {""}
    for number in range(1, min(most, LONG) + 1):
        sofar = _then(sofar, once)
        found |= sofar if number >= least else set()
    return found


def _begins(code: Any, value: Any) -> set[str]:
    if code is codes.LITERAL:
        return _characters([(code, value)])
    if code is codes.IN:
        return _characters(value)
    if code is codes.SUBPATTERN:
        return _openings(value[3])
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT):
        return _repeated(value[0], value[1], _openings(value[2]))
    if code is codes.BRANCH:
        return set().union(*map(_openings, value[1]))
    assert code in (codes.ASSERT, codes.ASSERT_NOT, codes.AT)
    return set() if code is codes.ASSERT_NOT and not len(value[1]) else {""}


def _openings(parsed: Any) -> set[str]:
    """The first four characters of all that a pattern matches; "0" for any figure."""
    found = {""}
    for code, value in parsed:
        if all(len(opening) >= LONG for opening in found):
            break  # what comes later no longer matters, and may be many words
        found = _then(found, _begins(code, value))
    return found


@pytest.mark.parametrize("pattern", [*RULES, *CLOCKS], ids=lambda pattern: pattern.pattern[:40])
def test_whatever_a_rule_matches_begins_with_an_opening(pattern: re.Pattern[str]) -> None:
    parsed = parser.parse(pattern.pattern, pattern.flags)
    assert parsed.getwidth()[0] > 0
    for opening in _openings(parsed):
        word = re.match(r"[^\W\d]*", opening)[0]
        following = opening[len(word) + 1 :].strip()
        known = word in OPENINGS or word in SHORT or (word in BEFORE and following in {"", *BEFORE[word]})
        assert known or opening[0] == "0" or opening[:2] in ("'0", "’0", "q0", "h0"), opening


def test_a_rule_never_begins_inside_a_word() -> None:
    guards = (r"(?<![\w", "(?:(?<=at )", "(?<=the )", "(?<=and )", r"\b(?<=in )")
    assert all(pattern.pattern.startswith(guards) for pattern in (*RULES, *CLOCKS))


SAMPLES = (
    "On Monday, 3 May 2023, at 10 p.m. GMT he left; two years ago in mid-June (the '90s) it was a week from now.",
    "from Monday the 3rd to Friday 7 May; 30.9.2024, 2024-05-07T10:00Z, Q3 2021, fiscal 2020, the 19th century",
    "half past nine, ten o’clock, noon, the next day, that evening, every other week, weekly, a day later",
)
ODD = ["the", "in", "in past years", "at present", "İn", "ſix", "mayor", "may", "’20", "_may", "Mon.", "on Mondays"]
WORDS = sorted({*ODD, *(word for sample in SAMPLES for word in sample.split())})


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
def test_the_walk_loses_no_match(text: str) -> None:
    for patterns in (RULES, CLOCKS):
        places = [place.start() for place in walker(patterns).finditer(text)]
        for pattern in patterns:
            found = [match.span() for match in matches_at(pattern, text, places)]
            assert found == [match.span() for match in pattern.finditer(text)]


@pytest.mark.parametrize("text", SAMPLES)
def test_the_samples_hold_times(text: str) -> None:
    assert len(scan.find_times(text)) > 3
