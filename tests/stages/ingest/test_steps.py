"""The ingest step as a whole: every capture is a page or a problem, whatever its bytes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from woozle.model.ids import bytes_id
from woozle.model.values import CaptureContent
from woozle.stages.ingest import STEPS
from woozle.stages.ingest.steps import IngestSettings, ingest

REPORT = (
    "Ferry runs aground\n\nThe harbour office said on Monday that nobody was hurt when the ferry ran aground at Varn.\n"
)


def capture(content: bytes, name: str = "box/page.txt") -> CaptureContent:
    return CaptureContent(bytes_id(content), (name,), content)


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (b"", "a.txt", "empty"),
        (b"\xef\xbb\xbf \n", "a.txt", "empty"),
        (b"%PDF-1.7 ...", "a.txt", "binary"),
        (b"PK\x03\x04....", "a.html", "binary"),
        (b"x" * (2**20 + 1), "a.txt", "size"),
        (b"x" * 5001, "a.txt", "size"),
        (b"<p>" + b"x" * 5001, "a.html", "size"),
        (b"<meta charset=iso-2022-jp><p>x", "a.html", "encoding"),
    ],
)
def test_refused(content: bytes, name: str, kind: str) -> None:
    made = ingest({"captures": [capture(content, name)]}, IngestSettings(1, 5000))
    assert made["pages"] == []
    (problem,) = made["ingest_problems"]
    assert (problem.kind, problem.document_id, problem.input) == (kind, None, name)
    assert problem.message.startswith(f"{name}: not read, ")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (("Fähre – Łódź. " + REPORT).encode("cp1250"), "encoding"),
        (b"<meta charset=utf-8>" + "<p>Das Café am Hafen blieb geöffnet.".encode("cp1252"), "encoding"),
        ("<meta charset=windows-1251><p>Das Café am Hafen blieb geöffnet.".encode(), "encoding"),
        (REPORT.replace("Ferry", "“Lady” – the café’s").encode() + b" \xe9", "encoding"),
        (REPORT.encode() + "“Full,” he said. It’s “so”.".encode().decode("cp1252", "replace").encode(), "mojibake"),
        (REPORT.replace(" ", "\0 ", 1).encode(), "nul"),
        (b"<div>" * 3000 + REPORT.encode(), "deep"),
    ],
)
def test_read_and_remarked(content: bytes, kind: str) -> None:
    made = ingest({"captures": [capture(content)]}, IngestSettings())
    assert len(made["pages"]) == 1
    assert [problem.kind for problem in made["ingest_problems"]] == [kind]


def test_a_sound_report_is_read_without_remarks() -> None:
    made = ingest({"captures": [capture(REPORT.encode())]}, IngestSettings())
    assert (len(made["pages"]), made["ingest_problems"]) == (1, [])


def test_markup_is_known_by_its_beginning_and_text_by_its_lack() -> None:
    made = ingest({"captures": [capture(b"<!DOCTYPE html><p>x"), capture(REPORT.encode(), "a.html")]}, IngestSettings())
    assert [page.form for page in made["pages"]] == ["html", "text"]


@settings(deadline=None)
@given(st.lists(st.binary(max_size=80), max_size=4, unique=True))
def test_rows_do_not_depend_on_the_batch(contents: list[bytes]) -> None:
    captures = [capture(content) for content in contents]
    whole = ingest({"captures": captures}, IngestSettings())
    for table in ("pages", "ingest_problems"):
        alone = [row for one in captures for row in ingest({"captures": [one]}, IngestSettings())[table]]
        assert sorted(alone, key=lambda row: row.id) == sorted(whole[table], key=lambda row: row.id)


def test_the_step_is_risky() -> None:
    assert [(step.name, step.is_risky) for step in STEPS] == [("ingest", True)]  # type: ignore[union-attr]
