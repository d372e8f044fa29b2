"""Folds a name to the words that carry its identity: case, marks, titles, articles and legal forms fall away."""

import re
from dataclasses import dataclass
from functools import lru_cache

from woozle.toolbox.names.forms import (
    AT_ARMS,
    LEGAL,
    LONG_LEGAL,
    NUMBERS,
    SHORT,
    STOPWORDS,
    TITLES,
    TRANSLATED,
    VESSELS,
)
from woozle.toolbox.names.scripts import latin

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,8}")
_WORD = re.compile(r"[^\W_]+")
#: Names whose folded forms are kept: a text folds each of its names many times.
_KEPT = 1 << 14
_LEET = str.maketrans("0134", "oiea")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded name: its words in order, without those in `legal` (classes of legal forms) and titles."""

    words: tuple[str, ...]
    legal: frozenset[str]


def plain_name(name: str) -> str:
    """Small Latin letters and spaces; "A.B.C." is one word, "O'Neil" too."""
    text = _INITIALS.sub(lambda match: match[0].replace(".", ""), name)
    text = latin(text).replace("&", " and ")
    text = re.sub(r"['’‘`ʼʻ´]s\b", "", text)
    return " ".join(_WORD.findall(re.sub(r"['’‘`ʼʻ´\"“”«»]", "", text)))


def _number(word: str) -> str:
    match = re.fullmatch(r"(\d+)(?:st|nd|rd|th)?", word)
    if match:
        return match[1].lstrip("0") or "0"
    return str(NUMBERS[word]) if word in NUMBERS else word


def _numbers_joined(words: list[str]) -> list[str]:
    """Give numbers in figures: "forty four" as 44, "first" as 1, "1st" as 1."""
    joined: list[str] = []
    for word in words:
        number = _number(word)
        is_tail = joined and joined[-1] in {"20", "30", "40", "50", "60", "70", "80", "90"} and word in NUMBERS
        if is_tail and int(number) < 10:
            joined[-1] = str(int(joined[-1]) + int(number))
        else:
            joined.append(number)
    return joined


def _leet(word: str) -> str:
    is_mixed = any(letter.isalpha() for letter in word) and any(letter.isdigit() for letter in word)
    return word.translate(_LEET) if is_mixed and len(word) > 3 else word


def fold_person(name: str) -> Folded:
    """A person's name without titles; "Smith, John" is told in the order of its words all the same."""
    plain = plain_name(name)
    plain = re.sub(r"\babd (?:al|el|ul|ur|ar) |\babd(?:ul|el|al|ur|ar)\b ?", "abd ", plain)
    words = [_leet(word) for word in plain.split()]
    kept = [word for at, word in enumerate(words) if word not in TITLES or len(words) - at == 1 == len(words)]
    return Folded(tuple(kept or words), frozenset())


def fold_body(name: str) -> Folded:
    """An organisation's or a thing's name without articles, its legal forms set apart."""
    plain = f" {plain_name(name)} "
    legal = set()
    for long, short in LONG_LEGAL:
        if f" {long} " in plain:
            plain = plain.replace(f" {long} ", f" {short} ")
    words = []
    for word in plain.split():
        if word in LEGAL:
            legal.add(LEGAL[word])
        elif word not in STOPWORDS:
            words.append(SHORT.get(word, word))
    if not AT_ARMS.isdisjoint(words):
        words = [TRANSLATED.get(word, word) for word in words]
    kept = _numbers_joined(words) or plain.split()
    if len(kept) > 1 and kept[0] in VESSELS:
        kept = kept[1:]
    return Folded(tuple(kept), frozenset(legal))


@lru_cache(_KEPT)
def fold(name: str, kind: str) -> Folded:
    """The folded name of a person, or of anything else."""
    return fold_person(name) if kind == "person" else fold_body(name)


def name_tokens(name: str, kind: str) -> tuple[str, ...]:
    """The words of a name that carry its identity, folded, in order."""
    return fold(name, kind).words


def fold_name(name: str, kind: str) -> str:
    """The canonical folded name: the words that carry its identity, in order, joined by spaces."""
    return " ".join(fold(name, kind).words)


def camel_split(name: str) -> str:
    """Split "RamiMakhlouf" into two words, where capitals say so and no space stands in the name."""
    return name if " " in name.strip() else _CAMEL.sub(" ", name)
