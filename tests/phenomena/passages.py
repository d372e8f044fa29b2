"""Loads the passages on the forty-two phenomena of attribution: what each says, and the rows that a reader must find.

A file ``passages/<part>/<NN>-<name>.toml`` holds passages written for the entry NN. Spans are written as words, because
people write these files: each string must stand in the text once, or say which time it does ("said@2"). Words are
counted whole, so that "he" is not found in "the". A mark that fails to point is worse than none, so the loader refuses
whatever could be read in two ways, and tells all that is wrong at once.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from woozle.model.values import Span

FOLDER = Path(__file__).with_name("passages")
PARTS = ("dev", "practice", "test")
N_PHENOMENA = 42
MODES = ("direct", "indirect", "mixed")
ACTS = ("assert", "deny", "direct", "intend", "ask", "decline", "believe")
STANCES = ("plain", "reported", "unverified", "rumoured", "doubted")
CARRIERS = ("person", "organisation", "outlet", "post", "document")

_WORD = re.compile(r"\w")
_NUMBERED = re.compile(r"(?s)(.+)@([1-9]\d*)")
_FILE = re.compile(r"(\d\d)-[\w-]+")
_PASSAGE_FIELDS = {"id", "phenomena", "text", "outlet", "quotes_nobody", "rows"}
_PASSAGE_NEEDS = ("id", "phenomena", "text", "rows")
_ROW_FIELDS = {"content", "cue", "source", "who", "mode", "act", "stance", "via", "parent"}
_VALUES = {"mode": MODES, "act": ACTS, "stance": STANCES}


class BadPassages(Exception):
    """The files do not hold what they should; one line for each mistake, with file, passage, row and words."""


@dataclass(frozen=True, slots=True)
class GoldCarrier:
    """Somebody or something between outlet and source, as RECORD.md calls ``via``."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class GoldRow:
    """One attribution that a reader must find; the fields of RECORD.md.

    Attributes:
        content: in text order; empty for acts without any, such as a bare "declined to comment".
        who: the fullest name of the one whom the source means; None where nobody is named.
        via: outermost carrier first.
        parent: position in the passage's rows, from 0, of the row that this one is nested in.
    """

    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    who: str | None
    mode: str
    act: str
    stance: str
    via: tuple[GoldCarrier, ...]
    parent: int | None


@dataclass(frozen=True, slots=True)
class Passage:
    """A short invented text with its true attributions.

    Attributes:
        part: ``dev`` and ``practice``, which may be read while the program is worked on (the engine learns from the
            second), or ``test``, which is only scored.
        phenomena: numbers of the entries it touches, 1 to 42; the one it was written for first.
        quotes_nobody: stretches in quotation marks that are nobody's speech: titles, nicknames, scare quotes.
    """

    id: str
    part: str
    phenomena: tuple[int, ...]
    text: str
    outlet: str | None
    quotes_nobody: tuple[Span, ...]
    rows: tuple[GoldRow, ...]


def places(text: str, words: str) -> list[tuple[int, int]]:
    """Where some words stand in a text, half-open in code points: whole words only, one place after the other."""
    before = r"(?<!\w)" if _WORD.match(words[:1]) else ""
    after = r"(?!\w)" if _WORD.match(words[-1:]) else ""
    return [found.span() for found in re.finditer(before + re.escape(words) + after, text)]


class _Reader:
    """Reads one table of a file and gathers what is wrong with it; `where` names file, passage and row."""

    def __init__(self, where: str, text: str, faults: list[str]) -> None:
        self._where, self.text, self._faults = where, text, faults

    def inside(self, where: str) -> "_Reader":
        """A reader for a part of the same passage."""
        return _Reader(f"{self._where}, {where}", self.text, self._faults)

    def fault(self, what: str) -> None:
        self._faults.append(f"{self._where}: {what}")

    def span(self, name: str, words: object) -> Span | None:
        """The one place that some words point at; None, and a fault, where there is not one."""
        if not isinstance(words, str) or not words.strip():
            self.fault(f"{name} must be words of the text, not {words!r}")
            return None
        numbered = _NUMBERED.fullmatch(words)
        bare, number = (numbered[1], int(numbered[2])) if numbered else (words, 0)
        found = places(self.text, bare)
        if not found:
            self.fault(f"{name} {bare!r} does not stand in the text")
        elif number > len(found):
            self.fault(f"{name} {words!r} asks for time {number}, but the words stand there {len(found)} times")
        elif not number and len(found) > 1:
            self.fault(f"{name} {words!r} stands there {len(found)} times: say which, such as {words + '@1'!r}")
        else:
            start, end = found[max(number, 1) - 1]
            return Span(start, end, self.text[start:end])
        return None

    def spans(self, name: str, value: object) -> tuple[Span, ...]:
        """Several stretches."""
        if not isinstance(value, list):
            self.fault(f"{name} must be a list of words of the text, not {value!r}")
            return ()
        return tuple(span for words in value if (span := self.span(name, words)))

    def content(self, value: object) -> tuple[Span, ...]:
        """The pieces of a content, which must hold words, come in text order and not overlap."""
        found = self.spans("content", value)
        if any(left.end > right.start for left, right in pairwise(found)):
            self.fault(f"content is not in text order, or its pieces overlap: {[span.text for span in found]!r}")
        for span in found:
            if not _WORD.search(span.text):
                self.fault(f"content {span.text!r} holds no word")
        return found

    def name(self, value: object) -> str | None:
        """A name that the text holds, however often."""
        bare = _NUMBERED.sub(r"\1", value) if isinstance(value, str) else ""
        if not bare or not places(self.text, bare):
            self.fault(f"who {value!r} does not stand in the text")
        return bare or None

    def carriers(self, value: object) -> tuple[GoldCarrier, ...]:
        """The carriers of a row, outermost first."""
        pairs = value if isinstance(value, list) else [value]
        found = []
        for pair in pairs:
            if not isinstance(pair, list) or len(pair) != 2 or pair[1] not in CARRIERS:
                self.fault(f"via must list [words, kind], kind one of {', '.join(CARRIERS)}, not {pair!r}")
            elif span := self.span("via", pair[0]):
                found.append(GoldCarrier(span, pair[1]))
        return tuple(found)


def _row(read: _Reader, row: Mapping[str, Any]) -> GoldRow:
    for name in sorted(row.keys() - _ROW_FIELDS):
        read.fault(f"there is no field {name!r}")
    for name, allowed in _VALUES.items():
        if row.get(name) not in allowed:
            read.fault(f"{name} must be one of {', '.join(allowed)}, not {row.get(name)!r}")
    if row.get("content") == [] and "cue" not in row:
        read.fault("a row without content needs a cue, or nothing can be matched with it")
    parent = row.get("parent")
    return GoldRow(
        content=read.content(row.get("content")),
        cue=read.span("cue", row["cue"]) if "cue" in row else None,
        source=read.span("source", row["source"]) if "source" in row else None,
        who=read.name(row["who"]) if "who" in row else None,
        mode=str(row.get("mode")),
        act=str(row.get("act")),
        stance=str(row.get("stance")),
        via=read.carriers(row["via"]) if "via" in row else (),
        parent=parent - 1 if isinstance(parent, int) else None,
    )


def _parent_fault(rows: Sequence[Any], number: int) -> str | None:
    """What is wrong with the parents above a row, counted from 1; None if they end at a row without one."""
    seen, at = {number}, rows[number - 1].get("parent")
    while at is not None:
        if type(at) is not int or not 1 <= at <= len(rows):
            return f"parent {at!r} is no row of the passage: they count from 1 to {len(rows)}"
        if at in seen:
            return "it is its own parent" if at == number else f"its parents run in a circle through row {at}"
        seen.add(at)
        at = rows[at - 1].get("parent")
    return None


def _phenomena(read: _Reader, value: object, number: int) -> tuple[int, ...]:
    numbers = value if isinstance(value, list) else []
    known = [each for each in numbers if type(each) is int and 1 <= each <= N_PHENOMENA]
    if not numbers or len(set(known)) != len(numbers):
        read.fault(f"phenomena must be different numbers from 1 to {N_PHENOMENA}, not {value!r}")
    elif numbers[0] != number:
        read.fault(f"phenomena begin with {numbers[0]}, but the file is for {number}")
    return tuple(known)


def _rows(read: _Reader, value: object) -> tuple[GoldRow, ...]:
    rows = value if isinstance(value, list) else [value]
    if not all(isinstance(row, dict) for row in rows):
        read.fault(f"rows must be a list of tables, not {value!r}")
        return ()
    told = []
    for number, row in enumerate(rows, 1):
        inner = read.inside(f"row {number}")
        told.append(_row(inner, row))
        if fault := _parent_fault(rows, number):
            inner.fault(fault)
    return tuple(told)


def _passage(read: _Reader, part: str, number: int, raw: Mapping[str, Any]) -> Passage:
    for name in sorted(raw.keys() - _PASSAGE_FIELDS):
        read.fault(f"there is no field {name!r}")
    for name in _PASSAGE_NEEDS:
        if name not in raw:
            read.fault(f"the field {name!r} is missing")
    for name in ("text", "outlet"):
        if name in raw and (not isinstance(raw[name], str) or not raw[name].strip()):
            read.fault(f"{name} must hold words, not {raw[name]!r}")
    return Passage(
        id=str(raw.get("id")),
        part=part,
        phenomena=_phenomena(read, raw.get("phenomena"), number),
        text=read.text,
        outlet=raw.get("outlet"),
        quotes_nobody=read.spans("quotes_nobody", raw.get("quotes_nobody", [])),
        rows=_rows(read, raw.get("rows", [])),
    )


def _file(path: Path, faults: list[str]) -> Iterator[tuple[str, Passage]]:
    """The passages of a file, each with the words that name it in a message."""
    part, name = path.parent.name, f"{path.parent.name}/{path.name}"
    number = _FILE.fullmatch(path.stem)
    if not number or not 1 <= int(number[1]) <= N_PHENOMENA:
        faults.append(f"{name}: a file is called NN-name.toml, NN from 01 to {N_PHENOMENA}")
        return
    try:
        tables = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        faults.append(f"{name}: {error}")
        return
    raws = tables.get("passage")
    if tables.keys() != {"passage"} or not isinstance(raws, list):
        faults.append(f"{name}: a file holds [[passage]] tables and nothing else")
        return
    for at, raw in enumerate(raws, 1):
        where = f"{name}: passage {raw.get('id', f'number {at}')}"
        if "id" in raw and not re.fullmatch(rf"{number[1]}-\d\d+", str(raw["id"])):
            faults.append(f"{where}: its id must be {number[1]}- and a number of two digits")
        text = raw.get("text")
        read = _Reader(where, text if isinstance(text, str) else "", faults)
        yield where, _passage(read, part, int(number[1]), raw)


def load(folder: Path = FOLDER) -> tuple[Passage, ...]:
    """Every passage of every part, by part and file, in the order written.

    Raises:
        BadPassages: files that cannot be read in exactly one way; all mistakes are told.
    """
    faults: list[str] = []
    found: dict[str, tuple[str, Passage]] = {}
    for path in sorted(folder.rglob("*.toml")):
        if path.parent.parent != folder or path.parent.name not in PARTS:
            faults.append(f"{path.relative_to(folder)}: a file lies in {' or '.join(PARTS)}")
            continue
        for where, passage in _file(path, faults):
            if passage.id in found:
                faults.append(f"{where}: the id is taken by {found[passage.id][0]}")
            found.setdefault(passage.id, (where, passage))
    if faults:
        raise BadPassages("\n".join(faults))
    return tuple(passage for _, passage in found.values())
