"""The page of coverage: runs, what they changed, settings; and every page while a run is under way."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from starlette.testclient import TestClient

import woozle
from tests.report.sample import many
from tests.web.cases import case_of, fill, reader
from tests.web.rich import rich
from tests.web.test_app import twin
from woozle.model import records as r
from woozle.model.arrow import plain
from woozle.model.runs import CHANGES
from woozle.report.live.changes import EACH, SIZE
from woozle.report.live.runs import took_words
from woozle.review.diff import changes
from woozle.store.book import open_live
from woozle.store.folder import Lock
from woozle.store.runs import remember

PAGES = ("/", "/claims?voices=9", "/reports", "/copies", "/timeline", "/events", "/names", "/map", "/coverage")
OTHERS = ("/changes", "/review", "/numbers", "/nowhere")


def remembered(case: Path, day: int, seconds: float = 41.4) -> None:
    """The live record as one that a run left."""
    book = open_live(case)
    assert book is not None
    remember(case, book, f"2031-05-{day:02d}T09:12:00Z", seconds, changes)
    book.close()


def grown(folder: Path) -> Path:
    """A case with two runs: the record that is shown has 90 reports more than the first, and a problem."""
    case = case_of(folder)
    remembered(case, 1)
    record = rich()
    for table, rows in many(90).tables.items():
        known = {row.id for row in record.rows(table)}
        record.add(*(row for row in rows if row.id not in known))
    record.add(r.Problem("b2:memo", "inbox/memo.m4a", None, "ingest", "not_read", "Sound is not read."))
    fill(case, record, "g2")
    remembered(case, 2, 130)
    return case


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return grown(tmp_path_factory.mktemp("grown"))


@pytest.fixture
def browser(case: Path) -> TestClient:
    return reader(case)


def words(browser: TestClient, path: str, what: str = "//main") -> str:
    root = html.document_fromstring(browser.get(path).text)
    return " ".join(" ".join(node.text_content() for node in root.xpath(what)).split())


def rows_of(browser: TestClient, path: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(browser.get(path).text)))


def test_runs_say_when_how_long_what_was_read_and_what_was_not(browser: TestClient) -> None:
    told = browser.get("/coverage.json").json()["runs"]
    assert [(run["number"], run["id"], run["seconds"]) for run in told] == [(2, "g2", 130.0), (1, "g1", 41.4)]
    assert (told[0]["n_inputs"] - told[1]["n_inputs"], told[0]["n_unread"] - told[1]["n_unread"]) == (91, 1)
    shown = words(browser, "/coverage", "//section[@id='runs']")
    for part in ("Fri 2 May 2031, 09:12 (these pages)", "2 min 10 s", f"{told[0]['n_unread']} not read", "41 s"):
        assert part in shown
    assert "the first that is remembered" in shown
    listed = rows_of(browser, "/coverage.csv?of=runs")
    assert [(row["number"], row["seconds"], row["n_unread"]) for row in listed] == [
        (str(run["number"]), str(run["seconds"]), str(run["n_unread"])) for run in told
    ]


def test_what_the_last_run_changed_is_what_diff_says(browser: TestClient, case: Path) -> None:
    found = woozle.open(case).diff("1", "2")
    shown = browser.get("/coverage.json").json()["changes"]
    assert (shown["old"]["number"], shown["new"]["number"]) == (1, 2)
    assert len(found.reports_added) == 90
    for kind in CHANGES:
        whole = [plain(row) for row in getattr(found, kind)]
        assert shown["n"][kind] == len(whole)
        assert shown[kind] == whole[:4]
        told, page = list[Any](), 1
        while len(told) < len(whole):
            answer = browser.get(f"/changes.json?kind={kind}&page={page}").json()
            assert 0 < len(answer[kind]) <= SIZE
            told += answer[kind]
            page += 1
        assert told == whole
        assert [row["id"] for row in rows_of(browser, f"/changes.csv?run=2&kind={kind}")] == [
            row["id"] for row in whole[:SIZE]
        ]
    assert "+90 reports" in words(browser, "/coverage", "//section[@id='changes']")


def test_all_kinds_stand_on_one_page_and_each_leads_to_its_own(browser: TestClient) -> None:
    root = html.document_fromstring(browser.get("/changes?run=2").text)
    parts = root.xpath("//section[@class='change']")
    assert len(parts) > 1
    assert all(0 < len(part.xpath("ul/li")) <= EACH for part in parts)
    more, *_ = root.xpath("//section[@class='change']//a[contains(., 'All 90 of them')]/@href")
    assert more == "/changes?run=2&kind=reports_added"
    assert "1 to 50 of 90 changes" in words(browser, more)
    hrefs = root.xpath("//section[@class='change']//li//a/@href")
    assert hrefs
    assert {browser.get(href).status_code for href in hrefs} == {200}


def test_a_run_without_one_before_it_has_nothing_to_compare(browser: TestClient, tmp_path: Path) -> None:
    assert "No run before it is remembered" in words(browser, "/changes?run=1")
    assert browser.get("/changes.json?run=1").json()["old"] is None
    bare = reader(case_of(tmp_path))
    assert "No run is remembered" in words(bare, "/changes")
    assert "No run is remembered" in words(bare, "/coverage", "//section[@id='runs']")
    assert bare.get("/coverage.json").json()["changes"] is None


@pytest.mark.parametrize("query", ["run=7", "run=x", "kind=lies", "page=0", "kind=claims_new&page=-1"])
def test_changes_that_there_cannot_be_are_said(browser: TestClient, query: str) -> None:
    assert browser.get(f"/changes?{query}").status_code == 400


def test_lists_of_coverage_as_rows(browser: TestClient) -> None:
    assert rows_of(browser, "/coverage.csv")[-1]["input"] == rows_of(browser, "/coverage.csv?of=problems")[-1]["input"]
    assert rows_of(browser, "/coverage.csv?of=outlets")[0]["reports"].isdigit()
    assert browser.get("/coverage.csv?of=lies").status_code == 400


def test_settings_say_what_is_unusual_and_what_the_next_run_will_follow(tmp_path: Path) -> None:
    case = case_of(tmp_path)
    settings = woozle.open(case).settings()
    settings["cluster"]["nearest"] = 7
    fill_with(case, settings)
    woozle.open(case).set("run.reports_a_chunk", 32)
    listed = {row["setting"]: row for row in rows_of(reader(case), "/coverage.csv?of=settings")}
    usual = woozle.open(case).settings()
    assert (listed["cluster.nearest"]["value"], listed["cluster.nearest"]["usual"]) == (
        "7",
        str(usual["cluster"]["nearest"]),
    )
    assert listed["cluster.nearest"]["next"] == listed["cluster.nearest"]["usual"]
    assert (listed["run.reports_a_chunk"]["usual"], listed["run.reports_a_chunk"]["next"]) == ("", "32")
    assert "the next run: 32" in words(reader(case), "/coverage", "//section[@id='settings']")
    (case / "woozle.toml").write_text((case / "woozle.toml").read_text() + "\n[nonsense]\nx = 1\n")
    assert "have mistakes" in words(reader(case), "/coverage", "//section[@id='settings']")
    assert reader(case).get("/coverage.json").json()["settings_next"] is None


def fill_with(case: Path, settings: object) -> None:
    fill(case, rich(), "g3", {"woozle": "0.1.0", "settings": settings})


def test_a_damaged_file_of_a_run_costs_its_list_and_no_page(tmp_path: Path) -> None:
    case = grown(tmp_path)
    (case / "runs" / "000002.parquet").write_bytes(b"not a table")
    browser = reader(case)
    assert browser.get("/coverage").status_code == 200
    assert "delete it, the record does not need it" in words(browser, "/coverage", "//section[@id='runs']")
    assert browser.get("/changes").status_code == 200


def test_every_page_says_that_a_run_is_under_way_and_goes_on_working(tmp_path: Path) -> None:
    case = grown(tmp_path)
    browser = reader(case)
    for path in (*PAGES, *OTHERS):
        assert "under way" not in words(browser, path, "//body")
    with Lock(case, act="run"):
        for path in (*PAGES, *OTHERS):
            answer = browser.get(path)
            assert answer.status_code == (404 if path == "/nowhere" else 200)
            assert "A run is under way since" in words(browser, path, "//p[@class='under-way']"), path
            if path not in ("/", "/nowhere"):
                assert browser.get(twin(path, "json")).json()["under_way"]["act"] == "run"
    assert browser.get("/claims.json").json()["under_way"] is None
    with Lock(case, act="add"):
        assert "Reports are being added since" in words(browser, "/", "//p[@class='under-way']")
    (case / "book").unlink()
    with Lock(case, act="run"):
        answer = browser.get("/")
        assert answer.status_code == 503
        assert "A run is under way" in answer.text


def test_nothing_is_applied_while_a_run_is_under_way(tmp_path: Path) -> None:
    """A decision is recorded meanwhile; the run that would follow it cannot be started, so no button offers it."""
    case = case_of(tmp_path)
    claims = woozle.open(case).claims(limit=2)
    woozle.open(case).judge("claim", "same", claims[0].id, claims[1].id, by="Mira", is_applied=False)
    browser = reader(case)
    assert html.document_fromstring(browser.get("/review").text).xpath("//form[@action='/review/run']")
    with Lock(case, act="run"):
        root = html.document_fromstring(browser.get("/review").text)
        assert not root.xpath("//form[@action='/review/run']")
        assert "waits for the next run" in root.text_content()


@pytest.mark.parametrize(
    ("seconds", "said"), [(None, ""), (0.04, "0.0 s"), (9.94, "9.9 s"), (59.6, "1 min 0 s"), (11_100, "3 h 5 min")]
)
def test_how_long_a_run_took(seconds: float | None, said: str) -> None:
    assert took_words(seconds) == said
