"""What runs in a worker of a cluster, beside functions on rows: it loads nothing that only the driver needs."""

import platform
import uuid
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from woozle.config import VERSION
from woozle.engines.pool import Ended, Pool

J = TypeVar("J")


def answer(folder: str, asked: Iterable[int]) -> Iterator[tuple[str, str, str]]:
    """A worker's host and version, and the name of the file that it wrote; no name where it could not."""
    deque(asked, maxlen=0)  # a process that leaves something unread is not used again, and its start takes seconds
    name = uuid.uuid4().hex
    try:
        (Path(folder) / name).touch()
    except OSError:
        name = ""
    yield platform.node(), VERSION, name


def in_pool(function: Callable[[J], Any], megabytes: int, jobs: Iterable[tuple[J, float]]) -> Iterator[Ended[J]]:
    """Run a function on each job in a process that may die.

    Args:
        function: at module level.
        megabytes: memory that the process may take.
        jobs: each with the seconds after which its process is killed.
    """
    pool = Pool(1, megabytes)
    try:
        for ended in pool.each(jobs, partial(_first, function), limit_s=_limit):
            yield Ended(ended.job[0], ended.value, ended.error, ended.death)
    finally:
        pool.close()


def _first(function: Callable[[J], Any], job: tuple[J, float]) -> Any:
    return function(job[0])


def _limit(job: tuple[Any, float]) -> float:
    return job[1]
