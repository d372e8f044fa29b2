"""Prints: stable hashes, the promise of winnowing, and what is kept beside a print."""

from collections.abc import Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from woozle.toolbox.copying.prints import GRAM, SEVERAL, WINDOW, batches, once, prints_of
from woozle.toolbox.copying.split import BASE, Splitter

WORDS = st.lists(st.sampled_from("tide crane ferry hall lamp oar pier quay rope salt".split()), max_size=40)


def plain(words: Sequence[str]) -> list[tuple[int, int]]:
    """Winnowing as it is defined, word by word."""
    codes = Splitter().split([" ".join(words)]).codes.tolist()
    grams = []
    for at in range(len(codes) - GRAM + 1):
        value = 0
        for code in codes[at : at + GRAM]:
            value = (value * BASE + code) % 2**64
        grams.append(value)
    windows = [range(at, at + WINDOW) for at in range(len(grams) - WINDOW + 1)] or [range(len(grams))]
    kept = {at for window in windows for at in window if grams[at] == min(grams[other] for other in window)}
    return [(grams[at] - 2**63, at) for at in sorted(kept)]


def test_hashes_are_the_same_on_every_machine() -> None:
    found = prints_of(["The ferry left the quay at nine and came back at ten", "four words stand here"], Splitter())
    assert set(found.texts.tolist()) == {0}
    assert found.hashes.tolist() == [-2128578247530035417, 374633587080984895, -3158830607335051356]
    assert found.around.tolist() == [3118071822, 2879193319, 237082]


@given(st.lists(WORDS, max_size=5))
def test_prints_are_those_of_each_text_alone(texts: list[list[str]]) -> None:
    found = prints_of([" ".join(words) for words in texts], Splitter())
    for number, words in enumerate(texts):
        own = found.at(found.texts == number)
        assert list(zip(own.hashes.tolist(), own.places.tolist(), strict=True)) == plain(words)


@given(WORDS, WORDS, WORDS, WORDS, st.lists(st.text("abcdef", min_size=3), min_size=GRAM + WINDOW - 1, max_size=20))
def test_eight_shared_words_share_a_print(
    a: list[str], b: list[str], c: list[str], d: list[str], same: list[str]
) -> None:
    found = prints_of([" ".join(a + same + b), " ".join(c + same + d)], Splitter())
    assert set(found.hashes[found.texts == 0].tolist()) & set(found.hashes[found.texts == 1].tolist())


@given(WORDS)
def test_each_hash_once_a_text_at_its_first_place(words: list[str]) -> None:
    found = prints_of([" ".join(words)] * 2, Splitter())
    kept = once(found)
    for number in range(2):
        own = found.at(found.texts == number)
        first = {value: own.places[own.hashes == value].min() for value in set(own.hashes.tolist())}
        one = kept.at(kept.texts == number)
        assert dict(zip(one.hashes.tolist(), one.places.tolist(), strict=True)) == first
        for value, around in zip(one.hashes.tolist(), one.around.tolist(), strict=True):
            assert bool(around & SEVERAL) == (np.count_nonzero(own.hashes == value) > 1)


def test_batches_cover_all_texts() -> None:
    texts = ["", "x" * 150_000, "y" * 60_000, "z" * 300_000, ""]
    assert list(batches(texts)) == [(0, 2), (2, 3), (3, 4), (4, 5)]
    assert list(batches([])) == []
