"""Directions seen from their middle, and how crowded it is around each."""

import numpy as np

from woozle.toolbox.meaning.directions import (
    CROWD,
    FEW,
    LENGTH,
    MOST,
    around,
    centred,
    direction_of,
    likeness,
    read_directions,
)
from woozle.toolbox.meaning.encoder import load_centre

TEXTS = (
    "The legion crossed the border at night.",
    "Fighters of the legion went over the frontier before dawn.",
    "The legion was founded in March.",
    "The price of bread rose by a third.",
)


def read() -> np.ndarray:
    return read_directions([direction_of(text) for text in TEXTS])


def test_what_all_have_in_common_tells_none_apart() -> None:
    raw, seen = read(), centred(read(), load_centre())
    pairs = [0, 0, 0], [1, 2, 3]
    before, after = likeness(raw, *pairs), likeness(seen, *pairs)
    assert after[0] > after[1] > after[2]
    assert after[0] - after[2] > before[0] - before[2]
    assert (seen == np.rint(seen)).all()
    assert (abs(np.sqrt((seen * seen).sum(1)) - LENGTH) < 2).all()


def test_the_middle_does_not_know_an_order() -> None:
    there = centred(read(), load_centre())
    back = centred(read()[::-1].copy(), load_centre())[::-1]
    assert (there == back).all()


def test_a_direction_on_what_everything_is_about_is_crowded() -> None:
    random = np.random.default_rng(5)
    about = random.normal(size=384)
    rows = [about] + [about + 2.0 * random.normal(size=384) for _ in range(FEW + CROWD + 20)]
    found = np.stack([np.rint(LENGTH * row / np.linalg.norm(row)) for row in rows]).astype(np.float32)
    crowds = around(found, 3, 0).crowds
    assert crowds[0] == max(crowds) > np.median(crowds)
    assert max(crowds) <= MOST


def test_few_are_as_crowded_as_is_usual() -> None:
    assert around(read()[: FEW + 1], 3, 0).crowds == [0] * min(FEW + 1, len(TEXTS))
