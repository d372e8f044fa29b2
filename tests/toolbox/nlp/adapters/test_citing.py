"""Answers held against the text: exact words, whole words, nearest places; all else is refused with its reason."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.toolbox.nlp.adapters.server import saying
from woozle.toolbox.nlp.adapters.citing import Cited, cite
from woozle.toolbox.nlp.rules import RuleEngine

TEXT = "“The weir won’t hold”, Ada Quill said. The mill 🏭 denied it would close. “No,” he said."


def read(text: str, *items: Any) -> Cited:
    return cite(text, (0, len(text)), items, [one.start for one in RuleEngine().analyse(text).sentences])


def words(text: str, found: Cited) -> list[tuple[str, str, list[str]]]:
    return [
        (
            text[slice(*one.sources[0])] if one.sources else "",
            text[slice(*one.cue)] if one.cue else "",
            [text[slice(*part)] for part in one.contents],
        )
        for one in found.sayings
    ]


def test_strings_become_stretches_of_the_text() -> None:
    found = read(TEXT, saying("Ada Quill", "said", "The weir won’t hold"), saying("he", "said", "No"))
    assert words(TEXT, found) == [("Ada Quill", "said", ["The weir won’t hold"]), ("he", "said", ["No"])]
    assert found.refused == ()
    assert found.sayings[0].cue == (33, 37)
    assert found.sayings[1].cue == (TEXT.rindex("said"), TEXT.rindex("said") + 4)


def test_offsets_count_code_points_behind_astral_characters() -> None:
    found = read(TEXT, saying("The mill 🏭", "denied", "it would close", act="deny"))
    assert words(TEXT, found) == [("The mill 🏭", "denied", ["it would close"])]
    assert found.sayings[0].act == "deny"


@pytest.mark.parametrize(
    ("item", "why"),
    [
        (saying("Ada Quill", "said", "The weir won't hold"), "its content “The weir won't hold” does not stand"),
        (saying("Ada Quill", "said", "the weir won’t hold"), "its content “the weir won’t hold” does not stand"),
        (saying("The mayor", "said", "The weir won’t hold"), "its source “The mayor” does not stand"),
        (saying("Ada Quill", "shouted", "The weir won’t hold"), "its cue “shouted” does not stand"),
        (saying("Ada Quill", "said", "The weir won’t ho"), "does not stand"),
        (saying("Ada Quill", "said", "The weir won’t hold", act="lie"), "its act is “lie”, not one of assert, deny"),
        (saying("Ada Quill", "said", "The weir won’t hold", stance=""), "its stance is “”, not one of plain"),
        (saying("Ada Quill", "said"), "its content is no list"),
        (saying("Ada Quill", "said", " "), "a piece of its content is no text"),
        (saying("Ada Quill", "said", "hold", "The weir"), "not beside each other and in that order"),
        (saying("Ada Quill", "won’t", "The weir won’t hold"), "not beside each other"),
        (saying("denied", "denied", "No"), "not beside each other"),
        ({"source": 7, "cue": ["said"], "content": "No"}, "its source is no text; its cue is no text; its content is"),
        ({"content": ["No"], "act": ["assert"]}, 'its act is “["assert"]”, not one of'),
        ("Ada Quill said so", "it is no object: Ada Quill said so"),
        (None, "it is no object: null"),
    ],
)
def test_what_does_not_stand_in_the_text_is_refused(item: Any, why: str) -> None:
    found = read(TEXT, item)
    assert found.sayings == ()
    assert len(found.refused) == 1
    assert why in found.refused[0]


def test_one_wrong_string_refuses_its_attribution_and_no_other() -> None:
    found = read(TEXT, saying("Nobody", "said", "No"), saying("he", "said", "No"))
    assert words(TEXT, found) == [("he", "said", ["No"])]
    assert len(found.refused) == 1


def test_a_reason_names_all_that_is_wrong() -> None:
    (why,) = read(TEXT, saying("The mayor", "cried", "No")).refused
    assert "The mayor" in why
    assert "cried" in why


def test_source_and_cue_may_be_missing_and_act_and_stance_left_open() -> None:
    found = read(TEXT, {"source": "", "cue": None, "content": ["No"]})
    (one,) = found.sayings
    assert (one.sources, one.cue, one.act, one.stance) == ((), None, None, None)


def test_words_are_whole_words() -> None:
    text = "The theft, he said, is theirs."
    assert words(text, read(text, saying("he", "said", "is theirs"))) == [("he", "said", ["is theirs"])]
    assert read(text, saying("he", "said", "is theirs")).sayings[0].sources == ((11, 13),)
    assert read(text, saying("The", "said", "is their")).refused
    assert read("Jose\u0301 said no.", saying("Jose", "said", "no")).refused
    assert read("👩\u200d🚀 said no.", saying("👩", "said", "no")).refused


def test_strings_that_stand_more_than_once_are_taken_where_they_stand_together() -> None:
    text = "The bridge is closed\n\nKort said nothing. Orr wrote: “The bridge is closed”, Orr said. Kort said so too."
    (one,) = read(text, saying("Orr", "said", "The bridge is closed")).sayings
    assert one.contents == ((text.rindex("The bridge"), text.rindex("The bridge") + 20),)
    assert one.cue == (text.index("Orr said") + 4, text.index("Orr said") + 8)
    assert one.sources == ((text.index("Orr said"), text.index("Orr said") + 3),)


def test_an_attribution_given_twice_takes_the_next_place_or_is_the_same_one() -> None:
    text = "“No,” Kort said. “No,” Kort said."
    item = saying("Kort", "said", "No")
    assert [one.contents[0][0] for one in read(text, item, item, item).sayings] == [1, 18]
    assert read(text, item, item, item).refused == ()


def test_two_readings_of_one_attribution_are_one_and_a_refusal() -> None:
    text = "Kort said no."
    found = read(text, saying("Kort", "said", "no"), saying("Kort", "said", "no", act="deny"))
    assert [one.act for one in found.sayings] == ["assert"]
    assert "given before" in found.refused[0]


def test_what_is_near_in_another_sentence_is_not_beside_it() -> None:
    text = "“Yes,” said Orr. “No,” the harbour master of Quill Bay said. Orr left."
    (one,) = read(text, saying("", "said", "No")).sayings
    assert one.cue == (text.rindex("said"), text.rindex("said") + 4)


def test_pieces_of_content_follow_each_other() -> None:
    text = "The barge, officials said, turned back. The barge, they say, sank. It turned back."
    found = read(text, saying("officials", "said", "The barge", "turned back"))
    assert words(text, found) == [("officials", "said", ["The barge", "turned back"])]
    assert found.sayings[0].contents == ((0, 9), (27, 38))


def test_only_the_stretch_that_was_asked_about_counts() -> None:
    text = "Kort said no. Orr said yes."
    found = cite(text, (14, len(text)), [saying("Orr", "said", "yes"), saying("Kort", "said", "no")], [0, 14])
    assert [one.contents for one in found.sayings] == [((23, 26),)]
    assert len(found.refused) == 1


def test_a_text_that_says_one_word_for_ever_is_read_in_time() -> None:
    text = "no " * 1300
    assert len(read(text, *[saying("no", "no", "no", "no")] * 20).sayings) == 20


def test_a_reason_shows_no_characters_that_steer_a_terminal() -> None:
    (why,) = read(TEXT, saying("\x1b[2J\u202e" + "x" * 5000, "said", "No")).refused
    assert why.isprintable()
    assert len(why) < 500


@given(st.text("ab 🏭’.\n", max_size=40), st.lists(st.lists(st.text("ab 🏭’", max_size=4), max_size=4), max_size=4))
def test_each_stretch_is_a_string_of_the_answer_and_each_answer_is_accounted_for(
    text: str, answers: list[list[str]]
) -> None:
    parts = [([*one, "", ""][:2], one[2:]) for one in answers]
    items = [{"source": source, "cue": cue, "content": content} for (source, cue), content in parts]
    found = read(text, *items)
    given_words = {(one["source"].strip(), one["cue"].strip(), *map(str.strip, one["content"])) for one in items}
    for source, cue, contents in words(text, found):
        assert (source, cue, *contents) in given_words
    assert len(found.sayings) + len(found.refused) <= len(items)
    assert all(0 <= start < end <= len(text) for one in found.sayings for start, end in one.contents)
