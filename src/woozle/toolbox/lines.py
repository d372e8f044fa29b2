"""A text without the line ends of wrapping, character by character: rules then need not know of them."""

import re

#: A line that ends well before the margin ends for a reason, unless the next one goes on in small letters; one that is
#: longer than any margin is a paragraph.
_WRAPPED = re.compile(r"(?<=[^\n])\n(?=[ \t]*[a-z(])|(?<=[^\n]{45})(?<![^\n]{110})\n(?![ \t]*\n)")
_ODD = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " "})


def unwrapped(text: str) -> str:
    """The text with a space for each line end that only wraps, and for each odd space; all offsets stay.

    An empty line stays, as does a line end before which the line is short or longer than any margin.
    """
    return _WRAPPED.sub(" ", text.translate(_ODD))
