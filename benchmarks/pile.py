"""Makes piles of invented reports for the benchmarks: the same number and seed give the same texts on any machine."""

import random
import tempfile
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload

_TOWNS = ("Saltby", "Orle", "Grenmouth", "Tarnwick", "Ellmere", "Vasken", "Dunhollow", "Sund", "Kelling", "Copsley")
_NAMES = ("Vallo", "Marren", "Holm", "Tesk", "Arden", "Quill", "Ransk", "Lorne", "Petrin", "Soames", "Haldane", "Ilves")
_GIVEN = ("Ines", "Ivo", "Ina", "Milo", "Dora", "Pavel", "Odile", "Anna", "Jonas", "Lena", "Ruth", "Tomas", "Vera")
_BODIES = ("the harbour office", "the Interior Ministry", "police", "the Norra Lines company", "the fishermen's union")
_VERBS = ("said", "told reporters", "confirmed", "denied", "warned", "added", "claimed", "insisted", "explained")
_WHEN = ("on Monday evening", "on 7 May 2024", "last week", "at 03:20 on Tuesday", "two days ago", "in June")
_MORE = ("people", "houses", "boats", "soldiers", "passengers", "workers", "children", "families", "vehicles")
_SMALL = ("the", "of", "and", "to", "in", "a", "for", "on", "with", "near", "after", "under", "from", "over")
_SYLLABLES = (
    "ba",
    "cor",
    "den",
    "fal",
    "gri",
    "hom",
    "jan",
    "kel",
    "lo",
    "mar",
    "nev",
    "os",
    "par",
    "rit",
    "sol",
    "tum",
)
#: Stands between the sentences of a report while the pile is made.
_BREAK = "\x1f"
#: Words of the vocabulary; in running text every second word or so is a small one, as in English.
_SIZE = 16**4


class Reports(Sequence[tuple[str, str]]):
    """Reports as (id, text) in a file that goes when they go: there may be a million, and memory is measured."""

    def __init__(self, length: int | None) -> None:
        """None yet; each is to be cut after so many characters."""
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - it is closed when the pile is forgotten
        self._length, self._bounds = length, array("q", [0])

    def add(self, sentences: Sequence[str]) -> None:
        """Write a report."""
        self._file.seek(self._bounds[-1])
        self._bounds.append(self._bounds[-1] + self._file.write(_BREAK.join(sentences).encode()))

    def sentences(self, at: int) -> list[str]:
        """What was written of a report, whole."""
        self._file.seek(self._bounds[at])
        return self._file.read(self._bounds[at + 1] - self._bounds[at]).decode().split(_BREAK)

    def __len__(self) -> int:
        return len(self._bounds) - 1

    @overload
    def __getitem__(self, at: int) -> tuple[str, str]: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[tuple[str, str]]: ...
    def __getitem__(self, at: int | slice) -> tuple[str, str] | Sequence[tuple[str, str]]:
        if isinstance(at, slice):
            return [self[one] for one in range(len(self))[at]]
        at = range(len(self))[at]
        sentences = self.sentences(at)
        text = "\n\n".join(" ".join(sentences[first : first + 3]) for first in range(0, len(sentences), 3))
        return f"r{at:06d}", text[: self._length]


@dataclass(frozen=True, slots=True)
class Pile:
    """Reports as (id, text), and the pairs (parent, child) where the child was made from the parent."""

    reports: Sequence[tuple[str, str]]
    copies: frozenset[tuple[str, str]]


def _word(rng: random.Random) -> str:
    """A word that no dictionary has; the first of the vocabulary come most often, as words do."""
    number = int(_SIZE * rng.random() ** 3)
    return "".join(_SYLLABLES[number // 16**at % 16] for at in range(4) if at < 2 or number >= 16**at)


def _words(rng: random.Random, number: int) -> str:
    return " ".join(rng.choice(_SMALL) if rng.random() < 0.4 else _word(rng) for _ in range(number))


def _sentence(rng: random.Random) -> str:
    said, person = _words(rng, rng.randrange(8, 22)), f"{rng.choice(_GIVEN)} {rng.choice(_NAMES)}"
    figure = f"{rng.choice(('at least', 'about', 'more than', 'some'))} {rng.randrange(2, 400)} {rng.choice(_MORE)}"
    town, when, verb = rng.choice(_TOWNS), rng.choice(_WHEN), rng.choice(_VERBS)
    return rng.choice(
        (
            f"{said.capitalize()} {when}, {rng.choice(_BODIES)} {verb}.",
            f"“{said.capitalize()},” {person} {verb} in {town}.",
            f"According to {person}, {figure} left {town} {said}.",
            f"{figure.capitalize()} were wounded {said}, {person} {verb}.",
            f"{said.capitalize()} {_words(rng, 6)} {when}.",
        )
    )


def _report(rng: random.Random) -> list[str]:
    return [_sentence(rng) for _ in range(rng.randrange(12, 30))]


def _made_from(parent: list[str], rng: random.Random) -> list[str]:
    """A cut or edited copy, or half of it with sentences of its own."""
    way = rng.randrange(3)
    if way == 0:
        return parent[: max(3, len(parent) // 2)]
    if way == 1:
        words = [sentence.split(" ") for sentence in parent]
        for sentence in words:
            sentence[rng.randrange(len(sentence))] = _word(rng)
        return [" ".join(sentence) for sentence in words]
    return [*parent[: len(parent) // 2], *_report(rng)[:8]]


def pile(size: int, *, seed: int = 7, length: int | None = None) -> Pile:
    """Invented reports, every fifth of them made from an earlier one.

    Args:
        size: number of reports.
        seed: another seed gives another pile.
        length: characters after which a report is cut; copies are made from whole ones.
    """
    rng, reports, copies = random.Random(seed), Reports(length), set[tuple[str, str]]()
    for number in range(size):
        if number % 5 == 4:
            parent = rng.randrange(number)
            copies.add((f"r{parent:06d}", f"r{number:06d}"))
            reports.add(_made_from(reports.sentences(parent), rng))
        else:
            reports.add(_report(rng))
    return Pile(reports, frozenset(copies))
