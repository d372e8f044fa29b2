"""What a reader sees of a report: its text as truths count it, and the paragraphs of the article in it."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

_BLOCKS = frozenset(
    "address article aside blockquote body br caption dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 "
    "header hr li main nav ol p pre section table td th tr ul".split()
)
_UNSEEN = frozenset("head noscript script style template title".split())
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_FURNITURE = frozenset("aside button dialog figcaption footer form nav select".split())
_FURNITURE_WORDS = frozenset(
    "ad ads advert box byline caption card comments cookie date footer legal meta more nav newsletter note paywall "
    "promo related share sidebar social subscribe tags teaser teasers".split()
)


@dataclass(frozen=True, slots=True)
class Shown:
    """A report as it is seen: all of its text, white space folded, and half-open stretches of its paragraphs there."""

    text: str
    paragraphs: tuple[tuple[int, int], ...]


class _Page(HTMLParser):
    """Gathers (words, number of the block, whether it is article)."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[tuple[str, int, bool]] = []
        self._open: list[tuple[str, bool]] = []
        self._block = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._break(tag)
        if tag not in _VOID:
            words = {word for name, value in attrs if name in ("class", "id") for word in re.split(r"\W", value or "")}
            self._open.append((tag, tag in _FURNITURE or bool(words & _FURNITURE_WORDS)))

    def handle_endtag(self, tag: str) -> None:
        self._break(tag)
        if any(name == tag for name, _ in self._open):
            while self._open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        tags = {tag for tag, _ in self._open}
        if not tags & _UNSEEN:
            is_article = bool(tags & {"article", "main"}) and not any(flag for _, flag in self._open)
            self.pieces.append((data, self._block, is_article))

    def _break(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._block += 1
            self.pieces.append((" ", self._block, False))


def _pieces(raw: str, *, is_html: bool) -> list[tuple[str, int, bool]]:
    if is_html:
        page = _Page()
        page.feed(raw)
        page.close()
        return page.pieces
    return [(f"{part} ", at, True) for at, part in enumerate(re.split(r"\n\s*\n", raw))]


def shown(raw: str, *, is_html: bool) -> Shown:
    """Read a page or a text. Every run of white space becomes one space."""
    chars: list[str] = []
    bounds: dict[int, list[int]] = {}
    for words, block, is_article in _pieces(raw, is_html=is_html):
        for char in words:
            if char.isspace():
                if chars and chars[-1] != " ":
                    chars.append(" ")
                continue
            if is_article:
                bounds.setdefault(block, [len(chars), 0])[1] = len(chars) + 1
            chars.append(char)
    return Shown("".join(chars).rstrip(), tuple((start, end) for start, end in bounds.values()))


def shown_file(path: Path) -> Shown:
    """`shown` of a file, by its ending."""
    return shown(path.read_text("utf-8"), is_html=path.suffix in (".html", ".htm"))
