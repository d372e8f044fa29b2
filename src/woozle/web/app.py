"""The addresses of the local pages, and what each answers."""

from collections.abc import Awaitable, Callable
from pathlib import PurePosixPath

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from woozle.config import VERSION
from woozle.desk import Answer, Desk
from woozle.errors import CaseError, UsageError
from woozle.web.guard import Doorkeeper, Guard
from woozle.web.review import Reviewing, visitor_of

FORMS = ("json", "csv")
Handler = Callable[[Request], Awaitable[Response]]


#: What holds however a page fares.
SAFE = "Reports and decisions are whole; nothing was lost."


def _said(desk: Desk, request: Request, status: int, *lines: str, command: str = "") -> Response:
    """A page that says what is so in its first line, then what still holds; for programs the same as JSON."""
    if request.url.path.endswith(".json"):
        return JSONResponse({"woozle": VERSION, "error": {"status": status, "lines": lines}}, status)
    has_way_on = status in (400, 404, 500)
    return HTMLResponse(desk.message(*lines, command=command, has_way_on=has_way_on), status)


def _sentence(error: Exception) -> str:
    text = str(error)
    return f"{text[:1].upper()}{text[1:]}"


def _parted(path: str) -> tuple[str, str, str]:
    """``claim/1f0c.json`` is the view ``claim`` of the row ``1f0c`` as JSON."""
    name, _, row = path.partition("/")
    last = PurePosixPath(row or name).suffix[1:]
    form = last if last in FORMS else "html"
    if form != "html":
        name, row = (name, row[: -len(form) - 1]) if row else (name[: -len(form) - 1], "")
    return name, row, form


def _answer(desk: Desk, keeper: Doorkeeper | None, request: Request) -> Response:
    path = request.path_params.get("path", "") or "claims"
    name, row, form = _parted(path)
    try:
        found: Answer | None = desk.answer(name, form, dict(request.query_params), row, visitor_of(request, keeper))
    except UsageError as error:
        return _said(desk, request, 400, "This address asks for what there cannot be", _sentence(error))
    except CaseError as error:
        lines = ("There is no record to show", _sentence(error), SAFE)
        return _said(desk, request, 503, *lines, command=f"woozle run {desk.path.name}")
    if found is None:
        found_not = "Every address of a row begins with its hash, which goes where the words of the row changed."
        return _said(desk, request, 404, "There is no such page", found_not, "Search for the words, or begin anew.")
    return Response(found.text, media_type=found.kind, headers={"x-woozle-record": found.record})


def _open(keeper: Doorkeeper, told: Callable[[str], None], desk: Desk) -> Handler:
    async def opened(request: Request) -> Response:
        if not keeper.opens(request.query_params.get("token", "")):
            once = "A link opens the pages once. The terminal has a new one."
            return _said(desk, request, 403, "This link was used already", once)
        told(keeper.url)
        answer = RedirectResponse("/", 303)
        answer.set_cookie(keeper.cookie, keeper.secret, httponly=True, samesite="strict", path="/")
        return answer

    return opened


def _failed(desk: Desk) -> Callable[[Request, Exception], Awaitable[Response]]:
    async def failed(request: Request, error: Exception) -> Response:
        """The last resort: a fault is named by its kind; its text and where it came from stay in the terminal."""
        what = f"A fault of Woozle’s own ({type(error).__name__}). The terminal has the details: please report it."
        return _said(desk, request, 500, "This page could not be made", what, SAFE, "The other pages can be read.")

    return failed


def build(desk: Desk, keeper: Doorkeeper | None, told: Callable[[str], None] = lambda _: None) -> Guard:
    """The pages of a case.

    Args:
        desk: the case.
        keeper: who lets in; None where the pages are asked from within.
        told: gets the address that opens the pages for the next browser.
    """

    async def page(request: Request) -> Response:
        if keeper and not keeper.knows(request.headers):
            return _said(
                desk, request, 403, "Open these pages with their link", "It stands in the terminal, and works once."
            )
        return await run_in_threadpool(_answer, desk, keeper, request)

    async def record(request: Request) -> Response:
        if keeper and not keeper.knows(request.headers):
            return PlainTextResponse("", 403)
        return PlainTextResponse(desk.record)

    async def asset(request: Request) -> Response:
        found = desk.asset(request.path_params["name"])
        if found is None:
            raise HTTPException(404)
        return Response(found[0], media_type=found[1])

    routes = [Route("/assets/{name}", asset), Route("/-/record", record)]
    if keeper:
        routes += [Route("/-/open", _open(keeper, told, desk)), *Reviewing(desk, keeper).routes()]
    routes += [Route("/", page), Route("/{path:path}", page)]
    return Guard(Starlette(routes=routes, exception_handlers={Exception: _failed(desk)}), keeper)
