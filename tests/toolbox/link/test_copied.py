"""Which passages tie statements of two documents together."""

from woozle.model.records import Passage
from woozle.model.values import Reason, Side
from woozle.toolbox.link.copied import stretches


def _passage(kind: str, feature: str) -> Passage:
    sides = Side("a", 0, 9, "seven die"), Side("b", 4, 13, "seven die")
    return Passage(kind + feature, *sides, kind, 1.0, (Reason(feature, "because", 1.0),))


def test_passages_are_made_flat_and_furniture_is_left_out() -> None:
    found = list(stretches([_passage("verbatim", "same_words"), _passage("boilerplate", "stock")]))
    assert [(row.kind, row.left_start, row.right_end) for row in found] == [("verbatim", 0, 13)]


def test_of_passages_in_other_words_only_single_sentences_place_a_statement() -> None:
    found = list(stretches([_passage("paraphrase", "like_words"), _passage("paraphrase", "same_terms")]))
    assert [row.id for row in found] == ["paraphrasesame_terms"]
