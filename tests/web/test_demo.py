"""The worked example is understood: from the start page to why nine reports are one voice in two clicks."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.cli.calling import woozle
from tests.web.test_server import served
from tests.web.windows import BROWSER, Opened, started

pytestmark = BROWSER


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    home = tmp_path_factory.mktemp("demo")
    assert woozle("demo", "--to", ".", "--no-open", "-q", cwd=home).code == 0
    with started() as browser, served(home / "border.woozle") as (link, _):
        opened = Opened(browser, link, home / "border.woozle")
        made = opened.page()
        made.goto(opened.base)
        yield made
        opened.close()


def test_two_clicks_lead_to_why_it_is_one_voice(page: Page) -> None:
    start = page.url
    row = page.locator("article.claim", has=page.locator(".vnum b", has_text=re.compile("^1$"))).first
    assert "forty border guards" in row.inner_text()
    row.locator(".claim-words a").click()
    page.get_by_role("link", name="Why one voice?").click()
    why = page.locator("details.why[open]").first
    assert why.locator("summary").inner_text().endswith("are one occasion")
    reasons = why.locator("li").all_inner_texts()
    assert any("adds no voice" in reason for reason in reasons)
    assert why.evaluate("x => x.getBoundingClientRect().top >= 0 && x.getBoundingClientRect().top < innerHeight")
    page.goto(start)


def test_the_number_itself_leads_there_in_one(page: Page) -> None:
    page.locator("article.claim .vnum a").first.click()
    expect(page.locator("details.why[open] li").first).to_be_visible()
    page.go_back()
    number = page.locator("article.claim .rnum a").first
    told = re.sub(r"\D", "", number.inner_text())
    number.click()
    expect(page.locator("h1")).to_have_text(re.compile(rf"^{told} reports$"))
