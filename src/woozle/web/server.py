"""The server: on this machine only, on a port of its own or one that was asked for, until Ctrl-C."""

from collections.abc import Callable

from uvicorn import Config, Server

from woozle.desk import Desk
from woozle.errors import UsageError
from woozle.web.app import build
from woozle.web.guard import Doorkeeper

HOST = "127.0.0.1"


def run(desk: Desk, port: int, *, ready: Callable[[str], None], again: Callable[[str], None]) -> None:
    """Serve a case until it is stopped.

    Args:
        desk: the case.
        port: where to; 0 for any that is free.
        ready: gets the address that opens the pages, once the server answers there.
        again: gets the next such address whenever one was used.

    Raises:
        UsageError: the port is taken, or nobody may have it.
        KeyboardInterrupt: it was stopped.
    """
    config = Config(
        app=_nothing,
        host=HOST,
        port=port,
        lifespan="off",
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=2,
        limit_concurrency=64,
    )
    try:
        socket = config.bind_socket()
    except SystemExit as error:
        raise UsageError(f"port {port} cannot be had: choose another, or 0 for any that is free") from error
    keeper = Doorkeeper(socket.getsockname()[1])
    config.app = build(desk, keeper, again)
    # The socket listens before the loop runs, so whoever opens the address now waits for an answer and gets one.
    socket.listen(64)
    ready(keeper.url)
    Server(config).run(sockets=[socket])


async def _nothing(*_: object) -> None:
    return
