"""The folder of an export: written aside, then moved into place file by file, the manifest last."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from woozle.errors import UsageError
from woozle.export.csv import CODED
from woozle.export.manifest import MANIFEST, read_manifest
from woozle.model.tables import RECORD_TABLES
from woozle.toolbox.files import flush

#: Where the files are written before they are whole: inside the target, so that they only need renaming.
ASIDE = ".woozle-export"

#: Files that an export may have written; the rest of a folder is somebody else's.
OURS = frozenset({MANIFEST, ASIDE, CODED, *(f"{table}.{form}" for table in RECORD_TABLES for form in ("jsonl", "csv"))})


def fill(to: Path, write: Callable[[Path], None]) -> tuple[Path, ...]:
    """Fill a folder with what `write` puts into an empty one; returns the paths of the files, sorted.

    Whoever reads the folder meanwhile may see files of two exports, but then they do not match the manifest, which
    is replaced last. A crash leaves the folder in a state that the next export puts right.

    Raises:
        UsageError: the folder holds anything but an earlier export; nothing is changed.
        OSError: the disk is full, or the folder cannot be written; the earlier export is still there.
    """
    _refuse_foreign(to)
    part = to / ASIDE
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    try:
        write(part)
        names = sorted(os.listdir(part), key=lambda name: (name == MANIFEST, name))
        for name in names:
            flush(part / name)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    for name in names:
        os.replace(part / name, to / name)
    for old in set(os.listdir(to)) - {*names, ASIDE}:
        (to / old).unlink()
    part.rmdir()
    flush(to)
    return tuple(sorted(to / name for name in names))


def _refuse_foreign(to: Path) -> None:
    """Raise if the folder holds anything but an earlier export, whole or broken off."""
    if not os.path.lexists(to):
        return
    if not to.is_dir():
        raise UsageError(f"{to} is a file: name a folder to export to")
    found = set(os.listdir(to))
    strange = sorted(found - OURS)
    if strange:
        raise UsageError(f"{to} holds {', '.join(strange[:5])}, which is no export: name an empty or a new folder")
    if found and ASIDE not in found and read_manifest(to) is None:
        raise UsageError(f"{to} is not empty and holds no export: name an empty or a new folder")
