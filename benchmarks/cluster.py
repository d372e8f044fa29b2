"""A standalone Spark cluster of two workers on this machine: one is killed in the middle of each step; then the driver.

Run by hand: ``python benchmarks/cluster.py [STORY] [--reports N] [--read-once] [--one-kill]``; by default the reports
of tests/stories/border, and with N so many grown from STORY, or from all our stories. Needs the extra
``woozle[spark]`` and Java. A case is made here and, again, on the cluster: in the middle of every step over the whole
pile (when it has begun to write) one worker is killed with all that it started, and another takes its place. Then the
driver is killed in the middle of a step, twice, and the run goes on here. What is compared are the exports, byte for
byte; the exit code is 1 where they differ.

For thousands of reports: ``--read-once`` lets the cluster begin with what was read here, so that only steps over the
whole pile run twice; ``--one-kill`` kills one worker in all and no driver.
"""

import argparse
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import pyspark

import woozle
from benchmarks.grow import grow
from benchmarks.growing.reports import our_stories, read_story
from woozle.pipeline import STEPS
from woozle.step import SetStep

ROOT = Path(__file__).resolve().parents[1]
#: Names of the steps in the middle of which a worker is killed, and those of them that do nothing without decisions.
SETS = frozenset(step.name for step in STEPS if isinstance(step, SetStep))
IDLE = frozenset({"judge_entities", "judge_claims", "judge_copies"})
#: Steps in the middle of which the driver is killed, run after run.
DRIVER_DIES_IN = ("copies", "cluster")
#: Seconds from one look at what a step has written to the next.
LOOK = 0.05
#: Every process that is killed is a Java that starts anew, and would compile for minutes what runs for seconds.
JAVA = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"


class Standalone:
    """A master and workers of one core each, as processes of this machine."""

    def __init__(self, folder: Path) -> None:
        """Start the master and two workers."""
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self._port = probe.getsockname()[1]
        self.master, self._folder, self.n_killed = f"spark://127.0.0.1:{self._port}", folder, 0
        self._processes = [
            self._start("master.Master", "--host", "127.0.0.1", "--port", str(self._port), "--webui-port", "0")
        ]
        self._workers = [self._worker(), self._worker()]

    def _start(self, name: str, *words: str) -> subprocess.Popen[bytes]:
        program = Path(pyspark.__file__).parent / "bin" / "spark-class"
        with (self._folder / f"{name}.log").open("ab") as log:
            return subprocess.Popen(
                [str(program), f"org.apache.spark.deploy.{name}", *words],
                stdout=log,
                stderr=log,
                env={**os.environ, "SPARK_WORKER_DIR": str(self._folder / "work"), "SPARK_DAEMON_JAVA_OPTS": JAVA},
                start_new_session=True,
            )

    def _worker(self) -> subprocess.Popen[bytes]:
        words = ("--host", "127.0.0.1", "--cores", "1", "--memory", "1500m", "--webui-port", "0", self.master)
        return self._start("worker.Worker", *words)

    def kill_one(self) -> None:
        """Kill the older worker with its executor and all that this started; start another."""
        _kill(self._workers.pop(0))
        self.n_killed += 1
        self._workers.append(self._worker())

    def close(self) -> None:
        """End everything."""
        for process in [*self._workers, *self._processes]:
            _kill(process)


def _kill(process: subprocess.Popen[bytes]) -> None:
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    process.wait()


class Killer:
    """Progress of a run that kills a worker when a step over the whole pile has begun to write."""

    def __init__(self, cluster: Standalone, case: Path, steps: frozenset[str]) -> None:
        """Watch a case, to kill a worker in the middle of each of these steps."""
        self._cluster, self._case, self._steps, self.killed = cluster, case, steps, set[str]()
        self._step, self._began = "", 0.0

    def __call__(self, event: Any) -> None:
        """Hear of a step."""
        if event.step in SETS and event.done == 0:
            self._step, self._began = event.step, time.monotonic()
            if event.step in self._steps:
                threading.Thread(target=self._kill_in, args=[event.step], daemon=True).start()
        elif event.step in SETS:
            self._step = ""
            seconds = time.monotonic() - self._began
            print(f"  {event.step}: {seconds:.0f} s, worker killed: {event.step in self.killed}", flush=True)

    def _kill_in(self, step: str) -> None:
        while self._step == step:
            if writes(self._case, step):
                self._cluster.kill_one()
                self.killed.add(step)
                return
            time.sleep(LOOK)


def writes(case: Path, step: str) -> bool:
    """Whether a step has begun to write."""
    return any((case / "tables" / "scratch").glob(f"{step}-*/*"))


def exported(case: woozle.Case, to: Path) -> dict[str, bytes]:
    """Every file of the export."""
    case.export("jsonl", to)
    return {path.name: path.read_bytes() for path in sorted(to.iterdir())}


def made(folder: Path, reports: Path) -> woozle.Case:
    """A case of the reports that was not run."""
    case = woozle.Case.create(folder)
    case.add(reports)
    return case


def read_already(folder: Path, case: woozle.Case) -> woozle.Case:
    """A copy of a case with all that was read of single reports, and nothing that was made of the pile."""
    shutil.copytree(case.path, folder)
    for path in [*folder.glob("tables/*/*/all.parquet"), folder / "book"]:
        path.unlink()
    for gone in ("books", "runs", "tables/lasting"):
        shutil.rmtree(folder / gone, ignore_errors=True)
    return woozle.open(folder)


def kill_drivers(case: Path, master: str) -> int:
    """Runs on the cluster whose driver is killed in the middle of a step; how many were."""
    n_killed = 0
    for step in DRIVER_DIES_IN:
        words = [sys.executable, "-m", "woozle", "run", str(case), "--engine", "spark", "--master", master, "--quiet"]
        driver = subprocess.Popen(words, start_new_session=True)
        while driver.poll() is None and not writes(case, step):
            time.sleep(LOOK)
        n_killed += driver.poll() is None
        _kill(driver)
    return n_killed


def main() -> int:
    """Read the command line, compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("story", nargs="?", type=Path, help="a folder with articles/ (default tests/stories/border)")
    parser.add_argument("--reports", type=int, help="grow so many reports from the story, or from all ours")
    parser.add_argument("--read-once", action="store_true", help="the cluster begins with what was read here")
    parser.add_argument("--one-kill", action="store_true", help="kill one worker in all, and no driver")
    asked = parser.parse_args()
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    os.environ["PYTHONPATH"] = str(ROOT / "src")
    folder = Path(tempfile.mkdtemp(prefix="woozle-cluster-"))
    os.environ["SPARK_CONF_DIR"] = str(folder)
    settings = [f"spark.{who}.extraJavaOptions {JAVA}" for who in ("driver", "executor")]
    (folder / "spark-defaults.conf").write_text("\n".join(settings), "utf-8")
    reports = (asked.story or ROOT / "tests" / "stories" / "border") / "articles"
    if asked.reports:
        grow([read_story(asked.story)] if asked.story else our_stories(), asked.reports, folder / "pile")
        reports = folder / "pile" / "articles"
    is_whole = compared(folder, reports, is_read_once=asked.read_once, is_one_kill=asked.one_kill)
    if is_whole:
        shutil.rmtree(folder)
    else:
        print(f"not as it should be; {folder} is left to look at")
    return 0 if is_whole else 1


def compared(folder: Path, reports: Path, *, is_read_once: bool, is_one_kill: bool) -> bool:
    """Whether the exports are the same, and all was killed that was to be."""
    began = time.monotonic()
    here = made(folder / "here.woozle", reports)
    here.run()
    wanted = exported(here, folder / "here")
    print(f"made here: {time.monotonic() - began:.0f} s", flush=True)

    def again(name: str) -> woozle.Case:
        return read_already(folder / name, here) if is_read_once else made(folder / name, reports)

    cluster, steps = Standalone(folder), frozenset({"cluster"}) if is_one_kill else SETS - IDLE
    try:
        began, there = time.monotonic(), again("there.woozle")
        killer = Killer(cluster, there.path, steps)
        there.run(killer, engine="spark", master=cluster.master)
        is_same = exported(there, folder / "there") == wanted
        print(f"on the cluster: {time.monotonic() - began:.0f} s, {cluster.n_killed} workers killed, same: {is_same}")
        print(f"not killed in: {sorted(steps - killer.killed)}", flush=True)
        is_whole = is_same and killer.killed >= steps
        return is_whole if is_one_kill else gone_on(cluster, again("stopped.woozle"), folder, wanted) and is_whole
    finally:
        cluster.close()


def gone_on(cluster: Standalone, case: woozle.Case, folder: Path, wanted: dict[str, bytes]) -> bool:
    """Whether a case whose drivers were killed, and that is gone on with here, has the same export."""
    n_killed = kill_drivers(case.path, cluster.master)
    case.run()
    is_same = exported(case, folder / "stopped") == wanted
    print(f"{n_killed} drivers killed, gone on with here, same: {is_same}", flush=True)
    return is_same and n_killed == len(DRIVER_DIES_IN)


if __name__ == "__main__":
    sys.exit(main())
