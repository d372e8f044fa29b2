"""Windows of Chromium on the pages of a case, for the tests that drive it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.web.cases import reader

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
#: What every test that drives it is marked with.
BROWSER = [
    pytest.mark.browser,
    pytest.mark.xdist_group("browser"),
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]


class Opened:
    """A server of a case, and browsers that were let in."""

    def __init__(self, browser: Browser, link: str, case: Path) -> None:
        self.base = link.split("/-/", maxsplit=1)[0]
        self.case = case
        context = browser.new_context()
        context.new_page().goto(link, timeout=60_000)
        self._state = context.storage_state()
        self._browser = browser
        self._contexts: list[BrowserContext] = [context]

    def page(self, width: int = 1280, **how: object) -> Page:
        """A new window of some width."""
        context = self._browser.new_context(
            storage_state=self._state,
            viewport={"width": width, "height": 800},
            **how,  # type: ignore[arg-type]
        )
        self._contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(60_000)
        return page

    def close(self) -> None:
        """Close every window."""
        for context in self._contexts:
            context.close()

    def rows(self) -> list[str]:
        """The addresses of views of one row."""
        inside = reader(self.case)
        claim = inside.get("/claims.json?standing=all").json()["claims"][0]["href"]
        report = inside.get(f"{claim}.json").json()["assertions"][0]["report_href"]
        name = inside.get("/names.json").json()["names"][0]["id"][3:19]
        return [claim, report, report.replace("/report/", "/bytes/"), f"/name/{name}"]


@contextmanager
def started() -> Iterator[Browser]:
    """A browser without a window."""
    with sync_playwright() as play:
        made = play.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield made
        made.close()


def faults(page: Page, base: str) -> list[str]:
    """What goes wrong in a window from now on: errors, dialogs, requests to elsewhere."""
    wrong: list[str] = []
    page.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("dialog", lambda dialog: (wrong.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: None if request.url.startswith(base) else wrong.append(request.url))
    return wrong


def too_wide(page: Page, width: int) -> bool:
    return int(page.evaluate("document.documentElement.scrollWidth")) > width
