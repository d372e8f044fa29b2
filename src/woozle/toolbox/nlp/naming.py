"""Finds the names of a text: every place of a name votes on what it names, and the document decides as one."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from woozle.toolbox.nlp.around import around_clues
from woozle.toolbox.nlp.clues import Clue, own_clues
from woozle.toolbox.nlp.engine import Name, ParsedSentence
from woozle.toolbox.nlp.headlines import find_headline_names, lookup
from woozle.toolbox.nlp.lexicon.common import COMMON
from woozle.toolbox.nlp.lines import Line, is_known, make_line, seen
from woozle.toolbox.nlp.parts import Part, Seen, find_parts, is_people
from woozle.toolbox.nlp.runs import find_runs

_KINDS = ("person", "organisation", "outlet", "place", "group", "other")
#: What a kind must reach, so that one weak sign does not name anybody: a place alone needs "in", a person a title.
_LEAST = {"person": 0.9, "organisation": 0.8, "outlet": 1.0, "place": 0.7, "group": 0.5, "other": 0.5}
#: How far the places of a name may outvote its own words.
_MOST = 6.0
#: A plain word with a capital is a name only if so much speaks for a kind.
_PLAIN = 1.9
_DASHES = ("-", "–", "—", "--")
#: A dateline is no longer than so many words.
_DATELINE = 14
#: What stands behind a station's own name.
_HANDLE = re.compile(r"(?<![\w@./])@[A-Za-z]\w{1,30}")
_MEDIA = frozenset("tv news radio online media fm television newspapers 24".split())

#: Letters that stand for a name are hardly a person's.
_LETTERS, _LETTERED = re.compile(r"[A-Z]{2,5}"), 2.0
#: Behind a name these make a word of it that describes: "the Orle-based group".
_DESCRIBES = re.compile(
    r".+[-‐‑](?:based|born|led|backed|run|held|controlled|owned|style|like|wide|bound|made|trained)"
)
#: Last words of names that nothing else has.
_BODIES = frozenset("ministry department embassy inspectorate directorate prosecution".split())

Votes = dict[str, dict[str, float]]


#: How much a model's word for a name counts beside the rules' signs, and from where on it finds names of its own.
_MODEL_WEIGHT, _MODEL_ALONE, _MODEL_BORDERS, _MODEL_SILENT = 3.0, 0.3, 0.5, 3.0

Hint = tuple[Name, float]


@dataclass(frozen=True, slots=True)
class _Place:
    """A name at one place of the text. ``hint``: what a model says of it."""

    line: Line
    part: Part
    key: str
    words: tuple[str, ...]
    hint: Hint | None = None

    @property
    def start(self) -> int:
        return self.line.tokens[self.part.first].start

    @property
    def end(self) -> int:
        return self.line.tokens[self.part.last - 1].end


def _place(line: Line, part: Part, hint: Hint | None) -> _Place:
    words = line.words[part.first : part.last]
    lows = line.low[part.first : part.last]
    return _Place(line, part, " ".join(lows[1:] if lows[0] == "the" and len(lows) > 1 else lows), words, hint)


def _tokens_of(line: Line, hint: Hint) -> tuple[int, int]:
    """The tokens of a line that a model's name covers."""
    starts, ends = [token.start for token in line.tokens], [token.end for token in line.tokens]
    return bisect_right(ends, hint[0].start), bisect_left(starts, hint[0].end)


def _of_line(line: Line, found: Sequence[Part], hints: Sequence[Hint]) -> Iterator[_Place]:
    """The names of a line: the rules', with a model's borders where it is sure, and the model's own."""
    ranges = [(*_tokens_of(line, hint), hint) for hint in hints]
    taken: set[int] = set()
    for part in found:
        over = [each for each in ranges if each[0] < part.last and part.first < each[1]]
        if len(over) != 1:
            yield _place(line, part, None)
            continue
        first, last, hint = over[0]
        if hint[1] >= _MODEL_BORDERS and (first, last) != (part.first, part.last):
            if first not in taken:
                yield _place(line, replace(part, first=first, last=last), hint)
            taken.add(first)
        else:
            yield _place(line, part, hint)
    end = 0
    for first, last, hint in ranges:
        # Two of the model's names may lie in one word, "Orle-as-Vallo": that is one name.
        is_free = first >= end and not any(first < part.last and part.first < last for part in found)
        if is_free and first < last and hint[1] >= _MODEL_ALONE and line.words[first][0].isupper():
            yield _place(line, Part(first, last, False), hint)
            end = last


def _places(lines: Sequence[Line], known: Seen, hints: Sequence[Hint]) -> Iterator[_Place]:
    at = 0
    for line in lines:
        own: list[Hint] = []
        while at < len(hints) and hints[at][0].start < line.tokens[-1].end:
            own.append(hints[at])
            at += 1
        if line.is_loud:
            continue
        parts = [part for first, last in find_runs(line, known.small) for part in find_parts(line, first, last, known)]
        found = (place for place in _of_line(line, parts, own) if not _DESCRIBES.fullmatch(place.key))
        yield from sorted(found, key=lambda place: place.part.first)


def _is_dateline(place: _Place) -> bool:
    """Whether a name opens a sentence before a dash, with only a date and an agency between: "KORT, 3 May (AFP) -"."""
    part, line = place.part, place.line
    if part.first:
        return False
    ahead = line.words[part.last : part.last + _DATELINE]
    return next((word in _DASHES for word in ahead if word in _DASHES or word[0].islower()), False)


def _is_label(place: _Place) -> bool:
    """Whether a name stands before a colon at the start of a line, as who speaks does in a transcript."""
    part, line = place.part, place.line
    return part.first == 0 and part.last < len(line.words) and line.words[part.last] == ":"


def _is_body(place: _Place) -> bool:
    """Whether a name of several words says itself that it is a body's: "Foreign Ministry"."""
    return len(place.words) > 1 and place.words[-1][0].isupper() and place.words[-1].lower() in _BODIES


def _clues(place: _Place, *, has_model: bool) -> Iterator[Clue]:
    if place.hint:
        yield place.hint[0].kind, _MODEL_WEIGHT * place.hint[1]
    elif has_model and not _is_body(place):
        yield from ((kind, -_MODEL_SILENT) for kind in _KINDS)
    if place.part.has_title:
        yield "person", 3.0
    elif len(place.words) == 1 and _LETTERS.fullmatch(place.words[0]):
        yield "person", -_LETTERED
    if place.part.is_vessel:
        yield "other", 3.0
    if _is_dateline(place):
        yield "place", 2.5
    elif _is_label(place):
        yield "person", 1.6
    yield from around_clues(place.line, place.part.first, place.part.last, has_title=place.part.has_title)


def _votes(places: Sequence[_Place], *, has_model: bool) -> Votes:
    """How strongly each kind is spoken for, by name; a name's own words speak once, its places up to a limit."""
    around: Votes = defaultdict(lambda: defaultdict(float))
    own: dict[str, tuple[Clue, ...]] = {}
    for place in places:
        own.setdefault(place.key, own_clues(place.words))
        table = around[place.key]
        for kind, weight in _clues(place, has_model=has_model):
            table[kind] += weight
    votes: Votes = {}
    for key, clues in own.items():
        votes[key] = {kind: max(-_MOST, min(_MOST, weight)) for kind, weight in around[key].items()}
        for kind, weight in clues:
            votes[key][kind] = votes[key].get(kind, 0.0) + weight
    return votes


def _best(votes: Mapping[str, float]) -> str:
    able = {kind: votes.get(kind, 0.0) for kind in _KINDS if votes.get(kind, 0.0) >= _LEAST[kind]}
    return max(able, key=lambda kind: (round(able[kind], 6), -_KINDS.index(kind))) if able else "other"


def _lend(votes: Votes, kinds: Mapping[str, str]) -> None:
    """Let persons named in full speak for their surname and given name where these stand alone."""
    for key, kind in kinds.items():
        words = key.split()
        if kind == "person" and len(words) > 1:
            for short, weight in ((words[-1], 3.0), (" ".join(words[1:]), 2.0), (words[0], 1.6)):
                if short in votes and short != key:
                    votes[short]["person"] = max(votes[short].get("person", 0.0), 0.0) + weight


def _lend_bodies(votes: Votes, kinds: Mapping[str, str]) -> None:
    """Let an outlet's full name speak for its short one: "the Mercury", and "Seaboard" of "Seaboard TV".

    The first word of a paper's name is most often its town.
    """
    for key, kind in kinds.items():
        words = key.split()
        if kind == "outlet" and len(words) > 1:
            for short in (words[0], words[-1]) if words[-1] in _MEDIA else words[-1:]:
                if short in votes:
                    votes[short]["outlet"] = votes[short].get("outlet", 0.0) + 1.6


def _lend_lands(votes: Votes, known: Seen) -> None:
    """A name whose people's adjective stands in the text is a land: "Lorvian" speaks for "Lorvia"."""
    for key, found in votes.items():
        stems = (f"{key}n", f"{key}an", f"{key}ian", f"{key}ese", f"{key[:-1]}ian", f"{key[:-1]}an")
        if " " not in key and len(key) > 3 and any(stem in known.inside and is_people(stem) for stem in stems):
            found["place"] = found.get("place", 0.0) + 1.5


def _kinds(votes: Votes, known: Seen) -> dict[str, str]:
    _lend_lands(votes, known)
    first = {key: _best(found) for key, found in sorted(votes.items())}
    _lend(votes, first)
    _lend_bodies(votes, first)
    return {key: _best(found) for key, found in votes.items()}


def _is_name(place: _Place, votes: Votes) -> bool:
    """Whether a plain word with a capital is a name all the same."""
    if place.hint or len(place.words) > 1 or place.key not in COMMON or is_known(place.key):
        return True
    return max(votes[place.key].get(kind, 0.0) for kind in ("person", "place", "organisation", "outlet")) >= _PLAIN


def find_names(text: str, sentences: Sequence[ParsedSentence], hints: Sequence[Hint] = ()) -> tuple[Name, ...]:
    """The names of a text, in order.

    Args:
        text: the document's text.
        sentences: its sentences with their tokens.
        hints: names that a model reads, in order, and how sure it is of each, 0 to 1.
    """
    lines = [make_line(text, sentence) for sentence in sentences]
    known = Seen(*seen(lines))
    places = list(_places(lines, known, hints))
    votes = _votes(places, has_model=bool(hints))
    kinds = _kinds(votes, known)
    named = [each for each in places if _is_name(each, votes)]
    names = [Name(each.start, each.end, kinds[each.key]) for each in named]
    told = {each.key: kinds[each.key] for each in named}
    table, longest = lookup(told, lines)
    for line in lines:
        if line.is_loud:
            for first, last, kind in find_headline_names(line, table, longest):
                names.append(Name(line.tokens[first].start, line.tokens[last - 1].end, kind))
    names += _handles(text, names)
    return tuple(sorted(names, key=lambda name: (name.start, name.end)))


def _handles(text: str, names: Sequence[Name]) -> Iterator[Name]:
    """The names of accounts, "@kort_bay", that no other name holds."""
    taken = {at for name in names for at in range(name.start, name.end)} if "@" in text else set()
    for found in _HANDLE.finditer(text):
        if taken.isdisjoint(range(*found.span())):
            yield Name(found.start(), found.end(), "person")
