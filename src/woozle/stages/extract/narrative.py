"""A report's own sentences that state something: no attribution takes them up, and they are no question or label."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from woozle.model.records import Sentence
from woozle.stages.extract.clauses import Piece, clauses, n_words, trimmed
from woozle.toolbox.link.verbs import WORD, has_verb

#: "PORT VELL, May 7 (Agency) - " and "PORT VELL — ": where and when it was filed, no part of what is told.
_DATELINE = re.compile(r"[A-Z][A-Z'’.\- ]{2,30}(?:,\s[^()\n–—-]{3,30})?\s*(?:\([^)\n]{2,40}\))?\s+[-–—]{1,2}\s+(?=\S)")
_BYLINE = re.compile(
    r"(?i)^\s*(?:by|from|words|photo|pictures?|image|video|source|filed|updated|published|read|see)\b[: ]"
)
#: Says only how a source wished to be treated.
_NAMELESS = re.compile(r"(?i)\bnot to be (?:named|identified|quoted)\b|\bcondition of anonymity\b")
_HEARSAY = re.compile(
    r"(?i)\b(?P<rumoured>rumou?rs?|rumou?red|gossip|whispers?|talk of)\b"
    r"|\b(?P<reported>reportedly|allegedly|supposedly|it is (?:said|understood|reported)"
    r"|(?:is|are|was|were) (?:said|thought|believed|reported|understood) to)\b"
    r"|\b(?P<unverified>unconfirmed|unverified|could not be (?:verified|confirmed))\b"
)
_YOU = re.compile(r"(?i)\b(?:you|your|yours|please|click|subscribe|sign up|newsletter)\b")
#: A line that closes no sentence and is longer than this is a headline or body all the same.
_LONGEST_LABEL = 5


def _has_verb(text: str, sentence: Sentence) -> bool:
    return any(token.pos in ("VERB", "AUX") for token in sentence.tokens) or has_verb(
        text[sentence.start : sentence.end]
    )


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()


def _is_headline(text: str, sentence: Sentence, title: str) -> bool:
    words = _folded(text[sentence.start : sentence.end])
    return len(words) > 8 and words in title


def _states(text: str, sentence: Sentence, title: str) -> bool:
    """Whether a sentence tells something that could be true or false; ``title``: the report's, folded."""
    words = text[sentence.start : sentence.end].strip()
    count = len(WORD.findall(words))
    if count < 3 or words.endswith("?") or any(sign.search(words) for sign in (_BYLINE, _YOU, _NAMELESS)):
        return False
    if _is_headline(text, sentence, title):
        return count >= 4
    is_closed = words.rstrip("\"'”’»)]")[-1:] in (".", "!", "…", ":", ";")
    if not is_closed and count <= _LONGEST_LABEL:
        return False
    # Without a tagger a verb may go unseen; a closed sentence of some length rarely lacks one.
    return (is_closed and count >= 6) or (_has_verb(text, sentence) and (is_closed or count > 8))


def _rest(start: int, end: int, taken: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """What of [start, end) the taken stretches leave."""
    left, at = [], start
    for from_, to in sorted(taken):
        if from_ > at:
            left.append((at, min(from_, end)))
        at = max(at, to)
    if at < end:
        left.append((at, end))
    return left


def is_about_naming(words: str) -> bool:
    """Whether words only say how a source wished to be treated: "asked not to be named"."""
    return _NAMELESS.search(words) is not None


def stance_of(words: str) -> str:
    """How sure a report is of what it says in its own name: ``rumoured``, ``reported``, ``unverified`` or ``plain``."""
    found = _HEARSAY.search(words)
    return found.lastgroup or "plain" if found else "plain"


class _Taken:
    """Stretches that may overlap, to be asked which of them touch another one."""

    def __init__(self, taken: Sequence[tuple[int, int]]) -> None:
        self._taken = sorted(taken)
        # How far the stretches up to each one reach.
        self._reach = list(accumulate((end for _, end in self._taken), max))

    def of(self, start: int, end: int) -> list[tuple[int, int]]:
        """Those that have a part in half-open [start, end)."""
        first = bisect_right(self._reach, start)
        last = bisect_left(self._taken, (end, end), first)
        return [(a, b) for a, b in self._taken[first:last] if a < end and start < b]


def own_pieces(
    text: str, sentences: Sequence[Sentence], taken: Sequence[tuple[int, int]], title: str | None
) -> Iterable[Piece]:
    """The stretches that a report states in its own name.

    Args:
        text: the document's text.
        sentences: in text order.
        taken: stretches that attributions take up: content, cue and source.
        title: the report's title, if it has one: a headline needs no full stop.
    """
    folded, near_by = _folded(title or ""), _Taken(taken)
    for sentence in sentences:
        if not _states(text, sentence, folded):
            continue
        start = behind_dateline(text, sentence.start, sentence.end)
        for clause in clauses(text, start, sentence.end):
            piece = trimmed(text, *_largest(text, *clause, near_by.of(*clause)))
            if piece[0] < piece[1]:
                yield (piece,)


def behind_dateline(text: str, start: int, end: int) -> int:
    """Where a sentence begins behind a dateline; its start where it has none."""
    dateline = _DATELINE.match(text, start, end)
    return dateline.end() if dateline else start


def _largest(text: str, start: int, end: int, taken: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The longest stretch that nothing takes up, if it can be a statement; else an empty one."""
    if not taken:
        return start, end
    rests = _rest(start, end, taken)
    rest = max(rests, key=lambda part: (n_words(text, (part,)), -part[0]), default=(start, start))
    n_rest = n_words(text, (rest,))
    # What a cue leaves over ("in a talk with reporters", "condemned the revolt and called for") is no statement.
    is_whole = rest[1] == end or text[rest[0] : rest[1]].rstrip()[-1:] in (",", ";", ":", "–", "—", "-")
    begins = rest[0] == start or not text[rest[0] : rest[1]].lstrip(' ,;:–—-"”’')[:1].islower()
    is_clause = is_whole and (begins or text[rest[0] : rest[1]].lstrip()[:1] in (",", ";", "–", "—"))
    if n_rest < 6 or n_rest * 2 < n_words(text, ((start, end),)) or not is_clause:
        return start, start
    return (rest[0], rest[1]) if has_verb(text[rest[0] : rest[1]]) else (start, start)
