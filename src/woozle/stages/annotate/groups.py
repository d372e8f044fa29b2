"""Names of one document that are the same words, and the longer names that short ones stand for."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from woozle.stages.annotate.shortplaces import head_of
from woozle.toolbox.names import THINGS, acronyms_of, fold_name, is_acronym
from woozle.toolbox.nlp import Name
from woozle.toolbox.nlp.lexicon.heads import PLACE_HEADS

#: Words before a name that say it is a call sign or a nickname.
_ALIAS = re.compile(
    r"(?:call ?signs?|callsigned|nom de guerre(?: is)?|nicknamed|(?:known|known only|known simply|known to \w+) as"
    r"|calls? (?:him|her|them)self|called (?:him|her|them)self|alias|codenamed|code name|nickname"
    r"|(?:uses|used|goes by|went by) the (?:call sign|name))[\s:,]*[\"“‘'(–-]*\s*(?:the\s)?$",
    re.IGNORECASE,
)
_REACH = 60
_BRACKET = re.compile(r"\s*[(\[]\s*(?:the\s)?[\"“]?$")
#: Between a name and the acronym that its brackets give stand no more characters than this.
_NEAR = 12


@dataclass(frozen=True, slots=True)
class Group:
    """Names of one kind and folded form, in text order; ``is_alias``: a call sign or nickname."""

    kind: str
    key: str
    names: tuple[Name, ...]
    is_alias: bool

    @property
    def start(self) -> int:
        """Where the first of them stands."""
        return self.names[0].start


def words_of(text: str, name: Name) -> str:
    """A name as written, on one line."""
    return " ".join(text[name.start : name.end].split())


def longest(text: str, group: Group) -> str:
    """The longest form of a group's names; of two of one length the one that is not in capitals."""
    return max((words_of(text, name) for name in group.names), key=lambda form: (len(form), not form.isupper(), form))


def is_alias(text: str, name: Name) -> bool:
    """Whether a name is an account's, or the words before it say that it is a call sign or a nickname."""
    return text[name.start] == "@" or bool(_ALIAS.search(text, max(0, name.start - _REACH), name.start))


def group(text: str, names: Sequence[Name]) -> list[Group]:
    """The names of a text by kind and folded form, by first mention. A call sign is one wherever it stands."""
    aliases = {words_of(text, name).casefold() for name in names if is_alias(text, name)}
    found: dict[tuple[str, str, bool], list[Name]] = defaultdict(list)
    for name in names:
        words = words_of(text, name)
        is_call_sign = words.casefold() in aliases
        kind = "person" if is_call_sign else name.kind
        found[kind, fold_name(words, kind) or words.casefold(), is_call_sign].append(name)
    return [Group(kind, key, tuple(members), is_call_sign) for (kind, key, is_call_sign), members in found.items()]


@dataclass(frozen=True, slots=True)
class _Index:
    """Longer names by what may stand for them, so that a text of many names is read in one pass."""

    by_last: Mapping[str, list[Group]]
    by_first: Mapping[str, list[Group]]
    by_initials: Mapping[str, list[Group]]


def _index(text: str, groups: Iterable[Group], *, with_initials: bool) -> _Index:
    by_last, by_first, by_initials = defaultdict(list), defaultdict(list), defaultdict(list)
    for each in groups:
        words = each.key.split()
        if len(words) > 1 and not each.is_alias:
            by_last[words[-1]].append(each)
            by_first[words[0]].append(each)
            for initials in sorted(acronyms_of(longest(text, each))) if with_initials else ():
                by_initials[initials].append(each)
    return _Index(by_last, by_first, by_initials)


def _person(short: Group, index: _Index) -> Group | None:
    """The only full name that ends, or else begins, with a bare name of a person; two that fit leave it alone."""
    if " " in short.key or short.is_alias:
        return None
    fits = index.by_last.get(short.key) or index.by_first.get(short.key) or []
    return fits[0] if len(fits) == 1 else None


def _is_bracketed(text: str, long: Group, short: Name) -> bool:
    return any(
        0 < short.start - name.end < _NEAR and _BRACKET.fullmatch(text, name.end, short.start) for name in long.names
    )


def _of_acronym(text: str, short: Group, index: _Index) -> Group | None:
    name = short.names[0]
    letters = "".join(letter for letter in words_of(text, name).upper() if letter.isalpha())
    fits = index.by_initials.get(letters, [])
    stated = [long for long in fits if _is_bracketed(text, long, name)]
    fits = stated or fits
    return fits[0] if len(fits) == 1 else None


def _body(text: str, short: Group, index: _Index) -> Group | None:
    """The longer name that an acronym or a last word stands for: the nearest before it, or the only one."""
    if " " in short.key or short.is_alias:
        return None
    if is_acronym(words_of(text, short.names[0])):
        return _of_acronym(text, short, index)
    fits = index.by_last.get(short.key, [])
    before = [long for long in fits if long.start < short.start]
    if before:
        return max(before, key=lambda long: max(name.start for name in long.names if name.start < short.start))
    return fits[0] if len(fits) == 1 else None


def _place(text: str, short: Group, groups: Sequence[Group]) -> Group | None:
    """The only place whose name has a word that says what it is, "the Sound": the Sound of Marra."""
    if " " in short.key or short.key not in PLACE_HEADS:
        return None
    fits = [long for long in groups if short.key == (head_of(longest(text, long)) or "").lower()]
    return fits[0] if len(fits) == 1 else None


def homes(text: str, groups: Sequence[Group]) -> dict[int, int]:
    """For each group that stands for another, by place in `groups`: the place of that other one.

    A call sign or nickname stands for nobody else, and nobody else for it.
    """
    people = _index(text, (each for each in groups if each.kind == "person"), with_initials=False)
    bodies = _index(text, (each for each in groups if each.kind in THINGS), with_initials=True)
    named = [each for each in groups if each.kind == "place"]
    places = {id(each): at for at, each in enumerate(groups)}
    found: dict[int, int] = {}
    first: dict[str, int] = {}
    for at, each in enumerate(groups):
        home = None
        if each.kind == "person":
            home = _person(each, people)
        elif each.kind == "place":
            home = _place(text, each, named)
        elif each.kind in THINGS:
            home = _body(text, each, bodies)
            # An outlet and an organisation of one name are one bearer that two places told apart.
            if home is None and first.setdefault(each.key, at) != at:
                found[at] = first[each.key]
        if home is not None and home is not each:
            found[at] = places[id(home)]
    return found
