"""One page without a server: the same pages, asked from within."""

import asyncio
from dataclasses import dataclass

from starlette.types import Message, Scope

from woozle.desk import Desk
from woozle.web.app import build


@dataclass(frozen=True, slots=True)
class Got:
    """An answer: its status, its kind of content and its bytes."""

    status: int
    kind: str
    content: bytes


def _scope(address: str) -> Scope:
    path, _, query = address.partition("?")
    return {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": path,
        "raw_path": path.encode("utf-8", "surrogateescape"),
        "query_string": query.partition("#")[0].encode("utf-8", "surrogateescape"),
        "root_path": "",
        "headers": [(b"host", b"127.0.0.1")],
        "server": ("127.0.0.1", 80),
        "client": ("127.0.0.1", 0),
    }


def ask(desk: Desk, address: str) -> Got:
    """What an address, such as ``/claims.json?q=bridge``, answers."""
    status, kind, parts = 500, "", list[bytes]()

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        nonlocal status, kind
        if message["type"] == "http.response.start":
            status = message["status"]
            kind = dict(message["headers"]).get(b"content-type", b"").decode("latin-1")
        else:
            parts.append(message.get("body", b""))

    asyncio.run(build(desk, None)(_scope(address), receive, send))
    return Got(status, kind, b"".join(parts))
