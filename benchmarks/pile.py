"""Makes piles of invented reports for the benchmarks: the same number and seed give the same texts on any machine."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

_TOWNS = "Saltby Orle Grenmouth Tarnwick Ellmere Vasken Dunhollow Priory Sund Marrow Kelling Aster Brae Copsley".split()
_NAMES = (
    "Vallo Marren Holm Tesk Arden Quill Osk Ransk Lorne Petrin Soames Vey Haldane Brandt Ilves Corro Danner".split()
)
_GIVEN = "Ines Ivo Ina Milo Dora Pavel Odile Anna Jonas Lena Mark Ruth Tomas Vera Hugo Ada Niels Olga Per Sara".split()
_BODIES = ("the harbour office", "the Interior Ministry", "police", "the Norra Lines company", "the fishermen's union")
_VERBS = "said told confirmed denied announced warned added claimed insisted explained".split()
_THINGS = "ferry bridge depot mill convoy warehouse dam tanker market school tunnel pipeline station quay".split()
_HAPPENED = (
    "ran aground|caught fire|collapsed|was shelled|was closed|was evacuated|stood empty|was flooded|exploded".split("|")
)
_WHEN = (
    "on Monday evening",
    "on 7 May 2024",
    "last week",
    "at 03:20 on Tuesday",
    "two days ago",
    "overnight",
    "in June",
)
_MORE = "people houses boats soldiers passengers workers children families vehicles villagers crew prisoners".split()


@dataclass(frozen=True, slots=True)
class Pile:
    """Reports as (id, text), and the pairs (parent, child) where the child was made from the parent."""

    reports: tuple[tuple[str, str], ...]
    copies: frozenset[tuple[str, str]]


def _sentence(rng: random.Random) -> str:
    town, thing, when = rng.choice(_TOWNS), rng.choice(_THINGS), rng.choice(_WHEN)
    person = f"{rng.choice(_GIVEN)} {rng.choice(_NAMES)}"
    event = f"the {thing} in {town} {rng.choice(_HAPPENED)} {when}"
    figure = f"{rng.choice(('at least', 'about', 'more than', 'some', ''))} {rng.randrange(2, 400)} {rng.choice(_MORE)}"
    return rng.choice(
        (
            f"{event[0].upper()}{event[1:]}, {rng.choice(_BODIES)} {rng.choice(('said', 'announced', 'confirmed'))}.",
            f"“{event[0].upper()}{event[1:]},” {person} {rng.choice(_VERBS)} in {rng.choice(_TOWNS)}.",
            f"According to {person}, {figure.strip()} left {town} before {event}.",
            f"{figure.strip().capitalize()} were wounded near the {thing} of {town}, {person} {rng.choice(_VERBS)}.",
            f"Nobody could say {when} why {event} while {figure.strip()} waited at the {rng.choice(_THINGS)}.",
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
            sentence[rng.randrange(len(sentence))] = rng.choice(_NAMES)
        return [" ".join(sentence) for sentence in words]
    return [*parent[: len(parent) // 2], *_report(rng)[:8]]


def pile(size: int, *, seed: int = 7) -> Pile:
    """Invented reports, every fifth of them made from an earlier one.

    Args:
        size: number of reports.
        seed: another seed gives another pile.
    """
    rng, reports, copies = random.Random(seed), list[list[str]](), set[tuple[str, str]]()
    for number in range(size):
        if number % 5 == 4:
            parent = rng.randrange(len(reports))
            copies.add((f"r{parent:06d}", f"r{number:06d}"))
            reports.append(_made_from(reports[parent], rng))
        else:
            reports.append(_report(rng))
    return Pile(tuple((f"r{at:06d}", text) for at, text in enumerate(_texts(reports))), frozenset(copies))


def _texts(reports: list[list[str]]) -> Iterator[str]:
    for sentences in reports:
        yield "\n\n".join(" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3))
