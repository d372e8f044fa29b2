"""A spaCy pipeline as an engine: its sentences, words, tags, trees and names; attributions are left to the rules."""

from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from threading import Lock
from types import MappingProxyType
from typing import Any

from woozle.errors import UsageError
from woozle.model.values import Token
from woozle.toolbox.nlp.adapters.portions import evened, find_portions
from woozle.toolbox.nlp.engine import Analysis, Name, ParsedSentence
from woozle.toolbox.nlp.sentences import cut

#: What stands before the pipeline's name in the settings.
SPACY = "spacy:"
#: The pipelines' labels of names (OntoNotes 5, Weischedel et al. 2013); figures, dates, works and others are left out.
KINDS: Mapping[str, str] = MappingProxyType(
    {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "group"}
)
#: Characters that a pipeline gets at once: a parser takes up to a gigabyte for 100,000 (spaCy, message of error E088).
_LONGEST = 50_000
#: Paragraphs that it gets at once, for the same reason.
_BATCH = 64
_ARTICLES = frozenset(("the", "a", "an"))
_OWNERS = frozenset(("'s", "’s", "'", "’"))


def _pair(word: Any) -> tuple[int, int]:
    return word.idx, word.idx + len(word.text)


def _sentences(doc: Any) -> Iterator[Sequence[Any]]:
    """The words of each sentence; a pipeline that finds no sentences gets those of our rules."""
    if doc.has_annotation("SENT_START"):
        for sentence in doc.sents:
            yield [word for word in sentence if not word.is_space]
        return
    words = [word for word in doc if not word.is_space]
    for first, last in cut(doc.text, [_pair(word) for word in words]):
        yield words[first:last]


def _head(word: Any, places: Mapping[int, int]) -> int | None:
    """The place of a word's head among the kept words of its sentence; None for a root.

    White space between is climbed over: a parser may hang a word on it, or make it the root.
    """
    at = word
    while at.head.i != at.i:
        at = at.head
        if at.i in places:
            return places[at.i]
        if not at.is_space:
            break
    return None


def _tokens(doc: Any, words: Sequence[Any], offset: int) -> tuple[Token, ...]:
    has_tree, has_feats = doc.has_annotation("DEP"), doc.has_annotation("MORPH")
    places = {word.i: place for place, word in enumerate(words)}
    tokens = []
    for word in words:
        start, end = _pair(word)
        head = _head(word, places) if has_tree else None
        relation = ("root" if head is None else word.dep_.lower() or None) if has_tree else None
        feats = (str(word.morph) or "_") if has_feats else None
        tokens.append(
            Token(offset + start, offset + end, word.pos_ or None, word.lemma_ or None, head, relation, feats)
        )
    return tuple(tokens)


def _bare(words: Sequence[Any]) -> Sequence[Any]:
    """A name's words without article and without the mark of an owner, which the label's guidelines count in."""
    kept = [word for word in words if not word.is_space]
    while len(kept) > 1 and kept[0].text.lower() in _ARTICLES:
        kept = kept[1:]
    while len(kept) > 1 and kept[-1].text.lower() in _OWNERS:
        kept = kept[:-1]
    return kept


def _names(doc: Any, offset: int) -> Iterator[Name]:
    for found in doc.ents:
        words = _bare(list(found))
        if words and found.label_ in KINDS:
            yield Name(offset + _pair(words[0])[0], offset + _pair(words[-1])[1], KINDS[found.label_])


class SpacyEngine:
    """A loaded pipeline. Relations are named as the pipeline names them, in small letters; its English ones are not UD.

    One text at a time: what spaCy remembers of a text is dropped with it, and that memory is shared between threads.
    """

    def __init__(self, nlp: Any, name: str = "spacy") -> None:
        self._nlp, self._name, self._lock = nlp, name, Lock()

    @property
    def name(self) -> str:
        """As it stands in the settings."""
        return self._name

    def analyse(self, text: str) -> Analysis:
        """Sentences, tokens and names of a text; the pipeline sees one paragraph at a time."""
        portions = list(find_portions(text, min(_LONGEST, self._nlp.max_length)))
        even = evened(text, portions)
        sentences: list[ParsedSentence] = []
        names: list[Name] = []
        # Without the zone spaCy keeps every new word for good, and a worker grows until it is stopped.
        with self._lock, self._nlp.memory_zone():
            docs = self._nlp.pipe((even[one.start : one.end] for one in portions), batch_size=_BATCH)
            for portion, doc in zip(portions, docs, strict=True):
                for words in _sentences(doc):
                    tokens = _tokens(doc, words, portion.start)
                    if tokens:
                        sentences.append(ParsedSentence(tokens[0].start, tokens[-1].end, portion.paragraph, tokens))
                names += _names(doc, portion.start)
        return Analysis(tuple(sentences), tuple(names))


def load_spacy(setting: str) -> SpacyEngine:
    """The engine of a setting such as ``spacy:en_core_web_sm``: an installed pipeline, or the folder of one.

    Raises:
        UsageError: spaCy or the pipeline is missing, or does not work.
    """
    pipeline = setting.removeprefix(SPACY)
    if not pipeline:
        raise UsageError(f"{setting!r} names no pipeline: write [annotate] engine = 'spacy:en_core_web_sm'")
    try:
        library = import_module("spacy")
    except ImportError as error:
        message = f"the engine {setting!r} needs spaCy: pip install 'woozle[spacy]', or change [annotate] engine"
        raise UsageError(f"{message} ({error})") from error
    try:
        return SpacyEngine(library.load(pipeline), setting)
    except OSError as error:
        message = f"there is no spaCy pipeline {pipeline!r}: install it (spaCy's own: python -m spacy download NAME)"
        raise UsageError(f"{message}, or change [annotate] engine ({error})") from error
    except (ImportError, ValueError) as error:
        message = f"the spaCy pipeline {pipeline!r} does not work here"
        raise UsageError(f"{message}: {error}. Install what it needs, or change [annotate] engine") from error
