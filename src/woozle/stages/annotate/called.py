"""Tells which body of a document is meant where the text only says what it is: "the union", "the ministry"."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from woozle.stages.annotate.bodies import Body
from woozle.stages.annotate.bodynouns import ALONE, GENERAL, LETTERED, LOOSE, SAME, STATE
from woozle.stages.annotate.entities import Bearer
from woozle.toolbox.names import COMPANIES, THINGS, is_acronym, name_tokens
from woozle.toolbox.nlp import Analysis
from woozle.toolbox.nlp.clues import head_of
from woozle.toolbox.nlp.lexicon.lands import PLACES
from woozle.toolbox.nlp.parts import is_people

#: Of several bodies that fit, the last one is meant only if it was named within so many sentences.
_NEAR = 8
#: "Velanoan" and "Velanoa" begin alike: with so many letters, and with all but so many of the shorter one.
_STEM, _ENDING = 4, 2
_FIRMS = frozenset(("company", "operator", "airline", "corporation", "consortium"))
_HEADS = ALONE | LOOSE
_PAIRS = tuple((pair, noun) for pair, noun in SAME.items() if " " in pair)


@dataclass(slots=True)
class _Meant:
    """A body that short forms may mean.

    Attributes:
        named: the place of its bearer; None where no name stands for it.
        nouns: what it is, in one word.
        words: small words of its names, and of what it is called.
        lands: those of them that are peoples, places and owners.
        is_lettered: only the last letter of an acronym says what it may be.
        places: (start, sentence) of each place that means it, in text order as far as the text is read.
        bodies: the places without a name among them.
    """

    named: int | None
    nouns: set[str]
    words: set[str]
    lands: frozenset[str]
    is_lettered: bool = False
    places: list[tuple[int, int]] = field(default_factory=list)
    bodies: list[Body] = field(default_factory=list)

    def last_before(self, start: int) -> tuple[int, int] | None:
        """The last place before an offset that means it."""
        return max((place for place in self.places if place[0] < start), default=None)

    def fits(self, body: Body) -> bool:
        """Whether a body may be this one: the same noun, and nothing said of it that is not known of this one."""
        *rest, last = body.noun.split()
        if body.noun not in self.nouns and (last not in self.nouns or not set(rest) <= self.words):
            return False
        return all(any(_are_alike(word, own) for own in self.words) for word in body.words)


def _are_alike(left: str, right: str) -> bool:
    """Whether two words of names are one, or a land and its people."""
    if left == right:
        return True
    size = min(len(left), len(right)) - _ENDING
    return size >= _STEM - 1 and left[:size] == right[:size] and (is_people(left) or is_people(right))


def _nouns(alias: str, kind: str) -> Iterator[str]:
    """What a name says that its bearer is."""
    low = [word.casefold() for word in alias.split()]
    head = head_of(low)
    if len(low) > 1 or head in ALONE:
        yield SAME.get(head, head)
        yield from (noun for pair, noun in _PAIRS if pair in " ".join(low))
    if head in COMPANIES and kind != "outlet":
        yield "company"
        yield from ("airline",) if head.startswith("air") else ()


def _named(at: int, bearer: Bearer, starts: Sequence[int]) -> _Meant:
    words = {word for alias in bearer.aliases for word in name_tokens(alias, bearer.kind)}
    words |= {word.casefold() for alias in bearer.aliases for word in alias.split()}
    nouns = {noun for alias in bearer.aliases for noun in _nouns(alias, bearer.kind)}
    is_lettered = not nouns and bearer.kind != "group" and is_acronym(bearer.name)
    if is_lettered:
        nouns = {noun for noun in LETTERED if noun[0] == bearer.name.casefold().rstrip(".")[-1]}
    return _Meant(
        at,
        nouns,
        words,
        frozenset(word for word in words if is_people(word) or word in PLACES),
        is_lettered,
        [(start, bisect_right(starts, start) - 1) for start, _ in bearer.spans],
    )


def _may_be(body: Body, meant: _Meant) -> bool:
    """Whether what stands beside a name may say what its bearer is: not the next of a list."""
    noun = body.noun.split()[-1]
    if noun in meant.nouns:
        return True
    if noun not in GENERAL:
        return False
    heads = meant.nouns & _HEADS
    return not heads or noun in ("organisation", "group") or ("company" in meant.nouns and noun in _FIRMS)


class _Readers:
    """Meets the bodies of one text in order and remembers whom they mean."""

    def __init__(self, named: Sequence[_Meant], bodies: Sequence[Body]) -> None:
        self.known = [*named]
        self.homes: dict[str, _Meant] = {}
        told = [body for body in bodies if body.is_sure and body.words and not any(m.fits(body) for m in named)]
        for body in sorted(told, key=lambda body: (-len(body.words), body.start)):
            if not any(meant.fits(body) for meant in self.known):
                self.known.append(_Meant(None, {body.noun}, set(body.words), body.lands))

    def meet(self, body: Body) -> None:
        """Put a body to whom it means, if that is no guess."""
        meant = self._meant(body)
        if meant is not None:
            meant.places.append((body.start, body.sentence))
            meant.bodies.append(body)

    def _meant(self, body: Body) -> _Meant | None:
        fits = [meant for meant in self.known if meant.fits(body) and self._is_open(meant, body)]
        home = self.homes.get(body.noun)
        if not body.is_sure:
            return self._latest(fits, body)
        if body.words or (fits and home is None):
            return fits[0] if len(fits) == 1 else self._latest(fits, body)
        if home is None:
            home = self.homes[body.noun] = _Meant(None, {body.noun}, set(), frozenset())
            self.known.append(home)
            return home
        if body.noun not in STATE:
            return self._latest(fits, body) or home
        # At home a report says "the government", and of another country's "the Astmarian government".
        others = [meant.last_before(body.start) for meant in fits if meant is not home]
        return None if any(place and body.sentence - place[1] <= 1 for place in others) else home

    def _is_open(self, meant: _Meant, body: Body) -> bool:
        """Whether a body may be meant so far: one that comes later in the text only if no other land's may be."""
        last = meant.last_before(body.start)
        if meant.is_lettered:
            return last is not None and body.sentence - last[1] <= _NEAR
        if body.words or last or (body.is_headline and body.is_sure):
            return True
        return body.is_sure and not (body.noun in STATE and meant.lands)

    def _latest(self, fits: Sequence[_Meant], body: Body) -> _Meant | None:
        """The one of several that was meant last; None where two were last meant in one sentence, or all long ago."""
        places = [(place, meant) for meant in fits if (place := meant.last_before(body.start))]
        places.sort(key=lambda pair: pair[0], reverse=True)
        if not places or (len(places) > 1 and places[0][0][1] == places[1][0][1]):
            return None
        return places[0][1] if len(places) == 1 or body.sentence - places[0][0][1] <= _NEAR else None


def _teach(named: Iterable[_Meant], bearers: Sequence[Bearer], bodies: Iterable[Body]) -> dict[int, _Meant]:
    """Tell names what stands beside them, "Norra Lines, the operator"; gives whom such places mean, by their start."""
    owners = {start: meant for meant in named if meant.named is not None for start, _ in bearers[meant.named].spans}
    told: dict[int, _Meant] = {}
    for body in bodies:
        meant = owners.get(body.apposed.start) if body.apposed else None
        if meant is not None and _may_be(body, meant):
            meant.nouns |= {body.noun, body.noun.split()[-1]}
            meant.words |= body.words | set(body.noun.split())
            told[body.start] = meant
    return told


def _of_own(meant: _Meant) -> Bearer:
    """The bearer of a body that no name stands for."""
    aliases = tuple(dict.fromkeys(body.name for body in meant.bodies))
    best = max(aliases, key=lambda alias: (len(alias), not alias.isupper(), alias))
    spans = tuple((body.start, body.end) for body in meant.bodies)
    return Bearer(best, "organisation", aliases, False, spans[0][0], spans)


def _with_spans(bearer: Bearer, bodies: Sequence[Body]) -> Bearer:
    spans = tuple(sorted({*bearer.spans, *((body.start, body.end) for body in bodies)}))
    return replace(bearer, spans=spans, start=spans[0][0])


def with_bodies(analysis: Analysis, bearers: Sequence[Bearer], bodies: Sequence[Body]) -> list[Bearer]:
    """The bearers of a text with the bodies that it only calls by what they are, by first mention.

    A short form goes to the only body of the text that it fits, or to the last one before it of several; where that
    would be a guess it goes to none. What fits no name is a body of its own, one for each noun and what is said of it.

    Args:
        analysis: the text's sentences.
        bearers: whom its names mean.
        bodies: where it means bodies by what they are, in order.
    """
    starts = [sentence.start for sentence in analysis.sentences]
    named = [
        _named(at, bearer, starts)
        for at, bearer in enumerate(bearers)
        if bearer.kind in THINGS and not bearer.is_protected
    ]
    told = _teach(named, bearers, bodies)
    mentions = [body for body in bodies if body.is_mention]
    readers = _Readers(named, [body for body in mentions if body.start not in told])
    for body in mentions:
        if body.start in told:
            told[body.start].places.append((body.start, body.sentence))
            told[body.start].bodies.append(body)
        else:
            readers.meet(body)
    of_named = {meant.named: meant for meant in named}
    made = [_with_spans(bearer, of_named[at].bodies) if at in of_named else bearer for at, bearer in enumerate(bearers)]
    made += [_of_own(meant) for meant in readers.known if meant.named is None and meant.bodies]
    return sorted(made, key=lambda each: (each.start, each.spans))
