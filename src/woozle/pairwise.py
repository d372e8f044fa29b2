"""Files beside each other without a case: read as `add` and `run` read them, compared each two of them."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np

from woozle.compare import Passages, passages
from woozle.errors import UsageError
from woozle.model.ids import bytes_id, row_id
from woozle.model.records import Passage, Problem
from woozle.model.values import CaptureContent
from woozle.stages.clean.steps import CleanSettings, clean
from woozle.stages.copies.pairs import passage_id
from woozle.stages.ingest.steps import IngestSettings, ingest
from woozle.store.inputs import Found, find, printable
from woozle.toolbox.copying.align import align
from woozle.toolbox.copying.marked import Marked, marks
from woozle.toolbox.copying.split import Splitter

#: Half-open ranges of code points.
Ranges = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """What some files share.

    Attributes:
        texts: name and text of each file that could be read; the offsets of passages count in these texts.
        passages: what two of them share; a file's name is its id, the left side is the file that was named first.
        problems: what could not be read, and what is to be said of the rest.
    """

    texts: tuple[tuple[str, str], ...]
    passages: tuple[Passage, ...]
    problems: tuple[Problem, ...]

    def pairs(self) -> Sequence[tuple[str, str, tuple[Passage, ...]]]:
        """Each two of the files in the order in which they were named, and what they share."""
        found: dict[tuple[str, str], list[Passage]] = {}
        for row in self.passages:
            found.setdefault((row.left.document_id, row.right.document_id), []).append(row)
        names = [name for name, _ in self.texts]
        return [(one, other, tuple(found.get((one, other), ()))) for one, other in combinations(names, 2)]

    @staticmethod
    def same_words(row: Passage) -> tuple[Ranges, Ranges]:
        """Where the words of a passage that are the same stand in the texts of its left and of its right side."""
        one, other = marks([row.left.text, row.right.text], Splitter())
        left, right = align(one.seeds, other.seeds).same
        return _ranges(one, left), _ranges(other, right)


def beside(paths: Iterable[str | Path]) -> Beside:
    """What files share, each two of them.

    Args:
        paths: two files or more, .txt or .html; or pages saved under another name.

    Raises:
        UsageError: fewer than two files are named.
    """
    names = [str(path) for path in paths]
    if len(names) < 2:
        raise UsageError("name two files or more: passages are what two texts share")
    texts: list[tuple[str, str]] = []
    problems: list[Problem] = []
    for number, name in enumerate(names):
        shown = printable(name) if name not in names[:number] else f"{printable(name)} (file {number + 1})"
        text, found = _read(name, shown)
        problems += found
        texts += [] if text is None else [(shown, text)]
    return Beside(tuple(texts), _in_order(passages(texts), [name for name, _ in texts]), tuple(problems))


def _in_order(rows: Passages, names: Sequence[str]) -> tuple[Passage, ...]:
    """The passages with the file that was named first on the left, in the order of the files and of their texts."""
    place = {name: at for at, name in enumerate(names)}
    found = [
        row
        if place[row.left.document_id] < place[row.right.document_id]
        else Passage(passage_id(row.right, row.left), row.right, row.left, row.kind, row.score, row.reasons)
        for row in rows
    ]
    return tuple(
        sorted(
            found,
            key=lambda row: (
                place[row.left.document_id],
                place[row.right.document_id],
                row.left.start,
                row.right.start,
                row.id,
            ),
        )
    )


def _read(name: str, shown: str) -> tuple[str | None, list[Problem]]:
    """The text of a file, or None; and what is to be said of it."""
    if os.path.isdir(name):
        return None, [_problem(shown, "folder", f"{shown} is a folder: name the files in it")]
    (found, *_) = find([name]) if os.path.lexists(name) else [Found(name, ("missing", f"there is no file {shown}"))]
    if isinstance(found, Found) and found.fault:
        return None, [_problem(shown, *found.fault)]
    try:
        content = Path(name).read_bytes()
    except OSError as error:
        return None, [_problem(shown, "unreadable", f"{shown} cannot be read: {error.strerror}")]
    if not content.strip():
        return None, [_problem(shown, "empty", f"{shown} is empty")]
    capture = CaptureContent(bytes_id(content), (shown,), content)
    pages = ingest({"captures": [capture]}, IngestSettings())
    made = clean(pages, CleanSettings())
    problems = [*pages["ingest_problems"], *made["clean_problems"]]
    return next((row.text for row in made["documents"]), None), problems


def _problem(shown: str, kind: str, message: str) -> Problem:
    return Problem(row_id("problem", "passages", shown, kind), shown, None, "passages", kind, message)


def _ranges(marked: Marked, same: bytearray) -> Ranges:
    """Runs of same words, from the first character to the last."""
    flags = np.frombuffer(b"\0" + bytes(same) + b"\0", np.uint8)
    edges = np.flatnonzero(flags[1:] != flags[:-1]).tolist()
    return tuple(marked.span((first, behind)) for first, behind in zip(edges[::2], edges[1::2], strict=True))
