"""A spaCy pipeline as an engine: offsets, trees, names, and pipelines that lack something."""

import sys
import threading
from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.toolbox.nlp.adapters.pipeline import Pipeline
from woozle.errors import UsageError
from woozle.model.values import Token
from woozle.toolbox.nlp.adapters.spacy import SpacyEngine, load_spacy
from woozle.toolbox.nlp.engine import Analysis
from woozle.toolbox.nlp.paragraphs import find_paragraphs
from woozle.toolbox.nlp.rules import RuleEngine

TEXT = "Quill Bay 🌊\n\nAda  Quill left.   Boats sank 🚢.\nNobody  saw “it”."


def holds(text: str, found: Analysis) -> bool:
    """Whether an analysis keeps what the seam promises."""
    paragraphs = find_paragraphs(text)
    at = 0
    for sentence in found.sentences:
        tokens = sentence.tokens
        assert (sentence.start, sentence.end) == (tokens[0].start, tokens[-1].end)
        assert at <= sentence.start
        assert paragraphs[sentence.paragraph][0] <= sentence.start
        assert sentence.end <= paragraphs[sentence.paragraph][1]
        for token in tokens:
            assert at <= token.start < token.end
            assert text[token.start : token.end].strip()
            assert token.head is None or 0 <= token.head < len(tokens)
            assert token.relation is None or (token.relation == "root") == (token.head is None)
            at = token.end
    ends = [0, *(name.end for name in found.names)]
    assert all(end <= name.start < name.end for end, name in zip(ends, found.names, strict=False))
    return found.sayings == () == found.refused


def forms(text: str, found: Analysis) -> list[list[str]]:
    return [[text[token.start : token.end] for token in sentence.tokens] for sentence in found.sentences]


def test_sentences_lie_in_their_paragraphs_and_white_space_is_no_word() -> None:
    found = SpacyEngine(Pipeline()).analyse(TEXT)
    assert holds(TEXT, found)
    assert [sentence.paragraph for sentence in found.sentences] == [0, 1, 1, 2]
    assert forms(TEXT, found) == [
        ["Quill", "Bay", "🌊"],
        ["Ada", "Quill", "left", "."],
        ["Boats", "sank", "🚢", "."],
        ["Nobody", "saw", "“", "it", "”", "."],
    ]


def test_the_pipeline_sees_one_paragraph_at_a_time_on_one_line() -> None:
    pipeline = Pipeline()
    text = "He said the\nboat left.\n\nNo\u00a0more \ud800."
    assert holds(text, SpacyEngine(pipeline).analyse(text))
    assert pipeline.seen == ["He said the boat left.", "No more \ufffd."]
    assert pipeline.n_zones == 0


def test_tokens_carry_tags_and_trees() -> None:
    found = SpacyEngine(Pipeline()).analyse("Ada left.")
    assert found.sentences[0].tokens == (
        Token(0, 3, "NOUN", "ada", None, "root", "Number=Sing"),
        Token(4, 8, "NOUN", "left", 0, "nsubj", "Number=Sing"),
        Token(8, 9, "NOUN", ".", 0, "nsubj", "_"),
    )


def test_a_word_that_hangs_on_white_space_is_a_root_or_hangs_on_its_head() -> None:
    text = "Ada left.   Boats sank."
    tokens = SpacyEngine(Pipeline()).analyse(text).sentences[1].tokens
    assert [(token.head, token.relation) for token in tokens] == [(None, "root"), (None, "root"), (None, "root")]

    class Climbing(Pipeline):
        def read(self, text: str) -> Any:
            doc = super().read(text)
            space = next(word for word in doc if word.is_space)
            doc.words[-1].head = space
            return doc

    tokens = SpacyEngine(Climbing()).analyse("Ada  left.").sentences[0].tokens
    assert [token.head for token in tokens] == [None, 0, 0]


def test_a_head_in_another_sentence_is_none() -> None:
    class Crossing(Pipeline):
        def read(self, text: str) -> Any:
            doc = super().read(text)
            doc.words[-2].head = doc.words[0]
            return doc

    last = SpacyEngine(Crossing()).analyse("Ada left. Boats sank.").sentences[1].tokens
    assert [token.head for token in last] == [None, None, 0]


def test_a_pipeline_without_sentences_tags_and_trees_gets_sentences_of_the_rules() -> None:
    text = "Gen. Orr left at 6 p.m. on Friday. Boats sank.\n\nNobody saw it."
    found = SpacyEngine(Pipeline(annotated=frozenset())).analyse(text)
    assert holds(text, found)
    assert [text[one.start : one.end] for one in found.sentences] == [
        "Gen. Orr left at 6 p.m. on Friday.",
        "Boats sank.",
        "Nobody saw it.",
    ]
    assert found.sentences[0].tokens[0] == Token(0, 4)


def test_names_get_our_kinds_without_article_and_owner_s_mark() -> None:
    text = "the Harbour Guild's men met Ada Quill in Quill Bay on Friday with Lorvians at The Mill near the Sound."
    names = {
        "the Harbour Guild's": "ORG",
        "Ada Quill": "PERSON",
        "Quill Bay": "GPE",
        "Friday": "DATE",
        "Lorvians": "NORP",
        "The Mill": "FAC",
        "the Sound": "LOC",
    }
    found = SpacyEngine(Pipeline(names=names)).analyse(text)
    assert holds(text, found)
    assert [(text[one.start : one.end], one.kind) for one in found.names] == [
        ("Harbour Guild", "organisation"),
        ("Ada Quill", "person"),
        ("Quill Bay", "place"),
        ("Lorvians", "group"),
        ("Mill", "place"),
        ("Sound", "place"),
    ]


def test_a_paragraph_longer_than_the_pipeline_takes_is_cut_between_sentences() -> None:
    pipeline = Pipeline(max_length=40)
    text = "Ada left the quay. Boats sank near it. " * 20
    found = SpacyEngine(pipeline).analyse(text)
    assert holds(text, found)
    assert len(found.sentences) == 40
    assert max(map(len, pipeline.seen)) <= 40


@given(st.text(st.one_of(st.sampled_from(" .\n\n\u2028Ab’🚢\ud800"), st.characters()), max_size=80))
def test_any_text_is_read(text: str) -> None:
    for pipeline in (Pipeline(), Pipeline(annotated=frozenset()), Pipeline(max_length=7)):
        found = SpacyEngine(pipeline).analyse(text)
        assert holds(text, found)
        read = sum(token.end - token.start for one in found.sentences for token in one.tokens)
        assert read == sum(not letter.isspace() for letter in text)


def test_threads_take_turns() -> None:
    engine, found = SpacyEngine(Pipeline()), []
    threads = [threading.Thread(target=lambda: found.append(engine.analyse(TEXT * 20))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4
    assert all(one == found[0] for one in found)


def test_a_setting_names_an_installed_pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[str] = []
    monkeypatch.setitem(sys.modules, "spacy", SimpleNamespace(load=lambda name: loaded.append(name) or Pipeline()))
    engine = load_spacy("spacy:en_core_web_sm")
    assert engine.name == "spacy:en_core_web_sm"
    assert loaded == ["en_core_web_sm"]
    assert len(engine.analyse(TEXT).sentences) == 4


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(UsageError, match=r"pip install 'woozle\[spacy\]'"):
        load_spacy("spacy:en_core_web_sm")


@pytest.mark.parametrize("error", [OSError("[E050] Can't find model"), ValueError("[E002]"), ImportError("no torch")])
def test_a_missing_or_broken_pipeline_is_named(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def load(name: str) -> Any:
        raise error

    monkeypatch.setitem(sys.modules, "spacy", SimpleNamespace(load=load))
    with pytest.raises(UsageError, match="en_core_web_xx") as raised:
        load_spacy("spacy:en_core_web_xx")
    assert str(error) in str(raised.value)


def test_a_setting_without_a_pipeline_is_refused() -> None:
    with pytest.raises(UsageError, match="names no pipeline"):
        load_spacy("spacy:")


def test_a_blank_pipeline_of_spacy_itself() -> None:
    pytest.importorskip("spacy")
    engine = load_spacy("spacy:blank:en")
    found = engine.analyse(TEXT)
    assert holds(TEXT, found)
    rules = RuleEngine().analyse(TEXT).sentences
    assert [(one.start, one.end, one.paragraph) for one in found.sentences] == [
        (one.start, one.end, one.paragraph) for one in rules
    ]


def test_a_pipeline_of_spacy_itself_with_sentences_and_names() -> None:
    pytest.importorskip("spacy")
    nlp = import_module("spacy").blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "PERSON", "pattern": "Ada Quill"}])
    engine = SpacyEngine(nlp)
    text = "It sank 🚢.  Ada Quill’s boat, no less.\n\n\ud800\x00 Nobody saw it."
    found = engine.analyse(text)
    assert holds(text, found)
    assert [(text[one.start : one.end], one.kind) for one in found.names] == [("Ada Quill", "person")]
    assert found == engine.analyse(text)
    assert [one.paragraph for one in found.sentences] == [0, 0, 1]
