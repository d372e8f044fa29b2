"""Wires the clean step: pages in, documents out, and a problem for each page that is short of its article."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from woozle.model.ids import document_id, row_id
from woozle.model.records import Document, Page, Problem
from woozle.model.values import Run
from woozle.stages.clean.article import article_blocks
from woozle.stages.clean.findings import language, missing_article, wall
from woozle.stages.clean.joining import join
from woozle.stages.clean.lines import lines_of, own_lines
from woozle.step import Batch, MapStep
from woozle.toolbox.when.bounds import not_before


@dataclass(frozen=True, slots=True)
class CleanSettings:
    """Nothing to set yet."""


def clean(batch: Mapping[str, Sequence[Page]], settings: CleanSettings) -> Batch:
    """Documents out of a batch of pages."""
    documents: list[Document] = []
    problems: list[Problem] = []
    del settings
    for page in batch["pages"]:
        document, found = clean_page(page)
        documents += [document] if document else []
        problems += found
    return {"documents": documents, "clean_problems": problems}


def clean_page(page: Page) -> tuple[Document | None, list[Problem]]:
    """The document of a page, if it has an article, and what there is to say about it."""
    blocks = article_blocks(page.blocks)
    every = lines_of(blocks)
    lines = own_lines(every, page.title, is_text=page.form == "text")
    text, runs = join(blocks, lines, every, page.encoding)
    missing = missing_article(page, text)
    if missing:
        return None, [_problem(page, None, missing[0], f"{page.input}: not read, {missing[1]}.")]
    found, doubt = language(page, text)
    document = _document(page, text, found, tuple(runs))
    told = {"paywall": wall(page, text), "language": doubt}
    said = [_problem(page, document.id, kind, f"{page.input}: {message}.") for kind, message in told.items() if message]
    return document, said


def _document(page: Page, text: str, found: str | None, runs: tuple[Run, ...]) -> Document:
    return Document(
        id=document_id(page.id),
        capture_sha256=page.id,
        input=page.input,
        inputs=page.inputs,
        outlet=page.outlet,
        publisher_group=page.publisher_group,
        title=page.title,
        authors=page.authors,
        published=page.published,
        language=found,
        encoding=page.encoding,
        text=text,
        byte_map=runs,
        not_before=None if page.published else _not_before(text),
        published_day=page.published_day,
        url=page.url,
    )


def _not_before(text: str) -> str | None:
    moment = not_before(text)
    return None if moment is None else moment.isoformat() + "Z"


def _problem(page: Page, document: str | None, kind: str, message: str) -> Problem:
    return Problem(row_id("problem", "clean", page.id, kind), page.input, document, "clean", kind, message)


CLEAN = MapStep("clean", 4, ("pages",), {"documents": Document}, CleanSettings(), clean)
