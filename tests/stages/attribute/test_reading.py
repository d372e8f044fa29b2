"""Who says what, one shape of speech after the other, in sentences invented for the purpose."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from woozle.model.records import Attribution
from woozle.stages.annotate.reading import annotate
from woozle.stages.attribute.reading import Annotations, read_attributions
from woozle.toolbox.nlp.load import load


def read(text: str, outlet: str | None = None) -> list[Attribution]:
    found = annotate(text, "d", load("en-rules"), outlet=outlet)
    rows = read_attributions(
        text, "d", Annotations(found.sentences, found.mentions, found.local_entities, found.sayings), outlet=outlet
    )
    return sorted(rows, key=lambda row: (row.content[0].start if row.content else 0, row.parent_id is not None))


def said(row: Attribution) -> str:
    """A content without the marks and the conjunction at its edges."""
    text = " … ".join(span.text for span in row.content)
    return text.strip("\"“”'‘’ .,").removeprefix("that ")


def brief(row: Attribution) -> tuple[str | None, str | None, str]:
    return (row.source.text if row.source else None, row.cue.text if row.cue else None, said(row))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The weir broke,” said Ada Finn.", ("Ada Finn", "said", "The weir broke")),
        ("The weir broke, Ada Finn said on Monday.", ("Ada Finn", "said", "The weir broke")),
        ("Finn said: “The weir broke.”", ("Finn", "said", "The weir broke")),
        ("Finn: “The weir broke at six.”", ("Finn", None, "The weir broke at six")),
        ("Ada Finn said that the weir broke.", ("Ada Finn", "said", "the weir broke")),
        ("Ada Finn said the weir broke.", ("Ada Finn", "said", "the weir broke")),
        ("Sorry, Finn said.", ("Finn", "said", "Sorry")),
        ("Finn said on Monday in an interview that the weir broke.", ("Finn", "said", "the weir broke")),
        ("Finn said in the mill yard, “The weir broke.”", ("Finn", "said", "The weir broke")),
        ("According to the water board, two mills stopped.", ("the water board", "According to", "two mills stopped")),
        ("Two mills stopped, according to the water board.", ("the water board", "according to", "Two mills stopped")),
        ("In the guild's view, two mills stopped.", ("the guild", "In the guild's view", "two mills stopped")),
        ("Finn told the council that the weir broke.", ("Finn", "told", "the weir broke")),
        (
            "Many of the millers in the valley say the weir broke.",
            ("Many of the millers in the valley", "say", "the weir broke"),
        ),
    ],
)
def test_one_row_for_one_statement(text: str, expected: tuple[str | None, str | None, str]) -> None:
    assert [brief(row) for row in read(text)] == [expected]


def test_mode_says_how_much_is_quoted() -> None:
    modes = [
        row.mode
        for row in read("“It broke,” said Finn. Lund called it “a bad night for the mills”. Orr said it rained.")
    ]
    assert modes == ["direct", "mixed", "indirect"]


def test_speech_split_by_its_cue_is_one_row() -> None:
    (row,) = read("“The weir,” Finn said, “was already gone.”")
    assert [span.text for span in row.content] == ["“The weir,”", "“was already gone.”"]


def test_a_second_sentence_of_the_same_quotation_joins_it() -> None:
    (row,) = read("“The weir broke,” said Ada Finn. “It was old and nobody cared.”")
    assert len(row.content) == 2


def test_an_aside_leaves_two_pieces() -> None:
    (row,) = read("The barge, officials said, turned back at noon.")
    assert brief(row) == ("officials", "said", "The barge … turned back at noon")


def test_speech_over_paragraphs_is_one_row() -> None:
    rows = read("“First the water came over the wall.\n\n“Then the mud,” Finn said. “We ran for it,” he added.")
    assert [len(row.content) for row in rows] == [2, 1]


def test_a_forgotten_mark_loses_neither_speech_nor_document() -> None:
    rows = read("“The weir broke at six, she said. The ‘flood wall’ didn't hold, Finn said.")
    assert [row.source.text for row in rows if row.source] == ["she", "Finn"]


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “guardians” boarded the barge “Aurelia” with a man known as “Stumpy”.",
        "The book “A Year on the River” is sold out.",
        "The United States sent two barges.",
        "A former signals officer rowed across.",
        "If Finn says so, the case is closed.",
        "The only distress call came at noon.",
    ],
)
def test_no_row_where_nobody_speaks(text: str) -> None:
    assert read(text) == []


def test_one_source_with_several_cues() -> None:
    rows = read("The guild denied the theft, blamed thieves for it and said an inquiry had begun.")
    assert [(row.source.text, row.act, said(row)) for row in rows if row.source] == [
        ("The guild", "deny", "the theft"),
        ("The guild", "assert", "thieves for it"),
        ("The guild", "assert", "an inquiry had begun"),
    ]


def test_the_clause_of_a_relative_ends_with_it() -> None:
    rows = read("The board, which had earlier said twelve mills stopped, revised its count to nine mills.")
    assert said(rows[0]) == "twelve mills stopped"


def test_a_relative_clause_holds_what_is_said_of_its_noun() -> None:
    (row,) = read("The valley has a crater that residents say was left by a falling crane.")
    assert row.source is not None
    assert row.source.text == "residents"
    assert row.content[-1].text == "was left by a falling crane"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ada Finn, who replaced Orr in May after a row over pay, said the weir had held.", "Ada Finn"),
        ("Ada Finn, 54, of the mill, said the weir had held.", "Ada Finn"),
        ("The weir had held, said Ada Finn, the engineer of the valley.", "Ada Finn"),
        ("Ada Finn (left), said: “The weir has held.”", "Ada Finn"),
    ],
)
def test_a_source_with_an_aside(text: str, source: str) -> None:
    (row,) = read(text)
    assert row.source is not None
    assert row.source.text.startswith(source)


@pytest.mark.parametrize(
    ("text", "act", "stance"),
    [
        ("Finn denied that the weir broke.", "deny", "plain"),
        ("Finn urged millers to stay home.", "direct", "plain"),
        ("Finn asked whether the weir would hold.", "ask", "plain"),
        ("Finn promised to sue the board.", "intend", "plain"),
        ("Finn declined to comment.", "decline", "plain"),
        ("The guild did not respond to a request.", "decline", "plain"),
        ("The guild neither confirmed nor denied the theft.", "decline", "plain"),
        ("Finn never said the weir was open.", "decline", "plain"),
        ("Finn thinks the weir was forced.", "believe", "plain"),
        ("Finn claims the weir was shut.", "assert", "reported"),
        ("The millers reportedly fled.", "assert", "reported"),
        ("The miller is said to have slept.", "assert", "reported"),
        ("It is believed that the crew left early.", "believe", "reported"),
        ("Rumours spread that the reeve had fled.", "assert", "rumoured"),
        ("Finn claimed, without evidence, that the weir was shut.", "assert", "doubted"),
        ("Finn will say on Friday that the weir is safe.", "intend", "plain"),
        ("A reporter for this paper saw three barges leave the dock.", "assert", "plain"),
    ],
)
def test_act_and_stance(text: str, act: str, stance: str) -> None:
    (row,) = read(text)
    assert (row.act, row.stance) == (act, stance)


def test_nobody_is_filled_in_where_nobody_is_named() -> None:
    rows = read(
        "The millers reportedly fled. It is believed that the crew left. Rumours spread that the reeve had fled."
    )
    assert [row.source for row in rows] == [None, None, None]


def test_a_disclaimer_reaches_back() -> None:
    rows = read(
        "The guild said it held both bridges. It also said no one was hurt. Reuters could not verify the claims."
    )
    assert [row.stance for row in rows] == ["unverified", "unverified"]


def test_a_picture_that_nobody_checked() -> None:
    (row,) = read("Footage shared by the channel River Live appears to show smoke over the mill.")
    assert row.source is not None
    assert (row.source.text, row.stance, [carrier.kind for carrier in row.via]) == ("Footage", "unverified", ["outlet"])


def test_headlines_and_labels() -> None:
    rows = read("Flood stops two mills: officials\n\n'We were left alone': survivors\n\nFINN: The weir was shut.")
    assert [brief(row) for row in rows] == [
        ("officials", None, "Flood stops two mills"),
        ("survivors", None, "We were left alone"),
        ("FINN", None, "The weir was shut"),
    ]


def test_each_level_of_a_chain_is_a_row() -> None:
    rows = {
        row.source.text: row
        for row in read(
            "The Valley Courier reported on Tuesday that the deputy Jan Orr, citing a Telegram post by a guild "
            "officer, said the mill had been hit."
        )
        if row.source
    }
    outer, middle, inner = rows["The Valley Courier"], rows["the deputy Jan Orr"], rows["a guild officer"]
    assert (outer.parent_id, middle.parent_id, inner.parent_id) == (None, outer.id, middle.id)
    assert said(middle) == said(inner) == "the mill had been hit"
    assert [carrier.span.text for carrier in inner.via] == [
        "The Valley Courier",
        "the deputy Jan Orr",
        "a Telegram post",
    ]


def test_somebody_quoted_by_another() -> None:
    rows = read("Valley Radio quoted the reeve as saying that the mill was safe.")
    assert [row.source.text for row in rows if row.source] == ["Valley Radio", "the reeve"]
    assert rows[1].parent_id == rows[0].id


def test_speech_in_speech() -> None:
    outer, inner = read("“My brother said ‘leave the house’,” Mira recalled.")
    assert inner.parent_id == outer.id
    assert (inner.source.text if inner.source else None, said(inner)) == ("My brother", "leave the house")


def test_a_noun_as_cue_with_its_doubt() -> None:
    (row,) = read("The millers' claim that the weir had fallen was false.")
    assert (brief(row), row.stance) == (("The millers", "claim", "the weir had fallen"), "doubted")


def test_a_post_carries_what_was_written_in_it() -> None:
    (row,) = read("Orr wrote on Telegram that the road was open.")
    assert [(carrier.kind, carrier.span.text) for carrier in row.via] == [("post", "Telegram")]


def test_who_was_told_is_a_carrier_in_anothers_text_only() -> None:
    text = "Jan Orr told the BBC that the road was open."
    assert [carrier.span.text for row in read(text) for carrier in row.via] == ["BBC"]
    assert [row.via for row in read(text, outlet="BBC")] == [()]


PIECES = st.lists(
    st.sampled_from(
        "Ada Finn said |that |the weir broke|, |. |“It broke,” |said Orr|“|”|‘|’|\n\n|citing a post by Orr|reportedly |"
        "he added |was told to |who |(|)|; |: |and |claim |neither |denied |according to |as saying |quoted |"
        "appears to show |- |Q: |not |their ".split("|")
    ),
    max_size=14,
)


@settings(deadline=None, max_examples=150)
@given(PIECES)
def test_any_text_gives_sound_rows(pieces: list[str]) -> None:
    text = "".join(pieces)
    rows = read(text)
    ids = {row.id: row for row in rows}
    assert len(ids) == len(rows)
    for row in rows:
        spans = [*row.content, *(span for span in (row.cue, row.source) if span), *(each.span for each in row.via)]
        assert all(span.text == text[span.start : span.end] and span.text for span in spans)
        seen = set()
        while row.parent_id:
            assert row.id not in seen
            seen.add(row.id)
            row = ids[row.parent_id]  # noqa: PLW2901 - up the chain


@given(PIECES)
@settings(deadline=None, max_examples=30)
def test_the_same_text_gives_the_same_rows(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert read(text) == read(text)


def test_a_long_chain_is_no_recursion() -> None:
    assert read("Finn said that Orr said that " * 1500 + "it rained.")
