"""The manifest of an export: versions, settings, and the hash and number of rows of every file."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from woozle.config import RECORD_FORMAT, VERSION
from woozle.export.record import Record

MANIFEST = "manifest.json"
#: Who is to be named where points of places are published.
CREDITS = ("Places: GeoNames, https://www.geonames.org, CC BY 4.0, changed; see docs/guide/places.md",)


def file_sha256(path: Path) -> str:
    """The SHA-256 of a file's bytes, 64 hex digits.

    Raises:
        OSError: the file cannot be read.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_manifest(record: Record, folder: Path, n_rows: Mapping[str, int]) -> None:
    """Write ``manifest.json`` beside the files of an export. It holds no time and no path, so that it can be compared.

    Args:
        record: gives the settings it was made with.
        folder: where the files stand.
        n_rows: the number of rows of each file by name.

    Raises:
        OSError: the disk is full, or a file cannot be read.
    """
    value = {
        "format": RECORD_FORMAT,
        "woozle_version": VERSION,
        "settings": record.fact("settings") or {},
        "about": record.fact("about"),
        "reports_left_out": record.fact("outside") or 0,
        "models": {},
        "credits": CREDITS,
        "files": {name: {"sha256": file_sha256(folder / name), "rows": n} for name, n in n_rows.items()},
    }
    text = json.dumps(value, ensure_ascii=False, indent=1)
    (folder / MANIFEST).write_text(f"{text}\n", encoding="utf-8", newline="\n")


def read_manifest(folder: Path) -> dict[str, Any] | None:
    """The manifest of an export; None if there is none or it is no manifest of Woozle."""
    try:
        value = json.loads((folder / MANIFEST).read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    is_ours = isinstance(value, dict) and "woozle_version" in value and isinstance(value.get("files"), dict)
    return value if is_ours else None
