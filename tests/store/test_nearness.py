"""Pairs near the mark: which are handed over, and that the order of rows does not matter."""

import itertools
import random

import pytest

from woozle.model.arrow import from_arrow, to_arrow
from woozle.model.records import Entity, EntityMember, Mention
from woozle.model.tables import ClaimLink
from woozle.model.values import Reason, Span
from woozle.store.nearness import (
    LEAST_APART,
    MOST_TOGETHER,
    near_mentions,
    near_names,
    near_statements,
    worth_asking,
)


def link(one: str, other: str, score: int, clash: str | None = None) -> ClaimLink:
    left, right = min(one, other), max(one, other)
    return ClaimLink(f"{left} {right}", left, right, score, clash, None, "", "shut gate", "")


HOMES = {"a1": "A", "a2": "A", "b1": "B", "b2": "B", "c1": "C"}


def found(*links: ClaimLink) -> list[tuple[str, str, str, int]]:
    asked = from_arrow(ClaimLink, worth_asking(to_arrow(ClaimLink, links), HOMES))
    assert list(near_statements(asked, HOMES)) == list(near_statements(links, HOMES))
    return [(row.kind, row.left_id, row.right_id, row.score) for row in near_statements(links, HOMES)]


def test_of_two_claims_the_two_statements_most_alike_are_asked_about() -> None:
    assert found(link("a1", "b1", 10), link("a2", "b1", 40), link("a1", "b2", -20)) == [("claims", "a2", "b1", 40)]


@pytest.mark.parametrize(
    "one", [link("a1", "c1", LEAST_APART - 1), link("a1", "c1", 90, "figure"), link("a1", "a1", 0), link("a1", "x", 9)]
)
def test_what_is_plain_is_not_asked_about(one: ClaimLink) -> None:
    assert found(one) == []


def test_a_statement_is_asked_about_once_if_nothing_in_its_claim_is_like_it() -> None:
    assert found(link("a1", "a2", MOST_TOGETHER)) == [("member", "a1", "a2", MOST_TOGETHER)]
    assert found(link("a1", "a2", MOST_TOGETHER + 1)) == []


def test_the_order_of_links_does_not_matter() -> None:
    links = [link(one, other, 7 * n % 60 - 20) for n, (one, other) in enumerate(itertools.combinations(HOMES, 2))]
    links += [link("a1", "b1", 33), link("a2", "b2", 33)]
    expected = found(*links)
    for seed in range(8):
        random.Random(seed).shuffle(links)
        assert found(*links) == expected


def entity(key: str, name: str, kind: str = "person", *, is_protected: bool = False) -> Entity:
    return Entity(key, name, kind, (name,), is_protected)


def names(*rows: Entity) -> list[tuple[str, str]]:
    return [(row.left_id, row.right_id) for row in near_names(rows)]


def test_names_that_fit_one_are_asked_about() -> None:
    assert names(entity("1", "Jona Halvik"), entity("2", "Halvik"), entity("3", "Rolf Henning")) == [("1", "2")]
    assert names(entity("1", "Halvik"), entity("2", "Halvik", "place")) == []


def test_many_of_one_name_are_held_against_the_first_only() -> None:
    rows = [entity(str(n), "police", "organisation") for n in range(1, 6)]
    assert names(*rows) == [("1", str(n)) for n in range(2, 6)]


def test_a_protected_name_is_never_asked_about() -> None:
    assert names(entity("1", "Heron", is_protected=True), entity("2", "Heron")) == []


def test_a_mention_put_by_part_of_its_name_is_asked_about() -> None:
    why = (Reason("name", "short for a full name", 0.7),)
    members = [EntityMember("l1", "E", 0.7, why), EntityMember("l2", "E", 1.0, why)]
    mentions = [Mention(f"m{n}", "d", Span(0, 1, "x"), "person", key) for n, key in enumerate(("l2", "l1", "l1", None))]
    rows = list(near_mentions(members, mentions))
    assert [(row.kind, row.left_id, row.right_id, row.score, row.why) for row in rows] == [
        ("name", "m1", "E", 70, "short for a full name")
    ]
