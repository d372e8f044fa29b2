"""Acronyms: what a name's initials may be, and whether a name is one."""

import re

from woozle.toolbox.names.fold import plain_name
from woozle.toolbox.names.forms import LEGAL, STOPWORDS

_SHAPE = re.compile(r"(?:[A-Z][A-Z&.-]{1,9}|(?:[A-Z]\.){2,6}|[A-Z]o[A-Z]{1,3})s?")


def is_acronym(name: str) -> bool:
    """Whether a name is one word of two to ten capitals, with or without full stops; "MoD" is one too."""
    return bool(_SHAPE.fullmatch(name.strip()))


def acronyms_of(name: str) -> frozenset[str]:
    """Initials that may stand for a name of several words: with and without its small words and its legal form."""
    words = plain_name(name).split()
    if len(words) < 2:
        return frozenset()
    lean = [word for word in words if word not in STOPWORDS]
    bare = [word for word in lean if word not in LEGAL]
    made = ("".join(word[0] for word in chosen).upper() for chosen in (words, lean, bare))
    return frozenset(initials for initials in made if len(initials) > 1)
