"""WARC: the pages that a crawler kept. Responses of HTML are records; what else there is, is counted."""

import re
from collections.abc import Iterator

from woozle.model.values import Spot, Told
from woozle.store.collected.http import Response, Unreadable, parse, unpacked
from woozle.store.collected.records import Limits, Record, line, placed, too_large
from woozle.store.collected.streams import Damaged, Stream

BEGIN = b"WARC/"
#: Bytes of a record's head, and of the head of a server's answer.
HEAD = 2**16
_HTML = ("text/html", "application/xhtml+xml")
_LOOKS = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)


def read_warc(path: str, limits: Limits) -> Iterator[Record]:
    """The records of a file, numbered as they stand in it, all kinds together.

    What is damaged is one fault; reading goes on where the next record seems to begin.

    Raises:
        Bomb: it unpacks to more than any text.
        OSError: it cannot be read.
    """
    with Stream(path, is_checked=True) as stream:
        number, is_begun, is_lost = 0, False, False
        while True:
            try:
                begin = stream.position
                first = stream.readline(HEAD)
                if not first:
                    break
                if not first.strip():
                    continue
                is_new, is_lost = first.startswith(BEGIN) or not is_lost, not first.startswith(BEGIN)
                number += is_new
                if is_lost and is_new:
                    # A length that is wrong, or rubbish: one fault for all of it, up to the next head.
                    yield Record(
                        number,
                        fault=("damaged", "something that is no record was left out"),
                        read=stream.read_hundredths,
                    )
                if is_lost:
                    continue
                is_begun, start = True, stream.offset(begin)
                record = _record(number, stream, limits)
                is_begun = False
                stream.mark()
                yield placed(record, start, stream.position - begin)
            except Damaged as error:
                number += not is_begun
                is_begun = is_lost = False
                message = f"not read, what is packed there is damaged ({error}); reading goes on behind it"
                yield Record(number, fault=("damaged", message), read=stream.read_hundredths)
                if not stream.next_member():
                    break


def record_at(path: str, where: Spot) -> Record:
    """One record.

    Raises:
        Damaged, Bomb: it cannot be unpacked.
        OSError: the file cannot be read.
    """
    with Stream(path, is_checked=True, start=where.at) as stream:
        if not stream.readline(HEAD).startswith(BEGIN):
            return Record(0, fault=("damaged", "no record begins there"))
        return _record(0, stream, Limits(where.length))


def _record(number: int, stream: Stream, limits: Limits) -> Record:
    headers = _headers(stream)
    length = headers.get("content-length", "")
    if not re.fullmatch(r"\d{1,15}", length):
        return Record(number, fault=("damaged", "not read, its head does not say how long it is"))
    size, kind = int(length), headers.get("warc-type", "").lower()
    uri = headers.get("warc-target-uri", "").strip("<>")
    if kind != "response" or not uri.lower().startswith(("http:", "https:")):
        n = stream.skip(size, until=BEGIN)
        skipped = kind if kind != "response" else "response of no page"
        return _whole(Record(number, skipped=line(skipped[:30]) or "of no kind", read=stream.read_hundredths), n, size)
    # A body may be packed in chunks, and a head stands before it.
    block = stream.read(min(size, limits.record_bytes + HEAD), until=BEGIN)
    n = (
        len(block) + stream.skip(size - len(block), until=BEGIN)
        if len(block) == limits.record_bytes + HEAD
        else len(block)
    )
    response = parse(block)
    read = stream.read_hundredths
    if response is None:
        return Record(number, fault=("damaged", "not read, it holds no answer of a server"), read=read)
    skipped_as = _no_report(response)
    if skipped_as:
        return _whole(Record(number, skipped=skipped_as, read=read), n, size)
    return _whole(_page(number, response, (uri, headers.get("warc-truncated"), size, read), limits), n, size)


def _headers(stream: Stream) -> dict[str, str]:
    headers: dict[str, str] = {}
    left, name = HEAD, ""
    while left > 0 and (found := stream.readline(left)).strip():
        left -= len(found)
        text = found.decode("utf-8", "replace")
        if text[0] in " \t" and name:
            headers[name] += " " + text.strip()
            continue
        name, _, value = text.partition(":")
        name = name.strip().lower()
        headers.setdefault(name, value.strip())
    return headers


def _no_report(response: Response) -> str | None:
    """Why an answer is no page, in words that are counted."""
    if not 200 <= response.status < 300:
        return f"status {response.status}"
    if response.media_type in _HTML or (not response.media_type and _LOOKS.match(response.body[:2048])):
        return None
    return line(response.media_type[:60]) or "no HTML"


def _page(number: int, response: Response, what: tuple[str, str | None, int, int], limits: Limits) -> Record:
    uri, cut, size, read = what
    if size > limits.record_bytes + HEAD:
        return Record(number, fault=too_large(size, limits), read=read)
    try:
        body = unpacked(response, limits.record_bytes)
    except Unreadable as error:
        return Record(number, fault=("packed", f"not read, {error}"), read=read)
    if len(body) > limits.record_bytes:
        return Record(number, fault=too_large(None, limits), read=read)
    if not body.strip():
        return Record(number, fault=("empty", "not read, its body is empty"), read=read)
    language = response.headers.get("content-language")
    told = Told("html", line(uri), language=line(language), charset=line(response.charset))
    fault = ("cut", f"the crawler kept only a part of it ({line(cut)}); that was read") if cut else None
    return Record(number, body, told, fault, read=read)


def _whole(record: Record, n: int, size: int) -> Record:
    """The record, unless the file holds less of it than its head says: half a report is no report."""
    if n >= size:
        return record
    message = f"not read, its head says {size:,} bytes, and there are {n:,}"
    return Record(record.number, fault=("cut", message), read=record.read)
