"""Every step on both engines: over a story that people judged, and over a grown pile, the rows are the same."""

import shutil
from pathlib import Path
from typing import Any

import pytest

import woozle
from benchmarks.grow import grow
from benchmarks.growing.reports import read_story
from tests.support import judging as j
from tests.support.spark import Lent, lend, marks
from woozle.model.records import Claim, Derivation, Origin
from woozle.pipeline import STEPS
from woozle.plan import writes_of
from woozle.step import SetStep

pytestmark = [*marks, pytest.mark.slow]
STORIES = Path(__file__).parents[1] / "stories"
#: Reports of the grown pile, in two worlds of two stories.
GROWN = 80


def judged(case: woozle.Case) -> None:
    """Decide one thing of each kind, and one that is taken back."""
    claims, copies = list(j.rows(case, Claim)), list(j.rows(case, Derivation))
    names = next(rows for kind, rows in j.subjects(case) if kind == "entity")
    case.judge("entity", "same", names[0].id, names[1].id, by=j.MIRA, is_applied=False)
    case.judge("claim", "same", claims[0].id, claims[1].id, by=j.MIRA, is_applied=False)
    case.judge("copy", "reject", copies[0].id, by=j.MIRA, is_applied=False)
    case.judge("copy", "accept", copies[1].id, by=j.MIRA, is_applied=False)
    case.undo(by=j.MIRA, is_applied=False)
    several: dict[str, list[Any]] = {}
    for row in j.rows(case, Origin):
        several.setdefault(row.claim_id, []).append(row)
    voices = next(rows for rows in several.values() if len(rows) > 1)
    case.judge("origin", "same", *(row.id for row in voices[:2]), by=j.MIRA, is_applied=False)


def made_again(case: woozle.Case, folder: Path, *, keep: frozenset[str] = frozenset()) -> woozle.Case:
    """The case without what a run made, but for some tables."""
    shutil.copytree(case.path, folder)
    for path in [folder / "books", folder / "runs", *(folder / "tables").iterdir()]:
        if path.name not in keep:
            shutil.rmtree(path, ignore_errors=True)
    (folder / "book").unlink(missing_ok=True)
    return woozle.open(folder)


@pytest.fixture(scope="module", params=["border", "grown"])
def both(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, spark_place: Lent
) -> tuple[woozle.Case, woozle.Case]:
    """A case made here, and the same made on Spark: of the story everything, of the pile what sets make."""
    folder, keep = tmp_path_factory.mktemp(request.param), frozenset[str]()
    case = woozle.Case.create(folder / "here.woozle")
    if request.param == "border":
        case.add(STORIES / "border" / "articles")
        case.run(workers=2)
        judged(case)
    else:
        grow(
            [read_story(STORIES / name) for name in ("monitor", "border")], GROWN, folder / "pile", per_world=GROWN // 2
        )
        case.set("annotate.engine", "en-rules")
        case.add(folder / "pile" / "articles")
        keep = frozenset(
            {"captures", *(name for step in STEPS if not isinstance(step, SetStep) for name in writes_of(step))}
        )
    case.run(workers=2)
    again = made_again(case, folder / "spark.woozle", keep=keep)
    spark_place.cut_into(3 if keep else 2)
    with pytest.MonkeyPatch.context() as patch:
        lend(patch, spark_place)
        again.run(engine="spark")
    return case, again


def rows_of(case: woozle.Case, table: str) -> dict[str, bytes]:
    """The files of a table by generation and chunk."""
    folder = case.path / "tables" / table
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.glob("*/[!.]*.parquet"))}


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.name)
def test_a_step_writes_the_same_tables(both: tuple[woozle.Case, woozle.Case], step: Any) -> None:
    here, there = both
    for table in writes_of(step):
        assert rows_of(here, table), table
        assert rows_of(here, table) == rows_of(there, table), table


def test_the_export_is_the_same_byte_for_byte(both: tuple[woozle.Case, woozle.Case], tmp_path: Path) -> None:
    here, there = both
    assert j.exported(here, tmp_path / "here") == j.exported(there, tmp_path / "there")
