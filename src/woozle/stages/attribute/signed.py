"""Words whose author the page names below, above or beside them: signatures, headings, reviews, lists."""

import re
from collections.abc import Iterator, Sequence

from woozle.stages.attribute.contents import trimmed
from woozle.stages.attribute.draft import Draft
from woozle.stages.attribute.finite import may_be_finite
from woozle.stages.attribute.grammar import BULLETS, DASHES, ENDS, PREPOSITIONS
from woozle.stages.attribute.nouns import holder_of
from woozle.stages.attribute.paragraphs import Paragraph, paragraphs
from woozle.stages.attribute.speakers import MAYBE_SPEAKERS
from woozle.stages.attribute.view import Range, View

#: What somebody issued or wrote.
_PIECES = frozenset(
    "statement message letter post tweet note excerpt extract text words reply email e-mail telegram communique "
    "communiqué diary speech announcement appeal warning order circular memo entry".split()
)
_WHOSE = frozenset("by from of".split())
#: Words of a heading before its colon, and of a signature, at most.
_HEADING, _SIGNATURE = 16, 9
#: A dash and the words of a person's name behind it, at most.
_NAME = 6
#: An account's own line below its post: "— Orle Rescue (@orlerescue) May 3".
_ACCOUNT = re.compile(r"[-–—]\s*([^\n(]{2,50}?)\s*\(@\w+\)[^\n]{0,30}")
#: What closes a letter before its name.
_CLOSINGS = frozenset("yours sincerely faithfully truly regards wishes respectfully".split())
_LETTER = 10


def signed_drafts(view: View) -> Iterator[Draft]:
    """What pages sign, in text order."""
    found = paragraphs(view)
    labels = [_item_label(view, one) for one in found]
    is_list = sum(label is not None for label in labels) > 1
    for number in range(len(view.passages)):
        draft = _dashed(view, number)
        if draft:
            yield draft
    for at, one in enumerate(found):
        makers = (_beside(view, one), _account(view, found, at), _letter(view, found, at), _headed(view, found, at))
        yield from (draft for draft in makers if draft)
        label = labels[at]
        content = trimmed(view, label[1] + 1, one.last) if label and is_list else None
        if label and content:
            yield _draft(view, label, (content,))


def _draft(view: View, source: Range, content: Sequence[Range]) -> Draft:
    act = "ask" if view.lows[content[-1][1] - 1] == "?" else "assert"
    return Draft(source, None, tuple(content), act, "plain", ":", True, max(0, view.flow_at(content[0][0])))


def _beside(view: View, one: Paragraph) -> Draft | None:
    """A quotation signed in its own line: "“A scandal” — Ida Roth, Daily Post"."""
    if view.quoted[one.first] < 0:
        return None
    end = view.quote_end(one.first)
    if end >= one.last - 1 or view.lows[end] not in DASHES or one.last - end > _SIGNATURE:
        return None
    last = one.last - (view.lows[one.last - 1] in ENDS)
    is_name = view.is_capital(end + 1) and not any(may_be_finite(view, at) for at in range(end + 1, last))
    return _draft(view, (end + 1, last), ((one.first, end),)) if is_name and last > end + 1 else None


def _dashed(view: View, number: int) -> Draft | None:
    """A quotation with its author behind a bar: "“We lost.” ― Ada Finn “We won.” ― Nils Orr"."""
    start = view.number_at(view.passages[number].start)
    if start >= len(view.lows) or view.quoted[start] != number:
        return None
    end = view.quote_end(start)
    if end + 2 >= len(view.lows) or view.lows[end] not in ("―", "—", "–") or view.quoted[end + 1] >= 0:
        return None
    last = end + 1
    while last < min(len(view.lows), end + _NAME) and view.is_capital(last) and view.quoted[last] < 0:
        last += 1
    is_closed = (
        last >= len(view.lows) or view.quoted[last] >= 0 or "\n" in view.text[view.ends[last - 1] : view.starts[last]]
    )
    is_named = last - end - 1 > 1 and is_closed
    return _draft(view, (end + 1, last), ((start, end),)) if is_named else None


def _account(view: View, found: Sequence[Paragraph], at: int) -> Draft | None:
    """A post with the account below it."""
    one = found[at]
    signed = _ACCOUNT.match(view.slice((one.first, one.last)))
    if signed is None or at == 0:
        return None
    before = found[at - 1]
    start = view.number_at(view.starts[one.first] + signed.start(1))
    end = view.number_at(view.starts[one.first] + signed.end(1) - 1) + 1
    content = trimmed(view, before.first, before.last)
    return _draft(view, (start, end), (content,)) if content and view.quoted[before.first] < 0 else None


def _letter(view: View, found: Sequence[Paragraph], at: int) -> Draft | None:
    """A letter from its greeting to the name behind "Yours sincerely"."""
    one = found[at]
    words = view.lows[one.first : one.last]
    if words[:1] != ("dear",) or len(words) > _SIGNATURE or words[-1] not in (",", ":"):
        return None
    closing = next((n for n in range(at + 1, min(len(found), at + _LETTER)) if _closes(view, found[n])), -1)
    if closing < 0:
        return None
    name = _name_behind(view, found, closing)
    parts = [trimmed(view, each.first, each.last) for each in found[at + 1 : closing]]
    content = [part for part in parts if part]
    return _draft(view, name, content) if name and content else None


def _closes(view: View, one: Paragraph) -> bool:
    return not _CLOSINGS.isdisjoint(view.lows[one.first : one.first + 3]) and one.last - one.first < _HEADING


def _name_behind(view: View, found: Sequence[Paragraph], closing: int) -> Range | None:
    """The name behind a closing, in its paragraph or the next one."""
    one = found[closing]
    comma = next((at for at in range(one.first, one.last) if view.lows[at] == ","), one.last - 1)
    start, last = comma + 1, one.last
    if start >= last:
        if closing + 1 >= len(found):
            return None
        start, last = found[closing + 1].first, found[closing + 1].last
    end = start
    while end < last and view.is_capital(end) and "\n" not in view.text[view.ends[start] : view.starts[end]]:
        end += 1
    return (start, end) if end > start else None


def _headed(view: View, found: Sequence[Paragraph], at: int) -> Draft | None:
    """A piece behind its heading: "Statement by the governor's office, 4 May:", "The mayor's statement in full:"."""
    one = found[at]
    colon = next((n for n in range(one.first + 1, min(one.last, one.first + _HEADING)) if view.lows[n] == ":"), -1)
    verbs = (n for n in range(one.first, colon) if may_be_finite(view, n) and not view.is_capital(n))
    if colon < 0 or view.quoted[colon] >= 0 or next(verbs, None) is not None:
        return None
    piece = next((n for n in range(one.first, colon) if view.lows[n] in _PIECES), -1)
    source = _whose(view, one.first, piece, colon) if piece >= 0 else None
    if source is None:
        return None
    content = trimmed(view, colon + 1, one.last) if colon + 1 < one.last else None
    if content is None and at + 1 < len(found):
        content = trimmed(view, found[at + 1].first, found[at + 1].last)
    return _draft(view, source, (content,)) if content else None


def _whose(view: View, first: int, piece: int, colon: int) -> Range | None:
    """Who issued a piece: before it, "the mayor's statement", or behind "by", "from" or "of"."""
    holder = holder_of(view, piece, first)
    if holder:
        return None if view.lows[holder[0]].startswith(("editor", "author")) else holder
    link = max((n for n in range(piece + 1, min(colon, piece + _SIGNATURE)) if view.lows[n] in _WHOSE), default=-1)
    if link < 0 or link + 1 >= colon:
        return None
    end = link + 1
    while end < colon and view.lows[end] not in PREPOSITIONS and view.lows[end] != ",":
        end += 1
    is_somebody = view.lows[link + 1] in ("the", "a", "an", "his", "her", "their") or view.is_capital(link + 1)
    return (link + 1, end) if end > link + 1 and is_somebody else None


def _item_label(view: View, one: Paragraph) -> Range | None:
    """Whose point an item of a list is: "• Green Union: no new road."."""
    if view.lows[one.first] not in BULLETS:
        return None
    colon = next((n for n in range(one.first + 2, min(one.last - 1, one.first + 7)) if view.lows[n] == ":"), -1)
    words = (one.first + 1, colon)
    if colon < 0 or not view.is_capital(one.first + 1):
        return None
    is_named = any(name.kind in MAYBE_SPEAKERS for name in view.names_of(words))
    return words if is_named and not any(may_be_finite(view, n) for n in range(*words)) else None
