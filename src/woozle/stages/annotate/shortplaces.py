"""Finds places that a report calls by their last word: "the Sound" for the Sound of Marra, "the Strait"."""

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import replace

from woozle.toolbox.nlp import Analysis, Name
from woozle.toolbox.nlp.lexicon.heads import PLACE_HEADS


def head_of(words: str) -> str | None:
    """The word of a place's name that says what it is, as written; None where it is all of the name or has none."""
    found = words.split()
    if len(found) < 2:
        return None
    if found[1].lower() == "of":
        return found[0] if found[0].lower() in PLACE_HEADS else None
    return found[-1] if found[-1].lower() in PLACE_HEADS else None


def with_short_places(text: str, analysis: Analysis) -> Analysis:
    """The analysis with such places, where one place alone of the report has the word in its name.

    Only a word with a capital behind "the" is one, and only where no name stands there or goes on; so is a name of no
    kind that is that word.
    """
    places: dict[str, set[str]] = defaultdict(set)
    for name in analysis.names:
        words = " ".join(text[name.start : name.end].split())
        head = head_of(words) if name.kind == "place" else None
        if head and head[0].isupper() and not head.isupper():
            places[head].add(words.casefold())
    heads = sorted(head for head, names in places.items() if len(names) == 1)
    if not heads:
        return analysis
    pattern = re.compile(rf"\b[Tt]he\s+({'|'.join(map(re.escape, heads))})\b(?![-’'](?!s\b)|\s+(?:of\b|[A-Z]))")
    starts = [name.start for name in analysis.names]

    def is_free(start: int, end: int) -> bool:
        before = bisect_right(starts, end - 1)
        return before == 0 or analysis.names[before - 1].end <= start

    found = [Name(*match.span(1), "place") for match in pattern.finditer(text) if is_free(*match.span(1))]
    known = [
        replace(name, kind="place") if name.kind == "other" and text[name.start : name.end] in heads else name
        for name in analysis.names
    ]
    return replace(analysis, names=tuple(sorted([*known, *found], key=lambda name: (name.start, name.end))))
