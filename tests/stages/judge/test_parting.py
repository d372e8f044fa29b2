"""Groups as people decided them: what they hold together or apart is so, and what nobody named stays where it fits."""

import random

from hypothesis import given
from hypothesis import strategies as st

from woozle.model.decisions import Decision
from woozle.stages.judge.naming import named
from woozle.stages.judge.parting import Parted, about, part
from woozle.toolbox.verdicts import is_followed, superseded


def made(number: int, verdict: str, *keys: str, subjects: tuple[str, ...] = ()) -> Decision:
    return Decision(
        str(number), number, "b", "claim", verdict, subjects or keys, keys, "Mira", "2024-06-01T12:00:00Z", ""
    )


def groups(home: dict[str, str], *rows: Decision, near: dict[str, list[tuple[str, int]]] | None = None) -> list[str]:
    known = about(rows, {key: key for key in home})
    return ["".join(one.items) for one in part(home, known, near or {})]


def homes(**words: str) -> dict[str, str]:
    return {item: name for name, items in words.items() for item in items}


def test_groups_that_hold_what_is_one_become_one() -> None:
    assert groups(homes(x="ab", y="cd", z="e"), made(1, "same", "a", "c")) == ["abcd", "e"]


def test_a_group_that_holds_what_differs_is_parted_by_nearness() -> None:
    near = {"b": [("d", 900)], "a": [("c", 800)], "c": [("e", 500)], "d": []}
    assert groups(homes(x="abcdef"), made(1, "different", "a", "b"), near=near) == ["acef", "bd"]


def test_what_is_taken_out_by_name_draws_nobody_along() -> None:
    near = {"b": [("d", 900)], "a": []}
    assert groups(homes(x="abcd"), made(1, "split", "a", "b"), near=near) == ["acd", "b"]


def test_whoever_is_told_from_one_need_not_be_told_from_the_other() -> None:
    rows = (made(1, "different", "a", "b"), made(2, "different", "a", "c"))
    assert groups(homes(x="abc"), *rows) == ["a", "bc"]


def test_groups_joined_by_one_pair_stay_apart_by_another() -> None:
    rows = (made(1, "same", "a", "c"), made(2, "different", "b", "d"))
    assert groups(homes(x="ab", y="cd"), *rows) == ["abc", "d"]


def test_a_decision_whose_subject_is_gone_says_nothing() -> None:
    assert about([made(1, "same", "a", "gone")], {"a": "a"}) == []


def test_what_was_judged_keeps_its_id() -> None:
    row = made(1, "same", "a", "c", subjects=("b2:x", "b2:y"))
    one = Parted(("a", "b", "c"), (row,))
    assert named([one], lambda _: ["b2:new"], ()) == ["b2:x"]
    assert named([one], lambda _: ["b2:new"], {"b2:x"}) == ["b2:y"]
    assert named([one], lambda _: ["b2:new"], {"b2:x", "b2:y"}) == ["b2:new"]
    split = made(1, "split", "a", "b", subjects=("b2:x", "b"))
    sides = [Parted(("a",), (split,)), Parted(("b",), (split,))]
    assert named(sides, lambda _: ["b2:x", "b2:other"], ()) == ["b2:x", "b2:other"]


ITEMS = "abcdefgh"
KEYS = st.lists(st.sampled_from(ITEMS), min_size=2, max_size=3, unique=True)
ROWS = st.lists(st.tuples(st.sampled_from(["same", "different", "split"]), KEYS), max_size=6)
NEAR = st.lists(st.tuples(st.sampled_from(ITEMS), st.sampled_from(ITEMS), st.integers(-9, 9)), max_size=10)


@given(home=st.lists(st.integers(0, 3), min_size=8, max_size=8), found=ROWS, links=NEAR, seed=st.integers(0, 99))
def test_any_decisions_are_followed_and_no_order_matters(
    home: list[int], found: list[tuple[str, list[str]]], links: list[tuple[str, str, int]], seed: int
) -> None:
    rows = [made(number, verdict, *keys) for number, (verdict, keys) in enumerate(found, 1)]
    lost = superseded(rows)
    known = about([row for row in rows if row.id not in lost], {key: key for key in ITEMS})
    first = {item: str(number) for item, number in zip(ITEMS, home, strict=True)}
    near: dict[str, list[tuple[str, int]]] = {item: [] for item in ITEMS}
    for one, other, score in links:
        near[one].append((other, score))
    parts = part(first, known, near)
    assert sorted(item for one in parts for item in one.items) == list(ITEMS)
    now = {item: str(number) for number, one in enumerate(parts) for item in one.items}
    assert all(is_followed(row, now) for row in known)
    if not known:
        assert len(parts) == len(set(home))
    shuffled = list(first.items())
    random.Random(seed).shuffle(shuffled)
    turned = {item: list(reversed(near[item])) for item in reversed(ITEMS)}
    assert part(dict(shuffled), known, turned) == parts
    ids = named(parts, lambda one: [f"b2:{first[one.items[0]]}"], ())
    assert len(set(ids)) == len(ids)
