"""What pages of HTML say about themselves: outlet, headline, authors, date. Every page is invented."""

import json

import pytest

from woozle.model.ids import bytes_id
from woozle.model.records import Page, Published
from woozle.model.values import CaptureContent
from woozle.stages.ingest.steps import IngestSettings, read_capture

BODY = (
    "<p>The harbour office said on Monday that nobody was hurt when the ferry ran aground off the old pier at Varn.</p>"
)


def read(markup: str) -> tuple[Page, dict[str, str]]:
    content = markup.encode()
    page, said = read_capture(CaptureContent(bytes_id(content), ("box/page.html",), content), IngestSettings())
    assert page is not None
    return page, dict(said)


def ld(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(fields)}</script>'


def day(text: str, known: str = "stated") -> Published:
    head, number = text[:8], int(text[8:])
    return Published(f"{text}T00:00:00Z", f"{head}{number + 1:02d}T00:00:00Z", known)


@pytest.mark.parametrize(
    ("markup", "outlet"),
    [
        ('<meta property="og:site_name" content="Varn Courier"><title>Aground</title>', "Varn Courier"),
        ("<title>Ferry aground at Varn | Varn Courier</title><h1>Ferry aground at Varn</h1>", "Varn Courier"),
        ("<title>Ferry aground - World - Varn Courier</title><h1>Ferry aground</h1>", "Varn Courier"),
        (
            "<title>Varn Courier: Ferry aground</title><a href='/'>Varn Courier</a><h1>Ferry aground</h1>",
            "Varn Courier",
        ),
        ('<header><a href="https://varn.example/">Varn Courier</a></header><h1>Ferry aground</h1>', "Varn Courier"),
        ("<title>Varn Courier</title><div>Varn Courier</div><h1>Ferry aground</h1>", "Varn Courier"),
        (
            ld(**{"@type": "NewsArticle", "publisher": {"@type": "Organization", "name": "Varn Courier"}}),
            "Varn Courier",
        ),
        (
            ld(
                **{
                    "@graph": [
                        {"@type": "WebPage", "@id": "#p"},
                        {"@type": ["NewsArticle"], "publisher": {"@id": "#o"}, "headline": "Ferry"},
                        {"@type": "Organization", "@id": "#o", "name": "Varn Courier"},
                    ]
                }
            ),
            "Varn Courier",
        ),
        (
            '<link rel="canonical" href="https://www.varncourier.example/a/1"><h1>Ferry aground</h1>',
            "varncourier.example",
        ),
        ("<title>Aground | Varn Courier</title><nav><a href='/'>Front</a></nav><h1>Aground</h1>", "Varn Courier"),
        ("<h1>Ferry aground</h1>", None),
    ],
)
def test_outlet(markup: str, outlet: str | None) -> None:
    assert read(markup + BODY)[0].outlet == outlet


@pytest.mark.parametrize(
    ("markup", "published"),
    [
        ('<h1>Aground</h1><meta property="article:published_time" content="2031-05-07T17:30:00+02:00">', None),
        ("<h1>Aground</h1><p class=date>7 May 2031</p>", day("2031-05-07")),
        ("<div class=topbar>Varn Courier <span>7.5.2031</span></div><h1>Aground</h1>", day("2031-05-07")),
        ("<h1>Aground</h1><p>By Mara Quill, Wednesday, May 7, 2031</p>", day("2031-05-07")),
        ("<h1>Aground</h1><p><time datetime='2031-05-07'>Wednesday 7 May 2031</time></p>", day("2031-05-07")),
        ("<h1>Aground</h1><p>Updated Wed, May 7, 2031 at 3:49 PM</p>", day("2031-05-07")),
        ("<h1>Aground</h1><p>Published 7 May 2031, updated 9 May 2031</p>", day("2031-05-07")),
        ("<h1>Aground</h1><p>Updated 9 May 2031. First published 7 May 2031</p>", day("2031-05-07")),
        (ld(**{"@type": "Article", "datePublished": "2031-05-07"}) + "<h1>Aground</h1>", day("2031-05-07", "metadata")),
        (
            '<link rel=canonical href="https://a.example/2031/05/07/aground"><h1>Aground</h1>',
            day("2031-05-07", "metadata"),
        ),
        ("<h1>Aground since 7 May 2031</h1>", None),
        ("<h1>Aground</h1>", None),
    ],
)
def test_published(markup: str, published: Published | None) -> None:
    found = read(markup + BODY)[0].published
    if "T17:30" in markup:
        published = Published("2031-05-07T15:30:00Z", "2031-05-07T15:31:00Z", "metadata")
    assert found == published


def test_dates_of_other_pages_and_of_readers_are_not_taken() -> None:
    furniture = (
        "<aside><p>3 May 2031</p><p>Old storm, 1 May 2031</p></aside><div class=comments><time>9 May 2031</time></div>"
    )
    assert read("<h1>Aground</h1>" + BODY + furniture)[0].published is None


def test_the_printed_day_wins_over_markup_and_it_is_said() -> None:
    meta = '<meta property="article:published_time" content="2030-05-07T06:00:00Z">'
    page, said = read(meta + "<h1>Aground</h1><p class=when>Published 7 May 2031</p>" + BODY)
    assert page.published == day("2031-05-07")
    assert "2030-05-07" in said["dates"]


def test_a_day_without_a_year_takes_that_of_the_markup_or_stays_open() -> None:
    page, said = read(
        ld(**{"@type": "Article", "datePublished": "2031-01-01"}) + "<h1>A</h1><p>Posted 31 December</p>" + BODY
    )
    assert page.published == Published("2030-12-31T00:00:00Z", "2031-01-01T00:00:00Z", "stated")
    assert said == {}
    page, said = read("<h1>Aground</h1><p class=date>Friday 4 October</p>" + BODY)
    assert page.published is None
    assert "year" in said
    page, _ = read("<h1>Aground</h1><p class=date>Friday 4 October</p>" + BODY + "<footer>© 2030 Varn Courier</footer>")
    assert page.published is not None
    assert (page.published.start, page.published.known) == ("2030-10-04T00:00:00Z", "inferred")


@pytest.mark.parametrize(
    ("markup", "authors"),
    [
        ('<meta name="author" content="Mara Quill"><h1>Aground</h1>', ("Mara Quill",)),
        (
            "<h1>Aground</h1><p class=byline>By Mara Quill and Tom van der Reck · 7 May 2031</p>",
            ("Mara Quill", "Tom van der Reck"),
        ),
        ("<h1>Aground</h1><p>By Courier staff</p>", ()),
        ("<h1>Aground</h1><p>By TopDesk Newsroom 7 May 2031</p>", ()),
        ("<h1>Aground</h1>" + BODY + "<p class=sign>Sabine Loy</p>", ("Sabine Loy",)),
        (
            ld(
                **{
                    "@type": "Article",
                    "author": [{"@type": "Person", "name": "Mara Quill"}, {"@type": "Organization", "name": "X"}],
                }
            ),
            ("Mara Quill",),
        ),
        ('<meta property="article:author" content="https://a.example/mara"><h1>Aground</h1>', ()),
    ],
)
def test_authors(markup: str, authors: tuple[str, ...]) -> None:
    assert read(markup + BODY)[0].authors == authors


def test_headlines() -> None:
    head = "<title>Ferry aground at Varn - Varn Courier</title>"
    assert read(head + "<h1>Varn Courier</h1><h1>Ferry aground at Varn</h1>" + BODY)[0].title == "Ferry aground at Varn"
    assert read(head + BODY)[0].title == "Ferry aground at Varn"
    assert read('<meta property="og:title" content="Aground">' + BODY)[0].title == "Aground"


def test_publisher_group() -> None:
    head = '<meta property="og:site_name" content="Varn Courier"><h1>Aground</h1>'
    assert (
        read(head + BODY + "<footer>© Coastal Papers. The Varn Courier is one of six.</footer>")[0].publisher_group
        == "Coastal Papers"
    )
    assert read(head + BODY + "<footer>© 2031 Varn Courier</footer>")[0].publisher_group is None


@pytest.mark.parametrize(
    "script", ["[" * 100_000, '{"@graph": 7}', '{"@type": {"a": 1}, "author": [[[]]]}', '"x"', "\0", "{"]
)
def test_broken_structured_data_are_passed_over(script: str) -> None:
    page, _ = read(f'<script type="application/ld+json">{script}</script><h1>Ferry aground</h1>' + BODY)
    assert page.title == "Ferry aground"
