"""Winnowed prints of texts: stable 64-bit hashes of five words, thinned so that any eight shared words share one.

Winnowing: Schleimer, Wilkerson, Aiken, "Winnowing: local algorithms for document fingerprinting" (2003).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from woozle.toolbox.copying.split import BASE, Hashes, Numbers, Split, Splitter

#: Words in a print, and prints in a window of which the smallest is kept: GRAM + WINDOW - 1 shared words share a print.
GRAM = 5
WINDOW = 4
#: Words on each side of a print that are kept beside it, as four bits each.
AROUND = 4
#: Set beside those bits where a text has the print in several places: then they are of the first one.
SEVERAL = 2**32
#: Code points that are split at once: so many that arrays pay, and so few that they stay in a processor's cache.
BATCH = 200_000
_SIGN = np.uint64(2**63)


@dataclass(frozen=True, slots=True, eq=False)
class Prints:
    """The prints of texts, in the order of the texts and of their words; four columns.

    Attributes:
        texts: number of the text.
        hashes: signed, which every engine has.
        places: the word that a print begins with.
        around: four bits of each of the AROUND words before the print, the nearest lowest, then of those behind it; 0
            where the text has no such word.
    """

    texts: NDArray[np.int32]
    hashes: Numbers
    places: NDArray[np.int32]
    around: NDArray[Any]

    def __len__(self) -> int:
        return len(self.hashes)

    def at(self, rows: Any) -> "Prints":
        """Some of the prints, by a slice, numbers or a mask."""
        return Prints(self.texts[rows], self.hashes[rows], self.places[rows], self.around[rows])


def batches(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Ranges of texts of BATCH code points or so; a longer text stands alone."""
    first, size = 0, 0
    for at, text in enumerate(texts):
        if size and size + len(text) > BATCH:
            yield first, at
            first, size = at, 0
        size += len(text)
    if first < len(texts):
        yield first, len(texts)


def gram_codes(codes: Hashes, size: int) -> Hashes:
    """The hash of every `size` words in a row: a polynomial over the words' hashes, modulo 2^64."""
    n_grams = max(0, len(codes) - size + 1)
    found = np.zeros(n_grams, np.uint64)
    for at in range(size):
        found *= np.uint64(BASE)
        found += codes[at : at + n_grams]
    return found


def _chosen(grams: Hashes, bounds: Numbers) -> Numbers:
    """Places of the smallest hash of each window; of a text shorter than a window, of all there is.

    Args:
        grams: of all words in a row; those that reach into the next text are the largest number.
        bounds: where texts begin among the words, and the end.
    """
    far = np.append(grams, np.full(WINDOW - 1, 2**64 - 1, np.uint64))
    least = far[: len(grams)].copy()
    for at in range(1, WINDOW):
        np.minimum(least, far[at : at + len(grams)], out=least)
    # A window is one if it lies in one text, or is the first of a text that has less than a window.
    sizes = np.diff(bounds)
    n_windows = np.where(sizes >= GRAM, np.maximum(sizes - GRAM - WINDOW + 2, 1), 0)
    number = np.arange(len(grams)) - np.repeat(bounds[:-1], sizes)
    is_window = number < np.repeat(n_windows, sizes)
    is_chosen = is_window & (least == grams)
    for at in range(1, WINDOW):
        is_chosen[at:] |= is_window[:-at] & (least[:-at] == grams[at:])
    return np.flatnonzero(is_chosen)


def _around(codes: Hashes, bounds: Numbers, places: Numbers, texts: Numbers) -> NDArray[np.uint32]:
    bits = (codes >> np.uint64(60)).astype(np.uint32)
    found = np.zeros(len(places), np.uint32)
    for at in range(AROUND):
        before, behind = places - 1 - at, places + GRAM + at
        there = before >= bounds[texts]
        found |= np.where(there, bits.take(before, mode="clip") << np.uint32(4 * at), np.uint32(0))
        there = behind < bounds[texts + 1]
        found |= np.where(there, bits.take(behind, mode="clip") << np.uint32(4 * (AROUND + at)), np.uint32(0))
    return found


def prints_of_split(split: Split, first: int = 0) -> Prints:
    """The prints of texts that are split already and numbered from `first` on."""
    codes, bounds = split.codes, split.bounds
    grams = np.full(len(codes), 2**64 - 1, np.uint64)
    inside = gram_codes(codes, GRAM)
    grams[: len(inside)] = inside
    tails = bounds[1:, None] - np.arange(1, GRAM)
    grams[tails[tails >= bounds[:-1, None]]] = 2**64 - 1
    places = _chosen(grams, bounds)
    texts = np.searchsorted(bounds, places, "right") - 1
    around = _around(codes, bounds, places, texts)
    hashes = (grams[places] ^ _SIGN).view(np.int64)
    return Prints((texts + first).astype(np.int32), hashes, (places - bounds[texts]).astype(np.int32), around)


def prints_of(texts: Sequence[str], splitter: Splitter) -> Prints:
    """The prints of texts."""
    parts = [prints_of_split(splitter.split(texts[first:behind]), first) for first, behind in batches(texts)]
    return joined(parts)


def joined(parts: Sequence[Prints]) -> Prints:
    """Prints one behind another."""
    none = Prints(np.zeros(0, np.int32), np.zeros(0, np.int64), np.zeros(0, np.int32), np.zeros(0, np.uint32))
    parts = parts or [none]
    return Prints(
        np.concatenate([part.texts for part in parts]),
        np.concatenate([part.hashes for part in parts]),
        np.concatenate([part.places for part in parts]),
        np.concatenate([part.around for part in parts]),
    )


def once(prints: Prints) -> Prints:
    """Each hash once a text, at its first place and with SEVERAL set where it has more; by hash, text and place."""
    order = np.lexsort((prints.places, prints.texts, prints.hashes))
    hashes, texts = prints.hashes[order], prints.texts[order]
    is_again = np.zeros(len(order) + 1, np.bool_)
    is_again[1:-1] = (hashes[1:] == hashes[:-1]) & (texts[1:] == texts[:-1])
    order, is_several = order[~is_again[:-1]], is_again[1:][~is_again[:-1]]
    found = prints.at(order)
    return Prints(found.texts, found.hashes, found.places, found.around.astype(np.int64) | SEVERAL * is_several)
