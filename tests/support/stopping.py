"""Ctrl-C at a place that a test chooses."""

from collections.abc import Callable

from woozle.run import Event


def stop_at(n: int) -> Callable[[Event], None]:
    """Progress that is Ctrl-C at one record."""
    left = [n]

    def progress(_: Event) -> None:
        left[0] -= 1
        if not left[0]:
            raise KeyboardInterrupt

    return progress
