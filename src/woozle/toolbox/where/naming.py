"""The name of a place out of the words of its mention."""

import re

_LEAD = re.compile(r"^(?:the|The)\s+(?=\S)")
_TAIL = re.compile(r"(?:['’]s?|[,;:]|(?<!\b\w)\.)\Z")


def place_name(words: str) -> str:
    """A mention's words without a leading article, a closing "'s" or mark, and on one line; "U.S." keeps its mark.

    "The Hague" keeps its article: a capital T inside a sentence cannot be told from one at its start, so only names
    whose article is known to belong to them keep it.
    """
    name = _TAIL.sub("", " ".join(words.split())).rstrip()
    return name if name in _WITH_ARTICLE else _LEAD.sub("", name)


_WITH_ARTICLE = frozenset({"The Hague", "The Gambia", "The Bahamas"})
