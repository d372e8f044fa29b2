"""Every number and stroke on the page is that of the rows; only the own style and script run; nobody is judged."""

import base64
import hashlib
import re

import pytest
from lxml import html

from tests.report.pages import HOSTILE, hostile, one_report, tree, words_of
from tests.report.sample import many, sample
from woozle.model import records as r
from woozle.report import render
from woozle.report.links import anchor
from woozle.report.words import three_numbers

PAGE = tree(sample())


def test_every_claim_shows_its_three_numbers() -> None:
    for claim in sample().rows(r.Claim):
        (row,) = [node for node in PAGE.xpath("//*[@data-find]") if claim.text in words_of(node)]
        if row.get("class") == "claim":
            numbers = row.xpath(".//p[contains(@class, 'vnum')]/b | .//div[@class='rnum']/b")
            shown = [words_of(node) for node in numbers]
            assert shown == [str(claim.voices.best), str(claim.reports), str(claim.outlets)]
        else:
            assert three_numbers(claim.reports, claim.outlets, claim.voices) in words_of(row)


@pytest.mark.parametrize("claim", [row for row in sample().rows(r.Claim) if row.reports > 1], ids=lambda row: row.text)
def test_the_strokes_of_every_drawing_add_up_to_the_number_beside_it(claim: r.Claim) -> None:
    (page,) = PAGE.xpath("//article[@id=$name]", name=anchor("c", claim.id))
    heads = [words_of(node) for node in page.xpath(".//div[@class='three']/div/b")]
    assert heads == [str(claim.reports), str(claim.outlets), str(claim.voices.best)]
    figures = page.xpath(".//figure//svg")
    assert len(figures) == 2
    for drawing in figures:
        assert len(drawing.xpath("./line[starts-with(@class, 'tick')]")) == claim.reports
        assert len(drawing.xpath("./path[@class='comb']")) == claim.outlets
    row = next(node for node in PAGE.xpath("//article[@class='claim']") if claim.text in words_of(node))
    (glyph,) = row.xpath("./svg")
    assert len(glyph.xpath("./line[starts-with(@class, 'tick')]")) == claim.reports
    assert len(glyph.xpath("./circle[@class='dot'] | ./circle[@class='dot-half']")) == claim.voices.best
    assert len(glyph.xpath("./circle[@class='dot-may']")) == claim.voices.high - claim.voices.best


def test_a_crowd_is_drawn_stroke_by_stroke_too() -> None:
    record = many(200)
    claim = max(record.rows(r.Claim), key=lambda row: row.reports)
    row = next(node for node in tree(record).xpath("//article[@class='claim']") if claim.text in words_of(node))
    assert len(row.xpath("./svg/line[starts-with(@class, 'tick')]")) == claim.reports


def test_one_report_is_told_in_the_singular() -> None:
    page = tree(one_report())
    assert words_of(page.xpath("//h1")[0]) == "1 report says 1 thing. One voice stands behind it."
    for plural in ("1 reports", "1 outlets", "1 claims", "1 voices", "1 inputs"):
        assert plural not in words_of(page)


@pytest.mark.parametrize(
    "text", [render(sample(), name="x"), render(hostile(), name=HOSTILE)], ids=["plain", "hostile"]
)
def test_only_the_own_style_and_script_may_run(text: str) -> None:
    page = html.document_fromstring(text)
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    for tag in ("style", "script"):
        (raw,) = re.findall(f"(?s)<{tag}>(.*?)</{tag}>", text)
        digest = base64.b64encode(hashlib.sha256(raw.encode("utf-8")).digest()).decode("ascii")
        assert f"{tag}-src 'sha256-{digest}'" in policy
    # The policy forbids looks on elements, so there may be none that would silently do nothing.
    assert not page.xpath("//@style")


def test_every_hostile_word_is_shown_as_a_word() -> None:
    text = render(hostile(), name=HOSTILE)
    text.encode("utf-8")
    page = html.document_fromstring(text)
    assert len(page.xpath("//script")) == 1
    assert not page.xpath("//img")
    assert "{{ 7*7 }}" in page.text_content()
    assert "[U+202E]txt.exe" in text
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]", text)


def test_other_scripts_keep_their_direction() -> None:
    (page,) = PAGE.xpath("//article[.//*[@lang='ar']]")
    paragraphs = page.xpath(".//p[@class='p']")
    assert paragraphs
    assert all(node.get("dir") == "auto" for node in paragraphs)
    # A name that runs the other way stands apart from the words around it.
    assert all(node.xpath("ancestor-or-self::bdi") for node in page.xpath(".//p[@class='note']//*[text()='تولم بوست']"))


def test_no_word_of_judgement_is_ours() -> None:
    text = words_of(tree(one_report())).lower()
    for word in ("debunked", "confirmed", "fake", "reliable", "trust", "verified", "credible"):
        assert word not in text
