"""Attributions that the engine reads, held against those that rules find: each statement once, the best of both."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from woozle.model.records import Saying
from woozle.model.values import Span
from woozle.stages.attribute.acts import is_court
from woozle.stages.attribute.contents import trimmed
from woozle.stages.attribute.draft import Draft
from woozle.stages.attribute.grammar import BE, HOLDING, NEGATIONS, PLAIN_ARTICLES
from woozle.stages.attribute.labels import turns
from woozle.stages.attribute.nouns import NOUNS
from woozle.stages.attribute.others import other_act
from woozle.stages.attribute.verbs import Verb, act_said, is_to_come, verbs
from woozle.stages.attribute.view import Range, View, overlap

#: How sure the engine must be of what no rule finds: with a cue that the lists know, with any other, and
#: where it sees nobody who says it.
_LEAST_KNOWN, _LEAST_OTHER, _LEAST_UNSAID = 0.5, 0.85, 0.9
#: Contents that share so much of their words are one statement.
_SAME = 0.5
#: Words that may stand between two sources that are one.
_JOINED = 2
#: Words of a content that only the engine finds, at least.
_FEWEST = 2
_AUTHORS = frozenset("i we us me our you".split())
#: Verbs that with a particle tell of a deed.
_DOING = frozenset(
    (form, particle)
    for forms, particles in (("call called calling calls", "off up in"), ("put puts putting", "off up"))
    for form in forms.split()
    for particle in particles.split()
)
#: Words with which somebody asks to stay unnamed.
_SHY = frozenset("identified named quoted anonymity".split())
#: Adjectives of those who are to do a thing.
_WILLING = frozenset("determined willing ready eager keen prepared poised resolved committed set bent".split())
_SEEING = frozenset("see hear watch witness find count".split())
#: What is done to whoever is taken for the source, where a verb is in the passive.
_ASKED = frozenset("ask tell warn inform show".split())
_DISTANT = frozenset("claim claims claimed claiming allege alleges alleged alleging".split())
_REPORTED = frozenset("reportedly allegedly supposedly purportedly apparently ostensibly".split())
_ACCORDING = frozenset("according per citing cited cites".split())


def _words(view: View, span: Span) -> Range | None:
    """The words of a stretch of the text."""
    first, last = bisect_right(view.ends, span.start), bisect_left(view.starts, span.end)
    return (first, last) if first < last else None


def _ranges(view: View, spans: Sequence[Span]) -> tuple[Range, ...]:
    found = (_words(view, span) for span in spans)
    return tuple(words for words in found if words)


def _contents(view: View, saying: Saying) -> tuple[Range, ...]:
    found = (trimmed(view, *words) for words in _ranges(view, saying.contents))
    return tuple(words for words in found if words and not (saying.cue and _is_next_line(view, saying.cue, words)))


def _is_next_line(view: View, cue: Span, words: Range) -> bool:
    """Whether a line without a full stop ends between a cue and what is taken for its content."""
    between = view.text[cue.end : view.starts[words[0]]]
    head, line, _ = between.partition("\n")
    return bool(line) and bool(head.strip()) and head.rstrip()[-1:].isalnum() and "." not in between


def _verb(view: View, cue: Range) -> Verb | None:
    known = (verbs().get(view.lows[at]) for at in range(cue[1] - 1, cue[0] - 1, -1))
    return next((verb for verb in known if verb), None)


def _frame(view: View, verb: Verb, cue: Range, content: Range) -> str:
    """Which of a verb's frames fits what follows."""
    if cue[1] - cue[0] > 1 and view.lows[cue[1] - 1] in verb.frames:
        return view.lows[cue[1] - 1]
    low = view.lows[content[0]]
    if low in ("to", "not"):
        wanted = "io"
    elif low in ("whether", "if", "why", "how", "what", "when", "where", "who"):
        wanted = "tqc"
    else:
        wanted = "qcktn"
    return next((frame for frame in wanted if frame in verb.frames), next(iter(verb.frames)))


def _act(view: View, saying: Saying, cue: Range | None, content: Range) -> tuple[str, str, bool]:
    """Act, lemma of the cue, and whether it is speech."""
    if cue is None:
        return saying.act or "assert", "", True
    lows = view.lows[cue[0] : cue[1]]
    if view.lows[content[0]] == "to" and not _WILLING.isdisjoint(lows):
        return "intend", "be", False
    verb = _verb(view, cue)
    if verb:
        frame = _frame(view, verb, cue, content)
        act, is_speech = verb.frames[frame], "q" in verb.frames or frame == "o"
        around = set(view.lows[max(0, cue[0] - 3) : cue[1]])
        act = act_said(act, is_negated=bool(around & NEGATIONS) and is_speech, is_open=is_to_come(lows))
        return saying.act or act, verb.lemma, is_speech
    if HOLDING & set(lows):
        return saying.act or "believe", "be", False
    noun = next((low for low in lows if low in NOUNS), None)
    if noun:
        act = NOUNS[noun]
        return saying.act or ("assert" if act == "rumour" else act), noun, False
    return saying.act or other_act(lows) or "assert", " ".join(lows), bool(_ACCORDING & set(lows)) or lows == (":",)


def _is_telling(view: View, read: Draft) -> bool:
    """Whether what only the engine finds says something, and is not the author speaking: "we regret it"."""
    words = [view.lows[at] for part in read.content for at in range(*part) if view.lows[at][0].isalnum()]
    if read.cue and tuple(view.lows[read.cue[1] - 2 : read.cue[1]]) in _DOING:
        return False
    if read.cue and read.source and overlap((read.cue,), (read.source,)):
        return False
    first = view.lows[read.cue[0]] if read.cue else ""
    if first == "if" or (first == "citing" and read.source is None):
        return False
    if _is_asked(view, read) or (_SHY & set(words) and "not" in words):
        return False
    is_author = read.source is not None and _is_author(view, read.source) and read.verb not in _SEEING
    return len(words) >= _FEWEST and not is_author


def _least(view: View, read: Draft) -> float:
    """How sure the engine must be of a statement that no rule finds."""
    if read.source is None:
        return _LEAST_UNSAID
    return _LEAST_KNOWN if _is_known(view, read) else _LEAST_OTHER


def _is_asked(view: View, read: Draft) -> bool:
    """Whether the one taken for the source is asked or told: "Finn was asked about the false start"."""
    if read.cue is None or read.source is None or read.source[0] > read.cue[0]:
        return False
    first, verb = view.lows[read.cue[0]], _verb(view, read.cue)
    is_passive = first in BE or view.lows[read.cue[0] - 1] in BE
    return is_passive and verb is not None and verb.lemma in _ASKED and "ing" not in verb.shapes


def _is_author(view: View, source: Range) -> bool:
    return view.quoted[source[0]] < 0 and source[1] - source[0] == 1 and view.lows[source[0]] in _AUTHORS


def _is_known(view: View, draft: Draft) -> bool:
    return draft.cue is None or draft.is_speech or _verb(view, draft.cue) is not None or draft.verb in NOUNS


def _source(view: View, sources: Sequence[Range], beside: Range) -> Range | None:
    """The source that stands nearest to the cue, with those that a word or two join to it: "Kort and Weil"."""
    if not sources:
        return None
    first, last = min(sources, key=lambda each: (max(beside[0] - each[1], each[0] - beside[1]), each))
    for start, end in sorted(sources, reverse=True):
        first = start if 0 <= first - end <= _JOINED else first
    for start, end in sources:
        last = end if 0 <= start - last <= _JOINED else last
    return first - (first > 0 and view.lows[first - 1] in PLAIN_ARTICLES), last


def draft_of(view: View, saying: Saying) -> Draft | None:
    """What the engine reads as a draft by words; None where nothing is left of it."""
    contents, sources = _contents(view, saying), _ranges(view, saying.sources)
    if not contents:
        return None
    cue = _words(view, saying.cue) if saying.cue else None
    act, verb, is_speech = _act(view, saying, cue, contents[0])
    lows = set(view.lows[cue[0] : cue[1]]) if cue else set()
    stance = saying.stance or ("reported" if (lows & (_DISTANT | _REPORTED)) and act == "assert" else "plain")
    flow = max(0, view.flow_at(cue[0] if cue else contents[0][0]))
    return Draft(_source(view, sources, cue or contents[0]), cue, contents, act, stance, verb, is_speech, flow)


def _likeness(one: Draft, other: Draft) -> float:
    """Share of the words of both contents that stand in both; a shared cue counts as half."""
    shared = overlap(one.content, other.content)
    share = shared / max(1, one.size + other.size - shared)
    is_same_cue = bool(one.cue and other.cue and overlap((one.cue,), (other.cue,)))
    is_refusal = one.act == "decline" and not one.content
    return max(share, _SAME if is_same_cue and (shared or is_refusal) else 0.0)


def _merged(view: View, rule: Draft, read: Draft) -> Draft:
    """One statement that both found: what and how from the rule, and a source that the rule does not see.

    Hearsay names nobody: whoever stands near "is said to" is the one of whom it is said.
    """
    heard = [each.span for each in rule.carriers if each.kind == "hearer"]
    if rule.source is None and heard and not is_court(view, heard[0]):
        # "We are told that …": by nobody who is named; what a court was told is its record.
        return replace(rule, stance="reported") if rule.act == "assert" else rule
    is_hearsay = rule.source is None and rule.stance in ("reported", "rumoured")
    if is_hearsay and rule.act == "believe" and not rule.is_speech and rule.verb in NOUNS and read.source:
        return replace(rule, source=read.source, stance="plain")
    return rule if is_hearsay else replace(rule, source=rule.source or read.source)


def _is_turn(view: View, read: Draft, spoken: Sequence[Range]) -> bool:
    """Whether what the engine reads off a colon or nothing is a turn of a conversation, which rules tell apart."""
    is_open = read.cue is None or view.lows[slice(*read.cue)] == (":",)
    return is_open and overlap(read.content, spoken) > 0


def with_sayings(view: View, drafts: Sequence[Draft], sayings: Sequence[Saying]) -> list[Draft]:
    """The rules' drafts with what the engine reads.

    Args:
        view: the text.
        drafts: what rules find.
        sayings: what the engine reads, in text order.
    """
    out = list(drafts)
    spoken = turns(view) + [
        part for draft in drafts if draft.verb == ":" and draft.cue is None for part in draft.content
    ]
    free: dict[int, set[int]] = defaultdict(set)
    for at, draft in enumerate(drafts):
        free[draft.flow].add(at)
    for saying in sayings:
        read = draft_of(view, saying)
        if read is None:
            continue
        near = sorted(at for flow in range(read.flow - 1, read.flow + 2) for at in free[flow])
        like = {at: _likeness(drafts[at], read) for at in near}
        best = max(near, key=like.__getitem__, default=-1)
        if best >= 0 and like[best] >= _SAME:
            out[best] = _merged(view, out[best], read)
            free[drafts[best].flow].discard(best)
        elif saying.score >= _least(view, read) and _is_telling(view, read) and not _is_turn(view, read, spoken):
            out.append(read)
    return out
