"""The pages in a browser: every view at every width, by day and by night, by keyboard, without faults, and hostile."""

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.web.cases import case_of, fill, reader
from tests.web.hostile import monstrous
from tests.web.rich import rich
from tests.web.test_server import served
from tests.web.windows import BROWSER, Opened, faults, started, too_wide

pytestmark = BROWSER
LISTS = ("/", "/claims?q=trucks", "/claims?voices=9", "/reports", "/copies", "/timeline", "/events", "/names", "/map")
VIEWS = (*LISTS, "/coverage", "/numbers")
#: axe calls these faults serious or worse; nothing lighter may hide one.
SERIOUS = ("serious", "critical")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with started() as made:
        yield made


@pytest.fixture(scope="module")
def opened(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    case = case_of(tmp_path_factory.mktemp("browser"))
    with served(case) as (link, _):
        made = Opened(browser, link, case)
        yield made
        made.close()


@pytest.mark.parametrize(
    ("width", "scheme", "is_checked"), [(320, "dark", True), (1280, "light", True), (2560, "light", False)]
)
def test_every_view_fits_and_has_no_serious_fault(opened: Opened, width: int, scheme: str, is_checked: bool) -> None:
    page = opened.page(width, color_scheme=scheme)
    wrong = faults(page, opened.base)
    for path in (*VIEWS, *opened.rows()):
        page.goto(opened.base + path)
        assert not too_wide(page, width), path
        if is_checked:
            found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
            assert [(path, one["id"], one["nodes"][0]["target"]) for one in found if one["impact"] in SERIOUS] == []
    assert wrong == []


def test_night_is_dark(opened: Opened) -> None:
    grounds = []
    for scheme in ("light", "dark"):
        page = opened.page(color_scheme=scheme)
        page.goto(opened.base)
        grounds.append(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))
    assert grounds == ["rgb(252, 252, 250)", "rgb(16, 19, 21)"]


def test_two_clicks_lead_from_the_start_page_to_why_it_is_one_voice(opened: Opened) -> None:
    page = opened.page()
    page.goto(opened.base)
    page.locator("article.claim a.says").first.click()
    why = page.locator("details.why summary", has_text="are one occasion").first
    why.click()
    assert page.locator("details.why[open] li").first.is_visible()


def test_a_line_of_the_tree_opens_its_sentence_and_from_there_the_bytes(opened: Opened) -> None:
    page = opened.page()
    page.goto(opened.base + opened.rows()[0])
    link = page.locator(".tree .says a").first
    words = link.locator("mark").first.inner_text()
    link.click()
    target = page.locator(":target")
    assert words.split()[0] in target.inner_text()
    assert target.evaluate("x => x.getBoundingClientRect().top < innerHeight && x.getBoundingClientRect().bottom > 0")
    page.locator(".notes a", has_text="Bytes").first.click()
    assert "/bytes/" in page.url
    assert page.get_by_text("Expected").is_visible()


def test_the_keyboard_is_enough(opened: Opened) -> None:
    page = opened.page()
    page.goto(opened.base)
    page.keyboard.press("/")
    page.keyboard.type("gc trucks")
    assert page.locator("#q").input_value() == "gc trucks"
    page.locator("#q").fill("trucks")
    page.keyboard.press("Enter")
    page.wait_for_url("**/claims?q=trucks")
    page.keyboard.press("Tab")
    page.locator("body").click(position={"x": 2, "y": 2})
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.matches('.claim-words a')")
    page.keyboard.press("Enter")
    page.wait_for_url("**/claim/*")
    for keys, path in (("gr", "/reports"), ("go", "/copies"), ("gt", "/timeline"), ("gn", "/names"), ("gm", "/map")):
        page.keyboard.press(keys[0])
        page.keyboard.press(keys[1])
        page.wait_for_url(f"**{path}")
    page.keyboard.press("g")
    page.keyboard.press("v")
    page.wait_for_url("**/coverage")
    page.keyboard.press("?")
    assert page.locator("#keys[open] .keysheet").is_visible()


def test_focus_is_seen_on_everything(opened: Opened) -> None:
    page = opened.page()
    for path in ("/", "/copies"):
        page.goto(opened.base + path)
        for _ in range(14):
            page.keyboard.press("Tab")
            style = page.locator(":focus").evaluate("x => getComputedStyle(x).outlineStyle")
            assert style == "solid", path


def test_the_drawing_of_copies_is_walked_by_arrows_and_widened(opened: Opened) -> None:
    page = opened.page()
    page.goto(f"{opened.base}/copies")
    page.locator("svg.graph a:not(.lane)").first.focus()
    before = page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("ArrowDown")
    after = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert before != after
    child = page.locator("svg.graph path[data-to]").first.get_attribute("data-to")
    page.locator(f"svg.graph a[href='{child}']").focus()
    page.keyboard.press("p")
    page.keyboard.press("c")
    page.keyboard.press("p")
    parent = page.evaluate("document.activeElement.getAttribute('href')")
    assert page.locator(f"svg.graph path[data-from='{parent}']").count() >= 1
    page.keyboard.press("f")
    page.wait_for_url(f"**/copies?report={parent.rpartition('/')[2]}")
    page.go_back()
    page.keyboard.press("+")
    page.wait_for_url("**/copies?zoom=2")
    page.keyboard.press("-")
    page.wait_for_url("**/copies")


def test_layers_of_a_text_are_switched(opened: Opened) -> None:
    page = opened.page()
    page.goto(opened.base + opened.rows()[1])
    mark = page.locator(".att").nth(1)
    assert mark.evaluate("x => getComputedStyle(x).backgroundColor") != "rgba(0, 0, 0, 0)"
    page.locator("body").click(position={"x": 2, "y": 2})
    page.keyboard.press("1")
    assert mark.evaluate("x => getComputedStyle(x).backgroundColor") == "rgba(0, 0, 0, 0)"


def test_every_view_can_be_read_and_left_without_a_script(opened: Opened) -> None:
    page = opened.page(java_script_enabled=False)
    page.goto(opened.base)
    page.locator(".facets a").first.click()
    assert page.locator(".choices a").is_visible()
    page.locator(".choices a").click()
    page.locator("#q").fill("bridge")
    page.keyboard.press("Enter")
    page.wait_for_url("**/claims?q=bridge")
    page.go_back()
    assert page.locator("article.claim").first.is_visible()


def test_paper_shows_no_controls(opened: Opened) -> None:
    page = opened.page()
    page.goto(opened.base)
    page.emulate_media(media="print")
    for what in (".top nav", ".search", ".facets", ".pager", "#keys"):
        assert not any(one.is_visible() for one in page.locator(what).all()), what
    assert page.locator("article.claim").first.is_visible()
    paper = opened.page(794)
    paper.emulate_media(media="print")
    for path in (*VIEWS, *opened.rows()):
        paper.goto(opened.base + path)
        assert not too_wide(paper, 794), path


def test_a_new_record_is_shown_in_the_window_that_is_open(browser: Browser, tmp_path: Path) -> None:
    """Two windows, and a run that ends in another process: what is open stays, what is opened next is new."""
    case = case_of(tmp_path)
    with served(case) as (link, _):
        made = Opened(browser, link, case)
        one, other = made.page(), made.page()
        one.goto(made.base)
        other.goto(f"{made.base}/reports")
        fill(case, rich(), "g2")
        other.reload()
        one.locator("article.claim a.says").first.click()
        assert [page.locator(".foot .code").first.inner_text() for page in (one, other)] == ["g2", "g2"]
        made.close()


def _biggest(case: Path) -> Sequence[str]:
    found = reader(case).get("/reports.json").json()["reports"]
    href = max(found, key=lambda row: len(row["title"] or ""))["href"]
    return href, f"{href}?at=2000000"


@pytest.mark.slow
def test_a_hostile_record_neither_runs_nor_breaks_a_page(browser: Browser, tmp_path: Path) -> None:
    case = case_of(tmp_path, monstrous())
    with served(case) as (link, _):
        made = Opened(browser, link, case)
        for width in (320, 1280):
            page = made.page(width)
            wrong = faults(page, made.base)
            for path in (*VIEWS, *made.rows(), *_biggest(case)):
                began = time.monotonic()
                answer = page.goto(made.base + path)
                assert answer is not None
                assert answer.status == 200, path
                assert len(answer.body()) < 1_000_000, path
                assert not too_wide(page, width), path
                assert page.locator("h1").first.is_visible(), path
                assert page.locator("footer").is_visible(), path
                assert page.locator("script:not([src]), svg [onload], [onerror], a[href^=javascript]").count() == 0
                assert time.monotonic() - began < 60, path
            assert wrong == []
        made.close()
