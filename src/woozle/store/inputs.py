"""Inputs: from what the user named (files, folders, patterns) to files that can be read, and why some cannot."""

import glob
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

#: What a folder is searched for. A file that is named outright is taken whatever it is called.
REPORTS = frozenset({".txt", ".html", ".htm", ".xhtml"})
#: Files that may hold a report which Woozle cannot read yet: taken, so that they stand among the problems.
UNREADABLE = frozenset({".pdf", ".doc", ".docx", ".odt", ".rtf", ".eml", ".mht", ".mhtml", ".wacz", ".epub"})
#: Files that hold many reports, by how their names end, and how they are read.
COLLECTIONS = MappingProxyType(
    {
        ".parquet": "parquet",
        **{f".{name}{packed}": "jsonl" for name in ("jsonl", "ndjson") for packed in ("", ".gz", ".zst")},
        **{f".warc{packed}": "warc" for packed in ("", ".gz")},
    }
)


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read, as the user would name it; or why it cannot be one (`fault` is a kind and a message)."""

    name: str
    fault: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file of a folder that is no report by its name."""

    name: str


def find(names: Sequence[str]) -> Iterator[Found | LeftOut]:
    """The files behind the names, folders in the order of their paths."""
    for name in names:
        path = Path(name)
        if "://" in name:
            yield Found(name, ("not_fetched", f"{name}: pages are not fetched yet; save the page and add the file"))
        elif path.is_dir():
            yield from _walk(name)
        elif os.path.lexists(name):
            yield _file(name)
        else:
            matches = sorted(glob.glob(name, recursive=True))
            if not matches:
                yield Found(name, ("missing", f"there is no file or folder {name}"))
            for match in matches:
                yield from _walk(match) if Path(match).is_dir() else [_file(match)]


def _walk(folder: str) -> Iterator[Found | LeftOut]:
    faults: list[OSError] = []
    # Links to folders are not followed: a loop would never end.
    for parent, folders, files in os.walk(folder, onerror=faults.append):
        folders.sort()
        folders[:] = [name for name in folders if not name.startswith(".") and not name.endswith(".woozle")]
        for name in sorted(files):
            path, suffix = os.path.join(parent, name), os.path.splitext(name)[1].lower()
            is_known = suffix in REPORTS | UNREADABLE or collection(name) is not None
            if name.startswith(".") or not is_known:
                yield LeftOut(path)
            else:
                yield _file(path)
    for fault in faults:
        yield Found(str(fault.filename), ("no_rights", f"the folder {fault.filename} cannot be read: {fault.strerror}"))


def _file(name: str) -> Found:
    try:
        mode = os.stat(name).st_mode
    except OSError as error:
        return Found(name, ("unreadable", f"{name} cannot be read: {error.strerror}"))
    if not stat.S_ISREG(mode):
        return Found(name, ("no_file", f"{name} is a pipe, a socket or a device, not a file"))
    return Found(name)


def collection(name: str) -> str | None:
    """How a file that holds many reports is read: parquet, jsonl or warc; None for any other file."""
    lower = name.lower()
    return next((form for end, form in COLLECTIONS.items() if lower.endswith(end)), None)


def printable(name: str) -> str:
    """A path as text that can be written anywhere: bytes that are no UTF-8 are written out in hexadecimal."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")
