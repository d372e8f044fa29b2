"""woozle passages: what files share, side by side, without a case."""

import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import asdict
from typing import Annotated, Any

import typer

import woozle
from woozle.cli.columns import Sheet
from woozle.cli.output import Json, Out, Quiet, examples, harmless

EPILOG = examples(
    "woozle passages first.txt second.html",
    "woozle passages inbox/*.txt --width 160",
    "woozle passages first.txt second.txt --json",
)
PARTLY = 3
#: Columns of a line where no terminal says how many it has.
WIDTH = 100


def sheet(width: int | None) -> Sheet:
    """The lines of this terminal; colours only on one, and where nobody asked for none (no-color.org)."""
    is_terminal = sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    return Sheet(width or shutil.get_terminal_size((WIDTH, 24)).columns, is_terminal and not os.environ.get("NO_COLOR"))


def _number(rows: tuple[Any, ...]) -> str:
    return f"{len(rows)} shared passage" + ("" if len(rows) == 1 else "s") if rows else "no shared passage"


def _sizes(rows: tuple[Any, ...], found: Any, names: tuple[str, str]) -> str:
    """What share of each text the passages cover."""
    sizes = dict(found.texts)
    shares = []
    for name, side in zip(names, ("left", "right"), strict=True):
        covered = {at for row in rows for at in range(getattr(row, side).start, getattr(row, side).end)}
        shares.append(f"{len(covered) / max(1, len(sizes[name])):.0%}")
    return f", {shares[0]} of the first and {shares[1]} of the second"


def _lines(found: Any, page: Sheet) -> Iterator[str]:
    for one, other, rows in found.pairs():
        texts = dict(found.texts)
        same = "; the texts are the same" if texts[one] == texts[other] else ""
        shares = _sizes(rows, found, (one, other)) if rows else ""
        yield harmless(f"{one} | {other}: {_number(rows)}{shares}{same}")
        for row in rows:
            places = f"{row.left.start}–{row.left.end} | {row.right.start}–{row.right.end}"
            yield f"  {row.kind}, {row.score:.0%} of the words the same, characters {places}"
            left, right = found.same_words(row)
            yield from page.beside((row.left.text, left), (row.right.text, right))
            yield ""


def _row(found: Any, row: Any) -> dict[str, Any]:
    """A passage as in the record, and where the same words stand in the texts of its sides."""
    left, right = found.same_words(row)
    return {**asdict(row), "same": {"left": left, "right": right}}


def passages(
    files: Annotated[list[str], typer.Argument(metavar="FILE…", help="Two or more .txt or .html files.")],
    width: Annotated[int | None, typer.Option(min=20, help="Columns of a line; by default the terminal's.")] = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> int:
    """What two or more files share, side by side, each two of them; no case is needed.

    The words that are the same are bold on a terminal and stand in [brackets] elsewhere. Offsets count characters of
    the article that was read out of the file, as in the record.
    """
    out = Out(as_json, quiet)
    found = woozle.beside(files)
    for problem in found.problems:
        out.warn(problem.message)
    if len(found.texts) < 2:
        raise woozle.errors.WoozleError(
            "fewer than two of the files could be read: " + "; ".join(problem.message for problem in found.problems)
            if as_json
            else "fewer than two of the files could be read, so there is nothing to compare"
        )
    out.drawn(_lines(found, sheet(width)))
    out.done(
        {
            "files": [{"name": name, "n_characters": len(text)} for name, text in found.texts],
            "passages": [_row(found, row) for row in found.passages],
            "problems": [asdict(problem) for problem in found.problems],
        }
    )
    return PARTLY if len(found.texts) < len(files) else 0
