"""Passages of given texts: the same rows for any number of workers, and one text after another."""

import random

import pytest

import woozle
from woozle import compare
from woozle.errors import UsageError

WORDS = "tide crane ferry hall lamp oar pier quay rope deck hull mast sail cabin winch buoy chart wharf".split()


def pile(number: int = 40) -> list[tuple[str, str]]:
    """Invented texts, of which every third has a paragraph of the one before."""
    rng = random.Random(5)
    texts: list[tuple[str, str]] = []
    for at in range(number):
        own = " ".join(f"{rng.choice(WORDS)}{rng.randrange(400)}" for _ in range(60))
        lent = texts[-1][1][:200] + ". " if at % 3 == 2 else ""
        texts.append((f"t{at:03d}", f"{lent}{own}."))
    return texts


def test_any_number_of_workers_finds_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = woozle.passages(pile())
    assert len(alone) == 13
    monkeypatch.setattr(compare, "AT_ONCE", 5)
    together = woozle.passages(pile(), workers=2)
    assert (list(together), together.candidates) == (list(alone), alone.candidates)


def test_a_text_that_comes_later_is_compared_with_all_others() -> None:
    texts = pile()
    index, found = woozle.Index(texts[:20]), []
    for name, text in texts[20:]:
        found += index.add(name, text)
    wanted = [row for row in woozle.passages(texts) if row.right.document_id >= "t020"]
    assert sorted(found, key=lambda row: row.id) == sorted(wanted, key=lambda row: row.id)
    assert len(index) == 40


def test_the_left_side_of_a_passage_is_the_smaller_id_whatever_came_first() -> None:
    index = woozle.Index([("b", pile()[0][1])])
    (row,) = index.add("a", pile()[0][1])
    assert (row.left.document_id, row.right.document_id) == ("a", "b")
    assert list(index.add("c", "nothing here is like the others")) == []
    assert list(index.add("d", "")) == []


def test_words_of_a_passage_are_those_of_its_texts_whatever_characters_they_hold() -> None:
    odd = "“Näïve 👩\u200d🚒 crews left \ud800 the flooded harbour before noon on Friday,” she said and walked away"
    texts = {"z": f"First of all. {odd}.", "a": f"🏞️ Later on, {odd}. Nobody else saw it."}
    found = woozle.passages(iter(texts.items()))
    assert found[:] == tuple(found)
    assert found[0] == found[-1] == found[:1][0]
    (row,) = found
    assert (row.left.document_id, row.right.document_id) == ("a", "z")
    for side in (row.left, row.right):
        assert side.text == texts[side.document_id][side.start : side.end]
        assert "👩\u200d🚒 crews left \ud800 the flooded" in side.text


def test_what_cannot_be_compared_is_told() -> None:
    with pytest.raises(UsageError, match="'a'"):
        woozle.passages([("a", "x"), ("a", "y")])
    with pytest.raises(UsageError, match="worker"):
        woozle.passages([], workers=0)
    with pytest.raises(UsageError, match="'a'"):
        woozle.Index([("a", "x"), ("a", "y")])
    with pytest.raises(UsageError, match="'a'"):
        woozle.Index([("a", "x")]).add("a", "y")
    assert list(woozle.passages([])) == []
