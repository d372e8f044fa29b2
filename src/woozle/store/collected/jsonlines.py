"""JSON Lines: one record a line, packed with gzip or zstd or not."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from woozle.model.values import Spot
from woozle.store.collected.records import Limits, Record, at, choose, placed, record_of, too_large
from woozle.store.collected.streams import Stream

_MARK = b"\xef\xbb\xbf"


def read_jsonlines(path: str, columns: Mapping[str, str], limits: Limits) -> Iterator[Record]:
    """The records of a file, numbered by line; blank lines are none.

    Raises:
        Damaged, Bomb: from here on it cannot be unpacked.
        OSError: it cannot be read.
    """
    with Stream(path) as stream:
        number = begin = 0
        while line := stream.readline(limits.record_bytes + 1):
            number += 1
            start = None if stream.is_packed else begin
            if len(line) > limits.record_bytes and not line.endswith(b"\n"):
                fault = too_large(len(line) + stream.skip_line(), limits)
                begin = stream.position
                yield Record(number, fault=fault, read=stream.read_hundredths)
                continue
            begin = stream.position
            line = line.removeprefix(_MARK) if number == 1 else line
            if line.strip():
                stream.mark()
                record, chosen = _record(number, line, columns, (limits, stream.read_hundredths))
                yield placed(record, start, len(line) + len(_MARK), chosen)
        if stream.is_cut:
            yield Record(None, fault=("cut", "its end is missing: the records up to there were read"), read=100)


def line_at(path: str, where: Spot, columns: Mapping[str, str]) -> Record:
    """The record of one line, as `columns` name it.

    Raises:
        OSError: the file cannot be read.
    """
    with Stream(path, start=where.at) as stream:
        line = stream.readline(where.length).removeprefix(_MARK)
    return _record(0, line, columns, (Limits(where.length), 0))[0]


def _record(
    number: int, line: bytes, columns: Mapping[str, str], how: tuple[Limits, int]
) -> tuple[Record, Mapping[str, str]]:
    """The record that a line makes, and what its columns hold."""
    limits, read = how
    try:
        # Broken bytes go through as they are, so that one of them does not cost the report.
        values: Any = json.loads(line.decode("utf-8", "surrogateescape"))
    except (ValueError, RecursionError) as error:
        said = "it nests too deep" if isinstance(error, RecursionError) else str(error)
        return Record(number, fault=("damaged", f"not read, it is no JSON: {said}"), read=read), {}
    if not isinstance(values, dict):
        message = f"not read, an object is expected, and {type(values).__name__} came"
        return Record(number, fault=("type", message), read=read), {}
    chosen = choose(values, columns)
    if not {"html", "text"} & set(chosen):
        names = ", ".join(sorted(values)[:20]) or "nothing"
        message = f"not read, no column of text is known; it has {names[:300]}. Say which: --columns text=NAME"
        return Record(number, fault=("columns", message), read=read), {}
    return record_of(number, {held: at(values, name) for held, name in chosen.items()}, limits, read), chosen
