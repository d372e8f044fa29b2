"""Who is meant: names of one document folded into bearers, short forms to the long one."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from woozle.stages.annotate.groups import Group, group, homes, words_of
from woozle.toolbox.names import fold_name
from woozle.toolbox.nlp import Analysis, Name

#: Letters of an outlet's name below which it is too common a word to look for.
_LEAST_OUTLET = 5


@dataclass(frozen=True, slots=True)
class Bearer:
    """Whoever several names of one document mean. ``start``: where it is first named; ``spans`` in text order."""

    name: str
    kind: str
    aliases: tuple[str, ...]
    is_protected: bool
    start: int
    spans: tuple[tuple[int, int], ...]


def _bearer(text: str, groups: Sequence[Group]) -> Bearer:
    """The bearer of several groups, of which the first names it in full."""
    names = sorted((name for each in groups for name in each.names), key=lambda name: (name.start, name.end))
    aliases = tuple(dict.fromkeys(words_of(text, name) for name in names))
    best = max(aliases, key=lambda alias: (len(alias), not alias.isupper(), alias))
    spans = tuple((name.start, name.end) for name in names)
    return Bearer(best, groups[0].kind, aliases, groups[0].is_alias, names[0].start, spans)


def _own(outlet: str | None, groups: Sequence[Group]) -> list[Group]:
    """The groups, with what the publishing outlet calls itself as an outlet, whatever its name looks like."""
    own = fold_name(outlet, "outlet") if outlet else ""
    last = own.split()[-1] if len(own.split()) > 1 else own
    return [
        replace(each, kind="outlet") if own and each.kind != "person" and each.key in (own, last) else each
        for each in groups
    ]


def with_outlet(text: str, analysis: Analysis, outlet: str | None) -> Analysis:
    """The analysis with the publishing outlet's own name wherever it stands, in capitals too: mastheads tell it so."""
    words = [re.escape(word) for word in (outlet or "").split()]
    if not words or len("".join(words)) < _LEAST_OUTLET:
        return analysis
    pattern = re.compile(r"(?<!\w)" + r"\s+".join(words) + r"(?!\w)", re.IGNORECASE)
    own = [Name(found.start(), found.end(), "outlet") for found in pattern.finditer(text) if found[0][0].isupper()]
    starts = [mine.start for mine in own]

    def is_free(name: Name) -> bool:
        before = bisect_right(starts, name.end - 1)
        return before == 0 or own[before - 1].end <= name.start

    kept = [name for name in analysis.names if is_free(name)]
    return replace(analysis, names=tuple(sorted([*kept, *own], key=lambda name: (name.start, name.end))))


def bearers_of(text: str, analysis: Analysis, *, outlet: str | None) -> list[Bearer]:
    """The bearers of the names of a text, by first mention.

    A call sign or nickname is a bearer of its own, whatever name stands near it.

    Args:
        text: the document's text.
        analysis: its names.
        outlet: who publishes it.
    """
    groups = _own(outlet, group(text, analysis.names))
    home_of = homes(text, groups)
    members: dict[int, list[Group]] = defaultdict(list)
    for at, each in enumerate(groups):
        home, passed = at, {at}
        while home in home_of and home_of[home] not in passed:
            home = home_of[home]
            passed.add(home)
        members[home].insert(0, each) if home == at else members[home].append(each)
    return sorted((_bearer(text, found) for found in members.values()), key=lambda each: (each.start, each.spans))
