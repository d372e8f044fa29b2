"""A spaCy pipeline's stand-in: the part of its interface that the engine uses, over words cut at white space."""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

_WORD = re.compile(r"Gen\.|p\.m\.|'s\b|\w+|[^\w\s]|\s+")


class Word:
    """A word of a document; its head is itself until it is hung on another."""

    def __init__(self, i: int, idx: int, text: str) -> None:
        self.i, self.idx, self.text = i, idx, text
        self.is_space = not text.strip()
        self.pos_, self.lemma_, self.dep_, self.morph = "", "", "", ""
        self.head = self


@dataclass
class Ent:
    """A name: words and a label."""

    words: list[Word]
    label_: str

    def __iter__(self) -> Iterator[Word]:
        return iter(self.words)


@dataclass
class Doc:
    """A read text: sentences end with each full stop, and the first word of each is the head of the others."""

    text: str
    words: list[Word]
    annotated: frozenset[str]
    ents: list[Ent] = field(default_factory=list)

    def __iter__(self) -> Iterator[Word]:
        return iter(self.words)

    def has_annotation(self, name: str) -> bool:
        return name in self.annotated

    @property
    def sents(self) -> Iterator[list[Word]]:
        begin = 0
        for at, word in enumerate(self.words, 1):
            if word.text == "." or at == len(self.words):
                yield self.words[begin:at]
                begin = at


@dataclass
class Pipeline:
    """Reads texts; remembers them, and whether a zone of memory was open."""

    annotated: frozenset[str] = frozenset(("SENT_START", "DEP", "MORPH"))
    names: Mapping[str, str] = field(default_factory=dict)
    max_length: int = 1_000_000
    seen: list[str] = field(default_factory=list)
    n_zones: int = 0

    @contextmanager
    def memory_zone(self) -> Iterator[None]:
        assert self.n_zones == 0, "zones do not nest"
        self.n_zones += 1
        yield
        self.n_zones -= 1

    def pipe(self, texts: Iterable[str], *, batch_size: int) -> Iterator[Doc]:
        assert self.n_zones == 1
        assert batch_size > 0
        for text in texts:
            yield self.read(text)

    def read(self, text: str) -> Doc:
        text.encode("utf-8")
        assert len(text) <= self.max_length
        self.seen.append(text)
        found: list[Any] = [match for match in _WORD.finditer(text) if match[0] != " "]
        doc = Doc(text, [Word(i, match.start(), match[0]) for i, match in enumerate(found)], self.annotated)
        for sentence in doc.sents if "DEP" in self.annotated else ():
            for word in sentence:
                word.head, word.dep_ = sentence[0], "ROOT" if word is sentence[0] else "nsubj"
                word.pos_, word.lemma_ = "NOUN", word.text.lower()
                word.morph = "Number=Sing" if word.text[0].isalpha() else ""
        for words, label in self.names.items():
            for match in re.finditer(re.escape(words), text):
                inside = [word for word in doc if match.start() <= word.idx < match.end()]
                doc.ents.append(Ent(inside, label))
        doc.ents.sort(key=lambda one: one.words[0].i)
        return doc
