"""Attributions out of a server's reply, whatever it sends."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.toolbox.nlp.adapters.server import completion
from woozle.toolbox.nlp.adapters.answers import answered, fault, read_json, shown

JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(("choices", "message", "content", "attributions")), inner, max_size=3)
    ),
    max_leaves=8,
)


def test_the_list_is_taken_out_and_not_looked_into() -> None:
    assert answered(completion('{"attributions": [1, {"a": 2}], "more": 3}')) == [1, {"a": 2}]
    assert answered(completion('{"attributions": []}')) == []


def test_marks_of_code_around_the_answer_are_no_part_of_it() -> None:
    assert answered(completion('```json\n{"attributions": [1]}\n```\n')) == [1]


@pytest.mark.parametrize("content", ["", "no", "[1]", "{}", '{"attributions": 1}', '{"attributions": [', None, 5])
def test_an_answer_of_another_form_is_none(content: object) -> None:
    reply = completion(content)
    assert answered(reply) is None
    assert "another form" in fault(reply)


def test_an_answer_that_was_cut_off_is_none_even_if_it_can_be_read() -> None:
    reply = completion('{"attributions": []}', "length")
    assert answered(reply) is None
    assert "cut off" in fault(reply)


def test_deep_nesting_is_a_fault_of_the_answer() -> None:
    with pytest.raises(ValueError, match="deep"):
        read_json("[" * 100_000)
    assert answered(completion("[" * 100_000)) is None


@given(JSON)
def test_any_reply_is_read(reply: object) -> None:
    assert answered(reply) is None or isinstance(answered(reply), list)
    assert fault(reply).isprintable()


@given(st.text(), st.integers(1, 50))
def test_what_is_shown_is_short_and_plain(text: str, most: int) -> None:
    assert len(shown(text, most)) <= most
    assert shown(text, most).isprintable()
    assert len(shown(json.dumps(text), most)) <= most
