"""What statements mean as directions that go into a table: signed bytes in base 64, and which are near each other."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from woozle.toolbox.meaning.encoder import ONE, Vector, load_claims

#: What 1 is in a direction: so few that float32 adds the products of two directions without an error.
LENGTH = 127
#: Directions that are held against all at once, and products of two that are held at once.
_BLOCK, _PRODUCTS = 512, 20_000_000

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


@dataclass(frozen=True, slots=True)
class Around:
    """What lies around each direction.

    Attributes:
        near: pairs of places, the smaller first: each direction with those most like it, of equals the earlier.
        crowds: how crowded it is around each, in thousandths over or under what is usual.
    """

    near: frozenset[tuple[int, int]]
    crowds: Sequence[int]


def around(directions: Directions, nearest: int, least: int) -> Around:
    """Hold every direction against all others.

    How crowded it is: the mean cosine with the `CROWD` nearest, without those few that may well say the same; where
    there are less, those that lack are as usual. After the localized centering of Hara et al. (AAAI 2015): a statement
    on what everything is about is near to everything.

    Args:
        directions: as `read_directions` gives them.
        nearest: how many others are near at most.
        least: thousandths below which two are not near.
    """
    size = len(directions)
    crowd = min(FEW + 1 + CROWD, size)
    kept = min(max(crowd, nearest + 1), size)
    block = max(1, min(_BLOCK, _PRODUCTS // max(size, 1)))
    near: set[tuple[int, int]] = set()
    crowds: list[int] = []
    for start in range(0, size, block):
        scores = _thousandths(directions[start : start + block] @ directions.T)
        # One number for likeness and place, so that no two are equal and any way of sorting gives the same.
        ranks = scores * size + np.arange(size, dtype=scores.dtype)[::-1]
        top = -np.sort(np.partition(-ranks, kept - 1, axis=1)[:, :kept], axis=1)
        likest, places = top // size, size - 1 - top % size
        crowds += np.minimum((likest[:, FEW + 1 : crowd] - USUAL).sum(1) // CROWD, MOST).tolist()
        for here, (some, others) in enumerate(zip(likest.tolist(), places.tolist(), strict=True), start):
            best = [(score, there) for score, there in zip(some, others, strict=True) if there != here][:nearest]
            near.update((min(here, there), max(here, there)) for score, there in best if score >= least)
    return Around(frozenset(near), crowds)


def likeness(directions: Directions, lefts: Sequence[int], rights: Sequence[int]) -> list[int]:
    """Cosines in thousandths of pairs, by the places of their directions."""
    products = (directions[list(lefts)] * directions[list(rights)]).sum(1)
    found: list[int] = _thousandths(products).tolist()
    return found


def _thousandths(products: NDArray[np.float32]) -> NDArray[np.int32]:
    """Cosines of directions out of their products; a thousand times one, and a place, fit in 32 bits."""
    one = LENGTH * LENGTH
    made: NDArray[np.int32] = (products.astype(np.int32) * 1000 + one // 2) // one
    return made
