"""Words as vectors: near ones stand for each other, and sums are exact."""

import numpy as np

from woozle.toolbox.meaning.words import likeness_of_words, load_words


def test_a_word_is_nearer_to_its_like_than_to_another() -> None:
    rows = load_words().rows_of(["harbour", "port", "tulip", "harbour"])
    likes = likeness_of_words(rows, rows)
    assert likes[0, 1] > likes[0, 2]
    assert likes[0, 3] in range(98, 103)


def test_rows_get_together_what_they_get_alone() -> None:
    rows = load_words().rows_of(["ferry", "boat", "the", "Sarnby", "9.30"])
    whole = likeness_of_words(rows, rows)
    for at in range(len(rows)):
        assert np.array_equal(likeness_of_words(rows[at : at + 1], rows)[0], whole[at])


def test_names_and_seldom_words_are_rare() -> None:
    words = load_words()
    assert words.is_rare("beekeeper")
    assert words.is_rare("sarnby")
    assert not words.is_rare("water")
    assert not words.is_rare("")
