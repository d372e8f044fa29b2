"""Cuts a text into words and marks, much as Universal Dependencies does for English, with exact offsets."""

import re
from collections.abc import Iterator

from woozle.toolbox.nlp.lexicon.abbreviations import LEADING, NUMBERED, TRAILING

#: Marks that belong to the letter before them, and joiners; ``\w`` leaves them out.
_JOINED = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd\u0e31-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
    "\u200c\u200d\u2060\u00ad"
)
_LETTER = f"(?:[^\\W\\d_][{_JOINED}]*)"
_APOSTROPHE = "['’ʼ＇]"
#: No token is longer, so that a line of ten megabytes without a space costs no more than any other.
_LONGEST = 400
_TOKEN = re.compile(
    rf"""
      (?P<url>(?:https?://|www\.)[^\s<>"“”«»]{{1,{_LONGEST}}})
    | (?P<mail>[\w.+-]{{1,64}}@[\w-]{{1,64}}(?:\.[\w-]{{1,64}}){{1,4}})
    | (?P<handle>[@\#]\w{{1,64}})
    | (?P<dotted>(?:[^\W\d_]\.){{2,12}}(?![^\W_]))
    | (?P<figure>\d{{1,{_LONGEST}}}(?:[.,:]\d{{1,{_LONGEST}}}){{0,20}}(?:(?:st|nd|rd|th|s)\b)?)
    | (?P<word>{_LETTER}(?:{_LETTER}|[\d_]|{_APOSTROPHE}(?={_LETTER})|[-‐‑&](?=[^\W_])){{0,{_LONGEST}}})
    | (?P<run>\.{{2,20}}|-{{2,20}}|\*{{2,20}}|_{{2,20}}|={{2,20}})
    | (?P<mark>[^\s{_JOINED}]|[{_JOINED}]{{1,20}})
    """,
    re.VERBOSE,
)
_CLITIC = re.compile(r"(?i)(?:(?<=[^\W_])n['’]t|['’](?:s|re|ve|ll|d|m))$")
_URL_TAIL = re.compile(r"[.,;:!?'’)\]…]{1,20}$")
_FIGURE_AHEAD = re.compile(r"\.\s?\d")
Pair = tuple[int, int]


def _has_full_stop(text: str, start: int, end: int) -> bool:
    """Whether the full stop at `end` belongs to the word before it."""
    if text[end : end + 1] != "." or text[end + 1 : end + 2] == ".":
        return False
    word = text[start:end]
    folded = word.lower()
    if folded in LEADING or folded in TRAILING:
        return True
    if folded in NUMBERED and _FIGURE_AHEAD.match(text, end):
        return True
    return end - start == 1 and word.isupper() and word != "I"


def _of_word(text: str, start: int, end: int) -> list[Pair]:
    word = text[start:end]
    if word.lower() == "cannot":
        return [(start, start + 3), (start + 3, end)]
    clitic = _CLITIC.search(word) if "'" in word or "’" in word else None
    if clitic and clitic.start():
        return [(start, start + clitic.start()), (start + clitic.start(), end)]
    return [(start, end + 1 if _has_full_stop(text, start, end) else end)]


def _of_url(text: str, start: int, end: int) -> list[Pair]:
    tail = _URL_TAIL.search(text[start:end])
    return [(start, start + tail.start() if tail and tail.start() else end)]


def find_words(text: str, start: int, end: int) -> Iterator[Pair]:
    """The half-open offsets of the tokens of text[start:end], in order.

    Every character that is not white space lies in exactly one token. "don't" is do|n't, "Kort's" is Kort|'s; hyphens
    stay inside words; "1,200", "6:30", "p.m.", "U.S.", "Gen." and addresses are one token.
    """
    at = start
    while match := _TOKEN.search(text, at, end):
        first, last = match.span()
        if match.lastgroup == "word":
            pieces = _of_word(text, first, last)
        elif match.lastgroup == "url":
            pieces = _of_url(text, first, last)
        else:
            pieces = [(first, last)]
        at = min(pieces[-1][1], end)
        yield from pieces[:-1]
        yield pieces[-1][0], at
