"""The clean step: the article's own words, each leading back to its bytes; what is missing is said."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from woozle.model.ids import bytes_id, document_id
from woozle.model.records import Document, Problem
from woozle.model.values import CaptureContent
from woozle.stages.clean import STEPS
from woozle.stages.clean.steps import CleanSettings, clean
from woozle.stages.ingest.steps import IngestSettings, ingest
from woozle.toolbox.text.runs import check_runs

SAID = "The harbour office said on Monday that nobody was hurt when the ferry ran aground off the old pier at Varn."
MORE = "“She was far too full,” said Tom Reck, who keeps the kiosk on the pier. Nine people were taken ashore by boat."


def read(content: bytes, name: str) -> tuple[Document | None, list[Problem]]:
    made = ingest({"captures": [CaptureContent(bytes_id(content), (name,), content)]}, IngestSettings())
    out = clean({"pages": made["pages"]}, CleanSettings())
    documents: list[Document] = list(out["documents"])
    for document in documents:
        assert check_runs(content, document.encoding, document.text, document.byte_map) == []
    return (documents[0] if documents else None), list(out["clean_problems"])


def text_of(markup: str, name: str = "a.html") -> str:
    document, _ = read(markup.encode(), name)
    assert document is not None
    return document.text


def test_a_page() -> None:
    markup = f"""<html lang="en-GB"><title>Ferry aground | Varn Courier</title><nav>News Sport Tides</nav>
    <div class="cookies">We use cookies. <button>Fine</button></div>
    <main><article><h1>Ferry aground</h1><p class="byline">By Mara Quill</p><div class="share-bar">Share Tweet</div>
    <p>{SAID}</p><p><a href="/x">Read more: the other ferry</a></p><div class="ad">Advertisement</div><p>{MORE}</p>
    <figure><img src="a.jpg"><figcaption>The old pier. Photo: M. Quill</figcaption></figure></article>
    <section class="related"><h4>Related</h4><ul><li><a href="/y">Storm warning for all coasts</a></li></ul></section>
    </main><footer>© Varn Courier</footer></html>"""
    assert text_of(markup).split("\n\n") == [
        "Ferry aground",
        "By Mara Quill",
        SAID,
        MORE,
        "The old pier. Photo: M. Quill",
    ]


def test_a_page_without_article_or_main() -> None:
    markup = f"""<div id=top><a href=/>Varn Courier</a> All the tides</div>
    <p><a href=/a>At home</a> | <a href=/b>Away</a></p>
    <h1>Ferry aground</h1><p>{SAID}</p><p>{MORE}</p><p>See also: <a href=/c>Storm warning</a></p>"""
    assert text_of(markup).split("\n\n") == ["Ferry aground", SAID, MORE]


def test_a_live_page_of_several_articles_is_read_whole() -> None:
    entries = "".join(f"<article><h3>{hour}.00</h3><p>{SAID}</p></article>" for hour in (9, 8, 7))
    assert text_of(f"<main><h1>Ferry aground: live</h1>{entries}</main>").count("nobody was hurt") == 3


def test_teasers_are_not_the_article() -> None:
    cards = "".join(f"<article><h3><a href=/{n}>Storm number {n} is on its way</a></h3></article>" for n in range(9))
    assert "Storm" not in text_of(f"<h1>Ferry aground</h1><div class=story><p>{SAID}</p><p>{MORE}</p></div>{cards}")


def test_a_text_with_furniture() -> None:
    lines = f"""1683400000 Ferry runs aground at

Ferry runs aground at Varn on Monday

By Mara Quill

{SAID}

READ MORE: Lighthouse keeper finds a second lighthouse

Ferry runs aground at

{MORE}

Sources

harbourferrynews
Like
About the author

Mara Quill

Comments

There are no comments for this story

Sign in to comment

    • Explore
    • Contact

    © 2031 Buoy Inc. All Rights Reserved."""
    kept = ["Ferry runs aground at Varn on Monday", "By Mara Quill", SAID, MORE]
    assert text_of(lines, "a.txt").split("\n\n") == kept


def test_hard_wrapped_lines_and_line_ends_stay() -> None:
    wrapped = SAID.replace(" nobody", "\r\nnobody").replace(" aground", "\r\naground")
    document, _ = read(f"Ferry aground\r\n\r\n{wrapped}\r\n \r\n\r\n{MORE}\r\n".encode(), "a.txt")
    assert document is not None
    assert document.text == f"Ferry aground\n\n{wrapped}\n\n{MORE}"


@pytest.mark.parametrize(
    ("markup", "kind"),
    [
        ("<html><body></body></html>", "noarticle"),
        ("<div id=root></div><script>draw()</script>", "noarticle"),
        (f"<nav>{SAID}</nav>", "noarticle"),
        (f"<div style='display:none'><p>{SAID}</p></div>", "noarticle"),
        ("<h1>Tides</h1><ul><li><a href=/a>Storm</a></li></ul>", "noarticle"),
        (
            "<div class=consent><p>We value your privacy. We and our partners use cookies. Accept all</p></div>",
            "consent",
        ),
        ("<div class=paywall><p>Subscribe to continue reading.</p></div>", "paywall"),
        ("<p>Checking your browser before you enter</p>", "noarticle"),
    ],
)
def test_pages_without_an_article_are_problems(markup: str, kind: str) -> None:
    document, problems = read(markup.encode(), "a.html")
    assert document is None
    assert [(problem.kind, problem.document_id) for problem in problems] == [(kind, None)]


def test_a_stub_before_a_wall_is_read_and_said() -> None:
    wall = "<div class=wall><p>You have read 2 of 2 free articles this month. Subscribe to continue.</p></div>"
    document, (problem,) = read(f"<h1>Ferry aground</h1><p>{SAID}</p>{wall}".encode(), "a.html")
    assert document is not None
    assert document.text == f"Ferry aground\n\n{SAID}"
    assert (problem.kind, problem.document_id) == ("paywall", document.id)


def test_the_language_is_held_against_the_words() -> None:
    document, problems = read(f"<html lang=fr-CA><p>{SAID}</p><p>{MORE}</p>".encode(), "a.html")
    assert document is not None
    assert (document.language, [problem.kind for problem in problems]) == ("en", ["language"])
    document, problems = read(f"<html lang=en-US><p>{SAID}</p>".encode(), "a.html")
    assert document is not None
    assert (document.language, problems) == ("en", [])


def test_two_hundred_thousand_nested_elements_lose_nothing() -> None:
    document, _ = read(("<div>" * 200_000 + f"<p>{SAID}</p>").encode(), "a.html")
    assert document is not None
    assert document.text == SAID


def test_the_document_is_that_of_its_capture() -> None:
    document, _ = read(SAID.encode(), "a.txt")
    assert document is not None
    assert (document.id, document.capture_sha256) == (document_id(bytes_id(SAID.encode())), bytes_id(SAID.encode()))
    assert [step.name for step in STEPS] == ["clean"]


PIECES = [
    SAID,
    MORE,
    "Share\n",
    "\n\n",
    "\r\n",
    "Ferry aground",
    "Comments",
    "🤬",
    "Łódź\u00a0",
    "\0",
    "&amp;",
    "<p>",
    "<br>",
    "</div>",
]
PIECES += [
    "<div class=ad>",
    "<h1>",
    "Sign in to comment",
    "<li>",
    "    • Explore\n",
    "<article>",
    "\u2028",
    "&nbsp;",
    "ferry-1.jpg\n",
]


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), max_size=25),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1251"]),
    st.sampled_from(["a.txt", "a.html"]),
)
def test_every_character_leads_back_to_its_bytes(pieces: list[str], encoding: str, name: str) -> None:
    document, _ = read("".join(pieces).encode(encoding, "replace"), name)
    if document is not None:
        assert document.text == document.text.strip()
        assert "\n\n\n" not in document.text


def test_a_text_without_a_date_came_out_after_what_it_tells_as_past() -> None:
    told = "The ferry ran aground on 7 May 2024 off Varn, she added, and nobody was hurt, as far as she knew."
    body = "".join(f"<p>{words}</p>" for words in (SAID, MORE, told, MORE))
    undated, _ = read(f"<article><h1>Ferry aground</h1>{body}</article>".encode(), "a.html")
    dated, _ = read(f"<article><h1>Ferry aground</h1><p>14 May 2024</p>{body}</article>".encode(), "b.html")
    assert undated is not None
    assert dated is not None
    assert (undated.published, undated.not_before) == (None, "2024-05-07T00:00:00Z")
    assert (dated.published is None, dated.not_before) == (False, None)
