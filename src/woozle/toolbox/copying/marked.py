"""A text made ready for comparison: its words, which of them are quoted, which are names, where sentences begin."""

from bisect import bisect_left
from dataclasses import dataclass

from woozle.toolbox.copying.words import Words, words_of
from woozle.toolbox.text.quotes import find_quotes

#: What may stand between two words of one sentence; a full stop, a question mark or a line break may not.
_ENDS = frozenset(".!?…\n\r\u2028\u2029")


@dataclass(frozen=True, slots=True)
class Marked:
    """A text's words with marks; all tuples are as long as ``words``.

    Attributes:
        text: the text as given.
        words: its folded words with offsets.
        quotes: number of the quotation a word stands in, from 1; 0 outside of quotation marks.
        openings: whether a sentence may begin at the word.
        names: whether the word has a capital that no sentence start explains, or is a figure.
    """

    text: str
    words: Words
    quotes: tuple[int, ...]
    openings: tuple[bool, ...]
    names: tuple[bool, ...]

    def span(self, words: tuple[int, int]) -> tuple[int, int]:
        """Offsets of words [first, behind the last)."""
        return self.words.starts[words[0]], self.words.ends[words[1] - 1]


def _quotes(text: str, words: Words) -> list[int]:
    """Outer quotations only: what is quoted inside a quotation is quoted anyway."""
    numbers = [0] * len(words)
    reach, number = 0, 0
    for quote in find_quotes(text):
        if quote.start < reach:
            continue
        reach, number = quote.end, number + 1
        first, behind = bisect_left(words.starts, quote.start), bisect_left(words.starts, quote.end)
        numbers[first:behind] = [number] * (behind - first)
    return numbers


def _openings(text: str, words: Words) -> list[bool]:
    found = [True] * bool(len(words))
    for end, start in zip(words.ends, words.starts[1:], strict=False):
        found.append(start - end > 1 and not _ENDS.isdisjoint(text[end:start]))
    return found


def mark(text: str) -> Marked:
    """Make a text ready for comparison."""
    words = words_of(text)
    openings = _openings(text, words)
    names = [
        text[start].isdigit() or (not is_opening and text[start].isupper())
        for start, is_opening in zip(words.starts, openings, strict=True)
    ]
    return Marked(text, words, tuple(_quotes(text, words)), tuple(openings), tuple(names))
