"""Cuts words that somebody said into propositions: by sentence, and within a sentence where a new one begins."""

import re
from collections.abc import Sequence

from woozle.model.records import Sentence
from woozle.stages.extract.verbs import has_verb, is_verb

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
    r"|,?\s+(?:when|after|while|before|as)\s+"
    r"(?=(?:an?|the|his|her|their|its|our|he|she|it|they|we|I|some|several|two|three|fighters|gunmen|rebels|soldiers"
    r"|troops|police|people|men|[A-Z]\w+)\s)"
)
#: Words that open a clause which only says when: what a denial denies stands before them.
BACKGROUND = re.compile(r"\b(?:when|after|while|before|as)\s+$")
_WORD = re.compile(r"\w+(?:['’]\w+)*")
#: Marks that belong to the layout of speech and not to what was said.
_EDGE = ' \t\n\r\u00a0,;:–—-…"“”„‟«»‘‚‹›'
#: A part with fewer words than this says nothing alone and stays with the part before it.
LEAST_WORDS = 3


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
    return sum(len(_WORD.findall(text, start, end)) for start, end in piece)


def clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The clauses of a stretch of one sentence; the seams themselves belong to none."""
    parts, at = [], start
    for seam in _SEAM.finditer(text, start, end):
        left, right = text[at : seam.start()], text[seam.end() : end]
        if min(len(_WORD.findall(left)), len(_WORD.findall(right))) < LEAST_WORDS:
            continue
        # A new clause names its doer and soon has a verb; "X, and three of Y" goes on with the old one.
        is_semicolon = seam[0].startswith(";")
        if is_semicolon or (has_verb(left) and any(is_verb(word) for word in _WORD.findall(right)[1:6])):
            parts.append((at, seam.start()))
            at = seam.end()
    return [*parts, (at, end)]


def _by_sentence(spans: Sequence[tuple[int, int]], sentences: Sequence[Sentence]) -> list[list[tuple[int, int]]]:
    """The parts of the spans that lie in each sentence; what lies in none makes one group of its own a span."""
    groups = []
    for sentence in sentences:
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
        found: list[Piece]
        if len(parts) == 1:
            found = [(trimmed(text, *clause),) for clause in clauses(text, *parts[0])]
        else:
            found = [tuple(trimmed(text, *part) for part in parts)]
        for piece in found:
            kept = tuple(part for part in piece if part[0] < part[1])
            if kept:
                _add(text, pieces, kept)
    return pieces


def _add(text: str, pieces: list[Piece], piece: Piece) -> None:
    """Append a piece, or join it to the one before where either is too short to stand alone."""
    if pieces and min(n_words(text, piece), n_words(text, pieces[-1])) < LEAST_WORDS:
        before = pieces[-1]
        (start, end), (next_start, next_end) = before[-1], piece[0]
        if not _WORD.search(text, end, next_start):
            pieces[-1] = (*before[:-1], (start, next_end), *piece[1:])
        else:
            pieces[-1] = (*before, *piece)
        return
    pieces.append(piece)
