"""Cases for the tests of the local pages: a folder with a book of rows made by hand, and no reading done."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from starlette.testclient import TestClient

import woozle
from tests.report.sample import Record
from tests.web.rich import rich
from woozle.desk import Desk
from woozle.model.tables import BOOK_TABLES, RECORD_TABLES
from woozle.store.book import build
from woozle.web.app import build as build_app
from woozle.web.guard import Doorkeeper

PORT = 8017
#: A record that keeps nothing beside its rows.
NO_FACTS: Mapping[str, Any] = MappingProxyType({})
BASE = f"http://127.0.0.1:{PORT}"


def fill(case: Path, record: Record, generation: str = "g1", facts: Mapping[str, Any] = NO_FACTS) -> None:
    """Make a record the live one of a case, as a run does at its end."""
    known = {**RECORD_TABLES, **BOOK_TABLES}
    tables = {name: sorted(record.rows(row), key=lambda one: one.id) for name, row in known.items()}
    build(case, generation, tables, facts)


def case_of(folder: Path, record: Record | None = None) -> Path:
    """A case whose record is the one given, or the rich one."""
    case = folder / "tolm.woozle"
    woozle.Case.create(case)
    fill(case, record or rich())
    return case


def client(case: Path, told: Callable[[str], None] = lambda _: None) -> tuple[TestClient, Doorkeeper]:
    """A browser that has not been let in yet, and the doorkeeper."""
    keeper = Doorkeeper(PORT)
    return TestClient(build_app(Desk(case), keeper, told), base_url=BASE, follow_redirects=False), keeper


def reader(case: Path) -> TestClient:
    """A browser that was let in."""
    made, keeper = client(case)
    assert made.get(keeper.url.removeprefix(BASE)).status_code == 303
    return made
