"""Adding collections: a record is a capture, damage a problem, the same again nothing; interrupted, it goes on."""

import gzip
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import woozle
from tests.store.collected.samples import REPORT, packed, page, response
from tests.support.judging import in_this_process
from tests.support.stopping import stop_at
from woozle import adding
from woozle.errors import UsageError
from woozle.model.records import Document
from woozle.model.values import Published, Told
from woozle.run import Event


@pytest.fixture
def case(tmp_path: Path) -> woozle.Case:
    return woozle.Case.create(tmp_path / "c.woozle")


@pytest.fixture
def feed(tmp_path: Path) -> Path:
    path = tmp_path / "feed.jsonl"
    rows = [{"text": REPORT.format(name), "url": f"https://wire.example/{name}"} for name in "abc"]
    path.write_text("\n".join([*map(json.dumps, rows), "{"]) + "\n")
    return path


def inputs(case: woozle.Case) -> dict[str, Told | None]:
    return {name: one.told for one in case._folder.captures.all() for name in one.inputs}


def test_each_record_is_a_capture_that_names_file_and_record(case: woozle.Case, feed: Path) -> None:
    added = case.add(feed)
    assert (added.inputs, added.n_new, added.n_known) == (4, 3, 0)
    assert inputs(case) == {f"{feed}#{n}": Told(url=f"https://wire.example/{name}") for n, name in enumerate("abc", 1)}
    (problem,) = added.problems
    assert (problem.input, problem.kind) == (f"{feed}#4", "damaged")
    assert case.status().n_inputs == 4


def test_the_same_again_adds_nothing(case: woozle.Case, feed: Path) -> None:
    case.add(feed)
    entries = case._folder.journal.entries()
    before = {path: path.read_bytes() for path in case.path.glob("captures/**/*") if path.is_file()}
    again = case.add(feed)
    assert (again.n_new, again.n_known, len(again.problems)) == (0, 3, 1)
    assert {path: path.read_bytes() for path in case.path.glob("captures/**/*") if path.is_file()} == before
    assert list(case._folder.journal.entries()) == list(entries)


def test_columns_that_are_named_later_are_learnt(case: woozle.Case, tmp_path: Path) -> None:
    path = tmp_path / "news.parquet"
    pq.write_table(pa.table({"text": ["Ferry aground at Varn."], "paper": ["Harbour Wire"]}), path)
    case.add(path)
    assert case.add(path, columns={"outlet": "paper"}).n_new == 1
    assert inputs(case) == {f"{path}#1": Told(outlet="Harbour Wire")}
    with pytest.raises(UsageError, match="columns hold"):
        case.add(path, columns={"author": "paper"})


def test_a_file_that_was_mended_is_no_problem_any_more(case: woozle.Case, tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    whole = packed(response("a"), response("b"))
    path.write_bytes(whole[:-40])
    assert [problem.input for problem in case.add(path).problems] == [f"{path}#2"]
    path.write_bytes(whole)
    assert case.add(path).problems == ()
    assert len(case.problems()) == 0
    assert case._folder.captures.read(case._folder.captures.all()[0].id) in (page("a"), page("b"))


def test_folders_and_patterns_find_collections(case: woozle.Case, tmp_path: Path) -> None:
    box = tmp_path / "box"
    box.mkdir()
    (box / "a.txt").write_text(REPORT.format("Varn"))
    (box / "b.ndjson").write_text('{"text": "Ferry aground."}\n')
    (box / "C.WARC").write_bytes(response("c"))
    (box / "d.jsonl.gz").write_bytes(gzip.compress(b'{"text": "Ferry afloat."}\n'))
    (box / "e.csv").write_text("a,b\n")
    added = case.add(box)
    assert (added.n_new, added.left_out) == (4, (str(box / "e.csv"),))
    assert case.add(box / "*.gz").n_known == 1


def test_a_bad_file_is_listed_up_to_a_number(case: woozle.Case, tmp_path: Path) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text("{\n" * 50 + '{"text": "Ferry aground."}\n')
    case.set("add.problems_a_file", 10)
    added = case.add(path)
    assert (added.n_new, len(added.problems)) == (1, 11)
    assert "40 more records" in added.problems[-1].message


def test_a_file_has_no_more_records_than_the_setting_says(case: woozle.Case, feed: Path) -> None:
    case.set("add.records_a_file", 2)
    added = case.add(feed)
    assert (added.n_new, [problem.kind for problem in added.problems]) == (2, ["records"])
    case.set("add.records_a_file", 10)
    assert case.add(feed).n_new == 1
    assert [problem.input for problem in case.problems()] == [f"{feed}#4"]


def test_names_of_columns_that_are_no_text_are_told(case: woozle.Case, tmp_path: Path) -> None:
    path = tmp_path / "odd.jsonl"
    path.write_bytes(
        b'{"caf\xe9": 1}\n{"\\ud800": 1}\n{"text": "Ferry aground.", "url": "\xe9\\udfff", "title": "\\u0000"}\n'
    )
    added = case.add(path)
    assert (added.n_new, [problem.kind for problem in added.problems]) == (1, ["columns", "columns"])
    assert [problem.message.isprintable() for problem in case.problems()] == [True, True]


@pytest.mark.parametrize("n", [1, 2, 3])
def test_interrupted_adding_goes_on(case: woozle.Case, feed: Path, n: int) -> None:
    with pytest.raises(KeyboardInterrupt):
        case.add(feed, progress=stop_at(n))
    noted = [entry for entry in case._folder.journal.entries() if entry["act"] == "add"]
    assert [len(entry["captures"]) for entry in noted] == [n]
    added = case.add(feed)
    assert (added.n_known, added.n_new) == (n, 3 - n)


def test_the_journal_learns_in_pieces(case: woozle.Case, feed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adding, "NOTED", 2)
    case.add(feed)
    noted = [entry for entry in case._folder.journal.entries() if entry["act"] == "add"]
    assert [len(entry["captures"]) for entry in noted] == [2, 1]


def test_progress_is_told_in_hundredths(case: woozle.Case, feed: Path) -> None:
    told: list[Event] = []
    case.add(feed, progress=told.append)
    assert {event.step for event in told} == {"feed.jsonl"}
    assert [event.done for event in told] == sorted(event.done for event in told)
    assert (told[-1].done, told[-1].total) == (100, 100)


def test_what_is_told_stands_in_the_record(case: woozle.Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    in_this_process(monkeypatch)
    path = tmp_path / "news.parquet"
    row = {"text": [REPORT.format("Varn")], "link": ["https://wire.example/a"], "date": ["2024-05-07"]}
    pq.write_table(pa.table({**row, "source": ["Harbour Wire"]}), path)
    crawl = tmp_path / "crawl.warc.gz"
    crawl.write_bytes(packed(response("a"))[:-3])
    case.set("annotate.engine", "en-rules")
    case.add(path, crawl)
    assert case.run(workers=1).unread == ()
    told, page_told = sorted(case.record().rows(Document), key=lambda row: row.input, reverse=True)
    assert (told.input, told.url, told.outlet) == (f"{path}#1", "https://wire.example/a", "Harbour Wire")
    assert told.published == Published("2024-05-07T00:00:00Z", "2024-05-08T00:00:00Z", "metadata")
    assert (page_told.input, page_told.outlet) == (f"{crawl}#1", "wire.example")
    assert case.verify().faults == ()
    case.add(path, columns={"outlet": "link"})
    assert not case.status().is_current
    case.run(workers=1)
    assert {row.outlet for row in case.record().rows(Document)} == {"wire.example"}
