"""Reading one record again where it stands, without the others of its collection."""

import os
from collections.abc import Sequence
from pathlib import Path

from woozle.model.ids import bytes_id
from woozle.model.values import Spot
from woozle.store.collected.jsonlines import line_at
from woozle.store.collected.parquet import row_at
from woozle.store.collected.records import Record
from woozle.store.collected.streams import Bomb, Damaged
from woozle.store.collected.warc import record_at
from woozle.store.inputs import printable


class Gone(Exception):
    """The bytes are not where they were; says why."""


def whereabouts(path: str, case: Path) -> tuple[str, str] | None:
    """A collection's path from the root and from the case; None where they cannot be written down."""
    whole = os.path.abspath(path)
    both = whole, os.path.relpath(whole, case.absolute())
    return both if all(printable(one) == one for one in both) else None


def paths_of(path: str, beside: str, case: Path) -> list[str]:
    """Where a collection is: under its path, or as far from the case as it was; nowhere if it is gone."""
    able = dict.fromkeys((path, os.path.normpath(case.absolute() / beside)))
    return [one for one in able if os.path.exists(one)]


def read_left(capture_id: str, spots: Sequence[Spot], case: Path) -> bytes:
    """The bytes of a capture out of the first of its spots that has them.

    Raises:
        Gone: none has.
    """
    why = "nobody knows where they stood"
    for spot in spots:
        why = f"{spot.path} is not there any more"
        for path in paths_of(spot.path, spot.beside, case):
            try:
                content = _read(path, spot).content
            except (OSError, Damaged, Bomb) as error:
                why = f"{path} cannot be read there: {error or type(error).__name__}"
                continue
            if content is not None and bytes_id(content) == capture_id:
                return content
            why = f"{path} was changed"
    raise Gone(why)


def _read(path: str, spot: Spot) -> Record:
    if spot.form == "warc":
        return record_at(path, spot)
    # Whether it was read as a page or as plain text is told beside it; here only the bytes are wanted.
    columns = {"text": spot.column}
    return row_at(path, spot, columns) if spot.form == "parquet" else line_at(path, spot, columns)
