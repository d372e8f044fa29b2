"""Bytes to a page: decoded, read into blocks, asked who published it, who wrote it, and when."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from woozle.model.records import Block, Page
from woozle.model.values import CaptureContent, Told
from woozle.stages.ingest.authors import written_by
from woozle.stages.ingest.dating import Dated, when
from woozle.stages.ingest.declared import read_declared
from woozle.stages.ingest.headlines import around, headline
from woozle.stages.ingest.mastheads import read_head
from woozle.stages.ingest.outlets import page_outlet, publisher_group, text_outlet, told_outlet
from woozle.toolbox.text.encoding import Decoded
from woozle.toolbox.text.furniture import stored_at
from woozle.toolbox.text.html import PageReader, read_page
from woozle.toolbox.text.plain import read_plain
from woozle.toolbox.text.printed import Printed, find_printed

_MARKUP = re.compile(r"<\s*(?:!doctype\s+html|html|head|body|article|p|div)\b", re.I)
_ENDINGS = (".html", ".htm", ".xhtml")
#: A dateline: a place in capitals, perhaps an agency, a dash (behind a year a stop), at the beginning of a paragraph.
_DATELINE = re.compile(
    r"^\W{0,3}[A-Z][A-Z.'’ /-]{2,40},\s(?P<date>[^\n()–—]{3,40}?)\s*(?:\([^)]{1,40}\)\s*)?"
    r"(?:[-–—]|(?<=(?:19|20)\d\d)[.:]\s)"
)


@dataclass(frozen=True, slots=True)
class Said:
    """What a page says about itself."""

    outlet: str | None
    publisher_group: str | None
    title: str | None
    authors: tuple[str, ...]
    dated: Dated
    language: str | None


def is_markup(capture: CaptureContent, text: str) -> bool:
    """Whether a capture is a page of HTML: by what it begins with, or by its name if it holds any markup."""
    if _MARKUP.search(text[:1024]):
        return True
    if capture.told and capture.told.form:
        return capture.told.form == "html" and re.search(r"<[a-zA-Z/!]", text) is not None
    named = any(name.lower().split("?")[0].endswith(_ENDINGS) for name in capture.inputs)
    return named and re.search(r"<[a-zA-Z/!]", text) is not None


def read_text(capture: CaptureContent, decoded: Decoded) -> tuple[Page, Dated]:
    """A plain text as a page."""
    told = capture.told or Told()
    blocks = read_plain(decoded.text, decoded.encoding, decoded.skip)
    paragraphs = [block.text for block in blocks]
    head = read_head(paragraphs)
    outlet = told_outlet(told, head.outlet or text_outlet(paragraphs))
    last = [line.strip() for text in paragraphs[-3:] for line in text.splitlines() if len(line.split()) < 10]
    printed = _printed([*head.lines, *_datelines(paragraphs), *last])
    stored = next((found for text in paragraphs for line in text.splitlines()[:3] if (found := stored_at(line))), None)
    stamps = [told.published] if told.published else []
    dated = when(printed, stamps, words="\n".join(paragraphs), url=told.url, stored=stored)
    signed = [(text, "sign") for text in paragraphs[-1:] if len(text.split()) in (2, 3) and not text.isupper()]
    authors = written_by((), [*((line, "") for line in head.lines), *signed], outlet)
    group = publisher_group(None, paragraphs, outlet)
    said = Said(outlet, group, told.title or head.title, authors, dated, told.language)
    return _page(capture, "text", decoded.encoding, said, blocks), dated


def read_markup(capture: CaptureContent, decoded: Decoded) -> tuple[Page, Dated, PageReader]:
    """A page of HTML as a page."""
    told = capture.told or Told()
    reader = read_page(decoded.text, decoded.encoding, decoded.skip)
    blocks, declared = reader.blocks, read_declared(reader.elements)
    title = headline(declared, blocks)
    outlet = told_outlet(told, page_outlet(declared, title, blocks))
    lines = around(blocks, title)
    times = [one.content for one in reader.elements if one.name == "time" and not one.is_furniture and one.content]
    texts = [block.text for block in blocks]
    printed = _printed([*(line for line, _, rank in lines if rank == 0), *times[:1], *_datelines(texts)])
    printed += _printed([line for line, _, rank in lines if rank == 1])
    elsewhere = _printed([line for line, _, rank in lines if rank == 2])
    printed += [one for one in elsewhere if one.label in ("published", "updated")]
    given = [told.published] if told.published else []
    stamps = [*declared.published, *_stamps(reader), *given, *declared.modified]
    words = "\n".join(texts)[:2_000_000]
    dated = when(printed, stamps, words=words, url=declared.url or told.url, stored=None)
    authors = written_by(declared.authors, [(line, hint) for line, hint, _ in lines], outlet)
    group = publisher_group(declared, texts, outlet)
    said = Said(
        outlet, group, title or told.title, authors, dated, reader.language or declared.language or told.language
    )
    return _page(capture, "html", decoded.encoding, said, blocks), dated, reader


def _stamps(reader: PageReader) -> list[str]:
    """What ``time`` elements of the article say to machines; the first that says a day."""
    times = [one for one in reader.elements if one.name == "time" and not one.is_furniture]
    return [one.attributes["datetime"] for one in times if re.match(r"\d{4}-", one.attributes.get("datetime", ""))][:1]


def _printed(lines: Sequence[str]) -> list[Printed]:
    """The dates of some lines, each line by itself; of equal ones the first."""
    return [one for line in lines for one in find_printed(line)]


def _datelines(paragraphs: Sequence[str]) -> list[str]:
    return [found["date"] for text in paragraphs[:40] if (found := _DATELINE.match(text))][:1]


def _page(capture: CaptureContent, form: str, encoding: str, said: Said, blocks: tuple[Block, ...]) -> Page:
    return Page(
        id=capture.id,
        input=capture.inputs[0],
        inputs=capture.inputs,
        form=form,
        encoding=encoding,
        outlet=said.outlet,
        publisher_group=said.publisher_group,
        title=said.title,
        authors=said.authors,
        published=said.dated.published,
        declared_language=said.language,
        blocks=blocks,
        published_day=said.dated.day,
        url=capture.told.url if capture.told else None,
    )
