"""The rule engine for English: paragraphs, words, sentences, then names; no model, no state."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from woozle.model.values import Token
from woozle.toolbox.nlp.engine import Analysis, ParsedSentence
from woozle.toolbox.nlp.naming import find_names
from woozle.toolbox.nlp.paragraphs import find_paragraphs
from woozle.toolbox.nlp.sentences import cut
from woozle.toolbox.nlp.words import Pair, find_words


def parse_sentences(text: str) -> Iterator[ParsedSentence]:
    """The sentences of a text with their tokens; none crosses a paragraph's border."""
    return sentences_of(text, list(find_words(text, 0, len(text))), find_paragraphs(text))


def sentences_of(text: str, words: Sequence[Pair], paragraphs: Sequence[Pair]) -> Iterator[ParsedSentence]:
    """As `parse_sentences`, for a text whose words and paragraphs are known."""
    at = 0
    for paragraph, (_, end) in enumerate(paragraphs):
        behind = bisect_left(words, (end, end), at)
        own = words[at:behind]
        for first, last in cut(text, own):
            tokens = tuple(Token(begin, stop) for begin, stop in own[first:last])
            yield ParsedSentence(tokens[0].start, tokens[-1].end, paragraph, tokens)
        at = behind


@dataclass(frozen=True, slots=True)
class RuleEngine:
    """Rules and word lists for English; gives no tags and no trees."""

    name: str = "en-rules"

    def analyse(self, text: str) -> Analysis:
        """Sentences, tokens and names of a text."""
        sentences = tuple(parse_sentences(text))
        return Analysis(sentences, find_names(text, sentences))
