"""Where a run computes: on this machine, or on Spark."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol, TypeVar

from woozle.engines.lasting import Results
from woozle.engines.local import LocalEngine
from woozle.engines.pool import Ended, Pool
from woozle.errors import UsageError
from woozle.step import Engine

J = TypeVar("J")

#: Megabytes that a reader with the language model takes: with less memory there are fewer of them.
READER = 700


class StepEngine(Engine, Protocol):
    """The verbs of one step, which may hold something until it is closed."""

    def close(self) -> None:
        """Let go of it."""


class Place(Protocol):
    """Who works on chunks and who computes over whole tables."""

    @property
    def n_workers(self) -> int:
        """How many chunks are worked on at a time."""

    def each(
        self, jobs: Iterable[J], function: Callable[[J], Any], *, limit_s: Callable[[J], float]
    ) -> Iterator[Ended[J]]:
        """Run a module-level function on each job, in a process that may die; every job's end, in order."""

    def engine(self, scratch: Path, results: Results | None = None) -> StepEngine:
        """The verbs of one step, which writes into `scratch` and may know its functions' results of earlier runs."""

    def close(self) -> None:
        """Stop whatever was started."""


class LocalPlace:
    """This machine: a pool of processes, and DuckDB."""

    def __init__(self, workers: int, megabytes: int, together: int | None = None) -> None:
        self.n_workers, self._megabytes, self._together = workers, megabytes, together
        self._pool: Pool | None = None

    def each(
        self, jobs: Iterable[J], function: Callable[[J], Any], *, limit_s: Callable[[J], float]
    ) -> Iterator[Ended[J]]:
        """Run a function on each job in the pool, which starts with the first; see `pool.Pool.each`."""
        return self._started().each(jobs, function, limit_s=limit_s)

    def _started(self) -> Pool:
        self._pool = self._pool or Pool(self.n_workers, self._megabytes)
        return self._pool

    def engine(self, scratch: Path, results: Results | None = None) -> LocalEngine:
        """The verbs of one step; they share the pool."""
        workers, each, together = self.n_workers, self._megabytes, self._together
        engine = LocalEngine(scratch, workers=workers, megabytes=each, together=together, pool=self._started)
        engine.results = results
        return engine

    def close(self) -> None:
        """Stop the workers."""
        if self._pool:
            self._pool.close()


@dataclass(frozen=True, slots=True)
class On:
    """Who is asked to compute.

    Attributes:
        workers: processes of this machine.
        engine: ``local`` or ``spark``.
        master: address of Spark's master, such as ``spark://HOST:7077``; without it, Spark on this machine.
    """

    workers: int
    engine: str = "local"
    master: str | None = None


def place_of(on: On, folder: Path, *, megabytes: int, together: int | None = None) -> Place:
    """The place that is asked for; nothing starts before it is needed.

    Args:
        on: who is asked.
        folder: what workers on other machines must see; what they print goes there.
        megabytes: memory that one reader may take.
        together: megabytes that all work on this machine may take; what other machines may take is theirs to set.

    Raises:
        UsageError: there is no such engine, or it is not installed, or it has no master.
    """
    if on.engine == "spark":
        return _spark_place(on.master or f"local[{on.workers}]", folder, megabytes)
    if on.engine != "local":
        raise UsageError(f"{on.engine!r} is no engine: there are local and spark")
    if on.master:
        raise UsageError("a master belongs to the engine spark: add --engine spark, or leave the master out")
    most = on.workers if together is None else max(1, min(on.workers, together // READER))
    return LocalPlace(most, megabytes, together)


def _spark_place(master: str, folder: Path, megabytes: int) -> Place:
    try:
        spark: Any = import_module("woozle.engines.spark")
    except ImportError as error:
        raise UsageError(
            f"the engine spark needs an extra ({error.name} is missing): pip install 'woozle[spark]'"
        ) from error
    place: Place = spark.SparkPlace(master, folder, megabytes=megabytes, settings={})
    return place
