"""Grouping: copies first, nothing chains, what clashes stays apart, and the order of links does not matter."""

import random
from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from woozle.stages.cluster.grouping import ABSENT, Bond, group


def number(name: str) -> int:
    return ord(name) - ord("a")


def alone(*names: str) -> list[Bond]:
    """Rows of statements of their own, the earliest first, each in its own words."""
    return [
        Bond(number(name), number(name), 0, False, False, place, number(name), 0) for place, name in enumerate(names)
    ]


def pair(left: str, right: str, score: int, *, is_copy: bool = False, is_clash: bool = False) -> Bond:
    return Bond(number(left), number(right), score, is_copy, is_clash, 0, 0, 0)


def homes(bonds: list[Bond]) -> dict[str, str]:
    """The claim of each statement, named by its earliest."""
    letters = "abcdefghijklmnop"
    return {letters[row.number]: letters[row.claim] for row in group(bonds, least_mean=-50)}


def groups(bonds: list[Bond]) -> set[frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, claim in homes(bonds).items():
        found.setdefault(claim, set()).add(name)
    return {frozenset(members) for members in found.values()}


def test_a_chain_of_middling_links_does_not_become_one_claim() -> None:
    links = [*alone("a", "b", "c", "d"), pair("a", "b", 60), pair("b", "c", 50), pair("c", "d", 60)]
    assert groups(links) == {frozenset("ab"), frozenset("cd")}


def test_copies_count_once_however_many_there_are() -> None:
    copies = [pair("a", other, 500, is_copy=True) for other in "bcd"]
    assert groups([*alone(*"abcde"), *copies, pair("a", "e", 100)]) == {frozenset("abcde")}


def test_what_clashes_stays_apart_however_alike_it_is() -> None:
    links = [*alone("a", "b", "c"), pair("a", "b", 400), pair("b", "c", 400), pair("a", "c", 400, is_clash=True)]
    assert len(groups(links)) == 2


def test_a_claim_keeps_its_name_when_a_later_report_joins() -> None:
    before = homes([*alone("m", "n"), pair("m", "n", 200)])
    more = [*alone("m", "n", "a"), pair("m", "n", 200), pair("a", "m", 200), pair("a", "n", 200)]
    assert before == {"m": "m", "n": "m"}
    assert homes(more) == {"m": "m", "n": "m", "a": "m"}


def test_the_same_words_again_bring_no_claims_together() -> None:
    """Of copies in the same words the first speaks: what the second is near to counts for naught."""
    rows = [replace(row, text=0) if row.one < 2 else row for row in alone("a", "b", "c")]
    links = [pair("a", "b", 500, is_copy=True), pair("b", "c", 500)]
    assert groups([*rows, *links]) == {frozenset("ab"), frozenset("c")}
    assert groups([*alone("a", "b", "c"), *links]) == {frozenset("abc")}


LINKS = st.lists(
    st.tuples(st.integers(0, 7), st.integers(0, 7), st.integers(-600, 600), st.booleans(), st.booleans()), max_size=24
)


def bonds_of(found: list[tuple[int, int, int, bool, bool]]) -> list[Bond]:
    names = "abcdefgh"
    pairs = {
        tuple(sorted((one, other))): (score, is_copy, is_clash and not is_copy)
        for one, other, score, is_copy, is_clash in found
        if one != other
    }
    return [*alone(*names), *(Bond(*both, *what, 0, 0, 0) for both, what in pairs.items())]


@given(LINKS, st.integers(0, 99))
def test_the_order_of_links_does_not_matter(found: list[tuple[int, int, int, bool, bool]], seed: int) -> None:
    links = bonds_of(found)
    assert homes(links) == homes(random.Random(seed).sample(links, len(links)))


def joined_by_hand(links: list[Bond]) -> set[frozenset[int]]:
    """The rule as it is told: every mean anew from all links, until no two groups fit."""
    score = {(row.one, row.other): row.score for row in links} | {(row.other, row.one): row.score for row in links}
    clashes = {frozenset((row.one, row.other)) for row in links if row.is_clash}
    groups = [[row.one] for row in links if row.one == row.other]

    def best(unit: int, group: list[int]) -> int:
        return max([score.get((unit, other), ABSENT) for other in group] + [ABSENT])

    def mean(one: list[int], other: list[int]) -> int:
        above = sum(best(unit, other) - ABSENT for unit in one) + sum(best(unit, one) - ABSENT for unit in other)
        return 100 * ABSENT + 100 * above // (len(one) + len(other))

    while True:
        able = [
            (-mean(one, other), min(one), min(other))
            for one, other in combinations(sorted(groups, key=min), 2)
            if not any(frozenset((a, b)) in clashes for a in one for b in other)
            and any((a, b) in score for a in one for b in other)
            and mean(one, other) >= -5000
        ]
        if not able:
            return {frozenset(each) for each in groups}
        _, first, second = min(able)
        one, other = (next(each for each in groups if min(each) == least) for least in (first, second))
        groups = [each for each in groups if each not in (one, other)] + [one + other]


@given(LINKS)
def test_groups_are_those_of_the_rule(found: list[tuple[int, int, int, bool, bool]]) -> None:
    links = [replace(row, is_copy=False) for row in bonds_of(found)]
    letters = {frozenset(number(name) for name in each) for each in groups(links)}
    assert letters == joined_by_hand(links)
