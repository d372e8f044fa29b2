"""A run: skips what is made, makes what is missing, and goes on where it was stopped. The only reader of the clock."""

import os
import shutil
import tempfile
import time
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

from woozle.config import RunSettings
from woozle.engines.lasting import Results
from woozle.engines.place import Place
from woozle.engines.pool import Ended
from woozle.errors import ContractBroken, WoozleError
from woozle.model.arrow import schema
from woozle.model.ids import row_id
from woozle.model.records import Capture, Problem
from woozle.model.tables import DECISION_TABLES
from woozle.model.values import CaptureContent, Spot
from woozle.plan import Planned, classes_of, writes_of
from woozle.step import Batch, Engine, MapStep, SetStep, Step, Table
from woozle.store.captures import Captures
from woozle.store.tables import SOURCE, Tables
from woozle.toolbox.files import move_aside, replace_with
from woozle.toolbox.parquet import read_rows, read_table, write_rows, write_table, write_tables

#: Key of the one file of a table that a set step makes.
ALL = "all"
#: Up to so many rows of a table are sorted in memory; of more, a part at a time.
SORTED_HERE = 1_000_000
_SORTED = "SELECT * FROM rows ORDER BY id"
#: From so many chunks on, steps that nothing hostile can hang are worth a pool too.
POOL_FROM = 2
#: Reports that are not worth a second worker.
FEW_REPORTS = 8


@dataclass(frozen=True, slots=True)
class Event:
    """Progress: `done` of `total` chunks (or one) of a step."""

    step: str
    done: int
    total: int


#: What is told after each piece of work.
Progress = Callable[[Event], None]


@dataclass(frozen=True, slots=True)
class Job:
    """One map step on one chunk; all that a worker needs to know. ``left``: where captures stand that are not here."""

    folder: Path
    planned: Planned
    key: str
    captures: tuple[Capture, ...]
    classes: Mapping[str, type[Any]]
    left: Mapping[str, Sequence[Spot]]


def now() -> str:
    """This instant, UTC, to the second, as ISO 8601."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def seconds() -> float:
    """A clock for measuring how long something took, in seconds."""
    return time.monotonic()


def wait(n_seconds: float) -> None:
    """Do nothing for so many seconds."""
    time.sleep(n_seconds)


def cores() -> int:
    """Processor cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


#: Where Linux tells how much memory a group of processes may take; the word ``max`` where there is no limit.
_LIMIT = Path("/sys/fs/cgroup/memory.max")
#: Megabytes of a machine that does not tell how many it has.
_SOME_MEMORY = 8192


def memory() -> int:
    """Megabytes of memory that this process could take: of the machine, or of the container that it runs in."""
    try:
        machine = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 2**20
    except (AttributeError, ValueError, OSError):
        return _SOME_MEMORY
    try:
        told = _LIMIT.read_text("ascii").strip()
    except OSError:
        return machine
    return min(machine, int(told) // 2**20) if told.isdigit() else machine


def make_chunk(job: Job) -> None:
    """Run a map step on a chunk and write its tables, the problems last. Runs in a worker.

    Raises:
        ContractBroken: the step wrote a table that it had not declared, or rows of a wrong class.
        ValueError: it wrote two rows with one id that say different things.
        OSError: the disk is full, or a file cannot be read.
    """
    step, tables = cast(MapStep, job.planned.step), Tables(job.folder / "tables")
    batch = {table: _read(job, tables, table) for table in job.planned.reads}
    function: Any = step.function  # through Any: mypy takes a function in a frozen field for a method
    made: Batch = function(batch, job.planned.settings)
    problems = f"{step.name}_problems"
    declared = {**step.writes, problems: Problem}
    strange = [table for table in made if table not in declared]
    if strange:
        raise ContractBroken(f"step {step.name} wrote {', '.join(strange)}, which it does not declare")
    scratch = tables.folder / "scratch"
    scratch.mkdir(parents=True, exist_ok=True)
    # A cluster gives a chunk to a second worker where it takes the first for lost: each writes in a folder of its own.
    with tempfile.TemporaryDirectory(dir=scratch) as own:
        for table in (*step.writes, problems):
            rows = list(made.get(table, ()))
            wrong = next((row for row in rows if not isinstance(row, declared[table])), None)
            if wrong is not None:
                message = f"step {step.name}: {table} holds {declared[table].__name__} rows, not {wrong!r:.200}"
                raise ContractBroken(message)
            write_rows(Path(own) / table, declared[table], _once(rows))
        for table in (*step.writes, problems):
            replace_with(Path(own) / table, tables.path(table, job.planned.generation, job.key))


def _once(rows: Sequence[Any]) -> list[Any]:
    """Each row once: no book takes two of one id, and one odd report is not to cost all others their record."""
    found: dict[str, Any] = {}
    for row in rows:
        first = found.setdefault(row.id, row)
        if first is not row and first != row:
            raise ValueError(f"two rows have the id {row.id}: {first!r:.200} and {row!r:.200}")
    return list(found.values())


def _read(job: Job, tables: Tables, table: str) -> Sequence[Any]:
    """The rows of one chunk of one table; captures come with their bytes."""
    if table == "captures":
        store = Captures(job.folder / "captures")
        return [CaptureContent(c.id, c.inputs, store.read(c.id, job.left.get(c.id, ())), c.told) for c in job.captures]
    return read_rows(job.classes[table], [tables.path(table, job.planned.reads[table], job.key)])


def quiet(_: Event) -> None:
    """Progress that says nothing."""


class Runner:
    """One run over one case folder; the caller holds the case's lock."""

    def __init__(
        self, folder: Path, settings: RunSettings, *, place: Place, steps: Sequence[Step], progress: Progress
    ) -> None:
        self._folder, self._settings, self._place, self._progress = folder, settings, place, progress
        self._classes = {**DECISION_TABLES, **classes_of(steps)}
        self._tables = Tables(folder / "tables")
        self._left = Captures(folder / "captures").left

    # ---- chunks

    def cut(self, captures: Sequence[Capture]) -> dict[str, tuple[Capture, ...]]:
        """Chunks that cover the captures: those on disk that are still true, and new ones for the rest.

        Raises:
            OSError: the disk is full, or the folder cannot be written.
        """
        live = {capture.id: capture for capture in captures}
        kept = {}
        for key, chunk in self._tables.chunks().items():
            if all(live.get(capture.id) == capture for capture in chunk):
                kept[key] = chunk
            else:
                self._tables.drop_chunk(key)
        covered = {capture.id for chunk in kept.values() for capture in chunk}
        rest = self._neighbours([capture for capture in captures if capture.id not in covered])
        # No fewer chunks than workers, so that a small pile is read by all of them too; but a worker takes seconds to
        # load what it reads with, in which the one beside it reads several.
        share = max(FEW_REPORTS, -(-len(rest) // self._place.n_workers))
        size = min(self._settings.reports_a_chunk, share)
        for at in range(0, len(rest), size):
            kept[self._tables.write_chunk(rest[at : at + size])] = tuple(rest[at : at + size])
        return kept

    def _neighbours(self, captures: Sequence[Capture]) -> list[Capture]:
        """Captures with neighbours in a collection beside each other: read together, they are unpacked once."""
        left = self._left.spots([capture.id for capture in captures])

        def where(capture: Capture) -> tuple[str, int, str]:
            first = left[capture.id][0] if capture.id in left else None
            return (first.path, first.at, capture.id) if first else ("", 0, capture.id)

        return sorted(captures, key=where)

    def _split(self, job: Job) -> dict[str, tuple[Capture, ...]]:
        """Replace a chunk by its halves, so that a report which kills its reader is found and the others are read."""
        middle = len(job.captures) // 2
        halves = (job.captures[:middle], job.captures[middle:])
        made = {self._tables.write_chunk(half): half for half in halves}
        self._tables.drop_chunk(job.key)
        return made

    # ---- map steps

    def map_all(self, planned: Sequence[Planned], chunks: Mapping[str, tuple[Capture, ...]]) -> set[str]:
        """Run every map step on every chunk that lacks it; returns the names of the steps that made something.

        A chunk that kills its reader is cut in halves until the report that does it is alone.

        Raises:
            ContractBroken: a step broke its contract.
            OSError: the disk is full, or the folder cannot be written.
        """
        made: set[str] = set()
        waiting = dict(chunks)
        while waiting:
            halves: dict[str, tuple[Capture, ...]] = {}
            for one in planned:
                jobs = self._jobs(one, waiting)
                made |= {one.step.name} if jobs else set()
                for job, why in self._each(one, jobs):
                    if len(job.captures) == 1:
                        self._give_up(job, why)
                    else:
                        del waiting[job.key]
                        halves |= self._split(job)
            waiting = halves
        return made

    def _jobs(self, planned: Planned, chunks: Mapping[str, tuple[Capture, ...]]) -> list[Job]:
        """A step on those chunks that lack it."""
        writes, generation = writes_of(planned.step), planned.generation
        keys = [key for key in sorted(chunks) if not self._tables.has(writes, generation, key)]
        read = [one.id for key in keys for one in chunks[key]] if "captures" in planned.reads else []
        left = self._left.spots(read)
        return [
            Job(
                *(self._folder, planned, key, chunks[key], self._classes),
                {one.id: left[one.id] for one in chunks[key] if one.id in left},
            )
            for key in keys
        ]

    def _each(self, planned: Planned, jobs: Sequence[Job]) -> list[tuple[Job, str]]:
        """Run one step's jobs; returns those that failed and why."""
        failed, step = [], planned.step
        is_risky = isinstance(step, MapStep) and step.is_risky
        ends = self._in_pool(jobs) if is_risky or len(jobs) >= POOL_FROM else map(_here, jobs)
        for done, ended in enumerate(ends, 1):
            self._progress(Event(step.name, done, len(jobs)))
            if isinstance(ended.error, WoozleError | OSError):
                raise ended.error
            if ended.death or ended.error:
                failed.append((ended.job, ended.death or f"reading it failed: {ended.error!r}"))
        return failed

    def _in_pool(self, jobs: Sequence[Job]) -> Any:
        if not jobs:
            return iter(())
        one = self._settings.seconds_a_report
        # A whole chunk may take long because it is long; only one report alone is held to the full limit.
        return self._place.each(jobs, make_chunk, limit_s=lambda job: one + 2.0 * (len(job.captures) - 1))

    def _give_up(self, job: Job, why: str) -> None:
        """Write a step's empty tables for a report that cannot be read, and say so."""
        step, (capture,) = job.planned.step, job.captures
        source = capture.inputs[0]
        message = f"{source} could not be read in the step {step.name}: {why}. The other reports are not affected."
        problem = Problem(
            row_id("problem", step.name, capture.id, "unreadable"), source, None, step.name, "unreadable", message
        )
        for table, row in step.writes.items():
            write_rows(self._tables.path(table, job.planned.generation, job.key), row, [])
        path = self._tables.path(f"{step.name}_problems", job.planned.generation, job.key)
        write_rows(path, Problem, [problem])

    # ---- set steps

    def set_all(self, planned: Sequence[Planned], chunks: Sequence[str], map_tables: set[str]) -> set[str]:
        """Run every set step that lacks its tables; returns the names of those that ran.

        Raises:
            ContractBroken: a step broke its contract.
            OSError: the disk is full, or the folder cannot be written.
        """
        made = set()
        for one in planned:
            if self._tables.has(writes_of(one.step), one.generation, ALL):
                continue
            self._progress(Event(one.step.name, 0, 1))
            self._set(one, chunks, map_tables)
            self._progress(Event(one.step.name, 1, 1))
            made.add(one.step.name)
        return made

    def _set(self, one: Planned, chunks: Sequence[str], map_tables: set[str]) -> None:
        step = cast(SetStep, one.step)
        tables = {}
        for table, generation in one.reads.items():
            keys = sorted(chunks) if table in map_tables else [ALL]
            paths = tuple(str(self._tables.path(table, generation, key)) for key in keys)
            tables[table] = Table(self._classes[table], paths)
        # A folder of its own: workers of a run that was killed may still be writing.
        scratch = self._tables.folder / "scratch" / f"{step.name}-{uuid.uuid4().hex}"
        results = Results(self._tables.folder / "lasting", f"{step.name}-{step.version}")
        engine = self._place.engine(scratch, results)
        try:
            function: Any = step.function
            made: Mapping[str, Table[Any]] = function(engine, tables, one.settings)
            self._check_made(step, made)
            for table, row in step.writes.items():
                self._write_sorted(engine, row, made[table], self._tables.path(table, one.generation, ALL))
        finally:
            engine.close()
            shutil.rmtree(scratch, ignore_errors=True)
        write_rows(self._tables.path(f"{step.name}_problems", one.generation, ALL), Problem, [])
        results.forget_others()

    def _check_made(self, step: SetStep, made: Mapping[str, Table[Any]]) -> None:
        missing = [table for table in step.writes if table not in made]
        if missing or set(made) - set(step.writes):
            raise ContractBroken(f"step {step.name} made {sorted(made)}, and declares {sorted(step.writes)}")

    def _write_sorted(self, engine: Engine, row: type[Any], made: Table[Any], path: Path) -> None:
        """The rows of a table in one file, by id, whoever made them."""
        kept = engine.keep(made)
        if engine.count(kept) <= SORTED_HERE:
            write_table(path, read_table(row, kept.paths).sort_by("id"))
            return
        first, *more = engine.keep(engine.sql(_SORTED, row, rows=kept)).paths
        if more:
            write_tables(path, schema(cast(Any, row)), (read_table(row, [one]) for one in (first, *more)))
        else:
            move_aside(Path(first), path)


def _here(job: Job) -> Ended[Job]:
    """A job in this process, its error as a value."""
    try:
        make_chunk(job)
    except Exception as error:  # noqa: BLE001 - one bad report is a row in problems, whatever went wrong in it
        return Ended(job, None, error, None)
    return Ended(job, None, None, None)


__all__ = ["ALL", "SOURCE", "Event", "Job", "Runner", "cores", "make_chunk", "now", "quiet", "seconds"]
