"""The order in which reports come, and the runs between, change nothing of what is concluded."""

from pathlib import Path

import woozle

ARTICLES = Path(__file__).parent / "border" / "articles"
TABLES = ("claims", "assertions", "origins", "conflicts", "derivations", "drifts", "entities", "attributions")


def _export(case: woozle.Case, to: Path) -> dict[str, bytes]:
    case.export("jsonl", to)
    return {name: (to / f"{name}.jsonl").read_bytes() for name in TABLES}


def test_neither_the_order_of_adding_nor_runs_between_change_the_record(tmp_path: Path) -> None:
    reports = sorted(ARTICLES.iterdir())
    at_once = woozle.Case.create(tmp_path / "at_once.woozle")
    at_once.add(ARTICLES)
    at_once.run()
    bit_by_bit = woozle.Case.create(tmp_path / "bit_by_bit.woozle")
    for number, report in enumerate(reversed(reports)):
        bit_by_bit.add(report)
        if number in (0, len(reports) // 2):
            bit_by_bit.run()
    bit_by_bit.run()
    assert _export(at_once, tmp_path / "a") == _export(bit_by_bit, tmp_path / "b")
