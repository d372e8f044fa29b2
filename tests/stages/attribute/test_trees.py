"""What trees and tags add to the rules: whole subjects, cues that no rule sees, orders, and words that are no verbs."""

import pytest

from woozle import Reader
from woozle.model.records import Attribution, Sentence
from woozle.model.values import Token
from woozle.stages.attribute.draft import Draft
from woozle.stages.attribute.trees import tree_of, with_trees
from woozle.stages.attribute.view import make_view


@pytest.fixture(scope="module")
def reader() -> Reader:
    """A reader with the trained engine, which gives tags and trees."""
    return Reader()


def _read(reader: Reader, text: str) -> list[Attribution]:
    return list(reader.read(text).attributions)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Six minutes later the harbour board wrote that the lock was shut.", "the harbour board"),
        ("09:22 A third says the guards have run.", "A third"),
        ("The trust that runs Orne Caves says the path is closed.", "The trust that runs Orne Caves"),
        ("Its chief engineer, Ada Finn, insisted that the weir was sound.", "Its chief engineer, Ada Finn"),
    ],
)
def test_a_tree_tells_the_whole_subject(reader: Reader, text: str, source: str) -> None:
    assert [row.source.text for row in _read(reader, text) if row.source] == [source]


def test_a_noun_that_looks_like_a_verb_is_no_cue(reader: Reader) -> None:
    text = "A plaque with his name was fixed to the door. The jurors, who came on Friday, took notes."
    assert _read(reader, text) == []


def test_a_bare_verb_that_opens_a_quotation_is_an_order(reader: Reader) -> None:
    assert [row.act for row in _read(reader, "“Sell the cow,” said Ada Finn. “The gates matter,” said Nils Orr.")] == [
        "direct",
        "assert",
    ]


def _sentence(text: str, *tokens: tuple[str, str, int | None, str, str]) -> Sentence:
    """A sentence of words with tag, head, relation and features."""
    found, at = [], 0
    for word, pos, head, relation, feats in tokens:
        at = text.index(word, at)
        found.append(Token(at, at + len(word), pos, word, head, relation, feats))
        at += len(word)
    return Sentence("s", "d", 0, len(text), 0, tuple(found))


TEXT = "Late on Monday the board argued the weir was sound."
FINITE = "VerbForm=Fin"
PARSED = _sentence(
    TEXT,
    ("Late", "ADV", 5, "advmod", "_"),
    ("on", "ADP", 2, "case", "_"),
    ("Monday", "PROPN", 5, "obl", "_"),
    ("the", "DET", 4, "det", "_"),
    ("board", "NOUN", 5, "nsubj", "_"),
    ("argued", "VERB", None, "root", FINITE),
    ("the", "DET", 7, "det", "_"),
    ("weir", "NOUN", 9, "nsubj", "_"),
    ("was", "AUX", 9, "cop", FINITE),
    ("sound", "ADJ", 5, "ccomp", "_"),
    (".", "PUNCT", 5, "punct", "_"),
)


def test_a_cue_that_no_rule_sees_is_read_off_the_tree() -> None:
    view = make_view(TEXT, [PARSED], [])
    (draft,) = with_trees(view, [], [PARSED])
    assert draft.source is not None
    assert draft.cue is not None
    assert (view.slice(draft.source), view.slice(draft.cue)) == ("the board", "argued")
    assert [view.slice(part) for part in draft.content] == ["the weir was sound"]


def test_a_source_that_rules_cut_wrongly_is_mended_and_others_stay() -> None:
    view = make_view(TEXT, [PARSED], [])
    cut = Draft((0, 5), (5, 6), ((6, 10),), "assert", "plain", "argue", True, 0)
    apart = Draft((6, 8), (5, 6), ((6, 10),), "assert", "plain", "argue", True, 0)
    assert [view.slice(each.source) for each in with_trees(view, [cut], [PARSED]) if each.source] == ["the board"]
    assert with_trees(view, [apart], [PARSED]) == [apart]


def test_without_trees_nothing_changes() -> None:
    plain = Sentence("s", "d", 0, len(TEXT), 0, tuple(Token(t.start, t.end) for t in PARSED.tokens))
    view = make_view(TEXT, [plain], [])
    assert tree_of(view, plain.tokens) is None
    assert with_trees(view, [], [plain]) == []
    assert set(view.tags) == {""}


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("He warned them to stay, swore he would mend the gate, and went.", [("He", "direct"), ("He", "intend")]),
        ("The fire claimed the mill.", []),
        ("Lindiwe Storm claims that the deed was forged.", [("Lindiwe Storm", "assert")]),
        ("The board denied the theft, blamed the guards and pledged a full refund.", [("The board", "intend")]),
    ],
)
def test_who_does_what_in_a_chain_of_verbs(reader: Reader, text: str, rows: list[tuple[str, str]]) -> None:
    found = [(row.source.text, row.act) for row in _read(reader, text) if row.source]
    assert found == rows if not rows else set(rows) <= set(found)


def test_a_tree_takes_neither_what_is_said_nor_whom_a_source_cites_for_the_source(reader: Reader) -> None:
    text = "“The lock was shut,” said the bishop's secretary, and closed the gate. The Ledger, citing a guard, said so."
    assert "the bishop's secretary" in [row.source.text for row in _read(reader, text) if row.source]
