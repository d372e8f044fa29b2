"""What a server answered, as an archive keeps it: status, headers, and the body without its transport's packing."""

import re
import zlib
from dataclasses import dataclass

_STATUS = re.compile(rb"HTTP/\S+\s+(\d{3})")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.I)
_SIZE = re.compile(rb"\s*([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")


class Unreadable(Exception):
    """The body cannot be unpacked; says why."""


@dataclass(frozen=True, slots=True)
class Response:
    """One answer; header names in lower case, the body as it came."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def media_type(self) -> str:
        """Such as ``text/html``; empty where it is not said."""
        return self.headers.get("content-type", "").split(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The encoding that the server names."""
        found = _CHARSET.search(self.headers.get("content-type", ""))
        return found[1].lower() if found else None


def parse(block: bytes) -> Response | None:
    """The answer in the block of an archive's record; None where it begins with no status."""
    found = _STATUS.match(block)
    if not found:
        return None
    end = re.search(rb"\r?\n\r?\n", block)
    head, body = (block[: end.start()], block[end.end() :]) if end else (block, b"")
    headers: dict[str, str] = {}
    for line in re.sub(rb"\r?\n[ \t]+", b" ", head).splitlines()[1:]:
        name, colon, value = line.decode("utf-8", "replace").partition(":")
        if colon:
            headers.setdefault(name.strip().lower(), value.strip())
    return Response(int(found[1]), headers, body)


def unpacked(response: Response, most: int) -> bytes:
    """The body without chunks and compression; at most one byte more than `most`.

    Archives often keep the headers of a packed body beside the body unpacked: what is not packed is left as it is.

    Raises:
        Unreadable: it is packed in a way that is not known, or damaged.
    """
    body = response.body
    if "chunked" in response.headers.get("transfer-encoding", "").lower():
        body = _joined(body)
    for packing in reversed(response.headers.get("content-encoding", "").lower().replace(",", " ").split()):
        if packing in ("gzip", "x-gzip"):
            body = _inflated(body, 47, most) if body.startswith(b"\x1f\x8b") else body
        elif packing == "deflate":
            body = _deflated(body, most)
        elif packing != "identity" and body.lstrip()[:1] != b"<":
            raise Unreadable(f"its server packed it with {packing[:20]}, which is not read")
    return body


def _joined(body: bytes) -> bytes:
    """The chunks of a body, those that are there; the body itself where it is in no chunks."""
    if not _SIZE.match(body):
        return body
    parts, at = [], 0
    while (found := _SIZE.match(body, at)) and int(found[1], 16):
        at = found.end() + int(found[1], 16)
        parts.append(body[found.end() : at])
        at += len(re.compile(rb"\r?\n?").match(body, at)[0])  # type: ignore[index]
    return b"".join(parts)


def _deflated(body: bytes, most: int) -> bytes:
    """Zlib, or as some servers have it without its head, or not packed at all."""
    if body.lstrip()[:1] == b"<":
        return body
    try:
        return _inflated(body, 15, most)
    except Unreadable:
        return _inflated(body, -15, most)


def _inflated(body: bytes, kind: int, most: int) -> bytes:
    try:
        return zlib.decompressobj(kind).decompress(body, most + 1)
    except zlib.error as error:
        raise Unreadable(f"its body is damaged: {error}") from error
