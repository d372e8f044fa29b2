"""Alignment: blocks are the same words, in order, and a copy with changes is one stretch."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from woozle.toolbox.copying.align import Alignment, align, fill, seeds
from woozle.toolbox.copying.split import Splitter

WORDS = st.lists(st.sampled_from("a b c d e f".split()), max_size=30)


def aligned(left: Sequence[str], right: Sequence[str]) -> Alignment:
    split = Splitter().split([" ".join(left), " ".join(right)])
    one, other = (split.codes[first:behind] for first, behind in zip(split.bounds, split.bounds[1:], strict=False))
    return align(seeds(one), seeds(other))


@given(WORDS, WORDS)
def test_blocks_are_same_words_in_order(left: list[str], right: list[str]) -> None:
    found = aligned(left, right)
    for stretch in found.stretches:
        for block in stretch.blocks:
            assert left[block.left : block.left + block.size] == right[block.right : block.right + block.size]
        for before, block in zip(stretch.blocks, stretch.blocks[1:], strict=False):
            assert before.left + before.size <= block.left
            assert before.right + before.size <= block.right
    for at, other, size in found.scraps:
        assert left[at : at + size] == right[other : other + size]
    assert sum(found.same[0]) <= found.n_same


@given(st.lists(st.text("abcdefgh", min_size=4, max_size=9), min_size=5, max_size=40, unique=True))
def test_a_text_and_itself_are_one_stretch(words: list[str]) -> None:
    (found,) = aligned(words, words).stretches
    assert found.n_same == len(words)
    assert found.left == found.right == (0, len(words))


def test_changed_words_do_not_break_a_stretch() -> None:
    left = "the pilot boat went out at nine with four men and a dog to look for the barge".split()
    right = "the pilot boat sailed at nine with five men and a dog to search for the barge".split()
    (found,) = aligned(left, right).stretches
    assert found.left == (0, len(left))
    assert found.n_same == 14


def test_the_longest_common_order_is_found() -> None:
    assert fill(list("abcd"), list("xbyd")) == [(1, 1), (3, 3)]


def test_a_few_words_alone_are_a_scrap() -> None:
    found = aligned("he sailed on the morning tide".split(), "they left on the morning train".split())
    assert found.stretches == ()
    assert found.scraps == ((2, 2, 3),)
    assert bytes(found.same[0]) == bytes([0, 0, 1, 1, 1, 0])
