"""The trained engine behind the seam: a text in; sentences, tokens, names and sayings out."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from woozle.toolbox.nlp.atoms import atoms_of
from woozle.toolbox.nlp.engine import Analysis, Name, ParsedSaying, ParsedSentence
from woozle.toolbox.nlp.naming import find_names
from woozle.toolbox.nlp.paragraphs import find_paragraphs
from woozle.toolbox.nlp.rules import sentences_of
from woozle.toolbox.nlp.trained.phrases import whole
from woozle.toolbox.nlp.trained.reading import Text, WindowReader, tags_of
from woozle.toolbox.nlp.trained.weights import Weights, read_weights
from woozle.toolbox.nlp.trained.windows import Window, windows
from woozle.toolbox.nlp.words import find_words

#: Windows whose tags are told together.
_TOGETHER = 8


@dataclass(frozen=True, slots=True)
class TrainedEngine:
    """A network of a model's folder; a pure function of the text."""

    weights: Weights
    name: str = "en"

    def analyse(self, text: str) -> Analysis:
        """Sentences, tokens, names and sayings of a text."""
        words = list(find_words(text, 0, len(text)))
        atoms = atoms_of(text, words)
        if not atoms.starts:
            return Analysis((), ())
        paragraphs = list(find_paragraphs(text))
        begins = sorted({0, *(bisect_left(atoms.starts, start) for start, _ in paragraphs)} - {len(atoms.starts)})
        seen = Text(text, atoms, frozenset(begins))
        sentences: list[ParsedSentence] = []
        hints: list[tuple[Name, float]] = []
        sayings: list[ParsedSaying] = []
        for reader in self._readers(seen, windows(text, atoms, begins, self.weights)):
            own = list(reader.sentences(paragraphs))
            sentences += own
            hints += reader.names()
            for saying in reader.sayings():
                sayings.append(replace(saying, sources=tuple(whole(own, pair) for pair in saying.sources)))
        names = find_names(text, tuple(sentences_of(text, words, paragraphs)), hints)
        return Analysis(tuple(sentences), names, tuple(sayings))

    def _readers(self, seen: Text, found: Iterator[Window]) -> Iterator[WindowReader]:
        """Readers of windows, whose tags are told some windows at a time."""
        while group := list(islice(found, _TOGETHER)):
            for window, tags in zip(group, tags_of(group, self.weights), strict=True):
                yield WindowReader(seen, window, tags, self.weights)


def load_trained(folder: Path, name: str = "en") -> TrainedEngine:
    """The engine of a model's folder.

    Raises:
        UsageError: a file is missing or was changed.
    """
    return TrainedEngine(read_weights(folder), name)
