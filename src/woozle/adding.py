"""Adding: the bytes of files, and of the records of collections, into a case; what cannot be read is kept as a fact.

Records of archives are left where they are, unless the caller wants them kept: a row says where each stands.
"""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import astuple, replace
from pathlib import Path

from woozle.answers import Added
from woozle.config import AddSettings
from woozle.model.ids import bytes_id
from woozle.model.records import Problem
from woozle.model.values import Left, Spot, Told
from woozle.run import Event, now
from woozle.store.collected.jsonlines import read_jsonlines
from woozle.store.collected.parquet import read_parquet
from woozle.store.collected.records import Limits, Record
from woozle.store.collected.spots import whereabouts
from woozle.store.collected.streams import Bomb, Damaged
from woozle.store.collected.warc import read_warc
from woozle.store.folder import Folder
from woozle.store.inputs import Found, LeftOut, collection, find, printable

#: More than this is no news report; larger files are not even copied into the case.
LARGEST = 512 * 2**20
#: Collections that nobody writes to once they are made: they are left where they are, unless they are to be kept.
ARCHIVES = frozenset({"warc"})
#: The journal learns of new captures at least so often.
NOTED = 1_000


class Adding:
    """One call of `Case.add`; the caller holds the case's lock."""

    def __init__(
        self,
        folder: Folder,
        settings: AddSettings,
        columns: Mapping[str, str],
        progress: Callable[[Event], None],
        *,
        keep: bool | None,
    ) -> None:
        self._folder, self._settings, self._columns, self._progress = folder, settings, columns, progress
        self._is_kept, self._at = keep, now()
        self._waiting: dict[str, str] = {}
        self._left: list[Left] = []
        self._known: dict[str, Left] = {}
        self._where: tuple[str, str, str] | None = None
        self._n_seen = self._n_new = self._n_known = self._n_left = 0
        self._left_out: list[str] = []
        self._problems: list[Problem] = []
        self._skipped: Counter[str] = Counter()

    def add(self, inputs: Iterable[str]) -> Added:
        """Keep what the inputs hold.

        Raises:
            OSError: the disk is full, or the folder cannot be written.
        """
        try:
            for found in find(list(inputs)):
                if isinstance(found, LeftOut):
                    self._left_out.append(printable(found.name))
                elif found.fault is None and collection(found.name):
                    self._collection(found.name)
                else:
                    self._file(found)
        finally:
            # After Ctrl-C too: what was kept stands in the journal, and the same call goes on behind it.
            self._note()
        skipped = tuple(sorted(self._skipped.items()))
        left_out, problems = tuple(self._left_out), tuple(self._problems)
        return Added(self._n_seen, self._n_new, self._n_known, left_out, problems, skipped, self._n_left)

    def _file(self, found: Found) -> None:
        self._n_seen += 1
        content, fault = _read(found.name) if found.fault is None else (b"", found.fault)
        if fault:
            self._refuse(printable(found.name), *fault)
        else:
            self._keep(content, printable(found.name), None)

    def _take(self, content: bytes, source: str, record: Record) -> None:
        """Leave what a record holds where it is, or keep it: what is here already is not left elsewhere."""
        if self._where and record.at and not self._folder.captures.has(capture_id := bytes_id(content)):
            spot = Spot(*self._where, *astuple(record.at))
            self._leave(Left(source, capture_id, len(content), self._at, record.told, spot))
        else:
            self._keep(content, source, record.told)

    def _leave(self, row: Left) -> None:
        """Write down where a record stands, unless that is known."""
        known = self._known.get(row.source)
        if known is None or replace(known, added_at=row.added_at) != row:
            self._left.append(row)
            self._known[row.source] = row
        self._n_left += 1
        self._folder.captures.accept(row.source)
        self._count(row.source, row.capture, is_new=not _is_same(known, row.capture, row.told))

    def _keep(self, content: bytes, source: str, told: Told | None) -> None:
        capture_id, is_new = self._folder.captures.add(content, source, self._at, told)
        self._count(source, capture_id, is_new=is_new and not _is_same(self._known.get(source), capture_id, told))

    def _count(self, source: str, capture_id: str, *, is_new: bool) -> None:
        self._n_new += is_new
        self._n_known += not is_new
        if is_new:
            self._waiting[source] = capture_id
        if max(len(self._waiting), len(self._left)) >= NOTED:
            self._note()

    def _refuse(self, source: str, kind: str, message: str) -> None:
        # A message may repeat names of columns, which are as hostile as the rest of a file.
        told = message.encode("utf-8", "backslashreplace").decode("utf-8")
        self._problems.append(self._folder.captures.refuse(source, kind, told))

    def _note(self) -> None:
        self._folder.captures.left.add(self._left)
        self._left = []
        if self._waiting:
            self._folder.journal.append({"at": self._at, "act": "add", "captures": self._waiting})
            self._waiting = {}

    # ---- collections

    def _collection(self, path: str) -> None:
        name, n_faults = printable(path), Counter[str]()
        self._folder.captures.accept(name)
        self._note()
        self._known, self._where = self._folder.captures.left.named(name), self._place(path)
        for n_records, record in enumerate(self._records(path), 1):
            if n_records > self._settings.records_a_file:
                most = f"[add] records_a_file is {self._settings.records_a_file:,}"
                self._fault(name, "records", f"the records from #{record.number} on were not read: {most}", n_faults)
                break
            self._record(name, record, n_faults)
            self._progress(Event(Path(path).name, min(record.read, 99), 100))
        if n_faults.total() > self._settings.problems_a_file:
            rest = n_faults.total() - self._settings.problems_a_file
            self._refuse(
                name, "records", f"{name}: {rest:,} more records were not read or not whole; {_kinds(n_faults)}"
            )
        self._progress(Event(Path(path).name, 100, 100))

    def _records(self, path: str) -> Iterator[Record]:
        limits = Limits(self._settings.megabytes_a_record * 2**20)
        number = 0
        try:
            for record in _reader(path, self._columns, limits):
                number = record.number or number
                yield record
        except Bomb:
            message = f"behind #{number} it unpacks to more than any text does; the rest was not read"
            yield Record(None, fault=("bomb", message))
        except Damaged as error:
            message = f"behind #{number} what is packed there is damaged ({error}); the rest was not read"
            yield Record(None, fault=("damaged", message))
        except OSError as error:
            # Writing fails in the caller, never here: this is the collection's own disk.
            yield Record(None, fault=("unreadable", f"behind #{number} it cannot be read: {error.strerror or error}"))

    def _place(self, path: str) -> tuple[str, str, str] | None:
        """Where a collection is whose records are left, and how it is read; None where they are to be copied."""
        form = str(collection(path))
        if self._is_kept or (self._is_kept is None and form not in ARCHIVES):
            return None
        found = whereabouts(path, self._folder.path)
        return None if found is None else (*found, form)

    def _record(self, name: str, record: Record, n_faults: Counter[str]) -> None:
        source = name if record.number is None else f"{name}#{record.number}"
        if record.skipped:
            self._skipped[record.skipped] += 1
            return
        self._n_seen += 1
        if record.content is not None:
            self._take(record.content, source, record)
        if record.fault:
            kind, message = record.fault
            self._fault(source, kind, message, n_faults)

    def _fault(self, source: str, kind: str, message: str, n_faults: Counter[str]) -> None:
        """One problem a record, up to a number; the rest of a file that is bad throughout is only counted."""
        n_faults[kind] += 1
        if n_faults.total() <= self._settings.problems_a_file:
            self._refuse(source, kind, f"{source}: {message}")


def _reader(path: str, columns: Mapping[str, str], limits: Limits) -> Iterator[Record]:
    form = collection(path)
    if form == "parquet":
        return read_parquet(path, columns, limits)
    return read_jsonlines(path, columns, limits) if form == "jsonl" else read_warc(path, limits)


def _is_same(known: Left | None, capture_id: str, told: Told | None) -> bool:
    return known is not None and (known.capture, known.told) == (capture_id, told)


def _kinds(n_faults: Counter[str]) -> str:
    return "in all " + ", ".join(f"{n:,} {kind}" for kind, n in sorted(n_faults.items()))


def _read(name: str) -> tuple[bytes, tuple[str, str] | None]:
    try:
        size = os.stat(name).st_size
        if size > LARGEST:
            return b"", ("too_large", f"{printable(name)} has {size / 2**20:.0f} MB, which no report has: split it")
        return Path(name).read_bytes(), None
    except OSError as error:
        return b"", ("unreadable", f"{printable(name)} cannot be read: {error.strerror}")
