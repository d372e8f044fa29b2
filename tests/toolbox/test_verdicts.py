"""Decisions as a set: the latest is heard first, and what stands never contradicts itself."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from woozle.model.decisions import Decision
from woozle.model.values import Reason
from woozle.toolbox.verdicts import Union, apart, is_followed, reason_of, superseded, together


def made(number: int, verdict: str, *keys: str, kind: str = "claim") -> Decision:
    return Decision(str(number), number, "b", kind, verdict, keys, keys, "Mira", "2024-06-01T12:00:00Z", "")


def standing(*rows: Decision) -> list[str]:
    lost = superseded(rows)
    return [row.id for row in rows if row.id not in lost]


def test_the_latest_on_one_subject_holds() -> None:
    first, second = made(1, "same", "a", "b"), made(2, "different", "b", "a")
    assert superseded([first, second]) == {"1": "2"}
    assert superseded([second, first]) == {"2": "1"}
    assert superseded([first, made(2, "unsure", "a", "b")]) == {"1": "2"}


def test_what_would_join_what_was_told_apart_later_gives_way() -> None:
    rows = [made(1, "same", "a", "b"), made(2, "same", "b", "c"), made(3, "different", "a", "c")]
    assert superseded(rows) == {"1": "3"}
    assert superseded([rows[2], rows[0], rows[1]]) == {"3": "2"}


def test_a_split_holds_apart_and_together() -> None:
    split = made(2, "split", "a", "b", "c")
    assert (together(split), apart(split)) == (("b", "c"), [("a", "b")])
    assert superseded([made(1, "same", "a", "c"), split]) == {"1": "2"}
    assert superseded([made(1, "different", "b", "c"), split]) == {"1": "2"}
    assert superseded([made(1, "same", "a", "d"), made(2, "same", "d", "c"), made(0, "same", "x", "y")]) == {}
    assert superseded([split, made(3, "same", "a", "c")]) == {"2": "3"}


def test_a_copy_is_one_subject_whichever_report_is_named_first() -> None:
    rows = [made(1, "accept", "a", "b", kind="copy"), made(2, "reject", "b", "a", kind="copy")]
    assert superseded(rows) == {"1": "2"}
    other = [made(1, "accept", "a", "b", kind="copy"), made(2, "reject", "a", "c", kind="copy")]
    assert superseded(other) == {}


def test_a_reason_names_who_when_and_why() -> None:
    assert reason_of(made(1, "same", "a", "b")) == Reason("a person decided: same", "Mira, 2024-06-01", 1.0)


KEYS = st.lists(st.sampled_from("abcdef"), min_size=2, max_size=4, unique=True)
ROWS = st.lists(st.tuples(st.sampled_from(["same", "different", "split", "accept", "unsure"]), KEYS), max_size=12)


@given(ROWS)
def test_what_stands_can_be_followed_and_the_last_one_stands(found: list[tuple[str, list[str]]]) -> None:
    rows = [made(number, verdict, *keys) for number, (verdict, keys) in enumerate(found, 1)]
    lost = superseded(rows)
    left = [row for row in rows if row.id not in lost]
    sets = Union()
    for row in left:
        sets.join(together(row))
    homes = {key: sets.find(key) for key in "abcdef"}
    assert all(is_followed(row, homes) for row in left)
    assert not rows or rows[-1].id not in lost
    assert all(int(later) > int(earlier) for earlier, later in lost.items())


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")), max_size=8), st.randoms())
def test_the_order_of_joining_does_not_matter(pairs: list[tuple[str, str]], chance: object) -> None:
    one, other = Union(), Union()
    for pair in pairs:
        one.join(pair)
    chance.shuffle(pairs)  # type: ignore[attr-defined]
    for pair in pairs:
        other.join(pair)
    keys = "abcdef"
    assert [one.find(a) == one.find(b) for a, b in combinations(keys, 2)] == [
        other.find(a) == other.find(b) for a, b in combinations(keys, 2)
    ]
