"""Who wrote a report: names in the markup, bylines, signatures."""

import re
from collections.abc import Iterable, Sequence

_BYLINE = re.compile(
    r"^\W{0,3}(?:(?:story|report|words|text|written|reporting|analysis|opinion|posted)\s+by|by|von|par|por)\s*:?\s+"
    r"(?P<names>\S.{1,120})$",
    re.I,
)
_AUTHOR_LINE = re.compile(r"^\W{0,3}(?:author|reporter|correspondent)s?\s*:\s*(?P<names>\S.{1,120})$", re.I)
_HINT = re.compile(r"\b(?:by|byline|author|authors|sign|signature|writer|contributor)s?\b", re.I)
#: What comes after the names in a byline.
_REST = re.compile(
    r"\s*(?:[·•|–—@(]|\s-\s|\d|published\b|updated\b|posted\b|in the\b|in [A-Z]|for [A-Z]|who\b|our\b|at \d"
    r"|,\s*(?:in|on|at|who|for|our|a|an|the|senior|chief|staff|political|foreign|science|news|associate|deputy|[a-z]+)\b"
    r"|,?\s*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|,?\s*\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r"[a-z]*\.? \d).*$",
    re.S,
)
_NAME = re.compile(r"(?:[A-ZÀ-ÖØ-ÞŁŠŽČĆ][\w'’.-]*|de|van|der|den|von|da|di|la|le|del|bin|al|el)(?:\s+|$)")
_NOBODY = re.compile(
    r"\b(?:staff|desk|newsroom|team|editors?|editorial|agency|agencies|reporters?|correspondents?|admin|press|news|wire"
    r"|reuters|afp|ap|associated|guest|contributor|newspaper|media|online|post|times)\b",
    re.I,
)


def names_in(words: str) -> tuple[str, ...]:
    """The persons in a byline; desks, agencies and newsrooms are nobody."""
    words = _REST.sub("", words.strip(), count=1)
    out = []
    for part in re.split(r"\s*(?:,|;|&|\band\b|\bund\b|\bet\b|\by\b)\s*", words):
        name = part.strip(" .:-–—")
        name = name.title() if name.isupper() and len(name) > 4 else name
        if is_name(name):
            out.append(name)
    return tuple(dict.fromkeys(out))


def is_name(words: str) -> bool:
    """Whether some words can be a person's name."""
    parts = words.split()
    has_case = 0 < len(parts) <= 5 and all(_NAME.fullmatch(part) for part in parts) and words[:1].isupper()
    return has_case and len(words) > 2 and not _NOBODY.search(words)


def byline(line: str) -> tuple[str, ...] | None:
    """The persons of a line that is a byline; None where it is none."""
    line = " ".join(line.split())
    found = (_BYLINE.match(line) or _AUTHOR_LINE.match(line)) if len(line) < 140 else None
    if found is None:
        return None
    # A sentence such as "By Monday the water had gone" begins alike, and ends with a full stop.
    names = names_in(found["names"])
    is_sentence = re.search(r"[.!?]$", line) and len(line.split()) > 8
    return None if is_sentence or not (names or _NOBODY.search(found["names"])) else names


def written_by(declared: Sequence[str], lines: Iterable[tuple[str, str]], outlet: str | None) -> tuple[str, ...]:
    """The authors.

    Args:
        declared: names in the markup.
        lines: lines above and below the article, each with the class names around it.
        outlet: who published it, which is often given as its own author.
    """
    named = [name for value in declared for name in names_in(value)]
    if not named:
        for line, hint in lines:
            found = byline(line)
            if found is None and _HINT.search(hint) and len(line.split()) <= 6:
                found = names_in(line)
            named += found or ()
            if found:
                break
    return tuple(name for name in dict.fromkeys(named) if not outlet or name.casefold() != outlet.casefold())
