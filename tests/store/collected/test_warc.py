"""WARC: pages are read, the rest is counted, and what is damaged costs no other record."""

import gzip
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.collected.samples import answered, archived, packed, page, response
from woozle.store.collected.records import Limits, Record
from woozle.store.collected.warc import read_warc

LIMITS = Limits(2**20)


def read(folder: Path, content: bytes, limits: Limits = LIMITS) -> list[Record]:
    path = folder / "crawl.warc"
    path.write_bytes(content)
    return list(read_warc(str(path), limits))


def pages(records: list[Record]) -> dict[int | None, bytes]:
    return {one.number: one.content for one in records if one.content is not None}


def faults(records: list[Record]) -> list[tuple[int | None, str]]:
    return [(one.number, one.fault[0]) for one in records if one.fault]


KINDS = [
    archived("warcinfo", "", b"software: x"),
    archived("request", "https://wire.example/a", b"GET / HTTP/1.1\r\n\r\n"),
    response("a"),
    archived("metadata", "https://wire.example/a", b"via: x"),
    archived("revisit", "https://wire.example/a", b""),
    archived("response", "https://wire.example/b", answered(b"\x89PNG", media="image/png")),
    archived("response", "https://wire.example/c", answered(page("c"), status="404 Not Found")),
    archived("response", "dns:wire.example", b"1.2.3.4"),
    response("d"),
]


@pytest.mark.parametrize("content", [b"".join(KINDS), packed(*KINDS), gzip.compress(b"".join(KINDS), mtime=0)])
def test_responses_of_pages_are_records_and_the_rest_is_counted(tmp_path: Path, content: bytes) -> None:
    found = read(tmp_path, content)
    assert pages(found) == {3: page("a"), 9: page("d")}
    skipped = ["warcinfo", "request", "metadata", "revisit", "image/png", "status 404", "response of no page"]
    assert [one.skipped for one in found if one.skipped] == skipped
    told = found[2].told
    assert told is not None
    assert (told.form, told.url, told.charset) == ("html", "https://wire.example/2024/05/07/a", "utf-8")


@pytest.mark.parametrize(
    ("body", "more"),
    [
        (gzip.compress(page("a"), mtime=0), "Content-Encoding: gzip\r\n"),
        (page("a"), "Content-Encoding: gzip\r\n"),
        (page("a"), "Content-Encoding: br\r\n"),
        (zlib.compress(page("a")), "Content-Encoding: deflate\r\n"),
        (zlib.compress(page("a"))[2:-4], "Content-Encoding: deflate\r\n"),
        (b"%x\r\n%s\r\n0\r\n\r\n" % (len(page("a")), page("a")), "Transfer-Encoding: chunked\r\n"),
        (page("a"), "Transfer-Encoding: chunked\r\n"),
    ],
)
def test_a_body_is_unpacked(tmp_path: Path, body: bytes, more: str) -> None:
    assert pages(read(tmp_path, archived("response", "http://a.example/", answered(body, more=more)))) == {1: page("a")}


@pytest.mark.parametrize(
    ("record", "kind"),
    [
        (archived("response", "http://a.example/", answered(b"\x0b\x02", more="Content-Encoding: br\r\n")), "packed"),
        (
            archived("response", "http://a.example/", answered(b"\x1f\x8b\x08xx", more="Content-Encoding: gzip\r\n")),
            "packed",
        ),
        (archived("response", "http://a.example/", answered(b" ")), "empty"),
        (archived("response", "http://a.example/", b"no status"), "damaged"),
        (archived("response", "http://a.example/", answered(b"<p>" + b"x" * 2**20)), "size"),
        (archived("response", "http://a.example/", answered(b"<p>" + b"x" * 2**21)), "size"),
        (
            archived(
                "response",
                "http://a.example/",
                answered(gzip.compress(b"x" * 2**24, mtime=0), more="Content-Encoding: gzip\r\n"),
            ),
            "size",
        ),
        (response("a").replace(b"Content-Length: ", b"Content-Length: many"), "damaged"),
        (b"rubbish\nmore rubbish\n", "damaged"),
    ],
)
def test_a_bad_record_costs_no_other_one(tmp_path: Path, record: bytes, kind: str) -> None:
    for content in (response("b") + record + response("c"), packed(response("b"), record, response("c"))):
        found = read(tmp_path, content)
        assert (2, kind) in faults(found)
        assert list(pages(found).values()) == [page("b"), page("c")]


def test_what_the_crawler_cut_is_read_and_said(tmp_path: Path) -> None:
    block = answered(page("a"))
    found = read(tmp_path, archived("response", "http://a.example/", block, more="WARC-Truncated: length\r\n"))
    assert (pages(found), faults(found)) == ({1: page("a")}, [(1, "cut")])


def test_a_length_that_is_too_long_ends_with_its_member(tmp_path: Path) -> None:
    bad = archived("response", "http://a.example/", answered(page("b")), length=10_000)
    found = read(tmp_path, packed(response("a"), bad, response("c")))
    assert (pages(found), faults(found)) == ({1: page("a"), 3: page("c")}, [(2, "cut")])


def test_damage_in_the_middle_costs_one_record(tmp_path: Path) -> None:
    first, second, third = (packed(response(name)) for name in "abc")
    for at in (1, 10, 40, len(second) - 6):
        broken = second[:at] + b"\xff" * 5 + second[at + 5 :]
        found = read(tmp_path, first + broken + third)
        assert list(pages(found).values()) == [page("a"), page("c")], at
        assert len(faults(found)) >= 1


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000))
def test_a_file_that_is_cut_gives_what_is_whole(tmp_path_factory: pytest.TempPathFactory, at: int) -> None:
    folder = tmp_path_factory.mktemp("cut")
    for whole in (packed(response("a"), response("b")), response("a") + response("b")):
        cut = min(at, len(whole) - 1)
        found = read(folder, whole[:cut])
        assert set(pages(found).values()) <= {page("a"), page("b")}
        if cut > 400:
            assert page("a") in pages(found).values() or faults(found)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_are_too_odd(tmp_path_factory: pytest.TempPathFactory, odd: bytes) -> None:
    folder = tmp_path_factory.mktemp("odd")
    for content in (odd, b"WARC/1.0\r\n" + odd, b"\x1f\x8b\x08" + odd, response("a") + odd):
        read(folder, content)
