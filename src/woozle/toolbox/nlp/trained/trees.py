"""Makes a tree of the scores of arcs: one root, no circle."""

import numpy as np
from numpy.typing import NDArray

from woozle.toolbox.nlp.trained.weights import Floats, Whole


def _reaches(heads: Whole, root: int) -> NDArray[np.bool_]:
    """Which words lead up to the root."""
    at = heads.copy()
    for _ in range(max(1, len(heads).bit_length())):
        at = at[at]
    reached: NDArray[np.bool_] = at == root
    return reached


def heads_of(scores: Floats) -> Whole:
    """The head of each word; the root is its own.

    Each word takes its best head; the word that gains most by it is the root; words in a circle, and what hangs on
    them, go one after the other to where it costs least among the words that lead up to the root.

    Args:
        scores: (words, heads); the diagonal is that of being the root.
    """
    n = len(scores)
    scores = scores.copy()
    own = scores.diagonal().copy()
    np.fill_diagonal(scores, -np.inf)
    best = scores.max(1) if n > 1 else np.zeros(1)
    root = int(np.argmax(own - best))
    heads: Whole = scores.argmax(1)
    heads[root] = root
    while not (reached := _reaches(heads, root)).all():
        lost, held = np.flatnonzero(~reached), np.flatnonzero(reached)
        costs = scores[np.ix_(lost, held)] - scores[lost, heads[lost]][:, None]
        row, column = divmod(int(costs.argmax()), len(held))
        heads[lost[row]] = held[column]
    return heads
