"""A marked text of any source in one form: the text, and what is known of stretches of it."""

from dataclasses import dataclass, field

Pair = tuple[int, int]


@dataclass(slots=True)
class Word:
    """A word of a treebank; ``head`` is the place of its head in the text's words, its own for a root."""

    start: int
    end: int
    tags: dict[str, str]
    head: int


@dataclass(slots=True)
class Relation:
    """An attribution of a corpus: spans of its three roles, in code points."""

    source: list[Pair]
    cue: list[Pair]
    content: list[Pair]


@dataclass(slots=True)
class Marked:
    """A text with marks. What a source does not mark is None and teaches nothing.

    Attributes:
        text: the text.
        source: which data set it is from.
        sentences: where sentences start.
        words: words with tags, lemma and tree.
        names: (start, end, PER, ORG or LOC).
        unnamed: stretches in which names are not marked, beside `names`.
        relations: attributions.
    """

    text: str
    source: str
    sentences: list[int] | None = None
    words: list[Word] | None = None
    names: list[tuple[int, int, str]] | None = None
    unnamed: list[Pair] = field(default_factory=list)
    relations: list[Relation] | None = None
