"""The addresses: each view as a page and as its twins, faults as pages, nothing outside of the case."""

import csv
import io
import re
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from starlette.testclient import TestClient

from tests.report.sample import Record, many
from tests.web.cases import case_of, fill, reader
from tests.web.rich import HERON, rich
from woozle.model import records as r
from woozle.report.index import build as index_of
from woozle.report.page import assemble

LISTS = ("claims", "reports", "copies", "timeline", "events", "names", "map", "coverage")


def first(browser: TestClient, path: str, name: str) -> Any:
    return browser.get(path).json()[name][0]


@pytest.fixture
def rows(browser: TestClient) -> dict[str, str]:
    """The address of one row of each kind."""
    claim = first(browser, "/claims.json", "claims")["href"]
    report = first(browser, f"{claim}.json", "assertions")["report_href"]
    name = f"/name/{first(browser, '/names.json', 'names')['id'][3:19]}"
    return {
        "claim": claim,
        "report": report,
        "name": name,
        "bytes": report.replace("/report/", "/bytes/") + "?from=0&to=20",
    }


def twin(path: str, form: str) -> str:
    head, mark, tail = path.partition("?")
    return f"{head}.{form}{mark}{tail}"


def test_every_view_is_a_page_and_has_its_twins(browser: TestClient, rows: dict[str, str]) -> None:
    for path in ["/", "/numbers", *(f"/{name}" for name in LISTS), *rows.values()]:
        page = browser.get(path)
        assert (page.status_code, page.headers["content-type"]) == (200, "text/html; charset=utf-8"), path
        root = html.document_fromstring(page.text)
        assert len(root.xpath("//h1")) == 1, path
        for href in root.xpath("//footer//a[contains(text(), 'JSON')]/@href"):
            found = browser.get(href)
            assert found.headers["content-type"] == "application/json"
            assert found.json()["format"] == 1
        assert root.xpath("//footer//a[contains(text(), 'JSON')]"), path


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_a_table_too(browser: TestClient, name: str) -> None:
    answer = browser.get(f"/{name}.csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    table = list(csv.reader(io.StringIO(answer.text)))
    assert len({len(row) for row in table}) == 1
    assert len(table) > 1


def test_every_link_leads_somewhere(browser: TestClient) -> None:
    """From the start page on, every address that a page names is answered."""
    seen, waiting = set[str](), ["/"]
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        answer = browser.get(path)
        assert answer.status_code == 200, path
        if "html" in answer.headers["content-type"]:
            root = html.document_fromstring(answer.text)
            links = (href.partition("#") for href in root.xpath("//@href"))
            # Filters lead to filters of filters: two of them together are enough.
            waiting += [link for link, _, _ in links if link and link.count("=") < 2]
    assert len(seen) > 60


def test_every_name_that_a_link_points_at_stands_on_its_page(browser: TestClient, rows: dict[str, str]) -> None:
    root = html.document_fromstring(browser.get(rows["claim"]).text)
    pointed = [href.partition("#") for href in root.xpath("//@href") if "/report/" in href and "#" in href]
    assert pointed
    for path, _, name in pointed:
        there = html.document_fromstring(browser.get(path).text)
        assert there.xpath(f"//*[@id='{name}']"), (path, name)


def test_no_page_holds_a_script_a_style_or_an_address_elsewhere(browser: TestClient, rows: dict[str, str]) -> None:
    for path in ["/", *rows.values()]:
        root = html.document_fromstring(browser.get(path).text)
        assert not root.xpath("//style|//@style|//script[not(@src)]|//iframe|//img|//object|//embed")
        assert not [name for node in root.iter() for name in node.attrib if name.startswith("on")]
        assert all(re.match(r"[/#]", href) for href in root.xpath("//@href|//@src|//@action"))


@pytest.mark.parametrize(
    "path",
    [
        "/nowhere",
        "/nowhere.json",
        "/claim",
        "/claim/",
        "/claim/zzzzzzzz",
        "/claim/00000000",
        "/claim/%00",
        "/claim/../../etc/passwd",
        "/..%2f..%2fetc/passwd",
        "/bytes/..%2f..%2fwoozle.toml",
        "/assets/..%2f__init__.py",
        "/assets/../woozle.toml",
        "/assets/woozle.toml",
        "/report/%F0%9F%98%80",
        "/claim.csv",
        "/numbers.csv",
    ],
)
def test_what_is_not_there_is_not_found(browser: TestClient, path: str) -> None:
    assert browser.get(path).status_code == 404


@pytest.mark.parametrize("query", ["page=0", "page=x", "page=-1", "page=99999999", "page=٣", "sort=truth"])
def test_what_there_cannot_be_is_said(browser: TestClient, query: str) -> None:
    answer = browser.get(f"/claims?{query}")
    assert answer.status_code == 400
    assert query.partition("=")[2] in answer.text


@pytest.mark.parametrize(
    "words", ['"', "'; DROP TABLE claims; --", "NEAR(", "a AND", "*", "\x00", "{matches}", "🙂", "(" * 150]
)
def test_words_are_only_words(browser: TestClient, words: str) -> None:
    for path in ("/claims", "/claims.json"):
        assert browser.get(path, params={"q": words, "outlet": words}).status_code == 200


def test_a_page_beyond_the_last_is_empty(browser: TestClient) -> None:
    assert browser.get("/claims.json?page=50").json()["claims"] == []
    assert browser.get("/claims?page=50").status_code == 200


def test_the_pages_are_of_the_record_that_is_live(tmp_path: Path) -> None:
    """A run that ends while pages are read makes the next page one of the new record."""
    case = case_of(tmp_path)
    browser = reader(case)
    before = browser.get("/claims.json").json()
    fill(case, many(30), "g2")
    after = browser.get("/claims.json").json()
    assert (before["record"], after["record"]) == ("g1", "g2")
    assert before["claims"] != after["claims"]


def test_a_case_without_a_record_says_what_to_do(tmp_path: Path) -> None:
    case = case_of(tmp_path)
    browser = reader(case)
    (case / "book").unlink()
    answer = browser.get("/")
    assert answer.status_code == 503
    assert "woozle run tolm.woozle" in answer.text


def test_a_damaged_record_says_what_to_do(tmp_path: Path) -> None:
    case = case_of(tmp_path)
    (case / "books" / "g1.sqlite").write_bytes(b"SQLite format 3\0" + b"\0" * 4000)
    answer = reader(case).get("/")
    assert answer.status_code == 503
    assert "run the case again" in answer.text


def test_an_empty_record_has_a_page(tmp_path: Path) -> None:
    browser = reader(case_of(tmp_path, Record({r.Claim: []})))
    answer = browser.get("/")
    assert answer.status_code == 200
    assert "No reports yet." in answer.text
    assert browser.get("/claims.csv").text.count("\r\n") == 1


def test_who_is_protected_has_no_page_and_is_nobodys_filter(browser: TestClient) -> None:
    """A name that must not be narrowed down is shown where reports say it, and leads nowhere."""
    short = HERON[3:19]
    assert browser.get(f"/name/{short}").status_code == 404
    assert browser.get(f"/reports.json?name={short}").json()["n"] == 0
    assert browser.get(f"/claims.json?actor={short}&standing=all").json()["n"] == 0
    for path in ("/", "/names", "/names.json"):
        assert short not in browser.get(path).text.replace(HERON, "")
    assert "Heron" in browser.get("/names").text
    near = browser.get(f"/name/{first(browser, '/names.json', 'names')['id'][3:19]}.json").json()["beside"]
    assert "Heron" not in [row["name"] for row in near]


def test_what_copies_are_narrowed_down_to(browser: TestClient) -> None:
    whole = browser.get("/copies.json").json()
    steps = {row["id"]: row for row in whole["steps"]}
    edited = browser.get("/copies.json?kind=edited").json()["steps"]
    assert {row["kind"] for row in edited} == {"edited"}
    bare = browser.get("/copies.json?credited=no").json()["steps"]
    assert {row["id"] for row in bare} == {key for key, row in steps.items() if not row["credited"]}
    child = edited[0]["child_document_id"]
    family = browser.get(f"/copies.json?report={child[3:19]}").json()
    assert child in family["reports"]
    assert edited[0]["parent_document_id"] in family["reports"]
    assert family["n_steps"] <= whole["n_steps"]
    assert browser.get("/copies?kind=lies").status_code == 400
    assert browser.get("/copies?zoom=9").status_code == 400
    assert 'class="scroll zoom-3"' in browser.get("/copies?zoom=3").text


def test_a_report_that_says_a_thing_twice_is_listed_once(browser: TestClient) -> None:
    """Alone, each term of a question names its rows; only together are they made one each."""
    claims = browser.get("/claims.json?standing=all").json()["claims"]
    for claim in claims:
        found = browser.get(f"/reports.json?claim={claim['id'][3:19]}").json()
        ids = [row["id"] for row in found["reports"]]
        assert found["n"] == len(ids) == len(set(ids)) == claim["reports"]
    names = [row["id"] for row in browser.get("/names.json").json()["names"] if not row["protected"]]
    events = [row["id"] for row in browser.get("/events.json").json()["events"]]
    reports = [row["id"] for row in browser.get("/reports.json").json()["reports"]]
    paths = [f"/reports.json?name={row[3:19]}" for row in names] + [
        f"/reports.json?event={row[3:19]}" for row in events
    ]
    for path in paths + [f"/claims.json?standing=all&report={row[3:19]}" for row in reports]:
        told = browser.get(path).json()
        ids = [row["id"] for row in told["claims" if "claims" in path else "reports"]]
        assert told["n"] == len(ids) == len(set(ids)), path


def test_a_voice_keeps_its_letter_in_every_part_of_the_copies(browser: TestClient) -> None:
    """Of a family, few reports of the lit claim are drawn; its voices are ranked by all of them."""

    def letters(path: str) -> dict[str, str]:
        root = html.document_fromstring(browser.get(path).text)
        return {one.xpath("string(bdi)"): one.xpath("string(span)") for one in root.xpath("//*[@class='named']")}

    whole = letters("/copies")
    assert len(whole) > 1
    for row in browser.get("/reports.json").json()["reports"]:
        if row["n_parents"] or row["n_children"]:
            assert letters(f"/copies?report={row['href'].rpartition('/')[2]}") == whole


def test_a_band_opens_into_its_strokes(tmp_path: Path) -> None:
    """In more than 60 reports, steps of a lane on a day run together; the band leads to them one by one."""
    browser = reader(case_of(tmp_path, many(90)))
    root = html.document_fromstring(browser.get("/copies").text)
    bands = root.xpath("//svg//a[@class='band-of']")
    assert bands
    for band in bands[:5]:
        told = int(band.xpath("string(title)").split()[0])
        opened = html.document_fromstring(browser.get(band.get("href")).text)
        assert len(opened.xpath("//svg//path[@data-to]")) >= told


def test_the_numbers_are_those_of_the_one_file(browser: TestClient) -> None:
    """What the book counts for the pages is what the one-file report counts from the rows."""
    page = assemble(index_of(rich()), "tolm")
    totals = browser.get("/numbers.json").json()["totals"]
    assert (totals["first_hand"], totals["steps"]) == (page.copies.n_first, page.copies.n_steps)
    assert (totals["claims"], totals["several"]) == (len(page.rows) + len(page.singles), len(page.rows))
    assert (totals["inputs_read"], totals["inputs_unread"]) == (page.coverage.n_read, page.coverage.n_unread)
    listed = browser.get("/claims.json").json()["claims"]
    assert [(row["id"], row["weight"]) for row in listed] == [(row.head.id, row.weight) for row in page.rows]
    assert page.title[0] in browser.get("/").text


def test_a_places_area_is_as_wide_as_its_kind(browser: TestClient) -> None:
    found = browser.get("/map.json").json()
    assert {row["name"]: row["precision"] for row in found["places"]} == {"Tolm": "town", "Kesh": "admin1"}
    assert found["n_unplaced"] == 1
    root = html.document_fromstring(browser.get("/map").text)
    town, area = (
        float(root.xpath(f"//svg//a[title[contains(., '{name}')]]/circle/@r")[0]) for name in ("Tolm", "Kesh")
    )
    assert area > 2 * town
    assert root.xpath("//svg//a[title[contains(., 'Kesh')]]/circle[contains(@class, 'wide-area')]")
    assert browser.get("/map?frame=all").status_code == 200


def test_nothing_is_written(tmp_path: Path) -> None:
    case = case_of(tmp_path)
    browser, before = reader(case), sorted((path, path.stat().st_mtime_ns) for path in case.rglob("*"))
    for path in ("/", "/claims.json", "/claims?q=trucks", *(f"/{name}" for name in LISTS)):
        assert browser.get(path).status_code == 200
    assert sorted((path, path.stat().st_mtime_ns) for path in case.rglob("*")) == before


def test_bytes_are_shown_only_if_they_are_those_that_were_read(tmp_path: Path) -> None:
    """The sample has no captures: its bytes are gone. With wrong ones in their place, they are not shown either."""
    case = case_of(tmp_path)
    browser = reader(case)
    row = next(iter(sorted(rich().rows(r.Document), key=lambda one: one.id)))
    path = f"/bytes/{row.id[3:19]}"
    assert "are gone" in browser.get(path).text
    digest = row.capture_sha256.removeprefix("sha256:")
    wrong = case / "captures" / digest[:2] / digest[2:]
    wrong.parent.mkdir(parents=True)
    wrong.write_bytes(b"<script>alert(1)</script> other bytes")
    page = browser.get(path).text
    assert "not the bytes that were read" in page
    assert "other bytes" not in page
    wrong.write_bytes(row.text.encode())
    assert browser.get(f"{path}.json").json()["is_sound"] == (
        row.capture_sha256 == browser.get(f"{path}.json").json()["found"]
    )
