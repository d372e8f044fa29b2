"""HTML to blocks of visible text, each character with the bytes it came from.

No library keeps byte offsets through character references and folded white space, so this reader is our own. It is a
linear lexer that keeps a stack of open elements; it corrects nothing, as browsers do, beyond what text needs.
"""

import html
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from woozle.model.records import Block
from woozle.toolbox.text.blocks import BlockBuilder, Draft, settled
from woozle.toolbox.text.marks import Mark, mark_of
from woozle.toolbox.text.runs import ByteOffsets

_TAG = re.compile(r"""<(/?)([a-zA-Z][^\s/>]*+)((?:[^>"']|"[^"]*+"|'[^']*+')*+)>""")
_ATTRIBUTE = re.compile(r"""([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?""")
_ANY_TAG = re.compile(r"<[^>]{0,2000}>")
_ROOT_LINK = re.compile(r"^(?:https?://[^/?#]+)?/?(?:index\.\w{2,5})?(?:[?#].*)?$")

BLOCKS = frozenset(
    "address article aside blockquote body button caption center dd details dialog div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol option p pre section summary table "
    "tbody td tfoot th thead tr ul".split()
)
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
#: Elements whose content is not text to read; ``title`` is kept apart, as metadata.
RAW = frozenset(
    "script style template noscript textarea title svg math iframe object video audio canvas select".split()
)
#: Elements that a sibling of the same name closes, as browsers do.
_SELF_CLOSING = frozenset("li dt dd td th tr option".split())
#: Longest tag in characters that is tried first; a page of unclosed quotes would cost the square of its length.
_LONG_TAG = 65_536
_MANY_FAULTS = 1_000


@dataclass(frozen=True, slots=True)
class Element:
    """An element that may carry metadata: its name, attributes and plain content, and whether furniture holds it."""

    name: str
    attributes: dict[str, str]
    content: str
    is_furniture: bool


@dataclass(slots=True)
class _Open:
    name: str
    region: int
    article: int
    is_hidden: bool
    marks: tuple[int, ...]
    hint: str
    pending: "_Pending | None" = None


@dataclass(slots=True)
class _Pending:
    """An element of interest that is still open: where its content begins, and where it goes in the list."""

    slot: int
    start: int


def attributes_of(text: str) -> dict[str, str]:
    """The attributes of a tag, lower-case names, references resolved."""
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(text[:20_000]):
        found.setdefault(name.lower(), html.unescape(double or single or bare))
    return found


def folded(text: str) -> str:
    """Words of a page with references resolved and white space folded."""
    return " ".join(html.unescape(text).replace("\0", "").split())


def plain(markup: str) -> str:
    """The words of a piece of markup, white space folded."""
    return folded(_ANY_TAG.sub(" ", markup))


class PageReader:
    """Reads one page; use `read_page`."""

    def __init__(self, text: str, offsets: ByteOffsets) -> None:
        self._text = text
        self._stack: list[_Open] = []
        self._names: Counter[str] = Counter()
        self._links = self._articles = self._faults = 0
        self._unclosed: set[str] = set()
        self._marks: list[Mark] = []
        self._builder = BlockBuilder(text, offsets)
        self._drafts: list[Draft] = []
        self.blocks: tuple[Block, ...] = ()
        self.elements: list[Element] = []
        self.depth = 0
        self.language: str | None = None

    def read(self) -> None:
        """Read the whole page."""
        for start, end in self._texts():
            self._builder.add(start, end, is_linked=self._links > 0)
        self._close_block()
        self.blocks = settled(self._drafts, self._marks)

    def _texts(self) -> Iterator[tuple[int, int]]:
        """Stretches of text between tags; tags are dealt with on the way."""
        text, at, size = self._text, 0, len(self._text)
        last_end, last_comment = text.rfind(">"), text.rfind("-->")
        while at < size:
            less = text.find("<", at)
            if less < 0 or less > last_end:
                yield at, size
                return
            if less > at:
                yield at, less
            if text.startswith("<!--", less):
                # An unclosed comment would hide the rest of the page; it ends at the next ">" here instead.
                at = text.find("-->", less + 2) + 3 if less < last_comment else text.find(">", less) + 1
            elif text.startswith(("<!", "<?"), less):
                at = text.find(">", less) + 1
            else:
                tag = self._match_tag(less)
                if tag:
                    at = self._tag(tag)
                    continue
                is_name = text[less + 1 : less + 2].isalpha() or text[less + 1 : less + 2] == "/"
                at = text.find(">", less) + 1 if is_name else less + 1
                if not is_name:
                    yield less, at

    def _match_tag(self, at: int) -> re.Match[str] | None:
        tag = _TAG.match(self._text, at, at + (_LONG_TAG if self._faults < _MANY_FAULTS else 1024))
        if tag is None:
            self._faults += 1
            # A picture written into its tag may be megabytes long; a few such tags are read whole.
            if self._faults < 100 and self._text.find(">", at, at + _LONG_TAG) < 0:
                return _TAG.match(self._text, at)
        return tag

    def _tag(self, tag: re.Match[str]) -> int:
        """Deal with a tag; returns where reading goes on."""
        name, is_end = tag[2].lower(), bool(tag[1])
        if name in RAW and not is_end:
            return self._raw(name, tag)
        if is_end:
            self._end(name, tag.start())
        else:
            self._start(name, tag)
        return tag.end()

    def _raw(self, name: str, tag: re.Match[str]) -> int:
        if tag[3].rstrip().endswith("/") or name in self._unclosed:
            return tag.end()
        found = re.compile(rf"</{re.escape(name)}\b[^>]*>?", re.I).search(self._text, tag.end())
        if found is None:
            self._unclosed.add(name)
            return tag.end()
        if name in ("title", "script"):
            self._note(name, attributes_of(tag[3]), self._text[tag.end() : found.start()])
        return found.end()

    def _note(self, name: str, attributes: dict[str, str], content: str) -> None:
        top = self._top()
        is_furniture = top.is_hidden or any(self._marks[number] for number in top.marks)
        self.elements.append(Element(name, attributes, content, is_furniture))

    def _top(self) -> _Open:
        return self._stack[-1] if self._stack else _Open("", 0, 0, False, (), "")

    # ---- elements

    def _start(self, name: str, tag: re.Match[str]) -> None:
        attributes = attributes_of(tag[3]) if tag[3].strip() else {}
        if name in VOID:
            self._void(name, attributes)
            return
        if name == "html":
            self.language = self.language or attributes.get("lang") or attributes.get("xml:lang")
        if name in BLOCKS:
            self._close_block()
            self._imply_end(name, tag.start())
        if name == "a" and self._names["a"]:
            self._end("a", tag.start())
        self._links += name == "a"
        self._stack.append(self._opened(name, attributes))
        self._names[name] += 1
        self.depth = max(self.depth, len(self._stack))
        if name == "time" or "itemprop" in attributes or (name == "a" and _is_telling(attributes)):
            self._stack[-1].pending = _Pending(len(self.elements), tag.end())
            self._note(name, attributes, "")

    def _void(self, name: str, attributes: dict[str, str]) -> None:
        """Deal with an element that has no content."""
        if name in ("meta", "link"):
            self._note(name, attributes, "")
        elif name == "br":
            self._builder.line_break()
            if self._builder.n_breaks > 1:
                self._close_block()
        elif name in BLOCKS:
            self._close_block()

    def _opened(self, name: str, attributes: dict[str, str]) -> _Open:
        top = self._top()
        region = 2 if name == "article" or top.region == 2 else 1 if name == "main" or top.region == 1 else 0
        if name == "article" and top.region < 2:
            self._articles += 1
        mark = mark_of(name, attributes, region)
        marks = top.marks
        if mark in (Mark.WEAK, Mark.STRONG) and len(marks) < 16:
            self._marks.append(mark)
            marks = (*marks, len(self._marks) - 1)
        own = f"{attributes.get('class', '')} {attributes.get('id', '')}".strip()[:80] if name != "body" else ""
        hint = f"{own} {top.hint}"[:120].strip() if own else top.hint
        hidden = top.is_hidden or mark == Mark.HIDDEN
        return _Open(name, region, self._articles if region == 2 else 0, hidden, marks, hint)

    def _imply_end(self, name: str, at: int) -> None:
        """End the paragraph, list item or cell that this block's beginning ends."""
        for opened in reversed(self._stack[-8:]):
            if opened.name == "p" or (opened.name == name and name in _SELF_CLOSING):
                self._end(opened.name, at)
                return
            if opened.name in BLOCKS:
                return

    def _end(self, name: str, at: int) -> None:
        if name in BLOCKS:
            self._close_block()
        if not self._names[name]:
            return
        while self._stack:
            top = self._stack.pop()
            self._names[top.name] -= 1
            self._links -= top.name == "a"
            if top.pending:
                slot, start = top.pending.slot, top.pending.start
                content = plain(self._text[start : min(at, start + 2000)])
                self.elements[slot] = replace(self.elements[slot], content=content)
            if top.name == name:
                return

    def _close_block(self) -> None:
        built = self._builder.finish()
        if built is None:
            return
        top = self._top()
        tag = next((o.name for o in reversed(self._stack[-12:]) if o.name in BLOCKS), "")
        text, runs, n_linked = built
        block = Block(text, runs, tag, top.hint, top.is_hidden, top.region, top.article, n_linked)
        self._drafts.append(Draft(block, top.marks))


def _is_telling(attributes: dict[str, str]) -> bool:
    """Whether a link leads to the front page, or to the author."""
    return attributes.get("rel") == "author" or bool(_ROOT_LINK.match(attributes.get("href", "#x").strip() or "#x"))


def read_page(text: str, encoding: str, skip: int) -> PageReader:
    """Read a page: its blocks, its metadata elements, its depth, its language.

    Args:
        text: the decoded page.
        encoding: the codec that decoded it.
        skip: bytes of byte order mark before it.
    """
    reader = PageReader(text, ByteOffsets(text, encoding, skip))
    reader.read()
    return reader
