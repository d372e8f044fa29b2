"""Trees: one root, no circle, and the best arcs where they allow it."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from woozle.toolbox.nlp.trained.trees import heads_of


def test_the_best_heads_where_they_make_a_tree() -> None:
    scores = np.array([[0, 9, 0], [0, 9, 0], [0, 9, 0]], np.float32)
    assert heads_of(scores).tolist() == [1, 1, 1]


def test_a_circle_is_opened_where_it_costs_least() -> None:
    scores = np.array([[5, 0, 0], [1, 0, 9], [3, 9, 0]], np.float32)
    assert heads_of(scores).tolist() == [0, 2, 0]


def test_of_two_roots_the_one_that_gains_more_stays() -> None:
    scores = np.array([[9, 8], [1, 9]], np.float32)
    assert heads_of(scores).tolist() == [1, 1]


def test_one_word_is_its_own_root() -> None:
    assert heads_of(np.array([[-3]], np.float32)).tolist() == [0]


@given(st.integers(1, 12), st.integers(0, 2**32 - 1))
def test_always_a_tree(n: int, seed: int) -> None:
    heads = heads_of(np.random.default_rng(seed).normal(size=(n, n)).astype(np.float32))
    assert (heads == np.arange(n)).sum() == 1
    for at in range(n):
        way = [at]
        while heads[way[-1]] != way[-1]:
            way.append(int(heads[way[-1]]))
            assert len(way) <= n
