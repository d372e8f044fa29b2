"""Questions for people, as the book lists them: which there are, in what order, and what is not asked again."""

from pathlib import Path
from typing import Any

import pytest

from tests.report.sample import Record, span
from tests.web.cases import case_of
from tests.web.rich import HERON, REHL, rich
from woozle.model import records as r
from woozle.model.decisions import Decision
from woozle.model.ids import row_id
from woozle.model.tables import Near
from woozle.store.book import Book, open_live


def near(kind: str, left: str, right: str, score: int) -> Near:
    return Near(f"{kind} {left} {right}", kind, left, right, score, "in words")


def book(folder: Path, record: Record) -> Book:
    found = open_live(case_of(folder, record))
    assert found
    return found


def asked(found: Book, ask: str) -> list[Any]:
    return [row for row in found.ask("review_all") if row[2] == ask]


def two_claims(record: Record) -> tuple[r.Assertion, r.Assertion]:
    """A statement of the claim in most reports, and one of another."""
    most = max(record.rows(r.Claim), key=lambda row: row.reports)
    one, other = (
        next(a for a in record.rows(r.Assertion) if (a.claim_id == most.id) is is_it) for is_it in (True, False)
    )
    return one, other


def test_voices_of_a_range_are_asked_about_and_the_unnamed_never_beside_a_name(tmp_path: Path) -> None:
    found = book(tmp_path, rich())
    origins = {row.id: row for row in found.rows(r.Origin)}
    rows = asked(found, "voices") + asked(found, "voice")
    assert rows
    for row in rows:
        sides = [origins[key] for key in row[5:7] if key]
        assert len({one.claim_id for one in sides}) == 1
        assert len(sides) == 1 or all(one.voice.name and one.voice.kind != "anonymous" for one in sides)


def test_claims_near_the_mark_are_asked_about_the_larger_one_left(tmp_path: Path) -> None:
    record = rich()
    one, other = two_claims(record)
    record.add(near("claims", other.id, one.id, 12))
    row = asked(book(tmp_path, record), "claims")[0]
    assert row[5:7] == (one.id, other.id)
    assert row[4] == f"claim {min(one.id, other.id)} {max(one.id, other.id)}"
    assert len(row[1]) == 16


@pytest.mark.parametrize(("undone", "n"), [(None, 0), ("b2:undo", 1)])
def test_what_was_decided_of_two_claims_is_not_asked_again_of_other_statements(
    tmp_path: Path, undone: str | None, n: int
) -> None:
    record = rich()
    one, other = two_claims(record)
    another = next(a for a in record.rows(r.Assertion) if a.claim_id == one.claim_id and a.id != one.id)
    keys = (another.id, other.id)
    record.add(near("claims", one.id, other.id, 12))
    record.add(Decision("b2:1", 1, "b2:b", "claim", "different", keys, keys, "Mira", "2031-04-09", "", undone))
    assert len(asked(book(tmp_path, record), "claims")) == n


def test_names_and_mentions_are_asked_about_and_protected_ones_are_not(tmp_path: Path) -> None:
    record = rich()
    second = row_id("entity", "Rehl")
    text = record.rows(r.Document)[0]
    mention = r.Mention(row_id("mention", "second"), text.id, span(text.text, text.text.split()[0]), "person", second)
    record.add(r.Entity(second, "Rehl", "person", ("Rehl",), False), mention)
    record.add(near("names", REHL, second, 50), near("names", HERON, second, 50))
    mine = [row for row in record.rows(r.Mention) if row.entity_id == REHL]
    record.add(near("name", mine[0].id, REHL, 70), near("name", mine[0].id, HERON, 70))
    found = book(tmp_path, record)
    assert [set(row[5:7]) for row in asked(found, "names")] == [{REHL, second}]
    (row,) = asked(found, "name")
    assert row[6] == mine[0].id
    assert row[5] in {one.id for one in mine}


def test_those_that_bear_on_most_come_first_and_each_stands_once(tmp_path: Path) -> None:
    rows = book(tmp_path, rich()).ask("review_all")
    assert rows
    assert [row[0] for row in rows] == list(range(1, len(rows) + 1))
    assert sorted(rows, key=lambda row: (-row[7], -row[8])) == rows
    assert len({row[4] for row in rows}) == len({row[1] for row in rows}) == len(rows)
