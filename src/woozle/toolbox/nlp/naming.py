"""Finds the names of a text: every place of a name votes on what it names, and the document decides as one."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from woozle.toolbox.nlp.candidates import Candidate, candidates, is_shouted, word_at
from woozle.toolbox.nlp.engine import Name, ParsedSentence
from woozle.toolbox.nlp.evidence import Sign, near_signs, own_signs, titled
from woozle.toolbox.nlp.lexicon.common import COMMON
from woozle.toolbox.nlp.lexicon.given import GIVEN
from woozle.toolbox.nlp.lexicon.heads import VESSELS
from woozle.toolbox.nlp.lexicon.lands import PEOPLE_ENDINGS, PEOPLES, PLACES
from woozle.toolbox.nlp.lexicon.openers import OPENERS
from woozle.toolbox.nlp.lexicon.titles import CROWDS, MODIFIERS, ROLES, TITLES, WEAK_TITLES

#: From this weight on a word alone keeps the kind that its own places give it.
_SURE = 4.0
#: Names looked for in shouted sentences have at least so many letters.
_LEAST = 4


@dataclass(frozen=True, slots=True)
class _Place:
    """A name at one place, without titles and openers."""

    start: int
    end: int
    key: str
    words: tuple[str, ...]
    signs: tuple[Sign, ...]
    is_first: bool


def _mid_words(text: str, sentences: Sequence[ParsedSentence]) -> frozenset[str]:
    """Words that stand with a capital inside a sentence: what opens a sentence and is among them may be a name."""
    found = set()
    for sentence in sentences:
        if not is_shouted(text, sentence):
            words = [word_at(text, sentence, at) for at in range(len(sentence.tokens))]
            found |= {
                word
                for at, word in enumerate(words)
                if at and word[:1].isupper() and words[at - 1] not in ('"', "“", "‘", ":", "'")
            }
    return frozenset(found)


def _opening(words: list[str], first: int, last: int, mid: frozenset[str]) -> int:
    """Where a name begins that opens its sentence: behind words that have a capital for that reason only."""
    while first < last:
        word = words[first]
        is_known = word in mid or word.lower() in GIVEN or word.casefold() in PLACES
        is_only_opener = word in OPENERS or word.lower() in CROWDS or (word.lower() in COMMON and not is_known)
        if not is_only_opener:
            if last - first == 1 and not is_known and word.lower() in COMMON:
                return last
            return first
        first += 1
    return first


def _is_told_by_shape(words: Sequence[str]) -> bool:
    """Whether the words of a name tell what it is, so that a common first word belongs to it: "Radio Anchor"."""
    if len(words) < 2 or words[0] in OPENERS:
        return False
    return any(sign.weight >= 2.0 and sign.kind in ("outlet", "organisation", "place") for sign in own_signs(words))


def _is_people_adjective(words: Sequence[str], after: str) -> bool:
    """Adjectives: "Russian troops": a people's name before a small word names no one."""
    if len(words) != 1:
        return False
    low = words[0].casefold()
    is_people = low in PEOPLES or (low.endswith(PEOPLE_ENDINGS) and low not in PLACES)
    return is_people and not low.endswith("s") and after[:1].islower() and after.isalpha()


def _place(text: str, sentence: ParsedSentence, found: Candidate, mid: frozenset[str]) -> _Place | None:
    words = [word_at(text, sentence, at) for at in range(len(sentence.tokens))]
    first, last = found.first, found.last
    is_first = first == 0 or words[first - 1] in ('"', "“", "‘", ":", "'", "-", "–", "—", "•", "*")
    if is_first and not _is_told_by_shape(words[first:last]):
        first = _opening(words, first, last, mid)
    elif words[first] in ("The", "A", "An"):
        first += 1
    if first >= last:
        return None
    is_ship = words[first].lower() in WEAK_TITLES and first > 0 and words[first - 1].lower() in {"the", *VESSELS}
    n_titles = 0 if is_ship else titled(words[first:last])
    signs = [Sign("person", 3.0)] if n_titles else [Sign("other", 3.0)] if is_ship and last - first > 1 else []
    if n_titles == last - first:
        return None
    first += n_titles
    own = words[first:last]
    after = words[last] if last < len(words) else ""
    if _is_people_adjective(own, after) or (len(own) == 1 and own[0].lower() in TITLES | ROLES | MODIFIERS | CROWDS):
        return None
    before = [word.lower() for word in words[max(0, found.first - 5) : found.first]] if not n_titles else []
    around = near_signs(before, [word.lower() for word in words[last : last + 4]], len(own))
    start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
    return _Place(start, end, " ".join(own).casefold(), tuple(own), (*signs, *own_signs(own), *around), is_first)


def _votes(places: Sequence[_Place]) -> dict[str, dict[str, float]]:
    """How strongly each kind is spoken for, by name; what a name's own words say counts once."""
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    own: dict[str, tuple[Sign, ...]] = {}
    for place in places:
        fixed = tuple(own_signs(place.words))
        if place.key not in own:
            own[place.key] = fixed
            votes[place.key]["other"] += 0.0
            for sign in fixed:
                votes[place.key][sign.kind] += sign.weight
        for sign in place.signs:
            if sign not in fixed:
                votes[place.key][sign.kind] += sign.weight
    return votes


def _best(votes: Mapping[str, float], n_words: int) -> str:
    order = ("person", "organisation", "outlet", "place", "group", "other")
    # One word that speaks may be a town's government or a paper; it is a person only where more says so.
    known = {
        kind: weight for kind, weight in votes.items() if weight >= (1.2 if kind == "person" and n_words == 1 else 0.3)
    }
    return max(order, key=lambda kind: (known.get(kind, 0.0), -order.index(kind))) if known else "other"


def _kinds(places: Sequence[_Place]) -> dict[str, str]:
    """The kind of each name; a word alone that ends a longer name takes that name's kind unless much speaks against."""
    votes = _votes(places)
    kinds = {key: _best(found, len(key.split())) for key, found in votes.items()}
    for key in sorted(kinds):
        if " " in key:
            continue
        longer = sorted(other for other in kinds if other.endswith(f" {key}"))
        if longer and max(votes[key].values(), default=0.0) < _SURE:
            people = [other for other in longer if kinds[other] == "person"]
            kinds[key] = "person" if people else kinds[longer[0]]
    return kinds


def _shouted(text: str, sentences: Sequence[ParsedSentence], kinds: Mapping[str, str]) -> Iterator[Name]:
    """Names of the other sentences where they stand in a headline or a line in capitals."""
    known = {tuple(key.split()): kind for key, kind in kinds.items() if len(key) >= _LEAST}
    longest = max((len(key) for key in known), default=0)
    for sentence in sentences:
        if not is_shouted(text, sentence):
            continue
        words = [word_at(text, sentence, at).casefold() for at in range(len(sentence.tokens))]
        at = 0
        while at < len(words):
            size = next(
                (n for n in range(min(longest, len(words) - at), 0, -1) if tuple(words[at : at + n]) in known), 0
            )
            if size and text[sentence.tokens[at].start].isupper():
                kind = known[tuple(words[at : at + size])]
                yield Name(sentence.tokens[at].start, sentence.tokens[at + size - 1].end, kind)
            at += size or 1


def find_names(text: str, sentences: Sequence[ParsedSentence]) -> tuple[Name, ...]:
    """The names of a text, in order."""
    mid = _mid_words(text, sentences)
    found = (_place(text, sentences[each.sentence], each, mid) for each in candidates(text, sentences))
    places = [place for place in found if place]
    kinds = _kinds(places)
    solid = {place.key for place in places if not place.is_first}
    names = [
        Name(place.start, place.end, kinds[place.key])
        for place in places
        if not (place.is_first and place.key not in solid and len(place.words) == 1 and kinds[place.key] == "other")
    ]
    return tuple(sorted([*names, *_shouted(text, sentences, kinds)], key=lambda name: (name.start, name.end)))
