"""The body that a report means where somebody speaks for one and it is not said for which."""

import re

from woozle.stages.origins.unnamed import BODY
from woozle.toolbox.link.bundle import Bearer, Bundle
from woozle.toolbox.names import BODIES

#: Between two paragraphs; the lines of one may be broken anywhere.
BLANK = re.compile(r"\n\s*\n")


def body_before(found: Bundle, start: int) -> Bearer | None:
    """The body that is named last before a place in its paragraph: "The plant denied this. A spokesman said"."""
    text = found.document.text
    named = [
        (mention.span.end, found.bearers[mention.entity_id])
        for mention in found.mentions
        if mention.span.end <= start and mention.kind in BODIES and mention.entity_id in found.bearers
    ]
    end, bearer = max(named, key=lambda each: each[0], default=(0, None))
    return None if bearer is None or bearer.kind not in BODIES or BLANK.search(text[end:start]) else bearer


def body_that_spoke(found: Bundle, start: int) -> tuple[str, str] | None:
    """The body that was put something down to last before a place, in its paragraph or the one before: id and name.

    The id is empty for a body without a name, "his ministry". A person who spoke since may be whom the words mean.
    """
    text = found.document.text
    rows = (row for row in found.attributions.values() if row.source and row.source.end <= start)
    last = max(rows, key=lambda row: row.source.start if row.source else 0, default=None)
    if last is None or last.source is None or len(BLANK.findall(text[last.source.end : start])) > 1:
        return None
    bearer = found.bearers.get(last.source_entity_id or "")
    if bearer is not None:
        return (bearer.entity_id, bearer.name) if bearer.kind in BODIES else None
    words = _OWNED.sub("", last.source.text)
    return ("", words) if words != last.source.text and words.casefold() in BODY else None


_OWNED = re.compile(r"(?i)^(?:the|its|his|her|their)\s")
#: Words that only point back at whoever stands before them: "its allies, who have said".
RELATIVE = frozenset("who which that".split())
_BEFORE = re.compile(
    r"(?i)\b((?:the|an?|its|his|her|their|our|some|many|several|two|three|four|five|six|another|other|those|these)\s"
    r"(?:(?!(?:in|at|into|from|to|on|by|for|with|and)\b)[\w'’-]+\s){0,3}(?!\w+ing\b)[\w'’-]+),?\s$"
)
_ARTICLE = re.compile(r"(?i)\b(?:the|an?|its|his|her|their|our|those|these|some)\s$")
#: Code points in which whoever is meant begins.
_REACH = 60


def pointed_at(text: str, start: int) -> str:
    """The words before a relative pronoun for whoever it means, from their last article on; empty where none are."""
    before = text[max(0, start - _REACH) : start]
    found = None
    for begin in range(len(before)):
        if not _ARTICLE.search(before[:begin]):
            found = _BEFORE.match(before, begin) or found
    return found[1] if found else ""
