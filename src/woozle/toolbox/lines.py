"""A text without wrapped lines and lines in capitals, character by character, so that rules need not know of them."""

import re
from collections.abc import Callable, Iterable

#: A line that ends well before the margin ends for a reason, unless the next one goes on in small letters; one that is
#: longer than any margin is a paragraph.
_WRAPPED = re.compile(r"(?<=[^\n])\n(?=[ \t]*[a-z(])|(?<=[^\n]{45})(?<![^\n]{110})\n(?![ \t]*\n)")
_ODD = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " "})


def unwrapped(text: str) -> str:
    """The text with a space for each line end that only wraps, and for each odd space; all offsets stay.

    An empty line stays, as does a line end before which the line is short or longer than any margin.
    """
    return _WRAPPED.sub(" ", text.translate(_ODD))


_QUIET = {ord(letter): letter.lower() for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
_LOUD = re.compile(r"[^\n]+")
_BEGIN = re.compile(r"(?:\A|[.!?][\"”’')]?\s+[\"“‘'(]?)[a-z]")
#: A line of fewer capitals may be an abbreviation or a name.
_LEAST = 8


def in_small_letters(text: str, great: Callable[[str], Iterable[int]] | None = None) -> str:
    """The text with its lines in capitals written as other lines are; all offsets stay.

    Sentences keep their capital. Letters outside of A to Z stay as they are: their small forms may be longer.

    Args:
        text: any text.
        great: where in a line in small letters there are capitals all the same, as in names of months.
    """

    def quiet(match: re.Match[str]) -> str:
        line = match[0]
        if not line.isupper() or len(line) < _LEAST:
            return line
        low = line.translate(_QUIET)
        letters = list(_BEGIN.sub(lambda begin: begin[0].upper(), low))
        for at in great(low) if great else ():
            letters[at] = line[at]
        return "".join(letters)

    return _LOUD.sub(quiet, text)
