"""Holds what a language model answers against the text: what does not stand there word for word is refused."""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import itemgetter
from typing import Any

from woozle.toolbox.nlp.adapters.answers import shown
from woozle.toolbox.nlp.adapters.asking import ACTS, STANCES
from woozle.toolbox.nlp.engine import ParsedSaying
from woozle.toolbox.nlp.paragraphs import Pair

#: A model states no measure of how sure it is; what it cites, it means.
_SURE = 1.0
_JOINERS = "\u200c\u200d"
#: Of words that stand more often in one stretch the first places are tried; they are no statement, and cost time.
_MOST_PLACES = 100
#: Characters that a border between two sentences counts for: what is near in the next sentence is not beside it.
_BORDER = 1000


@dataclass(frozen=True, slots=True)
class Cited:
    """What stands in the text, as stretches of it, and what was refused: a sentence each, with the reason."""

    sayings: tuple[ParsedSaying, ...]
    refused: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Fit:
    """One way to find an attribution in the text. ``width``: how much its parts take up and lie apart."""

    width: int
    contents: tuple[Pair, ...]
    cue: Pair | None
    source: Pair | None


def _goes_on(text: str, at: int) -> bool:
    """Whether a border before the character at `at` would lie inside a word."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if after in _JOINERS or before in _JOINERS or unicodedata.category(after)[0] == "M":
        return True
    is_word = before.isalnum() or unicodedata.category(before)[0] == "M"
    return is_word and after.isalnum()


def _places(text: str, stretch: Pair, words: str) -> list[Pair]:
    """Where some words stand in a stretch of the text, as whole words: "he" does not stand in "the"."""
    found, at = [], text.find(words, *stretch)
    while at >= 0:
        end = at + len(words)
        if not _goes_on(text, at) and not _goes_on(text, end):
            found.append((at, end))
        at = text.find(words, at + 1, stretch[1])
    return found


def _sequences(pieces: Sequence[Sequence[Pair]]) -> Iterator[tuple[Pair, ...]]:
    """Each place of the first piece, with the nearest places of the others behind it, in order."""
    for first in pieces[0][:_MOST_PLACES]:
        found = [first]
        for places in pieces[1:]:
            behind = next((place for place in places if place[0] >= found[-1][1]), None)
            if behind is None:
                return
            found.append(behind)
        yield tuple(found)


def _beside(places: Sequence[Pair], part: Pair, barred: Sequence[Pair]) -> Iterator[Pair]:
    """The nearest place before a part and the nearest behind it that touch nothing barred."""
    before = range(bisect_right(places, part[0], key=itemgetter(1)) - 1, -1, -1)
    behind = range(bisect_left(places, part[1], key=itemgetter(0)), len(places))
    for side in (before, behind):
        free = (at for at in side if not any(places[at][0] < end and start < places[at][1] for start, end in barred))
        yield from (places[at] for at in islice(free, 1))


@dataclass(frozen=True, slots=True)
class _Ruler:
    """Measures in a text. ``borders``: where its sentences begin, in order."""

    borders: Sequence[int]

    def length(self, start: int, end: int) -> int:
        """Characters from start to end, and what the borders behind start and up to end count for."""
        return end - start + _BORDER * (bisect_right(self.borders, end) - bisect_right(self.borders, start))

    def gap(self, one: Pair, parts: Sequence[Pair]) -> int:
        """From a place to the nearest of some parts."""
        return min(self.length(*sorted((min(one[1], part[1]), max(one[0], part[0])))) for part in parts)

    def nearest(self, places: Sequence[Pair], contents: Sequence[Pair], barred: Sequence[Pair]) -> Pair | None:
        """The place that is nearest to what is said and touches nothing barred; of two as near the first."""
        free = {one for part in contents for one in _beside(places, part, barred)}
        return min(free, key=lambda one: (self.gap(one, contents), one), default=None)


def _formed(item: Any) -> list[str]:
    """What is wrong with the form of an attribution; nothing where it can be looked for."""
    if not isinstance(item, dict):
        return ["it is no object"]
    wrong = [f"its {name} is no text" for name in ("source", "cue") if not isinstance(item.get(name), str | None)]
    content = item.get("content")
    if not isinstance(content, list) or not content:
        wrong.append("its content is no list of texts")
    elif not all(isinstance(piece, str) and piece.strip() for piece in content):
        wrong.append("a piece of its content is no text")
    for name, allowed in (("act", ACTS), ("stance", STANCES)):
        value = item.get(name)
        if value is not None and not (isinstance(value, str) and value in allowed):
            wrong.append(f"its {name} is “{shown(value, 40)}”, not one of {', '.join(allowed)}")
    return wrong


@dataclass(frozen=True, slots=True)
class _Item:
    """An attribution of the right form: its strings, and where each stands."""

    strings: tuple[tuple[str, str], ...]
    contents: tuple[Sequence[Pair], ...]
    cue: Sequence[Pair] | None
    source: Sequence[Pair] | None

    def missing(self) -> list[str]:
        """The strings that do not stand in the text."""
        places = (self.source, self.cue, *self.contents)
        return [
            f"its {name} “{shown(words, 80)}” does not stand in the text"
            for (name, words), found in zip(self.strings, places, strict=True)
            if found is not None and not found
        ]

    def fits(self, ruler: _Ruler) -> Iterator[_Fit]:
        """Every place of the contents with the cue and the source that are nearest to it."""
        for contents in _sequences(self.contents):
            cue = ruler.nearest(self.cue, contents, contents) if self.cue else None
            barred = (*contents, cue) if cue else contents
            source = ruler.nearest(self.source, contents, barred) if self.source else None
            if (self.cue and not cue) or (self.source and not source):
                continue
            gaps = sum(ruler.gap(part, contents) for part in (cue, source) if part)
            yield _Fit(gaps + ruler.length(contents[0][0], contents[-1][1]), contents, cue, source)


def _item(text: str, stretch: Pair, item: dict[str, Any]) -> _Item:
    source, cue = ((item.get(name) or "").strip() for name in ("source", "cue"))
    pieces = [piece.strip() for piece in item["content"]]
    return _Item(
        (("source", source), ("cue", cue), *(("content", piece) for piece in pieces)),
        tuple(_places(text, stretch, piece) for piece in pieces),
        _places(text, stretch, cue) if cue else None,
        _places(text, stretch, source) if source else None,
    )


def cite(text: str, stretch: Pair, items: Sequence[Any], borders: Sequence[int]) -> Cited:
    """The attributions that a model sees in a stretch of a text, as stretches of that text.

    Each string must stand in the stretch as it is, character for character and in whole words; pieces of content follow
    each other; no two parts share a character. Where strings stand there more than once, those are taken that are
    nearest to the content, rather in its sentence than in another; an attribution that is given twice takes the next
    place, or is the same one.

    Args:
        text: the whole text as the model saw it.
        stretch: half-open, what the model was asked about.
        items: what it answered.
        borders: where the text's sentences begin, in order.
    """
    sayings: dict[_Fit, ParsedSaying] = {}
    refused, ruler = [], _Ruler(borders)
    for item in items:
        wrong = _formed(item)
        found = None if wrong else _item(text, stretch, item)
        wrong += found.missing() if found else []
        fits = sorted(found.fits(ruler), key=lambda fit: fit.width) if found and not wrong else []
        if not fits:
            why = "; ".join(wrong) or "its words stand in the text, but not beside each other and in that order"
            refused.append(f"{why}: {shown(item)}")
            continue
        fit = next((one for one in fits if one not in sayings), fits[0])
        sources = (fit.source,) if fit.source else ()
        said = ParsedSaying(sources, fit.cue, fit.contents, _SURE, item.get("act"), item.get("stance"))
        if sayings.setdefault(fit, said) != said:
            refused.append(f"it is given before with another act or stance: {shown(item)}")
    return Cited(tuple(sayings.values()), tuple(refused))
