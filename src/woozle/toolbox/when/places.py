"""Finds where any of the patterns of time may match, in one walk over a text, so that each is tried there only."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

#: How the words of four letters or more begin that an expression of time may begin with, and the shorter ones whole;
#: figures, and years with an apostrophe, aside.
OPENINGS = (
    "abou almo annu apri arou asce augu autu begi betw boxi cent chri clos comi coup curr dail dawn dayb days deca "
    "dece dusk each earl eart east eigh elev ever fall febr fift fina firs fisc five foll fort four frid from good "
    "half hall holy hour inte janu july june just last late less many marc maun midd midn minu mond mont more near "
    "next nigh nine nint noon nove nowa octo only orth over palm past pent pres prev quar rece rest righ roug satu "
    "seco sept seve sinc sixt some soon spri star summ sund sunr suns tent that thei thes thir this thos thre thur "
    "toda tomo toni tues twel twen vale very wedn week whit wint year yest"
).split()
SHORT = (
    "a an apr aug dec end feb few fri its jan jul jun mar may mid mon new nov now oct one our per sat sep six sun ten "
    "the thu tue two wed"
).split()
#: Short words that only some words may follow, and how these begin.
BEFORE: Mapping[str, str] = MappingProxyType({"at": "lp", "in": "clnp", "on": "fmstw"})
_NAMED = re.compile(r"\(\?P<\w+>")


def _opening() -> str:
    tails: dict[str, list[str]] = defaultdict(list)
    for opening in OPENINGS:
        tails[opening[0]].append(opening[1:])
    long = "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in tails.items())
    pairs = "|".join(rf"{word}\s{{1,3}}[{letters}]" for word, letters in BEFORE.items())
    return rf"\d|['’]\d|(?i:(?:{'|'.join(SHORT)})(?!\w)|{long}|{pairs}|[qh]\d)"


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
