"""The addresses of the local pages, and what each answers."""

from collections.abc import Awaitable, Callable
from pathlib import PurePosixPath

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from woozle.desk import Answer, Desk
from woozle.errors import CaseError, UsageError
from woozle.web.guard import Doorkeeper, Guard

FORMS = ("json", "csv")
Handler = Callable[[Request], Awaitable[Response]]


def _said(desk: Desk, status: int, title: str, *lines: str, command: str = "") -> Response:
    return HTMLResponse(desk.message(title, *lines, command=command), status)


def _parted(path: str) -> tuple[str, str, str]:
    """``claim/1f0c.json`` is the view ``claim`` of the row ``1f0c`` as JSON."""
    name, _, row = path.partition("/")
    last = PurePosixPath(row or name).suffix[1:]
    form = last if last in FORMS else "html"
    if form != "html":
        name, row = (name, row[: -len(form) - 1]) if row else (name[: -len(form) - 1], "")
    return name, row, form


def _answer(desk: Desk, request: Request) -> Response:
    path = request.path_params.get("path", "") or "claims"
    name, row, form = _parted(path)
    try:
        found: Answer | None = desk.answer(name, form, dict(request.query_params), row)
    except UsageError as error:
        return _said(desk, 400, "This address asks for what there cannot be", str(error))
    except CaseError as error:
        return _said(desk, 503, "There is no record to show", str(error), command=f"woozle run {desk.path.name}")
    if found is None:
        return _said(desk, 404, "There is no such page", "The record may have been remade since; search for the words.")
    return Response(found.text, media_type=found.kind, headers={"x-woozle-record": found.record})


def _open(keeper: Doorkeeper, told: Callable[[str], None], desk: Desk) -> Handler:
    async def opened(request: Request) -> Response:
        if not keeper.opens(request.query_params.get("token", "")):
            return _said(
                desk, 403, "This link was used already", "A link opens the pages once. The terminal has a new one."
            )
        told(keeper.url)
        answer = RedirectResponse("/", 303)
        answer.set_cookie(keeper.cookie, keeper.secret, httponly=True, samesite="strict", path="/")
        return answer

    return opened


def build(desk: Desk, keeper: Doorkeeper | None, told: Callable[[str], None] = lambda _: None) -> Guard:
    """The pages of a case.

    Args:
        desk: the case.
        keeper: who lets in; None where the pages are asked from within.
        told: gets the address that opens the pages for the next browser.
    """

    async def page(request: Request) -> Response:
        if keeper and not keeper.knows(request.headers):
            return _said(desk, 403, "Open these pages with their link", "It stands in the terminal, and works once.")
        return await run_in_threadpool(_answer, desk, request)

    async def asset(request: Request) -> Response:
        found = desk.asset(request.path_params["name"])
        if found is None:
            raise HTTPException(404)
        return Response(found[0], media_type=found[1])

    routes = [Route("/assets/{name}", asset)]
    if keeper:
        routes.append(Route("/-/open", _open(keeper, told, desk)))
    routes += [Route("/", page), Route("/{path:path}", page)]
    return Guard(Starlette(routes=routes), keeper)
