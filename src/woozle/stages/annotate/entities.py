"""Who is meant: names of one document folded into bearers, short forms to the long one before them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from woozle.toolbox.names import acronyms_of, fold_name, is_acronym
from woozle.toolbox.nlp import Analysis, Name

_BODIES = frozenset(("organisation", "outlet", "group", "other"))
#: Words before a name that say it is a call sign or a nickname.
_ALIAS = re.compile(
    r"(?:call ?sign|callsign|nom de guerre(?: is)?|nicknamed|(?:known|known only|known simply) as|calls? (?:him"
    r"|her)self|"
    r"called (?:him|her)self|alias|codenamed|who (?:uses|goes by) the (?:call sign"
    r"|name))[\s:,]*[\"“‘'(–-]*\s*(?:the\s)?$",
    re.I,
)
#: Letters of an outlet's name below which it is too common a word to look for.
_LEAST_OUTLET = 5
_BRACKET = re.compile(r"\s*[(\[]\s*(?:the\s)?[\"“]?$")


@dataclass(frozen=True, slots=True)
class Bearer:
    """Whoever several names of one document mean. ``start``: where it is first named; ``spans`` in text order."""

    name: str
    kind: str
    aliases: tuple[str, ...]
    is_protected: bool
    start: int
    spans: tuple[tuple[int, int], ...]


@dataclass(slots=True)
class _Group:
    """Names of one folded form, on the way to a bearer."""

    kind: str
    key: str
    names: list[Name]
    is_alias: bool
    home: "_Group | None" = None


def _groups(text: str, names: Sequence[Name]) -> list[_Group]:
    found: dict[tuple[str, str, bool], _Group] = {}
    aliases = {
        text[name.start : name.end].casefold()
        for name in names
        if _ALIAS.search(text, max(0, name.start - 60), name.start)
    }
    for name in names:
        words = text[name.start : name.end]
        is_alias = words.casefold() in aliases
        kind = "person" if is_alias else name.kind
        key = fold_name(words, kind) or words.casefold()
        # A name told in capitals is the same name.
        group = found.setdefault((kind, key, is_alias), _Group(kind, key, [], is_alias))
        group.names.append(name)
    return list(found.values())


def _full_person(group: _Group, groups: Sequence[_Group]) -> _Group | None:
    """The only full name of the document that ends, or begins, with a bare name of a person."""
    if " " in group.key or group.is_alias:
        return None
    people = [other for other in groups if other.kind == "person" and " " in other.key and not other.is_alias]
    ends = [other for other in people if other.key.split()[-1] == group.key]
    fits = ends or [other for other in people if other.key.split()[0] == group.key]
    return fits[0] if len(fits) == 1 else None


def _full_body(text: str, group: _Group, groups: Sequence[_Group]) -> _Group | None:
    """The longer name that an acronym or a last word stands for: the nearest before it, or the only one."""
    first = group.names[0]
    words = text[first.start : first.end]
    others = [other for other in groups if other is not group and other.kind in _BODIES and " " in other.key]
    if is_acronym(words):
        letters = "".join(letter for letter in words.upper() if letter.isalpha())
        stated = [other for other in others if _is_bracketed(text, other, first)]
        fits = stated or [other for other in others if letters in acronyms_of(_longest(text, other))]
        return fits[0] if len(fits) == 1 else None
    if " " in group.key:
        return None
    fits = [other for other in others if other.key.split()[-1] == group.key]
    before = [other for other in fits if other.names[0].start < first.start]
    if before:
        return max(before, key=lambda other: max(name.start for name in other.names if name.start < first.start))
    return fits[0] if len(fits) == 1 else None


def _is_bracketed(text: str, long: _Group, short: Name) -> bool:
    return any(
        name.end < short.start and short.start - name.end < 12 and _BRACKET.fullmatch(text, name.end, short.start)
        for name in long.names
    )


def _longest(text: str, group: _Group) -> str:
    return max((text[name.start : name.end] for name in group.names), key=lambda words: (len(words), words))


def _best_name(aliases: Sequence[str]) -> str:
    """The longest form; of two of one length the one that is not in capitals."""
    return max(aliases, key=lambda alias: (len(alias), not alias.isupper(), alias))


def _settle(text: str, groups: Sequence[_Group]) -> None:
    for group in groups:
        if group.kind == "person" and not group.is_alias:
            group.home = _full_person(group, groups)
        elif group.kind in _BODIES:
            group.home = _full_body(text, group, groups)
    by_key: dict[str, _Group] = {}
    for group in groups:
        # "Kort" the outlet and "Kort" the organisation are one bearer that two places told apart.
        if group.kind in _BODIES and group.home is None and not group.is_alias:
            first = by_key.setdefault(group.key, group)
            group.home = first if first is not group else None


def _bearer(text: str, groups: Sequence[_Group], kind: str) -> Bearer:
    names = sorted((name for group in groups for name in group.names), key=lambda name: (name.start, name.end))
    aliases = list(dict.fromkeys(" ".join(text[name.start : name.end].split()) for name in names))
    spans = tuple((name.start, name.end) for name in names)
    return Bearer(_best_name(aliases), kind, tuple(aliases), groups[0].is_alias, names[0].start, spans)


def _own(outlet: str | None, groups: Sequence[_Group]) -> None:
    """What the publishing outlet calls itself is an outlet, whatever its name looks like."""
    own = fold_name(outlet, "outlet") if outlet else ""
    for group in groups:
        is_own = (
            own
            and group.kind != "person"
            and (group.key == own or (len(own.split()) > 1 and own.split()[-1] == group.key))
        )
        if is_own:
            group.kind = "outlet"


def with_outlet(text: str, analysis: Analysis, outlet: str | None) -> Analysis:
    """The analysis with the publishing outlet's own name wherever it stands, in capitals too: mastheads tell it so."""
    words = [re.escape(word) for word in (outlet or "").split()]
    if not words or len("".join(words)) < _LEAST_OUTLET:
        return analysis
    pattern = re.compile(r"(?<!\w)" + r"\s+".join(words) + r"(?!\w)", re.I)
    own = [Name(found.start(), found.end(), "outlet") for found in pattern.finditer(text) if found[0][0].isupper()]
    kept = [name for name in analysis.names if all(name.end <= mine.start or mine.end <= name.start for mine in own)]
    return replace(analysis, names=tuple(sorted([*kept, *own], key=lambda name: (name.start, name.end))))


def bearers_of(text: str, analysis: Analysis, *, outlet: str | None) -> list[Bearer]:
    """The bearers of the names of a text, by first mention.

    A call sign or nickname is a bearer of its own, whatever name stands near it.

    Args:
        text: the document's text.
        analysis: its names.
        outlet: who publishes it.
    """
    groups = _groups(text, analysis.names)
    _own(outlet, groups)
    _settle(text, groups)
    homes: dict[int, list[_Group]] = {}
    for group in groups:
        home = group
        seen = {id(group)}
        while home.home is not None and id(home.home) not in seen:
            home = home.home
            seen.add(id(home))
        homes.setdefault(id(home), []).append(group) if home is not group else homes.setdefault(id(home), []).insert(
            0, group
        )
    bearers = [_bearer(text, members, members[0].kind) for members in homes.values()]
    return sorted(bearers, key=lambda bearer: (bearer.start, bearer.spans))
