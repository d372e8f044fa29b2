"""Reads stretches off tags of their beginnings and insides, and links what is said to the words that say it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from woozle.toolbox.nlp.trained.weights import Floats, Whole


def log_softmax(scores: Floats) -> Floats:
    """Logarithms of the shares of the last axis."""
    top = scores - scores.max(-1, keepdims=True)
    shifted: Floats = top - np.log(np.exp(top).sum(-1, keepdims=True))
    return shifted


def runs(tags: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """(first, behind the last, kind) of stretches; tag 0 is outside, 2k + 1 begins kind k, 2k + 2 goes on with it."""
    begin, kind = -1, -1
    for at, tag in enumerate([*tags, 0]):
        if begin >= 0 and tag != 2 * kind + 2:
            yield begin, at, kind
            begin = -1
        if tag and begin < 0:
            begin, kind = at, (tag - 1) // 2


@dataclass(frozen=True, slots=True)
class Tagged:
    """The tags of a row of atoms: logarithms of the shares of all tags (atoms, tags), and the tag of each atom."""

    shares: Floats
    tags: Whole


def best_tags(rows: Sequence[Floats], moves: Sequence[Floats]) -> list[Whole]:
    """For each row the tags that go best with its scores and with each other (Viterbi 1967).

    All rows go forward together, an atom at a time: what a row gets is what it would get alone.

    Args:
        rows: (atoms, tags) logarithms of shares; equally many tags, as many atoms as there are.
        moves: for each row (tags, tags) what it gives to go from one tag to the next; what may not follow gives next
            to nothing.
    """
    sizes, n_tags = [len(row) for row in rows], rows[0].shape[1]
    into = np.stack(moves, axis=2)
    shares = np.zeros((max(sizes), n_tags, len(rows)), np.float32)
    for number, row in enumerate(rows):
        shares[: len(row), :, number] = row
    best, every = np.empty_like(shares), np.empty_like(into)
    best[0] = shares[0] + into[0]
    for at in range(1, len(best)):
        np.add(best[at - 1][:, None], into, out=every)
        np.maximum.reduce(every, 0, out=best[at])
        best[at] += shares[at]
    came = (best[:-1, :, None] + into).argmax(1)
    return [_traced(came[: size - 1, :, number], best[size - 1, :, number]) for number, size in enumerate(sizes)]


def _traced(came: Whole, last: Floats) -> Whole:
    """The tags of a row, from its last one back; `came` says from where each tag of each later atom is come by best."""
    tag = int(last.argmax())
    tags = [tag]
    for before in came[::-1].tolist():
        tag = before[tag]
        tags.append(tag)
    return np.array(tags[::-1])


def read_tags(scores: Sequence[Floats], moves: Sequence[Floats]) -> list[Tagged | None]:
    """The tags of rows of atoms by their scores; None for a row of which no atom has a tag by itself."""
    some = [number for number, row in enumerate(scores) if row.argmax(1).any()]
    shares = [log_softmax(scores[number]) for number in some]
    found = best_tags(shares, [moves[number] for number in some]) if some else []
    tagged: list[Tagged | None] = [None] * len(scores)
    for number, row, tags in zip(some, shares, found, strict=True):
        tagged[number] = Tagged(row, tags)
    return tagged


@dataclass(frozen=True, slots=True)
class Link:
    """Who says what, by atoms of a window. ``score``: how sure, 0 to 1."""

    sources: tuple[tuple[int, int], ...]
    cue: tuple[int, int]
    contents: tuple[tuple[int, int], ...]
    score: float


SOURCE, CUE, CONTENT = range(3)
#: A source that the tags do not show is taken from this share on.
_WEAKEST = 0.1


@dataclass(frozen=True, slots=True)
class _Pointed:
    """A source or content, the cue that it points to, and how sure both are, as a logarithm."""

    first: int
    last: int
    kind: int
    cue: tuple[int, int]
    sure: float

    @property
    def span(self) -> tuple[int, int]:
        return self.first, self.last

    @property
    def holds_cue(self) -> bool:
        return self.cue[0] < self.last and self.first < self.cue[1]


def _word(at: int, is_joined: Whole) -> tuple[int, int]:
    """The word that an atom belongs to."""
    end = at + 1
    while end < len(is_joined) and is_joined[end]:
        end += 1
    return at, end


def _weak_source(shares: Floats, pointing: Floats, cue: tuple[int, int]) -> list[tuple[int, int]]:
    """The source of a cue that has none of its own: one that speaks twice, or one that the tags just missed."""
    tags = np.logaddexp(shares[:, 2 * SOURCE + 1], shares[:, 2 * SOURCE + 2])
    fits = np.exp(tags + pointing[:, cue[0] : cue[1]].max(1))
    at = int(fits.argmax())
    if fits[at] < _WEAKEST:
        return []
    first, last = at, at + 1
    while first and fits[first - 1] > fits[at] / 2:
        first -= 1
    while last < len(fits) and fits[last] > fits[at] / 2:
        last += 1
    return [(first, last)]


def links(roles: Tagged, anchors: Floats, is_joined: Whole) -> Iterator[Link]:
    """Attributions of a window, by the place of their cue.

    Each source and each content points, atom by atom, to the first word of its cue; the stretch goes with the sum. A
    cue that the tags left out is the word that a content points to.

    Args:
        roles: tags of sources, cues and contents.
        anchors: (atoms, atoms) scores of the first word of the cue.
        is_joined: (atoms,) whether an atom goes on with the word before it.
    """
    shares, tags, pointing = roles.shares, roles.tags, log_softmax(anchors)
    found = list(runs(tags.tolist()))
    cue_of = {at: (first, last) for first, last, kind in found if kind == CUE for at in range(first, last)}
    pointed = []
    for first, last, kind in found:
        if kind != CUE:
            sums = pointing[first:last].sum(0)
            at = int(sums.argmax())
            n = last - first
            sure = shares[np.arange(first, last), tags[first:last]].sum() / n + sums[at] / n
            pointed.append(_Pointed(first, last, kind, cue_of.get(at) or _word(at, is_joined), float(sure)))
    for cue in sorted({each.cue for each in pointed if each.kind == CONTENT and not each.holds_cue}):
        own = [each for each in pointed if each.cue == cue]
        sources = [each.span for each in own if each.kind == SOURCE] or _weak_source(shares, pointing, cue)
        said = shares[np.arange(*cue), np.maximum(tags[cue[0] : cue[1]], 2 * CUE + 1)].sum() / (cue[1] - cue[0])
        score = np.exp((sum(each.sure for each in own) + said) / (len(own) + 1))
        yield Link(tuple(sources), cue, tuple(each.span for each in own if each.kind == CONTENT), float(score))
