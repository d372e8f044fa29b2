"""Pairs worth comparing: the rule in memory."""

from hypothesis import given
from hypothesis import strategies as st

from woozle.stages.copies.candidates import pairs_by_prints

PRINTS = st.dictionaries(st.text("abcdef", min_size=1, max_size=2), st.sets(st.integers(0, 9)), max_size=12)


def test_a_common_print_pairs_with_the_first_few_only() -> None:
    prints = {name: [7] for name in "abcdef"}
    assert len(pairs_by_prints(prints, cap=6, hubs=2)) == 15
    assert pairs_by_prints(prints, cap=5, hubs=1) == [("a", other) for other in "bcdef"]


@given(PRINTS)
def test_pairs_share_a_print_and_order_does_not_matter(prints: dict[str, set[int]]) -> None:
    pairs = pairs_by_prints(prints, cap=20, hubs=1)
    wanted = {(a, b) for a in prints for b in prints if a < b and prints[a] & prints[b]}
    assert set(pairs) == wanted
    assert pairs == pairs_by_prints(dict(reversed(prints.items())), cap=20, hubs=1)
