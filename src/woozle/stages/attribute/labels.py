"""Speakers' labels, "WEIL: The gate was shut.", "Q:", "@weil": what stands behind them in their paragraph."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from woozle.stages.attribute.contents import trimmed
from woozle.stages.attribute.draft import Draft
from woozle.stages.attribute.interviews import answer_drafts, persons_meant
from woozle.stages.attribute.paragraphs import Paragraph, paragraphs
from woozle.stages.attribute.view import Range, View

_HOST = re.compile(r"(?mi)^(?:host|presenter|moderator|interviewer|anchor)s?\s*[:-]\s*(.{2,60})$")
_LABEL = re.compile(r"(?:@\w+|[A-Z][A-Z.'’ -]{1,30}|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}|[QA])$")
NO_SPEAKER = re.compile(
    r"(?i)^(?:update|editor'?s note|correction|photo|photograph|image|video|read more|programme|broadcast|host|note|"
    r"highlights|watch|exclusive|breaking|broadcast on|presenter|anchor|narrator|host|reporter|correspondent"
    r"|moderator|announcer|opinion|analysis|live|factbox|timeline|related|see also|left|right|above|below|where|when"
    r"|source|sources|credit|tel|phone|price|tickets|score|result|results|question|answer)$"
)
#: Words that a label has at most, its colon included.
_LONGEST = 6
#: A line that only says whose post follows, and when it was written: "@weil 01:44", "Ada Weil @weil · 3 May".
_HANDLE = re.compile(r"(?:[A-Z][\w.'’-]*\s){0,3}(@\w+)(?:\s[^\n]{0,30})?[^.!?:\s]")


def label_drafts(view: View) -> Iterator[Draft]:
    """What stands behind labels, in text order, and the answers of an interview that have none."""
    found = paragraphs(view)
    labels = _labels(view, found)
    hosts = frozenset(word.casefold() for each in _HOST.finditer(view.text) for word in each[1].split())
    meant = persons_meant(view, min((found[at].first for at in labels), default=0))
    for at, label in labels.items():
        name = view.slice(label)
        content = trimmed(view, _behind(view, label, found[at].last), found[at].last)
        if content and not _asks_for_outlet(name, hosts):
            act = "ask" if found[at].is_question else "assert"
            yield Draft(label, None, (content,), act, "plain", ":", True, found[at].flow, meant=meant.get(name))
    yield from answer_drafts(view, found, labels)
    yield from _posts(view, found)


def turns(view: View) -> list[Range]:
    """The paragraphs that begin with a label, the label included, those of the outlet's own people too."""
    found = paragraphs(view)
    return [(found[at].first, found[at].last) for at in _labels(view, found)]


def _labels(view: View, found: list[Paragraph]) -> dict[int, Range]:
    """The labels by the number of their paragraph.

    A name with a colon is one where a quotation follows, where it stands in capitals, and in an interview: behind or
    before a question, or again and again. Else "Lunch: soup" would be somebody's speech.
    """
    maybe = {at: label for at, one in enumerate(found) if (label := _label(view, one))}
    counts = Counter(view.slice(label) for label in maybe.values())
    is_interview = len(counts) > 1 and any(found[at].is_question for at in maybe)
    kept = {}
    for at, label in maybe.items():
        name = view.slice(label)
        is_plain = name.isupper() or name.startswith("@") or view.quoted[_behind(view, label, found[at].last)] >= 0
        is_turn = is_interview and counts[name] > 1
        is_answer = at > 0 and found[at - 1].is_question
        is_question = found[at].is_question and at + 1 in maybe
        if is_plain or is_turn or is_answer or is_question:
            kept[at] = label
    return kept


def _label(view: View, one: Paragraph) -> Range | None:
    if view.lows[one.first] in ("q.", "a.") and one.last - one.first > 1:
        return one.first, one.first + 1
    for at in range(one.first + 1, min(one.last - 1, one.first + _LONGEST)):
        if view.lows[at] == ":" and view.quoted[at] < 0:
            end = _before_brackets(view, one.first, at)
            name = view.slice((one.first, end))
            return (one.first, end) if _LABEL.fullmatch(name) and not NO_SPEAKER.fullmatch(name) else None
    return None


def _before_brackets(view: View, first: int, colon: int) -> int:
    """The end of a label without what its brackets tell: "Minister (shouting):"."""
    is_closed = view.lows[colon - 1] == ")"
    return next((at for at in range(first + 1, colon) if view.lows[at] == "("), colon) if is_closed else colon


def _behind(view: View, label: Range, last: int) -> int:
    """The first word behind a label and its colon."""
    if view.lows[label[0]] in ("q.", "a."):
        return label[1]
    return next((at + 1 for at in range(label[1], last) if view.lows[at] == ":"), label[1])


def _asks_for_outlet(name: str, hosts: frozenset[str]) -> bool:
    """Whether a speaker is the outlet's own: named as host above a transcript."""
    return any(word.casefold() in hosts for word in name.split())


def _posts(view: View, found: list[Paragraph]) -> Iterator[Draft]:
    """Posts that a page embeds: a line with the account, and the paragraph below it."""
    for line, post in pairwise(found):
        handle = _HANDLE.fullmatch(view.slice((line.first, line.last)))
        if handle is None:
            continue
        at = view.number_at(view.starts[line.first] + handle.start(1))
        end = view.quote_end(post.first) if view.quoted[post.first] >= 0 else post.last
        content = trimmed(view, post.first, end)
        if content:
            act = "ask" if post.is_question else "assert"
            yield Draft((at, at + 2), None, (content,), act, "plain", ":", True, post.flow)
