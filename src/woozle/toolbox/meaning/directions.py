"""What statements mean as directions that go into a table: signed bytes in base 64, and which are near each other."""

import base64
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from woozle.toolbox.meaning.encoder import ONE, Vector, load_claims

#: What 1 is in a direction: so few that float32 adds the products of two directions without an error.
LENGTH = 127
#: Directions that are held against all at once.
_BLOCK = 512

#: Statements that the middle of statements at large counts as, beside those of a pile.
PRIOR = 100
#: How many others are asked how crowded it is, after how many that may say the same; what is usual, in thousandths, and
#: how far over that it is told: in a pile of many reports there is somebody near to all.
CROWD, FEW, USUAL, MOST = 60, 5, 200, 150

Directions = NDArray[np.float32]


def direction_of(text: str) -> str:
    """The direction of a statement by the claim model, `LENGTH` long or so."""
    exact = load_claims().vector(text) * LENGTH / ONE
    return base64.b64encode(np.rint(exact).astype(np.int8).tobytes()).decode("ascii")


def read_directions(written: Sequence[str]) -> Directions:
    """(directions, features), whole numbers."""
    rows = [np.frombuffer(base64.b64decode(one), np.int8) for one in written]
    return np.stack(rows).astype(np.float32)


def centred(directions: Directions, centre: Vector) -> Directions:
    """The same directions seen from their middle: what all of them have in common tells none of them apart.

    The middle of few is that of statements at large, `centre` in units of `ONE`, which counts as `PRIOR` of them. After
    Mu and Viswanath, All-but-the-Top (2018). Whole numbers again, the same on every machine.
    """
    size = len(directions)
    middle = (directions.sum(0, dtype=np.float64) + centre * (LENGTH * PRIOR / ONE)) / (size + PRIOR)
    away = directions - middle
    lengths = np.sqrt((away * away).sum(1, keepdims=True))
    made: Directions = np.rint(away * (LENGTH / np.maximum(lengths, 1.0))).astype(np.float32)
    return made


def crowding(directions: Directions) -> list[int]:
    """How crowded it is around each direction, in thousandths over or under what is usual.

    The mean cosine with the `CROWD` nearest, without those few that may well say the same; where there are less, those
    that lack are as usual. After the localized centering of Hara et al. (AAAI 2015): a statement on what everything is
    about is near to everything.
    """
    size = len(directions)
    last = min(FEW + 1 + CROWD, size)
    found: list[int] = []
    for start in range(0, size, _BLOCK):
        scores = _thousandths(directions[start : start + _BLOCK] @ directions.T)
        top = -np.sort(np.partition(-scores, last - 1, axis=1)[:, :last], axis=1)[:, FEW + 1 :]
        found += np.minimum((top - USUAL).sum(1) // CROWD, MOST).tolist()
    return found


def likeness(directions: Directions, lefts: Sequence[int], rights: Sequence[int]) -> list[int]:
    """Cosines in thousandths of pairs, by the places of their directions."""
    products = (directions[list(lefts)] * directions[list(rights)]).sum(1)
    found: list[int] = _thousandths(products).tolist()
    return found


def nearest_of(directions: Directions, nearest: int, least: int) -> Iterator[tuple[int, int]]:
    """Pairs of places: each direction with those most like it, of equals the earlier.

    Args:
        directions: as `read_directions` gives them.
        nearest: how many others at most.
        least: thousandths below which two are not near.
    """
    size = len(directions)
    for start in range(0, size, _BLOCK):
        scores = _thousandths(directions[start : start + _BLOCK] @ directions.T)
        scores[np.arange(len(scores)), np.arange(start, start + len(scores))] = -1
        # One number for likeness and place, so that no two are equal and any way of sorting gives the same.
        ranks = scores * size + np.arange(size)[::-1]
        top = np.argpartition(-ranks, min(nearest, size - 1), axis=1)[:, :nearest]
        for row, some in enumerate(top.tolist()):
            yield from ((start + row, other) for other in some if scores[row, other] >= least)


def _thousandths(products: NDArray[np.float32]) -> NDArray[np.int64]:
    one = LENGTH * LENGTH
    made: NDArray[np.int64] = (products.astype(np.int64) * 1000 + one // 2) // one
    return made
