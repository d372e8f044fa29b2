"""Compares given texts without a case: the same rules as the copies step, in memory."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from html import escape
from typing import overload

import numpy as np

from woozle.errors import UsageError
from woozle.model.records import Passage
from woozle.stages.copies.candidates import pairs_by_prints
from woozle.stages.copies.pairs import Report, passage, shared_passages
from woozle.stages.copies.rewording import Rewording
from woozle.stages.copies.steps import CopiesSettings
from woozle.toolbox.copying.alike import Terms
from woozle.toolbox.copying.marked import marks
from woozle.toolbox.copying.prints import batches, prints_of
from woozle.toolbox.copying.split import Numbers, Splitter
from woozle.toolbox.copying.words import words_of

#: Pairs that are compared before the marks of their texts are forgotten.
AT_ONCE = 8000


class Passages(Sequence[Passage]):
    """The passages that texts share, sorted by side. In a notebook they show the words of both sides.

    Attributes:
        candidates: how many pairs of texts were compared word by word.
    """

    def __init__(self, rows: Sequence[Passage], candidates: int) -> None:
        self._rows = tuple(rows)
        self.candidates = candidates

    @overload
    def __getitem__(self, at: int) -> Passage: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Passage]: ...
    def __getitem__(self, at: int | slice) -> Passage | Sequence[Passage]:
        return self._rows[at]

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Passage]:
        return iter(self._rows)

    def __repr__(self) -> str:
        return f"<{len(self)} shared passages of {self.candidates} pairs compared>"

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><td>{escape(row.kind)}</td><td>{row.score:.2f}</td>"
            f"<td><b>{escape(row.left.document_id)}</b> {escape(row.left.text)}</td>"
            f"<td><b>{escape(row.right.document_id)}</b> {escape(row.right.text)}</td></tr>"
            for row in self
        )
        return f"<table><tr><th>kind</th><th>same</th><th>left</th><th>right</th></tr>{rows}</table>"


def passages(texts: Iterable[tuple[str, str]]) -> Passages:
    """The passages that texts share.

    Args:
        texts: pairs of an id and a text. The left side of a passage is the text with the smaller id.

    Raises:
        UsageError: two texts have one id.
    """
    by_id: dict[str, str] = {}
    for name, text in texts:
        if name in by_id:
            raise UsageError(f"two texts have the id {name!r}: give each its own")
        by_id[name] = text
    names = sorted(by_id)
    splitter, rewording = Splitter(), Rewording()
    pairs, alike = _pairs([by_id[name] for name in names], splitter, CopiesSettings())
    rows: list[Passage] = []
    for first in range(0, len(pairs), AT_ONCE):
        reports = _reports(pairs[first : first + AT_ONCE], names, by_id, splitter)
        for left, right in pairs[first : first + AT_ONCE].tolist():
            one, other = reports[left], reports[right]
            shared = shared_passages(one, other)
            if (left, right) in alike:
                shared += rewording.passages(one, other, shared)
            rows += [passage(item, one, other) for item in shared]
    return Passages(rows, len(pairs))


def _pairs(texts: Sequence[str], splitter: Splitter, settings: CopiesSettings) -> tuple[Numbers, Set[tuple[int, int]]]:
    """Pairs of texts that are worth comparing, by number, the smaller first, sorted; and those that share rare terms.

    Only the latter are looked at for what one tells again in other words: each text has few of them, however many tell
    of one event.
    """
    terms = Terms()
    for text in texts:
        terms.add(words_of(text).folded)
    alike = terms.pairs(cap=settings.cap, alike=settings.alike, least=settings.least_terms)
    printed = pairs_by_prints(prints_of(texts, splitter), cap=settings.cap, hubs=settings.hubs)
    found = np.concatenate([printed, np.array(alike, np.int64).reshape(-1, 2)])
    return np.unique(found, axis=0), frozenset(alike)


def _reports(pairs: Numbers, names: Sequence[str], by_id: Mapping[str, str], splitter: Splitter) -> dict[int, Report]:
    """The texts of some pairs by number, made ready for comparison."""
    needed = np.unique(pairs).tolist()
    texts = [by_id[names[at]] for at in needed]
    reports: dict[int, Report] = {}
    for first, behind in batches(texts):
        for at, marked in zip(needed[first:behind], marks(texts[first:behind], splitter), strict=True):
            reports[at] = Report(names[at], None, None, None, marked, frozenset())
    return reports
