"""Pairs of texts that share rare terms."""

from hypothesis import given
from hypothesis import strategies as st

from woozle.toolbox.copying.alike import Terms


def test_texts_that_share_rare_terms_are_a_pair_and_common_ones_bring_nobody_together() -> None:
    terms = Terms()
    for text in ("hives sandbank pilot harbour", "hives sandbank pilot tulip", "harbour rope museum flats"):
        terms.add(text.split())
    assert terms.pairs(cap=2, alike=6, least=6) == [(0, 1)]
    assert terms.pairs(cap=1, alike=6, least=6) == []
    assert Terms().pairs(cap=2, alike=6, least=6) == []


@given(st.lists(st.sets(st.sampled_from("hive rope pilot tulip deck cargo channel museum".split())), max_size=8))
def test_pairs_by_terms_are_those_counted_one_by_one(texts: list[set[str]]) -> None:
    terms = Terms()
    for text in texts:
        terms.add(sorted(text))
    wanted = [(a, b) for a in range(len(texts)) for b in range(a + 1, len(texts)) if len(texts[a] & texts[b]) >= 2]
    rare = all(sum(word in text for text in texts) <= 3 for text in texts for word in text)
    if rare:
        assert terms.pairs(cap=9, alike=9, least=6) == wanted


def test_each_text_brings_the_few_others_that_share_most_whatever_side_they_stand_on() -> None:
    terms = Terms()
    for text in ("hive rope", "hive rope tulip", "hive rope tulip deck", "hive rope tulip deck", "rope tulip deck"):
        terms.add(text.split())
    # The first of those that share as much stands for all; the last text's best is the third.
    assert terms.pairs(cap=9, alike=1, least=2) == [(0, 1), (1, 2), (2, 3), (2, 4)]
