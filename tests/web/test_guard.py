"""Who is let in, who is not, and what every answer carries."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.web.cases import BASE, PORT, client
from woozle.web.guard import HEADERS, LONGEST_URL


def test_a_link_opens_the_pages_once_and_the_terminal_gets_another(sample_case: Path) -> None:
    told: list[str] = []
    browser, keeper = client(sample_case, told.append)
    link = keeper.url.removeprefix(BASE)
    assert browser.get("/").status_code == 403
    opened = browser.get(link)
    assert (opened.status_code, opened.headers["location"]) == (303, "/")
    cookie = opened.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert f"woozle-{PORT}=" in cookie
    assert browser.get("/").status_code == 200
    other, _ = TestClient(browser.app, base_url=BASE, follow_redirects=False), None
    assert other.get(link).status_code == 403
    assert other.get("/").status_code == 403
    assert told == [keeper.url]
    assert other.get(told[0].removeprefix(BASE)).status_code == 303
    assert other.get("/").status_code == 200


@pytest.mark.parametrize("token", ["", "x", "é", "a" * 3000])
def test_a_wrong_token_opens_nothing(sample_case: Path, token: str) -> None:
    browser, keeper = client(sample_case)
    right = keeper.token
    assert browser.get("/-/open", params={"token": token}).status_code == 403
    assert keeper.token == right


@pytest.mark.parametrize(
    "cookie", ["", "woozle-8017=", "woozle-8017=wrong", "woozle-9=x; ;;=", "woozle-8017=é", "\x01"]
)
def test_a_wrong_cookie_opens_nothing(sample_case: Path, cookie: str) -> None:
    browser, _ = client(sample_case)
    assert browser.get("/claims.json", headers={"cookie": cookie.encode("utf-8")}).status_code == 403


def test_one_servers_cookie_is_not_anothers(sample_case: Path) -> None:
    _, one = client(sample_case)
    browser, other = client(sample_case)
    assert one.secret != other.secret
    assert browser.get("/", headers={"cookie": f"{other.cookie}={one.secret}"}).status_code == 403


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:8017", "127.0.0.1", "127.0.0.1:1", "127.0.0.1.evil.example:8017", "[::1]:8017", ""],
)
def test_only_this_machines_name_is_answered(browser: TestClient, host: str) -> None:
    assert browser.get("/", headers={"host": host}).status_code == 421
    assert browser.get("/assets/woozle.css", headers={"host": host}).status_code == 421


def test_localhost_is_this_machine(browser: TestClient) -> None:
    assert browser.get("/", headers={"host": "localhost:8017"}).status_code == 200


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://127.0.0.1:8017", "http://127.0.0.1:80"])
def test_a_page_elsewhere_may_not_ask(browser: TestClient, origin: str) -> None:
    assert browser.get("/claims.json", headers={"origin": origin}).status_code == 403


def test_what_a_page_elsewhere_embeds_is_not_given(browser: TestClient) -> None:
    embedded = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"}
    assert browser.get("/claims.json", headers=embedded).status_code == 403
    assert browser.get("/", headers={"sec-fetch-site": "none", "sec-fetch-mode": "navigate"}).status_code == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_the_pages_are_for_reading(browser: TestClient, method: str) -> None:
    assert browser.request(method, "/").status_code == 405


def test_a_long_address_is_refused(browser: TestClient) -> None:
    assert browser.get("/claims?q=" + "a" * LONGEST_URL).status_code == 414


@pytest.mark.parametrize(
    "path", ["/", "/claims.json", "/claims.csv", "/nowhere", "/assets/woozle.css", "/claims?page=0"]
)
def test_every_answer_says_what_it_may_do(browser: TestClient, path: str) -> None:
    answer = browser.get(path)
    for name, value in HEADERS.items():
        assert answer.headers[name] == value
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert "server" not in answer.headers


def test_a_refusal_carries_the_same(browser: TestClient) -> None:
    assert browser.get("/", headers={"host": "evil.example"}).headers["content-security-policy"]
