"""What the pages say, before it becomes a page: voices, trees, rows, times, coverage."""

import dataclasses

import pytest

from tests.report.sample import sample
from woozle.model import records as r
from woozle.model.values import Range
from woozle.report.index import build as index_of
from woozle.report.links import anchor
from woozle.report.page import Page, assemble
from woozle.report.tree import Branch
from woozle.report.view_row import surplus, weight

INDEX = index_of(sample())
PAGE = assemble(INDEX, "Tolm bridge")


def _branches(page: Page) -> list[tuple[Branch, Branch | None]]:
    found: list[tuple[Branch, Branch | None]] = []
    rest = [
        (top, None)
        for claim in page.claims
        for voice in claim.voices
        for occasion in voice.occasions
        for top in occasion.tree
    ]
    while rest:
        branch, parent = rest.pop()
        found.append((branch, parent))
        rest += [(child, branch) for child in (*branch.below, *branch.copies)]
    return found


def test_every_report_of_a_claim_stands_in_its_tree() -> None:
    for page in PAGE.claims:
        one = dataclasses.replace(PAGE, claims=(page,))
        reports = {branch.report.id for branch, _ in _branches(one)}
        assert len(reports) == page.head.reports


def test_a_report_stands_under_one_it_was_made_from() -> None:
    steps = {(row.child_document_id, row.parent_document_id) for rows in INDEX.parents_of.values() for row in rows}
    below = [(branch.report.id, parent.report.id) for branch, parent in _branches(PAGE) if parent]
    assert below
    assert set(below) <= steps


def test_only_copies_without_a_change_are_folded() -> None:
    folded = [copy for branch, _ in _branches(PAGE) for copy in branch.copies]
    assert folded
    assert all(copy.kind == "verbatim" and not copy.drifts and not copy.below for copy in folded)


def test_one_person_on_two_days_is_one_voice_on_two_occasions() -> None:
    page = next(page for page in PAGE.claims if page.head.text.startswith("Three trucks"))
    jana = next(voice for voice in page.voices if voice.name == "Jana Rehl")
    assert len(jana.occasions) == 2
    assert "two occasions: one voice" in jana.note
    unnamed = next(voice for voice in page.voices if voice.certainty == "may")
    assert unnamed.letter == "?"
    assert "Not counted" in unnamed.note


def test_nobody_is_said_to_be_nobody() -> None:
    page = next(page for page in PAGE.claims if page.head.voices.best == 0)
    assert [voice.name for voice in page.voices] == ["Leads back to nobody"]
    assert next(row.why for row in PAGE.rows if row.head.id == page.head.id) == "Leads back to nobody"
    assert "0 voices found" in page.head.numbers


@pytest.mark.parametrize(
    ("reports", "voices", "conflicts", "drifts", "wanted"),
    [
        (1, 1, 0, 0, 0),
        (2, 2, 0, 0, 0),
        (14, 2, 2, 4, 6 + 4 + 3),
        (400, 1, 0, 0, 8),
        (2, 0, 0, 0, 3),
        (2, 1, 1, 0, 2),
    ],
)
def test_the_weight_is_that_of_the_words(reports: int, voices: int, conflicts: int, drifts: int, wanted: int) -> None:
    claim = dataclasses.replace(
        next(iter(INDEX.claims.values())), reports=reports, voices=Range(voices, voices, voices)
    )
    assert weight(claim, conflicts, drifts) == wanted
    assert surplus(claim) >= 0


def test_rows_come_by_weight_and_the_rest_folds_away() -> None:
    weights = [row.weight for row in PAGE.rows]
    assert weights == sorted(weights, reverse=True)
    assert {row.head.id for row in PAGE.rows} | {one.head.id for one in PAGE.singles} == set(INDEX.claims)
    assert all(one.head.reports == 1 for one in PAGE.singles)
    spoken = {i for row in sample().rows(r.Conflict) for i in (row.left_claim_id, row.right_claim_id)}
    assert not spoken & {one.head.id for one in PAGE.singles}


def test_the_conflict_marks_only_what_differs() -> None:
    page = next(page for page in PAGE.claims if page.head.text.startswith("Three trucks"))
    figure = next(one for one in page.conflicts if one.kind == "Two figures")
    assert [part.text for part in figure.left if part.is_own] == ["Three"]
    assert [part.text.strip() for part in figure.right if part.is_own] == ["Five", "shortly"]


def test_a_drift_strikes_out_what_was_lost() -> None:
    drifts = [drift for page in PAGE.claims for drift in page.drifts]
    hedge = next(drift for drift in drifts if drift.kind == "Hedge dropped")
    assert [part.text for part in hedge.before if part.is_own] == ["believes"]
    assert not [part for part in hedge.after if part.is_own]


def test_wordings_of_a_time_are_told_apart_by_voice_and_lead_to_the_words() -> None:
    row = next(row for row in PAGE.timeline.rows if row.head.text.startswith("Three trucks"))
    assert [(one.text, one.by) for one in row.wordings] == [
        ("before dawn", "Jana Rehl, 7 reports"),
        ("before dawn", "Radio Kesh East’s own reporter, 1 report"),
    ]
    names = {f"#{anchor('a', i)}" for i in INDEX.assertions}
    assert all(one.href in names for one in row.wordings)
    timed = {row.head.id for row in PAGE.timeline.rows}
    assert timed.isdisjoint(head.id for head in PAGE.untimed)
    assert timed | {head.id for head in PAGE.untimed} == {row.head.id for row in PAGE.rows}


def test_coverage_adds_up() -> None:
    read = PAGE.coverage
    assert (read.n_inputs, read.n_read, read.n_unread) == (16, 14, 2)
    assert [row.input for row in read.unread] == ["inbox/empty.txt", "inbox/scan.pdf"]
    assert len(read.remarks) == 1
    assert sum(row.n_reports for row in read.outlets) == len(INDEX.reports)
    assert sum(row.n_first for row in read.outlets) == PAGE.copies.n_first
    for row in read.outlets:
        strokes = sum(cell.count("<line") for cell in (*row.days, row.undated))
        assert strokes == row.n_reports


def test_the_table_of_copies_says_every_step() -> None:
    said = {(row.outlet, words) for row in PAGE.copy_rows for _, _, words in row.made_from}
    assert ("News 4 Ardova", "word for word, not credited") in said
    assert ("Ardova Wire", "outside the pile, quotation, credited") in said
    assert sum(len(row.made_from) for row in PAGE.copy_rows) == len(sample().rows(r.Derivation))
