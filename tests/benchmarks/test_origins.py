"""The benchmark of claims and origins names the verbs of a step by their functions, whatever these are wrapped in."""

from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.origins import Watched
from tests.support.verbs import Row, Sum, doubled, rows, summed
from woozle.engines.local import LocalEngine
from woozle.step import Lasting


def test_a_verb_is_named_by_its_function(tmp_path: Path) -> None:
    engine = LocalEngine(tmp_path, workers=1, megabytes=500)
    watched: Any = Watched(engine)
    table = watched.rows(Row, rows(9))
    watched.map(table, Lasting(partial(doubled)), Row)
    watched.map_groups(table, ("key",), partial(summed), Sum, order=("id",))
    assert set(watched.spent) == {"rows → Row", "map doubled → Row", "map_groups summed → Sum"}
