"""States of the pages: what is not there, what is broken, what fits nothing; none shows where in the code it was."""

from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

from tests.web.cases import BASE, PORT, case_of
from woozle.desk import Desk
from woozle.report.live import pages
from woozle.web import get
from woozle.web.app import build
from woozle.web.guard import HEADERS, Doorkeeper


def seen(case: Path) -> TestClient:
    """A browser that was let in, and gets an answer whatever happens."""
    keeper = Doorkeeper(PORT)
    made = TestClient(build(Desk(case), keeper), base_url=BASE, follow_redirects=False, raise_server_exceptions=False)
    assert made.get(keeper.url.removeprefix(BASE)).status_code == 303
    return made


def words(text: str) -> str:
    root = html.document_fromstring(text)
    assert len(root.xpath("//h1")) == 1
    assert root.xpath("//main//svg")
    return " ".join(root.xpath("string(//main)").split())


def test_a_fault_of_our_own_is_a_page_that_names_its_kind_and_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = case_of(tmp_path)

    def broken(*_: object) -> None:
        raise ZeroDivisionError("secret: /very/own/path")

    monkeypatch.setattr(pages, "view_of", broken)
    browser = seen(case)
    answer = browser.get("/claims")
    assert answer.status_code == 500
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    said = words(answer.text)
    assert "ZeroDivisionError" in said
    assert "nothing was lost" in said
    for leak in ("secret", "Traceback", "/own/", ".py", "File &quot;"):
        assert leak not in answer.text
    twin = browser.get("/claims.json")
    assert (twin.status_code, twin.json()["error"]["status"]) == (500, 500)
    assert "secret" not in twin.text


def test_a_book_that_is_damaged_in_its_middle_says_so(tmp_path: Path) -> None:
    case = case_of(tmp_path)
    browser, book = seen(case), case / "books" / "g1.sqlite"
    whole = book.read_bytes()
    book.write_bytes(whole[: 4096 * 3] + b"\xff" * (len(whole) - 4096 * 3))
    answers = [browser.get(path) for path in ("/", "/reports", "/copies", "/names", "/coverage", "/numbers.json")]
    assert {answer.status_code for answer in answers} == {503}
    assert "woozle run tolm.woozle" in words(answers[0].text)
    assert "Traceback" not in answers[0].text


@pytest.mark.parametrize(("path", "status"), [("/nowhere", 404), ("/claim/00000000", 404), ("/claims?page=0", 400)])
def test_what_is_not_there_has_a_way_on(browser: TestClient, path: str, status: int) -> None:
    answer = browser.get(path)
    assert answer.status_code == status
    root = html.document_fromstring(answer.text)
    assert root.xpath("//main//a[@href='/claims']")
    assert browser.get(f"{path.partition('?')[0]}.json?{path.partition('?')[2]}").json()["error"]["status"] == status


def test_a_link_that_was_used_is_a_page_too(sample_case: Path) -> None:
    keeper = Doorkeeper(PORT)
    browser = TestClient(build(Desk(sample_case), keeper), base_url=BASE)
    answer = browser.get("/-/open?token=old")
    assert answer.status_code == 403
    assert "The terminal has a new one" in words(answer.text)


def test_where_nothing_fits_each_way_on_says_what_it_gives(browser: TestClient) -> None:
    outlet = browser.get("/reports.json").json()["reports"][0]["outlet"]
    answer = browser.get("/claims", params={"q": "trucks", "outlet": outlet, "voices": "0", "stance": "rumoured"})
    ways = html.document_fromstring(answer.text).xpath("//ul[@class='ways']/li")
    for way in ways:
        n = int("".join(sign for sign in way.xpath("string()").rpartition("(")[2] if sign.isdigit()))
        path, mark, query = way.xpath("a/@href")[0].partition("?")
        assert browser.get(f"{path}.json{mark}{query}").json()["n"] == n > 0
    lost = browser.get("/claims?q=trucks&voices=9")
    assert "Drop voices: 9 (" in words(lost.text)
    nowhere = browser.get("/claims?q=zeppelin")
    assert "Drop words: zeppelin (" in words(nowhere.text)
    assert "All claims" in words(browser.get("/claims?q=zeppelin&voices=9").text)


def test_beyond_the_last_page_the_first_is_named(browser: TestClient) -> None:
    answer = browser.get("/claims?q=trucks&page=50")
    assert answer.status_code == 200
    assert html.document_fromstring(answer.text).xpath("//main//a[@href='/claims?q=trucks']")


def test_without_a_server_the_states_are_the_same(sample_case: Path) -> None:
    assert get(sample_case, "/nowhere.json").content.startswith(b'{"woozle"')


def test_the_state_of_the_record_is_told_in_one_word_to_those_who_were_let_in(tmp_path: Path) -> None:
    case = case_of(tmp_path)
    assert seen(case).get("/-/record").text == "g1"
    stranger = TestClient(build(Desk(case), Doorkeeper(PORT)), base_url=BASE)
    assert (stranger.get("/-/record").status_code, stranger.get("/-/record").text) == (403, "")
    (case / "book").unlink()
    assert seen(case).get("/-/record").text == ""
