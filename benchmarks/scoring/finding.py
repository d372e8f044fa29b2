"""Finds the words of a truth in a tool's own text of the same report, whatever its white space, marks and accents."""

import bisect
import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cached_property

_ALIKE = str.maketrans("‘’‚`´“”„«»‐‑‒–—−", "'''''" + '"""""' + "------")
_WORD = re.compile(r"\w+")
#: Characters before and behind some words by which one of several places is told from the others.
_AROUND = 60


def folded(text: str) -> tuple[str, list[int]]:
    """A text in small letters without accents, white space as one space, and where each character of it stood."""
    chars: list[str] = []
    places: list[int] = []
    for at, char in enumerate(text.translate(_ALIKE)):
        for part in " " if char.isspace() else unicodedata.normalize("NFKD", char).casefold():
            is_mark = unicodedata.combining(part) or unicodedata.category(part) == "Cf"
            if not is_mark and not (part == " " and (not chars or chars[-1] == " ")):
                chars.append(part)
                places.append(at)
    return "".join(chars), places


class Text:
    """A report's text as one tool has it, folded once, with its words numbered."""

    def __init__(self, text: str) -> None:
        """Take the text; spans count in it."""
        self._text = text

    @cached_property
    def _folded(self) -> tuple[str, list[int]]:
        return folded(self._text)

    @cached_property
    def _bounds(self) -> tuple[list[int], list[int]]:
        found = [match.span() for match in _WORD.finditer(self._text)]
        return [start for start, _ in found], [end for _, end in found]

    def find(self, words: str) -> list[tuple[int, int]]:
        """Every place of some words, half-open; those that begin and end with whole words, if there are any."""
        small, places = self._folded
        wanted = folded(words)[0].strip()
        if not wanted:
            return []
        left, right = r"(?<!\w)" if wanted[0].isalnum() else "", r"(?!\w)" if wanted[-1].isalnum() else ""
        found = [match.start() for match in re.finditer(left + re.escape(wanted) + right, small)]
        found = found or [match.start() for match in re.finditer(re.escape(wanted), small)]
        return [(places[at], places[at + len(wanted) - 1] + 1) for at in found]

    def nearest(self, words: str, before: str, behind: str) -> list[tuple[int, int]]:
        """The one place of some words whose surroundings are most like the given ones; nothing if there is none."""
        found = self.find(words)
        if len(found) < 2:
            return found
        left, right = folded(before)[0][::-1], folded(behind)[0]

        def alike(place: tuple[int, int]) -> int:
            ahead = folded(self._text[max(0, place[0] - _AROUND) : place[0]])[0][::-1]
            after = folded(self._text[place[1] : place[1] + _AROUND])[0]
            return _run(ahead.lstrip(), left.lstrip()) + _run(after.lstrip(), right.lstrip())

        return [max(found, key=lambda place: (alike(place), -place[0]))]

    def words(self, spans: Iterable[tuple[int, int]]) -> frozenset[int]:
        """Numbers of the words that some spans touch."""
        starts, ends = self._bounds
        return frozenset(
            at
            for start, end in spans
            for at in range(bisect.bisect_right(ends, start), bisect.bisect_left(starts, end))
        )


def _run(one: str, other: str) -> int:
    """How many characters two strings have in common from their beginning."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def around(text: str, span: Sequence[int]) -> tuple[str, str]:
    """What stands before and behind a span."""
    return text[max(0, span[0] - _AROUND) : span[0]], text[span[1] : span[1] + _AROUND]
