"""Finds the names of a text."""

from collections.abc import Sequence

from woozle.toolbox.nlp.engine import Name, ParsedSentence
from woozle.toolbox.nlp.lexicon.openers import CALENDAR, OPENERS


def find_names(text: str, sentences: Sequence[ParsedSentence]) -> tuple[Name, ...]:
    """The names of a text, in order."""
    names: list[Name] = []
    for sentence in sentences:
        run: list[tuple[int, int]] = []
        for at, token in enumerate(sentence.tokens):
            word = text[token.start : token.end]
            good = word[0].isupper() and word not in CALENDAR and not (at == 0 and word in OPENERS) and word != "I"
            if good:
                run.append((token.start, token.end))
            else:
                if run:
                    names.append(Name(run[0][0], run[-1][1], "other"))
                run = []
        if run:
            names.append(Name(run[0][0], run[-1][1], "other"))
    return tuple(names)
