"""The plan: generations move when, and only when, something before them moved; a wrong order is refused whole."""

import pytest

from tests.support.steps import LOUD, STEPS, TALLY, WORDS, Nothing, WordSettings
from woozle.errors import ContractBroken
from woozle.model.records import Capture
from woozle.plan import check_order, pile_digest, plan

SETTINGS = {"words": WordSettings(), "loud": Nothing(), "tally": Nothing()}
SOURCE = ("captures", "source")


def generations(pile: str = "p", **changed: object) -> list[str]:
    return [one.generation for one in plan(STEPS, SETTINGS | changed, source=SOURCE, pile=pile)]


def test_a_setting_moves_what_follows() -> None:
    before, after = generations(), generations(words=WordSettings(is_lower=True))
    assert all(a != b for a, b in zip(before, after, strict=True))
    assert generations() == before


def test_the_pile_moves_set_steps_only() -> None:
    before, after = generations(pile="p"), generations(pile="q")
    assert before[:2] == after[:2]
    assert before[2] != after[2]


def test_the_pile_is_the_same_in_any_order_and_other_with_another_input() -> None:
    one, two = Capture("sha256:a", 1, ("a",)), Capture("sha256:b", 1, ("b",))
    assert pile_digest([one, two]) == pile_digest([two, one])
    assert pile_digest([one, two]) != pile_digest([one, Capture("sha256:b", 1, ("b", "c"))])


def test_a_wrong_order_is_refused_with_every_fault() -> None:
    with pytest.raises(ContractBroken, match="loud reads words") as caught:
        check_order((LOUD, TALLY, WORDS, WORDS), "captures")
    assert "writes words, which exists already" in str(caught.value)
