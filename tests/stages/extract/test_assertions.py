"""What one report says once: in somebody's voice, and in its own."""

from tests.support.piles import Pile, Report
from woozle.model.records import Assertion
from woozle.stages.extract.steps import EXTRACT, extract


def read(report: Report) -> list[Assertion]:
    return list(extract(report.pile.rows, EXTRACT.settings)["assertions"])  # type: ignore[arg-type]


def words(rows: list[Assertion]) -> list[str]:
    return [" … ".join(span.text for span in row.spans) for row in rows]


def test_what_is_attributed_and_what_the_report_tells_itself() -> None:
    text = "A barn burned down in Ulm Vale on Monday. The fire service said nobody was hurt."
    report = Pile().report("Echo", "2024-03-04", text).names("Ulm Vale", "place")
    rows = read(report.quotes("nobody was hurt", "The fire service"))
    assert words(rows) == ["A barn burned down in Ulm Vale on Monday.", "nobody was hurt"]
    assert [row.attribution_id is None for row in rows] == [True, False]
    assert len(rows[0].place_ids) == 1
    assert all(span.text == text[span.start : span.end] for row in rows for span in row.spans)


def test_a_denial_keeps_the_words_of_what_is_denied() -> None:
    report = Pile().report("Echo", None, "The owner denied that the barn had been locked.")
    (row,) = read(report.quotes("the barn had been locked", "The owner", act="deny"))
    assert row.polarity == "denied"
    assert words([row]) == ["the barn had been locked"]


def test_questions_refusals_and_wishes_for_anonymity_say_nothing() -> None:
    report = Pile().report(
        "Echo", None, "Was the barn locked? He declined to say who owned it. She asked not to be named."
    )
    assert read(report.quotes("who owned it", "He", act="decline")) == []


def test_what_is_put_down_to_somebody_inside_a_quotation_is_said_by_that_one() -> None:
    text = "“My brother says the barn was locked from outside,” said Tom Ree."
    report = Pile().report("Echo", None, text)
    report.quotes("My brother says the barn was locked from outside", "Tom Ree", name="Tom Ree")
    rows = read(report.quotes("the barn was locked from outside", "My brother"))
    assert words(rows) == ["the barn was locked from outside"]


def test_who_says_it_to_an_agency_is_no_statement_of_the_agency() -> None:
    text = "Nineteen were hurt, the fire chief, Edda Lum, said on Sunday, according to the Wire."
    report = Pile().report("Echo", None, text)
    report.quotes("Nineteen were hurt, the fire chief, Edda Lum, said on Sunday", "the Wire")
    rows = read(report.quotes("Nineteen were hurt", "the fire chief, Edda Lum"))
    assert words(rows) == ["Nineteen were hurt"]


def test_hearsay_of_the_report_itself_is_marked() -> None:
    report = Pile().report("Echo", None, "The farmer had reportedly sold the barn in spring.")
    assert [row.stance for row in read(report)] == ["reported"]


def test_bylines_and_labels_are_no_statements() -> None:
    assert (
        read(Pile().report("Echo", None, "By Ada Finch\nMore on this\nSubscribe to our newsletter to read it all."))
        == []
    )
