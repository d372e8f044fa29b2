"""Runs: how each character of a document leads back to the bytes of its capture."""

import html
from collections.abc import Iterable, Sequence

from woozle.model.values import Run


class ByteOffsets:
    """Byte offsets of characters of a decoded text, asked for in growing order; linear over all calls."""

    def __init__(self, text: str, encoding: str, skip: int) -> None:
        self._text, self._encoding, self._at, self._byte = text, encoding, 0, skip

    def __call__(self, at: int) -> int:
        """The offset of the first byte of character `at`, which must not lie before the one asked for last."""
        if at > self._at:
            self._byte += len(self._text[self._at : at].encode(self._encoding))
            self._at = at
        return self._byte


def merged(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The same runs, verbatim neighbours made one."""
    out: list[Run] = []
    for run in runs:
        last = out[-1] if out else None
        if last and last.kind == run.kind == "verbatim" and last.end == run.start and last.byte_end == run.byte_start:
            out[-1] = Run(last.start, run.end, last.byte_start, run.byte_end, "verbatim")
        else:
            out.append(run)
    return tuple(out)


def cut(runs: Iterable[Run], text: str, start: int, end: int, encoding: str) -> tuple[Run, ...]:
    """The runs of ``text[start:end]``, counted from `start`. Runs that are not verbatim must not be cut in two.

    Args:
        runs: the byte map of `text`.
        text: what the runs lead back from.
        start: first character.
        end: past the last character.
        encoding: the codec of the capture.
    """
    out = []
    for run in runs:
        first, last = max(run.start, start), min(run.end, end)
        if first >= last:
            continue
        byte = run.byte_start
        if first > run.start:
            byte += len(text[run.start : first].encode(encoding))
        stop = run.byte_end if last == run.end else byte + len(text[first:last].encode(encoding))
        out.append(Run(first - start, last - start, byte, stop, run.kind))
    return tuple(out)


def shifted(runs: Iterable[Run], by: int) -> list[Run]:
    """The same runs, `by` characters further on in the text."""
    return [Run(run.start + by, run.end + by, run.byte_start, run.byte_end, run.kind) for run in runs]


def check_runs(content: bytes, encoding: str, text: str, runs: Sequence[Run]) -> list[str]:
    """What is wrong with a byte map, one sentence a fault; empty where every character leads back to its bytes.

    Args:
        content: the bytes of the capture.
        encoding: the codec of the document.
        text: the document's text.
        runs: its byte map, which must cover the text without gaps or overlaps.
    """
    faults, at = [], 0
    for run in runs:
        if run.start != at:
            faults.append(f"characters {at} to {run.start} of the text lead nowhere")
        at = run.end
        fault = _check(content, encoding, text[run.start : run.end], run)
        if fault:
            faults.append(f"characters {run.start} to {run.end}: {fault}")
    if at != len(text):
        faults.append(f"characters {at} to {len(text)} of the text lead nowhere")
    return faults


def _check(content: bytes, encoding: str, words: str, run: Run) -> str | None:
    raw = content[run.byte_start : run.byte_end]
    try:
        decoded = raw.decode(encoding)
    except (LookupError, UnicodeError) as error:
        return f"bytes {run.byte_start} to {run.byte_end} are not {encoding}: {error}"
    is_good = {
        "verbatim": lambda: decoded == words,
        "reference": lambda: html.unescape(decoded) == words,
        "space": lambda: not words.strip() and not decoded.strip(),
        "break": lambda: not words.strip() and not raw,
    }.get(run.kind)
    if is_good is None:
        return f"{run.kind} is no kind of run"
    return None if is_good() else f"the text says {words[:60]!r}, the bytes say {decoded[:60]!r} ({run.kind})"
