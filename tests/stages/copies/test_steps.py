"""The copies step on the local engine: passages and derivations of a pile, whatever the order and the workers."""

from collections.abc import Sequence
from pathlib import Path

from tests.stages.copies.reports import FERRY, MARKET, SPUN, document, report
from woozle.engines.local import LocalEngine
from woozle.model.records import Derivation, Document, Passage
from woozle.model.tables import Dating
from woozle.model.values import Reason
from woozle.stages.copies import STEPS
from woozle.stages.copies.pairs import Shared
from woozle.stages.copies.retelling import Retold, told
from woozle.stages.copies.steps import COPIES, CopiesSettings, copies
from woozle.stages.copies.ties import _retold_passages
from woozle.stages.copies.verdict import Story
from woozle.toolbox.copying.marked import mark
from woozle.toolbox.parquet import read_rows

WIRE = document(f"SARNBY (Coastline) - {FERRY}", "Coastline News Agency", "2031-03-04")
COPY = document(f"Bees on board\n\n{FERRY}", "Tolvik Lantern", "2031-03-05")
RETOLD = document(
    "Bees stung nobody when the Holm ferry sat on sand for nine hours, the Coastline News Agency reports. Pilot Greta "
    "Munk holds the dredged channel for too narrow; four hives came loose off Sarnby, it says.",
    "Harbour Echo",
    "2031-03-06",
)
OTHER = document(MARKET, "Tolvik Lantern", "2031-03-05")
AGENCY = document("TOLVIK (Reuters) - A rope was found on the beach, and nobody knows whose it is.", "Harbour Echo")
PILE = [WIRE, COPY, RETOLD, OTHER, AGENCY]


def run(
    folder: Path, documents: Sequence[Document], workers: int = 1, **settings: int
) -> tuple[list[Passage], list[Derivation]]:
    engine = LocalEngine(folder / "scratch", workers=workers, megabytes=512)
    try:
        made = copies(
            engine,
            {"documents": engine.rows(Document, documents), "datings": engine.rows(Dating, [])},
            CopiesSettings(**settings),
        )
        assert set(made) == set(COPIES.writes)
        passages, derivations = (read_rows(made[name].row, [Path(p) for p in made[name].paths]) for name in made)
    finally:
        engine.close()
    return sorted(passages, key=lambda row: row.id), sorted(derivations, key=lambda row: row.id)


def derived(folder: Path, documents: Sequence[Document]) -> dict[tuple[str, str], Derivation]:
    """Derivations inside of a pile by child and parent."""
    _, derivations = run(folder, documents)
    return {(row.child_document_id, row.parent_document_id): row for row in derivations if row.parent_document_id}


def test_copies_credits_and_agencies_are_found(tmp_path: Path) -> None:
    passages, derivations = run(tmp_path, PILE)
    inside = {(row.child_document_id, row.parent_document_id): row for row in derivations if row.parent_document_id}
    assert set(inside) == {(COPY.id, WIRE.id), (RETOLD.id, WIRE.id)}
    assert (inside[COPY.id, WIRE.id].kind, inside[COPY.id, WIRE.id].direction) == ("verbatim", "known")
    assert (inside[RETOLD.id, WIRE.id].kind, inside[RETOLD.id, WIRE.id].credited) == ("paraphrase", True)
    outside = [(row.child_document_id, row.parent_external) for row in derivations if row.parent_external]
    assert outside == [(AGENCY.id, "Reuters")]
    texts = {row.id: row.text for row in PILE}
    for row in passages:
        for side in (row.left, row.right):
            assert texts[side.document_id][side.start : side.end] == side.text
    assert (WIRE.id, COPY.id, "verbatim") in {(p.left.document_id, p.right.document_id, p.kind) for p in passages}


def test_a_quotation_is_taken_from_the_outlet_that_is_named_with_it(tmp_path: Path) -> None:
    quoted = "“I warned the board twice, and twice the board thanked me for my letter”"
    named = document(f"Slow days at sea\n\n{quoted}, the pilot told Coastline.", "Harbour Echo", "2031-03-08")
    unnamed = document(f"Letters, letters\n\n{quoted}, said the pilot.", "Hill Radio", "2031-03-08")
    wire = document(f"SARNBY - {FERRY}", "Coastline", "2031-03-04")
    _, derivations = run(tmp_path, [wire, named, unnamed])
    assert [(row.child_document_id, row.parent_document_id, row.kind) for row in derivations] == [
        (named.id, wire.id, "quotation")
    ]
    assert "same_quotation" in {reason.feature for reason in derivations[0].reasons}


def test_order_and_workers_do_not_matter(tmp_path: Path) -> None:
    made = run(tmp_path / "one", PILE)
    assert made == run(tmp_path / "two", list(reversed(PILE)), workers=2)


def test_what_is_shared_is_the_same_where_it_is_found_apart(tmp_path: Path) -> None:
    pile = [WIRE, OTHER, AGENCY, document(SPUN, "Holm Gazette", "2031-03-06"), document(MARKET, "Holm Gazette")]
    found = run(tmp_path / "apart", pile)
    assert {row.kind for row in found[0]} == {"verbatim", "paraphrase"}
    assert run(tmp_path / "together", pile, aligned_up_to=0) == found


def test_ids_are_unique_and_an_empty_pile_gives_nothing(tmp_path: Path) -> None:
    for rows in run(tmp_path / "one", PILE):
        assert len({row.id for row in rows}) == len(rows)
    assert run(tmp_path / "two", []) == ([], [])
    assert STEPS == (COPIES,)


def test_a_sentence_that_is_told_again_word_by_word_is_one_passage() -> None:
    """Both ways of looking may find the same two sentences; what differs by a word is a passage of its own."""
    one, other = (
        Story(report(name, text), told(mark(text), {}, 9), 9, 1) for name, text in (("a", FERRY), ("b", SPUN))
    )
    shared = Shared("paraphrase", (0, 19), (0, 20), 12, (Reason("like_words", "", 9.0),))
    retold = [Retold((0, 20), (0, 19), 1.0, 0.8, 9), Retold((0, 20), (0, 18), 1.0, 0.8, 9)]
    found = _retold_passages(one, other, retold, [shared])
    assert [(row.left.start, row.left.end) for row in found] == [one.report.marked.span((0, 18))]
