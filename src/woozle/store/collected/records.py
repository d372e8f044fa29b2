"""A record of a collection: the bytes of one report, and what the columns beside it tell about it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import Any

from woozle.errors import UsageError
from woozle.model.values import Told

#: Names of columns by what they hold, the most telling first; compared without case, ``-`` as ``_``.
KNOWN: Mapping[str, tuple[str, ...]] = {
    "html": ("html", "raw_html", "html_content", "content_html"),
    "text": ("text", "body", "content", "article", "maintext", "main_text", "plain_text", "article_text", "full_text"),
    "url": ("url", "link", "source_url", "canonical_url", "uri"),
    "title": ("title", "headline"),
    "published": (
        *(
            "published",
            "published_at",
            "date_published",
            "publication_date",
            "publish_date",
            "date_publish",
            "pub_date",
        ),
        *("pubdate", "date", "datetime", "timestamp"),
    ),
    "outlet": ("outlet", "source", "publisher", "publication", "site_name", "site", "domain", "source_domain"),
    "language": ("language", "lang"),
}
NO_COLUMNS: Mapping[str, str] = MappingProxyType({})
#: What a told value may be long; a column of that name with longer ones holds something else.
_LONGEST = 2_000
#: Seconds since 1970 of the years 1990 to 2100; a thousand times as much where milliseconds are counted.
_EPOCH = (631_152_000, 4_102_444_800)


@dataclass(frozen=True, slots=True)
class Limits:
    """What a record may hold, in bytes."""

    record_bytes: int


@dataclass(frozen=True, slots=True)
class At:
    """Where a record stands in its file, so that it can be read again without the others; see `Spot`."""

    at: int
    length: int
    column: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """One record, by its number in the file from 1; or why there is none.

    Attributes:
        number: the line, the row, the place in the archive; None where something is wrong with the file as a whole.
        content: the bytes of the report; None where it holds none.
        told: what stands beside it.
        fault: a kind and a message that goes on after the record's name; the content may be there all the same.
        skipped: why it is no report and no fault either, in a word that is counted.
        read: hundredths of the file that are read.
        at: where it stands; None where it can be found from the start of the file only.
    """

    number: int | None
    content: bytes | None = None
    told: Told | None = None
    fault: tuple[str, str] | None = None
    skipped: str | None = None
    read: int = 0
    at: At | None = None


def too_large(n_bytes: int | None, limits: Limits) -> tuple[str, str]:
    """The fault of a record that is larger than any report."""
    size = f"{n_bytes / 2**20:,.0f} MB" if n_bytes else "more"
    most = limits.record_bytes // 2**20
    return "size", f"not read, it has {size}, and [add] megabytes_a_record is {most}"


def checked_columns(columns: Mapping[str, str]) -> dict[str, str]:
    """Columns that the user named, by what they hold.

    Raises:
        UsageError: something is named that no column can hold.
    """
    strange = [name for name in columns if name not in KNOWN]
    if strange:
        raise UsageError(f"columns: {', '.join(strange)} is not known; columns hold {', '.join(KNOWN)}")
    return dict(columns)


def choose(names: Iterable[str], columns: Mapping[str, str]) -> dict[str, str]:
    """Which of a file's columns holds what: those that the user named, else those of a known name.

    A user who names a column of text means that one, so a column of HTML is not looked for then; and the other way
    round.
    """
    by_fold: dict[str, str] = {}
    for name in names:
        by_fold.setdefault(_fold(name), name)
    named = {"html", "text"} & set(columns)
    chosen = dict(columns)
    for held, known in KNOWN.items():
        if held in chosen or (named and held in ("html", "text")):
            continue
        found = next((by_fold[name] for name in known if name in by_fold), None)
        if found is not None and found not in chosen.values():
            chosen[held] = found
    return chosen


def _fold(name: str) -> str:
    return name.strip().lower().replace("-", "_")


def record_of(number: int, values: Mapping[str, Any], limits: Limits, read: int) -> Record:
    """The record that some values make, by what they hold."""
    for form in ("html", "text"):
        value = values.get(form)
        if value is None or (isinstance(value, str | bytes) and not value.strip()):
            continue
        if not isinstance(value, str | bytes):
            message = f"not read, its {form} is no text but {type(value).__name__}"
            return Record(number, fault=("type", message), read=read)
        content = _bytes(value) if isinstance(value, str) else value
        if len(content) > limits.record_bytes:
            return Record(number, fault=too_large(len(content), limits), read=read)
        return Record(number, content, _told(values, form), read=read)
    return Record(number, fault=("empty", "not read, it holds no text"), read=read)


def _bytes(text: str) -> bytes:
    """A text in UTF-8. What cannot be (a broken byte, half a surrogate pair) stays as it came: ingest tells of it."""
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")


def placed(record: Record, start: int | None, n_bytes: int, chosen: Mapping[str, str] = NO_COLUMNS) -> Record:
    """The record with where it stands, if that is known.

    Args:
        record: with content or not.
        start: the byte or row at which it begins; None where it cannot be read by itself.
        n_bytes: what it takes as it came; unpacked it may take more.
        chosen: columns by what they hold; none in an archive.
    """
    if start is None or record.content is None:
        return record
    column = chosen.get("html" if record.told and record.told.form == "html" else "text", "")
    return replace(record, at=At(start, max(len(record.content), n_bytes), column))


def at(values: Mapping[str, Any], name: str) -> Any:
    """The value of a column, or of ``one.in.another``; None where there is none."""
    if name in values:
        return values[name]
    found: Any = values
    for part in name.split("."):
        found = found.get(part) if isinstance(found, Mapping) else None
    return found


def _told(values: Mapping[str, Any], form: str) -> Told:
    return Told(
        form="html" if form == "html" else None,
        url=line(values.get("url")),
        outlet=line(values.get("outlet")),
        title=line(values.get("title")),
        published=moment(values.get("published")),
        language=line(values.get("language")),
    )


def line(value: Any) -> str | None:
    """A value as one line of text; None where it is none, or too long for what it should hold."""
    if isinstance(value, Mapping):
        value = value.get("name")
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    if not isinstance(value, str):
        return None
    # What cannot be written as UTF-8, or steers a terminal, has no place in a name or an address.
    text = " ".join(re.sub("[\ud800-\udfff\x00-\x1f\x7f-\x9f]", " ", value).split())
    return text if 0 < len(text) <= _LONGEST else None


def moment(value: Any) -> str | None:
    """When something came out, as text: ISO 8601 where the column holds a date or counts seconds since 1970."""
    if isinstance(value, datetime):
        aware = value.tzinfo is not None
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if aware else value.strftime("%Y-%m-%dT%H:%M:%S")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool) or not isinstance(value, int | float):
        return line(value)
    for unit in (1, 1_000, 1_000_000):
        if _EPOCH[0] <= value / unit <= _EPOCH[1]:
            return datetime.fromtimestamp(value // unit, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return None
