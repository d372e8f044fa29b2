"""Finds where a text means a body by what it is, without a name: "the coastguard", "the national police"."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from woozle.stages.annotate.bodynouns import BARE, MANY, SMALL, STATE, TYPES
from woozle.stages.annotate.bodyphrases import NOUNS, SEAMS, Noun, Phrase, Words, is_last, noun_at, phrase_of
from woozle.toolbox.names import THINGS
from woozle.toolbox.nlp import Analysis, Name
from woozle.toolbox.nlp.lines import Line, is_opening, make_line

#: A headline is one of so many first lines, and ends without such a mark.
_TOP = 6
_CLOSING = frozenset((".", "!", "?", '"', "”", "’", "'", "»"))
#: Words behind which "police" is a verb.
_SUBJECTS = frozenset("i we you they".split())


@dataclass(frozen=True, slots=True)
class Body:
    """A place of a text that means a body, at half-open [start, end), without its article.

    Attributes:
        name: its words as the text writes them, with a land that owns it; small where a capital only opens a sentence.
        noun: what it is: "police", "air force".
        marks: words in small letters that tell it from other bodies of the noun: "national", "transport".
        lands: likewise, peoples, places and owners: "astmarian".
        is_sure: it is a body whether the text names it elsewhere or not.
        is_mention: false where it only says what a named body is: "Norra Lines, a ferry company".
        apposed: the name beside it that it says this of; None for most.
        sentence: number of its sentence.
        is_headline: that sentence is in capitals or Title Case, or an open line at the top of the text.
    """

    start: int
    end: int
    name: str
    noun: str
    marks: frozenset[str]
    lands: frozenset[str]
    is_sure: bool
    is_mention: bool
    apposed: Name | None
    sentence: int
    is_headline: bool

    @property
    def words(self) -> frozenset[str]:
        """All that tells it from other bodies of the noun."""
        return self.marks | self.lands


def _apposed(words: Words, noun: Noun, phrase: Phrase) -> Name | None:
    """The name of a body that stands right beside a phrase and may be its own."""
    behind = words.name(noun.last)
    if behind is not None:
        return behind
    before = words.name(phrase.edge - 2)
    if before is None or before.kind not in THINGS or words.low(phrase.edge - 1) != ",":
        return None
    return before if phrase.way in ("the", "a") and words.low(phrase.last) not in ("'s", "'") else None


def _is_sure(words: Words, noun: Noun, phrase: Phrase) -> bool | None:
    """Whether a phrase is a body whatever else the text says; None where it is none."""
    if phrase.way in ("the", "owned"):
        return noun.is_sure
    before = words.low(phrase.edge)
    if phrase.way == "a" or not phrase.marks <= TYPES or before in _SUBJECTS:
        return None
    if before == "of" and words.low(phrase.edge - 1) in MANY:
        return None
    if noun.what in BARE or (phrase.lands and noun.is_sure):
        return True
    is_first = phrase.edge < 0 or before in SEAMS - {",", "."}
    return noun.what in STATE if is_first and noun.is_sure else None


def _name(text: str, words: Words, phrase: Phrase) -> str:
    """The words of a phrase; a capital goes where it stands only because something begins there."""
    tokens, line = words.line.tokens, words.line
    first = phrase.first if phrase.owner is None else phrase.owner
    parts = text[tokens[first].start : tokens[phrase.last - 1].end].split()
    if line.is_loud:
        parts = [part.capitalize() if part.lower() in phrase.lands else part.lower() for part in parts]
    elif is_opening(line, first) and words.low(first) not in phrase.lands:
        parts[0] = parts[0][0].lower() + parts[0][1:]
    return " ".join(parts)


def _is_free(words: Words, at: int) -> bool:
    """Whether a word stands in no name, or is one of which nobody could say what it names: "the Chancery"."""
    name = words.name(at)
    return name is None or (name.kind == "other" and words.is_lone(at))


def _is_headline(line: Line, number: int) -> bool:
    return line.is_loud or (number < _TOP and line.words[-1] not in _CLOSING)


def _bodies_of(text: str, words: Words, number: int) -> Iterator[Body]:
    """The bodies of one sentence."""
    tokens, end = words.line.tokens, 0
    for at, low in enumerate(words.line.low):
        noun = noun_at(words, at) if low in NOUNS and _is_free(words, at) else None
        phrase = phrase_of(words, noun) if noun and is_last(words, noun) else None
        if noun is None or phrase is None or phrase.first < end:
            continue
        apposed, is_sure = _apposed(words, noun, phrase), _is_sure(words, noun, phrase)
        if is_sure is None and apposed is None:
            continue
        holds_name = any(words.name(k) is not None for k in range(phrase.first, phrase.last))
        yield Body(
            tokens[phrase.first].start,
            tokens[phrase.last - 1].end,
            _name(text, words, phrase),
            noun.what,
            phrase.marks,
            phrase.lands,
            bool(is_sure),
            is_sure is not None and words.name(noun.last) is None and (is_sure or not holds_name),
            apposed,
            number,
            _is_headline(words.line, number),
        )
        end = phrase.last


def _names_of(analysis: Analysis) -> Iterator[list[Name | None]]:
    """For each sentence the name that each of its words stands in."""
    names, at = analysis.names, 0
    for sentence in analysis.sentences:
        own: list[Name | None] = []
        for token in sentence.tokens:
            while at < len(names) and names[at].end <= token.start:
                at += 1
            own.append(names[at] if at < len(names) and names[at].start < token.end else None)
        yield own


def find_bodies(text: str, analysis: Analysis) -> list[Body]:
    """Where a text means bodies by what they are, in order; none overlaps another.

    Args:
        text: the document's text.
        analysis: its sentences and names.
    """
    written = (text[name.start : name.end].lower() for name in analysis.names if name.kind == "place")
    places = frozenset(word for name in written for word in name.split()) - TYPES - SMALL
    return [
        body
        for number, (sentence, names) in enumerate(zip(analysis.sentences, _names_of(analysis), strict=True))
        for body in _bodies_of(text, Words(make_line(text, sentence), names, places), number)
    ]


def without_parts(analysis: Analysis, bodies: Sequence[Body]) -> Analysis:
    """The analysis without the names that are only part of what a body is called: "Granmouth" of its police."""
    inside = {(name.start, name.end) for name in _parts(analysis.names, bodies)}
    return replace(analysis, names=tuple(name for name in analysis.names if (name.start, name.end) not in inside))


def _parts(names: Sequence[Name], bodies: Sequence[Body]) -> Iterator[Name]:
    starts = [name.start for name in names]
    for body in bodies:
        if body.is_mention:
            yield from names[bisect_left(starts, body.start) : bisect_left(starts, body.end)]
