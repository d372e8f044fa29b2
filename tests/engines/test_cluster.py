"""What goes wrong on Spark is said in one line: extra or Java missing, workers gone, storage not shared."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

import woozle
from tests.support import judging as j
from tests.support.spark import Lent, marks
from tests.support.steps import Tally
from tests.test_run import TEXTS, fill, go, record
from woozle import cli, run
from woozle.config import VERSION
from woozle.engines import place
from woozle.engines.place import On, place_of
from woozle.errors import ContractBroken, EngineFailed, UsageError
from woozle.toolbox.parquet import read_rows


def test_an_engine_that_is_none_and_a_master_without_spark_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="'sparc' is no engine: there are local and spark"):
        place_of(On(1, "sparc"), tmp_path, megabytes=1)
    with pytest.raises(UsageError, match="add --engine spark"):
        place_of(On(1, master="local"), tmp_path, megabytes=1)


def test_a_machine_of_little_memory_has_fewer_readers(tmp_path: Path) -> None:
    found = [place_of(On(8), tmp_path, megabytes=4096, together=each).n_workers for each in (None, 9000, 3000, 100)]
    assert found == [8, 8, 4, 1]


def test_without_the_extra_it_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError("No module named 'pyspark'", name="pyspark")

    monkeypatch.setattr(place, "import_module", missing)
    with pytest.raises(UsageError, match=r"pyspark is missing\): pip install 'woozle\[spark\]'"):
        place_of(On(1, "spark"), tmp_path, megabytes=1)


class TestOnSpark:
    pytestmark = marks

    def test_without_java_it_is_said_where_to_get_it(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        case = woozle.Case.create(tmp_path / "c.woozle")
        j.add(case, tmp_path, "wire.txt")
        monkeypatch.setenv("JAVA_HOME", str(tmp_path))
        assert cli.main(["run", str(case.path), "--engine", "spark"]) == 1
        shown = capsys.readouterr()
        assert "needs Java 17 or newer, and there is none" in shown.err
        assert "Traceback" not in shown.err
        assert shown.out == ""

    def test_storage_that_is_not_shared_and_another_version_are_told(
        self, spark_place: Lent, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from woozle.engines import cluster

        started = spark_place.started()
        monkeypatch.setattr(cluster, "answer", elsewhere)
        with pytest.raises(
            EngineFailed, match=r"worker on reef does not see .*put the case on storage that all workers"
        ):
            started._check_workers(tmp_path)
        monkeypatch.setattr(cluster, "answer", older)
        with pytest.raises(EngineFailed, match=f"worker on reef has Woozle 0.0.1: install {VERSION} there"):
            started._check_workers(tmp_path)
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize(
        ("said", "kind", "told"),
        [
            (
                "An error occurred while calling o1.x.\nJob aborted: ExecutorLostFailure (executor 1 exited",
                EngineFailed,
                "lost",
            ),
            ("Connection refused", EngineFailed, "lost its workers or its master; what is whole is kept: run again"),
            (
                "An error occurred while calling\nModuleNotFoundError: No module named 'woozle'",
                EngineFailed,
                "has no Woozle",
            ),
            (
                "An error occurred while calling o1.x.\n  ValueError: no such row\nat java",
                ContractBroken,
                "ValueError: no such",
            ),
        ],
    )
    def test_what_spark_says_is_told_in_a_line(self, said: str, kind: type[Exception], told: str) -> None:
        from py4j.protocol import Py4JError

        from woozle.engines import cluster

        error = cluster.told(Py4JError(said), Path("spark.log"))
        assert type(error) is kind
        assert told in str(error)
        assert "\n" not in str(error)
        assert "spark.log" in str(error) or "pip install" in str(error)

    def test_a_cluster_without_workers_is_given_up(self, spark_place: Lent, monkeypatch: pytest.MonkeyPatch) -> None:
        from woozle.engines import cluster

        started = spark_place.started()
        monkeypatch.setattr(started, "_has_workers", lambda: False)
        monkeypatch.setattr(cluster, "PATIENCE", 0.0)
        monkeypatch.setattr(cluster, "LOOK", 0.05)
        with pytest.raises(EngineFailed, match=r"no worker of local.2. has answered"):
            started.each([1, 2], slow, 2)

    def test_a_report_that_kills_or_hangs_its_reader_is_found(self, spark_place: Lent, tmp_path: Path) -> None:
        few = dict(list(TEXTS.items())[:2])
        fill(tmp_path, {**few, "abort.txt": b"ABORT here", "hang.txt": b"HANG here"})
        assert go(tmp_path, chunk=1, seconds=15, place=spark_place) == {"words", "loud", "tally"}
        words, tallies, problems = record(tmp_path)
        assert {row.word for row in words} == {word.upper() for text in few.values() for word in text.decode().split()}
        assert sum(row.n for row in tallies) == len(words)
        assert {row.input for row in problems} == {"abort.txt", "hang.txt"}

    def test_a_large_table_is_sorted_as_a_small_one_is(
        self, spark_place: Lent, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        spark_place.cut_into(3)
        found = []
        for most in (1000, 0):
            monkeypatch.setattr(run, "SORTED_HERE", most)
            folder = tmp_path / str(most)
            fill(folder, TEXTS)
            go(folder, place=spark_place)
            found.append(list(read_rows(Tally, sorted(folder.glob("tables/tallies/*/[!.]*.parquet")))))
        assert found[0] == found[1] == sorted(found[0], key=lambda row: row.id)


def elsewhere(folder: str, _: Iterable[int]) -> Iterator[tuple[str, str, str]]:
    yield "reef", VERSION, "not there"


def older(folder: str, _: Iterable[int]) -> Iterator[tuple[str, str, str]]:
    yield "reef", "0.0.1", ""


def slow(jobs: Iterable[int]) -> Iterator[int]:
    import time

    for job in jobs:
        time.sleep(1)
        yield job
