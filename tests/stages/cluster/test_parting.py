"""Parts of a large pile: no claim reaches across them, so grouping part by part gives what all at once gives."""

import random
from collections.abc import Sequence
from pathlib import Path

import duckdb
import pytest

from woozle.engines.local import LocalEngine
from woozle.stages.cluster import parting
from woozle.stages.cluster.grouping import Bond
from woozle.stages.cluster.pairs import Alone, Link
from woozle.stages.cluster.parting import _GROUPED, _PARTED, Grouped, find_groups, find_parts
from woozle.stages.cluster.wordings import Placed
from woozle.toolbox.parquet import read_rows

NAMES = [f"s{at:02d}" for at in range(60)]


def links(seed: int) -> list[Link]:
    """Statements in a long chain and at random, some of them copies, some that clash."""
    rng, made = random.Random(seed), []
    pairs = {(at, at + 1) for at in range(20)} | {tuple(sorted(rng.sample(range(60), 2))) for _ in range(70)}
    for left, right in sorted(pairs):
        is_copy, clash = rng.random() < 0.2, "figure" if rng.random() < 0.1 else None
        score = 400 if is_copy else rng.randint(-400, 300)
        copy = is_copy and clash is None
        made.append(Link(left, right, score, copy, clash, clash, "", "words", f"{left} {right}"))
    return made


@pytest.mark.parametrize("seed", range(4))
def test_in_parts_or_at_once_the_claims_are_the_same(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    verbs, rows = LocalEngine(tmp_path, workers=1, megabytes=500), links(seed)
    placed = verbs.rows(Placed, [Placed(name, name, name, at, at, True) for at, name in enumerate(NAMES)])
    said = verbs.rows(Alone, [Alone(name, name[:2], f"{at:03d}") for at, name in enumerate(NAMES)])
    table = verbs.rows(Link, random.Random(seed).sample(rows, len(rows)))
    made = {}
    for most in (1000, 0):
        monkeypatch.setattr(parting, "ONE_GO", most)
        found = read_rows(Grouped, find_groups(verbs, table, said, placed, -50).paths)
        made[most] = sorted(found, key=lambda row: row.id)
    assert made[0] == made[1000]
    assert [row.id for row in made[0]] == NAMES
    for row in made[0]:
        assert (row.score, row.because, row.words) == best_inside(row, made[0], rows)


def best_inside(row: Grouped, made: Sequence[Grouped], rows: Sequence[Link]) -> tuple[int | None, str, str]:
    """The best link of a statement with another of its claim."""
    home = {NAMES.index(each.id): each.first_id for each in made}
    own = [link for link in rows if NAMES.index(row.id) in (link.one, link.other)]
    inside = [link for link in own if link.clash is None and home[link.one] == home[link.other]]
    best = min(inside, key=lambda link: (-link.score, link.one, link.other), default=None)
    return (best.score, best.because, best.words) if best else (None, "alone", "")


def test_a_part_is_all_that_hangs_together(tmp_path: Path) -> None:
    verbs = LocalEngine(tmp_path, workers=1, megabytes=500)
    names = NAMES[:12]
    placed = verbs.rows(Placed, [Placed(name, name, name, at, at, True) for at, name in enumerate(names)])
    scores = [(8, 7, 0), (7, 6, 0), (6, 2, -50), (2, 11, 200), (3, 4, -51), (5, 10, 90), (10, 9, 90)]
    table = verbs.rows(
        Bond, [Bond(*sorted((one, other)), score, False, False, 0, 0, 0) for one, other, score in scores]
    )
    parts: dict[int, set[int]] = {}
    for row in read_rows(parting.Label, find_parts(verbs, table, placed, -50).paths):
        parts.setdefault(row.label, set()).add(row.number)
    assert parts == {0: {0}, 1: {1}, 2: {2, 6, 7, 8, 11}, 3: {3}, 4: {4}, 5: {5, 9, 10}}


GIANT = 20_000


@pytest.mark.parametrize("query", [_PARTED, _GROUPED], ids=["parted", "grouped"])
def test_a_claim_of_very_many_statements_is_not_joined_with_itself(query: str) -> None:
    """Each statement beside each other would be 400 million rows, for which there is no room here."""
    database = duckdb.connect(":memory:", config={"threads": 2, "memory_limit": "600MB", "temp_directory": ""})
    database.execute(f"CREATE TABLE placed AS SELECT i AS number, 'b2:' || md5(i::text) AS id FROM range({GIANT}) t(i)")
    database.execute("CREATE TABLE homed AS SELECT number, 0 AS claim FROM placed")
    database.execute("CREATE TABLE labels AS SELECT number, 0 AS label FROM placed")
    database.execute(
        f"""CREATE TABLE bonds AS SELECT i % {GIANT} AS one, i * 7 % {GIANT} AS other, i % 900 AS score,
        false AS is_copy, false AS is_clash, 0 AS place, 0 AS text FROM range({GIANT * 30}) t(i)"""
    )
    database.execute(
        """CREATE TABLE links AS SELECT one, other, score, NULL AS clash, 'figure' AS because, 'words' AS words
        FROM bonds WHERE one <> other"""
    )
    (found,) = database.execute(f"SELECT count(*) FROM ({query})").fetchone() or ()
    assert found == (GIANT if query is _GROUPED else GIANT * 30)
