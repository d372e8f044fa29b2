"""Spark on this machine for tests: started once for those of one process, and lent to each."""

import importlib.util
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from woozle import making
from woozle.engines.place import Place

#: Little memory, and no minutes of a core for code that runs once; yet room for all that is compiled, which Java would
#: otherwise throw out and compile again.
JAVA = {
    "spark.driver.memory": "1g",
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:ReservedCodeCacheSize=200m",
}
ROOT = Path(__file__).resolve().parents[2]
NEEDED = "python3 dev.py test --spark installs what it needs besides Java 17 (Debian: openjdk-17-jre-headless)"
#: Who asks for them (`dev.py test --spark`) gets them, or an error where something is missing.
IS_ASKED = os.environ.get("WOOZLE_TEST_SPARK") == "1"
IS_THERE = all(importlib.util.find_spec(name) for name in ("pyspark", "sqlglot")) and shutil.which("java") is not None
#: All of them in one process: a second Java would take a core and a gigabyte from the first.
skip = pytest.mark.skipif(not IS_ASKED and not IS_THERE, reason=f"it runs on Spark: {NEEDED}")
marks = [pytest.mark.xdist_group("spark"), skip]


class Lent:
    """A place that goes on when who borrowed it closes it."""

    def __init__(self, place: Place) -> None:
        self._place = place

    def __getattr__(self, name: str) -> Any:
        return getattr(self._place, name)

    def started(self) -> Any:
        """The cluster itself."""
        return self._place._started()  # type: ignore[attr-defined]

    def close(self) -> None:
        """Nothing: it is given back, not ended."""

    def cut_into(self, partitions: int) -> None:
        """Have every table that is shuffled in so many parts, however small it is."""
        conf = self.started().session.conf
        conf.set("spark.sql.shuffle.partitions", str(partitions))
        conf.set("spark.sql.adaptive.coalescePartitions.enabled", "false")


def spark(folder: Path, master: str = "local[2]") -> Iterator[Lent]:
    """A place on Spark whose workers find the tests' own modules."""
    from woozle.engines.spark import SparkPlace

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", f"{ROOT / 'src'}:{ROOT}")
        place = SparkPlace(master, folder, megabytes=2000, settings=JAVA)
        try:
            yield Lent(place)
        finally:
            place.close()


def lend(patch: pytest.MonkeyPatch, place: Any) -> None:
    """Let runs compute on a place that is there already."""
    patch.setattr(making, "place_of", lambda *_, **__: place)
