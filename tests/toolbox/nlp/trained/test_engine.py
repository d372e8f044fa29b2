"""The shipped engine: the same text always gives the same rows, and no text is lost or refused."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from woozle.errors import UsageError
from woozle.model.values import Token
from woozle.toolbox.nlp import Analysis, load
from woozle.toolbox.nlp.trained import load_trained
from woozle.toolbox.nlp.trained import weights as shipped

FOLDER = Path(str(files("woozle") / "models" / "en"))
STORY = (
    "KORT, 3 May (AFP) – Two boats sank on Monday, officials said. “We lost contact at dawn,” said Oskar Brandt, who "
    "didn't go.\n\nThe convoy, the harbour office said, turned back. Brandt denied that he had been asked to leave.\n\n"
)


def _tokens(found: Analysis) -> list[Token]:
    return [token for sentence in found.sentences for token in sentence.tokens]


def test_tags_trees_and_sayings() -> None:
    text = "The dam holds, the engineer Dana Weil said on Monday."
    (sentence,) = load("en").analyse(text).sentences
    assert [token.pos for token in sentence.tokens] == [
        *("DET", "NOUN", "VERB", "PUNCT", "DET", "NOUN", "PROPN", "PROPN", "VERB", "ADP", "PROPN", "PUNCT"),
    ]
    assert [token.lemma for token in sentence.tokens][:4] == ["the", "dam", "hold", ","]
    roots = [token for token in sentence.tokens if token.head is None]
    assert [token.relation for token in roots] == ["root"]
    (said,) = load("en").analyse(text).sayings
    assert said.cue
    assert text[slice(*said.cue)].startswith("said")
    assert text[slice(*said.contents[0])] == "The dam holds"
    assert text[slice(*said.sources[0])] == "the engineer Dana Weil"


def test_what_stood_before_or_beside_changes_nothing() -> None:
    engine = load("en")
    alone = engine.analyse(STORY)
    engine.analyse("Nothing of this matters. " * 50)
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(engine.analyse, [STORY, "Other text.", STORY, STORY * 3]))
    assert together[0] == together[2] == alone == engine.analyse(STORY)


def test_more_threads_change_no_label() -> None:
    one = load_trained(FOLDER)
    session = shipped.open_session(FOLDER / shipped.NETWORK, threads=2)
    kept = one.weights
    two = shipped.Weights(session, kept.pieces, kept.scales, kept.tables, kept.labels, kept.vocabulary)
    assert type(one)(two).analyse(STORY * 5) == one.analyse(STORY * 5)


def test_a_long_text_loses_nothing_and_no_sentence_crosses_a_paragraph() -> None:
    text = STORY * 40
    found = load("en").analyse(text)
    tokens = _tokens(found)
    assert [token.start for token in tokens] == sorted(token.start for token in tokens)
    assert "".join(text[token.start : token.end] for token in tokens) == "".join(text.split())
    assert all("\n\n" not in text[sentence.start : sentence.end] for sentence in found.sentences)
    assert [sentence.paragraph for sentence in found.sentences][-1] == 79


def test_a_sentence_longer_than_any_window_is_cut_and_not_lost() -> None:
    text = "the mayor and " * 2000
    tokens = _tokens(load("en").analyse(text))
    assert "".join(text[token.start : token.end] for token in tokens) == "".join(text.split())


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120))
def test_any_text_is_read_with_exact_offsets(text: str) -> None:
    found = load("en").analyse(text)
    tokens = _tokens(found)
    held = [at for token in tokens for at in range(token.start, token.end)]
    assert held == sorted(set(held))
    assert {at for at, character in enumerate(text) if not character.isspace()} <= set(held)
    for sentence in found.sentences:
        assert sum(token.head is None for token in sentence.tokens) == 1


def test_a_changed_or_missing_file_is_refused_by_name(tmp_path: Path) -> None:
    copy = tmp_path / "en"
    shutil.copytree(FOLDER, copy)
    labels = copy / shipped.LABELS
    labels.write_text(labels.read_text(encoding="utf-8") + " ", encoding="utf-8")
    with pytest.raises(UsageError, match=r"labels\.json"):
        load_trained(copy)
    (copy / shipped.MANIFEST).unlink()
    with pytest.raises(UsageError, match="install Woozle again"):
        load_trained(copy)
