"""Sends questions to the one address that the settings name, over HTTP, and nowhere else."""

from collections.abc import Callable, Mapping, Sequence
from ipaddress import ip_address
from typing import Any

import httpx

from woozle.errors import UsageError, WoozleError
from woozle.toolbox.nlp.adapters.answers import read_json, shown

#: Where the key of a server that wants one stands in the environment.
KEY = "WOOZLE_LLM_KEY"
#: Hosts beside this machine to which texts may go, with spaces between.
HOSTS = "WOOZLE_LLM_HOSTS"
#: Seconds to reach a server, and to wait for its next bytes: small machines write a long answer in minutes.
_CONNECT_S, _READ_S = 10.0, 300.0
#: Seconds before each further try.
_WAITS = (1.0, 5.0, 20.0)
#: Longest wait that a server may ask for.
_LONGEST_WAIT_S = 60.0
#: Bytes of the longest reply; a stretch's attributions take some ten thousand.
_MOST_BYTES = 2**21
#: What may go better a moment later. A refused connection may not: nothing listens there.
_PASSING = (httpx.TimeoutException, httpx.ReadError, httpx.WriteError, httpx.RemoteProtocolError)
_ADVICE: Mapping[int, str] = {
    401: f"set {KEY} in the environment to the server's key",
    403: f"set {KEY} in the environment to a key that may do this",
    404: "the address before # should end in /v1, and the model behind # be one that the server has",
}
_CHECK = "see whether the server runs and the address is right, or change [annotate] engine"


def _is_passing(status: int) -> bool:
    return status == httpx.codes.TOO_MANY_REQUESTS or status >= httpx.codes.INTERNAL_SERVER_ERROR


def _asked_wait(headers: httpx.Headers) -> float:
    """Seconds that the server asks to wait; 0 where it asks nothing, or names a date."""
    asked = headers.get("retry-after", "")
    return min(float(asked), _LONGEST_WAIT_S) if asked.isascii() and asked.isdigit() else 0.0


def _knows_no_schema(status: int, data: bytes) -> bool:
    """Whether a server says that it does not take the form of answer that was asked for."""
    is_refusal = status in (httpx.codes.BAD_REQUEST, httpx.codes.UNPROCESSABLE_ENTITY)
    return is_refusal and any(words in data for words in (b"response_format", b"json_schema"))


class HttpPost:
    """Posts JSON to one address; follows no redirect, and tries again where that may help.

    Args:
        client: sends; its time limits hold.
        address: where to, such as ``http://127.0.0.1:8080/v1/chat/completions``.
        sleep: waits a number of seconds between two tries.
    """

    def __init__(self, client: httpx.Client, address: str, sleep: Callable[[float], None]) -> None:
        self._client, self._address, self._sleep = client, address, sleep

    def __call__(self, body: Mapping[str, Any]) -> Any:
        """The JSON value that the server replies.

        Raises:
            WoozleError: the server cannot be reached, refuses, is not in time, or replies something else.
        """
        status, data = self._ask(body)
        if _knows_no_schema(status, data):
            status, data = self._ask({**body, "response_format": {"type": "json_object"}})
        if status != httpx.codes.OK:
            raise self._error(f"answered with status {status}: {shown(data.decode('utf-8', 'replace'))}", status)
        try:
            return read_json(data)
        except ValueError as error:
            came = shown(data.decode("utf-8", "replace"))
            raise self._error(f"answered with something that is no JSON ({error}): {came}") from error

    def _error(self, what: str, status: int = 0) -> WoozleError:
        advice = "a redirect is not followed: write the address it leads to" if 300 <= status < 400 else _CHECK
        return WoozleError(f"the language model at {self._address} {what}; {_ADVICE.get(status, advice)}")

    def _ask(self, body: Mapping[str, Any]) -> tuple[int, bytes]:
        """Status and bytes of the first reply that is not a passing failure."""
        for wait in (*_WAITS, None):
            try:
                status, data, asked = self._send(body)
                what, cause = f"answered with status {status}: {shown(data.decode('utf-8', 'replace'))}", None
                if not _is_passing(status):
                    return status, data
            except _PASSING as error:
                what, cause, asked = f"did not answer in full ({type(error).__name__}: {error})", error, 0.0
            except httpx.RequestError as error:
                raise self._error(f"cannot be reached ({type(error).__name__}: {error})") from error
            if wait is not None:
                self._sleep(max(wait, asked))
        raise self._error(f"failed {len(_WAITS) + 1} times; the last time it {what}") from cause

    def _send(self, body: Mapping[str, Any]) -> tuple[int, bytes, float]:
        """Status, bytes, and the seconds that the server asks to wait."""
        data = bytearray()
        with self._client.stream("POST", self._address, json=dict(body), follow_redirects=False) as response:
            for piece in response.iter_bytes():
                data += piece
                if len(data) > _MOST_BYTES:
                    raise self._error(f"answered with more than {_MOST_BYTES} bytes")
            return response.status_code, bytes(data), _asked_wait(response.headers)


def _is_here(host: str) -> bool:
    """Whether an address is this machine."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _checked(address: str, allowed: Sequence[str]) -> str:
    expected = "expected an address such as http://127.0.0.1:8080/v1"
    try:
        url = httpx.URL(address)
    except httpx.InvalidURL as error:
        raise UsageError(f"[annotate] engine: {address!r} is no address ({error}); {expected}") from error
    if url.userinfo:
        # Neither the settings nor a message may show a password.
        raise UsageError(f"[annotate] engine: an address with a name or password in it; put the key into {KEY}")
    if url.scheme not in ("http", "https") or not url.host or url.query or (url.port or 0) > 65535:
        raise UsageError(f"[annotate] engine: {expected}, came {address!r}")
    if not _is_here(url.host) and url.host not in allowed:
        # The settings may be somebody else's: who runs the case says where its texts may go.
        raise UsageError(
            f"[annotate] engine: {url.host} is another machine, and every report's text would go there; if that is "
            f"meant, set {HOSTS}={url.host} in the environment"
        )
    return f"{str(url).rstrip('/')}/chat/completions"


def open_post(address: str, environ: Mapping[str, str], sleep: Callable[[float], None]) -> HttpPost:
    """A post to the chat completions of an address such as ``http://127.0.0.1:8080/v1``.

    Nothing but the address says where a text goes: no proxy, no key and no certificate is taken from the environment
    but the key in ``WOOZLE_LLM_KEY``; an address beyond this machine must stand in ``WOOZLE_LLM_HOSTS``. No connection
    is kept between questions, so none is left open.

    Raises:
        UsageError: the address or the key is of no use.
    """
    url, key = _checked(address, environ.get(HOSTS, "").split()), environ.get(KEY, "").strip()
    if not key.isascii() or not key.isprintable():
        raise UsageError(f"{KEY}: expected a key of plain letters, figures and marks, came something else")
    client = httpx.Client(
        headers={"Accept-Encoding": "identity"} | ({"Authorization": f"Bearer {key}"} if key else {}),
        timeout=httpx.Timeout(_READ_S, connect=_CONNECT_S),
        limits=httpx.Limits(max_keepalive_connections=0),
        trust_env=False,
        follow_redirects=False,
    )
    return HttpPost(client, url, sleep)
