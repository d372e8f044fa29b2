"""Finds where any of the patterns of time may match, in one walk over a text, so that each is tried there only."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

#: How the words begin that an expression of time may begin with; figures and years with an apostrophe aside.
OPENINGS = (
    "abo alm ann apr aro aug aut beg bet box cen chr com cou cur dai day dec eac ear eig ele end eve fal feb few fif "
    "fin fir fis fiv fol for fou fri fro hal hou its jan jul jun jus las lat les man mar may mid min mon mor nea new "
    "nex nig nin noo nov now oct one onl our ove pas per pre qua rec res rig rou sat sec sep sev six som soo spr sta "
    "sum sun ten tha the thi tho thr thu tod tom ton tue twe two ver wed wee win yea yes"
).split()
#: Short words likewise.
SHORT = "a an at in on".split()
_NAMED = re.compile(r"\(\?P<\w+>")


def _opening() -> str:
    tails: dict[str, list[str]] = defaultdict(list)
    for opening in OPENINGS:
        tails[opening[0]].append(opening[1:])
    long = "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in tails.items())
    return rf"\d|['’]\d|(?i:(?:{'|'.join(SHORT)})(?!\w)|{long}|q\d)"


def walker(patterns: Iterable[re.Pattern[str]]) -> re.Pattern[str]:
    """A pattern that matches, without taking anything in, where one of these does.

    Args:
        patterns: each matches only where no letter, figure or underscore stands before, and only what begins with one
            of the openings above; nothing in it refers to one of its groups.
    """
    bare = "|".join(f"(?:{_NAMED.sub('(?:', pattern.pattern)})" for pattern in patterns)
    return re.compile(rf"(?<!\w)(?={_opening()})(?={bare})")


def matches_at(pattern: re.Pattern[str], text: str, places: Sequence[int]) -> Iterator[re.Match[str]]:
    """The matches of a pattern that begin at some of the places, which are in order; none overlaps another."""
    behind = 0
    for place in places:
        match = pattern.match(text, place) if place >= behind else None
        if match and match.end() > place:
            yield match
            behind = match.end()
