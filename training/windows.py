"""Cuts prepared texts into windows and windows into batches, anew for every pass over the data."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from training.labels import NONE
from training.prepare import INPUTS, LABELS
from woozle.toolbox.nlp.atoms import CAPITALS, LETTER, PARTED, SMALL, SPACED, TITLE

#: How often a pass sees a source, and how often its paragraphs are run together.
_TIMES = {"wikigold": 2, "crossner": 4, "invented": 5, "passages": 5, "short": 15}
_RUN_TOGETHER = {"ewt": 0.3, "gum": 0.3, "polnear": 0.1}
#: Share of windows that are written in capitals, in small letters, or in Title Case.
_REWRITTEN = 0.02
#: Windows are at most so many pieces long, the two marks at the ends apart.
SIZES = (96, 160, 192, 224, 254)
Arrays = dict[str, np.ndarray]


class Texts:
    """The file that `prepare` wrote."""

    def __init__(self, path: Path) -> None:
        with np.load(path) as kept:
            self._columns = {name: kept[name] for name in kept.files}
        self.sources: list[str] = self._columns["source"].tolist()

    def text(self, number: int) -> Arrays:
        """The arrays of one text."""
        out = {}
        for names, edges in ((INPUTS, "piece_edges"), (LABELS, "atom_edges")):
            first, last = self._columns[edges][number : number + 2]
            out |= {name: self._columns[name][first:last] for name in names}
        return out


def windows(text: Arrays, size: int, offset: int) -> Iterator[Arrays]:
    """Windows of at most `size` pieces that begin where sentences do, the first near `offset` pieces."""
    n = len(text["first"])
    first = np.append(text["first"], len(text["pieces"]))
    begins = np.append(np.flatnonzero(text["begins"]), n)
    at, limit = 0, max(offset, 1)
    while at < n:
        fits = int(np.searchsorted(first, first[at] + limit, side="right")) - 1
        ends = begins[(begins > at) & (begins <= fits)]
        end = int(ends[-1]) if len(ends) else max(min(fits, n), at + 1)
        yield _window(text, first, at, end)
        at, limit = end, size


def _window(text: Arrays, first: np.ndarray, at: int, end: int) -> Arrays:
    low, high = int(first[at]), int(first[end])
    out = {name: text[name][low:high].copy() for name in INPUTS}
    out |= {name: text[name][at:end].copy() for name in LABELS}
    out["first"] -= low
    for name in ("head", "anchor"):
        column = out[name]
        inside = (column >= at) & (column < end)
        column[:] = np.where(inside, column - at, NONE)
    return out


def one_pass(texts: Texts, seed: int) -> list[Arrays]:
    """All windows of a pass, in a random order that `seed` fixes."""
    random = np.random.default_rng(seed)
    out: list[Arrays] = []
    for number, source in enumerate(texts.sources):
        for _ in range(_TIMES.get(source, 1)):
            size = int(random.choice(SIZES))
            found = list(windows(texts.text(number), size, int(random.integers(size // 2, size + 1))))
            for window in found:
                _rewrite(window["shapes"], random.random())
                if random.random() < _RUN_TOGETHER.get(source, 0):
                    spacing = window["spacing"]
                    spacing[1:] = np.where(spacing[1:] == PARTED, SPACED, spacing[1:])
            out += found
    return [out[at] for at in random.permutation(len(out))]


def _rewrite(shapes: np.ndarray, chance: float) -> None:
    """Now and then a window is written as a headline, a heading or a careless post would be."""
    for number, shape in enumerate((CAPITALS, SMALL, TITLE)):
        if number * _REWRITTEN <= chance < (number + 1) * _REWRITTEN:
            shapes[:] = np.where(np.isin(shapes, (SMALL, TITLE, CAPITALS, LETTER)), shape, shapes)


def batches(found: list[Arrays], n_pieces: int, seed: int) -> Iterator[list[Arrays]]:
    """Batches of windows of like length, about `n_pieces` together."""
    random = np.random.default_rng(seed)
    made: list[list[Arrays]] = []
    for begin in range(0, len(found), 400):
        batch: list[Arrays] = []
        for window in sorted(found[begin : begin + 400], key=lambda window: len(window["pieces"])):
            if batch and (len(batch) + 1) * (len(window["pieces"]) + 2) > n_pieces:
                made.append(batch)
                batch = []
            batch.append(window)
        made.append(batch)
    yield from (made[at] for at in random.permutation(len(made)))


def tensors(batch: list[Arrays], specials: Mapping[str, int]) -> dict[str, Tensor]:
    """A batch as padded tensors: inputs (windows, pieces), labels (windows, atoms), and two masks."""
    length = max(len(window["pieces"]) for window in batch) + 2
    n_atoms = max(len(window["first"]) for window in batch)
    out = {name: torch.zeros(len(batch), length, dtype=torch.long) for name in INPUTS}
    out |= {name: torch.full((len(batch), n_atoms), NONE, dtype=torch.long) for name in LABELS}
    out["first"].zero_()
    out["is_piece"] = torch.zeros(len(batch), length, dtype=torch.bool)
    for row, window in enumerate(batch):
        n, m = len(window["pieces"]), len(window["first"])
        for name in INPUTS:
            out[name][row, 1 : n + 1] = torch.from_numpy(window[name])
        for name in LABELS:
            out[name][row, :m] = torch.from_numpy(window[name])
        out["first"][row, :m] += 1
        out["pieces"][row, 0], out["pieces"][row, n + 1] = specials["[CLS]"], specials["[SEP]"]
        out["is_piece"][row, : n + 2] = True
    return out
