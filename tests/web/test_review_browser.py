"""Review in a browser: by keys, typing, other keys, undo, bulk, two windows at once, and a server that is killed."""

import itertools
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

import woozle
from tests.web.cases import case_of
from tests.web.hostile import monstrous
from tests.web.test_browser import SERIOUS
from tests.web.test_review import asked
from tests.web.test_server import served
from tests.web.windows import BROWSER, Opened, faults, started, too_wide
from woozle.model import records as r
from woozle.model.tables import Near

pytestmark = BROWSER
TABLE = "/review?as=table&ask=claims"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    # A machine that is busy with other tests takes its time; nothing here is about time.
    expect.set_options(timeout=60_000)
    with started() as browser:
        yield browser


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return asked(tmp_path)


@pytest.fixture
def opened(chromium: Browser, case: Path) -> Iterator[Opened]:
    with served(case) as (link, _):
        made = Opened(chromium, link, case)
        yield made
        made.close()


def decided(case: Path) -> list[str]:
    return [row.verdict for row in woozle.open(case).decisions()]


def come(opened: Opened, path: str = "/review", who: str = "Mira", **how: object) -> Page:
    """A window of a person whose name the browser knows already."""
    page = opened.page(**how)  # type: ignore[arg-type]
    kept = {"name": "woozle-who", "value": who.encode().hex(), "url": opened.base}
    page.context.add_cookies([kept])  # type: ignore[list-item]
    page.goto(opened.base + path)
    return page


def hit(page: Page, key: str) -> None:
    """Press a key when the page stands: before its script is there, a key says nothing."""
    page.wait_for_load_state()
    page.keyboard.press(key)


def question(page: Page) -> str:
    return page.locator("#answer input[name=question]").first.get_attribute("value") or ""


def test_a_first_answer_asks_for_a_name_and_then_keys_are_enough(opened: Opened) -> None:
    page = opened.page()
    wrong = faults(page, opened.base)
    page.goto(f"{opened.base}/review?ask=claims")
    first = question(page)
    hit(page, "d")
    expect(page.locator("#who")).to_be_focused()
    assert decided(opened.case) == []
    page.keyboard.type("Mira")
    hit(page, "Enter")
    expect(page.locator("#ask")).to_be_focused()
    hit(page, "d")
    expect(page.locator(".said")).to_contain_text("Recorded. Mira")
    assert decided(opened.case) == ["different"]
    expect(page.locator("#ask")).to_be_focused()
    assert question(page) != first
    hit(page, "u")
    expect(page.locator(".said")).to_contain_text("unsure")
    assert decided(opened.case) == ["different", "unsure"]
    assert wrong == []


def test_skip_undo_and_why_by_keys_and_typing_turns_keys_off(opened: Opened) -> None:
    page = come(opened, "/review?ask=claims")
    first = question(page)
    hit(page, " ")
    expect(page.locator("#progress")).to_contain_text("1 skipped")
    assert question(page) != first
    hit(page, "w")
    page.keyboard.type("s d a r u z ? seen on the spot")
    assert decided(opened.case) == []
    hit(page, "Enter")
    hit(page, "s")
    expect(page.locator(".said")).to_contain_text("s d a r u z ? seen on the spot")
    hit(page, "z")
    expect(page.locator(".said")).to_contain_text("took back 1 decision")
    assert decided(opened.case) == ["same", "undo"]


def test_keys_are_shown_can_be_changed_and_changed_back(opened: Opened) -> None:
    page = come(opened, "/review?ask=claims")
    sheet = page.locator("#review-keys")
    assert sheet.get_attribute("open") is None
    hit(page, "?")
    expect(sheet).to_have_attribute("open", "")
    change = sheet.get_by_role("button", name="Change: different")
    for key, words in (("s", "That key is for “same”"), ("g", "another use"), ("Escape", "Nothing was changed")):
        change.click()
        hit(page, key)
        expect(page.locator("#bound")).to_contain_text(words)
    change.click()
    hit(page, "x")
    expect(page.locator("#bound")).to_contain_text("“different” is x now")
    page.reload()
    assert page.locator(".answers [data-act=different] kbd").inner_text() == "x"
    hit(page, "d")
    hit(page, "x")
    expect(page.locator(".said")).to_contain_text("different")
    assert decided(opened.case) == ["different"]
    hit(page, "?")
    page.locator("#unbind").click()
    assert page.locator(".answers [data-act=different] kbd").inner_text() == "d"


def test_other_keys_keep_their_meaning(opened: Opened) -> None:
    page = come(opened, "/review?ask=claims")
    hit(page, "g")
    hit(page, "r")
    page.wait_for_url("**/reports")
    hit(page, "g")
    hit(page, "e")
    page.wait_for_url("**/review")
    hit(page, "Control+s")
    assert decided(opened.case) == []


def test_only_ticked_rows_are_answered_and_one_undo_takes_all_back(opened: Opened) -> None:
    page = come(opened, TABLE)
    boxes = page.locator("input[name=question]")
    assert boxes.count() == 3
    for key in ("j", " ", "j", "Enter", "j", " "):
        hit(page, key)
    assert [box.is_checked() for box in boxes.all()] == [True, False, True]
    hit(page, "d")
    expect(page.locator(".said").first).to_contain_text("2 at once")
    assert decided(opened.case) == ["different", "different"]
    assert page.locator("input[name=question]").count() == 1
    hit(page, "z")
    expect(page.locator(".said").first).to_contain_text("took back 2 decisions")
    assert page.locator("input[name=question]").count() == 3
    page.get_by_role("button", name="Tick all on this page").click()
    page.get_by_role("button", name="Same: the ticked rows").click()
    expect(page.locator(".said").first).to_contain_text("3 at once")
    assert decided(opened.case)[3:] == ["same"] * 3


def test_of_two_windows_at_once_the_second_is_told_and_loses_nothing(opened: Opened) -> None:
    one, other = come(opened, "/review?ask=claims"), come(opened, "/review?ask=claims", "Teo")
    assert question(one) == question(other)
    hit(other, "s")
    expect(other.locator(".said")).to_contain_text("Recorded. Teo")
    one.locator("#why").fill("I counted them")
    one.locator("#ask").focus()
    hit(one, "d")
    expect(one.locator("[role=alert]")).to_contain_text("Teo")
    assert decided(opened.case) == ["same"]
    assert one.locator("#why").input_value() == "I counted them"
    one.get_by_role("button", name="Different, all the same").click()
    expect(one.locator(".said")).to_contain_text("I counted them")
    rows = woozle.open(opened.case).decisions()
    assert [(row.who, row.superseded_by is not None) for row in rows] == [("Teo", True), ("Mira", False)]


def test_what_was_confirmed_is_there_after_the_server_is_killed(chromium: Browser, case: Path) -> None:
    for n in range(1, 4):
        with served(case) as (link, process):
            made = Opened(chromium, link, case)
            page = come(made, "/review?ask=claims")
            page.locator("[data-act=different]").click(no_wait_after=True)
            page.locator(".said", has_text="Recorded").wait_for()
            process.send_signal(signal.SIGKILL)
            process.wait(20)
            made.close()
        assert decided(case) == ["different"] * n


def test_review_works_without_a_script(opened: Opened) -> None:
    page = come(opened, "/review?ask=claims", java_script_enabled=False)
    page.locator("#who").fill("Ada")
    page.locator("#why").fill("by hand")
    page.get_by_role("button", name="Different").click()
    expect(page.locator(".said")).to_contain_text("Recorded. Ada")
    page.get_by_role("link", name="Skip", exact=True).click()
    expect(page.locator("#progress")).to_contain_text("skipped")
    page.get_by_role("button", name="Undo my last").click()
    expect(page.locator(".said")).to_contain_text("took back")
    page.locator("#why").press("Enter")
    expect(page.locator("[role=alert]")).to_contain_text("Nothing was recorded")
    assert decided(opened.case) == ["different", "undo"]


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light"), (2560, "light")])
def test_review_fits_and_has_no_serious_fault(opened: Opened, width: int, scheme: str) -> None:
    page = come(opened, width=width, color_scheme=scheme)
    wrong = faults(page, opened.base)
    kinds = [link.get_attribute("href") or "" for link in page.locator(".bar .set").nth(1).locator("a").all()]
    hit(page, "?")
    for path in ("", TABLE, *kinds):
        if path:
            page.goto(opened.base + path)
        assert not too_wide(page, width), path
        found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"] if width < 2000 else []
        assert [(path, one["id"], one["nodes"][0]["target"]) for one in found if one["impact"] in SERIOUS] == []
    hit(page, "u")
    # A window that is closed while its form is on the way never closes.
    expect(page.locator(".said")).to_contain_text("Recorded")
    assert wrong == []


def test_on_paper_stand_the_question_and_its_evidence_only(opened: Opened) -> None:
    page = come(opened)
    page.emulate_media(media="print")
    for what in (".answers", ".signed", "#review-keys"):
        assert not page.locator(what).is_visible(), what
    assert page.locator(".half").count() == 2
    assert page.locator(".half").first.is_visible()


@pytest.mark.slow
def test_questions_about_a_hostile_record_neither_run_nor_break_a_page(chromium: Browser, tmp_path: Path) -> None:
    record = monstrous()
    ids = [row.id for row in record.rows(r.Assertion)][:40]
    claims = {row.id: row.claim_id for row in record.rows(r.Assertion)}
    pairs = [(one, other) for one, other in itertools.pairwise(ids) if claims[one] != claims[other]]
    record.add(*(Near(f"claims {one} {other}", "claims", one, other, 1, "<b>x</b>") for one, other in pairs))
    case = case_of(tmp_path, record)
    with served(case) as (link, _):
        made = Opened(chromium, link, case)
        for width in (320, 1280):
            page = come(made, "/review", "<script>alert(1)</script>", width=width)
            wrong = faults(page, made.base)
            for path in ("/review", "/review?as=table", *(f"/review?ask={name}" for name in ("voices", "copy"))):
                began = time.monotonic()
                answer = page.goto(made.base + path)
                assert answer is not None
                assert answer.status == 200, path
                assert len(answer.body()) < 1_000_000, path
                assert not too_wide(page, width), path
                assert page.locator("script:not([src]), svg [onload], [onerror], a[href^=javascript]").count() == 0
                assert time.monotonic() - began < 60, path
            assert wrong == []
        made.close()
