"""The verbs of the command line, in the order in which a new user needs them."""

from typing import Annotated

import typer

import woozle
from woozle.cli import (
    add,
    claims,
    config,
    copies,
    demo,
    diff,
    explain,
    export,
    init,
    judge,
    passages,
    report,
    run,
    serve,
    sql,
    status,
    verify,
    watch,
)

#: Name, function, the end of its help, and its line in the list of verbs.
VERBS = (
    ("demo", demo.demo, demo.EPILOG, "Build and show the worked example."),
    ("init", init.init, init.EPILOG, "Make a case."),
    ("add", add.add, add.EPILOG, "Keep the bytes of reports in a case."),
    ("run", run.run, run.EPILOG, "Make what is missing of the record."),
    ("watch", watch.watch, watch.EPILOG, "Add and run as files arrive in a folder."),
    ("status", status.status, status.EPILOG, "What a case holds, and what to do next."),
    ("claims", claims.claims, claims.EPILOG, "The claims with their three numbers."),
    ("diff", diff.diff, diff.EPILOG, "What changed since the last run."),
    ("copies", copies.copies, copies.EPILOG, "Which reports were made from which."),
    ("passages", passages.passages, passages.EPILOG, "What two files share, side by side; needs no case."),
    ("explain", explain.explain, explain.EPILOG, "Why a row of the record is what it is."),
    ("sql", sql.sql, sql.EPILOG, "Ask the tables of the record in SQL."),
    ("judge", judge.judge, judge.EPILOG, "Decide what no program can know; list and undo."),
    ("serve", serve.serve, serve.EPILOG, "Show a case as pages on this machine."),
    ("report", report.report, report.EPILOG, "Write the record as one HTML page."),
    ("export", export.export, export.EPILOG, "Write the record as files for other programs."),
    ("verify", verify.verify, verify.EPILOG, "Check every span, hash and count."),
    ("config", config.config, config.EPILOG, "Show or change settings."),
)


def _version(is_asked: bool) -> None:
    if is_asked:
        typer.echo(f"woozle {woozle.__version__}")
        raise typer.Exit


def top(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say the version.")
    ] = False,
) -> None:
    """Reads a pile of news reports and counts how many independent voices stand behind each claim.

    `woozle CASE` says what a case holds and what to do next. Data goes to standard output, progress and messages to
    standard error. Exit codes: 0 done · 1 failed · 2 bad usage · 3 done, but some inputs could not be read ·
    4 integrity check failed · 5 another process holds the case · 130 interrupted.
    """
    del version


def build() -> typer.Typer:
    """The app; made when it is asked for, so that importing does nothing."""
    # Without rich's boxes the help is plain text that a screen reader reads well, and starts in half the time.
    app = typer.Typer(
        name="woozle",
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
        epilog="\b\nBegin with:\n  woozle demo",
    )
    app.callback()(top)
    for name, function, epilog, short in VERBS:
        app.command(name, epilog=epilog, short_help=short)(function)
    return app
