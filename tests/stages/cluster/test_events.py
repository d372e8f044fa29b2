"""Events across reports: one happening is one event, whatever the order and cut of the work."""

from pathlib import Path

import pytest

from woozle.case import Case
from woozle.model.happenings import Event, EventMention
from woozle.model.records import Assertion, Claim
from woozle.store.book import Book

REPORTS = {
    "post.txt": "Orlo Post\n2024-05-07\n\n"
    "A bomb exploded in a market in Orlo on Monday, killing five people, police said. "
    "The Dawn Front claimed responsibility for the attack.",
    "sun.txt": "Valley Sun\n2024-05-07\n\n"
    "Five people died in Orlo. They were killed on Monday when a bomb went off in a "
    "market in Orlo, the mayor said.",
    "radio.txt": "Hill Radio\n2024-05-09\n\nOn Wednesday gunmen kidnapped two engineers near Kort, the district said.",
}


def run(folder: Path, names: list[str], *, at_once: bool) -> Book:
    case = Case.create(folder / "case")
    for name in names:
        (folder / name).write_text(REPORTS[name], "utf-8")
        case.add(folder / name)
        if not at_once:
            case.run(workers=1)
    case.run(workers=1)
    assert case.verify().faults == ()
    return case.record()


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    return run(tmp_path_factory.mktemp("events"), list(REPORTS), at_once=True)


def test_two_reports_of_one_bomb_are_one_event(book: Book) -> None:
    (bomb,) = [event for event in book.rows(Event) if event.type == "bombing"]
    assert (bomb.reports, bomb.place, bomb.stage, bomb.confidence) == (2, "Orlo", "accomplished", "claimed")
    assert bomb.time == "2024-05-06T00:00:00Z/2024-05-07T00:00:00Z"
    assert bomb.killed is not None
    assert (bomb.killed.low, bomb.killed.best, bomb.killed.high) == (5, 5, 5)
    assert bomb.first_seen == "2024-05-07"


def test_another_happening_is_another_event(book: Book) -> None:
    assert sorted(event.type for event in book.rows(Event)) == ["abduction", "bombing"]


def test_mentions_assertions_and_claims_name_their_event(book: Book) -> None:
    events = {event.id: event for event in book.rows(Event)}
    mentions = book.rows(EventMention)
    for event in events.values():
        assert set(event.mention_ids) == {row.id for row in mentions if row.event_id == event.id}
        assert event.claim_ids
    for row in book.rows(Assertion):
        held = [m for m in mentions if m.document_id == row.document_id and m.event_id == row.event_id]
        spans = [(span.start, span.end) for span in row.spans]
        assert row.event_id is None or any(s <= m.span.start and m.span.end <= e for m in held for s, e in spans)
    assert {claim.event_id for claim in book.rows(Claim)} - {None} == set(events)


def test_the_order_of_reports_and_of_runs_does_not_matter(book: Book, tmp_path: Path) -> None:
    other = run(tmp_path, sorted(REPORTS, reverse=True), at_once=False)
    assert other.rows(Event) == book.rows(Event)
    assert other.rows(EventMention) == book.rows(EventMention)
