"""Wires the ingest step: the bytes of captures in, pages out, and a problem for each that is no readable report."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from woozle.model.ids import row_id
from woozle.model.records import Page, Problem
from woozle.model.values import CaptureContent
from woozle.stages.ingest.faults import refusal, remarks, too_long
from woozle.stages.ingest.reading import is_markup, read_markup, read_text
from woozle.step import Batch, MapStep
from woozle.toolbox.text.encoding import decode


@dataclass(frozen=True, slots=True)
class IngestSettings:
    """What is no news report, and is listed instead of read.

    Attributes:
        largest_megabytes: a page saved with its pictures may be large, and is mostly pictures.
        longest_characters: of visible text; a novel has a million.
    """

    largest_megabytes: int = 32
    longest_characters: int = 2_000_000


def ingest(batch: Mapping[str, Sequence[CaptureContent]], settings: IngestSettings) -> Batch:
    """Pages out of a batch of captures."""
    pages: list[Page] = []
    problems: list[Problem] = []
    for capture in batch["captures"]:
        page, found = read_capture(capture, settings)
        pages += [page] if page else []
        problems += [_problem(capture, kind, message) for kind, message in found]
    return {"pages": pages, "ingest_problems": problems}


def read_capture(capture: CaptureContent, settings: IngestSettings) -> tuple[Page | None, list[tuple[str, str]]]:
    """The page of a capture, if it is one, and what there is to say about it: pairs of a kind and a message."""
    refused = refusal(capture.content, settings.largest_megabytes)
    if refused:
        return None, [refused]
    decoded, most = decode(capture.content, capture.told.charset if capture.told else None), settings.longest_characters
    if is_markup(capture, decoded.text):
        page, dated, reader = read_markup(capture, decoded)
        long = too_long(sum(len(block.text) for block in page.blocks), most)
        return (None, [long]) if long else (page, remarks(decoded, dated, reader))
    long = too_long(len(decoded.text), most)
    if long:
        return None, [long]
    page, dated = read_text(capture, decoded)
    return page, remarks(decoded, dated, None)


def _problem(capture: CaptureContent, kind: str, message: str) -> Problem:
    # No document is named: whether the page becomes one is for the next step to say.
    source = capture.inputs[0]
    return Problem(row_id("problem", "ingest", capture.id, kind), source, None, "ingest", kind, f"{source}: {message}.")


INGEST = MapStep("ingest", 4, ("captures",), {"pages": Page}, IngestSettings(), ingest, is_risky=True)
