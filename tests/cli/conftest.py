"""Cases for the tests of the command line: one is made, and each test gets a copy."""

import shutil
from pathlib import Path

import pytest

from tests.cli.calling import REPORT, case_of


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return case_of(tmp_path_factory.mktemp("made"), a=REPORT)


@pytest.fixture
def small(tmp_path: Path, made: Path) -> Path:
    """A case of one report that was run, for this test alone."""
    return Path(shutil.copytree(made, tmp_path / "case.woozle"))
