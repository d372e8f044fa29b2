"""Compares given texts without a case: the same rules as the copies step, in memory."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import overload

import numpy as np

from woozle.engines.pool import Pool
from woozle.errors import UsageError, WoozleError
from woozle.model.records import Passage
from woozle.model.values import Side
from woozle.stages.copies.candidates import pairs_by_prints
from woozle.stages.copies.pairs import Report, passage, shared_passages
from woozle.stages.copies.rewording import Rewording
from woozle.stages.copies.steps import CopiesSettings
from woozle.toolbox.copying.alike import Terms
from woozle.toolbox.copying.marked import marks
from woozle.toolbox.copying.prints import Prints, batches, joined, prints_of_split
from woozle.toolbox.copying.shelves import Shelves
from woozle.toolbox.copying.split import Numbers, Splitter

#: Pairs that are compared before the marks of their texts are forgotten.
AT_ONCE = 4000
#: What a worker may have of memory, and of time for its pairs before it is taken for hung.
MEGABYTES, LIMIT_S = 4096, 3600.0


class _Texts(Sequence[str]):
    """Texts and their ids, in the order in which they were added.

    They are kept as UTF-8: for one curly quotation mark Python spends two bytes on every character of a text.
    """

    def __init__(self) -> None:
        self.names, self._packed, self._place = list[str](), list[bytes](), dict[str, int]()

    def add(self, name: str, text: str) -> None:
        """Put a text behind the others.

        Raises:
            UsageError: a text has this id.
        """
        if name in self._place:
            raise UsageError(f"two texts have the id {name!r}: give each its own")
        self._put(name, text.encode("utf-8", "surrogatepass"))

    def _put(self, name: str, packed: bytes) -> None:
        self._place[name] = len(self.names)
        self.names.append(name)
        self._packed.append(packed)

    def some(self, names: Iterable[str]) -> "_Texts":
        """Some of the texts, in another order."""
        found = _Texts()
        for name in names:
            at = self._place[name]
            found._put(self.names[at], self._packed[at])
        return found

    def of(self, name: str) -> str:
        """The text of an id."""
        return self[self._place[name]]

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[str]: ...
    def __getitem__(self, at: int | slice) -> str | Sequence[str]:
        if isinstance(at, slice):
            return [packed.decode("utf-8", "surrogatepass") for packed in self._packed[at]]
        return self._packed[at].decode("utf-8", "surrogatepass")

    def __len__(self) -> int:
        return len(self.names)


class Passages(Sequence[Passage]):
    """The passages that texts share, sorted by side. In a notebook they show the words of both sides.

    Attributes:
        candidates: how many pairs of texts were compared word by word.
    """

    def __init__(self, rows: Iterable[Passage], candidates: int, texts: _Texts) -> None:
        # Words of both sides are cut out of the texts again when a row is asked for: a text that was copied twenty
        # times stands here once.
        self._rows = [_saying(row, lambda _: "") for row in rows]
        self._texts = texts.some(sorted({side.document_id for row in self._rows for side in (row.left, row.right)}))
        self.candidates = candidates

    @overload
    def __getitem__(self, at: int) -> Passage: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Passage]: ...
    def __getitem__(self, at: int | slice) -> Passage | Sequence[Passage]:
        return tuple(map(self._whole, self._rows[at])) if isinstance(at, slice) else self._whole(self._rows[at])

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Passage]:
        return map(self._whole, self._rows)

    def _whole(self, row: Passage) -> Passage:
        return _saying(row, lambda side: self._texts.of(side.document_id)[side.start : side.end])

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


def _saying(row: Passage, words: Callable[[Side], str]) -> Passage:
    """The passage with other words on its sides."""
    left, right = (replace(side, text=words(side)) for side in (row.left, row.right))
    return replace(row, left=left, right=right)


@dataclass(frozen=True, slots=True)
class _Job:
    """Texts by id, and which of them to compare: pairs of places among them, and whether the two share rare terms."""

    names: tuple[str, ...]
    texts: tuple[str, ...]
    pairs: tuple[tuple[int, int, bool], ...]


class _Pile:
    """What brings texts together: their prints and their terms. Texts are numbered as they come."""

    def __init__(self) -> None:
        self._rule, self._splitter = CopiesSettings(), Splitter()
        self._terms, self._shelves = Terms(self._rule.cap), Shelves()
        self._n_texts = 0

    def add(self, texts: Sequence[str]) -> Prints:
        """Take texts in; gives the prints of the last batch of them."""
        prints = joined([])
        for first, behind in batches(texts):
            split = self._splitter.split(texts[first:behind])
            self._terms.add(texts[first:behind], split)
            prints = prints_of_split(split, self._n_texts)
            self._shelves.add(prints)
            self._n_texts += behind - first
        return prints

    def pairs(self) -> Numbers:
        """Pairs of texts that are worth comparing, the smaller number first, sorted; see `_united`."""
        alike = self._terms.pairs(alike=self._rule.alike, least=self._rule.least_terms)
        return _united(pairs_by_prints(self._shelves.parts(), cap=self._rule.cap, hubs=self._rule.hubs), alike)

    def meet(self, text: str) -> Numbers:
        """Take a text in; gives its pairs with the others, in the same way."""
        like = self._shelves.like(self.add([text]).hashes)
        alike = self._terms.of_last(alike=self._rule.alike, least=self._rule.least_terms)
        printed = pairs_by_prints([like], cap=self._rule.cap, hubs=self._rule.hubs)
        return _united(printed[printed[:, 1] == self._n_texts - 1], alike)


def _united(printed: Numbers, alike: Sequence[tuple[int, int]]) -> Numbers:
    """Pairs by prints and by terms, sorted, and whether they are among the latter.

    Only those are looked at for what one tells again in other words: each text has few of them, however many tell of
    one event.
    """
    is_alike = [(left, right, 1) for left, right in alike]
    found = np.concatenate([np.pad(printed, ((0, 0), (0, 1))), np.array(is_alike, np.int64).reshape(-1, 3)])
    found = found[np.lexsort((-found[:, 2], found[:, 1], found[:, 0]))]
    is_first = np.append(True, (found[1:, :2] != found[:-1, :2]).any(1))[: len(found)]
    rows: Numbers = found[is_first]
    return rows


def passages(texts: Iterable[tuple[str, str]], *, workers: int = 1) -> Passages:
    """The passages that texts share; the same rows whatever the number of workers.

    Args:
        texts: pairs of an id and a text. The left side of a passage is the text with the smaller id.
        workers: processes that compare. A script that asks for more than one must begin its own work under
            ``if __name__ == "__main__":``, since each worker imports it first.

    Raises:
        UsageError: two texts have one id, or there is not one worker.
        WoozleError: a worker died.
    """
    if workers < 1:
        raise UsageError(f"it takes one worker or more, not {workers}")
    given = _texts(texts)
    own = given.some(sorted(given.names))
    del given
    pairs = _pairs_of(own)
    jobs = (_job(pairs[first : first + AT_ONCE], own) for first in range(0, len(pairs), AT_ONCE))
    found = _each(jobs, workers if len(pairs) > AT_ONCE else 1)
    return Passages((row for rows in found for row in rows), len(pairs), own)


def _texts(given: Iterable[tuple[str, str]]) -> _Texts:
    found = _Texts()
    for name, text in given:
        found.add(name, text)
    return found


def _pairs_of(texts: Sequence[str]) -> Numbers:
    """Pairs worth comparing; what was needed to find them is given back before the first is compared."""
    pile = _Pile()
    pile.add(texts)
    return pile.pairs()


class Index:
    """Texts that new ones are compared with: a new text costs what it costs, not what the pile costs.

    What is rare depends on the texts that are there when one is added, so `passages` of all at once may look at a pair
    more or less.

    Args:
        texts: pairs of an id and a text. They are not compared with each other.

    Raises:
        UsageError: two texts have one id.
    """

    def __init__(self, texts: Iterable[tuple[str, str]] = ()) -> None:
        self._pile, self._texts = _Pile(), _texts(texts)
        self._pile.add(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def add(self, name: str, text: str) -> Passages:
        """Take a text in; gives the passages that it shares with the others, sorted as those of `passages` are.

        Raises:
            UsageError: a text in the index has this id.
        """
        self._texts.add(name, text)
        pairs = self._pile.meet(text)
        return Passages(_compared(_job(pairs, self._texts)), len(pairs), self._texts)


def _job(pairs: Numbers, texts: _Texts) -> _Job:
    """The job of some pairs of texts by number. Its texts are sorted by id, its pairs by those."""
    numbers = np.unique(pairs[:, :2])
    own = [texts.names[at] for at in numbers.tolist()]
    order = sorted(range(len(own)), key=own.__getitem__)
    rank = np.argsort(np.array(order, np.int64))
    placed = np.sort(rank[numbers.searchsorted(pairs[:, :2])], axis=1)
    rows = sorted(
        (left, right, bool(alike)) for (left, right), alike in zip(placed.tolist(), pairs[:, 2].tolist(), strict=True)
    )
    found = numbers[order].tolist()
    return _Job(tuple(texts.names[at] for at in found), tuple(texts[at] for at in found), tuple(rows))


def _each(jobs: Iterable[_Job], workers: int) -> Iterator[list[Passage]]:
    """What each job finds, in their order."""
    if workers < 2:
        yield from map(_compared, jobs)
        return
    pool = Pool(workers, MEGABYTES)
    try:
        for ended in pool.each(jobs, _compared, limit_s=lambda _: LIMIT_S):
            if ended.error or ended.death:
                raise WoozleError(f"texts were not compared: {ended.death or ended.error!r}") from ended.error
            yield ended.value
    finally:
        pool.close()


def _compared(job: _Job) -> list[Passage]:
    """The passages of some pairs of texts."""
    reports, rewording = _reports(job), Rewording()
    rows: list[Passage] = []
    for left, right, is_alike in job.pairs:
        one, other = reports[left], reports[right]
        shared = shared_passages(one, other)
        if is_alike:
            shared += rewording.passages(one, other, shared)
        rows += [passage(item, one, other) for item in shared]
    return rows


def _reports(job: _Job) -> list[Report]:
    """The texts of a job, made ready for comparison."""
    splitter, found = Splitter(), list[Report]()
    for first, behind in batches(job.texts):
        made = zip(job.names[first:behind], marks(job.texts[first:behind], splitter), strict=True)
        found += [Report(name, None, None, None, marked, frozenset()) for name, marked in made]
    return found
