"""Names in lines in capitals or Title Case: those that other lines tell, and those that lists and heads tell."""

from collections.abc import Iterator, Mapping, Sequence

from woozle.toolbox.nlp.clues import own_clues
from woozle.toolbox.nlp.lexicon.common import COMMON
from woozle.toolbox.nlp.lexicon.given import GIVEN
from woozle.toolbox.nlp.lexicon.lands import PEOPLES
from woozle.toolbox.nlp.lexicon.openers import CALENDAR, OPENERS
from woozle.toolbox.nlp.lexicon.titles import CROWDS, MODIFIERS, ROLES, TITLES
from woozle.toolbox.nlp.lines import Line, is_capital, is_known

Key = tuple[str, ...]
Found = tuple[int, int, str]

#: Names of one word are looked for from so many letters on.
_LEAST = 3
_LONGEST = 6


def _known_at(line: Line, at: int, kinds: Mapping[Key, str], longest: int) -> int:
    """The number of words of the longest known name that begins at `at`; 0 where none does."""
    for size in range(min(longest, len(line.words) - at), 0, -1):
        key = line.low[at : at + size]
        if key in kinds and (size > 1 or len(key[0]) >= _LEAST) and not line.words[at][0].islower():
            return size
    return 0


def _is_free(line: Line, at: int) -> bool:
    """Whether a word of a headline may stand in a name that nothing else tells."""
    low = line.low[at]
    if not is_capital(line.words[at]) or line.words[at].title() in OPENERS or line.words[at].title() in CALENDAR:
        return False
    return low not in TITLES or low in ("lady", "mother")


def _plain(low: str) -> bool:
    return low in COMMON or low in CROWDS or low in ROLES or low in MODIFIERS


def _told(line: Line, first: int, last: int) -> str | None:
    """The kind of an unknown stretch of a headline, where lists or its head leave no doubt."""
    lows = line.low[first:last]
    if is_known(" ".join(lows)):
        return max(own_clues(lows), key=lambda clue: clue[1])[0]
    if last - first == 1 or last - first > _LONGEST or lows[0] in PEOPLES:
        return None
    if lows[0] in GIVEN:
        return "person" if last - first < 4 and not any(_plain(low) for low in lows) else None
    sure = [clue for clue in own_clues(lows) if clue[1] >= 2.5 and clue[0] in ("outlet", "organisation")]
    is_cut_left = first == 0 or line.words[first - 1] in ("the", "The", "of", "(", "[")
    is_cut_right = last == len(line.words) or not line.words[last][0].isalpha()
    return sure[0][0] if sure and is_cut_left and is_cut_right else None


def find_headline_names(line: Line, kinds: Mapping[Key, str], longest: int) -> Iterator[Found]:
    """First word, end and kind of each name of a loud line, in order.

    Args:
        line: a line in capitals or Title Case.
        kinds: the kind of each name that other lines tell, by its words in small letters.
        longest: the number of words of the longest of them.
    """
    at = 0
    while at < len(line.words):
        size = _known_at(line, at, kinds, longest)
        if size:
            yield at, at + size, kinds[line.low[at : at + size]]
            at += size
            continue
        end = at
        while end < len(line.words) and _is_free(line, end) and not _known_at(line, end, kinds, longest):
            end += 1
        kind = _told(line, at, end) if end > at else None
        if kind:
            yield at, end, kind
        at = max(end, at + 1)


def lookup(kinds: Mapping[str, str], lines: Sequence[Line]) -> tuple[Mapping[Key, str], int]:
    """Names by their words, and the longest one's number of words; empty where no line is loud."""
    if not any(line.is_loud for line in lines):
        return {}, 0
    table = {tuple(key.split()): kind for key, kind in kinds.items()}
    return table, max((len(key) for key in table), default=0)
