"""Parquet and JSON Lines: every record is read or is one fault, columns are known by usual names or named."""

import gzip
import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.collected.samples import REPORT
from woozle.errors import UsageError
from woozle.model.values import Told
from woozle.store.collected.jsonlines import read_jsonlines
from woozle.store.collected.parquet import read_parquet
from woozle.store.collected.records import Limits, Record, checked_columns, choose, moment
from woozle.store.collected.streams import Bomb, Damaged

LIMITS = Limits(2**20)
TOLD = Told(None, "https://wire.example/1", "Harbour Wire", "Ferry aground", "2024-05-07", "en", None)
ROW = {
    "Body": REPORT.format("Varn"),
    "link": "https://wire.example/1",
    "source": "Harbour Wire",
    "headline": "Ferry  aground",
    "date": "2024-05-07",
    "lang": "en",
}


def lines(folder: Path, *rows: Any, limits: Limits = LIMITS, **columns: str) -> list[Record]:
    path = folder / "feed.jsonl"
    path.write_bytes(b"\n".join(row if isinstance(row, bytes) else json.dumps(row).encode() for row in rows))
    return list(read_jsonlines(str(path), columns, limits))


def table(folder: Path, columns: dict[str, Any], *, limits: Limits = LIMITS, **named: str) -> list[Record]:
    path = folder / "news.parquet"
    pq.write_table(pa.table(columns), path, row_group_size=2)
    return list(read_parquet(str(path), named, limits))


def faults(records: list[Record]) -> list[tuple[int | None, str]]:
    return [(one.number, one.fault[0]) for one in records if one.fault]


def test_the_same_record_from_both(tmp_path: Path) -> None:
    (one,) = lines(tmp_path, ROW)
    (other,) = table(tmp_path, {name: [value] for name, value in ROW.items()})
    for found in (one, other):
        assert (found.number, found.content, found.told) == (1, ROW["Body"].encode(), TOLD)


def test_columns_are_known_by_usual_names_or_named() -> None:
    assert choose(["id", "Raw-HTML", "TEXT", "url"], {}) == {"html": "Raw-HTML", "text": "TEXT", "url": "url"}
    assert choose(["html", "words", "url"], {"text": "words"}) == {"text": "words", "url": "url"}
    assert choose(["text", "url"], {"url": "text"}) == {"url": "text"}
    with pytest.raises(UsageError, match="words is not known; columns hold html, text, url"):
        checked_columns({"words": "a"})


def test_a_named_column_may_lie_within_another(tmp_path: Path) -> None:
    row = {"article": {"words": "Ferry aground."}, "source": {"name": "Harbour Wire"}}
    for (found,) in (
        lines(tmp_path, row, text="article.words"),
        table(tmp_path, {name: [value] for name, value in row.items()}, text="article.words"),
    ):
        assert found.content == b"Ferry aground."
        assert found.told == Told(outlet="Harbour Wire")


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (datetime(2024, 5, 7, 10, tzinfo=UTC), "2024-05-07T10:00:00Z"),
        (datetime(2024, 5, 7, 10), "2024-05-07T10:00:00"),  # noqa: DTZ001 - a column without a zone
        (date(2024, 5, 7), "2024-05-07"),
        (1715076000, "2024-05-07T10:00:00Z"),
        (1715076000000, "2024-05-07T10:00:00Z"),
        (20240507, None),
        (True, None),
        (float("nan"), None),
        ("7 May 2024", "7 May 2024"),
        (None, None),
    ],
)
def test_when_it_came_out(value: Any, told: str | None) -> None:
    assert moment(value) == told


def test_bad_lines_cost_no_other_line(tmp_path: Path) -> None:
    bad = [b"{", b"[1]", b'{"x": 1}', b"[" * 100_000, b'{"text": null}', b'{"text": 7}', b'{"text": " "}', b"\xff\xfe"]
    found = lines(tmp_path, {"text": "first"}, *bad, b"", {"text": "last"})
    kinds = ["damaged", "type", "columns", "damaged", "empty", "type", "empty", "damaged"]
    assert faults(found) == list(enumerate(kinds, 2))
    assert [(one.number, one.content) for one in found if one.content] == [(1, b"first"), (11, b"last")]


def test_a_long_line_is_read_up_to_a_limit_and_costs_no_other(tmp_path: Path) -> None:
    five = {"text": "x" * (5 * 2**20)}
    assert [len(one.content or b"") for one in lines(tmp_path, five, {"text": "b"}, limits=Limits(2**23))] == [
        5 * 2**20,
        1,
    ]
    found = lines(tmp_path, five, {"text": "b"})
    assert (faults(found), found[1].content) == ([(1, "size")], b"b")


def test_bad_bytes_stay_as_they_came(tmp_path: Path) -> None:
    broken, half = lines(
        tmp_path, b'\xef\xbb\xbf{"text": "caf\xe9 at Varn"}', b'{"text": "half \\ud83d", "url": "a\\ud83db"}'
    )
    assert broken.content == b"caf\xe9 at Varn"
    assert half.content == b"half \xed\xa0\xbd"
    assert half.told == Told(url="a b")


def test_packed_lines(tmp_path: Path) -> None:
    content = b'{"text": "a"}\n{"text": "b"}\n'
    zipped, zst = tmp_path / "a.jsonl.gz", tmp_path / "a.jsonl.zst"
    zipped.write_bytes(gzip.compress(content[:14], mtime=0) + gzip.compress(content[14:], mtime=0))
    with pa.CompressedOutputStream(str(zst), "zstd") as file:
        file.write(content)
    for path in (zipped, zst):
        assert [one.content for one in read_jsonlines(str(path), {}, LIMITS)] == [b"a", b"b"]
    zipped.write_bytes(gzip.compress(content, mtime=0)[:-9])
    assert faults(list(read_jsonlines(str(zipped), {}, LIMITS)))[-1] == (None, "cut")
    zipped.write_bytes(gzip.compress(content, mtime=0)[:-8] + bytes(8))
    read = read_jsonlines(str(zipped), {}, LIMITS)
    assert [next(read).content, next(read).content] == [b"a", b"b"]
    with pytest.raises(Damaged):
        next(read)
    zst.write_bytes(zst.read_bytes()[:6] + b"\xff" * 20)
    with pytest.raises(Damaged):
        list(read_jsonlines(str(zst), {}, LIMITS))


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.jsonl.gz"
    with gzip.open(path, "wb") as file:
        file.write(b'{"text": "a"}\n')
        for _ in range(200):
            file.write(bytes(2**20))
    read = read_jsonlines(str(path), {}, LIMITS)
    assert next(read).content == b"a"
    with pytest.raises(Bomb):
        list(read)


def test_nulls_and_wrong_types_of_a_parquet_file(tmp_path: Path) -> None:
    found = table(tmp_path, {"text": ["a", None, "", "d", "e"], "date": [1, None, 3, 1715076000, 5], "url": [None] * 5})
    assert faults(found) == [(2, "empty"), (3, "empty")]
    assert [one.content for one in found] == [b"a", None, None, b"d", b"e"]
    assert found[3].told == Told(published="2024-05-07T10:00:00Z")
    assert faults(table(tmp_path, {"text": [1, 2]})) == [(1, "type"), (2, "type")]
    assert faults(table(tmp_path, {"text": [["a"], []]})) == [(1, "type"), (2, "type")]
    assert table(tmp_path, {"text": [b"caf\xe9"]})[0].content == b"caf\xe9"


def test_a_parquet_file_without_text_says_what_it_has(tmp_path: Path) -> None:
    (found,) = table(tmp_path, {"q": ["a"], "z": [1]})
    assert found.fault
    assert "it has q, z. Say which: --columns text=NAME" in found.fault[1]
    (found,) = table(tmp_path, {"text": ["a"]}, text="body")
    assert found.fault
    assert "it has no column body; it has text" in found.fault[1]


def test_a_large_value_that_is_repeated_is_unpacked_once(tmp_path: Path) -> None:
    found = table(tmp_path, {"text": ["x" * 2**21] * 4 + ["b"]})
    assert (faults(found), found[4].content) == ([(number, "size") for number in range(1, 5)], b"b")


def test_a_row_group_that_is_damaged_costs_no_other(tmp_path: Path) -> None:
    path = tmp_path / "news.parquet"
    rows = [REPORT.format(name) for name in "abcdef"]
    pq.write_table(pa.table({"text": rows}), path, row_group_size=2, compression="gzip", use_dictionary=False)
    group = pq.read_metadata(path).row_group(1).column(0)
    content = bytearray(path.read_bytes())
    end = group.data_page_offset + group.total_compressed_size
    content[end - 60 : end - 40] = b"\xff" * 20
    path.write_bytes(content)
    found = list(read_parquet(str(path), {}, LIMITS))
    assert [one.number for one in found if one.content] == [1, 2, 5, 6]
    assert faults(found) == [(3, "damaged")]


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_are_too_odd(tmp_path_factory: pytest.TempPathFactory, odd: bytes) -> None:
    path = tmp_path_factory.mktemp("odd") / "odd"
    for content in (odd, b'{"text": ' + odd, b"PAR1" + odd + b"PAR1", b"\x1f\x8b\x08" + odd, b"\x28\xb5\x2f\xfd" + odd):
        path.write_bytes(content)
        list(read_parquet(str(path), {}, LIMITS))
        try:
            list(read_jsonlines(str(path), {}, LIMITS))
        except (Damaged, Bomb):
            assert content != odd or odd[:1] in (b"\x1f", b"\x28")


def test_a_pile_of_copies_is_no_bomb(tmp_path: Path) -> None:
    path = tmp_path / "copies.jsonl.gz"
    line = b'{"text": "' + b"x" * 2**19 + b'"}\n'
    with gzip.open(path, "wb") as file:
        for _ in range(160):
            file.write(line)
    assert sum(one.content is not None for one in read_jsonlines(str(path), {}, LIMITS)) == 160
