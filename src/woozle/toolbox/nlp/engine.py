"""What a language engine is: text in; sentences, tokens and names out, all as offsets into that text."""

from dataclasses import dataclass
from typing import Protocol

from woozle.model.values import Token


@dataclass(frozen=True, slots=True)
class Name:
    """A name at half-open [start, end), without title or article; ``kind`` as in `records.Mention`."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class ParsedSentence:
    """A sentence at half-open [start, end) with its tokens in text order; ``paragraph`` counts from 0."""

    start: int
    end: int
    paragraph: int
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """What an engine reads out of one text. Sentences and names are in text order and never overlap their like."""

    sentences: tuple[ParsedSentence, ...]
    names: tuple[Name, ...]


class Engine(Protocol):
    """Reads one language. A pure function of the text: what was read before or beside it changes nothing."""

    @property
    def name(self) -> str:
        """Stands in the settings, so that another engine makes another generation of tables."""

    def analyse(self, text: str) -> Analysis:
        """Sentences, tokens and names of a text; any string is read, whatever stands in it."""
