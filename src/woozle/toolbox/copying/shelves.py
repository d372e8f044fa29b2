"""The prints of a pile, kept by their hashes: read part by part, or asked for those that a new text has."""

from collections.abc import Iterator

import numpy as np

from woozle.toolbox.copying.prints import Prints, joined
from woozle.toolbox.copying.split import Numbers

#: Equal prints stand on one shelf. So many that a shelf of a million texts is sorted in a processor's time and memory,
#: and so few that a small pile is not cut to crumbs.
SHELVES = 64
#: Prints that are collected before they are put on the shelves, and on one before it is sorted anew.
AT_ONCE, UNSORTED = 1_000_000, 50_000


class Shelves:
    """The prints of texts that are added in the order of their numbers."""

    def __init__(self) -> None:
        self._shelves = [joined([])] * SHELVES
        self._later: list[list[Prints]] = [[] for _ in range(SHELVES)]
        self._new: list[Prints] = []
        self._n_new = 0

    def add(self, prints: Prints) -> None:
        """Put in the prints of the next texts."""
        self._new.append(prints)
        self._n_new += len(prints)
        if self._n_new >= AT_ONCE:
            self._put()

    def _put(self) -> None:
        """Put what was collected on the shelves, behind what lies there."""
        prints, self._new, self._n_new = joined(self._new), [], 0
        which = _shelf(prints.hashes)
        order = np.argsort(which, kind="stable")
        bounds = np.searchsorted(which[order], np.arange(SHELVES + 1)).tolist()
        for at, later in enumerate(self._later):
            if bounds[at] < bounds[at + 1]:
                # A copy, so that a shelf that is given away takes its memory along.
                later.append(prints.at(order[bounds[at] : bounds[at + 1]]))

    def parts(self) -> Iterator[Prints]:
        """The prints shelf by shelf: what is equal stands in one part. They are given away: none is left at the end."""
        self._put()
        for at in range(SHELVES):
            part = joined([self._shelves[at], *self._later[at]])
            self._shelves[at], self._later[at] = joined([]), []
            yield part

    def like(self, hashes: Numbers) -> Prints:
        """All prints with one of these hashes."""
        self._put()
        found = []
        which = _shelf(hashes)
        for at in np.unique(which).tolist():
            wanted = np.unique(hashes[which == at])
            found += _with(self._sorted(at), wanted)
            found += [part.at(np.isin(part.hashes, wanted)) for part in self._later[at]]
        return joined(found)

    def _sorted(self, at: int) -> Prints:
        """A shelf by hash. What came later lies beside it until it is worth sorting it in."""
        if sum(len(part) for part in self._later[at]) >= UNSORTED:
            shelf = joined([self._shelves[at], *self._later[at]])
            self._shelves[at] = shelf.at(np.argsort(shelf.hashes, kind="stable"))
            self._later[at] = []
        return self._shelves[at]


def _shelf(hashes: Numbers) -> Numbers:
    found: Numbers = ((hashes.view(np.uint64) >> np.uint64(40)) % np.uint64(SHELVES)).astype(np.int64)
    return found


def _with(shelf: Prints, wanted: Numbers) -> list[Prints]:
    """The prints of a sorted shelf with these hashes."""
    bounds = zip(
        shelf.hashes.searchsorted(wanted).tolist(), shelf.hashes.searchsorted(wanted, "right").tolist(), strict=True
    )
    return [shelf.at(slice(first, behind)) for first, behind in bounds if first < behind]
