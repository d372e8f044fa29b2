"""Cues between dashes inside the marks, in invented sentences."""

import pytest

from tests.stages.attribute.test_reading import read


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("“It opens – he says – at noon”.", "he", "says"),
        ("Ada Finn nodded. “The weir holds – says the engineer – and will hold.”", "the engineer", "says"),
        ("«We know the valley – they explain from the camp – and stay».", "they", "explain"),
    ],
)
def test_a_cue_between_dashes_cuts_one_speech(text: str, source: str, cue: str) -> None:
    (row,) = read(text)
    assert row.source
    assert row.cue
    assert (row.source.text, row.cue.text, row.mode, len(row.content)) == (source, cue, "direct", 2)


def test_dashes_around_other_words_cut_nothing() -> None:
    (row,) = read("“It opens – whatever the guild may do – at noon,” said Ada Finn.")
    assert len(row.content) == 1


def test_somebody_in_the_speech_is_not_its_speaker() -> None:
    (row,) = read("“It is Nils Orr – he says – who broke the weir.”")
    assert row.source_entity_id is None
