"""Prints: stable hashes, and the promise of winnowing."""

from hypothesis import given
from hypothesis import strategies as st

from woozle.toolbox.copying.prints import GRAM, WINDOW, Hasher, winnow

WORDS = st.lists(st.sampled_from("tide crane ferry hall lamp oar pier quay rope salt".split()), max_size=40)


def test_hashes_are_the_same_on_every_machine() -> None:
    assert Hasher().grams("the ferry left the quay at nine".split()) == [
        6125760917467682432,
        7298537666457632487,
        7759647779227579071,
    ]


def test_a_short_text_has_no_prints() -> None:
    assert list(winnow(Hasher().grams(["four", "words", "stand", "here"]))) == []


@given(WORDS, WORDS, WORDS, WORDS, st.lists(st.text("abcdef", min_size=3), min_size=GRAM + WINDOW - 1, max_size=20))
def test_eight_shared_words_share_a_print(
    a: list[str], b: list[str], c: list[str], d: list[str], same: list[str]
) -> None:
    hasher = Hasher()
    one = {value for value, _ in winnow(hasher.grams(a + same + b))}
    other = {value for value, _ in winnow(hasher.grams(c + same + d))}
    assert one & other


@given(WORDS)
def test_a_print_is_the_hash_at_its_place(words: list[str]) -> None:
    hashes = Hasher().grams(words)
    assert all(hashes[at] == value and -(2**63) <= value < 2**63 for value, at in winnow(hashes))
