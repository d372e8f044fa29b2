"""The list of decisions under Review: what was joined or split anywhere is seen, leads on, and is taken back."""

from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

import woozle
from tests.web.test_review import asked, come_in, form_of, post


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return asked(tmp_path)


@pytest.fixture
def person(case: Path) -> TestClient:
    return come_in(case)


def _listed(browser: TestClient, path: str = "/review") -> list[tuple[str, str, list[str]]]:
    """The decisions that a page lists: their words, the batch that a button takes back, where else they lead."""
    root = html.document_fromstring(browser.get(path).text)
    return [
        (
            " ".join(row.xpath("string(span)").split()),
            "".join(row.xpath(".//input[@name='batch']/@value")),
            row.xpath("span//a/@href"),
        )
        for row in root.xpath("//section[@id='latest']//li")
    ]


def test_what_was_joined_or_split_on_the_command_line_is_listed_and_taken_back(case: Path, person: TestClient) -> None:
    opened = woozle.open(case)
    whole, other = sorted(opened.claims(), key=lambda row: -len(row.assertion_ids))[:2]
    opened.judge("claim", "same", whole.id, other.id, by="Teo", is_applied=False)
    opened.judge("claim", "split", whole.id, *whole.assertion_ids[1:4], by="Teo", is_applied=False)
    names = [row for row in opened.entities() if not row.protected]
    opened.judge("entity", "same", names[0].id, names[1].id, by="Teo", is_applied=False)
    joined, split, same = _listed(person)
    assert "names: the same" in joined[0]
    assert " without " in split[0]
    assert split[0].endswith("and 2 more the claim now")
    assert same[2][-2:] == [f"/claim/{whole.id[3:19]}", f"/claim/{other.id[3:19]}"]
    for _, _, hrefs in (joined, split, same):
        assert {person.get(href).status_code for href in hrefs} == {200}
    for _, batch, _ in (split, joined):
        answer = post(person, {**form_of(person), "batch": batch, "who": "Mira"}, "/review/undo")
        assert answer.status_code == 303
    assert [row.undone_by is not None for row in opened.decisions()] == [False, True, True, False, False]
    assert [("taken back" in words, batch) for words, batch, _ in _listed(person)][-3:] == [
        (True, ""),
        (True, ""),
        (False, same[1]),
    ]


def test_older_decisions_stand_on_further_pages_and_can_be_chosen_by_what_they_are_about(
    case: Path, person: TestClient
) -> None:
    opened = woozle.open(case)
    claims = [row.id for row in opened.claims()][:2]
    names = [row.id for row in opened.entities() if not row.protected][:2]
    opened.judge("entity", "same", *names, by="Teo", is_applied=False)
    for _ in range(21):
        opened.judge("claim", "unsure", *claims, by="Teo", is_applied=False)
    first, second = _listed(person), _listed(person, "/review?done=2")
    assert (len(first), len(second)) == (20, 2)
    assert "names: the same" in second[-1][0]
    (alone,) = _listed(person, "/review?about=entity")
    assert alone[1] == second[-1][1]
    root = html.document_fromstring(person.get("/review").text)
    assert root.xpath("//section[@id='latest']//a[@rel='next']/@href") == ["/review?done=2#latest"]
    told = person.get("/review.json?about=entity").json()
    assert (told["n_batches"], [row["kind"] for row in told["decisions"]]) == (1, ["entity"])
    values = form_of(person, "/review?about=entity", "undo")
    answer = post(person, {**values, "batch": alone[1], "who": "Mira"}, "/review/undo")
    assert answer.headers["location"].startswith("/review?about=entity&said=")
    assert _listed(person, "/review?about=entity")[0][1] == ""
    for query in ("about=events", "done=0", "done=x"):
        assert person.get(f"/review?{query}").status_code == 400
