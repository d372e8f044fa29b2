"""Atoms: exact offsets, nothing lost, hyphens and clitics apart, and what stands before and around."""

from hypothesis import given
from hypothesis import strategies as st

from woozle.toolbox.nlp.atoms import (
    AT_MARK,
    CAPITALS,
    FIGURE,
    INSIDE,
    JOINED,
    LETTER,
    MARK,
    MIXED,
    OUTSIDE,
    PARTED,
    SMALL,
    SPACED,
    TITLE,
    WITH_FIGURES,
    find_atoms,
)


def _words(text: str) -> list[str]:
    atoms = find_atoms(text)
    return [text[start:end] for start, end in zip(atoms.starts, atoms.ends, strict=True)]


def test_hyphens_clitics_and_spoken_forms_are_apart() -> None:
    assert _words("It's a 15-year-old's, she's gonna") == [
        *("It", "'s", "a", "15", "-", "year", "-", "old", "'s", ",", "she", "'s", "gon", "na"),
    ]


def test_addresses_stay_whole() -> None:
    assert _words("see https://a-b.example/x-y or a-b@c-d.example") == [
        "see",
        "https://a-b.example/x-y",
        "or",
        "a-b@c-d.example",
    ]


def test_spacing_shapes_and_quotations() -> None:
    atoms = find_atoms("KORT said “no\nway”\n\nA 3rd iPhone, 12")
    assert atoms.spacing == [PARTED, SPACED, SPACED, JOINED, 2, JOINED, PARTED, SPACED, SPACED, JOINED, SPACED]
    assert atoms.shapes == [CAPITALS, SMALL, MARK, SMALL, SMALL, MARK, LETTER, WITH_FIGURES, MIXED, MARK, FIGURE]
    assert atoms.quoted[:7] == [OUTSIDE, OUTSIDE, AT_MARK, INSIDE, INSIDE, AT_MARK, OUTSIDE]
    assert find_atoms("Kort").shapes == [TITLE]


@given(st.text(max_size=60))
def test_every_character_that_is_no_white_space_is_in_one_atom(text: str) -> None:
    atoms = find_atoms(text)
    held = [at for start, end in zip(atoms.starts, atoms.ends, strict=True) for at in range(start, end)]
    assert sorted(set(held)) == held
    assert {at for at, character in enumerate(text) if not character.isspace()} <= set(held)
    assert len({len(column) for column in (atoms.starts, atoms.ends, atoms.spacing, atoms.shapes, atoms.quoted)}) == 1
