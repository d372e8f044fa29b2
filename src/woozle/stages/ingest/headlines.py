"""The headline of a page, and the lines around its article in which outlets, authors and dates are printed."""

import re
from collections.abc import Sequence

from woozle.model.records import Block
from woozle.stages.ingest.declared import Declared
from woozle.toolbox.text.furniture import is_prose

_DATE_HINT = re.compile(r"date|time|publi|posted|stamp|when|byline|\bby\b|meta\b|upd|issued|dateline", re.I)
#: A line around the article holds at most so many words beside the date.
_WORDS_ABOVE = 16
_WORDS_BELOW = 9


def headline(declared: Declared, blocks: Sequence[Block]) -> str | None:
    """The headline: the visible one that the markup knows too, else a visible one, else the markup's."""
    shown = [block for block in blocks if block.tag == "h1" and _plain(block.text)]
    named = [_plain(title) for title in (*declared.titles, declared.page_title or "") if title]
    # A page's first heading is often its outlet's name, which stands in its title too: the longest wins.
    known = [block for block in shown if any(_is_named(_plain(block.text), name) for name in named)]
    own = known or [block for block in shown if not block.is_furniture] or shown
    if own:
        most = min(max(len(block.text.split()) for block in own), 3)
        return " ".join(next(block.text for block in own if len(block.text.split()) >= most).split())
    for title in declared.titles:
        return title
    second = next((block for block in blocks if block.tag in ("h2", "h3") and not block.is_furniture), None)
    parts = re.split(r"\s+[|–—·»-]\s+", declared.page_title or "")
    longest = max(parts, key=len) if parts else ""
    return longest.strip() or (" ".join(second.text.split()) if second else None)


def _is_named(words: str, name: str) -> bool:
    """Whether a heading's words stand in a title, or hold most of it."""
    return words in name or (name in words and len(name) > 0.6 * len(words))


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def around(blocks: Sequence[Block], title: str | None) -> list[tuple[str, str, int]]:
    """Lines that may say who wrote it and when, the most telling first: (line, class names around it, rank).

    Rank 0: marked as a date or byline, or between headline and text; 1: above the headline; 2: elsewhere.
    """
    at_title = next((at for at, block in enumerate(blocks) if title and _is_title(block, title)), None)
    below = ((at, block.text) for at, block in enumerate(blocks) if at_title is None or at > at_title)
    first = next((at for at, text in below if len(text) > 80 and is_prose(text)), len(blocks))
    out: list[tuple[str, str, int]] = []
    for at, block in enumerate(blocks):
        if title and _is_title(block, title):
            continue
        is_marked = bool(_DATE_HINT.search(block.hint)) and not block.is_furniture
        is_between = at_title is not None and at_title < at < first and not block.is_furniture
        is_above = at < (first if at_title is None else at_title)
        if not (is_marked or is_between or is_above or not block.is_furniture):
            continue
        rank = 0 if is_marked or is_between else 1 if is_above else 2
        most = _WORDS_ABOVE if is_above or is_marked else _WORDS_BELOW
        out += [(line, block.hint, rank) for line in _short_lines(block, most + 6)]
    return sorted(out, key=lambda item: item[2])


def _is_title(block: Block, title: str) -> bool:
    return block.tag in ("h1", "h2") and " ".join(block.text.split()) == title


def _short_lines(block: Block, most: int) -> list[str]:
    lines = block.text.split("\n") if len(block.text) < 2000 else []
    return [line.strip() for line in lines if line.strip() and len(line.split()) <= most]
