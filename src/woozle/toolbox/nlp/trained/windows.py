"""Runs a network over a text of any length: window by window, each beginning where a sentence does."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np

from woozle.toolbox.nlp.atoms import GOES_ON, JOINED, PARTED, SPACED, Atoms
from woozle.toolbox.nlp.trained.weights import Floats, Weights, Whole

#: Pieces of a window, the two marks at its ends apart: the longest that the network was trained on.
LONGEST = 254
#: A window that ends with a paragraph is full enough if it holds this share of the longest.
_FULL = 0.4
#: What the network says; the first six are of atoms, the last four of pairs of them.
OUTPUTS = ("upos", "feats", "lemma", "join", "sentence", "name", "role", "arcs", "anchors", "low", "high")


@dataclass(frozen=True, slots=True)
class Window:
    """What the network says of the atoms from `first` to before `last`.

    Attributes:
        first: number of the first atom.
        last: half-open.
        said: by the names of `OUTPUTS`; each array's first axis is the window's atoms.
    """

    first: int
    last: int
    said: dict[str, Floats]


@dataclass(frozen=True, slots=True)
class _Strip:
    """The pieces of a whole text; ``edges`` says where each atom's begin."""

    pieces: Whole
    spacing: Whole
    shapes: Whole
    quoted: Whole
    edges: list[int]

    def columns(self, first: int, last: int, marks: tuple[int, int]) -> dict[str, Whole]:
        low, high = self.edges[first], self.edges[last]
        columns = {}
        for name in ("pieces", "spacing", "shapes", "quoted"):
            columns[name] = np.zeros(high - low + 2, np.int64)
            columns[name][1:-1] = getattr(self, name)[low:high]
        columns["pieces"][[0, -1]] = marks
        return columns


def _strip(text: str, atoms: Atoms, begins: Sequence[int], weights: Weights) -> _Strip:
    own = [weights.vocabulary.of(text[start:end]) for start, end in zip(atoms.starts, atoms.ends, strict=True)]
    counts = np.array([len(each) for each in own])
    edges = [0, *accumulate(counts.tolist())]
    heads = edges[:-1]
    spacing = np.minimum(np.array(atoms.spacing), SPACED)
    spacing[list(begins)] = PARTED
    columns = []
    for of_atom, of_rest in ((spacing, JOINED), (np.array(atoms.shapes), GOES_ON)):
        column = np.full(edges[-1], of_rest)
        column[heads] = of_atom
        columns.append(column)
    pieces = np.fromiter((number for each in own for number in each), np.int64, edges[-1])
    return _Strip(pieces, columns[0], columns[1], np.repeat(np.array(atoms.quoted), counts), edges)


def _run(weights: Weights, strip: _Strip, first: int, last: int) -> Window:
    marks = weights.vocabulary.number("[CLS]"), weights.vocabulary.number("[SEP]")
    embedded = weights.embed(strip.columns(first, last, marks))
    own = np.array(strip.edges[first:last]) - strip.edges[first] + 1
    found = weights.session.run(OUTPUTS, {"embedded": embedded[None], "first": own})
    return Window(first, last, dict(zip(OUTPUTS, found, strict=True)))


def _cut(window: Window, last: int) -> Window:
    """The window without the atoms from `last` on."""
    n = last - window.first
    pairs = {name: window.said[name][:n, :n] for name in ("arcs", "anchors")}
    return Window(window.first, last, {name: array[:n] for name, array in window.said.items()} | pairs)


def windows(text: str, atoms: Atoms, begins: Sequence[int], weights: Weights) -> Iterator[Window]:
    """Windows that cover all atoms of a text, in order.

    A window ends with a paragraph where it can. Else its last sentence, of which the end may lie behind it, is read
    again at the head of the next one; a sentence longer than a window is cut.

    Args:
        text: the text.
        atoms: its atoms.
        begins: atoms that begin a paragraph, in order.
        weights: the model.
    """
    strip, n, at = _strip(text, atoms, begins, weights), len(atoms.starts), 0
    while at < n:
        fits = max(bisect_right(strip.edges, strip.edges[at] + LONGEST) - 1, at + 1)
        paragraph = begins[bisect_right(begins, fits) - 1] if fits < n else n
        is_full = paragraph > at and strip.edges[paragraph] - strip.edges[at] >= _FULL * LONGEST
        end = paragraph if fits >= n or is_full else fits
        window = _run(weights, strip, at, end)
        if end == fits < n and bisect_left(begins, end) == bisect_right(begins, end):
            starts = np.flatnonzero(window.said["sentence"] > 0)
            starts = starts[starts > 0]
            if len(starts):
                window = _cut(window, at + int(starts[-1]))
        yield window
        at = window.last
