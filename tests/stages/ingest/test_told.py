"""What a collection tells about a record, beside what its text says."""

from woozle.model.ids import bytes_id
from woozle.model.records import Page
from woozle.model.values import CaptureContent, Told
from woozle.stages.ingest.steps import IngestSettings, ingest

TEXT = "The harbour office said on Monday that nobody was hurt when the ferry ran aground at Varn."
DATED = f"Ferry aground\n\nVARN, May 7, 2024 (Coast Echo) - {TEXT}"


def read(content: bytes, told: Told) -> Page:
    made = ingest({"captures": [CaptureContent(bytes_id(content), ("a.jsonl#1",), content, told)]}, IngestSettings())
    (found,) = made["pages"]
    assert isinstance(found, Page)
    return found


def test_what_a_text_does_not_say_is_told() -> None:
    told = Told(None, "https://wire.example/a", "Harbour Wire", "Ferry aground at Varn", "2024-05-07T10:00:00Z", "en")
    page = read(TEXT.encode(), told)
    assert (page.outlet, page.title, page.declared_language) == ("Harbour Wire", "Ferry aground at Varn", "en")
    assert (page.url, page.input) == ("https://wire.example/a", "a.jsonl#1")
    assert page.published
    assert (page.published.start, page.published.known) == ("2024-05-07T10:00:00Z", "metadata")


def test_the_printed_day_wins_and_a_doubt_is_told() -> None:
    content = DATED.encode()
    told = Told(published="2024-06-01")
    made = ingest({"captures": [CaptureContent(bytes_id(content), ("a#1",), content, told)]}, IngestSettings())
    (page,), (problem,) = made["pages"], made["ingest_problems"]
    assert isinstance(page, Page)
    assert page.published
    assert page.published.start == "2024-05-07T00:00:00Z"
    assert "2024-06-01" in problem.message  # type: ignore[attr-defined]


def test_a_name_goes_before_the_text_and_a_host_behind_it() -> None:
    assert read(DATED.encode(), Told(outlet="Harbour Wire")).outlet == "Harbour Wire"
    assert read(DATED.encode(), Told(outlet="www.wire.example")).outlet == "Coast Echo"
    assert read(TEXT.encode(), Told(outlet="www.wire.example")).outlet == "wire.example"
    assert read(TEXT.encode(), Told(url="https://www.wire.example/2024/05/07/a")).outlet == "wire.example"


def test_a_day_in_the_address_is_the_last_that_is_asked() -> None:
    page = read(TEXT.encode(), Told(url="https://wire.example/2024/05/07/a"))
    assert page.published
    assert page.published.start == "2024-05-07T00:00:00Z"


def test_the_form_is_told() -> None:
    marked = f"<span>{TEXT}</span>".encode()
    assert read(marked, Told("html")).form == "html"
    assert read(marked, Told()).form == "text"
    assert read(TEXT.encode(), Told("html")).form == "text"


def test_the_encoding_of_the_server_goes_before_that_of_the_page() -> None:
    words = "<html><head><meta charset=iso-8859-1></head><body><p>Паром сел на мель у Варна.</p></body></html>"
    assert read(words.encode("cp1251"), Told("html", charset="windows-1251")).encoding == "windows-1251"
    assert read(words.encode(), Told("html", charset="windows-1251")).encoding == "utf-8"
    for strange in ("no-such", "utf-16", "hex", "x" * 200):
        assert read(words.encode("cp1251"), Told("html", charset=strange)).encoding == "cp1252"
