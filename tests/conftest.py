"""What tests of several folders borrow."""

import signal
from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.support import spark

# How long an example takes depends on what else the machine does, and says nothing about what is tested.
settings.register_profile("woozle", deadline=None)
settings.load_profile("woozle")

# A shell that starts tests in the background has Ctrl-C ignored, and so would all that these tests start and interrupt.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def spark_place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[spark.Lent]:
    """Spark on this machine, for all tests of this process."""
    yield from spark.spark(tmp_path_factory.mktemp("spark"))
