"""One case for all tests of the pages that only read it."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.web.cases import case_of, reader


@pytest.fixture(scope="session")
def sample_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return case_of(tmp_path_factory.mktemp("pages"))


@pytest.fixture
def browser(sample_case: Path) -> TestClient:
    """A browser that was let in."""
    return reader(sample_case)
