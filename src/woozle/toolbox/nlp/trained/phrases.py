"""Completes a source that a network cut short: "The" of "The Kort Legion" goes on to the noun that it belongs to."""

from bisect import bisect_right
from collections.abc import Sequence

from woozle.toolbox.nlp.engine import ParsedSentence

Pair = tuple[int, int]
#: Words that never stand alone for somebody: they hang on a noun behind them.
_LEADING = frozenset(("DET", "ADJ", "ADP", "PART", "CCONJ"))
#: Words between such a one and its noun, at most.
_REACH = 6
_NAMES_ON = frozenset(("flat", "compound"))


def whole(sentences: Sequence[ParsedSentence], pair: Pair) -> Pair:
    """A stretch up to the noun that its last word hangs on, with the names behind it.

    Args:
        sentences: with trees, in text order.
        pair: a stretch of whole words.
    """
    place = bisect_right(sentences, pair[0], key=lambda sentence: sentence.start) - 1
    if place < 0:
        return pair
    tokens = sentences[place].tokens
    last = bisect_right(tokens, pair[1] - 1, key=lambda token: token.start) - 1
    head = tokens[last].head
    if tokens[last].pos not in _LEADING or head is None or not 0 < head - last <= _REACH:
        return pair
    end = head
    while end + 1 < len(tokens) and tokens[end + 1].head == head and tokens[end + 1].relation in _NAMES_ON:
        end += 1
    return pair[0], tokens[end].end
