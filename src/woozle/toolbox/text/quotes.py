"""Finds quotations: marks of all styles paired over a text, in one pass, with no mark that could stop it.

A mark is judged by its shape and by what stands on both sides of it. Straight marks say nothing by their shape, and
the marks that open in one country close in another, so the sides decide and the marks already open break ties.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation, half-open, in code points.

    Attributes:
        start: its opening mark, or where its paragraph begins if that mark was forgotten.
        end: behind its closing mark, or where an unclosed one gives out: at the end of its paragraph.
        inner_start: behind the opening mark; `start` where it was forgotten.
        inner_end: at the closing mark.
        is_open: it has no closing mark: it goes on in the next paragraph, or the mark was forgotten.
        depth: 0 outermost, 1 a quotation inside a quotation, and so on.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    is_open: bool
    depth: int


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    kind: str
    may_open: bool
    may_close: bool


#: A set of characters comes first, so that a search runs over the rest of a text without trying anything. Of three
#: straight marks behind a word the first is an apostrophe.
_MARKS = re.compile(r"[\"“”„‟«»‹›「」『』‘’‚‛'`](?:(?<=')'(?!(?<=\S'')')|(?<=`)`)?")
_BLANK = re.compile(r"\n[^\S\n]*\n\s*")
_LINE = re.compile(r"\n\s*")
_KINDS = {
    **dict.fromkeys(("''", "``", '"', "“", "”", "„", "‟"), "double"),
    **dict.fromkeys("«»", "angled"),
    **dict.fromkeys("‹›", "angle"),
    **dict.fromkeys("「」", "corner"),
    **dict.fromkeys("『』", "white corner"),
    **dict.fromkeys("‘’‚‛'`", "single"),
}
_ONLY_OPEN = frozenset("„‚「『")
_ONLY_CLOSE = frozenset("」』")
_LEANS_OPEN = frozenset(("“", "``", "«", "‹", "‛", "‟"))
_LEANS_CLOSE = frozenset(("”", "»", "›"))
#: Words that begin with an apostrophe: 'em, 'tis, 'til … and years such as '90s.
_ELIDED = re.compile(r"(?:\d\ds?|em|tis|twas|til|till|cause|cos|bout|round|n|im|er|ere|tween|neath|nuff|kay)\b", re.I)
_TEXT = re.compile(r"\S")
_STOP = re.compile(r"[.!?]\s")
#: Code points of a quotation whose opening mark was forgotten, at most.
_LOST = 400
#: Nobody nests deeper on purpose; a bound keeps broken marks from costing time.
_DEEPEST = 4


def _sides(text: str, start: int, end: int) -> tuple[str, str]:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return before, after


def _is_gap(character: str) -> bool:
    return character.isspace() or character in "([{—–-/<>*_…"


def _is_edge(character: str) -> bool:
    return not character.isalnum()


def _single(text: str, start: int, end: int) -> _Mark | None:
    """A single mark that could quote; apostrophes inside and at the head of words are none."""
    shape = text[start:end]
    before, after = _sides(text, start, end)
    if before.isalnum() and after.isalnum():
        return None
    is_head = not before.isalnum() and (after.isalnum() or after in '[(…"“$£€#@')
    may_open = is_head and before not in ".,;!?" and shape != "’" and not _ELIDED.match(text, end)
    may_close = not before.isspace() and _is_edge(after) and shape not in ("‘", "‚") and start > 0
    if shape == "‘" and is_head:
        may_open = not _ELIDED.match(text, end)
    return _Mark(start, end, "single", may_open, may_close) if may_open or may_close else None


def _mark(text: str, start: int, end: int) -> _Mark | None:
    shape = text[start:end]
    kind = _KINDS[shape]
    if kind == "single":
        return _single(text, start, end)
    before, after = _sides(text, start, end)
    if shape in _ONLY_OPEN or shape in _ONLY_CLOSE:
        return _Mark(start, end, kind, shape in _ONLY_OPEN, shape in _ONLY_CLOSE)
    gap_left, gap_right = _is_gap(before), after.isspace() or after in ".,;:!?)]}—–…"
    if gap_left and not gap_right:
        return _Mark(start, end, kind, True, False)
    if gap_right and not gap_left:
        return _Mark(start, end, kind, False, True)
    if shape in _LEANS_OPEN or shape in _LEANS_CLOSE:
        return _Mark(start, end, kind, shape in _LEANS_OPEN, shape in _LEANS_CLOSE)
    return _Mark(start, end, kind, not gap_right, True)


def _paragraph_ends(text: str) -> list[int]:
    """Where paragraphs end: at blank lines, or at line ends in a text that has no blank line."""
    breaks = [found.start() for found in _BLANK.finditer(text)]
    if not breaks:
        breaks = [found.start() for found in _LINE.finditer(text)]
    return [*breaks, len(text)]


def _with_singles_settled(text: str, marks: list[_Mark], opening: int) -> list[_Mark]:
    """The marks of one paragraph without single marks that cannot pair: plural possessives and heads of words.

    Args:
        text: the text.
        marks: its marks in the paragraph.
        opening: where a single mark opens a speech that goes on in the next paragraph; -1 for nowhere.
    """
    closers = [mark.start for mark in marks if mark.kind == "single" and mark.may_close]
    kept: list[_Mark] = []
    opened: int | None = None
    for mark in marks:
        if mark.kind != "single":
            kept.append(mark)
            continue
        later = len(closers) - bisect_right(closers, mark.start)
        if opened is not None and mark.may_close:
            is_possessive = text[mark.start - 1] in "sS" and text[mark.end : mark.end + 1] == " " and later > 0
            is_possessive = is_possessive and text[mark.end + 1 : mark.end + 2].islower()
            if not is_possessive:
                opened = None
                kept.append(_Mark(mark.start, mark.end, "single", False, True))
        elif opened is None and mark.may_open and (later > 0 or mark.start == opening):
            opened = mark.start
            kept.append(_Mark(mark.start, mark.end, "single", True, False))
    return kept


class _Pairing:
    """The marks open so far in one paragraph, and the quotations found."""

    def __init__(self, text: str, start: int) -> None:
        self.stack: list[_Mark] = []
        self.found: list[Quote] = []
        self._text, self._start = text, start

    def take(self, mark: _Mark) -> None:
        kinds = [each.kind for each in self.stack]
        is_inside = mark.kind in kinds
        if mark.may_close and is_inside and not (mark.may_open and kinds[-1] != mark.kind):
            while self.stack[-1].kind != mark.kind:
                self.stack.pop()
            self._close(self.stack.pop(), mark)
        elif mark.may_open and len(self.stack) < _DEEPEST:
            self.stack.append(mark)
        elif self._has_lost_opening(mark):
            start = self._start
            self.found.append(Quote(start, mark.end, start, mark.start, False, 0))

    def _has_lost_opening(self, mark: _Mark) -> bool:
        """Whether a mark closes, behind a comma or the like, a quotation whose opening mark was forgotten."""
        is_first = not self.stack and not self.found
        is_closing = mark.kind == "double" and mark.may_close and not mark.may_open
        is_behind = self._start < mark.start - 1 and self._text[mark.start - 1] in ",?!"
        return is_first and is_closing and is_behind and self._is_short(mark)

    def _is_short(self, mark: _Mark) -> bool:
        """Whether one sentence lies between the paragraph's beginning and a mark."""
        return mark.start - self._start <= _LOST and not _STOP.search(self._text, self._start, mark.start - 1)

    def _close(self, opening: _Mark, closing: _Mark) -> None:
        depth = len(self.stack)
        self.found.append(Quote(opening.start, closing.end, opening.end, closing.start, False, depth))

    def give_out(self, text: str, end: int, single: int) -> None:
        """End of the paragraph: an unclosed double mark quotes to here; an unclosed single one was an apostrophe.

        It was none where it stands at `single`, at the head of a paragraph whose speech goes on.
        """
        while self.stack:
            opening = self.stack.pop()
            stop = opening.end + len(text[opening.end : end].rstrip())
            is_speech = opening.kind != "single" or opening.start == single
            if is_speech and stop > opening.end:
                self.found.append(Quote(opening.start, stop, opening.end, stop, True, len(self.stack)))


def _text_start(text: str, start: int) -> int:
    """The first character from an offset on that is no space."""
    found = _TEXT.search(text, start)
    return found.start() if found else len(text)


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether a paragraph and the next one both begin with the same single mark: one speech, not an apostrophe."""
    following = _text_start(text, end)
    return start < end and text[start] in "‘'" and text[following : following + 1] == text[start]


def find_quotes(text: str) -> tuple[Quote, ...]:
    """All quotations of a text, outer before inner, in text order.

    An opening mark that is never closed holds to the end of its paragraph (``is_open``); where the speech goes on, the
    next paragraph opens again and gives a quotation of its own. A mark that fits nowhere is passed over. Time is linear
    in the text's length.
    """
    marks = [mark for found in _MARKS.finditer(text) if (mark := _mark(text, found.start(), found.end()))]
    quotes: list[Quote] = []
    at = behind = 0
    for end in _paragraph_ends(text) if marks else ():
        begun, opened, behind = at, behind, end
        while at < len(marks) and marks[at].start < end:
            at += 1
        if at == begun:
            continue
        start = _text_start(text, opened)
        single = start if _goes_on(text, start, end) else -1
        pairing = _Pairing(text, start)
        for mark in _with_singles_settled(text, marks[begun:at], single):
            pairing.take(mark)
        pairing.give_out(text, end, single)
        quotes += pairing.found
    return tuple(sorted(quotes, key=lambda quote: (quote.start, -quote.end)))
