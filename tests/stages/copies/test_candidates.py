"""Pairs worth comparing: the rule in memory, and that the query has the same."""

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.stages.copies.reports import document
from woozle.engines.local import LocalEngine
from woozle.model.records import Document
from woozle.stages.copies import candidates, reading
from woozle.stages.copies.candidates import pairs_by_prints
from woozle.stages.copies.rows import Pairing, Printed
from woozle.stages.copies.steps import RULE, _query
from woozle.toolbox.copying.prints import prints_of
from woozle.toolbox.copying.split import Splitter
from woozle.toolbox.parquet import read_rows

EIGHT = "the harbour master kept nine parrots in winter"
SIXTEEN = "nobody at the town hall would say on the phone whether the bridge had been painted"
TEXTS = st.lists(
    st.lists(st.sampled_from([EIGHT, SIXTEEN, *"tide crane ferry hall lamp oar pier quay".split()]), max_size=30).map(
        " ".join
    ),
    max_size=12,
    unique=True,
)


def pairs(texts: list[str], cap: int = 12, hubs: int = 4) -> list[tuple[int, int]]:
    found = pairs_by_prints([prints_of(texts, Splitter())], cap=cap, hubs=hubs)
    return [(left, right) for left, right in found.tolist()]


def test_a_run_of_eight_words_brings_two_texts_together() -> None:
    assert pairs(
        [f"Rain fell. {EIGHT} he said", f"Boats lay idle, {EIGHT} and slept", "Rain fell and boats lay idle"]
    ) == [(0, 1)]


def test_seven_words_do_so_where_no_third_text_has_them_and_five_never() -> None:
    seven, five = EIGHT.rsplit(" ", 1)[0], "at the end of the"
    around = ("barns elms {} rings barns dams", "coats roads {} coats pears cats", "cats dogs {} herds hills lakes")
    texts = [words.format(seven) for words in around]
    assert pairs(texts[:2]) == [(0, 1)]
    assert pairs(texts) == []
    assert pairs([words.format(five) for words in around[:2]]) == []


def test_a_common_print_pairs_with_the_first_few_only() -> None:
    texts = [f"{word} {SIXTEEN} {word}" for word in "abcdef"]
    assert len(pairs(texts, cap=6)) == 15
    assert pairs(texts, cap=5, hubs=1) == [(0, other) for other in range(1, 6)]
    around = [f"{word}a {word}b {word}c" for word in "pqrstu"]
    assert pairs([f"{words} said on the phone on Monday {words}" for words in around], cap=5) == []


@given(TEXTS, st.integers(1, 4))
def test_cutting_does_not_matter(texts: list[str], cap: int) -> None:
    """A text more, which shares nothing, changes no pair."""
    assert pairs([*texts, "quite other words than those"], cap=cap) == pairs(texts, cap=cap)


@given(TEXTS, st.integers(1, 4), st.integers(1, 9), st.integers(1, 5))
def test_neither_does_how_prints_are_parted_and_summed(texts: list[str], cap: int, at_once: int, n: int) -> None:
    """Equal prints stand in one part; pairs are summed over parts, a range of pairs at a time."""
    prints = prints_of(texts, Splitter())
    parts = [prints.at(prints.hashes % n == rest) for rest in range(n)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(candidates, "AT_ONCE", at_once)
        found = pairs_by_prints(parts, cap=cap, hubs=4)
    assert [(left, right) for left, right in found.tolist()] == pairs(texts, cap=cap)


def test_the_query_has_the_same_rule(tmp_path: Path) -> None:
    rng = random.Random(3)
    words = [*"tide crane ferry hall lamp oar pier quay".split(), EIGHT, SIXTEEN]
    texts = [" ".join(rng.choice(words) for _ in range(rng.randrange(4, 40))) for _ in range(30)]
    documents = sorted((document(text) for text in texts), key=lambda row: row.id)
    engine = LocalEngine(tmp_path, workers=1, megabytes=512)
    for cap in (2, 6, 40):
        table = engine.rows(Document, documents)
        prints = engine.map(table, reading.prints, Printed)
        found = engine.sql(_query("pairs", cap=cap, hubs=2, **RULE), Pairing, prints=prints, documents=table)
        rows = {(row.left_id, row.right_id) for row in read_rows(Pairing, [Path(path) for path in found.paths])}
        wanted = pairs([row.text for row in documents], cap=cap, hubs=2)
        assert rows == {(documents[left].id, documents[right].id) for left, right in wanted}
        assert rows
