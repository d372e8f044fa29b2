"""The page as a tree: whole, closed, the same every time, with the words and numbers of the record."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from lxml import html

from tests.report.pages import one_report, tree
from tests.report.sample import Record, many, sample
from woozle.model import records as r
from woozle.model.ids import row_id
from woozle.report import render
from woozle.report.links import anchor


def page(record: Record, name: str = "tolm") -> html.HtmlElement:
    return tree(record, name)


def words(node: html.HtmlElement) -> str:
    """What a reader reads, white space folded: inside a line the borders of elements are no spaces."""
    texts = node.xpath(".//text()[not(parent::style) and not(parent::script)]")
    return re.sub(r"\s+", " ", "".join(texts)).strip()


def named(root: html.HtmlElement, name: str) -> html.HtmlElement:
    (found,) = root.xpath("//*[@id=$name]", name=name)
    return found


def targets(root: html.HtmlElement) -> list[str]:
    return [str(href) for href in root.xpath("//@href")]


VOID = {"meta", "input", "br", "link", "img", "hr"}


class Nesting(HTMLParser):
    """Whether every element that opens also closes, in turn."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> at {self.getpos()}")


RECORDS = {"story": sample(), "nothing": Record(), "one report": one_report(), "many": many(70)}


@pytest.fixture(params=RECORDS, ids=str)
def record(request: pytest.FixtureRequest) -> Record:
    return RECORDS[request.param]


def test_every_element_closes_in_turn(record: Record) -> None:
    parser = Nesting()
    parser.feed(render(record, name="tolm"))
    assert parser.faults == []
    assert parser.open == []


def test_names_stand_once_and_links_have_targets(record: Record) -> None:
    root = page(record)
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    missing = {href for href in targets(root) if href[1:] not in set(ids)}
    assert missing == set()
    assert root.xpath("//*[@aria-labelledby and not(@aria-labelledby = //@id)]") == []


def test_nothing_is_loaded_from_anywhere(record: Record) -> None:
    root = page(record)
    assert (
        root.xpath("//@src | //link | //base | //iframe | //object | //embed | //img | //image | //use | //@style")
        == []
    )
    assert root.xpath("//@*[starts-with(name(), 'on')]") == []
    style = "".join(root.xpath("//style/text()"))
    assert "@import" not in style
    assert set(re.findall(r"url\([^)]*\)", style)) <= {"url(#within)"}
    assert "//" not in re.sub(r"/\*.*?\*/", "", style, flags=re.S)
    assert all(href.startswith("#") for href in targets(root))
    (policy,) = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy


def test_same_record_in_any_order_gives_the_same_bytes(record: Record) -> None:
    turned = Record({row: list(reversed(rows)) for row, rows in record.tables.items()})
    assert render(turned, name="tolm") == render(record, name="tolm")


def test_pages_have_landmarks_headings_and_named_drawings(record: Record) -> None:
    root = page(record)
    assert len(root.xpath("//main")) == len(root.xpath("//h1")) == len(root.xpath("//header")) == 1
    for svg in root.xpath("//svg"):
        assert svg.get("aria-hidden") == "true" or svg.get("aria-label"), svg
    for link in root.xpath("//a"):
        assert words(link) or link.get("aria-label"), link.attrib
    assert root.xpath("//input[not(ancestor::label) and not(@id = //label/@for)]") == []
    levels = [int(node.tag[1]) for node in root.xpath("//h1|//h2|//h3|//h4")]
    assert all(b - a <= 1 for a, b in pairwise(levels))


def test_reports_of_unknown_outlets_are_no_outlets() -> None:
    record = sample()
    rows = [replace(row, outlet=None) for row in record.rows(r.Document)]
    record.tables[r.Document] = [replace(rows[0], outlet="Tolm Post"), *rows[1:]]
    text = words(named(page(record), "claims"))
    assert "1 outlet, " in text.split("14 reports say")[0]
    assert "Outlet not known’s own reporter" not in words(page(record))


def test_key_finding_heads_the_page() -> None:
    root = page(sample())
    start = words(named(root, "claims"))
    assert start.startswith("14 of 16 inputs read")
    assert "14 reports say 12 things." in start
    assert "A claim in 10 reports leads back to two voices." in start
    assert "10 reports, 7 outlets, 2 voices, perhaps 3." in start
    first = root.xpath("//article[@class='claim'][1]")[0]
    assert words(first).startswith("Three trucks without plates crossed the Tolm bridge before dawn.")


def test_claims_of_one_report_fold_below_the_others() -> None:
    root = page(sample())
    fold = named(root, "single")
    assert fold.tag == "details"
    assert fold.get("open") is None
    assert words(fold.find("summary")) == "6 claims in one report each"
    assert len(fold.xpath(".//li")) == 6
    # A claim of one report that another contradicts is not folded away.
    assert "Hundreds of people were waiting" in " ".join(words(row) for row in root.xpath("//article[@class='claim']"))


def test_claim_page_shows_who_says_so_down_to_the_words() -> None:
    root = page(sample())
    one = named(root, anchor("c", row_id("claim", "C1")))
    text = words(one)
    assert [words(node) for node in one.xpath(".//h4")] == [
        "Jana Rehl",
        "Radio Kesh East’s own reporter",
        "An unnamed source",
    ]
    assert "9 reports by 6 outlets, two occasions: one voice." in text
    assert "Interview with Tolm Post" in text
    assert "1 copy, word for word: Hollin Mercury" in text
    assert "Denial" in text
    assert "Hedge dropped" in text
    assert "I think I counted three trucks, and none of them had plates" in [
        words(node) for node in one.xpath(".//mark")
    ]
    hrefs = set(one.xpath(".//ol[@class='tree']//a/@href"))
    assert hrefs
    for href in hrefs:
        place = named(root, href[1:])
        assert place.xpath("ancestor::article[contains(@class, 'report-page')]")


def test_report_page_holds_the_whole_text_and_its_hash() -> None:
    record = sample()
    root = page(record)
    for row in record.rows(r.Document):
        one = named(root, anchor("r", row.id))
        for number in one.xpath(".//sup"):
            number.getparent().remove(number) if not number.tail else number.drop_tree()
        shown = [words(node) for node in one.xpath(".//p[contains(@class, 'p')][@class='p']")]
        assert shown == [line for line in row.text.split("\n") if line.strip()]
        assert row.capture_sha256 in words(one)


def test_coverage_says_what_was_not_read_and_why() -> None:
    text = words(named(page(sample()), "coverage"))
    assert "14 of 16 inputs were read" in text
    assert "inbox/scan.pdf" in text
    assert "run text recognition first" in text
    assert "Read with a remark" in text


def test_copies_stand_in_a_drawing_and_in_a_table() -> None:
    root = page(sample())
    view = named(root, "copies")
    (drawing,) = view.xpath(".//div[@class='scroll']/svg")
    assert len(drawing.xpath(".//a")) == 14
    assert len(drawing.xpath(".//path[starts-with(@class, 'e ')]")) == 11
    assert len(drawing.xpath(".//circle[starts-with(@class, 'end')]")) == 3
    assert len(view.xpath(".//tbody/tr")) == 14
    assert "Statement of the border service: outside the pile, quotation, credited" in words(view)


def test_empty_record_says_what_to_do() -> None:
    text = words(named(page(Record(), "tolm"), "claims"))
    assert text.startswith("No reports yet.")
    assert "woozle add tolm.woozle" in text


HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style></script></title><svg onload=alert(1)>",
    "{{ 7 * 7 }} {% raw %}",
    "\u202egnp.exe",
    "javascript:alert(1)",
    "a\x00b\ud800c\x1b[31m",
    "\u202e\u0635\u062f\u0649 &amp; <b>",
    "x" * 3000,
]


@pytest.mark.parametrize("evil", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_strings_stay_text(evil: str) -> None:
    record, clean = sample(), page(sample())
    documents = record.rows(r.Document)
    record.tables[r.Document] = [
        replace(
            row,
            title=evil,
            outlet=evil + row.outlet[:2],
            input=evil + row.input,
            language=evil,
            authors=(evil,),
            text=row.text + "\n" + evil,
        )
        for row in documents
    ]
    record.tables[r.Claim] = [replace(row, text=evil) for row in record.rows(r.Claim)]
    record.tables[r.Problem] = [replace(row, message=evil, input=evil) for row in record.rows(r.Problem)]
    record.tables[r.Entity] = [replace(row, name=evil) for row in record.rows(r.Entity)]
    record.tables[r.Drift] = [replace(row, before=evil, after=evil, kind=evil) for row in record.rows(r.Drift)]
    record.tables[r.Derivation] = [
        replace(row, kind=evil, direction=evil, parent_external=row.parent_external and evil)
        for row in record.rows(r.Derivation)
    ]
    text = render(record, name=evil)
    text.encode("utf-8")
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00\x1b]", text)
    root = page(record, evil)
    assert {node.tag for node in root.iter() if isinstance(node.tag, str)} <= {
        node.tag for node in clean.iter() if isinstance(node.tag, str)
    }
    assert root.xpath("//@*[starts-with(name(), 'on')]") == []
    assert all(href.startswith("#") for href in targets(root))
    assert len(root.xpath("//script")) == 1
    if evil.startswith(("<", '"')):
        assert evil not in text


def test_spans_out_of_order_lose_no_words() -> None:
    record = sample()
    record.tables[r.Assertion] = [
        replace(row, spans=(*row.spans, replace(row.spans[0], start=0, end=10**6))) for row in record.rows(r.Assertion)
    ]
    root = page(record)
    assert "The bridge closed at noon on Tuesday." in words(root)


def test_rows_that_lead_nowhere_are_borne() -> None:
    record = sample()
    record.tables[r.Document] = record.rows(r.Document)[3:]
    root = page(record)
    ids = set(root.xpath("//@id"))
    assert {href for href in targets(root) if href[1:] not in ids} == set()


def test_500_reports_are_written_in_a_few_seconds_and_megabytes() -> None:
    text = render(many(500), name="many")
    assert len(text) < 12_000_000
    assert "500 reports say" in text
    assert "run together into a band" in text
