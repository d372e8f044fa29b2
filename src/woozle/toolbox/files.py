"""Files that are whole or not there: written aside, flushed to the disk, then renamed."""

import os
from pathlib import Path


def sync_folder(folder: Path) -> None:
    """Flush a folder's entries, so that a rename survives a power cut.

    Raises:
        OSError: the folder cannot be opened or flushed.
    """
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def aside(path: Path) -> Path:
    """The name under which a file is written before it is whole. One writer a path: callers hold the case's lock."""
    return path.with_name(f".{path.name}.part")


def settle(path: Path) -> None:
    """Make the file written at ``aside(path)`` the file at `path`, in one step.

    Raises:
        OSError: the disk is full or refuses the rename.
    """
    part = aside(path)
    handle = os.open(part, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
    os.replace(part, path)
    sync_folder(path.parent)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file that is whole or not there; makes its folder.

    Raises:
        OSError: the disk is full, or the folder cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = aside(path)
    try:
        part.write_bytes(content)
        settle(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise
