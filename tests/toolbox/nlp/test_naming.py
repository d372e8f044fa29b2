"""Names: what they name, where they begin and end, and what is none."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from woozle.toolbox.nlp import load
from woozle.toolbox.nlp.engine import Name
from woozle.toolbox.nlp.naming import find_names


def names(text: str) -> list[tuple[str, str]]:
    return [(" ".join(text[each.start : each.end].split()), each.kind) for each in load("en-rules").analyse(text).names]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The boats left, President Ilka Vorr said.", ("Ilka Vorr", "person")),
        ("A spokesman, Gen. Tomas Rell, declined.", ("Tomas Rell", "person")),
        ("The painter Oda Brekke lives there.", ("Oda Brekke", "person")),
        ("They asked Ruud van der Meld about it.", ("Ruud van der Meld", "person")),
        ("Police held Yusuf al-Hariq, 41, overnight.", ("Yusuf al-Hariq", "person")),
        ("A letter from the Ministry of Health and Welfare came.", ("Ministry of Health and Welfare", "organisation")),
        ("It was signed by the Ferry and Tug Pilots' Guild.", ("Ferry and Tug Pilots' Guild", "organisation")),
        ("Members of the Marra People's Party met.", ("Marra People's Party", "organisation")),
        ("Men of the 3rd Mountain Brigade crossed.", ("3rd Mountain Brigade", "organisation")),
        ("As the Marra Gazette wrote, it sank.", ("Marra Gazette", "outlet")),
        ("They heard it on Radio Tolven last night.", ("Radio Tolven", "outlet")),
        ("It was first told by the newspaper Nordlys.", ("Nordlys", "outlet")),
        ("The mine lies near Tolven, north of the lake.", ("Tolven", "place")),
        ("They sailed past Cape Orrel at dawn.", ("Cape Orrel", "place")),
        ("Nobody lives in the village of Brant.", ("Brant", "place")),
        ("They crossed the Tolva in small boats.", ("Tolva", "place")),
        ("All aboard the ferry Lady Orla were saved.", ("Lady Orla", "other")),
        ("The Iraqis and the Russians left.", ("Iraqis", "group")),
        ("The mayor of Tolven, Ulla Brandsom, stayed away.", ("Ulla Brandsom", "person")),
        ("The reeve of the Marra Guild, Ulla Brandsom, stayed.", ("Ulla Brandsom", "person")),
    ],
)
def test_kinds(text: str, expected: tuple[str, str]) -> None:
    assert expected in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "On Monday the fog came. In March it left.",
        "I think I know.",
        "Residents said the water rose. Officials denied it.",
        "The minister spoke. President and parliament agreed.",
        "That was NOT what was said.",
        "Russian troops left in the spring.",
        "It was led by a Tolven-based group.",
    ],
)
def test_what_is_no_name(text: str) -> None:
    assert names(text) == []


def test_two_names_are_never_joined_over_a_comma_or_a_blank_line() -> None:
    found = [name for name, _ in names("They met Oda Brekke, Ilka Vorr and others in Tolven.\n\nMarra slept.")]
    assert "Oda Brekke" in found
    assert "Ilka Vorr" in found
    assert "Tolven" in found


def test_a_name_goes_on_over_a_wrapped_line() -> None:
    text = (
        "The inquiry that the parliament set up last year wants to hear from Ilka\n"
        "Vorr about the night on which the dam broke and the valley was flooded."
    )
    assert ("Ilka Vorr", "person") in names(text)


def test_a_word_that_opens_a_sentence_is_a_name_where_the_text_bears_it_out() -> None:
    assert ("Tolven", "place") in names("They fled from Tolven. Tolven burned all night.")
    assert names("Lorries burned all night.") == []


def test_a_surname_takes_the_kind_of_the_full_name() -> None:
    assert names("The painter Oda Brekke left. Later Brekke came back.").count(("Brekke", "person")) == 1


def test_a_headline_in_capitals_holds_names_that_the_body_tells() -> None:
    text = "BREKKE LEAVES TOLVEN AT DAWN\n\nThe painter Oda Brekke left a house in Tolven. Brekke took one bag."
    assert ("BREKKE", "person") in names(text)
    assert ("TOLVEN", "place") in names(text)


def test_a_dateline_names_a_place() -> None:
    assert ("TOLVEN", "place") in names("TOLVEN, 3 March (Wire) - The dam broke on Monday.")


def test_names_in_other_scripts_are_kept() -> None:
    assert "Іван Франко" in [name for name, _ in names("The sign said Іван Франко in large letters.")]


def test_many_names_are_read_in_time() -> None:
    text = " ".join(
        f"They met Oda Tol{chr(97 + at % 26)}{chr(97 + at // 26 % 26)}{chr(97 + at // 676)}ven." for at in range(5000)
    )
    began = time.monotonic()
    assert len(names(text)) >= 5000
    assert time.monotonic() - began < 60


WORD = st.sampled_from(
    "Oda Brekke said in Tolven the Ministry of Health . , “ ” and President U.S. 3rd NSD ( ) Kort's - \n\n".split(" ")
)


@settings(deadline=None)
@given(st.lists(WORD).map(" ".join) | st.text())
def test_names_lie_inside_one_sentence_and_never_overlap(text: str) -> None:
    read = load("en-rules").analyse(text)
    assert all(left.end <= right.start for left, right in zip(read.names, read.names[1:], strict=False))
    for name in read.names:
        assert any(each.start <= name.start < name.end <= each.end for each in read.sentences)


@given(st.text())
def test_reading_twice_gives_the_same(text: str) -> None:
    assert load("en-rules").analyse(text) == load("en-rules").analyse(text)


def test_two_of_a_models_names_in_one_word_are_one_name() -> None:
    text = "Brandsom-as-Vallo then heads to the lock."
    hints = [(Name(0, 8, "person"), 0.9), (Name(12, 17, "person"), 0.9)]
    found = find_names(text, load("en-rules").analyse(text).sentences, hints)
    assert [(each.start, each.end) for each in found] == [(0, 17)]


@given(st.lists(st.integers(0, 60), max_size=8), st.floats(0, 1))
def test_no_name_comes_twice_whatever_a_model_says(bounds: list[int], sure: float) -> None:
    text = "Orle-as-Vallo then heads to Ines-Ulla Brandsom of Tolven-by-Kort."
    cuts = sorted(bounds)
    hints = [(Name(start, end, "person"), sure) for start, end in pairwise(cuts) if start < end]
    found = [(each.start, each.end) for each in find_names(text, load("en-rules").analyse(text).sentences, hints)]
    assert len(found) == len(set(found))
