"""Worker processes that may hang, be killed or run out of memory without taking the run with them."""

import gc
import multiprocessing
import resource
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import TimeoutError as LateError
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import resource_tracker
from typing import Any, Generic, TypeVar

from pebble import ProcessExpired, ProcessPool

from woozle.errors import UsageError

J = TypeVar("J")

#: Jobs that wait for each worker, beside the one it works on.
AHEAD = 8


@dataclass(frozen=True, slots=True)
class Ended(Generic[J]):
    """How a job ended: its value, or the error of the job, or in plain words how its worker died."""

    job: J
    value: Any
    error: BaseException | None
    death: str | None


def _begin(megabytes: int) -> None:
    """Runs first in each worker. Where the system knows no limit of memory, there is none."""
    # Pebble's own answer to being stopped unwinds the interpreter, which prints a traceback when the signal comes late.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    # Rows never point at each other in a circle; to look for circles after each 700 new ones takes a sixth of the time.
    gc.set_threshold(100_000, 20, 20)
    try:
        resource.setrlimit(resource.RLIMIT_AS, (megabytes * 2**20, megabytes * 2**20))
    except (ValueError, OSError):
        return


#: Every worker imports the script that was started; one that runs a case while it is imported starts workers again.
_NO_GUARD = (
    "no worker can start: every worker reads the script anew. Put what your script does into a function and call it "
    'behind `if __name__ == "__main__":`'
)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Ctrl-C takes effect at the end of this.

    Threads of libraries let the signal through although this one blocks it; a worker that is started at that moment
    would be known to nobody, and so not be stopped.
    """
    answer = signal.getsignal(signal.SIGINT)
    if answer is None or threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []
    signal.signal(signal.SIGINT, lambda number, _: came.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, answer)
        if came:
            signal.raise_signal(signal.SIGINT)


class Pool:
    """A pool of killable workers; pebble names the job whose worker died, which the standard library's pool cannot.

    Workers are spawned, not forked: a fork beside DuckDB's threads may wait for ever for a lock.
    """

    def __init__(self, workers: int, megabytes: int) -> None:
        self._workers = workers
        self._pool = ProcessPool(
            max_workers=workers,
            context=multiprocessing.get_context("spawn"),
            initializer=_begin,
            initargs=(megabytes,),
        )

    def each(
        self, jobs: Iterable[J], function: Callable[[J], Any], *, limit_s: Callable[[J], float]
    ) -> Iterator[Ended[J]]:
        """Run a module-level function on each job; gives every job's end, in the order of the jobs.

        Args:
            jobs: picklable; only a few more than there are workers are asked for at a time.
            function: at module level.
            limit_s: seconds after which a job's worker is killed.

        Raises:
            UsageError: no worker can start.
        """
        waiting: deque[tuple[J, Any]] = deque()
        for job in jobs:
            waiting.append((job, self._schedule(job, function, limit_s(job))))
            if len(waiting) > AHEAD * self._workers:
                first, future = waiting.popleft()
                yield _end(first, future, limit_s(first))
        for job, future in waiting:
            yield _end(job, future, limit_s(job))

    def _schedule(self, job: J, function: Callable[[J], Any], limit: float) -> Any:
        # The first job starts the pool. Its threads, and through them the workers, inherit what is blocked here: Ctrl-C
        # is for this process alone, which then stops the workers. One that is just starting would print a traceback.
        resource_tracker.ensure_running()  # its start would unblock Ctrl-C again
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            with _uninterrupted():
                return self._pool.schedule(function, args=[job], timeout=limit)
        except RuntimeError as error:
            raise UsageError(_NO_GUARD) from error
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)

    def close(self) -> None:
        """Kill the workers; safe to call twice."""
        pool: Any = self._pool  # pebble gives no types for these
        pool.stop()
        # Pebble takes the locks away before it stops the workers; one that is just starting would not find its lock,
        # and print a traceback. Once the loop that replaces dead workers has ended, all of them can be stopped here.
        if pool._pool_manager_loop is not None:
            pool._pool_manager_loop.join()
            pool._pool_manager.worker_manager.force_stop_workers()
        pool.join()


def _end(job: J, future: Any, limit: float) -> Ended[J]:
    try:
        return Ended(job, future.result(), None, None)
    except LateError:
        return Ended(job, None, None, f"it took longer than {limit:.0f} seconds")
    except ProcessExpired as error:
        return Ended(job, None, None, f"its reader ended with code {error.exitcode}")
    except MemoryError:
        return Ended(job, None, None, "it needs more memory than a reader may have")
    except Exception as error:  # noqa: BLE001 - the job's own error, handed on as a value
        return Ended(job, None, error, None)
