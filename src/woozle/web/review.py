"""Answers to questions: what a form of our own pages may say, and what it is told."""

import hashlib
import hmac
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from woozle.answers import By
from woozle.desk import Answer, Carried, Desk, Said, Visitor
from woozle.errors import CaseLocked, CaseReadOnly, UsageError, WoozleError
from woozle.web.guard import Doorkeeper

#: The cookie that keeps a name. It is no secret and no proof; browsers share it between the ports of a machine.
WHO = "woozle-who"
#: Longer forms are refused; a year is how long a browser keeps a name.
LONGEST, _LONGEST_NAME, _LONGEST_WHY, _YEAR = 64_000, 80, 500, 365 * 86_400
Handler = Callable[[Request], Awaitable[Response]]


def token_of(keeper: Doorkeeper) -> str:
    """What a form must bring along: only a page of this server can know it."""
    return hmac.new(keeper.secret.encode(), b"form", hashlib.sha256).hexdigest()


def visitor_of(request: Request, keeper: Doorkeeper | None, carried: Carried | None = None) -> Visitor:
    """Who looks, by the name that the browser keeps."""
    return Visitor(_name(request.cookies.get(WHO, "")), token_of(keeper) if keeper else "", carried)


def _name(kept: str) -> str:
    """A name as the cookie has it: in hexadecimal, since not all letters may stand in a header."""
    try:
        return _line(bytes.fromhex(kept).decode("utf-8"), _LONGEST_NAME)
    except ValueError:
        return ""


def _line(text: str, most: int) -> str:
    """Words in one line, without characters that act unseen."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())[:most]


@dataclass(frozen=True, slots=True)
class _Form:
    """What a form says. ``back`` is the page that it stood in."""

    values: QueryParams
    who: str

    @classmethod
    async def read(cls, request: Request) -> "_Form | None":
        """The form of a request; None if it is none of ours, or too long."""
        if request.headers.get("content-type", "").partition(";")[0].strip() != "application/x-www-form-urlencoded":
            return None
        parts, size = list[bytes](), 0
        async for part in request.stream():
            size += len(part)
            if size > LONGEST:
                return None
            parts.append(part)
        try:
            values = QueryParams(b"".join(parts).decode("utf-8"))
        except UnicodeDecodeError:
            return None
        return cls(values, _line(values.get("who", ""), _LONGEST_NAME) or _name(request.cookies.get(WHO, "")))

    @property
    def why(self) -> str:
        return _line(self.values.get("why", ""), _LONGEST_WHY)

    @property
    def seen(self) -> int:
        text = self.values.get("seen", "")
        return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else 0

    @property
    def back(self) -> Mapping[str, str]:
        """What the address of the page chose, which must be one of review."""
        path, _, query = self.values.get("back", "").partition("?")
        return dict(QueryParams(query)) if path == "/review" else {}

    def carried(self, words: str = "") -> Carried:
        """The answer, to be kept on the page that says why it was not recorded."""
        questions = tuple(self.values.getlist("question"))
        return Carried(self.values.get("verdict", ""), self.why, None, words, questions)

    def signed(self) -> By:
        """By whom, and why.

        Raises:
            UsageError: nobody is named.
        """
        if not self.who:
            raise UsageError("Say who you are: each decision has a name.")
        return By(self.who, self.why)


def _to(values: Mapping[str, str], **more: str) -> Response:
    chosen = {key: value for key, value in {**values, **more}.items() if value}
    return RedirectResponse(f"/review?{QueryParams(chosen)}" if chosen else "/review", 303)


class Reviewing:
    """The addresses that take answers."""

    def __init__(self, desk: Desk, keeper: Doorkeeper) -> None:
        self._desk, self._keeper = desk, keeper

    def routes(self) -> list[Route]:
        """One address each for an answer, for taking one back, and for making the record follow."""
        acts = {"/review": self._judge, "/review/undo": self._undo, "/review/run": self._follow}
        return [Route(path, self._taking(act), methods=["POST"]) for path, act in acts.items()]

    def _taking(self, act: Callable[[Request, _Form], Response]) -> Handler:
        async def take(request: Request) -> Response:
            if not self._keeper.knows(request.headers):
                return self._said(403, "Open these pages with their link", "It stands in the terminal, and works once.")
            form = await _Form.read(request)
            if form is None:
                return self._said(400, "This is no answer of these pages", "Nothing was recorded.")
            if not hmac.compare_digest(form.values.get("token", "").encode(), token_of(self._keeper).encode()):
                line = "Nothing was recorded. Go back, reload the page, and answer again."
                return self._said(403, "This page is of an earlier start of the server", line)
            answer = await run_in_threadpool(self._act, act, request, form)
            if form.values.get("who") and form.who:
                kept = form.who.encode("utf-8").hex()
                answer.set_cookie(WHO, kept, max_age=_YEAR, httponly=True, samesite="strict", path="/")
            return answer

        return take

    def _act(self, act: Callable[[Request, _Form], Response], request: Request, form: _Form) -> Response:
        try:
            return act(request, form)
        except CaseReadOnly as error:
            return self._said(403, "Review is off", f"Nothing was recorded: {error}")
        except UsageError as error:
            words = f"{str(error)[:1].upper()}{str(error)[1:]}"
            return self._again(request, form, form.carried(words), 400)
        except CaseLocked as error:
            return self._said(409, "Another process writes to the case", f"Nothing was recorded: {error}")
        except (WoozleError, OSError) as error:
            return self._said(500, "It could not be written down", f"Nothing was recorded: {error}")

    def _judge(self, request: Request, form: _Form) -> Response:
        questions, verdict = tuple(form.values.getlist("question")), form.values.get("verdict", "")
        done = self._desk.judge(Said(questions, verdict, form.signed(), form.seen))
        if done.held and not done.decisions:
            return self._again(request, form, replace(form.carried(), held=done.held[0]), 409)
        batch = done.decisions[0].batch_id.removeprefix("b2:")[:16]
        after = questions[0] if form.back.get("as") != "table" else ""
        return _to(form.back, after=after, said=batch, q="", held=str(len(done.held) or ""))

    def _undo(self, request: Request, form: _Form) -> Response:
        del request
        by = By(form.signed().who, "")
        done = self._desk.undo(form.values.get("batch", "") or "none", by)
        return _to(form.back, said=done.decisions[0].batch_id.removeprefix("b2:")[:16])

    def _follow(self, request: Request, form: _Form) -> Response:
        del request
        self._desk.follow()
        return _to(form.back)

    def _again(self, request: Request, form: _Form, carried: Carried, status: int) -> Response:
        """The page once more, with the answer kept in it."""
        found, values = form.values.getlist("question"), dict(form.back)
        if values.get("as") != "table" and found:
            values["q"] = found[0]
        visitor = Visitor(form.who, visitor_of(request, self._keeper).token, carried)
        page: Answer | None = self._desk.answer("review", "html", values, visitor=visitor)
        return HTMLResponse(page.text if page else "", status)

    def _said(self, status: int, title: str, *lines: str) -> Response:
        return HTMLResponse(self._desk.message(title, *lines), status)
