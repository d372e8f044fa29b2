"""Grouping: copies first, nothing chains, what clashes stays apart, and the order of links does not matter."""

import random

from hypothesis import given
from hypothesis import strategies as st

from woozle.stages.cluster.grouping import group
from woozle.stages.cluster.pairs import Link


def alone(*names: str) -> list[Link]:
    return [Link(name, name, 0, False, None, None, "", "", "", f"{at:03d}") for at, name in enumerate(names)]


def pair(left: str, right: str, score: int, *, is_copy: bool = False, clash: str | None = None) -> Link:
    return Link(left, right, score, is_copy, clash, clash, "", "words", "", "")


def groups(links: list[Link]) -> set[frozenset[str]]:
    homes: dict[str, set[str]] = {}
    for row in group(links, least_mean=-50):
        homes.setdefault(row.claim_id, set()).add(row.id)
    return {frozenset(members) for members in homes.values()}


def test_a_chain_of_middling_links_does_not_become_one_claim() -> None:
    links = [*alone("a", "b", "c", "d"), pair("a", "b", 60), pair("b", "c", 50), pair("c", "d", 60)]
    assert groups(links) == {frozenset("ab"), frozenset("cd")}


def test_copies_count_once_however_many_there_are() -> None:
    copies = [pair("a", other, 500, is_copy=True) for other in "bcd"]
    assert groups([*alone(*"abcde"), *copies, pair("a", "e", 100)]) == {frozenset("abcde")}


def test_what_clashes_stays_apart_however_alike_it_is() -> None:
    links = [*alone("a", "b", "c"), pair("a", "b", 400), pair("b", "c", 400), pair("a", "c", 400, clash="figure")]
    assert len(groups(links)) == 2


def test_a_claim_keeps_its_name_when_a_later_report_joins() -> None:
    before = {row.id: row.claim_id for row in group([*alone("m", "n"), pair("m", "n", 200)], least_mean=-50)}
    more = [*alone("m", "n", "a"), pair("m", "n", 200), pair("a", "m", 200), pair("a", "n", 200)]
    after = {row.id: row.claim_id for row in group(more, least_mean=-50)}
    assert {name: after[name] for name in before} == before
    assert len(set(after.values())) == 1


@given(
    st.lists(
        st.tuples(st.integers(0, 7), st.integers(0, 7), st.integers(-400, 600), st.booleans(), st.booleans()),
        max_size=20,
    ),
    st.integers(0, 99),
)
def test_the_order_of_links_does_not_matter(found: list[tuple[int, int, int, bool, bool]], seed: int) -> None:
    names = "abcdefgh"
    pairs = {
        (names[min(a, b)], names[max(a, b)]): pair(
            names[min(a, b)],
            names[max(a, b)],
            score,
            is_copy=is_copy,
            clash="denial" if clash and not is_copy else None,
        )
        for a, b, score, is_copy, clash in found
        if a != b
    }
    links = [*alone(*names), *pairs.values()]
    mixed = random.Random(seed).sample(links, len(links))
    made = group(links, least_mean=-50)
    assert list(made) == list(group(mixed, least_mean=-50))
