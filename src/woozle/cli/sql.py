"""woozle sql: the tables of the record, asked in SQL."""

import sys
from collections.abc import Iterator
from importlib import import_module
from typing import Annotated, Any

import typer

import woozle
from woozle.cli.faults import told
from woozle.cli.output import CasePath, Json, Out, Quiet, examples, fail, write
from woozle.errors import UsageError

EPILOG = examples(
    "woozle sql border.woozle 'SELECT text, reports FROM claims ORDER BY reports DESC LIMIT 5'",
    "woozle sql border.woozle 'SELECT outlet, count(*) AS n FROM documents GROUP BY ALL' --format csv",
    "woozle sql border.woozle 'DESCRIBE assertions'",
    "woozle sql border.woozle",
)
HELP = "SHOW TABLES lists the tables, DESCRIBE claims the columns of one; a query ends in ; and .quit ends this."


def sql(
    case: CasePath,
    query: Annotated[
        str | None, typer.Argument(metavar="QUERY", help="One SELECT, DESCRIBE, SHOW or EXPLAIN, as DuckDB knows them.")
    ] = None,
    form: Annotated[str, typer.Option("--format", help="table, csv or json (one object a row).")] = "table",
    as_json: Json = False,
    quiet: Quiet = False,
) -> int:
    """Ask the record in SQL: one query, or without one those that are typed, or come on standard input.

    All tables of the record stand there by name. Nothing can be changed, and no other file be read.
    """
    out = Out(as_json, quiet)
    if form not in ("table", "csv", "json"):
        raise UsageError(f"--format {form}: there are table, csv and json")
    with woozle.open(case).tables() as tables:
        if query is not None:
            _answer(tables, query, form, out)
            return 0
        is_typed = sys.stdin.isatty()
        if is_typed:
            # Arrow keys and a history, where the system has them; they load only for somebody who types.
            import_module("readline")
            out.note(HELP)
        return _shell(tables, form, out, is_typed=is_typed)


def _shell(tables: Any, form: str, out: Out, *, is_typed: bool) -> int:
    for query in _typed(HELP) if is_typed else _given():
        try:
            _answer(tables, query, form, out)
        except Exception as error:
            message, code = told(error)
            if not is_typed:
                raise
            fail(message, code, is_json=False)
    return 0


def _answer(tables: Any, query: str, form: str, out: Out) -> None:
    answer = tables.ask(query)
    if out.is_json:
        out.done({"columns": list(answer.columns), "rows": list(answer)})
        return
    for line in answer.lines(form):
        write(line, sys.stdout)


def _given() -> Iterator[str]:
    """The queries on standard input."""
    text = sys.stdin.buffer.read().decode("utf-8", "replace")
    yield from (query for query in _split(text) if query.strip())


def _typed(help_text: str) -> Iterator[str]:
    """What is typed, query by query; Ctrl-C forgets a query that is not finished, Ctrl-D ends."""
    held = ""
    while True:
        try:
            line = input("   ... " if held else "woozle> ")
        except EOFError:
            return
        except KeyboardInterrupt:
            sys.stderr.write("\n")
            held = ""
            continue
        if not held and line.strip() in (".quit", ".exit", "quit", "exit"):
            return
        if not held and line.strip().startswith("."):
            write(help_text, sys.stderr)
            continue
        held += line + "\n"
        *whole, held = _split(held)
        held = held if held.strip() else ""
        yield from (query for query in whole if query.strip())


def _split(text: str) -> list[str]:
    """A text at the semicolons that stand outside of quotes and comments; the last part is not ended."""
    parts, start, quote = [], 0, ""
    at = 0
    while at < len(text):
        if quote:
            at = _behind(text, at, quote)
            quote = ""
            continue
        two = text[at : at + 2]
        if text[at] in "'\"" or two in ("--", "/*"):
            quote = {"--": "\n", "/*": "*/"}.get(two, text[at])
            at += 1 if quote in "'\"" else 2
            continue
        if text[at] == ";":
            parts.append(text[start:at])
            start = at + 1
        at += 1
    return [*parts, text[start:]]


def _behind(text: str, at: int, end: str) -> int:
    found = text.find(end, at)
    return len(text) if found < 0 else found + len(end)
