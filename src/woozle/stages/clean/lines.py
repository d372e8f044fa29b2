"""Which lines of an article's blocks are furniture, by their words and by what stands around them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from woozle.model.records import Block
from woozle.toolbox.text.furniture import begins_tail, is_furniture_line, is_prose

_NEWLINE = re.compile(r"\r\n|[\r\n\u2028\u2029]")
_WORDS = re.compile(r"\w+")
_ENDED = re.compile(r"[.!?…:;\"'”’»)\]]\s*$")
#: Lines of hard-wrapped text are of this length, in characters; the last one of a paragraph may be shorter.
_WRAPPED = range(45, 101)
#: Share of the running text that must stand before a page's tail, for running text after it to be readers' comments.
_BEFORE_TAIL = 0.7
_COMMENTS = re.compile(r"\W*(?:leave|post|add|write|sign in|\d*\s*comments?\b|about the|reader|join)", re.I)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a block, half-open in its text; a paragraph that was wrapped by hand is one line."""

    block: int
    start: int
    end: int
    words: str


def lines_of(blocks: Sequence[Block]) -> list[Line]:
    """The lines of all blocks, in order, empty ones left out."""
    return [line for at, block in enumerate(blocks) for line in _lines(at, block.text)]


def _lines(number: int, text: str) -> Iterator[Line]:
    spans, at = [], 0
    for end in [*(match.start() for match in _NEWLINE.finditer(text)), len(text)]:
        spans.append((at, end))
        at = end + (2 if text.startswith("\r\n", end) else 1)
    spans = [(start, end) for start, end in spans if text[start:end].strip()]
    if _is_wrapped([end - start for start, end in spans]) and is_prose(text):
        spans = [(spans[0][0], spans[-1][1])]
    for start, end in spans:
        words = text[start:end]
        left = len(words) - len(words.lstrip())
        yield Line(number, start + left, start + len(words.rstrip()), " ".join(words.split()))


def _is_wrapped(lengths: Sequence[int]) -> bool:
    return len(lengths) > 1 and all(length in _WRAPPED for length in lengths[:-1]) and lengths[-1] <= _WRAPPED[-1]


def own_lines(lines: Sequence[Line], title: str | None, *, is_text: bool) -> list[Line]:
    """The lines that are the article's.

    Args:
        lines: all lines, in order.
        title: the headline; pictures often repeat it as their name.
        is_text: the report came as plain text, with no structure but its lines.
    """
    is_out = [is_furniture_line(line.words) for line in lines]
    _repeats(lines, title, is_out)
    end = _tail(lines, is_out)
    if is_text:
        end = _stubs(lines, is_out, end)
    return [line for at, line in enumerate(lines) if at < end and not is_out[at]]


def _repeats(lines: Sequence[Line], title: str | None, is_out: list[bool]) -> None:
    """Mark lines that only say the headline again, or its beginning without a full stop."""
    wanted = _WORDS.findall((title or "").lower())
    if len(wanted) < 4:
        return
    is_seen = False
    for at, line in enumerate(lines):
        words = _WORDS.findall(line.words[:600].lower())
        if is_out[at] or len(words) < max(4, len(wanted) // 2) or words != wanted[: len(words)]:
            continue
        if is_seen and (len(words) == len(wanted) or not _ENDED.search(line.words)):
            is_out[at] = True
        is_seen = True


def _tail(lines: Sequence[Line], is_out: Sequence[bool]) -> int:
    """Number of lines before the page's tail."""
    sizes = [
        len(line.words) if is_prose(line.words) and not out else 0 for line, out in zip(lines, is_out, strict=True)
    ]
    total, before = sum(sizes), 0
    for at, line in enumerate(lines):
        if is_out[at] and begins_tail(line.words):
            is_comments = bool(_COMMENTS.match(line.words)) and before >= _BEFORE_TAIL * total
            if before and (before == total or is_comments):
                return at
        before += sizes[at]
    return len(lines)


def _stubs(lines: Sequence[Line], is_out: Sequence[bool], end: int) -> int:
    """Number of lines before the tail, with the headings and tags right above it taken into it."""
    while end and is_out[end - 1]:
        end -= 1
    if len(lines) - end < 2:
        return end
    for _ in range(3):
        line = lines[end - 1] if end > 1 else None
        if line is None or len(line.words.split()) > 6 or _ENDED.search(line.words) or _is_signature(line.words):
            break
        end -= 1
        while end and is_out[end - 1]:
            end -= 1
    return end


def _is_signature(words: str) -> bool:
    """Whether a short last line is somebody's or an outlet's name: every word with a capital."""
    names = re.findall(r"[^\W\d_]+", words)
    return 1 < len(names) <= 5 and all(name[0].isupper() and not name.isupper() for name in names)
