"""Whether a sentence speaks of what was or of what is to come: it settles which Tuesday is meant."""

import re

_AHEAD = re.compile(
    r"\b(?:will|shall|would|won't|'ll|must|should|could|may|might|can|going to|set to|(?:is|are|was|were|be) to"
    r"|scheduled|expect(?:s|ed)?|due|plan(?:s|ned)? to|planned|planning|to be|hopes? to|by the end|until|deadline"
    r"|upcoming|ahead of|begins?|starts?|is being|ready for)\b"
)
_BEHIND = re.compile(
    r"\b(?:said|says|told|was|were|had|did|went|came|took|began|fell|rose|saw|made|gave|got|left|held|met|hit|shot"
    r"|[a-z]{2,14}ed)\b"
)
_REACH = 90
_STOPS = re.compile(r"[.!?;\n][ \n\"”’']|\n")


def _clip_left(text: str, start: int) -> str:
    piece = text[max(0, start - _REACH) : start]
    return _STOPS.split(piece)[-1]


def _clip_right(text: str, end: int) -> str:
    return _STOPS.split(text[end : end + _REACH], maxsplit=1)[0]


def leans_ahead(text: str, start: int, end: int) -> bool | None:
    """True: the words around text[start:end] speak of the future; False: of the past; None: they do not say.

    The nearest verb before the expression inside its sentence decides, else the first verb after it. Only a fixed
    reach of characters is read, so that the cost does not grow with the length of a sentence.
    """
    left = _clip_left(text, start)
    ahead = [match.end() for match in _AHEAD.finditer(left)]
    behind = [match.end() for match in _BEHIND.finditer(left) if not _AHEAD.fullmatch(match[0])]
    if ahead and (not behind or ahead[-1] + 25 >= behind[-1]):
        return True
    if behind:
        return False
    right = _clip_right(text, end)
    first_ahead, first_behind = _AHEAD.search(right), _BEHIND.search(right)
    if first_ahead and (not first_behind or first_ahead.start() <= first_behind.start()):
        return True
    return False if first_behind else None
