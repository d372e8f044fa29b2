"""A real run in another process while pages are read: no page fails, none is of half a record, and the end is seen."""

import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.cli.calling import case_of, woozle
from tests.web.test_server import served
from tests.web.windows import BROWSER, Opened, started

pytestmark = BROWSER

FERRY = (
    "Ferry runs aground off Saltby\n\nSALTBY, May {day}, 2024 ({wire}) - A ferry with 40 people on board ran aground "
    "off Saltby on Monday evening, the harbour office said.\n\n“Nobody was hurt,” Ines Vallo told {wire}.\n"
)
LATE = (
    "Ferry afloat again\n\nSALTBY, May 9, 2024 ({wire}) - The ferry that ran aground off Saltby is afloat again, "
    "salvage captain Oren Pell told {wire}. “We needed two tides,” he said.\n"
)
VIEWS = (
    "/claims",
    "/reports",
    "/copies",
    "/timeline",
    "/events",
    "/names",
    "/map",
    "/coverage",
    "/changes",
    "/numbers",
)


def read(page: Page, base: str) -> list[tuple[int, str]]:
    """Every view once: its status and the state of the record that it is of."""
    seen = []
    for path in VIEWS:
        answer = page.goto(base + path)
        assert answer
        seen.append((answer.status, answer.headers.get("x-woozle-record", "")))
        assert page.locator("h1").is_visible()
        assert page.locator("footer").is_visible()
    return seen


def test_pages_are_read_while_a_run_goes_on_and_show_its_end(tmp_path: Path) -> None:
    first = {f"early{n}": FERRY.format(day=7 + n % 2, wire=f"Wire {n}") for n in range(2)}
    case = case_of(tmp_path, **first)
    (tmp_path / "later").mkdir()
    for n in range(4):
        (tmp_path / "later" / f"late{n}.txt").write_text(LATE.format(wire=f"Harbour Post {n}"), "utf-8")
    assert woozle("add", case, tmp_path / "later").code == 0
    with started() as browser, served(case) as (link, _):
        opened = Opened(browser, link, case)
        page, left_open = opened.page(), opened.page()
        left_open.goto(f"{opened.base}/reports")
        assert left_open.locator("h1").inner_text() == "2 reports"
        run = subprocess.Popen(
            [sys.executable, "-m", "woozle", "run", str(case)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            seen = read(page, opened.base)
            while run.poll() is None:
                seen += read(page, opened.base)
        finally:
            run.kill()
            run.wait()
        assert run.returncode == 0
        last = read(page, opened.base)
        seen += last
        assert {status for status, _ in seen} == {200}
        records = list(dict.fromkeys(record for _, record in seen))
        assert len(records) == 2, "the old record until the new one is whole, and then that"
        assert {record for _, record in last} == {records[-1]}
        page.goto(f"{opened.base}/reports?q=tides")
        expect(page.locator("table.rows tbody tr")).to_have_count(4)
        # The window that stayed open changes nothing by itself, and says what happened.
        assert left_open.locator("h1").inner_text() == "2 reports"
        left_open.evaluate("dispatchEvent(new Event('focus'))")
        left_open.locator("#stale a").click()
        expect(left_open.locator("h1")).to_have_text("6 reports")
        opened.close()
