"""Each view used as a reader uses it, in a browser: what is clicked leads where it says, and Back leads back."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.web.cases import case_of
from tests.web.test_server import served
from tests.web.windows import BROWSER, Opened, faults, started

pytestmark = BROWSER


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    case = case_of(tmp_path_factory.mktemp("walk"))
    with started() as browser, served(case) as (link, _):
        made = Opened(browser, link, case)
        yield made
        made.close()


@pytest.fixture
def page(opened: Opened) -> Iterator[Page]:
    """A window in which nothing may go wrong."""
    made = opened.page()
    wrong = faults(made, opened.base)
    yield made
    assert wrong == []
    made.close()


#: What marks the words of a layer: a line, a ground, a decoration.
LOOK = "x => ['borderBottom', 'backgroundColor', 'textDecoration'].map((part) => getComputedStyle(x)[part]).join()"


def number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def test_claims_are_searched_and_filtered_and_each_filter_keeps_its_word(page: Page, opened: Opened) -> None:
    page.goto(opened.base)
    whole = page.locator("article.claim").count()
    page.locator("#q").fill("trucks")
    page.locator("#q").press("Enter")
    page.wait_for_url("**/claims?q=trucks")
    found = page.locator("article.claim").count()
    assert 0 < found < whole
    facet = page.locator(".facets .group", has_text="Conflicts").locator("a", has_text="denial")
    told = number(facet.locator(".n").inner_text())
    facet.click()
    page.wait_for_url("**/claims?q=trucks&conflict=denial")
    expect(page.locator("article.claim")).to_have_count(told)
    page.locator(".sorts a", has_text="last seen").click()
    page.wait_for_url("**&sort=last")
    expect(page.locator("article.claim")).to_have_count(told)
    page.locator(".choices a", has_text="denial").click()
    page.wait_for_url("**/claims?q=trucks&sort=last")
    expect(page.locator("article.claim")).to_have_count(found)
    page.go_back()
    expect(page.locator("article.claim")).to_have_count(told)
    assert page.locator("#q").input_value() == "trucks"


def test_a_claim_shows_who_says_so_what_speaks_against_it_and_what_changed(page: Page, opened: Opened) -> None:
    page.goto(opened.base)
    page.locator(".claim-words a", has_text="Three trucks").click()
    reports, outlets = (number(page.locator(".three b").nth(at).inner_text()) for at in (0, 1))
    figure = page.locator("figure.fan svg.wide")
    assert f"{reports} reports, {outlets} outlets" in (figure.get_attribute("aria-label") or "")
    expect(figure.locator("line.tick")).to_have_count(reports)
    page.wait_for_load_state()
    folded = page.locator("li.same details").first
    folded.locator("summary").click()
    assert folded.locator("ul li").first.is_visible()
    assert page.locator(".pair mark").count() >= 2
    assert page.locator(".ladder del").count() + page.locator(".ladder ins").count() >= 1
    rival = page.locator(".pair a.says, .pair .says a").first
    words = rival.inner_text()
    rival.click()
    expect(page.locator("h1")).to_have_text(words)
    page.go_back()
    expect(page.locator("h1")).to_have_text(re.compile("^Three trucks"))


def test_a_report_has_layers_notes_and_its_copies_beside_it(page: Page, opened: Opened) -> None:
    page.goto(f"{opened.base}/reports")
    page.locator("td.says a", has_text="Three trucks crossed Tolm bridge").click()
    for layer, mark in (("l-nm", ".nm"), ("l-tm", ".tm"), ("l-fg", ".fg"), ("l-att", ".att")):
        marks = page.locator(f".sheet {mark}")
        if not marks.count():
            continue
        before = marks.first.evaluate(LOOK)
        page.locator(f"#{layer}").uncheck()
        assert marks.first.evaluate(LOOK) != before, layer
        page.locator(f"#{layer}").check()
    number_of_note = page.locator(".att sup a").first
    note = number_of_note.get_attribute("href") or ""
    number_of_note.click()
    assert page.locator(f".notes {note}").is_visible()
    beside = page.locator(".parents .cols").first
    left, right = beside.locator(".says").all()
    assert left.inner_text()
    assert right.inner_text()
    assert page.locator(".cols del, .cols ins").count() >= 1
    page.locator("body").click(position={"x": 2, "y": 2})
    page.keyboard.press("p")
    parent = page.evaluate("document.activeElement.href")
    page.keyboard.press("Enter")
    page.wait_for_url(parent)
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.matches('.att sup a')")


def test_copies_are_chosen_by_kind_outlet_and_family(page: Page, opened: Opened) -> None:
    page.goto(f"{opened.base}/copies")
    whole = page.locator("svg.graph path.e").count()
    page.locator(".bar a", has_text=re.compile("^edited$")).click()
    page.wait_for_url("**/copies?kind=edited")
    assert 0 < page.locator("svg.graph path.e").count() < whole
    page.locator(".choices a").click()
    page.wait_for_url("**/copies")
    page.locator("svg.graph a.lane", has_text="Ardova Wire").click()
    page.wait_for_url("**/copies?outlet=Ardova%20Wire")
    page.locator("svg.graph a:not(.lane)").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/report/*")
    page.get_by_role("link", name="its family among the copies").click()
    expect(page.locator("svg.graph path.e").first).to_be_attached()


def test_times_lead_to_their_words_and_events_to_their_claims(page: Page, opened: Opened) -> None:
    page.goto(f"{opened.base}/timeline")
    assert page.locator("svg.graph .bar-within, svg.graph .bar-instant").count() >= 1
    page.locator("details.table summary").click()
    page.locator("details.table td.says a").first.click()
    page.wait_for_url("**/claim/*")
    page.go_back()
    page.locator(".bar a", has_text="events").click()
    page.wait_for_url("**/events")
    rows = page.locator("table.rows tbody tr")
    expect(rows).to_have_count(2)
    link = rows.filter(has_text="claim").locator("td.n a").last
    told = number(link.inner_text())
    link.click()
    expect(page.locator("article.claim")).to_have_count(told)


def test_a_place_leads_to_what_is_said_of_it(page: Page, opened: Opened) -> None:
    page.goto(f"{opened.base}/map")
    area = page.locator("svg.map a").first
    name = (area.locator("title").first.text_content() or "").partition(": ")[2]
    area.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/claims?*place=*")
    assert name in page.locator(".choices").inner_text()
    page.goto(f"{opened.base}/map")
    page.locator(".bar a", has_text="all places").click()
    page.wait_for_url("**/map?frame=all")


def test_a_name_leads_to_its_claims_and_its_neighbours(page: Page, opened: Opened) -> None:
    page.goto(f"{opened.base}/names")
    page.locator("#words").fill("rehl")
    page.get_by_role("button", name="Find").click()
    page.wait_for_url("**/names?q=rehl")
    page.locator("table.rows a", has_text="Jana Rehl").click()
    page.wait_for_url("**/name/*")
    assert "يانا ريل" in page.locator(".head").inner_text()
    page.get_by_role("link", name=re.compile("claims?$")).first.click()
    assert "actor: Jana Rehl" in page.locator(".choices").inner_text()
    page.go_back()
    page.locator("svg.arcs a").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Border service of Ardova")


def test_coverage_names_what_was_not_read_and_why(page: Page, opened: Opened) -> None:
    page.goto(f"{opened.base}/coverage")
    assert page.locator("table.rows", has_text="inbox/scan.pdf").get_by_text("run text recognition first").is_visible()
    page.locator("table.rows a", has_text="inbox/d12.html").click()
    page.wait_for_url("**/report/*")
    assert page.locator(".sheet").get_attribute("lang") == "ar"
    page.go_back()
    page.locator("table.tally a", has_text="Hollin Mercury").click()
    page.wait_for_url("**/reports?outlet=*")
    expect(page.locator("table.rows tbody tr")).to_have_count(2)


def test_two_windows_at_once_each_keep_their_own_state(page: Page, opened: Opened) -> None:
    """State is the address: what one window chooses is not seen in the other, however they take turns."""
    other = page.context.new_page()
    page.goto(f"{opened.base}/claims?q=trucks")
    other.goto(f"{opened.base}/claims?conflict=figure")
    page.locator(".sorts a", has_text="most voices").click()
    other.locator(".sorts a", has_text="last seen").click()
    page.reload()
    other.reload()
    assert page.url.endswith("/claims?q=trucks&sort=voices")
    assert other.url.endswith("/claims?conflict=figure&sort=last")
    page.locator("article.claim a.says").first.click()
    other.go_back()
    assert "/claim/" in page.url
    assert other.url.endswith("/claims?conflict=figure")
    assert other.locator("#q").input_value() == ""
    other.close()
