"""The questions that pages ask: each can be asked, none reads a whole table of the pile, words stay words."""

import re
import sqlite3
from importlib.resources import files
from pathlib import Path

import pytest

from tests.web.cases import fill
from tests.web.rich import rich
from woozle.errors import CaseError
from woozle.model.records import Place
from woozle.model.values import Span
from woozle.store.book import build, open_live
from woozle.store.questions import statements, worded

NAMES = sorted(
    path.name.removesuffix(".sql")
    for path in files("woozle.store.questions").iterdir()
    if path.name.endswith(".sql") and not path.name.endswith("tables.sql")
)
VALUES = {"facets": [1, 2], "words": '"bridge"', "report": "b2:x", "outlet": "x", "day": "2031-04-08", "claim": "b2:x"}
#: Small by nature: values, kinds and days, not rows of reports.
SMALL = {"facets", "totals", "name_kinds", "event_types", "days", "report_days", "remarked", "outlets", "outlets_count"}
#: Lists in their own order stop after a page, or are short; names and problems are looked through, which is documented,
#: and passages are counted once a call of `woozle copies`.
IN_ORDER = {"events_page", "events_count", "names_page", "names_count", "places_page", "places_count", "name_pairs"}
IN_ORDER |= {"review_all"}
THROUGH = {"problems_page", "problems_count", "name_pairs", "outlet_days", "passages_elsewhere"}


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("questions")
    fill(folder, rich())
    return folder


@pytest.mark.parametrize("name", NAMES)
def test_a_question_can_be_asked_and_is_answered_by_an_index(book: Path, name: str) -> None:
    text = worded(name, VALUES)
    given = {key: None for key in re.findall(r":(\w+)", text)} | {"facets": "[1, 2]", "words": '"bridge"', "limit": 1}
    path = next((book / "books").glob("*.sqlite"))
    with sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True) as connection:
        steps = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {text}", given)]
    whole = [step for step in steps if re.match(r"SCAN (?!json_each|\(|CONSTANT|search|m\b|f\b|d\b|value)\w+$", step)]
    if name not in SMALL | IN_ORDER | THROUGH:
        assert whole == [], steps


def test_values_never_become_part_of_a_question() -> None:
    text = worded("claims_page", {"facets": [7], "words": "'; DROP TABLE claims", "report": "b2:'"})
    assert "DROP" not in text
    assert ":words" in text
    assert "b2:" not in text


def test_statements_are_whole() -> None:
    found = statements("tables") + statements("review_tables")
    assert len(found) > 60
    assert all(re.match(r"(CREATE|INSERT|DROP)\b", one) for one in found)


def test_a_book_of_another_woozle_says_what_to_do(book: Path, tmp_path: Path) -> None:
    copy = tmp_path / "books" / "g1.sqlite"
    copy.parent.mkdir()
    copy.write_bytes(next((book / "books").glob("*.sqlite")).read_bytes())
    (tmp_path / "book").write_text("g1\n")
    with sqlite3.connect(copy) as connection:
        connection.execute("DROP TABLE claim_looks")
    opened = open_live(tmp_path)
    assert opened is not None
    with pytest.raises(CaseError, match="run the case again"):
        opened.ask("claim_place", id="b2:x")


def test_what_fits_has_every_value_and_stands_in_order_whichever_comes_first(book: Path) -> None:
    found = open_live(book)
    assert found is not None
    path = next((book / "books").glob("*.sqlite"))
    with sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True) as connection:
        places: dict[int, set[int]] = {}
        for facet, place in connection.execute("SELECT facet, place FROM claim_facets"):
            places.setdefault(facet, set()).add(place)
    pairs = [(one, other) for one in places for other in places if places[one] & places[other]]
    for pair in pairs:
        rows = found.ask("claims_places", facets=list(pair), words=None, report=None, most=1000)
        assert [row[0] for row in rows] == sorted(places[pair[0]] & places[pair[1]])
    assert len(pairs) > len(places)
    found.close()


def test_a_place_that_is_settled_nowhere_is_one_however_it_is_capitalised(tmp_path: Path) -> None:
    names = ("OSTRELL", "Ostrell", "Grevny")
    places = [
        Place(f"b2:{n}", f"b2:report {n}", Span(0, len(name), name), name, None, None, None, None, None, None)
        for n, name in enumerate(names)
    ]
    build(tmp_path, "places", {"places": places}, {})
    found = open_live(tmp_path)
    assert found is not None
    listed = found.ask("places_page", settled=0, limit=9, offset=0)
    assert [(row[1], row[7]) for row in listed] == [("Ostrell", 2), ("Grevny", 1)]
    found.close()
