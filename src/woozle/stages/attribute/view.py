"""One text as the rules see it: words by number, the sentence they stand in, and the quotation they belong to.

Sentences that end inside a quotation are joined to the sentence that quotes them, so that a quotation and its cue are
always in one stretch of words.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from woozle.model.records import Mention, Sentence
from woozle.model.values import Token
from woozle.stages.attribute.contracted import PRONOUN, in_full
from woozle.toolbox.text.quotes import Quote, find_quotes

Range = tuple[int, int]


def overlap(one: Sequence[Range], other: Sequence[Range]) -> int:
    """How many words of some stretches stand in others, too."""
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in other)


_WORD = re.compile(
    r"(?:[A-Z]\.){2,}|(?:Mr|Mrs|Ms|Dr|Gov|Sen|Rep|Gen|Lt|Col|Sgt|Capt|Prof|Rev|St|Jr|Sr|Hon|Pres|Maj|Cmdr|No)\."
    r"|[A-Z]\.(?=\s[A-Z])|\d[\d.,:/]*\d(?![\w-])|[$£€]?\w+(?:[-'’./&]\w+)*|''|``|--+|\.\.+|[^\w\s]"
)
#: A speech that lost its closing mark ends where its cue begins.
_LOST_END = re.compile(
    r",(?=\s(?:(?:he|she|they|it|we|I|(?:[A-Z][\w'’-]+\s){0,3}[A-Z][\w'’-]+|the \w+(?: \w+)?)\s)?"
    r"(?:said|says|added|told|recalled|asked|wrote)\b)"
)
_CLOSERS = "\"”“»'’"
#: A cue behind a question or a shout that its own marks close.
_CUE = re.compile(
    r"(?:[\w.'’-]+\s){1,5}?(?:said|says|asked|asks|added|continued|wrote|replied|responded|shouted|wondered|tweeted|joked|"
    r"exclaimed|recalled|told|quoted|quotes|cited|demanded|cried|yelled)\b|(?:said|asked|added|wrote|replied|shouted)\s"
)
#: Words that are none of these in a person's name, "Theresa May", and what is put behind them there.
_OTHERWISE = frozenset("may will can march april june august mark grant hope faith do see day sunday friday".split())
_NAMED = "x"
_NOMINAL = ("NOUN", "PROPN", "ADJ")
#: Words of a nickname with its marks, at most, and what stands before one.
_NICKNAME = 5
_CALLED = frozenset("as nicknamed alias".split())
_KNOWN = frozenset("known nicknamed alias".split())


@dataclass(frozen=True, slots=True)
class Passage:
    """A quotation that is not inside another. ``runs_on``: the speech goes on in the next paragraph."""

    start: int
    end: int
    runs_on: bool


@dataclass(frozen=True, slots=True)
class Flow:
    """A sentence as a stretch of words, with any sentences of its quotations."""

    first: int
    last: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class View:
    """One text. The parallel tuples have one entry a word.

    Attributes:
        text: the document's text.
        starts: where each word begins, in code points.
        ends: where it ends.
        lows: the word in lower case, with straight apostrophes; short verbs behind pronouns in full.
        quoted: number of the outermost quotation it stands in, marks included; -1 outside.
        passages: the outermost quotations.
        flows: the sentences.
        names: mentions in text order.
        nested: the quotations inside the outermost ones.
        tags: UPOS tags, but "FIN" for finite verbs and auxiliaries, "BARE" for their bare forms, "PART" for participles
            beside a noun; "" where the engine gives none.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    lows: tuple[str, ...]
    quoted: tuple[int, ...]
    passages: tuple[Passage, ...]
    flows: tuple[Flow, ...]
    names: tuple[Mention, ...]
    nested: tuple[Passage, ...]
    tags: tuple[str, ...]

    def word(self, number: int) -> str:
        """The word as it stands in the text."""
        return self.text[self.starts[number] : self.ends[number]]

    def slice(self, span: Range) -> str:
        """The text of a stretch of words."""
        return self.text[self.starts[span[0]] : self.ends[span[1] - 1]]

    def is_capital(self, number: int) -> bool:
        """Whether the word begins with a capital letter."""
        return self.text[self.starts[number]].isupper()

    def is_noun(self, number: int) -> bool:
        """Whether the engine calls a word a noun or an adjective; False where it gives no tags."""
        return self.tags[number] in _NOMINAL

    def number_at(self, offset: int) -> int:
        """Number of the first word that ends behind an offset."""
        return bisect_right(self.ends, offset)

    def is_nickname(self, number: int) -> bool:
        """Whether a quotation is somebody's other name: "Ada “Sparks” Finn", "a man known as “the Clerk”"."""
        start, end = self.passages[number].start, self.passages[number].end
        first, last = self.number_at(start), bisect_left(self.starts, end)
        if not 2 < last - first <= _NICKNAME or first == 0:
            return False
        if self.lows[first - 1] in _CALLED and not _KNOWN.isdisjoint(self.lows[max(0, first - 6) : first]):
            return True
        is_plain = all(low[0].isalnum() for low in self.lows[first + 1 : last - 1])
        is_between = last < len(self.lows) and self.is_capital(first - 1) and self.is_capital(last)
        return is_plain and is_between

    def quote_end(self, number: int) -> int:
        """Number of the first word behind the quotation that a word stands in."""
        return bisect_left(self.starts, self.passages[self.quoted[number]].end)

    def flow_at(self, word: int) -> int:
        """Number of the sentence that a word stands in; -1 before the first."""
        return bisect_right(self.flows, word, key=lambda flow: flow.first) - 1

    def last_flow(self, parts: Sequence[Range]) -> int:
        """Number of the sentence that the last of some stretches of words ends in; 0 for none."""
        return max((self.flow_at(part[1] - 1) for part in parts), default=0)

    def names_of(self, span: Range) -> list[Mention]:
        """Mentions inside a stretch of words."""
        return self.names_in(self.starts[span[0]], self.ends[span[1] - 1])

    def names_in(self, start: int, end: int) -> list[Mention]:
        """Mentions inside a stretch of the text."""
        low = bisect_left(self.names, start, key=lambda each: each.span.start)
        found = []
        for each in self.names[low:]:
            if each.span.start >= end:
                break
            if each.span.end <= end:
                found.append(each)
        return found


def _settle(text: str, quote: Quote, following: Quote | None) -> tuple[int, bool]:
    """Where an unclosed quotation ends, and whether the next paragraph goes on with it."""
    between = text[quote.end : following.start] if following else "x"
    if "\n" in between and not between.strip():
        return quote.end, True
    lost = _LOST_END.search(text, quote.inner_start, quote.end)
    return (lost.end() if lost else quote.end), False


def _passages(text: str, quotes: Sequence[Quote]) -> tuple[Passage, ...]:
    outer = [quote for quote in quotes if quote.depth == 0]
    found: list[Passage] = []
    for number, quote in enumerate(outer):
        end, runs_on = quote.end, False
        if quote.is_open:
            end, runs_on = _settle(text, quote, outer[number + 1] if number + 1 < len(outer) else None)
        found.append(Passage(quote.start, end, runs_on))
        if end < quote.end:
            found += [
                Passage(each.start, each.end, False)
                for each in quotes
                if each.depth == 1 and end <= each.start and each.end <= quote.end
            ]
    return tuple(sorted(found, key=lambda each: each.start))


#: A dateline, which is no word of what the sentence behind it says.
_DATELINE = re.compile(
    r"[A-Z][A-Z .,'’/-]{2,40}(?:,\s*[^()\n]{0,30})?\s*(?:\([\w&.' -]{2,40}\)\s*)?(?:[-–—]|--)\s+(?=[A-Z\"“‘])"
)


def _behind_dateline(text: str, starts: list[int], first: int, last: int) -> int:
    found = _DATELINE.match(text, starts[first])
    behind = bisect_left(starts, found.end()) if found else first
    return behind if behind < last else first


def _is_cue_of(text: str, flow: Flow, sentence: Sentence, starts: list[int]) -> bool:
    """Whether a sentence only says who asked or called what stands before it: "“Who shut it?” Kort asked."."""
    end = text[starts[flow.first] : sentence.start].rstrip()[-2:]
    return end[-1:] in _CLOSERS and end[:1] in ("?", "!", ",") and bool(_CUE.match(text, sentence.start))


def _flows(
    text: str, sentences: Sequence[Sentence], starts: list[int], passages: tuple[Passage, ...]
) -> tuple[Flow, ...]:
    """Sentences as stretches of words, joined where a boundary lies inside a quotation."""
    flows: list[Flow] = []
    begins = [each.start for each in passages]
    is_joined = False
    for sentence in sentences:
        first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        if first == last:
            continue
        first = _behind_dateline(text, starts, first, last)
        is_same = bool(flows) and flows[-1].paragraph == sentence.paragraph
        if is_same and (is_joined or _is_cue_of(text, flows[-1], sentence, starts)):
            flows[-1] = Flow(flows[-1].first, last, sentence.paragraph)
        else:
            flows.append(Flow(first, last, sentence.paragraph))
        holder = bisect_right(begins, sentence.end - 1) - 1
        is_joined = holder >= 0 and passages[holder].end > sentence.end
    return tuple(flows)


def quoted_by(starts: Sequence[int], passages: Sequence[Passage]) -> tuple[int, ...]:
    """For each word the number of the quotation it stands in, -1 outside of all."""
    quoted = [-1] * len(starts)
    for number, passage in enumerate(passages):
        for word in range(bisect_left(starts, passage.start), bisect_left(starts, passage.end)):
            quoted[word] = number
    return tuple(quoted)


def _in_names(text: str, starts: Sequence[int], ends: Sequence[int], mentions: Sequence[Mention]) -> Iterator[int]:
    """The words of names of more than one word that have a capital."""
    for mention in mentions:
        first, last = bisect_right(ends, mention.span.start), bisect_left(starts, mention.span.end)
        if last - first > 1 and mention.kind == "person":
            yield from (at for at in range(first, last) if text[starts[at]].isupper())


#: Features of verbs that count for more here than that they are verbs.
_VERBAL = (("Mood=Imp", "BARE"), ("VerbForm=Inf", "BARE"), ("VerbForm=Fin", "FIN"))


def _tag(token: Token) -> str:
    feats = token.feats or ""
    form = next((tag for feature, tag in _VERBAL if feature in feats), token.pos or "")
    return "PART" if form == "VERB" and token.relation in ("acl", "amod") else form


def _tags(starts: Sequence[int], sentences: Sequence[Sentence]) -> tuple[str, ...]:
    """A tag for each word, that of the token which begins with it."""
    begins = {token.start: _tag(token) for sentence in sentences for token in sentence.tokens}
    return tuple(begins.get(start, "") for start in starts)


def make_view(text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> View:
    """Look at one text.

    Args:
        text: the document's text.
        sentences: its sentences, in text order.
        mentions: its names, in text order.
    """
    starts: list[int] = []
    ends: list[int] = []
    for found in _WORD.finditer(text):
        pronoun = PRONOUN.match(found[0])
        if pronoun:
            starts.append(found.start())
            ends.append(found.start() + pronoun.end())
        starts.append(ends[-1] if pronoun else found.start())
        ends.append(found.end())
    quotes = find_quotes(text)
    passages = _passages(text, quotes)
    lows = [text[start:end].lower().replace("’", "'") for start, end in zip(starts, ends, strict=True)]
    lemmas = {token.start: token.lemma or "" for sentence in sentences for token in sentence.tokens}
    for at in range(len(lows) - 1, 0, -1):
        if lows[at][0] == "'" and starts[at] == ends[at - 1]:
            lows[at] = in_full(lows, at, lemmas.get(starts[at], ""))
    for at in _in_names(text, starts, ends, mentions):
        if lows[at] in _OTHERWISE:
            lows[at] += _NAMED
    return View(
        text,
        tuple(starts),
        tuple(ends),
        tuple(lows),
        quoted_by(starts, passages),
        passages,
        _flows(text, sentences, starts, passages),
        tuple(mentions),
        tuple(Passage(quote.start, quote.end, False) for quote in quotes if quote.depth == 1),
        _tags(starts, sentences),
    )
