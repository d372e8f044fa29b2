"""Words that somebody said, cut into propositions."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from woozle.model.records import Sentence
from woozle.stages.extract.clauses import clauses, pieces_of, trimmed


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in clauses(text, 0, len(text))]


def whole(text: str) -> list[Sentence]:
    return [Sentence("s", "d", 0, len(text), 0, ())]


def test_a_clause_with_its_own_doer_is_a_proposition() -> None:
    assert cut("the wreck lay in deep water and that divers had found the hatch open") == [
        "the wreck lay in deep water",
        "divers had found the hatch open",
    ]
    assert cut("the road was mined; nobody had cleared it") == ["the road was mined", "nobody had cleared it"]


def test_what_happened_when_is_a_proposition_whoever_did_it() -> None:
    assert cut("fourteen people died on Tuesday when artillery shells struck the market") == [
        "fourteen people died on Tuesday",
        "artillery shells struck the market",
    ]
    assert cut("the house was sold when in doubt") == ["the house was sold when in doubt"]


def test_one_doer_may_do_two_things() -> None:
    assert cut("a band of men crossed the ridge at night and attacked the upper post") == [
        "a band of men crossed the ridge at night",
        "attacked the upper post",
    ]


def test_nouns_that_and_joins_stay_together() -> None:
    assert cut("the mayor met teachers and nurses of the valley") == ["the mayor met teachers and nurses of the valley"]
    assert cut("she sold two goats, and three of the hens") == ["she sold two goats, and three of the hens"]


def test_marks_and_the_that_of_a_cue_are_no_part_of_it() -> None:
    text = "that the bridge was gone,"
    assert [text[a:b] for ((a, b),) in pieces_of(text, [(0, len(text))], whole(text))] == ["the bridge was gone"]
    text = "that was a lie, all of it"
    assert [text[a:b] for ((a, b),) in pieces_of(text, [(0, len(text))], whole(text))] == ["that was a lie, all of it"]


def test_a_cue_in_the_middle_makes_two_spans_of_one_proposition() -> None:
    text = "The ferry, she said, left the quay at noon."
    assert pieces_of(text, [(0, 9), (21, 43)], whole(text)) == [((0, 9), (21, 43))]


def test_a_fragment_stays_with_what_stands_before() -> None:
    text = "We had nine of them. Maybe ten."
    sentences = [Sentence("a", "d", 0, 20, 0, ()), Sentence("b", "d", 21, 31, 0, ())]
    assert pieces_of(text, [(0, 31)], sentences) == [((0, 31),)]


@given(st.text(alphabet="ab ,;.\"'“”and that\n", max_size=80))
def test_pieces_lie_inside_what_was_said_and_never_overlap(text: str) -> None:
    spans = [at for piece in pieces_of(text, [(0, len(text))], whole(text)) for at in piece]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    assert all(trimmed(text, start, end)[0] < trimmed(text, start, end)[1] for start, end in spans)
