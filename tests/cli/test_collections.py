"""woozle add with collections: what is said, in which words, and with which exit code."""

import gzip
import json
from pathlib import Path

from tests.cli.calling import woozle
from tests.store.collected.samples import REPORT, archived, packed, response


def test_collections_are_added(tmp_path: Path) -> None:
    woozle("init", "c.woozle", cwd=tmp_path)
    (tmp_path / "feed.jsonl").write_text(json.dumps({"body": REPORT.format("Varn"), "words": "Ferry."}) + "\n{\n")
    (tmp_path / "crawl.warc.gz").write_bytes(packed(archived("request", "http://a.example/", b"GET /"), response("a")))
    done = woozle("add", "c.woozle", "feed.jsonl", "crawl.warc.gz", cwd=tmp_path)
    assert (done.code, done.out) == (3, "")
    assert "3 inputs: 2 new, 0 known already" in done.err
    assert "no reports: 1 request" in done.err
    assert "feed.jsonl#2: not read, it is no JSON" in done.err
    again = woozle("add", "c.woozle", "feed.jsonl", "--columns", "text=words", "--json", cwd=tmp_path).json
    assert (again["ok"], again["new"], again["skipped"]) == (True, 1, {})
    for words in ("text", "text=", "words=text"):
        assert woozle("add", "c.woozle", "feed.jsonl", "--columns", words, cwd=tmp_path).code == 2


def test_a_bomb_and_a_cut_file_are_one_line_each(tmp_path: Path) -> None:
    woozle("init", "c.woozle", cwd=tmp_path)
    with gzip.open(tmp_path / "bomb.jsonl.gz", "wb") as file:
        for _ in range(100):
            file.write(bytes(2**20))
    (tmp_path / "cut.warc.gz").write_bytes(packed(response("a"))[:-60])
    (tmp_path / "cut.parquet").write_bytes(b"PAR1" + bytes(20))
    done = woozle("add", "c.woozle", "bomb.jsonl.gz", "cut.warc.gz", "cut.parquet", "--quiet", cwd=tmp_path)
    assert (done.code, done.err.count("\n")) == (3, 3)
    assert "unpacks to more than any text does" in done.err


def test_what_was_left_is_told_and_what_is_gone(tmp_path: Path) -> None:
    woozle("init", "c.woozle", cwd=tmp_path)
    archive = tmp_path / "crawl.warc.gz"
    archive.write_bytes(packed(response("a")))
    done = woozle("add", "c.woozle", "crawl.warc.gz", cwd=tmp_path)
    assert "1 were left in their collections, which have to stay; --keep copies them" in done.err
    assert f"some were left in their collections:\n  {archive}" in woozle("status", "c.woozle", cwd=tmp_path).out
    archive.unlink()
    assert f"not there, and what needs their bytes will say so:\n  {archive}" in woozle("c.woozle", cwd=tmp_path).out
    done = woozle("run", "c.woozle", "--quiet", cwd=tmp_path)
    assert (done.code, done.err.count("\n")) == (4, 1)
    assert f"was left where it was, and {archive} is not there any more: put it back" in done.err
