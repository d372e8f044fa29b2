"""What plain texts say about themselves in their first and last lines. Every text is invented."""

import pytest

from woozle.model.ids import bytes_id
from woozle.model.records import Page
from woozle.model.values import CaptureContent
from woozle.stages.ingest.steps import IngestSettings, read_capture

BODY = "The harbour office said on Monday that nobody was hurt when the ferry ran aground off the old pier at Varn."


def read(text: str) -> Page:
    content = text.encode()
    page, _ = read_capture(CaptureContent(bytes_id(content), ("box/page.txt",), content), IngestSettings())
    assert page is not None
    return page


@pytest.mark.parametrize(
    ("head", "outlet", "title", "day"),
    [
        (
            "VARN COURIER\nWednesday, 7 May 2031\n\nFerry runs aground\n\n",
            "Varn Courier",
            "Ferry runs aground",
            "2031-05-07",
        ),
        (
            "Ferry runs aground\n\nVARN, May 7, 2031 (Harbour Wire) - ",
            "Harbour Wire",
            "Ferry runs aground",
            "2031-05-07",
        ),
        ("Ferry runs aground\n\nVARN (Harbour Wire) — ", "Harbour Wire", "Ferry runs aground", None),
        ("FERRY HITS ROCK\n\n", None, "FERRY HITS ROCK", None),
        (
            "THE VARN GAZETTE\nOrdinary number 7. Varn, 7 May 2031\nBy authority.\n\nNotice of the Pilots\n\n",
            "The Varn Gazette",
            "Notice of the Pilots",
            "2031-05-07",
        ),
        (
            "RADIO BUOY 99.1 - TRANSCRIPTS\nProgramme: The Early Tide: open line\nBroadcast: 7 May 2031, 08.05\n\n",
            "Radio Buoy",
            "The Early Tide: open line",
            "2031-05-07",
        ),
        (
            "HERON RELIEF\nVarn: Situation Report No. 2\nReporting date: 7 May 2031. Next report: 9 May.\n\nSUMMARY\n",
            "Heron Relief",
            "Varn: Situation Report No. 2",
            "2031-05-07",
        ),
        ("Ferry runs aground\nBy Mara Quill\n7 May 2031\n\n", None, "Ferry runs aground", "2031-05-07"),
        ("Ferry runs aground\n\nStory by Mara Quill\n\nMay 7, 2031\n\n", None, "Ferry runs aground", "2031-05-07"),
        ("Varn Courier\n\nFerry runs aground\n\n7.5.2031\n\n", "Varn Courier", "Ferry runs aground", "2031-05-07"),
        (
            "Ferry runs aground\n\nVarn Courier, Friday 7 May 2032\n\n",
            "Varn Courier",
            "Ferry runs aground",
            "2032-05-07",
        ),
        (
            "Ferry runs aground\n\nFrom our correspondent Mara Quill, Varn\nThe Buoy, Friday, 7 May 2032\n\n",
            "The Buoy",
            "Ferry runs aground",
            "2032-05-07",
        ),
        ("Ferry runs aground\n\nVarn, Friday, 7 May 2032\n\n", None, "Ferry runs aground", "2032-05-07"),
        (
            "THE ROPE - the weekly for those who sail\n7 May 2032\n\nFerry runs aground\n\n",
            "The Rope",
            "Ferry runs aground",
            "2032-05-07",
        ),
        (
            "ROPE & OAR\nNotes of a retired pilot\n\nFerry runs aground\nposted by Tom Reck, 7 May 2032\n\n",
            "Rope & Oar",
            "Ferry runs aground",
            "2032-05-07",
        ),
        ("HELL ON THE WATER\nForty saved from the rock\n\n", None, "HELL ON THE WATER Forty saved from the rock", None),
        ("Varn Courier logo\n\nFerry runs aground\n\n", None, "Ferry runs aground", None),
    ],
)
def test_heads(head: str, outlet: str | None, title: str, day: str | None) -> None:
    page = read(head + BODY + "\n\n" + BODY + "\n")
    assert (page.outlet, page.title) == (outlet, title)
    assert (page.published.start[:10] if page.published and page.published.start else None) == day


@pytest.mark.parametrize(
    ("tail", "outlet"),
    [
        ("— The Varn Courier", "The Varn Courier"),
        ("Source: Harbour Wire", "Harbour Wire"),
        ("(HBW 0731 ends)", "HBW"),
        ("© The Varn Echo 2031", "The Varn Echo"),
        ("— she never came back", None),
    ],
)
def test_tails(tail: str, outlet: str | None) -> None:
    assert read(f"Ferry runs aground\n\n{BODY}\n\n{tail}\n").outlet == outlet


def test_whom_people_told_is_an_outlet_only_if_it_is_alone_and_told_twice() -> None:
    twice = "“She was full,” Tom Reck told the Varn Echo. He told the Varn Echo that he had counted."
    assert read(f"Ferry runs aground\n\n{BODY}\n\n{twice}").outlet == "Varn Echo"
    assert read(f"Ferry runs aground\n\n{BODY}\n\nTom Reck told the Varn Echo.").outlet is None
    assert read(f"Ferry runs aground\n\n{twice}\n\nHe told Harbour Wire the same.").outlet is None


def test_a_stored_picture_dates_a_text() -> None:
    page = read(f"1683400000 Ferry runs aground at\n\nFerry runs aground at Varn\n\n{BODY}")
    assert page.published is not None
    assert (page.published.start, page.published.known) == ("2023-05-06T00:00:00Z", "inferred")
    assert page.title == "Ferry runs aground at Varn"


def test_months_ago_on_a_page_of_a_known_year_are_an_interval() -> None:
    page = read(f"Ferry runs aground\n\nPublished 9 months ago\n\n{BODY}\n\n© 2031 Buoy Inc. All rights reserved.")
    assert page.published is not None
    assert page.published.known == "inferred"
    assert str(page.published.start) < "2030-04-01"
    assert str(page.published.end) > "2031-03-31"


def test_authors() -> None:
    assert read(f"Ferry runs aground\n\nBy Mara Quill, in Varn\n\n{BODY}").authors == ("Mara Quill",)
    assert read(f"Ferry runs aground\n\nBy Courier staff\n\n{BODY}").authors == ()
    assert read(f"Ferry runs aground\n\n{BODY}\n\nMara Quill").authors == ("Mara Quill",)
