"""Collections made in the test: reports, records of archives, packed and not."""

import gzip

REPORT = (
    "Ferry aground\n\nThe ferry ran aground off {0}, harbour master Ines Vallo told reporters. Nobody was hurt, she "
    "said on Monday.\n"
)
PAGE = (
    "<html><head><title>Ferry aground</title></head><body><h1>Ferry aground</h1><p>The ferry ran aground off {0}, "
    "harbour master Ines Vallo told reporters.</p><p>Nobody was hurt, she said on Monday.</p></body></html>"
)


def archived(kind: str, uri: str, block: bytes, *, length: int | None = None, more: str = "") -> bytes:
    """One record of a WARC file."""
    size = len(block) if length is None else length
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\n{more}Content-Length: {size}\r\n\r\n"
    return head.encode() + block + b"\r\n\r\n"


def answered(body: bytes, *, media: str = "text/html; charset=utf-8", more: str = "", status: str = "200 OK") -> bytes:
    """What a server answered."""
    return f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{more}\r\n".encode() + body


def page(name: str) -> bytes:
    """A page of a report."""
    return PAGE.format(name).encode()


def response(name: str) -> bytes:
    """A record of a page."""
    return archived("response", f"https://wire.example/2024/05/07/{name}", answered(page(name)))


def packed(*records: bytes) -> bytes:
    """Records as crawlers pack them: each one by itself."""
    return b"".join(gzip.compress(record, mtime=0) for record in records)
