"""Dictionary forms of words that the rules know."""

import pytest

from woozle.toolbox.happen.lemmas import lemma_of


@pytest.mark.parametrize(
    ("word", "pos", "lemma"),
    [
        ("admitted", "VERB", "admit"),
        ("exploded", "VERB", "explode"),
        ("shot", "VERB", "shoot"),
        ("killing", "VERB", "kill"),
        ("killing", "NOUN", "killing"),
        ("robbed", "VERB", "rob"),
        ("bombs", "NOUN", "bomb"),
        ("gunmen", "NOUN", "gunman"),
        ("clashes", "NOUN", "clash"),
    ],
)
def test_a_form_leads_back_to_a_word_that_the_rules_know(word: str, pos: str, lemma: str) -> None:
    assert lemma_of(word, pos, "?") == lemma


def test_other_words_keep_the_taggers_lemma() -> None:
    assert lemma_of("wandered", "VERB", "wander") == "wander"
    assert lemma_of("wandered", "VERB", None) == "wandered"
