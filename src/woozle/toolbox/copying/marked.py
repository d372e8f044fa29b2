"""A text made ready for comparison: its words, which of them are quoted, which are names, where sentences begin."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from woozle.toolbox.copying.align import Seeds, seeds
from woozle.toolbox.copying.split import Numbers, Split, Splitter
from woozle.toolbox.copying.words import Words, words_of
from woozle.toolbox.text.quotes import find_quotes


@dataclass(frozen=True, eq=False)
class Marked:
    """A text's words with marks; all sequences have one value for each word.

    Attributes:
        text: the text as given.
        starts: where words begin, in code points; `ends`: behind their last characters.
        seeds: the words as they are aligned.
        ranges: of each quotation in marks its words, half-open, in order; outer quotations only.
        quotes: number of the quotation a word stands in, from 1; 0 outside of quotation marks.
        openings: 1 where a sentence may begin at the word, else 0.
        names: 1 where the word has a capital that no sentence start explains, or is a figure, else 0.
    """

    text: str
    starts: Numbers
    ends: Numbers
    seeds: Seeds
    ranges: tuple[tuple[int, int], ...]
    quotes: tuple[int, ...]
    openings: bytes
    names: bytes

    def __len__(self) -> int:
        return len(self.quotes)

    @cached_property
    def words(self) -> Words:
        """The folded words with their offsets; made when they are asked for, since most comparisons need none."""
        return words_of(self.text)

    def span(self, words: tuple[int, int]) -> tuple[int, int]:
        """Offsets of words [first, behind the last)."""
        return int(self.starts[words[0]]), int(self.ends[words[1] - 1])


def _ranges(text: str, starts: Numbers) -> tuple[tuple[int, int], ...]:
    """Outer quotations only: what is quoted inside a quotation is quoted anyway."""
    found, reach = [], 0
    for quote in find_quotes(text):
        if quote.start >= reach:
            reach = quote.end
            found.append((quote.start, quote.end))
    if not found:
        return ()
    words = starts.searchsorted(found).tolist()
    return tuple((first, behind) for first, behind in words)


def _quotes(ranges: Sequence[tuple[int, int]], size: int) -> tuple[int, ...]:
    if not ranges:
        return (0,) * size
    numbers = [0] * size
    for number, (first, behind) in enumerate(ranges, 1):
        numbers[first:behind] = [number] * (behind - first)
    return tuple(numbers)


def _marked(text: str, split: Split, at: int) -> Marked:
    words = slice(int(split.bounds[at]), int(split.bounds[at + 1]))
    starts, codes = split.starts[words], split.codes[words]
    ranges = _ranges(text, starts)
    openings, names = split.openings[words].tobytes(), split.names[words].tobytes()
    return Marked(text, starts, split.ends[words], seeds(codes), ranges, _quotes(ranges, len(codes)), openings, names)


def marks(texts: Sequence[str], splitter: Splitter) -> list[Marked]:
    """Make texts ready for comparison; a few at a time, they are split in one go."""
    split = splitter.split(texts)
    return [_marked(text, split, at) for at, text in enumerate(texts)]


def mark(text: str) -> Marked:
    """Make a text ready for comparison."""
    return marks([text], Splitter())[0]
