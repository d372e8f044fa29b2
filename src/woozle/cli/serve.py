"""woozle serve: a case as local pages."""

import contextlib
import sys
import webbrowser
from importlib import import_module
from typing import Annotated

import typer

from woozle.cli.output import CasePath, Json, Out, Quiet, examples
from woozle.errors import UsageError

EPILOG = examples(
    "woozle serve border.woozle -o",
    "woozle border.woozle -o",
    "woozle serve border.woozle -p 0",
    "woozle serve border.woozle --get '/claims.json?q=bridge'",
)


def _get(case: str, address: str) -> int:
    """Write what an address answers to standard output, as it is."""
    if not address.startswith("/"):
        raise UsageError(f"--get {address}: an address of the pages begins with a slash, such as /claims.json")
    found = import_module("woozle.web").get(case, address)
    sys.stdout.buffer.write(found.content)
    sys.stdout.flush()
    return 0 if found.status == 200 else 1


def serve(  # noqa: PLR0913, PLR0917 - each parameter is an option of the command line
    case: CasePath,
    port: Annotated[int, typer.Option("--port", "-p", min=0, max=65535, help="The port; 0 for any free one.")] = 8017,
    is_opened: Annotated[bool, typer.Option("--open", "-o", help="Open the pages in the browser.")] = False,
    address: Annotated[
        str | None,
        typer.Option("--get", metavar="/PATH", help="Write one page to standard output, without a server."),
    ] = None,
    is_read_only: Annotated[bool, typer.Option("--read-only", help="Nothing may be decided on the pages.")] = False,
    as_json: Json = False,
    quiet: Quiet = False,
) -> int:
    """Show a case as pages on this machine. The link works once, for one browser; Ctrl-C ends it."""
    out = Out(as_json, quiet)
    if address is not None:
        return _get(case, address)
    # The server and its templates load only here: no other command needs them.
    web = import_module("woozle.web")

    def ready(url: str) -> None:
        out.data([url])
        out.done({"url": url})
        out.note("Ctrl-C stops the pages; only what is decided on them is written to the case")
        if is_opened:
            webbrowser.open(url)

    # Ctrl-C is how this command ends, so it is no interruption.
    with contextlib.suppress(KeyboardInterrupt):
        web.serve(
            case,
            port,
            ready=ready,
            again=lambda url: out.note(f"for another browser: {url}"),
            is_read_only=is_read_only,
        )
    return 0
