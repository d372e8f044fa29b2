"""Spark started, watched over and stopped; whatever it says of a failure is told in one line."""

import contextlib
import os
import shutil
import signal
import sys
import threading
import time
import uuid
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor, wait
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from py4j.protocol import Py4JError
from pyspark import SparkConf, SparkContext
from pyspark.errors import PySparkException
from pyspark.java_gateway import launch_gateway
from pyspark.sql import SparkSession

from woozle.config import VERSION
from woozle.engines.batches import BATCH
from woozle.engines.tasks import answer
from woozle.errors import ContractBroken, EngineFailed

T = TypeVar("T")

#: Seconds without a single worker after which a cluster is given up.
PATIENCE = 60.0
#: Seconds from one look at the cluster to the next.
LOOK = 1.0
#: What Spark says when workers are gone once too often, or the master or Java itself is.
_LOST = ("ExecutorLostFailure", "Master removed our application", "SparkContext was shut down", "stopped SparkContext")
_NO_JAVA = (
    "the engine spark needs Java 17 or newer, and there is none: install it (Debian: openjdk-17-jre-headless) or say "
    "in JAVA_HOME where it is"
)
_SETTINGS = {
    "spark.app.name": "woozle",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "ERROR",
    "spark.sql.execution.arrow.maxRecordsPerBatch": str(BATCH),
    "spark.sql.parquet.compression.codec": "zstd",
    # What was done is shown to nobody; a thousand queries with their plans would fill the driver's memory.
    "spark.sql.ui.retainedExecutions": "1",
    "spark.ui.retainedJobs": "10",
    "spark.ui.retainedStages": "10",
    # Listing many files is not worth a job of its own.
    "spark.sql.sources.parallelPartitionDiscovery.threshold": "10000",
}
#: On this machine alone nothing is asked of the network, and few rows are not shuffled into hundreds of parts.
_HERE = {
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.memory": "2g",
    "spark.sql.shuffle.partitions": "8",
}
#: The end of a Python error's name, which begins the line that says what went wrong.
_ERRORS = ("Error", "Exception", "Broken")


class Cluster:
    """A Spark application, from its start to its end. What Java and the workers print goes into a file."""

    def __init__(self, master: str, folder: Path, settings: Mapping[str, str]) -> None:
        """Start it; the first answer of the workers is waited for.

        Args:
            master: ``local[2]``, ``spark://HOST:7077`` …
            folder: a folder that all workers see, for what they print and for the check that they do.
            settings: of Spark, besides Woozle's own.

        Raises:
            EngineFailed: no Java, a master or workers that do not answer, or workers that do not see the folder.
        """
        self._master, self._is_local = master, master.startswith("local")
        folder.mkdir(parents=True, exist_ok=True)
        self._log = folder / "spark.log"
        self._before = signal.getsignal(signal.SIGINT)
        self._gateway: Any = None
        self._context: Any = None
        self.session: Any = None
        try:
            self._start({**_SETTINGS, **(_HERE if self._is_local else {}), **settings})
            self.session = SparkSession(self._context)
            self._check_workers(folder)
        except BaseException:
            self.close()
            raise

    def _start(self, settings: Mapping[str, str]) -> None:
        java = Path(os.environ["JAVA_HOME"]) / "bin" / "java" if "JAVA_HOME" in os.environ else "java"
        if shutil.which(java) is None:
            raise EngineFailed(_NO_JAVA)
        conf = SparkConf(loadDefaults=False).setMaster(self._master).setAll(list(settings.items()))
        try:
            with self._log.open("ab") as log:
                self._gateway = launch_gateway(conf, popen_kwargs={"stdout": log, "stderr": log})
            self._context = SparkContext(conf=conf, gateway=self._gateway)
        except (PySparkException, Py4JError, TypeError, OSError) as error:
            # TypeError: PySpark stumbles over a context that ended while it was made.
            raise EngineFailed(
                f"Spark does not start on {self._master}: does it run there? ({self._log} has more)"
            ) from error
        if "PYSPARK_PYTHON" not in os.environ:
            self._context.pythonExec = sys.executable

    def close(self) -> None:
        """End the application and its Java process, which would go on with this one and keep half a gigabyte."""
        with contextlib.suppress(Exception):  # Java may be gone already
            (self.session or self._context).stop()
        if self._gateway is not None:
            with contextlib.suppress(Exception):
                self._gateway.shutdown()
            self._gateway.proc.kill()
            self._gateway.proc.wait()
            self._gateway = SparkContext._gateway = SparkContext._jvm = None
        if threading.current_thread() is threading.main_thread():
            # PySpark answers Ctrl-C for good, also when it has ended.
            signal.signal(signal.SIGINT, self._before)

    @property
    def n_slots(self) -> int:
        """How many tasks run at a time."""
        found: int = self._context.defaultParallelism
        return found

    def each(self, jobs: list[Any], function: Callable[[Iterable[Any]], Iterable[T]], n_parts: int) -> list[T]:
        """What a module-level function makes of jobs, which it gets in so many parts, in the order of the jobs.

        Raises:
            EngineFailed, ContractBroken: as in `do`.
        """
        parts = self._context.parallelize(jobs, min(len(jobs), n_parts))
        return self.do(lambda: parts.mapPartitions(function).collect())

    def do(self, act: Callable[[], T]) -> T:
        """Do something that workers take part in, and watch that there are some.

        Raises:
            EngineFailed: workers or Java are lost.
            ContractBroken: a function that they ran failed.
        """
        with ThreadPoolExecutor(1) as threads:
            future = threads.submit(act)
            seen_at = time.monotonic()
            try:
                while not wait([future], LOOK).done:
                    seen_at = time.monotonic() if self._has_workers() else seen_at
                    if time.monotonic() - seen_at > PATIENCE:
                        raise EngineFailed(
                            f"no worker of {self._master} has answered for {PATIENCE:.0f} seconds; what is whole is "
                            "kept: start workers and run again"
                        )
                return future.result()
            except (PySparkException, Py4JError, ConnectionError) as error:
                raise told(error, self._log) from error
            except BaseException:
                self._context.cancelAllJobs()  # the thread would be waited for
                raise

    def _has_workers(self) -> bool:
        # The driver counts as one of them.
        return self._is_local or self._context._jsc.sc().getExecutorMemoryStatus().size() > 1

    def _check_workers(self, folder: Path) -> None:
        """Every worker sees the folder, may write there, and has this very version."""
        asked = folder / uuid.uuid4().hex
        asked.mkdir()
        try:
            n_asked = 2 * self.n_slots
            answers = self.each(list(range(n_asked)), partial(answer, str(asked)), n_asked)
            seen = {path.name for path in asked.iterdir()}
        finally:
            shutil.rmtree(asked, ignore_errors=True)
        for host, version, wrote in answers:
            if version != VERSION:
                raise EngineFailed(f"the worker on {host} has Woozle {version}: install {VERSION} there, as here")
            if wrote not in seen:
                raise EngineFailed(
                    f"the worker on {host} does not see {folder}, or may not write there: put the case on storage that "
                    "all workers share, under the same path"
                )


def told(error: Exception, log: Path) -> EngineFailed | ContractBroken:
    """In one line what Spark tells in a hundred."""
    text = str(error)
    if "No module named 'woozle'" in text:
        return EngineFailed(f"the Python of a worker has no Woozle: pip install 'woozle[spark]=={VERSION}' there")
    is_java = isinstance(error, PySparkException) or "An error occurred while calling" in text
    if not is_java or any(sign in text for sign in _LOST):
        return EngineFailed(f"Spark lost its workers or its master; what is whole is kept: run again ({log} has more)")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    python = (
        line
        for line in reversed(lines)
        if line.partition(":")[0].endswith(_ERRORS) and " " not in line.partition(":")[0]
    )
    return ContractBroken(
        f"work on Spark failed: {next(python, lines[0] if lines else repr(error)):.500} ({log} has more)"
    )
