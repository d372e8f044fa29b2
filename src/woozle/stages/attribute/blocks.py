"""Blocks without marks: what stands below "The airline posted on X:", bullets of a statement, letters."""

from collections.abc import Iterator, Sequence

from woozle.stages.attribute.contents import trimmed
from woozle.stages.attribute.draft import Draft
from woozle.stages.attribute.grammar import BULLETS, DASHES, ENDS
from woozle.stages.attribute.paragraphs import Paragraph, paragraphs
from woozle.stages.attribute.subjects import left_subject
from woozle.stages.attribute.verbs import verbs
from woozle.stages.attribute.view import Range, View

#: Words between a verb of speech and the colon behind which a block begins, at most.
_FRAME = 12
#: Items of a list, and words of a block or item, at most.
_ITEMS, _LONGEST = 20, 150
#: Words that open a letter to an outlet, and paragraphs of one, at most.
_GREETINGS = (("sir",), ("madam",), ("dear", "sir"), ("dear", "madam"), ("dear", "editor"), ("to", "the", "editor"))
_LETTER = 8
#: What a list gives, with the verbs that give it, and words from verb to noun, at most.
_LISTED = frozenset("points reasons findings complaints objections figures conclusions facts arguments claims".split())
_MAKING = frozenset("made makes gave gives raised raises listed lists set published offered cited had has".split())
_NOUN = 5
#: Words of a signature, at most.
_NAME = 6


def block_drafts(view: View) -> Iterator[Draft]:
    """What blocks of a page say, in text order."""
    found = paragraphs(view)
    for at, one in enumerate(found[:-1]):
        cue = _announcing(view, one)
        source = left_subject(view, cue - 1, _first(view, cue)) if cue >= 0 else None
        content = tuple(_block(view, found, at + 1)) if source else ()
        if source and content:
            verb = verbs().get(view.lows[cue])
            frames = verb.frames if verb else {}
            act = frames.get("q") or frames.get("t") or next(iter(frames.values()), "assert")
            yield Draft(source, (cue, cue + 1), content, act, "plain", view.lows[cue], True, view.flow_at(cue))
        letter = _letter(view, found, at)
        if letter:
            yield letter


def _first(view: View, word: int) -> int:
    return view.flows[max(0, view.flow_at(word))].first


def _announcing(view: View, one: Paragraph) -> int:
    """The verb of speech that announces a block: "The office said:", "THE COURT ORDERS THAT"; -1 for none."""
    if view.lows[one.last - 1] not in (":", "that") or view.quoted[one.last - 1] >= 0:
        return -1
    listed = _listing(view, one)
    if listed >= 0:
        return listed
    for at in range(one.last - 2, max(_first(view, one.last - 1), one.last - _FRAME), -1):
        verb = verbs().get(view.lows[at])
        if verb and verb.is_finite and ("q" in verb.frames or "t" in verb.frames) and view.quoted[at] < 0:
            return at
    return -1


def _listing(view: View, one: Paragraph) -> int:
    """The verb of "The union made three points:", "gave its reasons:"; -1 for none."""
    places = range(one.last - 2, max(_first(view, one.last - 1), one.last - _FRAME), -1)
    noun = next((at for at in places if view.lows[at] in _LISTED), -1)
    return next((at for at in places if noun - _NOUN <= at < noun and view.lows[at] in _MAKING), -1)


def _block(view: View, found: Sequence[Paragraph], start: int) -> Iterator[Range]:
    """The items of a list, or the one paragraph that is no list and no quotation."""
    is_list = _item(view, found[start]) is not None
    for one in found[start : start + (_ITEMS if is_list else 1)]:
        item = _item(view, one)
        if is_list and item is None:
            return
        words = trimmed(view, one.first if item is None else item, one.last)
        if words is None or one.last - one.first > _LONGEST or view.quoted[words[0]] >= 0 or _is_label(view, one):
            return
        yield words


def _item(view: View, one: Paragraph) -> int | None:
    """The first word behind the bullet or number of a list's item; None where there is none."""
    if view.lows[one.first] in BULLETS:
        return one.first + 1
    is_number = view.lows[one.first].isdigit() and view.lows[one.first + 1 : one.first + 2] in ((".",), (")",))
    return one.first + 2 if is_number else None


def _is_label(view: View, one: Paragraph) -> bool:
    """Whether a paragraph begins with a speaker's label: its words are that speaker's."""
    return any(view.lows[at] == ":" for at in range(one.first, min(one.last, one.first + _NAME)))


def _letter(view: View, found: Sequence[Paragraph], at: int) -> Draft | None:
    """A letter printed in full, by the name below it."""
    one = found[at]
    behind = _behind_greeting(view, one)
    if behind is None:
        return None
    ends = range(at + 1, min(len(found), at + 1 + _LETTER))
    signed = next((number for number in ends if _is_name(view, found[number])), None)
    if signed is None:
        return None
    below = (trimmed(view, each.first, each.last) for each in found[at + 1 : signed])
    parts = [trimmed(view, behind, one.last), *below]
    content = tuple(part for part in parts if part)
    source = (found[signed].first, found[signed].last)
    return Draft(source, None, content, "assert", "plain", "", True, one.flow) if content else None


def _behind_greeting(view: View, one: Paragraph) -> int | None:
    """The first word behind the greeting that opens a letter; a greeting in capitals looks like a dateline."""
    before = view.lows[max(0, one.first - 2) : one.first]
    is_cut = len(before) > 1 and before[1] in DASHES and before[:1] in _GREETINGS
    start = one.first - 2 if is_cut else one.first
    words = view.lows[start : start + 4]
    greeting = next((each for each in _GREETINGS if words[: len(each)] == each), None)
    behind = start + len(greeting) if greeting else one.last
    is_set_off = behind >= one.last or view.lows[behind] in {*DASHES, ",", ":"}
    return behind if greeting and is_set_off else None


def _is_name(view: View, one: Paragraph) -> bool:
    """Whether a line is nothing but a name: capitals alone and no full stop."""
    words = range(one.first, one.last)
    is_short = 1 < len(words) <= _NAME and view.lows[one.last - 1] not in ENDS
    return is_short and all(view.is_capital(at) for at in words)
