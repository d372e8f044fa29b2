"""Statements near each other in meaning: brought together whatever their words, the same however the rows lie."""

import base64
import hashlib
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from woozle.engines.local import LocalEngine
from woozle.stages.cluster.nearest import Asked, Couple, Near, Text, directed, meet, meet_by_meaning
from woozle.stages.cluster.statements import Statement
from woozle.stages.cluster.steps import CLUSTER
from woozle.stages.cluster.wordings import Placed
from woozle.toolbox.meaning.encoder import CLAIMS_MANIFEST
from woozle.toolbox.parquet import read_rows


def direction(*features: int) -> str:
    raw = np.array([*features, *[0] * (384 - len(features))], np.int8).tobytes()
    return base64.b64encode(raw).decode("ascii")


def each(*directions: str) -> list[Asked]:
    return [Asked(at, at, one) for at, one in enumerate(directions, 1)]


def near(rows: Sequence[Asked], nearest: int, least: int) -> set[frozenset[int]]:
    return {frozenset((row.left, row.right)) for row in meet(rows, nearest=nearest, least=least) if row.is_near}


def test_each_direction_brings_itself_and_its_nearest() -> None:
    a, b, c, d = direction(127, 0), direction(120, 40), direction(0, 127), direction(-127, 0)
    made = list(meet(each(a, b, c, d), nearest=1, least=300))
    pairs = {frozenset((row.left, row.right)): row.meaning for row in made}
    assert set(pairs) == {*(frozenset([one]) for one in (1, 2, 3, 4)), frozenset((1, 2)), frozenset((2, 3))}
    assert pairs[frozenset((1, 2))] > 900


def test_what_is_asked_for_is_told_however_far_apart() -> None:
    a, b = direction(127, 0), direction(0, 127)
    made = {(row.left, row.right): row for row in meet([*each(a, b), Asked(1, 2, "")], nearest=1, least=300)}
    asked = made[1, 2]
    assert asked.meaning < 300
    assert not asked.is_near


def test_copies_crowd_nobody_out(tmp_path: Path) -> None:
    verbs = LocalEngine(tmp_path, workers=1, megabytes=1000)
    names = [*(f"a{at}" for at in range(5)), "b"]
    said = [statement(name, "the depot burned down overnight") for name in names[:5]]
    said.append(statement("b", "the depot burned to the ground at night"))
    table = verbs.rows(Statement, said)
    placed = verbs.rows(Placed, [Placed(name, name, name, at, at, True) for at, name in enumerate(names)])
    copied = verbs.rows(Couple, [Couple(1, 2, 700, "verbatim", None)])
    made = read_rows(Couple, meet_by_meaning(verbs, table, placed, copied, Near(1, 300)).paths)
    assert {(row.left_number, row.right_number) for row in made} == {
        (1, 2),
        *((0, at) for at in range(1, 5)),
        *((at, 5) for at in range(5)),
    }
    assert [(row.overlap, row.passage) for row in made if row.overlap] == [(700, "verbatim")]
    assert all(row.meaning is not None and row.meaning > 600 for row in made)


def statement(name: str, text: str) -> Statement:
    nothing: tuple[str, ...] = ()
    flags = (False, False, False)
    return Statement(name, name, name, 0, 9, None, (name,), nothing, nothing, nothing, *flags, nothing, None, text)


def test_nothing_comes_of_nothing() -> None:
    assert list(meet([], nearest=3, least=0)) == []
    assert [row.is_near for row in meet(each(direction(127)), nearest=3, least=0)] == [True]


@given(st.permutations(list(range(9))), st.integers(1, 4))
def test_the_order_of_rows_does_not_matter(order: list[int], nearest: int) -> None:
    rows = each(*(direction((37 * at) % 101, (53 * at) % 89, 40) for at in range(9)))
    assert near([rows[at] for at in order], nearest, 0) == near(rows, nearest, 0)


def test_other_words_for_one_thing_are_nearer_than_another_thing_in_like_words() -> None:
    texts = (
        "the depot burned down overnight",
        "nothing is left of the fuel store but ash since last night",
        "the depot reopened on Friday",
    )
    found = {row.text: base64.b64decode(row.direction) for row in directed([Text(text) for text in texts])}
    one, other, third = (np.frombuffer(found[text], np.int8).astype(int) for text in texts)
    assert one @ other > one @ third


def test_another_model_makes_another_version() -> None:
    manifest = (files("woozle") / "models" / "en" / CLAIMS_MANIFEST).read_bytes()
    assert (CLUSTER.version, hashlib.sha256(manifest).hexdigest()[:12]) == (30, "1c82f8206e29")
