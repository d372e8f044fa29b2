"""Statements near each other in meaning: brought together whatever their words, the same however the rows lie."""

import base64
import hashlib
from collections.abc import Sequence
from importlib.resources import files

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from woozle.stages.cluster.nearest import Couple, Point, Wording, directed, meet
from woozle.stages.cluster.steps import CLUSTER
from woozle.toolbox.meaning.encoder import CLAIMS_MANIFEST


def point(name: str, direction: Sequence[int]) -> Point:
    raw = np.array([*direction, *[0] * (384 - len(direction))], np.int8).tobytes()
    return Point(name, "", 0, None, base64.b64encode(raw).decode("ascii"), name)


def test_each_statement_brings_its_nearest() -> None:
    rows = [point("a", [127, 0]), point("b", [120, 40]), point("c", [0, 127]), point("d", [-127, 0])]
    made = list(meet(rows, nearest=1, least=300))
    assert [(row.left_id, row.right_id) for row in made] == [("a", "b"), ("b", "c")]
    assert made[0].meaning is not None
    assert made[0].meaning > 900


def test_couples_of_words_and_copies_keep_what_brought_them_and_gain_a_likeness() -> None:
    rows = [point("a", [127, 0]), point("b", [0, 127]), Point("a", "b", 700, "verbatim", None, "")]
    assert list(meet(rows, nearest=1, least=300)) == [Couple("a", "b", 700, "verbatim", 0)]


def test_copies_crowd_nobody_out() -> None:
    copies = [point(f"a{at}", [127, 0]) for at in range(5)]
    made = list(meet([*copies, point("b", [120, 40])], nearest=1, least=300))
    assert {(row.left_id, row.right_id) for row in made} == {
        *((("a0"), f"a{at}") for at in range(1, 5)),
        *((f"a{at}", "b") for at in range(5)),
    }


def test_nothing_comes_of_nothing() -> None:
    assert list(meet([], nearest=3, least=0)) == []
    assert list(meet([point("a", [127])], nearest=3, least=0)) == []


@given(st.permutations(list(range(9))), st.integers(1, 4))
def test_the_order_of_rows_does_not_matter(order: list[int], nearest: int) -> None:
    rows = [point(f"s{at}", [(37 * at) % 101, (53 * at) % 89, 40]) for at in range(9)]
    assert list(meet([rows[at] for at in order], nearest=nearest, least=0)) == list(
        meet(rows, nearest=nearest, least=0)
    )


def test_other_words_for_one_thing_are_nearer_than_another_thing_in_like_words() -> None:
    texts = (
        "the depot burned down overnight",
        "nothing is left of the fuel store but ash since last night",
        "the depot reopened on Friday",
    )
    found = {row.text: base64.b64decode(row.direction) for row in directed([Wording(text) for text in texts])}
    one, other, third = (np.frombuffer(found[text], np.int8).astype(int) for text in texts)
    assert one @ other > one @ third


def test_another_model_makes_another_version() -> None:
    manifest = (files("woozle") / "models" / "en" / CLAIMS_MANIFEST).read_bytes()
    assert (CLUSTER.version, hashlib.sha256(manifest).hexdigest()[:12]) == (10, "7ca8f8c18161")
