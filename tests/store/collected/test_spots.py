"""A record that says where it stands is read there again, whatever happened to its neighbours; odd bytes are told."""

import json
from collections.abc import Iterable
from dataclasses import astuple
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.collected.samples import REPORT, packed, response
from woozle.model.ids import bytes_id
from woozle.model.values import Spot
from woozle.store.collected.jsonlines import read_jsonlines
from woozle.store.collected.records import Limits, Record
from woozle.store.collected.spots import Gone, read_left, whereabouts
from woozle.store.collected.streams import Bomb, Damaged
from woozle.store.collected.warc import read_warc

LIMITS = Limits(2**20)


def collected(path: Path, form: str) -> Iterable[Record]:
    found = read_warc(str(path), LIMITS) if form == "warc" else read_jsonlines(str(path), {}, LIMITS)
    try:
        yield from found
    except (Bomb, Damaged):
        return


def line(name: str) -> bytes:
    return json.dumps({"text": REPORT.format(name)}).encode() + b"\n"


WHOLE = {
    "warc": (b"".join(map(response, "abcd")), packed(*map(response, "abcd"))),
    "jsonl": (b"".join(map(line, "abcd")),),
}


@pytest.mark.parametrize("form", WHOLE)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_what_stands_beside_damage_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, form: str, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("damage")
    path = folder / f"a.{form}"
    whole = data.draw(st.sampled_from(WHOLE[form]))
    at = data.draw(st.integers(0, len(whole)))
    path.write_bytes(whole[:at] + data.draw(st.binary(max_size=8)) + whole[data.draw(st.integers(at, len(whole))) :])
    for record in collected(path, form):
        if record.content is not None and record.at is not None:
            where = whereabouts(str(path), folder)
            assert where is not None
            spot = Spot(*where, form, *astuple(record.at))
            assert read_left(bytes_id(record.content), [spot], folder) == record.content


@settings(max_examples=60, deadline=None)
@given(odd=st.binary(max_size=300), at=st.integers(0, 400))
def test_no_bytes_are_too_odd(tmp_path_factory: pytest.TempPathFactory, odd: bytes, at: int) -> None:
    folder = tmp_path_factory.mktemp("odd")
    path = folder / "odd"
    for head in (b"", b"WARC/1.0\r\n", b"\x1f\x8b\x08", b'{"text": "', b"PAR1", b"\x28\xb5\x2f\xfd"):
        path.write_bytes(head + odd + head)
        for form in ("warc", "jsonl", "parquet"):
            spot = Spot(str(path), "odd", form, at, 1000, "text")
            with pytest.raises(Gone):
                read_left("sha256:" + "0" * 64, [spot], folder)


def test_the_first_place_that_has_the_bytes_is_taken(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.jsonl").write_bytes(line(name))
    wanted = REPORT.format("two").encode()
    spots = [
        Spot(str(tmp_path / f"{name}.jsonl"), f"{name}.jsonl", "jsonl", 0, 1000, "text")
        for name in ("none", "one", "two")
    ]
    assert read_left(bytes_id(wanted), spots, tmp_path) == wanted
    with pytest.raises(Gone, match=r"one\.jsonl was changed"):
        read_left(bytes_id(wanted), spots[:2], tmp_path)
    with pytest.raises(Gone, match="nobody knows"):
        read_left(bytes_id(wanted), [], tmp_path)


def test_a_path_that_cannot_be_written_down_is_no_place(tmp_path: Path) -> None:
    assert whereabouts("a\udcff.warc", tmp_path) is None
