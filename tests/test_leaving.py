"""Records that are left in their collections: the same record as of copies, and a clear word where they are gone."""

import gzip
import json
import shutil
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import woozle
from tests.store.collected.samples import REPORT, archived, packed, page, response
from tests.support.judging import exported, in_this_process
from tests.support.stopping import stop_at
from woozle import adding
from woozle.answers import Added
from woozle.errors import IntegrityError
from woozle.store.collected import parquet

NAMES = ("Varn", "Lisk", "Odern")


def warc(path: Path) -> Path:
    path.write_bytes(b"".join([archived("request", "http://a.example/", b"GET /"), *map(response, NAMES)]))
    return path


def warc_gz(path: Path) -> Path:
    path.write_bytes(packed(archived("request", "http://a.example/", b"GET /"), *map(response, NAMES)))
    return path


def jsonl(path: Path) -> Path:
    rows = [{"text": REPORT.format(name), "title": f"Ferry of {name}"} for name in NAMES]
    lines = "\n\n".join(json.dumps(row) for row in [*rows, {"html": page("Tarn").decode(), "text": "Ferry."}])
    path.write_text("\ufeff" + lines + "\n", encoding="utf-8")
    return path


def parquet_of(path: Path) -> Path:
    rows = [{"article": {"words": REPORT.format(name)}, "day": "2024-05-07"} for name in NAMES]
    pq.write_table(pa.Table.from_pylist(rows), path, row_group_size=2)
    return path


FORMS = {"a.warc": warc, "a.warc.gz": warc_gz, "a.jsonl": jsonl, "a.parquet": parquet_of}
COLUMNS = {"a.parquet": {"text": "article.words", "published": "day"}}


def case_of(path: Path, collection: Path, *, keep: bool | None) -> tuple[woozle.Case, Added]:
    case = woozle.Case.create(path)
    return case, case.add(collection, columns=COLUMNS.get(collection.name, {}), keep=keep)


def kept(case: woozle.Case) -> list[Path]:
    return sorted(path for path in case.path.glob("captures/[0-9a-f][0-9a-f]/*") if not path.suffix)


def contents(case: woozle.Case) -> dict[str, bytes]:
    captures = case._folder.captures
    return {name: captures.read(one.id) for one in captures.all() for name in one.inputs}


@pytest.fixture(params=FORMS)
def collection(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return FORMS[request.param](tmp_path / request.param)


def test_the_same_record_whether_copied_or_left(
    collection: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_this_process(monkeypatch)
    one, copied = case_of(tmp_path / "kept.woozle", collection, keep=True)
    two, left = case_of(tmp_path / "left.woozle", collection, keep=False)
    assert (left.n_new, left.n_left, copied.n_left) == (copied.n_new, copied.n_new, 0)
    assert (len(kept(one)), kept(two)) == (left.n_new, [])
    assert contents(one) == contents(two)
    assert one._folder.captures.all() == two._folder.captures.all()
    for case in (one, two):
        case.run()
        assert case.verify().faults == ()
    assert exported(one, tmp_path / "one") == exported(two, tmp_path / "two")


def test_archives_are_left_and_tables_copied_unless_told(collection: Path, tmp_path: Path) -> None:
    case, added = case_of(tmp_path / "c.woozle", collection, keep=None)
    assert added.n_left == (added.n_new if ".warc" in collection.name else 0)
    assert len(kept(case)) == added.n_new - added.n_left


def test_the_same_again_adds_nothing(collection: Path, tmp_path: Path) -> None:
    case, first = case_of(tmp_path / "c.woozle", collection, keep=False)
    before = {path: path.read_bytes() for path in case.path.rglob("*") if path.is_file()}
    for keep in (False, True):
        again = woozle.open(case.path).add(collection, columns=COLUMNS.get(collection.name, {}), keep=keep)
        assert (again.n_new, again.n_known) == (0, first.n_new)
        if not keep:
            after = {path: path.read_bytes() for path in case.path.rglob("*") if path.is_file() and path.name != "lock"}
            assert after == {path: content for path, content in before.items() if path.name != "lock"}
    assert len(kept(case)) == first.n_new


def test_what_was_left_is_found_where_both_were_moved(collection: Path, tmp_path: Path) -> None:
    case, _ = case_of(tmp_path / "c.woozle", collection, keep=False)
    before = contents(case)
    (tmp_path / "elsewhere").mkdir()
    for path in (case.path, collection):
        shutil.move(path, tmp_path / "elsewhere" / path.name)
    assert contents(woozle.open(tmp_path / "elsewhere" / "c.woozle")) == before


def test_what_is_gone_ends_a_run_until_it_is_back(
    collection: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_this_process(monkeypatch)
    case, added = case_of(tmp_path / "c.woozle", collection, keep=False)
    content = collection.read_bytes()
    assert (case.status().left_in, case.status().gone) == ((str(collection),), ())
    collection.unlink()
    assert case.status().gone == (str(collection),)
    with pytest.raises(IntegrityError, match=r"was left where it was, and .* is not there any more: put it back"):
        case.run()
    collection.write_bytes(content)
    assert case.run().n_documents == added.n_new
    collection.write_bytes(b"\0" * len(content))
    assert len(case.verify().faults) == added.n_new
    # What was read is not read again, so nothing ends a run that has nothing to read.
    assert case.run().made == ()
    collection.rename(collection.with_name("b" + collection.name[1:])).write_bytes(content)
    moved = case.add(
        collection.with_name("b" + collection.name[1:]), columns=COLUMNS.get(collection.name, {}), keep=False
    )
    assert (moved.n_new, case.verify().faults) == (added.n_new, ())


def test_a_record_that_became_another_stands_for_what_was_there(tmp_path: Path) -> None:
    case, _ = case_of(tmp_path / "c.woozle", jsonl(tmp_path / "a.jsonl"), keep=False)
    path = tmp_path / "a.jsonl"
    path.write_text(path.read_text("utf-8").replace("Lisk", "Marsk"), "utf-8")
    added = case.add(path, keep=False)
    assert (added.n_new, added.n_known) == (1, 3)
    assert sum(b"Marsk" in one for one in contents(case).values()) == 1
    assert len(contents(case)) == 4


@pytest.mark.parametrize("pack", ["a.jsonl.gz", "a.warc.gz", "a.parquet"])
def test_what_cannot_be_found_again_by_itself_is_copied(
    tmp_path: Path, pack: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet, "HELD", 100)
    path = tmp_path / pack
    plain = FORMS[pack.removesuffix(".gz")](tmp_path / "plain").read_bytes()
    path.write_bytes(plain if pack == "a.parquet" else gzip.compress(plain))
    case, added = case_of(tmp_path / "c.woozle", path, keep=False)
    # All of the archive is packed as one: its first record is a request, so no page stands where that begins.
    assert (added.n_left, len(kept(case))) == (0, added.n_new)


def test_bytes_that_are_here_are_not_left_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(page("Lisk"))
    case = woozle.Case.create(tmp_path / "c.woozle")
    case.add(tmp_path / "page.html")
    added = case.add(warc_gz(tmp_path / "a.warc.gz"))
    assert (added.n_new, added.n_left) == (3, 2)
    assert len(contents(case)) == 4


@pytest.mark.parametrize("noted", [1, 2, 1000])
def test_interrupted_leaving_goes_on(tmp_path: Path, noted: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adding, "NOTED", noted)
    case, path = woozle.Case.create(tmp_path / "c.woozle"), warc_gz(tmp_path / "a.warc.gz")
    with pytest.raises(KeyboardInterrupt):
        case.add(path, progress=stop_at(3))
    assert len(contents(case)) == 2
    added = case.add(path)
    assert (added.n_known, added.n_new, added.n_left) == (2, 1, 3)
    assert len(contents(woozle.open(case.path))) == 3
