"""Reports as they are grown: paragraphs of units, each with the marks of the truth that lie in it."""

import itertools
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from benchmarks.growing.pages import Shown, shown_file

#: Lists of the truth whose rows name words of one report by one string.
NAMED = {"times": "text", "quantities": "text", "places": "text", "non_quotes": "text"}
_SENTENCE = re.compile(r"(?<=[.!?])(?:[”’\"')]*) (?=[“‘\"'(]?[A-Z0-9])")
_SHORT = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|No|Col|Gen|Lt|Sgt|Capt|Prof|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[ap]\.m))\.$"
)
_DATELINE = re.compile(r"^[A-Z][A-Z ]+(?:,[^()]{0,30})?\([^()]{3,40}\) ?[-–—] ")


#: A half-open stretch of a text, and what is put there.
Change = tuple[int, int, str]


def applied(text: str, changes: Sequence[Change], start: int, end: int) -> str:
    """The stretch [start, end) of a text with the changes, in order, that lie in it."""
    parts, at = [], start
    for first, last, new in changes:
        if start <= first and last <= end:
            parts += [text[at:first], new]
            at = last
    return "".join((*parts, text[at:end]))


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a unit that a row of the truth names: half-open [start, end) in the unit.

    ``part`` is ``content`` or ``mention`` for an attribution, ``words`` for a statement and a named thing.
    """

    table: str
    row: int
    part: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, or several that marks or quotation marks hold together; ``text`` may hold paragraph breaks."""

    text: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Body:
    """The article of a report: a headline and paragraphs of units."""

    title: Unit
    paragraphs: tuple[tuple[Unit, ...], ...]

    @property
    def units(self) -> Iterator[Unit]:
        """All units, the headline first."""
        yield self.title
        for paragraph in self.paragraphs:
            yield from paragraph


@dataclass(frozen=True, slots=True)
class Report:
    """A report of a world: its row of the documents, and its article."""

    row: Mapping[str, Any]
    body: Body
    is_exhaustive: bool = True


@dataclass(slots=True)
class Story:
    """A story: its truth, its reports, and every row of the truth that names words, by table."""

    name: str
    truth: dict[str, Any]
    files: dict[str, str]
    seen: dict[str, Shown]
    statements: list[tuple[str, dict[str, Any]]] = field(default_factory=list)


def read_story(folder: Path) -> Story:
    """A story from its folder.

    Raises:
        OSError, ValueError: it is none.
    """
    truth = json.loads((folder / "truth.json").read_text("utf-8"))
    files = {row["id"]: (folder / row["file"]).read_text("utf-8") for row in truth["documents"]}
    seen = {row["id"]: shown_file(folder / row["file"]) for row in truth["documents"]}
    return Story(folder.name, truth, files, seen, statements_of(truth))


def statements_of(truth: Mapping[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """All statements of all claims, each with the id of its claim."""
    return [(claim["id"], row) for claim in truth["claims"] for row in claim["statements"]]


def place(text: str, words: str | None, span: Sequence[int] | None) -> tuple[int, int] | None:
    """Where words stand in a text: at their span if the truth gives one, else where they come first."""
    if span is not None:
        return span[0], span[1]
    wanted = " ".join((words or "").split())
    at = text.find(wanted) if wanted else -1
    return (at, at + len(wanted)) if at >= 0 else None


def named_words(
    truth: Mapping[str, Any], statements: Iterable[tuple[str, dict[str, Any]]]
) -> Iterator[tuple[Any, ...]]:
    """(table, row number, part, report, words, span or None) of everything in the truth that names words."""
    for at, row in enumerate(truth["attributions"]):
        yield "attributions", at, "content", row["doc"], row["content"], row["span"]
        yield "attributions", at, "mention", row["doc"], row["source_mention"], row["mention_span"]
    for at, (_, row) in enumerate(statements):
        yield "statements", at, "words", row["doc"], row["content"], row.get("span")
    for table, name in NAMED.items():
        for at, row in enumerate(truth.get(table, ())):
            yield table, at, "words", row["doc"], row[name], row.get("span")


def bodies(story: Story) -> dict[str, Body]:
    """The article of every report, with its marks, by the id of the report."""
    marks: dict[str, list[Mark]] = {name: [] for name in story.seen}
    for table, at, part, doc, words, span in named_words(story.truth, story.statements):
        found = place(story.seen[doc].text, words, span)
        if found:
            marks[doc].append(Mark(table, at, part, *found))
    titles = {row["id"]: row["title"] or "" for row in story.truth["documents"]}
    return {name: _body(shown, " ".join(titles[name].split()), marks[name]) for name, shown in story.seen.items()}


def _body(shown: Shown, title: str, marks: Sequence[Mark]) -> Body:
    head, rest = Unit(title), []
    for start, end in shown.paragraphs:
        text = shown.text[start:end].strip()
        if text == title:
            head = _unit(shown.text, (start, start + len(text)), marks)
        elif _is_running(text):
            rest.append((start, end))
    return Body(head, tuple(_units(shown.text, rest, marks)))


def _is_running(text: str) -> bool:
    """Whether a paragraph is running text: no byline, caption, subheading or note in brackets."""
    return len(text.split()) > 6 and text[-1] in '.!?”"’…' and text[0] not in "(["


def _unit(text: str, bounds: tuple[int, int], marks: Sequence[Mark]) -> Unit:
    start, end = bounds
    inside = [mark for mark in marks if start <= mark.start and mark.end <= end]
    return Unit(
        text[start:end], tuple(replace(mark, start=mark.start - start, end=mark.end - start) for mark in inside)
    )


def _units(text: str, paragraphs: Sequence[tuple[int, int]], marks: Sequence[Mark]) -> Iterator[tuple[Unit, ...]]:
    for paragraph in paragraphs:
        start = paragraph[0]
        end = start + len(text[start : paragraph[1]].rstrip())
        head = _DATELINE.match(text[start:end])
        start += head.end() if head else 0
        cuts = [start, *_breaks(text, start, end), end]
        kept = [cut for cut in cuts if not any(mark.start < cut < mark.end for mark in marks if mark.end <= end)]
        bounds = [(a, b - (b < end)) for a, b in itertools.pairwise(kept)]
        yield tuple(_unit(text, bound, marks) for bound in bounds)


def _breaks(text: str, start: int, end: int) -> Iterator[int]:
    """Where a new sentence begins outside of quotation marks."""
    for found in _SENTENCE.finditer(text, start, end):
        before = text[start : found.end()]
        is_balanced = before.count("“") == before.count("”") and before.count('"') % 2 == 0
        if is_balanced and not _SHORT.search(text[start : found.start()]):
            yield found.end()


def named(row: Mapping[str, Any], texts: Mapping[str, str]) -> dict[str, Any]:
    """A row of the truth with other words; what the truth leaves open stays open."""
    return {key: texts.get(key, value) if value is not None else None for key, value in row.items()}


def our_stories() -> list[Story]:
    """The stories that ship with the project, by name."""
    folder = Path(__file__).resolve().parents[2] / "tests" / "stories"
    return [read_story(path.parent) for path in sorted(folder.glob("*/truth.json"))]
