"""Folding: what of a name carries its identity, and what falls away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from woozle.toolbox.names import acronyms_of, fold_name, is_acronym, name_tokens
from woozle.toolbox.names.likeness import distance, likeness, sound
from woozle.toolbox.names.scripts import is_unvocalised, latin

WORDS = st.text("abcdefg", max_size=8)


@pytest.mark.parametrize(
    ("name", "kind", "folded"),
    [
        ("Dr. Ivan MARREN", "person", "ivan marren"),
        ("O’Neil", "person", "oneil"),
        ("Günther Übel", "person", "gunther ubel"),
        ("Łukasz Żak", "person", "lukasz zak"),
        ("Пётр Йович", "person", "petr iovich"),
        ("The Bank of Orle plc", "organisation", "bank orle"),
        ("U.N. Office", "organisation", "un office"),
        ("Forty Four Squadron", "organisation", "44 squadron"),
        ("General", "person", "general"),
        ("The", "organisation", "the"),
    ],
)
def test_what_falls_away(name: str, kind: str, folded: str) -> None:
    assert fold_name(name, kind) == folded
    assert " ".join(name_tokens(name, kind)) == folded


@given(st.text(max_size=30), st.sampled_from(["person", "organisation"]))
def test_folding_twice_is_folding_once(name: str, kind: str) -> None:
    once = fold_name(name, kind)
    assert fold_name(once, kind) == once


@pytest.mark.parametrize("name", ["WGC", "W.G.C.", "R&D", "MoD", "UNHCR"])
def test_acronyms(name: str) -> None:
    assert is_acronym(name)


@pytest.mark.parametrize("name", ["Marren", "A", "World Grain Council", "w.g.c", "Mo"])
def test_no_acronyms(name: str) -> None:
    assert not is_acronym(name)


def test_acronyms_of_a_name() -> None:
    assert acronyms_of("Ministry of Defence") == {"MOD", "MD"}
    assert "WGC" in acronyms_of("World Grain Council Ltd")
    assert acronyms_of("Marren") == frozenset()


@given(WORDS, WORDS, st.integers(0, 4))
def test_distance_is_symmetric_and_stops_at_its_limit(left: str, right: str, limit: int) -> None:
    found = distance(left, right, limit)
    assert found == distance(right, left, limit) <= limit + 1
    assert (found == 0) == (left == right)
    assert found in (distance(left, right, 20), limit + 1)


@given(WORDS, WORDS)
def test_likeness_is_symmetric(left: str, right: str) -> None:
    assert likeness(left, right) == likeness(right, left)


def test_romanisations_sound_alike_and_numbers_never_do() -> None:
    assert sound("mohammed") == sound("muhammad")
    assert likeness("10", "11") == 0


def test_scripts() -> None:
    assert latin("Тбилиси") == "tbilisi"
    assert latin("Αθήνα") == "athina"
    assert is_unvocalised("محمد")
    assert not is_unvocalised("Marren")
