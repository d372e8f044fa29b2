"""The occasion of an utterance, from the words around its cue: told whom, posted where, said in what."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from woozle.model.records import Attribution


@dataclass(frozen=True, slots=True)
class Setting:
    """The kind of an occasion, as in `Occasion`, and to whom it was said, if the report says so."""

    kind: str
    addressee: str | None


_UNKNOWN = Setting("unknown", None)
_TOLD = re.compile(
    r"\b(?:told|tells|telling|interview(?:ed)?\s(?:with|by|for|to)|spoke\sto|speaking\sto|spoken\sto)\s"
    r"(?P<whom>(?:the\s)?(?:[A-Z][\w&'’-]*)(?:\s(?:[A-Z&][\w'’-]*|of|and|the)){0,4}|us\b|me\b|this\s\w+)"
)
_PRESS = re.compile(
    r"(?i)\b(?:told\s(?:reporters|journalists|a\s(?:news|press)\s?conference)|(?:news|press)\s?conference|briefing"
    r"|said\sto\sreporters|asked\sby\sreporters)\b"
)
_POST = re.compile(
    r"(?i)\b(?:posted|tweeted|wrote\son|in\sa\spost|on\s(?:his|her|its|their)\s(?:\w+\s)?(?:channel|account|page|feed)"
    r"|on\ssocial\smedia|telegram|a\spost\son)\b"
)
_STATEMENT = re.compile(r"(?i)\b(?:in\sa\s(?:written\s)?statement|statement|communiqu[eé]|press\srelease|announced)\b")
_DOCUMENT = re.compile(
    r"(?i)\b(?:report|letter|document|register|filing|indictment|notice|according\sto\s(?:a|the)\s(?:report|document))\b"
)
_KINDS = (("press_conference", _PRESS), ("post", _POST), ("statement", _STATEMENT), ("document", _DOCUMENT))
#: Characters before and after cue and source in which the words of an occasion are looked for.
_REACH = 60


def settings_of(text: str, rows: Collection[Attribution]) -> dict[str, Setting]:
    """The occasion of each attribution of a report, by id.

    Whoever told somebody one thing told it all on that occasion, where a report says of nothing else when and where.
    """
    found = {row.id: setting_of(text, row) for row in rows}
    told: dict[str, set[Setting]] = {}
    for row in rows:
        if row.source_entity_id is not None and found[row.id].kind == "interview":
            told.setdefault(row.source_entity_id, set()).add(found[row.id])
    for row in rows:
        (one, *more) = told.get(row.source_entity_id or "", ()) or (_UNKNOWN,)
        if found[row.id] == _UNKNOWN and not more:
            found[row.id] = one
    return found


def setting_of(text: str, row: Attribution) -> Setting:
    """The occasion of an attribution.

    Args:
        text: the document's text.
        row: the attribution; its content is not searched, for what is told of other occasions.
    """
    around = _around(text, row)
    told = _TOLD.search(around)
    press = _PRESS.search(around)
    if told and not press:
        whom = told["whom"].strip()
        return Setting("interview", None if whom in ("us", "me") or whom.startswith("this ") else whom)
    for kind, pattern in _KINDS:
        if pattern.search(around):
            return Setting(kind, None)
    return _UNKNOWN


def _around(text: str, row: Attribution) -> str:
    """The words of cue and source with what stands beside them in the paragraph, without the content."""
    spans = [span for span in (row.cue, row.source) if span is not None]
    if not spans:
        return ""
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    first = max(text.rfind("\n", 0, start) + 1, start - _REACH)
    last = text.find("\n", end)
    last = min(end + _REACH, last if last >= 0 else len(text))
    kept, at = [], first
    for span in sorted(row.content, key=lambda span: span.start):
        if at < span.end and span.start < last:
            kept.append(text[at : max(at, span.start)])
            at = span.end
    return "".join((*kept, text[at:last]))
