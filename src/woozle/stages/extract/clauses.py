"""Cuts words that somebody said into propositions: by sentence, and within a sentence where a new one begins."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from woozle.model.records import Sentence
from woozle.toolbox.link.verbs import WORD, has_verb, is_verb

#: The half-open stretches of one proposition, in text order; more than one where a cue stands between.
Piece = tuple[tuple[int, int], ...]

#: Where a new proposition begins inside a sentence. A bare "and" joins nouns as often as clauses, so it asks for a
#: subject behind it.
_SEAM = re.compile(
    r";\s+(?=\w)"
    r"|,?\s+(?:and|but)\s+that\s+"
    r"|,\s+(?:but|while|whereas)\s+(?=\w)"
    r"|,?\s+and\s+(?=(?:he|she|it|they|there|nobody|no\s+one|I|we)\s+\w)"
    r"|,\s+and\s+(?=\w+\s)"
    r"|(?P<same>,?\s+and\s+)(?=[a-z]+\s)"
    r"|,?\s+(?:when|while)\s+(?=\w+\s)"
    r"|,?\s+(?:after|before|as)\s+"
    r"(?=(?:an?|the|his|her|their|its|our|he|she|it|they|we|I|some|several|two|three|fighters|gunmen|rebels|soldiers"
    r"|troops|police|people|men|[A-Z]\w+)\s)"
)
#: Words that open a clause which only says when: what a denial denies stands before them.
BACKGROUND = re.compile(r"\b(?:when|after|while|before|as)\s+$")
#: Marks that belong to the layout of speech and not to what was said.
_EDGE = ' \t\n\r\u00a0,;:–—-…"“”„‟«»‘‚‹›'
#: A part with fewer words than this says nothing alone and stays with the part before it.
LEASTWORDS = 3


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without white space, quotation marks and commas at its edges; empty where nothing is left."""
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and (text[end - 1] in _EDGE or (text[end - 1] in "'’" and _is_closing(text, start, end))):
        end -= 1
    return start, end


def _is_closing(text: str, start: int, end: int) -> bool:
    """Whether the apostrophe at the end closes a quotation rather than a plural: nothing opens or it stands alone."""
    return end - start < 2 or not text[end - 2].isalpha() or text[end - 2] in ".!?"


def n_words(text: str, piece: Piece) -> int:
    """Number of words of a piece."""
    return sum(len(WORD.findall(text, start, end)) for start, end in piece)


def clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The clauses of a stretch of one sentence; the seams themselves belong to none."""
    parts, at = [], start
    for seam in _SEAM.finditer(text, start, end):
        if _is_seam(seam, text[at : seam.start()], text[seam.end() : end]):
            parts.append((at, seam.start()))
            at = seam.end()
    return [*parts, (at, end)]


def _is_seam(seam: re.Match[str], left: str, right: str) -> bool:
    """Whether a new proposition begins behind the seam."""
    before, behind = WORD.findall(left), WORD.findall(right)
    if min(len(before), len(behind)) < LEASTWORDS:
        return False
    if seam[0].startswith(";"):
        return True
    if seam["same"] and is_verb(behind[0]):
        # "crossed the river before dawn and attacked the post": one doer, two things to be true or false.
        return has_verb(left) and min(len(before), len(behind)) > LEASTWORDS
    # A new clause names its doer and soon has a verb; "X, and three of Y" goes on with the old one.
    is_bare = seam["same"] is not None and not seam["same"].startswith(",")
    return not is_bare and has_verb(left) and any(is_verb(word) for word in behind[1:6])


def _by_sentence(spans: Sequence[tuple[int, int]], sentences: Sequence[Sentence]) -> list[list[tuple[int, int]]]:
    """The parts of the spans that lie in each sentence; what lies in none makes one group of its own a span."""
    groups = []
    low, high = min((start for start, _ in spans), default=0), max((end for _, end in spans), default=0)
    first = bisect_right(sentences, low, key=lambda sentence: sentence.end)
    last = bisect_left(sentences, high, first, key=lambda sentence: sentence.start)
    for sentence in sentences[first:last]:
        parts = [
            (max(start, sentence.start), min(end, sentence.end))
            for start, end in spans
            if start < sentence.end and sentence.start < end
        ]
        if parts:
            groups.append(parts)
    return groups or [[span] for span in spans]


def pieces_of(text: str, spans: Sequence[tuple[int, int]], sentences: Sequence[Sentence]) -> list[Piece]:
    """The propositions of a content, in text order.

    Args:
        text: the document's text.
        spans: half-open stretches of the content, in text order.
        sentences: the document's sentences, in text order.
    """
    pieces: list[Piece] = []
    for parts in _by_sentence(sorted(spans), sentences):
        for piece in _joined([clauses(text, *part) for part in parts]):
            kept = tuple(
                clause
                for at, part in enumerate(piece)
                if (clause := _bare(text, *part, is_first=at == 0))[0] < clause[1]
            )
            if kept:
                _add(text, pieces, kept)
    return pieces


def _joined(parts: Sequence[Sequence[tuple[int, int]]]) -> list[Piece]:
    """The clauses of each part of a sentence; a clause that a cue interrupts goes on in the next part."""
    pieces: list[Piece] = []
    for number, found in enumerate(parts):
        for at, clause in enumerate(found):
            if number and at == 0:
                pieces[-1] = (*pieces[-1], clause)
            else:
                pieces.append((clause,))
    return pieces


_THAT = re.compile(r"(?i)that\s+(?=(\w+))")


def _bare(text: str, start: int, end: int, *, is_first: bool) -> tuple[int, int]:
    """A clause trimmed, and without the "that" that only joins it to its cue."""
    start, end = trimmed(text, start, end)
    that = _THAT.match(text, start, end) if is_first else None
    return (that.end(), end) if that and not is_verb(that[1]) else (start, end)


def _add(text: str, pieces: list[Piece], piece: Piece) -> None:
    """Append a piece, or join it to the one before where either is too short to stand alone."""
    if pieces and min(n_words(text, piece), n_words(text, pieces[-1])) < LEASTWORDS:
        before = pieces[-1]
        (start, end), (next_start, next_end) = before[-1], piece[0]
        if not WORD.search(text, end, next_start):
            pieces[-1] = (*before[:-1], (start, next_end), *piece[1:])
        else:
            pieces[-1] = (*before, *piece)
        return
    pieces.append(piece)
