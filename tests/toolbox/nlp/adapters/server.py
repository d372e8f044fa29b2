"""A language model's server for tests: it listens on this machine only, and says what a test puts into its mouth."""

import json
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Reply:
    """What the server sends; with ``hangs`` it sends nothing until the test is over."""

    status: int
    body: bytes
    headers: dict[str, str] = field(default_factory=dict)
    hangs: bool = False


HANG = Reply(0, b"", hangs=True)


def saying(source: str, cue: str, *content: str, act: str = "assert", stance: str = "plain") -> dict[str, Any]:
    """An attribution as a model writes it."""
    return {"source": source, "cue": cue, "content": list(content), "act": act, "stance": stance}


def completion(content: Any, reason: str = "stop") -> dict[str, Any]:
    """The body of a reply whose message is some content."""
    message = {"role": "assistant", "content": content}
    return {"id": "1", "object": "chat.completion", "choices": [{"message": message, "finish_reason": reason}]}


def telling(*sayings: Any) -> Reply:
    """A reply with attributions."""
    return raw(json.dumps({"attributions": sayings}))


def raw(content: str, reason: str = "stop") -> Reply:
    """A reply whose message is any text."""
    return Reply(200, json.dumps(completion(content, reason)).encode())


@dataclass
class Model:
    """A running server: where it is, what it was asked, and what it will answer; the last reply is given for ever."""

    address: str
    replies: Sequence[Reply]
    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)

    def next(self) -> Reply:
        """The reply to the last question."""
        return self.replies[min(len(self.asked), len(self.replies)) - 1]

    def texts(self) -> list[str]:
        """The stretches that it was asked about."""
        return [json.loads(body["messages"][1]["content"])["text"] for body in self.asked]


@contextmanager
def serving(*replies: Reply) -> Iterator[Model]:
    """A server with these replies, in this order, while the block lasts."""
    over = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            model.paths.append(self.path)
            model.headers.append({name.lower(): value for name, value in self.headers.items()})
            model.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            reply = model.next()
            if reply.hangs:
                over.wait(30)
                return
            self.send_response(reply.status)
            for name, value in {"Content-Length": str(len(reply.body)), **reply.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(reply.body)

        def log_message(self, *words: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    model = Model(f"http://127.0.0.1:{server.server_port}/v1", replies)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield model
    finally:
        over.set()
        server.shutdown()
        server.server_close()
        thread.join()
