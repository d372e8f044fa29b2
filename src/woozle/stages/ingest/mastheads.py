"""The head of a plain text: its masthead, its headline, and the lines that say who wrote it and when."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from woozle.stages.ingest.authors import byline
from woozle.stages.ingest.outlets import NEWS_WORD, tidy
from woozle.toolbox.text.furniture import is_furniture_line, is_picture_name
from woozle.toolbox.text.printed import find_printed

_LABELLED = re.compile(r"^(?:programme|program|title|headline|subject|heading|betreff)\s*:\s*(?P<title>\S.*)$", re.I)
_ISSUE = re.compile(r"\b(?:no\.?|number|issue|edition|vol(?:ume)?\.?|bulletin|printing|transcript)\b", re.I)
_FIELD = re.compile(r"^[A-Z][\w ]{1,24}:\s")
_ENDS = re.compile(r"[.;,:]$")
_DATELINE = re.compile(r"^[A-Z][A-Z.'’ /-]{2,40}(?:,[^-–—]{1,40})?(?:\s*\([^)]{1,40}\))?\s*[-–—]\s")
_MOST_WORDS = 30
#: What an outlet says of itself behind its name.
_MOTTO = re.compile(r"\s+[-–—|]\s+")
#: Words of a line that says where and when a report came out.
_MOST_DATED = 14
_SMALL = frozenset("of the and for in on at de la & to".split())


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a text. ``lines``: what is neither masthead name nor headline nor running text, in order."""

    outlet: str | None
    title: str | None
    lines: tuple[str, ...]


def read_head(paragraphs: Sequence[str]) -> Head:
    """The head of a text's paragraphs, whose lines stand as in the file."""
    blocks = [
        [line.strip() for line in text.splitlines() if line.strip() and not _is_noise(line)] for text in paragraphs[:12]
    ]
    blocks = [block for block in blocks if block]
    dated = dated_name([line for block in blocks[:4] for line in block])
    outlet, above = (None, list[str]()) if dated else _masthead(blocks)
    rest = blocks[1:] if outlet else blocks
    title, lines = _title(rest)
    if title is None and outlet:
        title = _title_inside(above)
    elif outlet:
        labelled = next((found["title"] for line in above if (found := _LABELLED.match(line))), None)
        title = labelled or title
    # A headline in the masthead's own paragraph stands before a text that begins with a section's name.
    inside = _title_inside(above) if outlet else None
    if title and inside and title.isupper() and not inside.isupper():
        title = inside
    return Head(outlet or dated, title, (*above, *lines))


def _is_noise(line: str) -> bool:
    return is_picture_name(line) or is_furniture_line(line)


def _masthead(blocks: Sequence[Sequence[str]]) -> tuple[str | None, list[str]]:
    """The outlet's name and the other lines of the masthead, if the text begins with one."""
    if not blocks or not blocks[1:]:
        return None, []
    name, *others = blocks[0]
    name = _MOTTO.split(name)[0]
    joined = " ".join(others)
    if len(name.split()) > 8 or find_printed(name) or byline(name) is not None:
        return None, []
    has_issue = bool(find_printed(joined)) or bool(_ISSUE.search(joined))
    if others and has_issue and (name.isupper() or NEWS_WORD.search(name) or _is_title_like(blocks[1])):
        return tidy(name), others
    is_name = len(name.split()) <= 5 and NEWS_WORD.search(name) and not re.search(r"[.?!,]", name)
    if not others and is_name and _is_title_like(blocks[1]):
        return tidy(name), []
    return (tidy(name), others) if _is_name_with_motto(name, others, blocks[1]) else (None, [])


def _is_name_with_motto(name: str, others: Sequence[str], following: Sequence[str]) -> bool:
    """Whether a line in capitals with a short line below is a name, and a headline of its own comes behind it."""
    is_motto = len(others) == 1 and len(others[0].split()) <= 7 and not _ENDS.search(others[0])
    if not name.isupper() or len(name.split()) > 4 or not is_motto or not _is_title_like(following):
        return False
    is_signed = any(_says_more(line) for line in following[1:])
    return not find_printed(following[0]) and (is_signed or NEWS_WORD.search(name) is not None)


def dated_name(lines: Sequence[str]) -> str | None:
    """The outlet of a line that says where and when a report came out: "Saltby Echo, Tuesday 7 May 2024"."""
    for line in lines:
        printed = find_printed(line)
        name = line[: printed[0].start].rstrip(" ,.:;|–-") if printed else ""
        if not name or printed[0].label or len(line.split()) > _MOST_DATED or byline(line) is not None:
            continue
        is_name = all(word[:1].isupper() or word in _SMALL for word in name.split())
        if len(name.split()) <= 5 and is_name and (NEWS_WORD.search(name) or name.startswith("The ")):
            return tidy(name)
    return None


def _title(blocks: Sequence[Sequence[str]]) -> tuple[str | None, list[str]]:
    """The first paragraph that can be a headline, and the short lines around it."""
    title: str | None = None
    lines: list[str] = []
    for block in blocks[:8]:
        if title is None and not _DATELINE.match(block[0]) and _is_title_like(block):
            head = block if _is_wrapped_title(block) else block[:1]
            title = " ".join(" ".join(head).split())
            lines += block[len(head) :]
        elif sum(len(line.split()) for line in block) <= _MOST_WORDS:
            lines += block
        elif title is None and len(block) > 1 and _is_title_like(block[:1]) and len(block[0]) < 100 < len(block[1]):
            return block[0], lines
        else:
            break
    return title, lines


def _is_wrapped_title(block: Sequence[str]) -> bool:
    """Whether all lines of a paragraph are one headline."""
    return len(block) <= 3 and not any(_says_more(line) for line in block[1:])


def _says_more(line: str) -> bool:
    """Whether a line says who wrote it, when, or has a label."""
    return bool(find_printed(line) or byline(line) is not None or _FIELD.match(line))


def _is_title_like(block: Sequence[str]) -> bool:
    words = " ".join(block[: 3 if _is_wrapped_title(block) else 1])
    if len(words.split()) > _MOST_WORDS or (find_printed(words) and len(words.split()) < 6):
        return False
    return byline(words) is None and not _ENDS.search(words) and not words.startswith(("- ", "* ", "• ", "("))


def _title_inside(lines: Sequence[str]) -> str | None:
    """A headline among the other lines of a masthead."""
    for line in lines:
        found = _LABELLED.match(line)
        if found:
            return found["title"]
    for line in lines:
        if not find_printed(line) and not _ENDS.search(line) and byline(line) is None and len(line.split()) > 2:
            return line
    return None
