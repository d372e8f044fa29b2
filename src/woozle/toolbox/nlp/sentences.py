"""Cuts the tokens of one paragraph into sentences."""

from collections.abc import Iterator, Sequence

from woozle.toolbox.nlp.lexicon.abbreviations import LEADING, NUMBERED
from woozle.toolbox.nlp.lexicon.openers import OPENERS, SAYING

Pair = tuple[int, int]

#: A sentence is cut after so many tokens, whatever stands there.
LONGEST = 400
_STOPS = frozenset((".", "!", "?", "…", "。", "！", "？", "؟", "।", "‽"))
_CLOSERS = frozenset(("”", "’", '"', "'", "»", "›", ")", "]", "}", "」", "』", "''"))
_OPENERS = frozenset(
    ("“", "‘", '"', "'", "«", "‹", "(", "[", "„", "‚", "「", "『", "¿", "¡", "–", "—", "-", "--", "•", "``", "”", "»")
)


def _is_stop(word: str) -> bool:
    return word in _STOPS or (len(word) > 1 and set(word) <= {".", "!", "?", "…"})


def _opener(words: Sequence[str], at: int) -> str:
    """The first word from `at` on, behind opening marks; empty where none stands near."""
    return next((word for word in words[at : at + 4] if word not in _OPENERS), "")


def _ends_abbreviation(words: Sequence[str], at: int, after: int) -> bool:
    """Whether the abbreviation at `at` also ends a sentence: only if the next word usually opens one."""
    word = words[at].rstrip(".")
    if after >= len(words):
        return True
    if word.lower() in LEADING or word.lower() in NUMBERED or (len(word) == 1 and word.isupper()):
        return False
    return _opener(words, after) in OPENERS


def _is_cue(words: Sequence[str], at: int) -> bool:
    """Whether "Brandt asked", "the harbour master said" stands at `at`, behind a quotation with its own stop."""
    for place, word in enumerate(words[at : at + 5]):
        if word.lower() in SAYING:
            return place > 0
        if not word[0].isalpha() or (word in OPENERS and word not in ("The", "He", "She", "They", "His", "Her")):
            return False
    return False


def _stop_ends(words: Sequence[str], begin: int, at: int, after: int) -> bool:
    """Whether the stop at `at`, with closing marks up to `after`, ends the sentence that began at `begin`."""
    if after >= len(words):
        return True
    opener = _opener(words, after)
    if not opener or opener[0].islower():
        return False
    if at == begin or (at == begin + 1 and words[begin].isdigit()):
        return False
    is_quoted = after - at > 1 and words[after - 1] not in (")", "]") and not _is_stop(words[after - 1])
    return not (is_quoted and words[at] != "." and _is_cue(words, after))


def _closes(words: Sequence[str], tokens: Sequence[Pair], at: int) -> bool:
    """Whether the mark at `at` closes what stands before it: a closing mark that touches it."""
    return words[at] in _CLOSERS and (tokens[at][0] == tokens[at - 1][1] or at + 1 == len(words))


def _behind(words: Sequence[str], tokens: Sequence[Pair], at: int) -> int:
    """The first place behind the stop at `at` and the marks that belong to it."""
    after = at + 1
    while after < len(words) and (_is_stop(words[after]) or _closes(words, tokens, after)):
        after += 1
    return after


def cut(text: str, tokens: Sequence[Pair]) -> Iterator[tuple[int, int]]:
    """Half-open ranges of tokens, one a sentence, that cover all tokens of a paragraph in order."""
    words = [text[start:end] for start, end in tokens]
    begin = at = 0
    while at < len(words):
        word = words[at]
        after, is_end = at + 1, False
        if _is_stop(word):
            after = _behind(words, tokens, at)
            is_end = _stop_ends(words, begin, at, after)
        elif word[-1] == ".":
            after = _behind(words, tokens, at)
            is_end = (after > at + 1 and _is_stop(words[at + 1])) or _ends_abbreviation(words, at, after)
        if is_end or after - begin >= LONGEST:
            yield begin, after
            begin = after
        at = after
    if begin < len(words):
        yield begin, len(words)
