"""Prints kept by their hashes: none is lost, and what is equal stands together."""

import numpy as np
import pytest

from woozle.toolbox.copying import shelves
from woozle.toolbox.copying.prints import Prints, prints_of
from woozle.toolbox.copying.shelves import Shelves
from woozle.toolbox.copying.split import Splitter

TEXTS = [" ".join(f"w{(at * 7 + place * place) % 50}" for place in range(60)) for at in range(30)]


def rows(prints: Prints) -> list[tuple[int, ...]]:
    columns = (prints.hashes, prints.texts, prints.places, prints.around)
    return sorted(zip(*(column.tolist() for column in columns), strict=True))


@pytest.mark.parametrize("at_once", [1, 100, 10**6])
def test_parts_hold_every_print_once_and_share_no_hash(at_once: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelves, "AT_ONCE", at_once)
    kept, prints = Shelves(), prints_of(TEXTS, Splitter())
    for at in range(len(TEXTS)):
        kept.add(prints.at(prints.texts == at))
    parts = list(kept.parts())
    assert sorted(row for part in parts for row in rows(part)) == rows(prints)
    held = [hash_ for part in parts for hash_ in np.unique(part.hashes).tolist()]
    assert len(held) == len(set(held)) == len(np.unique(prints.hashes))


@pytest.mark.parametrize("unsorted", [1, 10**6])
def test_prints_like_others_are_found_whether_sorted_or_not(unsorted: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelves, "UNSORTED", unsorted)
    kept, prints = Shelves(), prints_of(TEXTS, Splitter())
    kept.add(prints)
    for at in (3, 4):
        wanted = prints.hashes[prints.texts == at]
        assert rows(kept.like(wanted)) == rows(prints.at(np.isin(prints.hashes, wanted)))
        assert len(kept.like(np.array([17], np.int64))) == 0
