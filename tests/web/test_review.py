"""Review by forms: who may answer, what is recorded and when, two people at once, bulk, undo, read-only cases."""

import csv
import io
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from starlette.testclient import TestClient

import woozle
from tests.web.cases import BASE, case_of, client
from tests.web.rich import rich
from woozle.desk import Desk
from woozle.following import Following
from woozle.model import records as r
from woozle.model.tables import Near
from woozle.web import get
from woozle.web.app import build
from woozle.web.guard import Doorkeeper
from woozle.web.review import LONGEST

ORIGIN = {"origin": BASE}


def asked(folder: Path) -> Path:
    """A case with questions of several kinds, three of them about claims."""
    record = rich()
    by_claim: dict[str, str] = {}
    for row in record.rows(r.Assertion):
        by_claim.setdefault(row.claim_id or "", row.id)
    first, *others = by_claim.values()
    record.add(*(Near(f"claims {first} {one}", "claims", first, one, 10, "bridge") for one in others[:3]))
    return case_of(folder, record)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return asked(tmp_path)


def come_in(case: Path) -> TestClient:
    made, keeper = client(case)
    assert made.get(keeper.url.removeprefix(BASE)).status_code == 303
    return made


@pytest.fixture
def person(case: Path) -> TestClient:
    return come_in(case)


def form_of(browser: TestClient, path: str = "/review", form: str = "answer") -> dict[str, Any]:
    """The hidden fields of a form of a page."""
    root = html.document_fromstring(browser.get(path).text)
    found = root.xpath(f"//form[@id='{form}']//input[@type='hidden']")
    return {one.get("name"): one.get("value", "") for one in found}


def post(browser: TestClient, values: dict[str, Any], path: str = "/review", **headers: str) -> Any:
    return browser.post(path, data=values, headers={**ORIGIN, **headers})


def decided(case: Path) -> list[tuple[str, str, str]]:
    return [(row.who, row.verdict, row.why) for row in woozle.open(case).decisions()]


def test_the_page_asks_the_first_question_with_both_sides_and_its_answers(person: TestClient) -> None:
    root = html.document_fromstring(person.get("/review").text)
    assert len(root.xpath("//section[contains(@class, 'half')]")) == 2
    assert root.xpath("//section[contains(@class, 'half')]//mark")
    assert root.xpath("//a[contains(text(), 'Open the report')]/@href")
    found = person.get("/review.json").json()
    first = found["questions"][0]
    assert [one.get("value") for one in root.xpath("//button[@data-act][@name='verdict']")] == first["verdicts"]
    assert (found["is_on"], found["n_answered"], found["n_waiting"]) == (True, 0, 0)
    assert found["n_open"] >= len(found["questions"]) > 1


def test_every_kind_of_question_has_its_page_and_both_sides(person: TestClient) -> None:
    kinds = {row["ask"]: row for row in _all(person)}
    assert {"claims", "voices"} <= set(kinds) or {"claims", "voice"} <= set(kinds)
    for row in kinds.values():
        page = person.get(row["href"])
        root = html.document_fromstring(page.text)
        assert len(root.xpath("//section[contains(@class, 'half')]")) == 2
        for href in root.xpath("//section[contains(@class, 'half')]//@href"):
            assert person.get(href.partition("#")[0]).status_code == 200, href


def _all(browser: TestClient) -> Iterator[dict[str, Any]]:
    for ask in ("claims", "member", "names", "name", "copy", "voices", "voice", "attribution"):
        yield from browser.get(f"/review.json?as=table&ask={ask}").json()["questions"]


def test_an_answer_is_in_the_journal_before_it_is_shown(case: Path, person: TestClient) -> None:
    values = form_of(person)
    question = person.get("/review.json").json()["questions"][0]
    verdict = question["verdicts"][0]
    answer = post(person, {**values, "verdict": verdict, "who": " Mira  Łoś ", "why": "the register\tsays so"})
    assert answer.status_code == 303
    assert decided(case) == [("Mira Łoś", verdict, "the register says so")]
    page = person.get(answer.headers["location"])
    assert "Recorded." in page.text
    assert "Mira Łoś" in page.text
    found = person.get("/review.json").json()
    assert (found["n_answered"], found["n_waiting"]) == (1, 1)
    assert question["id"] not in [one["id"] for one in found["questions"]]
    assert person.get("/review.json?said=0123456789abcdef").json()["n_answered"] == 1
    assert "Recorded." not in person.get("/review?said=0123456789abcdef").text
    again = html.document_fromstring(person.get("/review").text)
    assert again.xpath("//input[@id='who']/@value") == ["Mira Łoś"]


def test_a_skipped_question_comes_again_last_and_nothing_is_recorded(case: Path, person: TestClient) -> None:
    path, seen = "/review", list[str]()
    n = person.get("/review.json").json()["n_open"]
    for _ in range(n + 1):
        root = html.document_fromstring(person.get(path).text)
        seen.append(root.xpath("//form[@id='answer']//input[@name='question']/@value")[0])
        path = root.xpath("//a[@id='skip']/@href")[0]
    assert len(set(seen[:n])) == n
    assert seen[n] == seen[0]
    assert f"{n - 1} skipped" in person.get(f"/review?after={seen[n - 2]}").text
    assert decided(case) == []


@pytest.mark.parametrize(
    ("change", "status", "words"),
    [
        ({"who": ""}, 400, "Say who you are"),
        ({"who": "\u202e\x07"}, 400, "Say who you are"),
        ({"verdict": ""}, 400, "Choose an answer"),
        ({"verdict": "split"}, 400, "Choose an answer"),
        ({"question": ""}, 400, "not asked any more"),
        ({"question": "0" * 16}, 400, "not asked any more"),
        ({"token": "x"}, 403, "earlier start"),
        ({"token": ""}, 403, "earlier start"),
        ({"why": "x" * LONGEST}, 400, "no answer of these pages"),
    ],
)
def test_what_is_no_answer_is_said_and_what_was_written_stays(
    case: Path, person: TestClient, change: dict[str, str], status: int, words: str
) -> None:
    values = {**form_of(person), "verdict": "unsure", "who": "Mira", "why": "a long thought", **change}
    answer = post(person, values)
    assert answer.status_code == status
    assert words in answer.text
    assert decided(case) == []
    if status == 400 and "question" not in change and "why" not in change:
        assert html.document_fromstring(answer.text).xpath("//input[@id='why']/@value") == ["a long thought"]


@pytest.mark.parametrize("path", ["/review", "/review/undo", "/review/run"])
@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://localhost:8017"},
        {"origin": ""},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"host": "evil.example"},
    ],
)
def test_an_answer_must_come_from_these_pages(
    case: Path, person: TestClient, path: str, headers: dict[str, str]
) -> None:
    values = {**form_of(person), "verdict": "unsure", "who": "Mira", "batch": "last"}
    given = {name: value for name, value in {**ORIGIN, **headers}.items() if value}
    assert person.post(path, data=values, headers=given).status_code in (403, 421)
    assert decided(case) == []


def test_an_answer_needs_the_cookie_and_the_kind_of_a_form(case: Path, person: TestClient) -> None:
    values = {**form_of(person), "verdict": "unsure", "who": "Mira"}
    stranger = TestClient(person.app, base_url=BASE, follow_redirects=False)
    assert post(stranger, values).status_code == 403
    assert person.post("/review", json=values, headers=ORIGIN).status_code == 400
    assert person.post("/review", content=b"\xff=\xfe", headers=ORIGIN).status_code == 400
    assert person.post("/claims", data=values, headers=ORIGIN).status_code == 405
    assert person.get("/review/undo").status_code == 404
    assert decided(case) == []


def test_the_second_of_two_sees_who_answered_and_loses_nothing(case: Path, person: TestClient) -> None:
    other = come_in(case)
    mine, theirs = form_of(person), form_of(other)
    verdicts = person.get("/review.json").json()["questions"][0]["verdicts"]
    assert post(other, {**theirs, "verdict": verdicts[0], "who": "Teo", "why": "I was there"}).status_code == 303
    answer = post(person, {**mine, "verdict": verdicts[1], "who": "Mira", "why": "the list"})
    assert answer.status_code == 409
    assert decided(case) == [("Teo", verdicts[0], "I was there")]
    root = html.document_fromstring(answer.text)
    held = root.xpath("string(//div[@role='alert'])")
    assert "Teo" in held
    assert "I was there" in held
    assert root.xpath("//input[@id='why']/@value") == ["the list"]
    kept = {one.get("name"): one.get("value") for one in root.xpath("//form[@id='answer']//input[@type='hidden']")}
    assert post(person, {**kept, "verdict": verdicts[1], "who": "Mira", "why": "the list"}).status_code == 303
    assert [row[0] for row in decided(case)] == ["Teo", "Mira"]


def test_two_answers_at_once_of_one_question_are_one(case: Path, person: TestClient) -> None:
    values = form_of(person)
    first = post(person, {**values, "verdict": "unsure", "who": "Mira"})
    second = post(person, {**values, "verdict": "unsure", "who": "Mira"})
    assert (first.status_code, second.status_code) == (303, 409)
    assert len(decided(case)) == 1


def test_ticked_rows_are_answered_at_once_and_taken_back_at_once(case: Path, person: TestClient) -> None:
    values = form_of(person, "/review?as=table&ask=claims")
    ids = [one["id"] for one in person.get("/review.json?as=table&ask=claims").json()["questions"]]
    assert len(ids) == 3
    answer = post(person, {**values, "verdict": "different", "who": "Mira", "question": ids[:2]})
    assert answer.status_code == 303
    assert [row[1] for row in decided(case)] == ["different", "different"]
    page = person.get(answer.headers["location"])
    assert "2 at once" in page.text
    assert [one["id"] for one in person.get("/review.json?as=table&ask=claims").json()["questions"]] == ids[2:]
    undo = form_of(person, "/review", "undo")
    assert post(person, {**undo, "who": ""}, "/review/undo").status_code == 303
    assert [row[1] for row in decided(case)] == ["different", "different", "undo"]
    assert len(person.get("/review.json?as=table&ask=claims").json()["questions"]) == 3


def test_ticked_rows_that_another_answered_are_left_and_said(case: Path, person: TestClient) -> None:
    other, path = come_in(case), "/review?as=table&ask=claims"
    values = form_of(person, path)
    ids = [one["id"] for one in person.get("/review.json?as=table&ask=claims").json()["questions"]]
    post(other, {**form_of(other, path), "verdict": "same", "who": "Teo", "question": ids[:1]})
    answer = post(person, {**values, "verdict": "different", "who": "Mira", "question": ids})
    assert "1 row was answered by somebody else" in person.get(answer.headers["location"]).text
    assert [row[:2] for row in decided(case)] == [("Teo", "same"), ("Mira", "different"), ("Mira", "different")]


@pytest.mark.parametrize("n", [0, 31])
def test_no_more_is_answered_than_a_page_holds(case: Path, person: TestClient, n: int) -> None:
    values = form_of(person, "/review?as=table&ask=claims")
    answer = post(person, {**values, "verdict": "same", "who": "Mira", "question": [f"{at:016x}" for at in range(n)]})
    assert answer.status_code == 400
    assert decided(case) == []


def test_ticks_stay_when_an_answer_lacks_something(case: Path, person: TestClient) -> None:
    values = form_of(person, "/review?as=table&ask=claims")
    ids = [one["id"] for one in person.get("/review.json?as=table&ask=claims").json()["questions"]]
    answer = post(person, {**values, "verdict": "same", "who": "", "question": ids[1:]})
    assert answer.status_code == 400
    assert html.document_fromstring(answer.text).xpath("//input[@checked]/@value") == ids[1:]


def test_undo_takes_back_ones_own_last_and_any_that_is_named(case: Path, person: TestClient) -> None:
    other = come_in(case)
    for browser, who in ((person, "Mira"), (other, "Teo")):
        post(browser, {**form_of(browser), "verdict": "unsure", "who": who})
    post(person, form_of(person, "/review", "undo"), "/review/undo")
    rows = woozle.open(case).decisions()
    assert [(row.who, row.undone_by is not None) for row in rows] == [("Mira", True), ("Teo", False), ("Mira", False)]
    page = html.document_fromstring(person.get("/review").text)
    batch = page.xpath("//section[@id='latest']//input[@name='batch']/@value")
    assert len(batch) == 1
    post(person, {**form_of(person), "batch": batch[0]}, "/review/undo")
    assert [row.undone_by is not None for row in woozle.open(case).decisions()] == [True, True, False, False]
    again = post(person, {**form_of(person), "batch": batch[0]}, "/review/undo")
    assert again.status_code == 400
    assert "undone already" in again.text


def test_an_answered_question_may_be_answered_anew(case: Path, person: TestClient) -> None:
    first = person.get("/review.json").json()["questions"][0]
    post(person, {**form_of(person), "verdict": first["verdicts"][0], "who": "Mira"})
    page = person.get(first["href"])
    assert "It is answered." in page.text
    answer = post(person, {**form_of(person, first["href"]), "verdict": first["verdicts"][1], "who": "Mira"})
    assert answer.status_code == 303
    assert [row.superseded_by is not None for row in woozle.open(case).decisions()] == [True, False]


def _flagged(case: Path) -> TestClient:
    keeper = Doorkeeper(8017)
    made = TestClient(build(Desk(case, is_read_only=True), keeper), base_url=BASE, follow_redirects=False)
    made.get(keeper.url.removeprefix(BASE))
    return made


def _locked(case: Path) -> TestClient:
    made = come_in(case)
    os.chmod(case, 0o555)
    return made


@pytest.mark.parametrize(
    "make", [_flagged, pytest.param(_locked, marks=pytest.mark.skipif(not os.getuid(), reason="root"))]
)
def test_a_case_that_is_only_read_says_that_review_is_off(case: Path, make: Callable[[Path], TestClient]) -> None:
    values = {**form_of(come_in(case)), "verdict": "unsure", "who": "Mira"}
    reader = make(case)
    try:
        page = reader.get("/review")
        assert "Review is off" in page.text
        root = html.document_fromstring(page.text)
        assert root.xpath("//section[contains(@class, 'half')]")
        assert not root.xpath("//button[@name='verdict']|//form[@method='post'][not(@id='answer')]")
        assert reader.get("/review.json").json()["is_on"] is False
        for path in ("/review", "/review/undo", "/review/run"):
            token = root.xpath("//input[@name='token']/@value")[0]
            answer = post(reader, {**values, "token": token}, path)
            assert answer.status_code == 403
            assert "Review is off" in answer.text
        assert reader.get("/").status_code == 200
    finally:
        os.chmod(case, 0o755)
    assert decided(case) == []


def test_stale_decisions_and_the_latest_are_listed(case: Path, person: TestClient) -> None:
    post(person, {**form_of(person), "verdict": "unsure", "who": "Mira", "why": "<script>alert(1)</script>"})
    root = html.document_fromstring(person.get("/review").text)
    assert "<script>alert(1)</script>" in root.xpath("string(//section[@id='latest'])")
    assert not root.xpath("//script[not(@src)]")
    assert not root.xpath("//section[@id='stale']")


def test_the_table_is_a_table_and_pages_are_named_by_their_address(person: TestClient) -> None:
    rows = list(csv.reader(io.StringIO(person.get("/review.csv?as=table&ask=claims").text)))
    assert rows[0][:4] == ["id", "ask", "kind", "ids"]
    assert len(rows) == 4
    for path in ("/review?as=x", "/review?ask=x", "/review?as=table&page=0"):
        assert person.get(path).status_code == 400
    assert "not asked any more" in person.get("/review?q=0123456789abcdef").text


def test_a_page_without_a_server_has_no_way_to_answer_and_says_all_else(case: Path) -> None:
    found = get(case, "/review")
    assert found.status == 200
    assert re.search(rb'name="token" value=""', found.content)
    assert get(case, "/review/x").status == 404


def test_a_name_kept_by_a_browser_may_be_anything(person: TestClient) -> None:
    for kept in ("zz", "ff", "c3", "3c7363726970743e", "é".encode().hex() * 200):
        assert person.get("/review", headers={"cookie": f"woozle-who={kept}"}).status_code in (200, 403)
        person.cookies.set("woozle-who", kept)
        page = person.get("/review")
        assert page.status_code == 200
        assert "<script>" not in page.text


def test_the_record_is_made_to_follow_by_a_run_that_is_told(
    case: Path, person: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    post(person, {**form_of(person), "verdict": "unsure", "who": "Mira"})
    assert "1 decision waits" in person.get("/review").text
    begun: list[Following] = []

    def start(self: Following) -> None:
        begun.append(self)

    monkeypatch.setattr(Following, "start", start)
    assert post(person, form_of(person), "/review/run").status_code == 303
    assert len(begun) == 1
    monkeypatch.setattr(Following, "state", property(lambda _: "cluster <b>"))
    assert person.get("/review.json").json()["running"] == "cluster <b>"
    assert "cluster &lt;b&gt;" in person.get("/review").text
    monkeypatch.setattr(Following, "state", property(lambda _: ""))
    monkeypatch.setattr(Following, "failure", property(lambda _: "the disk is full"))
    assert "stopped: the disk is full" in person.get("/review").text


def test_a_journal_that_was_changed_by_hand_is_said_and_nothing_is_written(case: Path, person: TestClient) -> None:
    values = {**form_of(person), "verdict": "unsure", "who": "Mira"}
    journal = case / "journal.jsonl"
    journal.write_bytes(journal.read_bytes().replace(b"init", b"tini"))
    answer = post(person, values)
    assert answer.status_code == 500
    assert "was changed after it was written" in answer.text
    assert journal.read_bytes().count(b"\n") == 1
