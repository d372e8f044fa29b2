"""Pairs of texts that share rare terms."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from woozle.toolbox.copying.alike import Terms
from woozle.toolbox.copying.split import Splitter


def terms_of_pile(texts: Sequence[str], cap: int, batch: int = 2) -> Terms:
    """The terms of texts that are taken in a few at a time."""
    terms, splitter = Terms(cap), Splitter()
    for first in range(0, len(texts), batch):
        terms.add(texts[first : first + batch], splitter.split(texts[first : first + batch]))
    return terms


def test_texts_that_share_rare_terms_are_a_pair_and_common_ones_bring_nobody_together() -> None:
    texts = ("hives sandbank pilot harbour", "hives sandbank pilot tulip", "harbour rope museum flats")
    assert terms_of_pile(texts, cap=2).pairs(alike=6, least=6) == [(0, 1)]
    assert terms_of_pile(texts, cap=1).pairs(alike=6, least=6) == []
    assert Terms(2).pairs(alike=6, least=6) == []


def test_words_of_one_stem_are_one_term_whatever_their_case_and_accents() -> None:
    texts = ("Hives of pilots, the harbours", "a hive; Pilot’s Harbour", "nothing here")
    assert terms_of_pile(texts, cap=2).pairs(alike=6, least=2) == [(0, 1)]
    assert terms_of_pile(("café crème", "Cafe creme"), cap=2).pairs(alike=6, least=2) == [(0, 1)]


def test_empty_texts_have_no_terms_and_keep_their_numbers() -> None:
    assert terms_of_pile(("", "hives sandbank", "", "the of", "sandbank hives"), cap=2).pairs(alike=6, least=6) == [
        (1, 4)
    ]


@given(
    st.lists(st.sets(st.sampled_from("hive rope pilot tulip deck cargo channel museum".split())), max_size=8),
    st.integers(1, 9),
    st.integers(1, 9),
)
def test_pairs_by_terms_are_those_counted_one_by_one(sets: list[set[str]], cap: int, batch: int) -> None:
    texts = [" ".join(sorted(words)) for words in sets]
    rare = {word for words in sets for word in words if sum(word in other for other in sets) <= cap}
    wanted = [(a, b) for a in range(len(sets)) for b in range(a + 1, len(sets)) if len(sets[a] & sets[b] & rare) >= 2]
    assert terms_of_pile(texts, cap, batch).pairs(alike=9, least=6) == wanted


def test_each_text_brings_the_few_others_that_share_most_whatever_side_they_stand_on() -> None:
    texts = ("hive rope", "hive rope tulip", "hive rope tulip deck", "hive rope tulip deck", "rope tulip deck")
    # The first of those that share as much stands for all; the last text's best is the third.
    assert terms_of_pile(texts, cap=9).pairs(alike=1, least=2) == [(0, 1), (1, 2), (2, 3), (2, 4)]
