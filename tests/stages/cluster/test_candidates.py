"""Which statements are compared in a large pile: each wording once, and with a bounded number of others."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.support import piles
from tests.support.piles import Concluded, Pile, conclude
from woozle.engines.local import LocalEngine
from woozle.model.records import Derivation, Passage
from woozle.stages.cluster.candidates import Candidate, Reach, find_candidates
from woozle.stages.cluster.statements import Statement
from woozle.stages.cluster.steps import CLUSTER
from woozle.stages.cluster.wordings import Placed, find_wordings
from woozle.toolbox.parquet import read_rows


def statement(name: str, *words: str, document: str | None = None, voice: str | None = None) -> Statement:
    nothing: tuple[str, ...] = ()
    text = " ".join(words)
    how: Any = (nothing, nothing, nothing, False, False, False, nothing, voice, text)
    return Statement(name, document or f"d{name}", f"t{document or name}", 0, 9, "2024-04-02", words, *how)


def pairs(folder: Path, said: list[Statement], reach: Reach, derivations: tuple[Derivation, ...] = ()) -> set[str]:
    """Pairs that are compared, each as two ids with a space between them."""
    verbs = LocalEngine(folder, workers=1, megabytes=500)
    table = verbs.rows(Statement, said)
    wordings = find_wordings(verbs, table)
    names = {row.number: row.id for row in read_rows(Placed, wordings.placed.paths)}
    given = {"passages": verbs.rows(Passage, ()), "derivations": verbs.rows(Derivation, derivations)}
    made = read_rows(Candidate, find_candidates(verbs, table, wordings, given, reach).paths)
    return {f"{names[row.left_number]} {names[row.right_number]}" for row in made}


def test_statements_are_of_one_wording_if_nothing_tells_them_apart(tmp_path: Path) -> None:
    verbs = LocalEngine(tmp_path, workers=1, megabytes=500)
    said = [statement("b", "dam", "broke"), statement("a", "dam", "broke"), statement("c", "dam", "broke", voice="x")]
    for at, rows in enumerate((said, said[::-1])):
        placed = read_rows(
            Placed,
            find_wordings(
                LocalEngine(tmp_path / str(at), workers=1, megabytes=500), verbs.rows(Statement, rows)
            ).placed.paths,
        )
        assert {(row.id, row.number, row.wording, row.is_first) for row in placed} == {
            ("a", 1, 1, True), ("b", 2, 1, False), ("c", 3, 3, True)
        }  # fmt: skip


def test_in_a_large_pile_a_wording_is_compared_with_few_others(tmp_path: Path) -> None:
    said = [statement(f"s{at:02d}", "dam", f"other{at}") for at in range(20)]
    every = pairs(tmp_path / "every", said, Reach(0, 0, 40, 300))
    few = pairs(tmp_path / "few", said, Reach(0, 0, 3, 300))
    assert len(every) == 190
    assert few < every
    assert len(few) <= 3 * 20


def test_in_a_large_pile_the_same_words_meet_others_once(tmp_path: Path) -> None:
    said = [statement("a", "dam", "broke"), statement("b", "dam", "burst")]
    copies = [statement(f"c{at}", "dam", "broke") for at in range(3)]
    assert pairs(tmp_path, [*said, *copies], Reach(0, 0, 12, 300)) == {"a b", "a c0", "a c1", "a c2"}


def test_what_a_report_says_is_held_against_the_one_it_was_made_from(tmp_path: Path) -> None:
    said = [statement("a", "dam", "broke"), statement("b", "dam", "burst"), statement("c", "dam", "broke")]
    made = Derivation("k", "dc", "db", None, "paraphrase", "known", False, 1.0, ())
    assert pairs(tmp_path, said, Reach(0, 0, 12, 300), (made,)) == {"a b", "a c", "b c"}


def floods() -> Pile:
    """Two matters told by several reports in their own words, and one report that is printed again."""
    pile = Pile()
    first = pile.report("Orlo Post", "2024-04-02", "Twelve villagers were killed when the dam at Orlo broke.")
    pile.report("Valley Sun", "2024-04-02", "Twelve villagers died as the dam at Orlo broke.\nWool prices rose.")
    pile.report("Hill Radio", "2024-04-03", "Wool prices rose in Orlo.\nThe dam at Orlo broke and killed 30 villagers.")
    again = pile.report("Free Sheet", "2024-04-03", f"{first.text}")
    pile.copied(again, first, first.text)
    return pile


@pytest.fixture(params=[0, CLUSTER.settings.meaning_up_to], ids=["by words", "by meaning too"])
def large(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every pile is a large one."""
    settings = replace(CLUSTER.settings, pairs_up_to=0, meaning_up_to=request.param)
    monkeypatch.setattr(piles, "CLUSTER", replace(CLUSTER, settings=settings))


@pytest.mark.usefixtures("large")
def test_order_and_workers_do_not_matter_in_a_large_pile(tmp_path: Path) -> None:
    made = conclude(floods(), tmp_path / "a")
    assert conclude(floods(), tmp_path / "b", is_reversed=True).tables == made.tables
    assert conclude(floods(), tmp_path / "c", workers=2).tables == made.tables


@pytest.mark.usefixtures("large")
def test_one_more_copy_raises_no_count_in_a_large_pile(tmp_path: Path) -> None:
    def counts(made: Concluded) -> dict[str, int]:
        return {row.id: row.voices.best for row in made.tables["claims"]}

    before, pile = counts(conclude(floods(), tmp_path / "a")), floods()
    first = piles.Report(pile, pile.rows["documents"][0].id, pile.rows["documents"][0].text)
    pile.copied(pile.report("Late Sheet", "2024-04-05", first.text), first, first.text)
    assert counts(conclude(pile, tmp_path / "b")) == before
