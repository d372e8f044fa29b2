"""Makes piles of invented reports for the benchmarks: the same number and seed give the same texts on any machine."""

import random
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Pile:
    """Reports as (id, text), and the pairs (parent, child) where the child was made from the parent."""

    reports: tuple[tuple[str, str], ...]
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
    # As bytes, a string each: lists of sentences take several times the memory, and there may be a million.
    rng, reports, copies = random.Random(seed), list[bytes](), set[tuple[str, str]]()
    for number in range(size):
        if number % 5 == 4:
            parent = rng.randrange(len(reports))
            copies.add((f"r{parent:06d}", f"r{number:06d}"))
            sentences = _made_from(reports[parent].decode().split(_BREAK), rng)
        else:
            sentences = _report(rng)
        reports.append(_BREAK.join(sentences).encode())
    texts: list[tuple[str, str]] = []
    for at, report in enumerate(reports):
        sentences, reports[at] = report.decode().split(_BREAK), b""
        text = "\n\n".join(" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3))
        texts.append((f"r{at:06d}", text[:length]))
    return Pile(tuple(texts), frozenset(copies))
