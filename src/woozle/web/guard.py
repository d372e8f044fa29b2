"""Who may ask, and what an answer may do: checked before any view is made, told with every answer."""

import hmac
import secrets
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: No script but ours, no style but ours, nothing from elsewhere, nothing inside another page, no form to elsewhere.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # With "no-referrer" a browser does not say where a form stands, and an answer looks like one forged elsewhere.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cache-control": "no-store",
}
#: The addresses that take answers; all others are for reading.
TAKES = frozenset(("/review", "/review/undo", "/review/run"))
#: Longer addresses are refused before anything is made of them.
LONGEST_URL = 4_000


@dataclass(slots=True)
class Doorkeeper:
    """The secrets of one server: a token that opens the pages once, and the cookie that it is changed for.

    A token that was used is replaced by a new one, which only the terminal is told.
    """

    port: int
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    secret: str = field(default_factory=lambda: secrets.token_urlsafe(32))

    @property
    def cookie(self) -> str:
        """The name of the cookie. Browsers share cookies between the ports of a machine, so it names the port."""
        return f"woozle-{self.port}"

    @property
    def url(self) -> str:
        """The address that opens the pages, once."""
        return f"http://127.0.0.1:{self.port}/-/open?token={self.token}"

    def opens(self, token: str) -> bool:
        """Whether a token opens the pages; if it does, it never will again."""
        if not hmac.compare_digest(token.encode(), self.token.encode()):
            return False
        self.token = secrets.token_urlsafe(24)
        return True

    def knows(self, headers: Headers) -> bool:
        """Whether the cookie was given by this server."""
        try:
            found = SimpleCookie(headers.get("cookie", "")).get(self.cookie)
        except CookieError:
            return False
        return found is not None and hmac.compare_digest(found.value.encode(), self.secret.encode())

    def hosts(self) -> frozenset[str]:
        """The names under which this server answers."""
        return frozenset(f"{name}:{self.port}" for name in ("127.0.0.1", "localhost"))


def _fault(scope: Scope, headers: Headers, keeper: Doorkeeper) -> Response | None:
    """Why a request gets no answer; None if it may have one.

    A page elsewhere can make a browser ask this server by any name that leads to this machine (DNS rebinding), or ask
    it across sites: the name asked for, the page that asks, and the cookie must all be right.
    """
    if headers.get("host") not in keeper.hosts():
        return PlainTextResponse("This server answers as 127.0.0.1 only.\n", 421)
    origin = headers.get("origin")
    if origin is not None and origin.removeprefix("http://") not in keeper.hosts():
        return PlainTextResponse("A page elsewhere may not ask this server.\n", 403)
    if headers.get("sec-fetch-site") == "cross-site" and headers.get("sec-fetch-mode") != "navigate":
        return PlainTextResponse("A page elsewhere may not ask this server.\n", 403)
    if len(scope["raw_path"]) + len(scope["query_string"]) > LONGEST_URL:
        return PlainTextResponse("This address is too long.\n", 414)
    if scope["method"] == "POST" and scope["path"] in TAKES:
        return _forged(headers)
    if scope["method"] not in ("GET", "HEAD"):
        return PlainTextResponse("This address is for reading: GET and HEAD.\n", 405, {"allow": "GET, HEAD"})
    return None


def _forged(headers: Headers) -> Response | None:
    """Why an answer is not taken: it must come from a page of this very address, and its browser must say so.

    The form must bring a token of this server too; that is looked at where forms are read.
    """
    if headers.get("origin") != f"http://{headers.get('host')}":
        return PlainTextResponse("An answer must come from these pages.\n", 403)
    if headers.get("sec-fetch-site", "same-origin") != "same-origin":
        return PlainTextResponse("An answer must come from these pages.\n", 403)
    return None


class Guard:
    """Wraps the pages: refuses what may not ask, and adds the headers that every answer carries.

    Without a doorkeeper nobody is refused: `woozle serve --get` asks from within.
    """

    def __init__(self, app: ASGIApp, keeper: Doorkeeper | None) -> None:
        self._app = app
        self._keeper = keeper

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return

        async def sends(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        fault = _fault(scope, Headers(scope=scope), self._keeper) if self._keeper else None
        await (fault or self._app)(scope, receive, sends)
