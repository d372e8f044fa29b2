"""Ways to make a report from others: whole, cut, edited, put together, or new around an old quotation.

No way adds a voice: nobody who grows a report was there or asked anybody.
"""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from benchmarks.growing.reports import Body, Change, Mark, Unit, applied
from benchmarks.growing.words import FILLERS, OPENERS, SYNONYMS

Paragraphs = tuple[tuple[Unit, ...], ...]
_OTHER = dict(pair.split() for pair in SYNONYMS)
_WORD = re.compile(r"[A-Za-z]+")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
#: How often a sentence that no truth names is cut, and a sentence that says nothing is put in, when a report is edited.
_CUT, _ADDED, _OPENED = 0.3, 0.15, 0.1
_TITLES = (
    "{place}: what is known",
    "The day in {place}",
    "News from {place}",
    "{place}, an overview",
    "Readers ask about {place}",
    "{place} in the news",
)


@dataclass(frozen=True, slots=True)
class Stock:
    """What a world offers to who writes in it: its places, and sentences that have nothing to do with the story."""

    places: Sequence[str]
    sentence: Callable[[random.Random], str]


def retitled(rng: random.Random, stock: Stock) -> Unit:
    """A headline that says nothing."""
    return Unit(rng.choice(_TITLES).format(place=rng.choice(stock.places)))


def whole(parent: Body) -> Paragraphs:
    """All of it."""
    return parent.paragraphs


def cut(parent: Body, rng: random.Random) -> Paragraphs:
    """Its beginning: whoever is spoken of was named before."""
    n = len(parent.paragraphs)
    return parent.paragraphs[: rng.randint(max(1, n // 3), max(1, n - 1))]


def edited(parent: Body, rng: random.Random) -> Paragraphs:
    """Other words outside of quotation marks, sentences cut and put in; figures, names and who said it stay."""
    made = []
    for paragraph in parent.paragraphs:
        kept = [_reworded(unit, rng) for unit in paragraph if unit.marks or rng.random() >= _CUT]
        if rng.random() < _ADDED:
            kept.append(Unit(rng.choice(FILLERS)))
        made += [tuple(kept)] if kept else []
    return tuple(made)


def _reworded(unit: Unit, rng: random.Random) -> Unit:
    quoted = [found.span() for found in _QUOTED.finditer(unit.text)]
    changes = []
    if rng.random() < _OPENED and unit.text.startswith(("The ", "A ", "It ", "There ", "They ", "He ", "She ")):
        # Put in before the first character, which is changed by itself: no opener becomes part of marked words.
        changes += [(0, 0, rng.choice(OPENERS)), (0, 1, unit.text[0].lower())]
    for found in _WORD.finditer(unit.text):
        other = _OTHER.get(found[0].lower())
        if other and not any(start < found.end() and found.start() < end for start, end in quoted):
            changes.append((found.start(), found.end(), other.capitalize() if found[0][0].isupper() else other))
    return changed(unit, changes)


def changed(unit: Unit, changes: Sequence[Change]) -> Unit:
    """A unit with some stretches replaced; its marks name the same words in their new form."""

    def moved(place: int, *, is_end: bool) -> int:
        delta = 0
        for start, end, words in changes:
            if end <= place:
                delta += len(words) - (end - start)
            elif start < place:
                return start + delta + len(words) * is_end
        return place + delta

    marks = tuple(
        replace(mark, start=moved(mark.start, is_end=False), end=moved(mark.end, is_end=True)) for mark in unit.marks
    )
    return Unit(applied(unit.text, changes, 0, len(unit.text)), marks)


def joined(one: Body, other: Body, rng: random.Random) -> Paragraphs:
    """The beginning of one report, then that of another."""
    return cut(one, rng) + cut(other, rng)


def quotation(parent: Body, is_full: Callable[[Mark, str], bool]) -> Unit | None:
    """A sentence with a whole quotation and the full name of who said it; None where there is none.

    Args:
        parent: the report it is taken from.
        is_full: whether a mark of a source mention, with its words, names somebody by a full name.
    """
    for unit in parent.units:
        rows = {mark.row for mark in unit.marks if mark.part == "content"}
        names = [mark for mark in unit.marks if mark.part == "mention" and mark.row in rows]
        if names and all(is_full(mark, unit.text[mark.start : mark.end]) for mark in names):
            return unit
    return None


def around(unit: Unit, rng: random.Random, stock: Stock) -> Paragraphs:
    """A new report with one old sentence in it."""
    before, after = ([_new(rng, stock) for _ in range(rng.randint(1, 3))] for _ in range(2))
    return (*before, (unit,), *after)


def unrelated(rng: random.Random, stock: Stock) -> Paragraphs:
    """A report of something else."""
    return tuple(_new(rng, stock) for _ in range(rng.randint(2, 6)))


def _new(rng: random.Random, stock: Stock) -> tuple[Unit, ...]:
    return tuple(Unit(stock.sentence(rng)) for _ in range(rng.randint(2, 4)))
