"""Questions over HTTP: one address, further tries where they may help, and a plain sentence where nothing does."""

import socket
from collections.abc import Iterator

import httpx
import pytest

from tests.toolbox.nlp.adapters.server import HANG, Model, Reply, completion, serving, telling
from woozle.errors import UsageError, WoozleError
from woozle.toolbox.nlp.adapters.posting import HttpPost, open_post

BODY = {"model": "m", "response_format": {"type": "json_schema"}}
BROKEN = Reply(500, b'{"error": "out of memory"}')
NONE = completion('{"attributions": []}')


def post(model: Model, waits: list[float] | None = None) -> HttpPost:
    return open_post(model.address, {}, (waits if waits is not None else []).append)


@pytest.fixture
def nowhere() -> Iterator[str]:
    """An address at which nothing listens."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{held.getsockname()[1]}/v1"


def test_a_reply_is_a_json_value_and_nothing_is_sent_but_the_question() -> None:
    with serving(telling()) as model:
        assert post(model)(BODY) == NONE
    assert model.asked == [BODY]
    assert model.paths == ["/v1/chat/completions"]
    assert "authorization" not in model.headers[0]


def test_the_key_comes_from_the_environment_that_is_given() -> None:
    with serving(telling()) as model:
        open_post(model.address, {"WOOZLE_LLM_KEY": " s3cret\n"}, [].append)(BODY)
    assert model.headers[0]["authorization"] == "Bearer s3cret"


def test_no_proxy_is_taken_from_the_environment(monkeypatch: pytest.MonkeyPatch, nowhere: str) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, nowhere)
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    with serving(telling()) as model:
        assert post(model)(BODY) == NONE


def test_a_failure_that_passes_is_tried_again() -> None:
    waits: list[float] = []
    with serving(BROKEN, Reply(429, b"", {"Retry-After": "7"}), telling()) as model:
        assert post(model, waits)(BODY) == NONE
    assert waits == [1.0, 7.0]


@pytest.mark.parametrize("asked", ["Wed, 21 Oct 2025 07:28:00 GMT", "-1", "x", "²"])
def test_a_wait_that_is_no_number_of_seconds_is_passed_over(asked: str) -> None:
    waits: list[float] = []
    with serving(Reply(503, b"", {"Retry-After": asked.encode().decode("latin-1")}), telling()) as model:
        post(model, waits)(BODY)
    assert waits == [1.0]


def test_nobody_is_waited_for_longer_than_a_minute() -> None:
    waits: list[float] = []
    with serving(Reply(429, b"", {"Retry-After": "86400"}), telling()) as model:
        post(model, waits)(BODY)
    assert waits == [60.0]


def test_a_failure_that_stays_names_the_address_and_what_came() -> None:
    waits: list[float] = []
    with serving(BROKEN) as model, pytest.raises(WoozleError) as raised:
        post(model, waits)(BODY)
    assert len(model.asked) == 4
    assert waits == [1.0, 5.0, 20.0]
    assert model.address in str(raised.value)
    assert "500" in str(raised.value)
    assert "out of memory" in str(raised.value)


def test_a_server_that_hangs_is_given_up_after_some_tries() -> None:
    waits: list[float] = []
    with serving(HANG) as model, httpx.Client(timeout=0.1, trust_env=False) as client:
        with pytest.raises(WoozleError, match="Timeout") as raised:
            HttpPost(client, f"{model.address}/chat/completions", waits.append)(BODY)
        assert len(model.asked) == 4
    assert model.address in str(raised.value)


def test_a_server_that_hangs_once_is_asked_again() -> None:
    with serving(HANG, telling()) as model, httpx.Client(timeout=0.3, trust_env=False) as client:
        assert HttpPost(client, f"{model.address}/chat/completions", [].append)(BODY) == NONE


def test_a_server_that_stops_in_the_middle_is_asked_again() -> None:
    half = Reply(200, b'{"choices', {"Content-Length": "500"})
    with serving(half, telling()) as model:
        assert post(model)(BODY) == NONE


def test_a_server_that_is_down_is_told_at_once(nowhere: str) -> None:
    waits: list[float] = []
    with pytest.raises(WoozleError, match="cannot be reached") as raised:
        open_post(nowhere, {}, waits.append)(BODY)
    assert waits == []
    assert nowhere in str(raised.value)
    assert "see whether the server runs" in str(raised.value)


def test_no_redirect_is_followed() -> None:
    with serving(telling()) as other:
        elsewhere = Reply(307, b"", {"Location": f"{other.address}/chat/completions"})
        with serving(elsewhere) as model, pytest.raises(WoozleError, match="redirect is not followed"):
            post(model)(BODY)
        client = httpx.Client(follow_redirects=True, trust_env=False)
        with serving(elsewhere) as model, client, pytest.raises(WoozleError, match="307"):
            HttpPost(client, f"{model.address}/chat/completions", [].append)(BODY)
    assert other.asked == []


@pytest.mark.parametrize(("status", "advice"), [(401, "WOOZLE_LLM_KEY"), (404, "/v1"), (400, "change .annotate")])
def test_a_refusal_is_not_tried_again_and_says_what_to_do(status: int, advice: str) -> None:
    waits: list[float] = []
    with serving(Reply(status, b"\x1b[31mno\xff")) as model, pytest.raises(WoozleError, match=advice) as raised:
        post(model, waits)(BODY)
    assert waits == []
    assert str(raised.value).isprintable()


def test_a_server_that_knows_no_schema_is_asked_for_plain_json() -> None:
    with serving(Reply(400, b'{"error": "response_format is unavailable"}'), telling()) as model:
        assert post(model)(BODY) == NONE
    assert [body["response_format"]["type"] for body in model.asked] == ["json_schema", "json_object"]


@pytest.mark.parametrize("body", [b"<html>Welcome</html>", b"", b"\xff\xfe", b"[" * 100_000])
def test_a_reply_that_is_no_json_is_told(body: bytes) -> None:
    with serving(Reply(200, body)) as model, pytest.raises(WoozleError, match="no JSON") as raised:
        post(model)(BODY)
    assert model.address in str(raised.value)


def test_a_reply_without_end_is_cut() -> None:
    with serving(Reply(200, b" " * (2**21 + 1))) as model, pytest.raises(WoozleError, match="more than 2097152 bytes"):
        post(model)(BODY)


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1:8080/v1", "ftp://h/v1", "http:///v1", "http://h/v1?key=1", "http://h:99999/v1", "http://h:x/v1", "x"],
)
def test_an_address_of_no_use_is_refused(address: str) -> None:
    with pytest.raises(UsageError, match="expected an address such as"):
        open_post(address, {}, [].append)


def test_no_message_shows_a_password_or_a_key() -> None:
    with pytest.raises(UsageError, match="WOOZLE_LLM_KEY") as raised:
        open_post("http://ada:pass123@h/v1", {}, [].append)
    assert "pass123" not in str(raised.value)
    with pytest.raises(UsageError, match="WOOZLE_LLM_KEY") as raised:
        open_post("http://localhost/v1", {"WOOZLE_LLM_KEY": "se\ncret"}, [].append)
    assert "cret" not in str(raised.value)


@pytest.mark.parametrize("host", ["h.example", "192.168.0.7", "[2001:db8::1]", "127.0.0.1.h.example"])
def test_a_text_goes_to_another_machine_only_where_the_environment_says_so(host: str) -> None:
    with pytest.raises(UsageError, match=r"another machine.*WOOZLE_LLM_HOSTS"):
        open_post(f"http://{host}/v1", {"WOOZLE_LLM_HOSTS": "other.example"}, [].append)
    open_post(f"http://{host}/v1", {"WOOZLE_LLM_HOSTS": f"other.example {host.strip('[]')}"}, [].append)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "localhost", "[::1]"])
def test_this_machine_needs_no_leave(host: str) -> None:
    open_post(f"http://{host}:8080/v1", {}, [].append)


def test_a_slash_at_the_end_of_the_address_changes_nothing() -> None:
    with serving(telling()) as model:
        open_post(f"{model.address}/", {}, [].append)(BODY)
    assert model.paths == ["/v1/chat/completions"]
