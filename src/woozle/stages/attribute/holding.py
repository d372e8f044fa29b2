"""What a verb holds behind it: a quotation, a clause, an infinitive or a noun phrase, by the first frame that fits."""

from collections.abc import Sequence
from dataclasses import dataclass

from woozle.stages.attribute.contents import addressee_end, right_end, skip_adjuncts, trimmed
from woozle.stages.attribute.draft import CarrierDraft
from woozle.stages.attribute.finite import may_be_finite
from woozle.stages.attribute.grammar import (
    AUXILIARIES,
    BE,
    BREAKS,
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    DO,
    HAVE,
    MODALS,
    PERSONAL,
    PREPOSITIONS,
    RELATIVES,
    REPORTERS,
    STOPS,
    TIME_NOUNS,
    WH,
    is_adverb,
    is_number,
)
from woozle.stages.attribute.verbs import Verb
from woozle.stages.attribute.view import Range, View

_PREPOSITION_FRAMES = ("of", "about", "for", "to", "against", "on", "out", "in", "with", "by", "at")
#: Words of a noun phrase below which it is no content: "asked the way".
_LEAST_NOUN = 3
#: The same for verbs that hold nothing but what somebody said.
_LEAST_SURE = 2
_SURE = frozenset(
    "deny threaten reject demand condemn criticise criticize dispute hear notice retract see watch witness confirm "
    "admit affirm concede acknowledge praise applaud commend hail".split()
)
#: Verbs that hold a single word: "denies wrongdoing", "reported explosions".
_LEAST_ONE = frozenset("deny dispute refute report".split())
#: Words of a headline, at most.
_LINE = 12
#: What no noun phrase begins with; a particle makes another verb, "called off".
_PARTICLES = frozenset("off up out down back away together to".split())
_NO_NOUN = _PARTICLES | BREAKS | AUXILIARIES | CONJUNCTIONS | WH | DAYS
#: Prepositions that may open a clause: "said in the capital nobody slept".
_FRONTED = frozenset("in for after by at on with about over near among".split())
#: Words of a content that tell whether it is a figure.
_NEAR = 5
#: Words between a verb of speech and the quotation it announces, at most.
_ON = 12
#: Where something was said, behind what was said.
_WRITTEN = frozenset(
    "email e-mail letter post tweet statement interview message memo note speech video column article book".split()
)
_SHOWING = frozenset("find show reveal place".split())
#: Verbs that tell a figure, which may be one word, and those that change one.
_COUNTING = frozenset("count estimate report arrive say record tally".split())
_REVISING = frozenset("lower raise reduce correct give stand".split())
_FIGURES = frozenset("figure figures toll count estimate estimates number total tally forecast".split())
#: What opens a clause beside the main one.
_BESIDE = frozenset("while although though because since".split())
_WHEN = frozenset("within on in at before after during".split())
#: What a figure begins with.
_ABOUT = frozenset("at about around over under up nearly almost".split())
#: What speaks without a mouth.
PAPERS = frozenset(
    "poll survey report record image photo photograph picture footage video data figure document memo study file log "
    "map letter filing census count chart table audit review analysi exit polling".split()
)


#: Words beside a verb, or at the head of what is counted.
_FOCUS = frozenset("all both each only even just".split())
#: Word classes that a noun phrase begins with.
_COUNTED = frozenset("NOUN PROPN ADJ NUM".split())


def behind_adverbs(view: View, at: int, last: int) -> int:
    """The first word from `at` on that is no adverb, or one that belongs to what follows: "nearly 100", "all its"."""
    while at < last and view.quoted[at] < 0 and is_adverb(view.lows[at]):
        if at + 1 < last and (is_number(view.lows[at + 1]) or view.lows[at + 1] == "other"):
            break
        if at + 1 < last and view.lows[at] in _FOCUS and _is_counted(view, at + 1):
            break
        at += 1
    return at


def _is_counted(view: View, at: int) -> bool:
    """Whether a noun phrase begins here."""
    is_noun = view.lows[at] in DETERMINERS - {"that"} or view.tags[at] in _COUNTED
    return is_noun and view.quoted[at] < 0


def carriers_of(view: View, at: int, last: int, verb: Verb) -> tuple[CarrierDraft, ...]:
    """The one who is told, behind "told": whether it is an outlet is settled with the names."""
    if verb.lemma != "tell":
        return ()
    start = behind_adverbs(view, at + 1, last)
    end = addressee_end(view, start, last)
    return (CarrierDraft((start, end), "addressee"),) if start < end <= last else ()


#: What takes lives and houses, and says nothing.
_LIVES = frozenset("lives life victims victim".split())
_DISASTERS = frozenset(
    "fire fires blaze flood floods storm quake earthquake war disease virus crash accident attack blast explosion "
    "famine drought landslide avalanche cancer epidemic outbreak cyclone hurricane tsunami bomb sea river".split()
)


def is_toll(view: View, subject: Range, held: Sequence[str]) -> bool:
    """Whether a thing "claims" lives or victims, or a disaster anything, which nobody says.

    Args:
        view: the text.
        subject: who or what claims.
        held: the words of what is claimed, in small letters.
    """
    last = subject[1] - 1
    return not _LIVES.isdisjoint(held[:4]) or (view.lows[last] in _DISASTERS and not view.is_capital(last))


@dataclass(frozen=True, slots=True)
class Holder:
    """Looks for contents in one sentence, which ends before the word `last`."""

    view: View
    last: int

    def is_fragment(self, verb: Verb, content: Range, frame: str, subject: Range) -> bool:
        """A noun or two that is no thing said: "wrote the letter", "who knows the ship"."""
        view = self.view
        is_relative = subject[0] > 0 and view.lows[subject[0] - 1] in ("which", "whom")
        is_name = view.quoted[content[0]] >= 0 and view.quote_end(content[0]) - content[0] <= _LEAST_NOUN + 2
        if verb.lemma == "call" and is_relative and is_name:
            # "the wharf, which the men call “the Countess”": its other name
            return True
        if frame != "n" or any(view.quoted[at] >= 0 for at in range(*content)):
            return False
        if verb.lemma in _COUNTING and any(map(is_number, view.lows[slice(*content)])):
            return False
        if verb.lemma == "call" and content[1] - content[0] <= _LEAST_NOUN:
            return True
        is_relative = view.lows[subject[0]] in ("who", "which") and subject[1] - subject[0] == 1
        if verb.lemma in _LEAST_ONE and content[1] - content[0] == 1:
            return is_relative or view.lows[content[0]] in ("him", "her", "them")
        least = _LEAST_SURE if verb.lemma in _SURE else _LEAST_NOUN
        return is_relative or content[1] - content[0] < least - self._is_headline()

    def _is_headline(self) -> bool:
        """Whether the sentence is a short line without a full stop, where few words say much."""
        first = self.view.flows[max(0, self.view.flow_at(self.last - 1))].first
        return self.view.lows[self.last - 1] not in STOPS and self.last - first <= _LINE

    def content(self, at: int, verb: Verb) -> tuple[Range, str, tuple[CarrierDraft, ...]] | None:
        """What a verb holds, by the first frame that fits."""
        view = self.view
        if at >= self.last:
            return None
        carriers: tuple[CarrierDraft, ...] = ()
        if "o" in verb.frames:
            told = addressee_end(view, at, self.last)
            carriers = carriers_of(self.view, at - 1, self.last, verb)
            found = self._clause(skip_adjuncts(view, told, self.last), verb, "o") if told > at else None
            if found:
                # "begged the crowd to go home": who is to act belongs to what is asked.
                is_asked = verb.frames["o"] == "direct" and view.lows[found[0]] in ("to", "not")
                return (at, found[1]) if is_asked else found, "o", carriers
        behind = skip_adjuncts(view, at, self.last) if {"q", "k", "c", "t"} & set(verb.frames) else at
        if {"q", "k"} & set(verb.frames):
            behind = self._before_quote(self._behind_aside(behind))
        has_particle = view.lows[at] == "out" and "out" in verb.frames
        for frame in () if has_particle else ("q", "k", "c", "t"):
            if frame in verb.frames:
                found = self._clause(behind, verb, frame)
                if found:
                    return found, frame, carriers
        return self._phrase(at, verb)

    def _clause(self, at: int, verb: Verb, frame: str) -> Range | None:
        view = self.view
        if at >= self.last:
            return None
        low = view.lows[at]
        if low in (":", ","):
            is_speech = at + 1 < self.last and (view.quoted[at + 1] >= 0 or (low == ":" and frame == "q"))
            return self._rest(at + 1) if is_speech else None
        if view.quoted[at] >= 0:
            return self._rest(at) if frame in "qko" or verb.frames.get("c") else None
        if low in BREAKS or frame == "k":
            return None
        is_open = low == "that" or low in WH or (frame == "o" and low in ("to", "not"))
        return self._rest(at) if is_open or (frame != "t" and self._begins_clause(at)) else None

    def _behind_aside(self, at: int) -> int:
        """At the "that" behind an aside: "claimed, without evidence, that"; `at` where none stands."""
        view = self.view
        if at >= self.last or view.lows[at] != ",":
            return at
        close = next((n for n in range(at + 2, min(self.last - 1, at + _ON)) if view.lows[n] in (",", ";")), at)
        return close + 1 if close > at and view.lows[close + 1] == "that" else at

    def _before_quote(self, at: int) -> int:
        """At the mark that opens a quotation some words on: "said in the spin room, “…”"; `at` where none does."""
        view = self.view
        for number in range(at, min(self.last - 1, at + _ON)):
            low = view.lows[number]
            if view.quoted[number] >= 0 or low in ("that", *WH) or (number > at and may_be_finite(view, number)):
                return at
            if low in (",", ":") and view.quoted[number + 1] >= 0:
                return number
        return at

    def _rest(self, at: int) -> Range | None:
        return trimmed(self.view, at, right_end(self.view, at, self.last))

    def _begins_clause(self, at: int) -> bool:
        """Whether a clause without "that" begins here: a subject, and a finite verb some words behind it."""
        view = self.view
        low = view.lows[at]
        if low in PREPOSITIONS and low not in _FRONTED:
            return False
        if low in AUXILIARIES or low in CONJUNCTIONS or low == "to":
            return False
        if low in PERSONAL and view.quoted[at] < 0:
            return True
        for number in range(at + 1, min(self.last, at + 25)):
            if view.quoted[number] >= 0:
                continue
            word = view.lows[number]
            if word in (";", ":", ".") or self._goes_on(number) or self._is_beside(number) or self._is_tied(number):
                return False
            if may_be_finite(view, number):
                return True
        return False

    def _is_beside(self, at: int) -> bool:
        """Whether a comma leads to a clause beside what stands before it: "his face, especially since he knows it"."""
        return self.view.lows[at] == "," and not _BESIDE.isdisjoint(self.view.lows[at + 1 : min(at + 3, self.last)])

    def _is_tied(self, at: int) -> bool:
        """Whether a conjunction leads to a verb of the same subject, by its tag: "the letters and showed courage"."""
        return self.view.lows[at] in ("and", "but") and self.view.tags[at + 1 : at + 2] == ("FIN",)

    def _phrase(self, at: int, verb: Verb) -> tuple[Range, str, tuple[CarrierDraft, ...]] | None:
        """A content that is no clause: an infinitive, a prepositional or a noun phrase."""
        view = self.view
        low = view.lows[at]
        if "i" in verb.frames and low == "to" and at + 1 < self.last:
            found = trimmed(view, at, right_end(view, at, self.last))
            return (found, "i", ()) if found else None
        for frame in [one for one in _PREPOSITION_FRAMES if one in verb.frames]:
            if low == frame and at + 1 < self.last and self._may_show(at + (frame in ("by", "at")), verb):
                found = trimmed(view, at, right_end(view, at, self.last))
                return (found, frame, ()) if found else None
        is_noun = view.quoted[at] >= 0 or self._begins_noun(at)
        if "n" in verb.frames and is_noun and self._may_show(at, verb):
            found = trimmed(view, at, self._noun_end(at, right_end(view, at, self.last)))
            return (found, "n", ()) if found else None
        return None

    def _may_show(self, at: int, verb: Verb) -> bool:
        """Only papers, counts and pictures find and show a thing by saying so; only figures are lowered and raised."""
        near = self.view.lows[at : min(self.last, at + _NEAR)]
        if verb.lemma in _REVISING:
            return bool(_FIGURES & set(near))
        if verb.lemma in ("count", "arrive", "record"):
            return any(map(is_number, near))
        if verb.lemma not in _SHOWING:
            return True
        first = max(0, at - 12, self.view.flows[max(0, self.view.flow_at(at))].first)
        return any(low.rstrip("s") in PAPERS or low in REPORTERS for low in self.view.lows[first : at - 1])

    def _noun_end(self, start: int, end: int) -> int:
        """Where a noun phrase gives way to the next verb of its sentence: "admitted a charge and will be sentenced"."""
        view = self.view
        for at in range(start + 1, end - 1):
            if view.lows[at] in RELATIVES | WH:
                return end
            is_when = view.lows[at] == "during" and view.quoted[at] < 0 and at > start + 1
            is_more = view.lows[at] == "and" and view.lows[at + 1] == "that"
            if is_when or is_more or self._is_written(at) or self._goes_on(at):
                return at
        return self._without_time(start, end)

    def _is_written(self, at: int) -> bool:
        """Whether a quotation ends before where it was written: "called the beams “rotten” in an email"."""
        lows = self.view.lows
        if lows[at] not in ("in", "on") or self.view.quoted[at] >= 0 or self.view.quoted[at - 1] < 0:
            return False
        return not _WRITTEN.isdisjoint(lows[at + 1 : min(self.last, at + 4)])

    def _goes_on(self, at: int) -> bool:
        """Whether a conjunction leads to another verb: "… and will be sentenced", "…, and you need not look far"."""
        view = self.view
        if view.quoted[at] >= 0 or view.lows[at] not in ("and", "but"):
            return False
        behind = behind_adverbs(view, at + 1, self.last)
        if view.lows[at - 1] == "," and behind + 1 < self.last and view.quoted[behind] < 0:
            after = behind_adverbs(view, behind + 1, self.last)
            if view.lows[behind] in PERSONAL and after < self.last and may_be_finite(view, after):
                return True
            if view.lows[at + 1] in _BESIDE:
                return True
        return behind < self.last and view.quoted[behind] < 0 and view.lows[behind] in BE | HAVE | DO | MODALS

    def _without_time(self, start: int, end: int) -> int:
        """A noun phrase without the time that closes it: "retracted the report within the hour"."""
        view = self.view
        if view.lows[end - 1] not in TIME_NOUNS or view.quoted[end - 1] >= 0:
            return end
        for at in range(end - 2, max(start + 1, end - _NEAR), -1):
            if view.lows[at] in _WHEN:
                return at
        return end

    def _begins_noun(self, at: int) -> bool:
        low = self.view.lows[at]
        if low == "having":
            return True
        if low in _ABOUT and at + 1 < self.last:
            ahead = self.view.lows[at + 1 : min(self.last, at + 3)]
            return any(map(is_number, ahead))
        if low in _NO_NOUN:
            return False
        is_beside = is_adverb(low) and low not in _FOCUS and not self.view.is_capital(at)
        return low not in PREPOSITIONS and not is_beside
