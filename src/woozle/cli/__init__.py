"""The command line. This module stays small: whatever it loads, Ctrl-C must find somebody who answers it."""

import gc
import sys
from collections.abc import Sequence
from importlib import import_module

#: Exit code of a call that Ctrl-C ended.
INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one call.

    Args:
        argv: the words after ``woozle``; by default those of this process.

    Returns:
        The exit code: 0 done, 1 failed, 2 bad usage, 3 partly read, 4 not whole, 5 locked, 130 interrupted.
    """
    if argv is None:
        # Loading makes a million objects of which none is garbage; looking through them again and again takes a
        # sixth of a short call.
        gc.set_threshold(100_000, 20, 20)
    words = sys.argv[1:] if argv is None else list(argv)
    try:
        # Readers are processes of their own and load this module too; they need nothing of the command line.
        code: int = import_module("woozle.cli.calls").call(words)
    except KeyboardInterrupt:
        sys.stderr.write("woozle: interrupted\n")
        return INTERRUPTED
    finally:
        if argv is None:
            # The process ends: looking for garbage in all that it loaded would take another half second.
            gc.freeze()
    return code
