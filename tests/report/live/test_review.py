"""The page of review from the record and decisions: what is told of them, the places of skipping, what is left out."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from tests.web.test_review import asked
from woozle.errors import UsageError
from woozle.model.decisions import Decision
from woozle.report.live.asking import ASKS, question_of
from woozle.report.live.docket import Carried, Docket
from woozle.report.live.query import Query
from woozle.report.live.review import MOST_NEXT, Review, review
from woozle.store.book import Book, open_live


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    found = open_live(asked(tmp_path_factory.mktemp("review")))
    assert found
    yield found
    found.close()


def page(book: Book, docket: Docket | None = None, **values: str) -> Review:
    content: Any = review(book, Query("/review", values), docket or Docket()).content
    assert isinstance(content, Review)
    return content


def decision(book: Book, number: int = 1, **how: Any) -> Decision:
    """A decision about the claims of the first question about claims."""
    first = next(row for row in map(question_of, book.ask("review_all")) if row.ask.name == "claims")
    row = Decision(
        f"b2:{number:064x}",
        number,
        f"b2:f{number:063x}",
        "claim",
        "different",
        first.ids,
        first.ids,
        "Mira",
        "2031-04-09T10:00:00Z",
        "I was there",
    )
    return replace(row, **how)


def test_what_was_decided_is_told_in_the_words_of_the_reports(book: Book) -> None:
    docket = Docket([(decision(book), False)], "Mira")
    (done,) = page(book, docket).ledger.latest
    assert (done.who, done.at, done.words, done.why, done.state) == (
        "Mira",
        "2031-04-09 10:00",
        "claims: different",
        "I was there",
        "",
    )
    assert len(done.about) == 2
    assert all(done.about)
    assert done.batch == f"f{1:063x}"[:16]
    assert page(book, docket, said=done.batch).ledger.said == done
    assert page(book, docket, said="0" * 16).ledger.said is None


def test_a_stale_decision_is_listed_with_the_reason_and_gone_rows_break_nothing(book: Book) -> None:
    gone = decision(book, 2, keys=("b2:gone", "b2:lost"), stale=True, stale_why="the record no longer holds them")
    ledger = page(book, Docket([(decision(book), True), (gone, True)])).ledger
    assert (ledger.n_stale, [row.state for row in ledger.stale]) == (1, ["the record no longer holds them"])
    assert ledger.stale[0].about == ()
    assert ledger.n_waiting == 0


@pytest.mark.parametrize(
    ("how", "state", "can"),
    [
        ({"undone_by": "b2:x"}, "taken back", False),
        ({"superseded_by": "b2:x"}, "somebody decided otherwise later", True),
        ({"verdict": "undo", "subject_ids": ("b2:a", "b2:b"), "keys": ()}, "", False),
    ],
)
def test_what_became_of_a_decision_is_said(book: Book, how: dict[str, Any], state: str, can: bool) -> None:
    (done,) = page(book, Docket([(decision(book, **how), True)])).ledger.latest
    assert (done.state, bool(done.batch)) == (state, can)


def test_a_question_that_is_answered_is_counted_and_asked_no_more(book: Book) -> None:
    before, after = page(book, ask="claims"), page(book, Docket([(decision(book), False)]), ask="claims")
    assert before.one
    assert after.one
    assert before.one.question.id != after.one.question.id
    assert (after.standing.n_answered, after.standing.n_open) == (1, before.standing.n_open - 1)
    again = page(book, Docket([(decision(book), False)]), q=before.one.question.id)
    assert again.one
    assert again.one.decided
    assert again.one.decided.who == "Mira"


def test_after_the_last_question_those_come_again_that_were_skipped(book: Book) -> None:
    rows = [question_of(row) for row in book.ask("review_all")]
    last = page(book, after=rows[-1].id)
    assert last.one
    assert last.one.question == rows[0]
    assert last.standing.is_round_over
    assert last.standing.n_skipped == len(rows)
    assert [row.question.place for row in page(book, after=rows[0].id).rows] == [
        place for place in (*range(3, len(rows) + 1), 1) if place != 2
    ][:MOST_NEXT]


def test_a_table_is_of_one_kind(book: Book) -> None:
    kinds = {row.question.ask.name for row in page(book, **{"as": "table"}).rows}
    assert kinds == {"claims"}
    for name in ASKS:
        made = page(book, **{"as": "table", "ask": name})
        assert {row.question.ask.name for row in made.rows} <= {name}
        assert made.one is None


def test_an_answer_that_was_not_recorded_stays(book: Book) -> None:
    ledger = page(book, Docket([(decision(book), False)], carried=Carried("same", "why", decision(book)))).ledger
    assert ledger.held
    assert ledger.held.who == "Mira"
    assert ledger.carried == Carried("same", "why", decision(book))


@pytest.mark.parametrize("values", [{"ask": "truth"}, {"as": "list"}, {"as": "table", "page": "0"}])
def test_what_there_cannot_be_is_said(book: Book, values: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        page(book, **values)
