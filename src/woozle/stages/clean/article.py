"""Which blocks of a page belong to its article, by the page's own structure."""

from collections import Counter
from collections.abc import Sequence

from woozle.model.records import Block
from woozle.toolbox.text.furniture import is_prose

#: Share of the page's running text that an ``article`` or a ``main`` must hold to be taken for the article's place.
_LEAST = 0.4
#: Share of the largest ``article`` from which another one belongs to it too, as the entries of a live page do.
_SISTER = 0.25
#: Share of a block's characters inside links from which it only leads elsewhere.
_LINKED = 0.6


def article_blocks(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of the article, in order; those that their elements or their links call furniture left out."""
    shown = [block for block in blocks if not block.is_furniture]
    kept = _region(shown)
    return [block for block in kept if not _only_leads_away(block)]


def _region(shown: Sequence[Block]) -> list[Block]:
    total = sum(_running(block) for block in shown)
    sizes: Counter[int] = Counter()
    for block in shown:
        if block.article:
            sizes[block.article] += _running(block)
    largest = max(sizes.values(), default=0)
    if largest and sum(sizes.values()) >= _LEAST * total:
        mine = {number for number, size in sizes.items() if size >= _SISTER * largest}
        return _with_headline(shown, [block for block in shown if block.article in mine])
    inside = [block for block in shown if block.region]
    if inside and sum(_running(block) for block in inside) >= _LEAST * total:
        return _with_headline(shown, inside)
    return _from_headline(shown)


def _running(block: Block) -> int:
    """Characters of running text."""
    return len(block.text) - block.n_linked if is_prose(block.text) else 0


def _with_headline(shown: Sequence[Block], kept: list[Block]) -> list[Block]:
    """The blocks, and before them the headline that stands above their region."""
    if any(block.tag == "h1" for block in kept) or not kept:
        return kept
    first = next(at for at, block in enumerate(shown) if block is kept[0])
    above = [block for block in shown[max(0, first - 6) : first] if block.tag == "h1"]
    return above[-1:] + kept


def _from_headline(shown: Sequence[Block]) -> list[Block]:
    """The blocks from the last headline on that has no running text before it; all where there is none."""
    start = 0
    for at, block in enumerate(shown):
        if block.tag == "h1":
            start = at
        elif _running(block):
            break
    return list(shown[start:])


def _only_leads_away(block: Block) -> bool:
    if block.tag == "h1" or not block.n_linked:
        return False
    is_most = block.n_linked > _LINKED * len(block.text.replace(" ", "") if len(block.text) < 200 else block.text)
    return is_most and (block.tag in ("li", "td", "dd") or not is_prose(block.text))
