"""The local pages: a door to one case that only this machine can use, and only whoever started it."""

from collections.abc import Callable
from pathlib import Path

from woozle.desk import Desk
from woozle.web.server import run
from woozle.web.within import Got, ask

__all__ = ["Got", "get", "serve"]


def get(case: str | Path, address: str) -> Got:
    """What one address of a case's pages answers, without a server.

    Args:
        case: the case folder.
        address: such as ``/claims.json?q=bridge``.

    Raises:
        CaseError: there is no such case.
    """
    return ask(Desk(case), address)


def serve(
    case: str | Path,
    port: int,
    *,
    ready: Callable[[str], None],
    again: Callable[[str], None],
    is_read_only: bool = False,
) -> None:
    """Serve a case's pages on this machine until it is stopped.

    Args:
        case: the case folder.
        port: where to; 0 for any that is free.
        ready: gets the address that opens the pages, once the server answers there.
        again: gets the next such address whenever one was used.
        is_read_only: whether nothing may be decided on the pages.

    Raises:
        CaseError: there is no such case.
        UsageError: the port cannot be had.
        KeyboardInterrupt: it was stopped.
    """
    run(Desk(case, is_read_only=is_read_only), port, ready=ready, again=again)
