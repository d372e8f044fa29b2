"""What tests of several folders borrow."""

from collections.abc import Iterator

import pytest

from tests.support import spark


@pytest.fixture(scope="session")
def spark_place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[spark.Lent]:
    """Spark on this machine, for all tests of this process."""
    yield from spark.spark(tmp_path_factory.mktemp("spark"))
