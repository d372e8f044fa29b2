"""The date step in a case: the record has the day, and the times of the report are told from it."""

from pathlib import Path

import pytest

import woozle
from woozle.errors import ContractBroken
from woozle.model.records import Document, Time
from woozle.plan import check_order
from woozle.stages.date import STEPS

REPORTS = {
    "a": "ORLE, 9 October 2024 (KNA) - The mill at Orle burned down, the mayor Ada Finn said.",
    "b": "ORLE, 12 October 2024 (KNA) - Two men were held over the fire in the mill, the mayor Ada Finn said.",
    "c": "ORLE, 11 October (KNA) - The mill at Orle burned on Thursday, police said. The owner left yesterday.",
    "d": "ORLE, 2 March (KNA) - The mayor of Orle opened a school on Thursday, the council said on Friday.",
}


def made(folder: Path, names: str, workers: int = 1) -> woozle.Case:
    case = woozle.Case.create(folder / "mill.woozle")
    for name in names:
        (folder / f"{name}.txt").write_text(f"News from Orle\n\n{REPORTS[name]}\n", "utf-8")
        case.add(folder / f"{name}.txt")
    case.run(workers=workers)
    return case


def told(case: woozle.Case) -> tuple[dict[str, str | None], dict[str, str | None]]:
    book = case.record()
    documents = {row.id: row for row in book.rows(Document)}
    days = {
        Path(row.input).stem: f"{row.published.start} {row.published.known}" if row.published else None
        for row in documents.values()
    }
    times = {row.span.text: row.start for row in book.rows(Time) if Path(documents[row.document_id].input).stem == "c"}
    return days, times


def test_the_days_of_others_tell_the_year(tmp_path: Path) -> None:
    days, times = told(made(tmp_path, "abcd"))
    assert days["c"] == "2024-10-11T00:00:00Z inferred"
    assert days["d"] is None
    assert (times["Thursday"], times["yesterday"]) == ("2024-10-10T00:00:00Z", "2024-10-10T00:00:00Z")


def test_alone_it_stays_open(tmp_path: Path) -> None:
    case = made(tmp_path, "c")
    days, times = told(case)
    assert (days["c"], times["yesterday"]) == (None, None)
    (row,) = case.record().rows(Document)
    assert row.published_day == "XXXX-10-11"


def test_cutting_the_work_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    assert told(made(tmp_path / "one", "abcd")) == told(made(tmp_path / "two", "dcba", workers=2))


def test_the_step_names_the_table_it_needs() -> None:
    with pytest.raises(ContractBroken, match="reads documents, which no step before it writes"):
        check_order(STEPS, "captures")
