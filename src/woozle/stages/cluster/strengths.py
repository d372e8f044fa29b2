"""How strong a body is said to be: figures of its own people or units, told in whatever measure.

"Around 500 to 1,000 fighters" and "it numbers four battalions" speak of one matter although they count different
things, and a reader wants to see them side by side.
"""

import re
from collections.abc import Iterator

from woozle.model.records import Assertion, Quantity
from woozle.toolbox.link.bundle import Bundle

#: What stands among the words of a statement of a body's strength, before the body's entity id.
STRENGTH = "$"
#: A conflict of figures that tell how strong one body is.
STRENGTHS = "strength"
_SIZES = re.compile(
    r"(?i)\b(?:numbers?|numbered|numbering|counts?|comprises?|comprised|comprising|consists?\sof|consisted\sof|made\sup\sof|"
    r"(?:has|have|had)(?!\s(?:lost|had|been))|fields?|fielded|strength\s(?:of|at|is|was)|(?:is|are|was|were)\s(?:only|now)|to\sbe|"
    r"a\sforce\sof|some|total(?:s|led|ling)?)\s"
    r"(?:(?:around|about|roughly|some|at\s(?:least|most)|up\sto|more\sthan|fewer\sthan|nearly|almost|now|only|an\sestimated)\s)*\Z"
)
_PEOPLE = frozenset(
    "fighter soldier troop man member volunteer recruit combatant militant rebel guerrilla officer militiaman "
    "battalion brigade regiment division company platoon squad unit".split()
)
#: How far before its figure a body may be named, in code points.
_REACH = 300
_POINTS_BACK = re.compile(r"(?i)\A\W*(?:it|its|they|their|the\s(?:group|movement|force|unit|army|militia|legion)s?)\b")


def strengths(found: Bundle, row: Assertion) -> Iterator[tuple[str, str]]:
    """(quantity id, entity id) of each figure of an assertion that says how strong a body is: the first one named."""
    bodies = [
        (mention.span.start, bearer.entity_id)
        for mention in found.mentions
        if (bearer := found.bearers.get(mention.entity_id or "")) and bearer.kind == "organisation"
    ]
    for key in row.quantity_ids:
        each = found.quantities.get(key)
        if each is None or not _is_size(found.document.text, each):
            continue
        named = [body for at, body in bodies if _first(found, each) <= at < each.span.start]
        if named:
            yield key, named[0]


def _is_size(text: str, each: Quantity) -> bool:
    if each.role is not None or each.unit is not None or not each.counted:
        return False
    counted = each.counted.split()[-1].casefold()
    counted = {"men": "man", "militiamen": "militiaman", "companies": "company"}.get(counted, counted.removesuffix("s"))
    return counted in _PEOPLE and _SIZES.search(text[max(0, each.span.start - 60) : each.span.start]) is not None


def _first(found: Bundle, each: Quantity) -> int:
    """Where to look for the body from: its sentence, or the one before where the sentence only points back."""
    at = next((k for k, one in enumerate(found.sentences) if one.start <= each.span.start < one.end), None)
    if at is None:
        return max(0, each.span.start - _REACH)
    sentence = found.document.text[found.sentences[at].start : found.sentences[at].end]
    return found.sentences[at - 1 if at and _POINTS_BACK.match(sentence) else at].start
