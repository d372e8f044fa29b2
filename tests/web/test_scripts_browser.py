"""Reports in other scripts than the Latin one, and all pages on paper, as a browser sets them."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.web.cases import case_of, reader
from tests.web.test_browser import SERIOUS
from tests.web.test_review import asked
from tests.web.test_server import served
from tests.web.windows import BROWSER, Opened, faults, started, too_wide
from tests.web.worldly import worldly
from woozle import report
from woozle.model import records as r

pytestmark = BROWSER
#: A4 less margins of 12 mm, in CSS pixels.
PAPER = 703
LOOK = """node => { const look = getComputedStyle(node);
  return [look.direction, look.letterSpacing, parseFloat(look.lineHeight) / parseFloat(look.fontSize) > 1.65]; }"""
RTL, CJK = ["rtl", "normal", True], ["ltr", "normal", True]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with started() as made:
        yield made


@pytest.fixture(scope="module")
def opened(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    case = case_of(tmp_path_factory.mktemp("worldly"), worldly())
    with served(case) as (link, _):
        made = Opened(browser, link, case)
        yield made
        made.close()


@pytest.fixture(scope="module")
def papers(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    case = asked(tmp_path_factory.mktemp("paper"))
    with served(case) as (link, _):
        made = Opened(browser, link, case)
        yield made
        made.close()


def hrefs(case: Path) -> list[str]:
    """The pages of a claim and of a report in each of the languages."""
    inside = reader(case)
    claims = [row["href"] for row in inside.get("/claims.json").json()["claims"]]
    return [*claims, *(row["href"] for row in inside.get("/reports.json").json()["reports"])]


def set_as(page: Page, what: str, words: str) -> list[object]:
    """How words are set: direction, space between letters, whether lines stand well apart."""
    found: list[object] = page.locator(what, has_text=words).first.evaluate(LOOK)
    return found


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_other_scripts_fit_on_every_page(opened: Opened, width: int, scheme: str) -> None:
    page = opened.page(width, color_scheme=scheme)
    wrong = faults(page, opened.base)
    for path in ("/claims", "/reports", "/review", "/review?as=table", *hrefs(opened.case)[::3]):
        page.goto(opened.base + path)
        assert not too_wide(page, width), path
        found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
        assert [(path, one["id"], one["nodes"][0]["target"]) for one in found if one["impact"] in SERIOUS] == []
    assert wrong == []


def test_words_run_their_own_way_with_room_and_no_space_between_letters(opened: Opened) -> None:
    rows = worldly().rows(r.Claim)
    arabic, hebrew, chinese, japanese = (row.text for row in rows)
    page = opened.page()
    page.goto(f"{opened.base}/claims")
    assert [set_as(page, ".claim-words a", words) for words in (arabic, hebrew, chinese, japanese)] == [
        RTL,
        RTL,
        CJK,
        CJK,
    ]
    for words, look in ((arabic, RTL), (japanese, CJK)):
        page.goto(f"{opened.base}/claims")
        page.locator(".claim-words a", has_text=words).click()
        assert set_as(page, "h1", words) == look
        assert set_as(page, ".tree .says", words) == look
        page.locator(".tree .says a").first.click()
        assert set_as(page, ".sheet .p", words) == look
        assert page.locator(".sheet .cue").first.evaluate("node => getComputedStyle(node).fontStyle") == "normal"
        assert page.locator(".sheet .notes").first.evaluate(LOOK)[0] == "ltr"
    page.goto(f"{opened.base}/review")
    assert set_as(page, ".half blockquote", arabic) == RTL
    assert set_as(page, ".half blockquote", chinese) == CJK


def test_an_arabic_sentence_that_is_cut_still_runs_from_the_right(opened: Opened) -> None:
    """Our own words before it must not turn it around."""
    page = opened.page()
    page.goto(f"{opened.base}/claims")
    page.set_content("<p dir='auto'><span dir='ltr'>from a longer sentence: </span>الجسر مغلق</p>")
    assert page.locator("p").evaluate(LOOK)[0] == "rtl"
    assert all("dir=" in found for found in re.findall(r'<span class="small"[^>]*>from a longer', _templates()))


def _templates() -> str:
    folder = Path(report.__file__).parent
    return "".join(path.read_text("utf-8") for path in folder.rglob("*.html"))


def test_paper_has_drawings_of_their_own_size_and_letters_on_their_ground(papers: Opened) -> None:
    page = papers.page(PAPER)
    page.emulate_media(media="print")
    claim, sheet = papers.rows()[:2]
    page.goto(papers.base + claim)
    fan = page.locator(".fan svg:visible")
    assert fan.bounding_box()["width"] < 400  # type: ignore[index]
    history = page.locator("svg.history")
    natural = float(history.get_attribute("width") or 0)
    assert history.bounding_box()["width"] <= natural + 1  # type: ignore[index]
    page.goto(papers.base + sheet)
    adjusted = page.locator(".key, mark, .att").evaluate_all(
        "nodes => [...new Set(nodes.map(node => getComputedStyle(node).printColorAdjust))]"
    )
    assert adjusted == ["exact"]
    page.goto(f"{papers.base}/review")
    for what in (".answers", ".signed", ".inline", "#review-keys", ".bar", ".top nav", ".search", "#keys"):
        assert not any(one.is_visible() for one in page.locator(what).all()), what
    assert page.locator(".half blockquote").first.is_visible()
    assert not too_wide(page, PAPER)


@pytest.mark.parametrize("path", ["/review", "/review?as=table", "/claims", "/coverage", "/changes"])
def test_every_page_prints_on_few_sheets(papers: Opened, path: str) -> None:
    page = papers.page()
    page.goto(papers.base + path)
    pdf = page.pdf(format="A4", margin=dict.fromkeys(("top", "bottom", "left", "right"), "12mm"))
    sheets = len(re.findall(rb"/Type\s*/Page\b", pdf))
    assert 1 <= sheets <= 6
