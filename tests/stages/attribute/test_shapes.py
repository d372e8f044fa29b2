"""Speech that the page's layout, a count, a far sentence or an interpreter introduces, in invented sentences."""

import pytest

from tests.stages.attribute.test_reading import brief, read, said
from woozle.model.records import Attribution


def sources(rows: list[Attribution]) -> list[tuple[str | None, str, str]]:
    return [(row.source.text if row.source else None, row.act, said(row)) for row in rows]


def test_q_and_a_are_the_persons_of_the_introduction() -> None:
    text = (
        "Ada Finn tends the lock at Orrin. Jan Lund visited her on Monday.\n\n"
        "Q: How deep is it?\nA: Nine metres. It was ten before the dredging.\nQ: Who dredged?\nA: The guild did."
    )
    rows = read(text)
    assert sources(rows) == [
        ("Q", "ask", "How deep is it"),
        ("A", "assert", "Nine metres. It was ten before the dredging"),
        ("Q", "ask", "Who dredged"),
        ("A", "assert", "The guild did"),
    ]
    assert rows[0].source_entity_id == rows[2].source_entity_id
    assert rows[1].source_entity_id == rows[3].source_entity_id
    assert rows[0].source_entity_id != rows[1].source_entity_id


def test_answers_without_a_label_are_the_last_speakers() -> None:
    text = (
        "Ada Finn tends the lock at Orrin.\n\nWhere were you?\n\nFinn: On the gate. It was dark.\n\n"
        "What did you hear?\n\nA bang, and then another.\n\nI ran.\n\nAnd now?\n\nI sleep badly.\n\n"
        "The guild wrote us that the gate was safe."
    )
    rows = [row for row in read(text) if row.source and row.source.text == "Finn"]
    assert [said(row) for row in rows] == [
        "On the gate. It was dark",
        "A bang, and then another … I ran",
        "I sleep badly",
    ]


def test_an_interviewer_named_by_label_asks() -> None:
    text = (
        "River Post: You sold the mill. Why?\n\nAda Finn: The roof. And the mice.\n\n"
        "River Post: Would you buy it back?\n\nAda Finn: Never."
    )
    assert [(row.source.text if row.source else None, row.act) for row in read(text)] == [
        ("River Post", "ask"),
        ("Ada Finn", "assert"),
        ("River Post", "ask"),
        ("Ada Finn", "assert"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Starter: Soup of the day, with bread.\n\nMain: Eel in green sauce.",
        "Is the dam safe? Nobody knows.\n\nThe dam was built by Ada Finn.\n\nWho pays? We all do.",
        "“Ships go home” was painted on the wall of the mill.",
        "A man known as “the Clerk” left the mill with Ada “Sparks” Finn.",
        "Losses rose to four crowns per day in the mill.",
    ],
)
def test_what_looks_like_a_shape_of_speech_and_is_none(text: str) -> None:
    assert read(text) == []


def test_embedded_posts_belong_to_the_account_above_them() -> None:
    text = (
        "What you posted overnight.\n\n@lockrat 01:44\n“two boats, lights off, at the lock”\n\n"
        "@ada_knits · 3 May\n\nsomebody is singing on the quay"
    )
    assert sources(read(text)) == [
        ("@lockrat", "assert", "two boats, lights off, at the lock"),
        ("@ada_knits", "assert", "somebody is singing on the quay"),
    ]


def test_a_block_below_a_colon_and_the_bullets_of_a_statement() -> None:
    assert [
        brief(row) for row in read("On Monday Ada Finn wrote:\n\nThe lock sticks. I oil it every night.\n\nIt rained.")
    ] == [("Ada Finn", "wrote", "The lock sticks. I oil it every night")]
    (row,) = read("The guild said:\n\n• the gate was tested in May;\n• nobody was hurt.\n\nThe lock is old.")
    assert brief(row) == ("The guild", "said", "the gate was tested in May … nobody was hurt")


def test_a_letter_is_by_the_name_below_it() -> None:
    (row,) = read("SIR – Your reporter is wrong about the eel. It sleeps in mud.\n\nAda Finn\nOrrin")
    assert brief(row) == ("Ada Finn", None, "Your reporter is wrong about the eel. It sleeps in mud")


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("By the guild's own count, nine boats sank.", "the guild", "By the guild's own count"),
        ("Nine boats sank, by the guild's reckoning.", "the guild", "by the guild's reckoning"),
        ("In the words of its reeve, nine boats sank.", "its reeve", "In the words of"),
        ("Nine boats sank, per the guild's report.", "the guild's report", "per"),
        ("According to the guild, nine boats sank.", "the guild", "According to"),
    ],
)
def test_counts_and_papers_as_cues(text: str, source: str, cue: str) -> None:
    (row,) = read(text)
    assert (row.source.text if row.source else None, row.cue.text if row.cue else None) == (source, cue)
    assert said(row).casefold() == "nine boats sank"


def test_a_view_in_the_middle_leaves_two_pieces() -> None:
    (row,) = read("Nine boats, in the guild's estimate, are lost.")
    assert brief(row) == ("the guild", "in the guild's estimate", "Nine boats … are lost")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ada Finn on the flood: “It came at night.”", "Ada Finn"),
        ("11:42 – Lock keeper Ada Finn: “It came at night.”", "Lock keeper Ada Finn"),
        ("Ada Finn, 34, nurse: “It came at night.”", "Ada Finn, 34, nurse"),
        ("Ada Finn put down the lamp. “It came at night.”", "Ada Finn"),
        ("“It came at night.” Ada Finn put down the lamp.", "Ada Finn"),
        ("Ada Finn put down the lamp. Rain fell. The door banged. “It came at night.”", "Ada Finn"),
        ("The keeper on duty, Ada Finn, put down the lamp. “It came at night.”", "The keeper on duty, Ada Finn"),
    ],
)
def test_quotations_without_a_verb_of_speech(text: str, source: str) -> None:
    (row,) = read(text)
    assert brief(row) == (source, None, "It came at night")


def test_two_persons_equally_near_leave_the_source_open() -> None:
    (row,) = read("Ada Finn and Jan Lund came down the steps. “It came at night.”")
    assert row.source is None


def test_a_noun_in_front_of_a_colon_is_a_cue() -> None:
    (row,) = read("Ada Finn came up at noon. Her verdict after a day: “The lock is sound.”")
    assert brief(row) == ("Her", "verdict", "The lock is sound")


def test_an_account_runs_until_the_report_speaks_for_itself() -> None:
    text = (
        "Neighbours described the fire. It began in the mill. The wind carried it to the chapel. The street is closed."
    )
    (row,) = read(text)
    assert brief(row) == ("Neighbours", "described", "It began in the mill … The wind carried it to the chapel")
    (row,) = read("The guild's account is brief. A boat came at noon. It rammed the gate. There are two holes in it.")
    assert brief(row) == ("The guild", "account", "A boat came at noon … It rammed the gate")


def test_the_pluperfect_tells_on() -> None:
    (row,) = read("He had locked the mill, Ada Finn said. He had met no one. The lock is old.")
    assert said(row) == "He had locked the mill … He had met no one"


@pytest.mark.parametrize(
    ("text", "interpreter"),
    [
        ("Speaking through an interpreter, Ada Finn said: “They took the boat.”", "an interpreter"),
        ("“They took the boat,” Ada Finn said, and her niece translated.", "her niece"),
        ("“They took the boat,” Ada Finn said as a guard put her words into English.", "a guard"),
    ],
)
def test_an_interpreter_carries_the_words(text: str, interpreter: str) -> None:
    (row,) = read(text)
    assert [(carrier.span.text, carrier.kind) for carrier in row.via] == [(interpreter, "person")]


def test_speech_in_speech_ends_with_its_marks_and_may_be_an_order() -> None:
    outer, inner = read("“My brother shouted ‘jump’, so I jumped,” Ada Finn recalled.")
    assert (said(inner), inner.act, inner.parent_id) == ("jump", "direct", outer.id)


def test_what_a_speaker_said_before_is_a_row_inside() -> None:
    outer, inner = read("“It dripped and I said it was paint,” Ada Finn recalled.")
    assert brief(inner) == ("I", "said", "it was paint")
    assert inner.parent_id == outer.id


def test_a_speech_cut_by_its_cue_goes_on_behind_a_clause() -> None:
    (row,) = read("“The lock,” said Ada Finn, who has kept it since May, “went in a night.”")
    assert said(row) == "The lock,” … “went in a night"


def test_a_picture_with_a_quotation() -> None:
    (row,) = read("“He hated the hat”: the sculptor Ada Finn with her bronze on Tuesday.")
    assert brief(row) == ("the sculptor Ada Finn", None, "He hated the hat")


def test_lines_speak_for_themselves() -> None:
    rows = read("Baths to stay open until spring, says council\n\nChampion jockey: I was paid to lose")
    assert [brief(row) for row in rows] == [
        ("council", "says", "Baths to stay open until spring"),
        ("Champion jockey", None, "I was paid to lose"),
    ]


def test_a_forgotten_opening_mark_still_quotes() -> None:
    (row,) = read("We never got the letter,” said Ada Finn.")
    assert (brief(row), row.mode) == (("Ada Finn", "said", "We never got the letter"), "direct")
