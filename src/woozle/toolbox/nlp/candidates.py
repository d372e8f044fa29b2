"""Stretches of capitals that may be names: where they begin and end, before anybody asks what they name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from woozle.toolbox.nlp.engine import ParsedSentence
from woozle.toolbox.nlp.lexicon.heads import FOR_HEADS, OF_HEADS
from woozle.toolbox.nlp.lexicon.openers import CALENDAR

#: Small words inside names of persons and places.
_PARTICLES = frozenset(
    "de del della den der van von zu di da dos du la le al el bin ibn ben abu ter ten y e und".split()
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words ``first`` to ``last`` (half-open) of a sentence."""

    sentence: int
    first: int
    last: int


def word_at(text: str, sentence: ParsedSentence, at: int) -> str:
    """A word of a sentence."""
    token = sentence.tokens[at]
    return text[token.start : token.end]


def is_capital(word: str) -> bool:
    """Whether a word may be part of a name by its shape."""
    return word[:1].isupper() and any(letter.isalpha() for letter in word) and word not in CALENDAR and word != "I"


def is_shouted(text: str, sentence: ParsedSentence) -> bool:
    """Whether a sentence stands in capitals, or every longer word of it begins with one: a headline tells no names."""
    words = [word_at(text, sentence, at) for at in range(len(sentence.tokens))]
    long = [word for word in words if len(word) > 3 and word.isalpha()]
    if len(long) < 3:
        return len(words) > 1 and all(word.isupper() or not word.isalpha() for word in words) and bool(long)
    return (
        sum(word[0].isupper() for word in long) >= 0.85 * len(long)
        and text[sentence.end - 1 : sentence.end] not in ".!?"
    )


def _goes_on(words: Sequence[str], at: int, first: int) -> int:
    """Number of the next capital that a small word at `at` joins to the name begun at `first`; 0 where it ends here."""
    low, after = words[at].lower(), at + 1
    if after >= len(words):
        return 0
    if low in _PARTICLES or words[at] == "&":
        while after < len(words) and words[after].lower() in _PARTICLES:
            after += 1
        return after if after < len(words) and is_capital(words[after]) else 0
    head = words[at - 1].lower()
    if low in ("of", "for") and head in (OF_HEADS if low == "of" else FOR_HEADS):
        after += words[after].lower() == "the"
        return after if after < len(words) and is_capital(words[after]) else 0
    if low == "of" and is_capital(words[after]):
        # "Freedom of Russia Legion": the head stands at the end.
        end = after
        while end < len(words) and is_capital(words[end]):
            end += 1
        return after if end - after > 1 and words[end - 1].lower() in OF_HEADS else 0
    if low == "and" and head in ("justice", "trade", "home", "interior", "foreign", "labour", "health", "fisheries"):
        return after if is_capital(words[after]) and first < at - 1 else 0
    return 0


def candidates(text: str, sentences: Sequence[ParsedSentence]) -> Iterator[Candidate]:
    """Every stretch of capitals of the sentences that are not shouted, longest first at each place."""
    for number, sentence in enumerate(sentences):
        if is_shouted(text, sentence):
            continue
        words = [word_at(text, sentence, at) for at in range(len(sentence.tokens))]
        at = 0
        while at < len(words):
            if not is_capital(words[at]):
                at += 1
                continue
            first = at
            while at < len(words):
                if is_capital(words[at]) or (
                    at > first and words[at].isdigit() and len(words[at]) < 4 and at + 1 == len(words)
                ):
                    at += 1
                    continue
                after = _goes_on(words, at, first)
                if not after:
                    break
                at = after
            yield Candidate(number, first, at)
