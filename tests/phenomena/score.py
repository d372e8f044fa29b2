"""Scores what Woozle reads in the passages against their true rows, part by part.

Examples:
    python -m tests.phenomena.score dev                       figures, and a table by entry
    python -m tests.phenomena.score dev --show 5              the same, and the first five passages with a mistake
    python -m tests.phenomena.score dev --phenomenon 21       only the passages that touch entry 21
    python -m tests.phenomena.score test                      figures alone: this part is scored, and never looked at
"""

import argparse
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import woozle
from tests.phenomena.matching import (
    JUDGED,
    Judged,
    Numbers,
    Read,
    Told,
    Words,
    found_of,
    gold_of,
    is_taken,
    judge,
    names_of,
    relations,
)
from tests.phenomena.passages import N_PHENOMENA, PARTS, Passage, load

HEADLINE = "rows right, %"
#: Figures that are the better the lower they are begin so, as in the floors of the gate.
ALARM = "alarm, "


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    n: int
    of: int

    @property
    def percent(self) -> float:
        """In per cent; 0 where there is nothing to count."""
        return 100 * self.n / self.of if self.of else 0.0


@dataclass(frozen=True, slots=True)
class Scored:
    """One passage with what was found in it.

    Attributes:
        gold: the true rows.
        found: the rows of the reading.
        judged: each true row with its partner.
        n_relations: pairs with half of their content in common and the same source.
        n_taken: stretches in marks that quote nobody and were taken for speech.
    """

    passage: Passage
    gold: tuple[Told, ...]
    found: tuple[Told, ...]
    judged: tuple[Judged, ...]
    n_relations: int
    n_taken: int

    @property
    def extra(self) -> tuple[int, ...]:
        """Positions of rows found that are nobody's partner."""
        partners = {each.found for each in self.judged}
        return tuple(at for at in range(len(self.found)) if at not in partners)

    @property
    def is_right(self) -> bool:
        """Whether every row is right and there is none too many."""
        return all(each.is_right for each in self.judged) and not self.extra


def score_one(passage: Passage, reading: Read) -> Scored:
    """What a reading found in a passage."""
    words = Words(passage.text)
    gold, found = gold_of(words, passage), found_of(words, reading)
    return Scored(
        passage=passage,
        gold=tuple(gold),
        found=tuple(found),
        judged=tuple(judge(gold, found, [names_of(entity) for entity in reading.entities])),
        n_relations=len(relations(gold, found)),
        n_taken=sum(is_taken(words, stretch, found) for stretch in passage.quotes_nobody),
    )


def read_and_score(passages: Iterable[Passage]) -> list[Scored]:
    """Read each passage with Woozle, as its outlet published it, and score it."""
    reader = woozle.Reader()
    return [score_one(passage, reader.read(passage.text, outlet=passage.outlet)) for passage in passages]


def _is_carrier(true: Told, row: Told) -> bool:
    carriers: Numbers = frozenset().union(*(words for words, _ in true.via))
    return bool(row.source & carriers) and not row.source & true.source


#: Errors that mislead: which true rows can suffer them, and whether the row found does.
_MISLEADING: Mapping[str, tuple[Callable[[Told], bool], Callable[[Told, Told], bool]]] = {
    "carrier taken for the source": (lambda true: bool(true.via), _is_carrier),
    "denial taken for an assertion": (lambda true: true.act == "deny", lambda _, row: row.act == "assert"),
    "hedge lost": (lambda true: true.stance != "plain", lambda _, row: row.stance == "plain"),
    "source filled in": (lambda true: not true.source, lambda _, row: bool(row.source)),
}


def _misleading(scored: Sequence[Scored]) -> dict[str, Share]:
    """How many of the matched rows that can suffer each error do."""
    pairs = [
        (each.gold[row.gold], each.found[row.found]) for each in scored for row in each.judged if row.found is not None
    ]
    found = {}
    for name, (can, does) in _MISLEADING.items():
        concerned = [(true, row) for true, row in pairs if can(true)]
        found[f"{ALARM}{name}, %"] = Share(sum(does(true, row) for true, row in concerned), len(concerned))
    return found


def figures(scored: Sequence[Scored]) -> dict[str, Share]:
    """Every figure over some passages; those that begin with "alarm" are the better the lower they are."""
    rows = [row for each in scored for row in each.judged]
    matched = [row for row in rows if row.found is not None]
    chained = [
        row
        for each in scored
        for row in each.judged
        if each.gold[row.gold].via or each.gold[row.gold].parent is not None
    ]
    hits = sum(each.n_relations for each in scored)
    n_gold = sum(bool(row.content) for each in scored for row in each.gold)
    n_found = sum(bool(row.content) for each in scored for row in each.found)
    return {
        HEADLINE: Share(sum(row.is_right for row in rows), len(rows)),
        "passages right, %": Share(sum(each.is_right for each in scored), len(scored)),
        "relation, precision": Share(hits, n_found),
        "relation, recall": Share(hits, n_gold),
        "relation, F1": Share(2 * hits, n_found + n_gold),
        "matched, %": Share(len(matched), len(rows)),
        **{f"{name} where matched, %": Share(sum(row.right[name] for row in matched), len(matched)) for name in JUDGED},
        "chain exact, %": Share(sum(row.is_chain_exact for row in rows), len(rows)),
        "chain exact, nested or carried rows, %": Share(sum(row.is_chain_exact for row in chained), len(chained)),
        f"{ALARM}marks that quote nobody taken for speech, %": Share(
            sum(each.n_taken for each in scored), sum(len(each.passage.quotes_nobody) for each in scored)
        ),
        **_misleading(scored),
    }


def by_phenomenon(scored: Sequence[Scored]) -> dict[int, dict[str, Share]]:
    """For each entry, over the passages that touch it: passages and rows right, and exact chains."""
    table = {}
    for number in range(1, N_PHENOMENA + 1):
        mine = [each for each in scored if number in each.passage.phenomena]
        rows = [row for each in mine for row in each.judged]
        table[number] = {
            "passages right": Share(sum(each.is_right for each in mine), len(mine)),
            "rows right": Share(sum(row.is_right for row in rows), len(rows)),
            "chain exact": Share(sum(row.is_chain_exact for row in rows), len(rows)),
        }
    return table


def _table(table: Mapping[int, Mapping[str, Share]]) -> Iterable[str]:
    yield "entry" + "".join(f"{name:>24}" for name in next(iter(table.values()), {}))
    for number, shares in table.items():
        if shares["passages right"].of:
            told = (f"{share.percent:7.1f} % of {share.of:4}" for share in shares.values())
            yield f"{number:5}" + "".join(f"{words:>24}" for words in told)


def _words(text: str, numbers: Numbers) -> str:
    """Numbered words of a text, with dots where some are left out."""
    tokens, order = Words(text).texts, sorted(numbers)
    gaps = ["… " if before + 1 != after else "" for before, after in pairwise(order)]
    told = (gap + tokens[number] for gap, number in zip(["", *gaps], order, strict=False))
    return " ".join(told) or "–"


def _shown(text: str, row: Told) -> str:
    via = " < ".join(f"{_words(text, words)} ({kind})" for words, kind in row.via)
    parts = [
        f"[{_words(text, row.source)}]",
        f"<{text[slice(*row.cue)] if row.cue else '–'}>",
        _words(text, row.content),
        f"· {row.mode} {row.act} {row.stance}",
        f"· via {via}" if via else "",
        f"· in {row.parent + 1}" if row.parent is not None else "",
        f"· who {' / '.join(sorted(row.names))}" if row.names else "",
    ]
    return " ".join(part for part in parts if part)


def misses(each: Scored) -> Iterable[str]:
    """A passage that is not right, and what is wrong in it, line by line."""
    text = each.passage.text
    yield f"== {each.passage.id} {list(each.passage.phenomena)}"
    yield text
    for row in each.judged:
        wrong = [name for name in row.right if not row.right[name]]
        if row.found is None or wrong:
            word = "missed" if row.found is None else "wrong" if not row.is_right else "nearly"
            yield f"  {word:7}{row.gold + 1} {_shown(text, each.gold[row.gold])}"
        if row.found is not None and wrong:
            yield f"     found {_shown(text, each.found[row.found])} ({', '.join(wrong)})"
    yield from (f"  extra    {_shown(text, each.found[at])}" for at in each.extra)


def report(scored: Sequence[Scored], with_table: bool) -> str:
    """The figures, and the table by entry where it is asked for."""
    lines = [f"{name:55}{share.percent:7.1f}{share.n:7} of {share.of}" for name, share in figures(scored).items()]
    if with_table:
        lines += ["", *_table(by_phenomenon(scored))]
    return "\n".join(lines)


def main(argv: Sequence[str] | None = None) -> None:
    """Score one part and print it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", choices=PARTS)
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print the first N passages with a mistake")
    parser.add_argument("--phenomenon", type=int, metavar="K", help="only the passages that touch this entry")
    parser.add_argument("--table", action="store_true", help="the table by entry also for the test part")
    arguments = parser.parse_args(argv)
    is_dev = arguments.part == "dev"
    if not is_dev and (arguments.show or arguments.phenomenon is not None):
        # Rules made to fit passages that were looked at would be measured by their own yardstick.
        parser.error("the test part is scored but never looked at: --show and --phenomenon are for dev alone")
    passages = [each for each in load() if each.part == arguments.part]
    if arguments.phenomenon is not None:
        passages = [each for each in passages if arguments.phenomenon in each.phenomena]
    scored = read_and_score(passages)
    print(f"{arguments.part}: {len(scored)} passages, {sum(len(each.gold) for each in scored)} rows")
    print(report(scored, with_table=is_dev or arguments.table))
    for each in [each for each in scored if not each.is_right][: max(0, arguments.show)]:
        print("", *misses(each), sep="\n")


if __name__ == "__main__":
    main()
