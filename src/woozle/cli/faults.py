"""What went wrong, as one sentence and an exit code."""

from collections.abc import Iterator

import typer

from woozle.errors import IntegrityError, WoozleError

#: Exit code of a call that Ctrl-C ended.
INTERRUPTED = 130
STOPPED = "interrupted; what is whole is kept, and the same command goes on"
#: How the libraries say that the disk is full. Each has an error class of its own, and SQLite's has no number.
FULL = ("disk is full", "no space left", "quota exceeded")
#: How SQLite says that the bytes of a book are not those that were written.
DAMAGED = ("image is malformed", "not a database")
ROOM = "Make room and give the same command again: what is whole is kept."
REPORT = "please report it, with the output of the same command after: export WOOZLE_TRACEBACK=1"


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The error and those behind it."""
    seen: set[int] = set()
    found: BaseException | None = error
    while found is not None and id(found) not in seen:
        seen.add(id(found))
        yield found
        found = found.__cause__ or found.__context__


def _is_stop(error: BaseException) -> bool:
    """Whether the user stopped it; DuckDB answers Ctrl-C with an error of its own."""
    return isinstance(error, KeyboardInterrupt | typer.Abort) or type(error).__name__ == "InterruptException"


def told(error: BaseException) -> tuple[str, int]:
    """A message that says what came and what to do, and the exit code that goes with it."""
    chain = list(_chain(error))
    if isinstance(error, WoozleError) and error.exit_code == INTERRUPTED:
        return str(error), INTERRUPTED
    if any(_is_stop(one) for one in chain):
        return STOPPED, INTERRUPTED
    full = [str(one) for one in chain if any(words in str(one).lower() for words in FULL)]
    if full:
        # The error nearest to the disk has the shortest words: those around it may quote a query of a page.
        return f"the disk is full, or a quota is used up ({min(full, key=len)}). {ROOM}", 1
    if isinstance(error, WoozleError):
        return str(error), error.exit_code
    if any(words in str(error) for words in DAMAGED):
        again = "delete the folder books in the case and run it again, nothing is lost by that"
        return f"the record's file is damaged ({error}): {again}", IntegrityError.exit_code
    if isinstance(error, OSError):
        name = f": {error.filename}" if error.filename else ""
        return f"{error.strerror or error}{name}", 1
    if isinstance(error, MemoryError):
        return "there is not enough memory: close other programs, or use fewer workers (woozle run CASE --workers 1)", 1
    return f"a fault of Woozle's own ({type(error).__name__}: {error}); {REPORT}", 1
