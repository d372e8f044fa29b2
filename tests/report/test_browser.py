"""The file in a browser: it fits every width, loads nothing, works by keyboard, and shows what a link points at."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.report.sample import Record, many, sample
from tests.web.windows import BROWSER, started
from woozle.report import render

pytestmark = BROWSER
WIDTHS = (320, 390, 1280, 2560)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with started() as made:
        yield made


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(render(sample(), name="Tolm bridge"), "utf-8")
    return path.as_uri()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    opened.set_default_timeout(10_000)
    yield opened
    context.close()


def _claims(page: Page) -> list[str]:
    return page.eval_on_selector_all("article.claim", "all => all.filter(x => x.offsetParent).map(x => x.innerText)")


def _views(page: Page) -> list[str]:
    return page.eval_on_selector_all("main > .page", "all => all.map(x => x.id)")


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_wider_than_the_window(page: Page, file: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(file)
    for view in ["all", *_views(page)]:
        page.goto(f"{file}#{view}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, view


def test_nothing_is_asked_for_and_nothing_goes_wrong(page: Page, file: str) -> None:
    asked: list[str] = []
    wrong: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(file)
    for view in _views(page):
        page.goto(f"{file}#{view}")
    assert asked == [file]
    assert wrong == []


def test_an_empty_record_and_a_big_one_go_well_too(page: Page, tmp_path: Path) -> None:
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    for name, record in (("empty", Record()), ("many", many(120))):
        path = tmp_path / f"{name}.html"
        path.write_text(render(record, name=name), "utf-8")
        page.goto(path.as_uri())
        assert page.locator("h1").is_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    assert wrong == []


def test_night_is_dark(browser: Browser, file: str) -> None:
    grounds = {}
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme="light" if scheme == "light" else "dark")
        opened = context.new_page()
        opened.goto(file)
        grounds[scheme] = opened.evaluate(
            "[document.documentElement, document.querySelector('h1')].map((x, i) =>"
            " getComputedStyle(x)[i ? 'color' : 'backgroundColor'].match(/\\d+/g).slice(0, 3).map(Number))"
        )
        context.close()
    assert min(grounds["light"][0]) > 240
    assert max(grounds["light"][1]) < 60
    assert max(grounds["dark"][0]) < 40
    assert min(grounds["dark"][1]) > 200


def test_the_keyboard_reaches_the_skip_link_and_the_first_claim_and_shows_where_it_is(page: Page, file: str) -> None:
    page.goto(file)
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.get_attribute("class") == "skip"
    box = skip.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    page.keyboard.press("Enter")
    first = page.locator("article.claim a.says").first
    for _ in range(12):
        page.keyboard.press("Tab")
        style = page.locator(":focus").evaluate(
            "x => [getComputedStyle(x).outlineStyle, getComputedStyle(x).outlineWidth]"
        )
        assert style == ["solid", "3px"]
        if first.evaluate("x => x === document.activeElement"):
            break
    else:
        pytest.fail("twelve steps do not reach the first claim")
    href = first.get_attribute("href")
    assert href is not None
    page.keyboard.press("Enter")
    assert page.locator(href).is_visible()


def test_the_box_finds_claims(page: Page, file: str) -> None:
    page.goto(file)
    whole = len(_claims(page))
    page.keyboard.press("/")
    page.keyboard.type("nobody CROSSED")
    found = _claims(page)
    assert len(found) == 1
    assert "Nobody crossed the bridge" in found[0]
    assert page.locator("#q-found").inner_text().startswith("1 of")
    page.locator("#q").fill("")
    assert len(_claims(page)) == whole


def test_a_link_opens_what_is_folded(page: Page, file: str) -> None:
    page.goto(file)
    inside = page.evaluate(
        "[...document.querySelectorAll('details:not([open]) [id]')].filter(x => x.textContent.trim()).map(x => x.id)"
    )
    assert inside
    page.goto(f"{file}#{inside[0]}")
    assert page.locator(f"[id='{inside[0]}']").is_visible()


def test_every_link_shows_its_target(page: Page, file: str) -> None:
    page.goto(file)
    hidden = page.evaluate(
        """async () => {
          const names = new Set([...document.querySelectorAll('a[href^="#"]')].map(a => a.getAttribute('href')));
          const bad = [];
          for (const name of names) {
            location.hash = name;
            await new Promise(done => setTimeout(done, 0));
            await new Promise(requestAnimationFrame);
            const page = document.getElementById(name.slice(1)).closest('.page');
            if (page && !page.offsetParent && getComputedStyle(page).display === 'none') bad.push(name);
          }
          return bad;
        }"""
    )
    assert hidden == []


def test_it_can_be_read_without_a_script(browser: Browser, file: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(file)
    assert opened.locator("article.claim").first.is_visible()
    assert not opened.locator("#q").is_visible()
    href = opened.locator("article.claim a.says").first.get_attribute("href")
    assert href is not None
    opened.goto(file + href)
    assert opened.locator(href).is_visible()
    context.close()


def test_paper_shows_the_view_that_was_open_or_all_of_them(page: Page, file: str) -> None:
    page.emulate_media(media="print")
    page.goto(f"{file}#copies")
    shown = [view for view in _views(page) if page.locator(f"[id='{view}']").is_visible()]
    assert shown == ["copies"]
    assert not page.locator(".top nav").is_visible()
    page.goto(f"{file}#all")
    assert all(page.locator(f"[id='{view}']").is_visible() for view in _views(page))


def test_motion_is_off_where_it_is_not_wanted(browser: Browser, file: str) -> None:
    context = browser.new_context(reduced_motion="reduce")
    opened = context.new_page()
    opened.goto(file)
    assert opened.locator("a").nth(1).evaluate("x => getComputedStyle(x).transitionDuration") in ("0s", "")
    context.close()
