"""Winnowed prints of a text: stable 64-bit hashes of five words, thinned so that any eight shared words share one.

Winnowing: Schleimer, Wilkerson, Aiken, "Winnowing: local algorithms for document fingerprinting" (2003).
"""

import hashlib
from collections.abc import Iterable, Sequence

#: Words in a print, and prints in a window of which the smallest is kept: GRAM + WINDOW - 1 shared words share a print.
GRAM = 5
WINDOW = 4
_KEY = b"woozle copies 1"
_MASK = 2**64 - 1
#: Odd, so that multiplying keeps all 64 bits apart (the golden ratio's fraction).
_BASE = 0x9E3779B97F4A7C15
_POWERS = tuple(pow(_BASE, GRAM - 1 - at, 2**64) for at in range(GRAM))
#: Hashes are kept as signed numbers, which every engine has.
_SHIFT = 2**63


def word_hash(word: str) -> int:
    """A stable 64-bit hash of a word, unsigned."""
    return int.from_bytes(
        hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8, key=_KEY).digest(), "big"
    )


class Hasher:
    """Hashes of runs of words; remembers the words it met, so keep one for a batch and no longer."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[int, ...]] = {}

    def grams(self, words: Sequence[str]) -> list[int]:
        """The hash of every GRAM words in a row, signed; a polynomial over the words' hashes, modulo 2^64."""
        known = self._known
        for word in set(words):
            if word not in known:
                hashed = word_hash(word)
                known[word] = tuple(hashed * power & _MASK for power in _POWERS)
        parts = [known[word] for word in words]
        return [
            ((a[0] + b[1] + c[2] + d[3] + e[4]) & _MASK) - _SHIFT
            for a, b, c, d, e in zip(parts, parts[1:], parts[2:], parts[3:], parts[4:], strict=False)
        ]


def winnow(hashes: Sequence[int]) -> Iterable[tuple[int, int]]:
    """(hash, position) of the smallest hash of each window; of a text shorter than a window, of all there is."""
    if len(hashes) < WINDOW:
        least = min(hashes, default=0)
        return [(value, at) for at, value in enumerate(hashes) if value == least]
    least_of = list(map(min, hashes, hashes[1:], hashes[2:], hashes[3:]))
    edge = [least_of[-1]] * (WINDOW - 1)
    ahead = [*least_of, *edge]
    behind = [least_of[0]] * (WINDOW - 1) + ahead
    return [
        (value, at)
        for at, (value, a, b, c, d) in enumerate(zip(hashes, ahead, behind, behind[1:], behind[2:], strict=False))
        if value in (a, b, c, d)
    ]
