"""Coverage and what runs changed in a browser: at every width, by day and by night, while a run is under way."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.web.test_browser import SERIOUS
from tests.web.test_coverage import grown
from tests.web.test_server import served
from tests.web.windows import BROWSER, Opened, faults, started, too_wide
from woozle.store.folder import Lock

pytestmark = BROWSER
VIEWS = ("/coverage", "/changes", "/changes?kind=claims_new", "/changes?run=1")


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    case = grown(tmp_path_factory.mktemp("browser"))
    with started() as browser, served(case) as (link, _):
        made = Opened(browser, link, case)
        yield made
        made.close()


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_coverage_and_changes_fit_and_have_no_serious_fault(opened: Opened, width: int, scheme: str) -> None:
    page = opened.page(width, color_scheme=scheme)
    wrong = faults(page, opened.base)
    with Lock(opened.case, act="run"):
        for path in VIEWS:
            page.goto(opened.base + path)
            assert page.locator(".under-way").is_visible()
            assert not too_wide(page, width), path
            found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
            assert [(path, one["id"], one["nodes"][0]["target"]) for one in found if one["impact"] in SERIOUS] == []
    assert wrong == []


def test_from_coverage_to_a_claim_that_is_new(opened: Opened) -> None:
    page = opened.page()
    page.goto(f"{opened.base}/coverage")
    page.locator("#runs a", has_text="claims new").click()
    page.locator(".bar a", has_text="New claims").click()
    page.locator(".change li a").first.click()
    page.wait_for_url("**/claim/*")


def test_a_run_that_begins_and_ends_is_told_by_the_next_page_and_moves_nothing(opened: Opened) -> None:
    page = opened.page()
    page.goto(opened.base)
    with Lock(opened.case, act="run"):
        assert page.locator(".under-way").count() == 0
        page.reload()
        assert "A run is under way since" in page.locator(".under-way").inner_text()
        page.locator("article.claim a.says").first.click()
        assert page.locator(".under-way").is_visible()
    page.reload()
    assert page.locator(".under-way").count() == 0
