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
class ParsedSaying:
    """Who says what, as an engine reads it: half-open stretches in text order; sources and cue may be missing.

    Attributes:
        sources: who says it.
        cue: the words that say so.
        contents: what is said.
        score: how sure the engine is, 0 to 1.
        act: as in `records.Attribution`; None leaves it to the cue.
        stance: likewise.
    """

    sources: tuple[tuple[int, int], ...]
    cue: tuple[int, int] | None
    contents: tuple[tuple[int, int], ...]
    score: float
    act: str | None = None
    stance: str | None = None


@dataclass(frozen=True, slots=True)
class Analysis:
    """What an engine reads out of one text. Sentences and names are in text order and never overlap their like.

    ``refused``: what was read but is not taken, because it does not stand in the text; a sentence each, for a person.
    """

    sentences: tuple[ParsedSentence, ...]
    names: tuple[Name, ...]
    sayings: tuple[ParsedSaying, ...] = ()
    refused: tuple[str, ...] = ()


class Engine(Protocol):
    """Reads one language. A pure function of the text: what was read before or beside it changes nothing."""

    @property
    def name(self) -> str:
        """Stands in the settings, so that another engine makes another generation of tables."""

    def analyse(self, text: str) -> Analysis:
        """Sentences, tokens and names of a text; any string is read, whatever stands in it."""
