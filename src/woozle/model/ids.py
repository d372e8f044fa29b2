"""Ids: tagged hashes of a row's key, the same on every machine."""

import hashlib
import json
from collections.abc import Sequence

Part = str | int | None

_written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def bytes_id(content: bytes) -> str:
    """The id of bytes: ``sha256:`` and 64 hex digits."""
    return "sha256:" + hashlib.sha256(content).hexdigest()


def row_id(kind: str, *key: Part | Sequence[Part]) -> str:
    """The id of a row: ``b2:`` and 32 hex digits of BLAKE2b over the row's kind and key.

    The key is written as JSON before it is hashed, so that ("ab", "c") and ("a", "bc") differ.

    Args:
        kind: the table's name in the singular, such as ``"mention"``.
        key: what makes the row this row: ids, offsets, words. Never a position in a list, a worker or a clock.
    """
    plain = [kind, *(list(part) if isinstance(part, list | tuple) else part for part in key)]
    return "b2:" + hashlib.blake2b(_written(plain).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def document_id(capture_sha256: str) -> str:
    """The id of the document that was cleaned out of a capture."""
    return row_id("document", capture_sha256)
