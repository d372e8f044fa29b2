"""Files that are whole or not there: written aside, flushed to the disk, then renamed."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path


def flush(path: Path) -> None:
    """Flush a file, or a folder's entries (so that a rename survives a power cut), to the disk.

    Raises:
        OSError: it cannot be opened or flushed.
    """
    handle = os.open(path, os.O_RDONLY)
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
    flush(part)
    os.replace(part, path)
    flush(path.parent)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file that is whole or not there; makes its folder.

    Raises:
        OSError: the disk is full, or the folder cannot be written.
    """
    write_aside(path, lambda part: part.write_bytes(content))


def write_aside(path: Path, write: Callable[[Path], object]) -> None:
    """Let `write` fill a file, which then is whole or not there; makes its folder.

    Raises:
        OSError: the disk is full, or the folder cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = aside(path)
    try:
        write(part)
        settle(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise


def replace_with(whole: Path, path: Path) -> None:
    """Put a file that is whole, and lies on the same disk, in another's place; makes the folder.

    Raises:
        OSError: the folder cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    os.replace(whole, path)
    flush(path.parent)


def move_aside(old: Path, path: Path) -> None:
    """Move a file to where another may stand, which it then replaces whole; makes the folder.

    Raises:
        OSError: the disk is full, or the folder cannot be written.
    """
    write_aside(path, lambda part: shutil.move(old, part))
