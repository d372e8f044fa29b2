"""Which claims are asked for: every filter alone, filters together, and what is refused."""

from datetime import date
from pathlib import Path

import pytest

from woozle.errors import UsageError
from woozle.model.records import Assertion, Claim, Conflict, Document, Entity, Mention, Origin
from woozle.model.values import Occasion, Published, Range, Span, Voice
from woozle.store.book import Book, build, open_live
from woozle.store.choosing import days


def document(name: str, outlet: str, start: str | None, end: str | None) -> Document:
    when = Published(start and f"{start}T00:00:00Z", f"{end}T00:00:00Z", "stated") if end else None
    text = f"Heron said the bridge at Orle fell. {name}"
    return Document(name, "s", f"{name}.txt", (), outlet, None, None, (), when, "en", "utf-8", text, ())


def assertion(name: str, doc: str, claim: str, actors: tuple[str, ...] = ()) -> Assertion:
    spans = (Span(11, 34, "the bridge at Orle fell"),)
    return Assertion(name, doc, spans, None, claim, None, "affirmed", "plain", actors, (), (), (), None)


def claim(name: str, text: str, *, reports: int, voices: int) -> Claim:
    return Claim(name, text, (), None, reports, 1, Range(1, 1, 1), Range(0, voices, 3), None, None)


@pytest.fixture
def book(tmp_path: Path) -> Book:
    said = Voice("e1", "Heron", "person")
    tables = {
        "documents": [
            document("d1", "Harbour Wire", "2024-05-07", "2024-05-08"),
            document("d2", "The Saltby Echo", "2024-05-31", "2024-06-01"),
            document("d3", "Harbour Wire", None, "2024-07-01"),
            document("d4", "Harbour Wire", None, None),
        ],
        "entities": [
            Entity("e1", "Ivo Tesk", "person", ("Heron", "Tesk"), True),
            Entity("e2", "Orle", "place", ("Orlé",), False),
            Entity("e3", "Road Office", "organisation", (), False),
        ],
        "mentions": [
            Mention("m1", "d1", Span(0, 5, "Heron"), "person", "e1"),
            Mention("m2", "d1", Span(25, 29, "Orle"), "place", "e2"),
        ],
        "assertions": [
            assertion("a1", "d1", "c1"),
            assertion("a2", "d2", "c2", ("e3",)),
            assertion("a3", "d3", "c3"),
            assertion("a4", "d4", "c3"),
        ],
        "claims": [
            claim("c1", "the bridge fell", reports=2, voices=1),
            claim("c2", "no lorry crossed", reports=1, voices=2),
            claim("c3", "ferries “sailed”", reports=5, voices=0),
        ],
        "origins": [
            Origin("o1", "c1", said, Occasion("post", None, None), "sure", None, ("a1",), ()),
            Origin("o2", "c3", said, Occasion("unknown", None, None), "none", None, ("a3",), ()),
            Origin("o3", "c2", Voice(None, "a nurse", "anonymous"), Occasion("post", None, None), "half", None, (), ()),
        ],
        "conflicts": [Conflict("k", "c2", "c1", "denial", ())],
    }
    build(tmp_path, "g", tables, {})
    opened = open_live(tmp_path)
    assert opened is not None
    return opened


def ids(book: Book, **wanted: object) -> list[str]:
    return [row.id for row in book.claims(wanted)]  # type: ignore[arg-type]


def test_all_claims_come_with_those_in_most_reports_first(book: Book) -> None:
    assert ids(book) == ["c3", "c1", "c2"]
    assert [row.id for row in book.claims({}, 1)] == ["c3"]


def test_a_claim_is_about_its_words_who_acts_and_who_is_named_in_it(book: Book) -> None:
    assert ids(book, about="bridge FELL") == ["c3", "c1", "c2"]  # every report of the three says so
    assert ids(book, about="lorry") == ["c2"]
    assert ids(book, about="the road office") == ["c2"]
    assert ids(book, about="ORLÉ") == ["c3", "c1", "c2"]
    assert ids(book, about="Tesk") == []  # he says it, it is not about him
    for odd in ('"sailed', "NEAR(a", "lorry* OR", "text:lorry"):
        ids(book, about=odd)


def test_a_name_is_that_of_a_voice_by_any_alias(book: Book) -> None:
    assert ids(book, voice="tesk") == ids(book, voice="Ivo Tesk") == ids(book, voice="Heron") == ["c1"]
    assert ids(book, voice="A nurse") == ["c2"]
    assert ids(book, voice="Orle") == []


def test_an_outlet_and_dates_are_asked_of_one_report(book: Book) -> None:
    assert ids(book, outlet="harbour wire") == ["c3", "c1"]
    assert ids(book, outlet="Saltby Echo") == ids(book, outlet="The Saltby Echo") == ["c2"]
    assert ids(book, since="2024-05-07", until="2024-05-07") == ["c1"]
    assert ids(book, since="2024-05-08") == ["c2"]
    assert ids(book, until="2024-05") == ["c1", "c2"]
    assert ids(book, until="2023") == []
    assert ids(book, outlet="Harbour Wire", since="2024-05-08") == []


def test_filters_hold_together(book: Book) -> None:
    assert ids(book, min_voices=1) == ["c1", "c2"]
    assert ids(book, conflicts=True) == ["c1", "c2"]
    assert ids(book, conflicts=True, min_voices=2, about="lorry", since="2024") == ["c2"]


def test_what_names_nothing_is_refused(book: Book) -> None:
    for option in ("about", "voice", "outlet"):
        with pytest.raises(UsageError, match=f'{option} " ”" names nothing'):
            ids(book, **{option: " ”"})
    with pytest.raises(UsageError, match="since 2024-05-08 is after until 2024-05-07"):
        ids(book, since="2024-05-08", until="2024-05-07")


@pytest.mark.parametrize("text", ["2024-13", "2024-02-30", "yesterday", "7 May 2024", "20240507", "0000", "9999", ""])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match=f"until {text} is no date: write 2024-05-07, 2024-05 or 2024"):
        days(text, "until")


def test_days_months_and_years_are_half_open() -> None:
    assert days("2024-12-31", "since") == (date(2024, 12, 31), date(2025, 1, 1))
    assert days("2024-12", "since") == (date(2024, 12, 1), date(2025, 1, 1))
    assert days("2024-01", "since") == (date(2024, 1, 1), date(2024, 2, 1))
    assert days("2024", "since") == (date(2024, 1, 1), date(2025, 1, 1))
