"""The rule engine for English: paragraphs, words, sentences, then names; no model, no state."""

from collections.abc import Iterator
from dataclasses import dataclass

from woozle.model.values import Token
from woozle.toolbox.nlp.engine import Analysis, ParsedSentence
from woozle.toolbox.nlp.naming import find_names
from woozle.toolbox.nlp.paragraphs import find_paragraphs
from woozle.toolbox.nlp.sentences import cut
from woozle.toolbox.nlp.words import find_words


def parse_sentences(text: str) -> Iterator[ParsedSentence]:
    """The sentences of a text with their tokens; none crosses a paragraph's border."""
    for paragraph, (start, end) in enumerate(find_paragraphs(text)):
        words = list(find_words(text, start, end))
        for first, last in cut(text, words):
            tokens = tuple(Token(begin, stop) for begin, stop in words[first:last])
            yield ParsedSentence(tokens[0].start, tokens[-1].end, paragraph, tokens)


@dataclass(frozen=True, slots=True)
class RuleEngine:
    """Rules and word lists for English; gives no tags and no trees."""

    name: str = "en-rules"

    def analyse(self, text: str) -> Analysis:
        """Sentences, tokens and names of a text."""
        sentences = tuple(parse_sentences(text))
        return Analysis(sentences, find_names(text, sentences))
