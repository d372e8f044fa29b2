"""Reads a text that is all in capitals, as wires once sent them: the same text in small letters, offset by offset.

A text in capitals says nothing by a capital, so rules that look for names and small words see nothing in it. Here its
letters are made small, and then those of names great again, as a tagger tells them. Every letter stays in its place,
so that a span into the one text is a span into the other.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, Protocol, TypeVar

from woozle.model.values import Span, Token
from woozle.toolbox.nlp.lexicon.known import BODIES, OUTLETS
from woozle.toolbox.nlp.lexicon.lands import PLACES
from woozle.toolbox.nlp.parts import is_people
from woozle.toolbox.when.calendar import great_letters

R = TypeVar("R")

#: Fewer letters than this are a headline or a sign, and stay as they are.
_FEW_LETTERS = 80
#: One small letter in so many may come of a page's frame or a slip of the wire.
_ONE_SMALL_IN = 50
_WORD = re.compile(r"[^\W\d_]+")
_SMALL = frozenset("of the and for y e".split())
#: Parts of names that are small inside of one and great where it begins: "de la Reina", "La Palma".
_INSIDE = frozenset("de del la las los da do dos van von bin al el".split())
#: What a place is, behind its name: taken for a part of the name, "X department" would be an office.
_GENERIC = frozenset(
    "department departments jurisdiction province provinces municipality county district districts neighborhood "
    "neighbourhood region zone state town village farm street avenue highway".split()
)
#: Short names in brackets are short forms, "[FMLN]", and stay in capitals, as do words without a vowel.
_SHORT = 6
_EXPLAINED = re.compile(r"\b(?P<short>[A-Z]{2,8})\s?[\[(](?P<long>[A-Z][A-Z' -]{6,90})[\])]")
#: The other way round: up to so many words before a short form in brackets.
_BEHIND = re.compile(r"(?P<long>(?:[A-Z'\"-]+ ){2,8})[\[(](?P<short>[A-Z]{3,6})[\])]")
_NO_VOWEL = re.compile(r"[^aeiouyAEIOUY\W\d_]{2,}")


class _Tagged(Protocol):
    @property
    def tokens(self) -> tuple[Token, ...]: ...


def is_loud(text: str) -> bool:
    """Whether a text is all in capitals."""
    n_great = sum(letter.isupper() for letter in text)
    if n_great < _FEW_LETTERS:
        return False
    return sum(letter.islower() for letter in text) * _ONE_SMALL_IN < n_great


def small(text: str) -> str:
    """The text in small letters; a letter that has no small one of its own length stays."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)


def quiet(text: str, sentences: Iterable[_Tagged]) -> str:
    """The text with great letters where a report in both would have them: sentences, names, days and months.

    Args:
        text: a text in capitals.
        sentences: its sentences, with parts of speech; those without one get a capital at their start only.
    """
    rows = list(sentences)
    low, letters = small(text), list(small(text))
    names, shorts = _names(low, rows), _short_forms(text)
    for sentence in rows:
        tokens = sentence.tokens
        first = next((token for token in tokens if text[token.start].isalpha()), None)
        if first:
            letters[first.start] = text[first.start]
        for at, token in enumerate(tokens):
            if low[token.start : token.end] in shorts or _is_short_form(text, tokens, at):
                letters[token.start : token.end] = text[token.start : token.end]
            elif _is_great(low, tokens, at, names):
                _raise(letters, text, (token.start, token.end))
    for at in (*_starts(text, (*_long_forms(text), *_known_names(low))), *great_letters(low)):
        letters[at] = text[at]
    return "".join(letters)


def _starts(text: str, stretches: Iterable[tuple[int, int]]) -> Iterable[int]:
    """Where the words of names begin, small ones apart."""
    for stretch in stretches:
        yield from (word.start() for word in _WORD.finditer(text, *stretch) if word[0].lower() not in _SMALL | _INSIDE)


def _names(low: str, sentences: Iterable[_Tagged]) -> frozenset[str]:
    """Words that a tagger takes for names in most of their places: they are names in the others too."""
    votes: dict[str, int] = {}
    for sentence in sentences:
        for token in sentence.tokens:
            word = low[token.start : token.end]
            votes[word] = votes.get(word, 0) + (1 if token.pos == "PROPN" else -1)
    return frozenset(word for word, vote in votes.items() if vote > 0)


def _pairs(text: str) -> Iterable[re.Match[str]]:
    """Short forms with what they are short for, "FMLN [FARABUNDO MARTI …]": initials tell that they belong together."""
    for found in _EXPLAINED.finditer(text):
        initials = "".join(word[0] for word in _WORD.findall(found["long"]))
        if found["short"][0] in initials and len(initials) > 1 and set(found["short"]) <= set(found["long"]):
            yield found


def _short_forms(text: str) -> frozenset[str]:
    """Short forms that the text explains, before or behind the long one in brackets; in small letters."""
    behind = (found["short"] for found in _BEHIND.finditer(text) if _is_short_for(found["short"], found["long"]))
    return frozenset(short.lower() for short in (*(found["short"] for found in _pairs(text)), *behind))


def _is_short_for(short: str, long: str) -> bool:
    """Whether most letters of a short form begin words of a name, which may be translated."""
    initials = {word[0] for word in _WORD.findall(long)}
    return 3 * sum(letter in initials for letter in short) >= 2 * len(short)


def _known_names(low: str) -> Iterable[tuple[int, int]]:
    """Places, bodies and outlets of several words that the lists know."""
    table: dict[str, list[str]] = {}
    for name in (*PLACES, *BODIES, *OUTLETS):
        if " " in name:
            table.setdefault(name.split()[0], []).append(name)
    for first in _WORD.finditer(low):
        for name in table.get(first[0], ()):
            end = first.start() + len(name)
            if low.startswith(name, first.start()) and not low[end : end + 1].isalpha():
                yield first.start(), end


def _long_forms(text: str) -> Iterable[tuple[int, int]]:
    return (found.span("long") for found in _pairs(text))


def _is_great(low: str, tokens: Sequence[Token], at: int, names: frozenset[str]) -> bool:
    """Whether a word begins with a capital: names, their adjectives, and "I"."""
    token, before = tokens[at], tokens[at - 1] if at else None
    word = low[token.start : token.end]
    if word == "i" or is_people(word) or _is_between(tokens, at):
        return True
    is_inside = before is not None and before.pos == "PROPN"
    is_name = token.pos == "PROPN" or (word in names and token.pos in ("NOUN", "ADJ", "X", None))
    return is_name and word not in _SMALL and not (is_inside and word in _INSIDE | _GENERIC)


def _is_between(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word stands between two of one name: "National" of "Marti National Liberation Front"."""
    if not 0 < at < len(tokens) - 1 or tokens[at].pos not in ("ADJ", "NOUN", "VERB", "NUM"):
        return False
    left, right = tokens[at - 1], tokens[at + 1]
    return left.pos == right.pos == "PROPN" and tokens[at].relation in ("compound", "flat", "amod", "nmod")


def _is_short_form(text: str, tokens: Sequence[Token], at: int) -> bool:
    word = text[tokens[at].start : tokens[at].end]
    if not word.isalpha() or tokens[at].pos not in ("PROPN", None):
        return False
    marks = text[max(0, tokens[at].start - 1) : tokens[at].start] + text[tokens[at].end : tokens[at].end + 1]
    return (marks in ("[]", "()") and len(word) <= _SHORT) or _NO_VOWEL.fullmatch(word) is not None


def _raise(letters: list[str], text: str, pair: tuple[int, int]) -> None:
    """Give every part of a word with hyphens its capital."""
    for part in _WORD.finditer(text, *pair):
        if not (part.start() > pair[0] and text[part.start() - 1] in "'’"):
            letters[part.start()] = text[part.start()]


def heard(text: str, sentences: Iterable[_Tagged]) -> str:
    """A text as the rules are to read it: one in capitals in small and great letters, any other as it is."""
    return quiet(text, sentences) if is_loud(text) else text


def respanned(rows: Iterable[R], read: str, text: str) -> tuple[R, ...]:
    """Rows that were read in one text, their spans quoting the other, which has the same offsets."""
    return tuple(rows) if read is text else tuple(_said(row, text) for row in rows)


def _said(value: Any, text: str) -> Any:
    if isinstance(value, Span):
        return Span(value.start, value.end, text[value.start : value.end])
    if isinstance(value, Token | str):
        return value
    if isinstance(value, tuple):
        return tuple(_said(item, text) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {field.name: _said(getattr(value, field.name), text) for field in fields(value)}
        return replace(value, **changed)
    return value
