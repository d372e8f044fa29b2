"""Turns what the network says of atoms into words, sentences, trees, names and sayings by offsets."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from woozle.model.values import Token
from woozle.toolbox.nlp.atoms import JOINED, Atoms
from woozle.toolbox.nlp.engine import Name, ParsedSaying, ParsedSentence
from woozle.toolbox.nlp.trained.spans import Tagged, links, read_tags, runs
from woozle.toolbox.nlp.trained.trees import heads_of
from woozle.toolbox.nlp.trained.weights import Weights, Whole
from woozle.toolbox.nlp.trained.windows import Window

_KINDS = {"PER": "person", "ORG": "organisation", "LOC": "place"}
Pair = tuple[int, int]
#: Rows of a product; 24 by 192 by 51 numbers are below the size from which OpenBLAS takes more threads.
_FEW = 24
#: Forms whose lemmas are kept.
_KEPT = 1 << 14


@lru_cache(1024)
def _parts(script: str) -> tuple[bool, int, str]:
    """Whether the form goes into small letters, how many letters go at its end, and what comes in their place."""
    case, cut, end = script.split("|", 2)
    return case == "small", int(cut), end


@lru_cache(_KEPT)
def lemma_of(form: str, script: str) -> str:
    """The lemma that a script makes of a form; see `training.labels.lemma_script`."""
    is_small, cut, end = _parts(script)
    base = form.lower() if is_small else form
    return base[: max(0, len(base) - cut)] + end


@dataclass(frozen=True, slots=True)
class Text:
    """A text under reading: its atoms, and the places of those that begin a paragraph."""

    text: str
    atoms: Atoms
    begins: frozenset[int]

    def span(self, first: int, last: int) -> Pair:
        """Offsets of the atoms from `first` to before `last`."""
        return self.atoms.starts[first], self.atoms.ends[last - 1]


@dataclass(frozen=True, slots=True)
class WindowTags:
    """The tags of a window's atoms; None where no atom has one."""

    names: Tagged | None
    roles: Tagged | None


def tags_of(windows: Sequence[Window], weights: Weights) -> Iterator[WindowTags]:
    """The tags of each of some windows."""
    moves = [weights.tables[f"{kind}_moves"] for kind in ("name", "role") for _ in windows]
    found = read_tags([window.said[kind] for kind in ("name", "role") for window in windows], moves)
    yield from map(WindowTags, found[: len(windows)], found[len(windows) :])


class WindowReader:
    """Reads one window."""

    def __init__(self, text: Text, window: Window, tags: WindowTags, weights: Weights) -> None:
        self._text, self._window, self._tags, self._weights = text, window, tags, weights
        glued = np.array(text.atoms.spacing[window.first : window.last]) == JOINED
        self._is_joined = glued & (window.said["join"] > 0)
        self._is_joined[0] = False

    def _first_atoms(self) -> tuple[list[int], list[int]]:
        """Atoms of the window that begin a word, and the places among them that begin a sentence."""
        words = np.flatnonzero(~self._is_joined).tolist()
        said, first, begins = self._window.said["sentence"], self._window.first, self._text.begins
        starts = [place for place, at in enumerate(words) if not place or said[at] > 0 or at + first in begins]
        return words, starts

    def sentences(self, paragraphs: Sequence[Pair]) -> Iterator[ParsedSentence]:
        """The sentences; `paragraphs` are the text's."""
        words, starts = self._first_atoms()
        own, heads = np.array(words), np.zeros(len(words), np.int64)
        ranges = list(zip(starts, [*starts[1:], len(words)], strict=True))
        for begin, end in ranges:
            part = own[begin:end]
            heads[begin:end] = begin + heads_of(self._window.said["arcs"][np.ix_(part, part)])
        base = np.repeat(starts, [end - begin for begin, end in ranges])
        tokens = list(self._tokens(words, own, heads, base.tolist()))
        number = 0
        for begin, end in ranges:
            while paragraphs[number][1] <= tokens[begin].start:
                number += 1
            yield ParsedSentence(tokens[begin].start, tokens[end - 1].end, number, tuple(tokens[begin:end]))

    def _tokens(self, words: list[int], own: Whole, heads: Whole, base: list[int]) -> Iterator[Token]:
        """The window's tokens; `base` is where each one's sentence begins, among them."""
        said, labels = self._window.said, self._weights.labels
        columns = [[labels[kind][number] for number in said[kind][own].tolist()] for kind in ("upos", "lemma", "feats")]
        relations = self._relations(own, heads)
        ends = [*words[1:], self._window.last - self._window.first]
        first, text = self._window.first, self._text.text
        for number, (at, after, head) in enumerate(zip(words, ends, heads.tolist(), strict=True)):
            start, end = self._text.span(first + at, first + after)
            pos, script, feats = columns[0][number], columns[1][number], columns[2][number]
            lemma = lemma_of(text[start:end], script) or text[start:end]
            yield Token(
                start, end, pos, lemma, None if head == number else head - base[number], relations[number], feats
            )

    def _relations(self, own: Whole, heads: Whole) -> list[str]:
        """The relation of each word to its head; only a root is one."""
        said, labels = self._window.said, self._weights.labels["relation"]
        common = np.maximum(said["low"][own] + said["high"][own[heads]], 0)
        table = self._weights.tables["relation"]
        # Products of few rows stay on this thread; larger ones wake threads that spin beside the network's.
        parts = [common[at : at + _FEW] @ table for at in range(0, len(own), _FEW)]
        scores = np.concatenate(parts) + self._weights.tables["relation_bias"]
        root = labels.index("root")
        scores[:, root] = np.where(heads == np.arange(len(own)), np.inf, -np.inf)
        return [labels[number] for number in scores.argmax(1).tolist()]

    def names(self) -> Iterator[tuple[Name, float]]:
        """Names, and how sure."""
        if self._tags.names is None:
            return
        shares, tags, kinds = self._tags.names.shares, self._tags.names.tags, self._weights.labels["names"]
        for first, last, kind in runs(tags.tolist()):
            start, end = self._text.span(self._window.first + first, self._window.first + last)
            sure = float(np.exp(shares[np.arange(first, last), tags[first:last]].sum() / (last - first)))
            yield Name(start, end, _KINDS[kinds[2 * kind + 1][2:]]), sure

    def sayings(self) -> Iterator[ParsedSaying]:
        """Attributions."""
        first = self._window.first

        def spans(ranges: Sequence[Pair]) -> tuple[Pair, ...]:
            return tuple(self._text.span(first + low, first + high) for low, high in ranges)

        if self._tags.roles is None:
            return
        for link in links(self._tags.roles, self._window.said["anchors"], self._is_joined):
            yield ParsedSaying(spans(link.sources), spans([link.cue])[0], spans(link.contents), link.score)
