"""Whoever is cited for what another reports: "citing a post by …", "based on court papers", "which quoted a guard"."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from woozle.stages.attribute.contents import trimmed
from woozle.stages.attribute.draft import CarrierDraft, Draft
from woozle.stages.attribute.finite import may_be_finite
from woozle.stages.attribute.grammar import BREAKS, CONJUNCTIONS, DETERMINERS, SUBORDINATORS, is_number
from woozle.stages.attribute.kinds import DOCUMENTS, POSTS, head_of, is_outlet
from woozle.stages.attribute.subjects import right_subject
from woozle.stages.attribute.view import Flow, Range, View, overlap
from woozle.toolbox.names import SPEAKERS
from woozle.toolbox.nlp.lexicon.titles import ROLES

#: Words that cite whoever follows, and those that do where what follows is written or somebody's word.
_CITING: tuple[tuple[str, ...], ...] = (("citing",), ("quoting",), ("crediting",), ("on", "the", "authority", "of"))
_RELYING: tuple[tuple[str, ...], ...] = (
    ("referencing",),
    ("invoking",),
    *((word, "on") for word in "relying drawing based basing resting building".split()),
    *((word, "to") for word in "referring pointing".split()),
    ("with", "reference", "to"),
    ("by", "reference", "to"),
    ("on", "the", "basis", "of"),
    ("on", "the", "strength", "of"),
)
_WHO = frozenset("which who".split())
_CITED = frozenset("cited quoted cites quotes".split())
#: The same by their first word, with whether they are sure.
_FIRST = {
    word: [(words, words in _CITING) for words in (*_CITING, *_RELYING) if words[0] == word]
    for word in {"which", "who", "according", *(words[0] for words in (*_CITING, *_RELYING))}
}
#: What stands before words that cite, beside the beginning of a sentence.
_BEFORE = BREAKS | frozenset("and while by in".split())
#: Nouns that can be asked what they know; what else is cited is a reason, no voice.
_VOICES = frozenset(
    "source sources official officials minister ministers spokesman spokeswoman spokesperson spokespeople witness "
    "witnesses commander commanders director doctor doctors medic medics police ministry resident residents survivor "
    "survivors governor mayor army relative relatives lawyer lawyers diplomat diplomats insider insiders media agency "
    "chief head people person employee employees worker workers villagers locals soldier soldiers officer officers "
    "guard guards expert experts analyst analysts prosecutor prosecutors investigator investigators detective "
    "detectives colleague colleagues friend friends member members executive executives adviser advisers aide aides "
    "engineer engineers company office board union council court government authorities activist activists "
    "eyewitness eyewitnesses".split()
)
#: What somebody said or wrote on an occasion: whose it is counts, the occasion carries nothing.
_WORDS = frozenset(
    "interview interviews remarks comments testimony words conversation conversations account accounts statements "
    "talks claims information evidence tip briefing briefings".split()
)
_REPORTING = frozenset("report write reveal say announce disclose".split())
_BY = frozenset("by from with of".split())
_LONGEST = 24


def cited_drafts(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with a row for whoever is cited: what was said is theirs, carried by the one who cites.

    "Citing" something that cannot speak gives a reason, and stays as it is.
    """
    by_flow: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        by_flow[draft.flow].append(draft)
    out: list[Draft] = []
    for number in sorted(by_flow):
        mine = by_flow[number]
        for cue, is_sure in _cues(view, view.flows[number]):
            mine = _with_cited(view, mine, cue, is_sure=is_sure)
        out += mine
    return out


def _cues(view: View, flow: Flow) -> Iterator[tuple[Range, bool]]:
    """The words of a sentence that cite, and whether whoever follows is cited for sure."""
    for at in range(flow.first, flow.last - 1):
        if view.lows[at] not in _FIRST or view.quoted[at] >= 0:
            continue
        is_free = at == flow.first or view.lows[at - 1] in _BEFORE or view.quoted[at - 1] >= 0
        for words, is_sure in _FIRST[view.lows[at]]:
            is_cue = view.lows[at : at + len(words)] == words and at + len(words) < flow.last
            if is_cue and (is_free or words in _CITING[:2]):
                yield (at, at + len(words)), is_sure
        if view.lows[at] == "according" and at > flow.first and view.lows[at - 1] == "," and at + 2 < flow.last:
            yield (at, at + 2), True
        if view.lows[at] in _WHO and view.lows[at + 1] in _CITED and view.lows[at - 1] == "," and at + 2 < flow.last:
            yield (at + 1, at + 2), True


def _with_cited(view: View, drafts: list[Draft], cue: Range, *, is_sure: bool) -> list[Draft]:
    """The drafts of a sentence with whoever stands behind a cue that cites."""
    flow = view.flows[drafts[0].flow]
    cited = (cue[1], _phrase_end(view, cue[1], flow.last))
    others = [draft for draft in drafts if draft.cue is None or not overlap((draft.cue,), (cue,))]
    outer = _outer(others, cue, cited)
    is_speaking = view.lows[cited[1] : cited[1] + 1] == ("as",)
    if outer is None or cited[0] >= cited[1] or is_speaking or not _is_voice(view, cited, is_sure=is_sure):
        return drafts
    if view.lows[cue[0]] == "according" and not _is_report(view, outer, cue):
        return drafts
    source, carrier = _speakers(view, cited, flow.last)
    content = _without(view, outer.content, (cue[0], max(cited[1], source[1])))
    if not content:
        return drafts
    whole = replace(outer, content=content)
    told = replace(
        whole,
        source=source,
        cue=cue,
        verb="cite",
        carriers=(carrier,) if carrier else (),
        within=outer.cue,
        is_speech=True,
    )
    return [*(whole if other is outer else other for other in others), told]


def _is_report(view: View, outer: Draft, cue: Range) -> bool:
    """Whether an outlet reports what somebody says: "The Post reported that it broke, according to two guards"."""
    source = outer.source or (0, 0)
    is_press = is_outlet(view, source) or any(name.kind == "outlet" for name in view.names_of(source))
    return is_press and outer.verb in _REPORTING and bool(outer.cue) and (outer.cue or cue)[0] < cue[0]


def _without(view: View, content: Sequence[Range], hole: Range) -> tuple[Range, ...]:
    """What is said without the words that cite, and the marks around them."""
    pieces: list[Range | None] = []
    for start, end in content:
        if not overlap(((start, end),), (hole,)):
            pieces.append((start, end))
            continue
        pieces.append(trimmed(view, start, hole[0]) if start < hole[0] else None)
        pieces.append(trimmed(view, hole[1], end) if hole[1] < end else None)
    return tuple(piece for piece in pieces if piece)


def _phrase_end(view: View, start: int, last: int) -> int:
    """Behind a list of noun phrases with their prepositions: up to a mark, a clause or another verb."""
    at = start
    while at < min(last, start + _LONGEST) and view.quoted[at] < 0 and view.lows[at] not in BREAKS:
        low = view.lows[at]
        if low in SUBORDINATORS or (low in ("who", "which", "it", "he", "she", "they") and at > start):
            break
        if low in CONJUNCTIONS and (at + 1 >= last or not _is_listed(view, at + 1, last)):
            break
        at += 1
    return at


def _is_listed(view: View, at: int, last: int) -> bool:
    """Whether another noun phrase of the list follows a conjunction."""
    low = view.lows[at]
    is_noun = low in DETERMINERS or is_number(low) or view.is_capital(at) or not may_be_finite(view, at)
    ahead = range(at + 1, min(last, at + 5))
    stop = next((n for n in ahead if view.lows[n] in BREAKS), min(last, at + 5))
    return is_noun and not any(may_be_finite(view, n) for n in range(at + 1, stop))


def _speakers(view: View, cited: Range, last: int) -> tuple[Range, CarrierDraft | None]:
    """Who is cited, and the post or paper it stood in: "a Telegram post by a brigade commander", "Finn's letter"."""
    for at in range(cited[0] + 1, cited[1] - 1):
        thing = (cited[0], at)
        if view.lows[at] in _BY and _is_word_of(view, thing):
            return _somebody(view, at + 1, cited[1], last), None
        if view.lows[at] in ("by", "from") and _is_written(view, thing):
            return _somebody(view, at + 1, cited[1], last), CarrierDraft(thing, _kind(view, thing))
    for at in range(cited[0] + 1, cited[1]):
        owned = (at, cited[1])
        if view.lows[at - 1].endswith(("'s", "s'")) and head_of(view, owned) < at + 3 and _is_written(view, owned):
            return (cited[0], at), CarrierDraft(owned, _kind(view, owned))
    return _somebody(view, cited[0], cited[1], last), None


def _somebody(view: View, start: int, end: int, last: int) -> Range:
    """A noun phrase with the name or the role that stands beside it: "the deputy secretary, Ulrike Menon"."""
    subject = right_subject(view, start, last)
    return start, max(end, subject[1] if subject else end)


def _is_written(view: View, span: Range) -> bool:
    words = view.lows[slice(*span)]
    return any(low in POSTS or low in DOCUMENTS or low.removesuffix("s") in DOCUMENTS for low in words)


def _is_word_of(view: View, span: Range) -> bool:
    return view.lows[head_of(view, span)] in _WORDS


def _kind(view: View, span: Range) -> str:
    return "post" if any(low in POSTS for low in view.lows[slice(*span)]) else "document"


def _is_voice(view: View, span: Range, *, is_sure: bool) -> bool:
    """Whether a noun phrase can know something: a paper or somebody's word; where it is surely cited, anybody."""
    words = view.lows[slice(*span)]
    if _is_written(view, span) or any(low in _WORDS or low in ("source", "sources") for low in words):
        return True
    if not is_sure:
        return False
    names = view.names_of(span)
    is_role = any(low in _VOICES or low in ROLES or low.removesuffix("s") in ROLES for low in words)
    return is_role or any(name.kind in SPEAKERS for name in names)


def _outer(drafts: Sequence[Draft], cue: Range, cited: Range) -> Draft | None:
    """What the one who cites says in the same sentence: beside the words that cite, before them, or behind them."""
    near = [draft for draft in drafts if draft.is_speech and draft.source and draft.cue and draft.content]
    beside = [draft for draft in near if draft.source and 0 <= cue[0] - draft.source[1] <= 1 + (cue[0] > 0)]
    behind = [draft for draft in near if draft.source and draft.source[0] in (cited[1], cited[1] + 1)]
    if beside or behind:
        return max(beside or behind, key=lambda draft: draft.size)
    before = [draft for draft in near if draft.cue and draft.cue[1] <= cue[0]]
    return max(before, key=lambda draft: (draft.cue or cue)[0], default=None)
