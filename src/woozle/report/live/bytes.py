"""The bytes behind a stretch of a report, as they came, after their hash was checked; always shown as text."""

import hashlib
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from woozle.errors import IntegrityError
from woozle.report.links import tail
from woozle.report.live.address import id_of
from woozle.report.live.query import Query
from woozle.report.live.source import Asked
from woozle.report.live.view import View
from woozle.report.words import NO_OUTLET

#: Bytes that are shown at most, and those around the stretch that was asked for.
MOST, AROUND = 6_000, 240
_CAPTURE = re.compile(r"sha256:[0-9a-f]{64}\Z")

Runs = Sequence[dict[str, int]]


@dataclass(frozen=True, slots=True)
class Bytes:
    """Everything that the page shows. ``found`` is empty where there are no bytes, else their hash.

    ``parts``: stretches of the bytes as text, and whether the report's words were read from them.
    """

    title: str
    outlet: str
    report_url: str
    expected: str
    found: str
    size: int
    parts: tuple[tuple[str, bool], ...]
    first: int
    last: int
    is_whole: bool
    encoding: str

    @property
    def is_sound(self) -> bool:
        """Whether the bytes are those that were read."""
        return self.found == self.expected


def _decoded(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding, "replace")
    except LookupError:
        return content.decode("latin-1")


def _ranges(runs: Runs, start: int, end: int) -> list[tuple[int, int]]:
    """Byte ranges, half-open and merged, that the characters of a stretch came from."""
    made: list[tuple[int, int]] = []
    for run in runs:
        if run["end"] <= start or run["start"] >= end or run["byte_start"] >= run["byte_end"]:
            continue
        low, high = run["byte_start"], run["byte_end"]
        is_even = high - low == run["end"] - run["start"]
        low, high = (low + max(0, start - run["start"]), high - max(0, run["end"] - end)) if is_even else (low, high)
        if made and low <= made[-1][1]:
            made[-1] = (made[-1][0], max(made[-1][1], high))
        else:
            made.append((low, high))
    return made


def _parts(content: bytes, encoding: str, ranges: list[tuple[int, int]], low: int, high: int) -> list[tuple[str, bool]]:
    made, at = [], low
    for start, end in ranges:
        a, b = max(start, at), min(end, high)
        if a < b:
            made += [(_decoded(content[at:a], encoding), False), (_decoded(content[a:b], encoding), True)]
            at = b
    made.append((_decoded(content[at:high], encoding), False))
    return [(text, is_read) for text, is_read in made if text]


def bytes_of(asked: Asked, row: str, query: Query, read: Callable[[str], bytes]) -> View | None:
    """The bytes behind the code points from ``from`` to ``to`` (half-open) of a report; None if there is none.

    Args:
        asked: the record.
        row: the start of the report's hash.
        query: its address.
        read: hands over the bytes of a capture.

    Raises:
        UsageError: the bounds are no numbers.
    """
    document_id = id_of(asked, "document_ids", row)
    if document_id is None:
        return None
    expected, encoding, byte_map, title, outlet = asked.ask("report_bytes", id=document_id)[0]
    start, end = query.number("from", 0, 2**31), query.number("to", 0, 2**31)
    try:
        # A record made elsewhere may name anything: only what has the form of a hash is looked for.
        content = read(expected) if _CAPTURE.match(expected) else None
    except IntegrityError:
        content = None
    found = "" if content is None else f"sha256:{hashlib.sha256(content).hexdigest()}"
    parts, low, high = [], 0, 0
    if content is not None and found == expected:
        ranges = _ranges(json.loads(byte_map), start, max(end, start + 1))
        low = max(0, (ranges[0][0] if ranges else 0) - AROUND)
        high = min(len(content), (ranges[-1][1] if ranges else 0) + AROUND, low + MOST)
        parts = _parts(content, encoding, ranges, low, high)
    size = len(content or b"")
    url = f"/report/{tail(document_id)}" + (f"?at={start}" if start else "")
    made = Bytes(
        title or "Without a title",
        outlet or NO_OUTLET,
        url,
        expected,
        found,
        size,
        tuple(parts),
        low,
        high,
        (low, high) == (0, size),
        encoding,
    )
    twin = {"capture": expected, "found": found or None, "is_sound": made.is_sound, "size": size, "encoding": encoding}
    stretch = {"start": low, "end": high, "parts": [{"text": text, "is_read": is_read} for text, is_read in parts]}
    return View("bytes.html", "reports", f"Bytes of {made.title[:60]}", made, {**twin, "bytes": stretch})
