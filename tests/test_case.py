"""A whole case: killed at any moment it ends in the same record, in any order and cut it is the same record."""

import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import woozle
from tests.support.judging import exported

ARTICLES = Path(__file__).parents[1] / "src" / "woozle" / "examples" / "border" / "articles"


def make(path: Path, inputs: list[Path]) -> woozle.Case:
    case = woozle.Case.create(path)
    case.add(*inputs)
    return case


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("whole")
    case = make(folder / "c.woozle", [ARTICLES])
    case.run(workers=1)
    return exported(case, folder / "out")


def test_every_span_hash_and_count_holds(tmp_path: Path) -> None:
    case = make(tmp_path / "c.woozle", [ARTICLES])
    case.run()
    found = case.verify()
    assert found.faults == ()
    assert found.n_checked > 500


def test_order_cut_and_workers_do_not_change_a_byte(tmp_path: Path, whole: dict[str, bytes]) -> None:
    files = sorted(ARTICLES.iterdir())
    random.Random(3).shuffle(files)
    case = make(tmp_path / "c.woozle", files[:5])
    case.set("run.reports_a_chunk", 2)
    case.run(workers=2)
    case.add(*files[5:])
    case.run(workers=2)
    made = exported(case, tmp_path / "out")
    # The manifest names the settings, and this case has another cut.
    assert {name: made[name] for name in made if name != "manifest.json"} == {
        name: whole[name] for name in whole if name != "manifest.json"
    }


def test_what_can_be_remade_is_remade(tmp_path: Path, whole: dict[str, bytes]) -> None:
    case = make(tmp_path / "c.woozle", [ARTICLES])
    case.run()
    shutil.rmtree(case.path / "tables")
    shutil.rmtree(case.path / "books")
    assert not case.status().has_record
    case.run()
    assert exported(case, tmp_path / "out") == whole


def test_a_flipped_bit_is_found(tmp_path: Path) -> None:
    case = make(tmp_path / "c.woozle", [ARTICLES])
    case.run()
    victim = next(path for path in sorted(case.path.glob("captures/??/*")) if path.suffix != ".json")
    content = bytearray(victim.read_bytes())
    content[-20] ^= 1
    victim.write_bytes(content)
    found = case.verify()
    assert len({fault.split(":")[0] for fault in found.faults}) == 1
    assert victim.name in found.faults[0]


def test_claims_print_as_a_table(tmp_path: Path) -> None:
    case = make(tmp_path / "c.woozle", [ARTICLES])
    case.run()
    assert "reports" in repr(case.claims())
    assert "<table>" in case.claims()._repr_html_()


RUN = "import sys, woozle; woozle.open(sys.argv[1]).run(workers=2)"


@pytest.mark.slow
def test_killed_twenty_times_at_random_points_the_record_is_the_same(tmp_path: Path, whole: dict[str, bytes]) -> None:
    case = make(tmp_path / "c.woozle", [ARTICLES])
    chance = random.Random(11)
    script = tmp_path / "run.py"
    script.write_text(f"if __name__ == '__main__':\n    {RUN}\n")
    kills = 0
    for at in range(20):
        if at % 5 == 0:
            shutil.rmtree(case.path / "tables", ignore_errors=True)
            shutil.rmtree(case.path / "books", ignore_errors=True)
        process = subprocess.Popen([sys.executable, str(script), str(case.path)], start_new_session=True)
        time.sleep(chance.uniform(0.2, 3.0))
        kills += process.poll() is None
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    assert kills >= 5
    case.run()
    assert exported(case, tmp_path / "out") == whole
    assert case.verify().faults == ()
