"""No answer: "declined to comment", "did not respond", "could not be reached", "calls went unanswered"."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from woozle.stages.attribute.contents import right_end, trimmed
from woozle.stages.attribute.draft import CLAIM_NOUNS, Draft
from woozle.stages.attribute.finite import may_be_finite
from woozle.stages.attribute.grammar import (
    AUXILIARIES,
    BE,
    BREAKS,
    CONJUNCTIONS,
    HAVE,
    NEGATIONS,
    PREPOSITIONS,
    WH,
    is_adverb,
)
from woozle.stages.attribute.subjects import left_subject, opening_subject
from woozle.stages.attribute.view import Flow, Range, View

_DECLINING = frozenset("decline declines declined declining refuse refuses refused refusing fail fails failed".split())
#: Verbs of answering, which with a negation say that nothing was said.
_ANSWERING = frozenset(
    "comment commented respond responded reply replied answer answered return returned elaborate elaborated".split()
)
#: Verbs that with "would not" keep something back, and those that do so with "did not" as well.
_HOLDING_BACK = frozenset(
    "discuss give confirm name identify specify say disclose reveal provide release divulge".split()
)
_WILLING = frozenset("would wouldn't will won't".split())
_NOT_SAID = frozenset("specify disclose identify".split())
#: What an answer would have been to.
_REQUESTS = frozenset(
    "request requests question questions message messages email emails e-mail e-mails call calls letter letters "
    "inquiry inquiries enquiry enquiries query queries text texts voicemail voicemails comment".split()
)
_ASKED = _REQUESTS | CLAIM_NOUNS
#: Other words of a group that leads to a verb of answering.
_WISHING = frozenset("to yet neither wish wished want wanted care cared".split())
#: What happens to messages that reach nobody, and to requests.
_BOUNCED = frozenset("bounced".split())
_DOWN = frozenset("turned refused declined rejected rebuffed ignored denied".split())
_ANSWERED = frozenset("answered returned acknowledged".split())
_LEFT = frozenset("unanswered unreturned".split())
_BECOME = frozenset("went was were go remained remain been left".split())
_REFERRING = frozenset("referred directed redirected deferred refers directs".split())
_REACHED = frozenset("reached contacted available unavailable".split())
_GIVING = frozenset("had has have made makes gave gives offered offers provided issued said".split())
_NOTHING = frozenset(
    "comment answer response reply reason details detail explanation explanations justification word clue date "
    "figure figures timetable".split()
)
_KEEPING = frozenset("remained remains stayed stays kept keeps".split())
_BEING = frozenset("was is been fell".split())
_IGNORING = frozenset(
    "ignored ignores rebuffed dodged dodges sidestepped sidesteps evaded evades deflected parried shunned".split()
)
#: Verbs that with "away", "off" or "aside" pass over a question.
_WAVING = frozenset("waved waves brushed brushes shrugged shrugs batted laughed".split())
_AWAY = frozenset("away off aside".split())
_VAIN = frozenset("unsuccessful fruitless failed fail".split())
_ATTEMPTS = frozenset("attempts attempt efforts effort".split())
_TURNING = frozenset("turned turns declined declines refused refuses".split())
_SHORT_OF = frozenset("denying saying confirming calling admitting accusing blaming promising".split())
_NOBODY = frozenset("nobody none neither".split())
#: What nobody does who does not answer: "Nobody at the mill picked up the phone".
_TAKING = frozenset("picked answered replied responded returned".split())
#: Words behind a verb of answering among which what was asked is looked for.
_REACH = 7
#: Words between "neither" and the second verb, at most.
_PAIR = 6


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence and a word in it."""

    view: View
    flow: Flow
    at: int

    def group(self) -> tuple[int, frozenset[str]]:
        """The first word of what leads to the verb, and those words: "has still not", "declined to immediately"."""
        view, start, helpers = self.view, self.at, set()
        while start > self.flow.first and view.quoted[start - 1] < 0:
            low = view.lows[start - 1]
            if low not in AUXILIARIES | NEGATIONS | _DECLINING | _WISHING and not is_adverb(low):
                break
            helpers.add(low)
            start -= 1
        if start > self.flow.first + 1 and view.lows[start - 2 : start] == ("so", "far"):
            # "The guild has so far ignored": what leads to the verb goes on before it.
            before, more = Place(view, self.flow, start - 2).group()
            return before, frozenset(helpers | more)
        return start, frozenset(helpers)

    def subject(self, start: int) -> Range | None:
        """Who stands before a group of verbs; behind a conjunction whoever the sentence begins with."""
        view, first = self.view, self.flow.first
        if start <= first:
            return None
        found = left_subject(view, start - 1, first)
        if found is None and (view.lows[start - 1] in CONJUNCTIONS or view.lows[start - 1] == ","):
            found = opening_subject(view, first, start)
        return neither_of(view, found, first) if found else None

    def rest(self, start: int) -> tuple[Range, ...]:
        """What stands behind, to the end of the clause."""
        found = trimmed(self.view, start, right_end(self.view, start, self.flow.last))
        return (found,) if found else ()

    def behind(self, length: int) -> tuple[str, ...]:
        """Some words behind this one, up to a mark."""
        lows = self.view.lows[self.at + 1 : min(self.flow.last, self.at + 1 + length)]
        stop = next((n for n, low in enumerate(lows) if low in BREAKS), len(lows))
        return lows[:stop]


_Found = tuple[Range | None, Range, tuple[Range, ...]]


def neither_of(view: View, subject: Range, first: int) -> Range:
    """The whole of "Neither the bank nor its auditor", of which the last part stands before the verb."""
    if subject[0] <= first or view.lows[subject[0] - 1] != "nor":
        return subject
    for at in range(subject[0] - 2, max(first, subject[0] - 12) - 1, -1):
        if view.lows[at] == "neither":
            return at, subject[1]
    return subject


def _is_none(place: Place, subject: Range | None, helpers: frozenset[str]) -> bool:
    """Whether what is told did not happen."""
    return (
        bool(helpers & (NEGATIONS | _DECLINING))
        or {"yet", "to"} <= helpers
        or bool(subject and place.view.lows[subject[0]] in _NOBODY and "nor" in place.view.lows[slice(*subject)])
    )


def _answering(place: Place) -> _Found | None:
    """Silence: "has not replied", "did not respond to our letters", "declined to comment on the sale"."""
    view, at = place.view, place.at
    start, helpers = place.group()
    subject = place.subject(start)
    if subject is None or helpers & BE or not _is_none(place, subject, helpers):
        return None
    behind, lemma = place.behind(_REACH), view.lows[at].removesuffix("ed")
    if lemma.startswith("return"):
        asked = next((n for n, low in enumerate(behind) if low in _REQUESTS), None)
        return (subject, (start, at + 2 + asked), ()) if asked is not None else None
    if lemma in ("comment", "elaborate"):
        topic = place.rest(at + 2) if behind[:1] in (("on",), ("about",)) else ()
        return subject, (start, at + 1), topic
    if behind[:1] and behind[0] in WH and behind[0] != "when":
        return subject, (start, at + 1), place.rest(at + 1)
    is_bare = not behind or not _ASKED.isdisjoint(behind) or behind[0] in PREPOSITIONS - {"to"}
    return (subject, (start, at + 1), ()) if is_bare or is_adverb(behind[0]) else None


def _holding_back(place: Place) -> _Found | None:
    """Kept back: "would not give a date", "did not specify how many"."""
    view, at = place.view, place.at
    start, helpers = place.group()
    subject = place.subject(start)
    is_late = {"yet", "to"} <= helpers
    is_unwilling = (
        is_late or bool(helpers & _WILLING) or bool(view.lows[at] in _NOT_SAID and helpers & {"did", "didn't"})
    )
    if subject is None or not is_unwilling or helpers & {"neither"} or not _is_none(place, subject, helpers):
        return None
    content = place.rest(at + 1)
    return (subject, (start, at + 1), content) if content else None


def _reached(place: Place) -> _Found | None:
    """Nobody there: "could not be reached", "was unavailable for comment"."""
    view, at = place.view, place.at
    start, helpers = place.group()
    low, behind = view.lows[at], place.behind(3)
    if low in ("available", "unavailable") and "comment" not in behind:
        return None
    is_none = low == "unavailable" or (helpers & NEGATIONS and "be" in helpers) or low == "available"
    subject = place.subject(start)
    if subject is None or not is_none or (low == "available" and not helpers & NEGATIONS):
        return None
    return subject, (start, at + 1), ()


def _unanswered(place: Place) -> _Found | None:
    """Calls in vain: "Calls to the consulate went unanswered", "messages left for Orr were not returned"."""
    view, at, first = place.view, place.at, place.flow.first
    start = at
    while start > first and view.lows[start - 1] in _BECOME | NEGATIONS | AUXILIARIES | {"immediately", "yet"}:
        start -= 1
    helpers = set(view.lows[start:at])
    is_vain = view.lows[at] in _BOUNCED or (helpers & _BECOME and (view.lows[at] in _LEFT or helpers & NEGATIONS))
    if not is_vain:
        return None
    asked = left_subject(view, start - 1, first) if start > first else None
    words = view.lows[slice(*asked)] if asked else ()
    if asked is None or not any(low in _REQUESTS for low in words):
        return None
    link = next((n for n in range(asked[1] - 2, asked[0], -1) if view.lows[n] in ("to", "with", "for")), None)
    named = trimmed(view, link + 1, asked[1]) if link is not None and view.lows[link + 1] != "comment" else None
    return named, (start, at + 1), ()


def _referring(place: Place) -> _Found | None:
    """Sent elsewhere: "referred questions to the ministry"."""
    behind = place.behind(4)
    asked = next((n for n, low in enumerate(behind) if low in _REQUESTS), None)
    subject = place.subject(place.at)
    if asked is None or subject is None or "to" not in behind[asked:] or set(behind[:asked]) & PREPOSITIONS:
        return None
    return subject, (place.at, place.at + 2 + asked), ()


def _nothing(place: Place) -> _Found | None:
    """Nothing given: "had no comment", "gave no reason for the delay", "said nothing"."""
    view, at = place.view, place.at
    start, _ = place.group()
    behind, subject = place.behind(_REACH), place.subject(start)
    if subject is None or not behind:
        return None
    if behind[0] == "nothing" and view.lows[at] == "said":
        if at + 2 < place.flow.last and may_be_finite(view, at + 2):
            # "said nothing was signed": of a thing, not of silence.
            return None
        return subject, (start, at + 2), place.rest(at + 3) if behind[1:2] == ("about",) else ()
    noun = next((n for n in (1, 2) if behind[0] == "no" and behind[n : n + 1] and behind[n] in _NOTHING), None)
    if noun is None or (view.lows[at] == "said" or (behind[noun] != "comment" and view.lows[at] in HAVE)):
        return None
    end = at + 2 + noun
    is_topic = behind[noun + 1 : noun + 2] and behind[noun + 1] in ("on", "about", "for")
    return subject, (start, end), place.rest(end + 1) if is_topic else ()


def _silent(place: Place) -> _Found | None:
    """Silence kept, questions passed over: "remained silent", "ignored questions", "turned down a request"."""
    view, at, behind = place.view, place.at, place.behind(_REACH)
    start, _ = place.group()
    subject = place.subject(start)
    if subject is None or not behind:
        return None
    low = view.lows[at]
    asked = next((n for n, word in enumerate(behind[:5]) if word in _REQUESTS), None)
    is_topic = low in _BEING and behind[1:2] in (("on",), ("about",))
    if (low in _KEEPING or is_topic) and "silent" in behind[:2]:
        return subject, (start, at + 2 + behind.index("silent")), ()
    is_passed = (
        low in _IGNORING
        or (low in _WAVING and behind[0] in _AWAY)
        or (behind[0] == "down" if low.startswith("turn") else low in _TURNING)
    )
    is_own = asked is not None and not set(behind[:asked]) & (PREPOSITIONS | {"to", "that"})
    return (subject, (start, at + 2 + asked), ()) if asked is not None and is_passed and is_own else None


def _in_vain(place: Place) -> _Found | None:
    """Not reached: "Attempts to reach the owner were unsuccessful"."""
    view, at, first = place.view, place.at, place.flow.first
    start = at - (view.lows[at - 1] in BE)
    head = next((n for n in range(first, min(first + 3, start)) if view.lows[n] in _ATTEMPTS), -1)
    if head < 0 or view.lows[head + 1 : head + 2] != ("to",) or view.lows[head + 2] not in ("reach", "contact"):
        return None
    named = trimmed(view, head + 3, next((n for n in range(head + 3, start) if view.lows[n] == "for"), start))
    return (named, (start, at + 1), ()) if named else None


def _no_reply(place: Place) -> _Found | None:
    """No answer got: "An email to the festival got no reply"."""
    view, at, first = place.view, place.at, place.flow.first
    behind = place.behind(3)
    asked = left_subject(view, at - 1, first) if at > first else None
    words = view.lows[slice(*asked)] if asked else ()
    if asked is None or behind[:1] != ("no",) or not _NOTHING & set(behind) or not _REQUESTS & set(words):
        return None
    link = next((n for n in range(asked[1] - 2, asked[0], -1) if view.lows[n] in ("to", "with", "for")), None)
    named = trimmed(view, link + 1, asked[1]) if link is not None else None
    return (named, (at, at + 3), ()) if named else None


def _turned_down(place: Place) -> _Found | None:
    """Asked in vain: "A request for the figures was turned down by the water board"."""
    view, at, first = place.view, place.at, place.flow.first
    if view.lows[at - 1] not in BE or at < first + 2:
        return None
    asked = left_subject(view, at - 2, first)
    behind = at + 1 + (view.lows[at + 1 : at + 2] == ("down",))
    if asked is None or not any(low in _REQUESTS for low in view.lows[slice(*asked)][:4]):
        return None
    named = trimmed(view, behind + 1, right_end(view, behind + 1, place.flow.last))
    return (named, (at - 1, behind), ()) if named and view.lows[behind] == "by" else None


def _drawn(place: Place) -> _Found | None:
    """Not to be drawn: "would not be drawn on the cost"."""
    view, at = place.view, place.at
    start, helpers = place.group()
    subject = place.subject(start)
    if subject is None or view.lows[at - 1] != "be" or not _is_none(place, subject, helpers):
        return None
    topic = place.rest(at + 2) if place.behind(1) in (("on",), ("about",)) else ()
    return subject, (start, at + 1), topic


def _hung_up(place: Place) -> _Found | None:
    """Cut off: "hung up on a reporter", "rang off", "cut the call short", "put the phone down"."""
    view, at = place.view, place.at
    behind, subject = place.behind(4), place.subject(at)
    is_cut = view.lows[at] == "cut" and "short" in behind and bool({"call", "interview", "conversation"} & set(behind))
    is_down = view.lows[at] == "put" and {"phone", "down"} <= set(behind)
    is_off = (view.lows[at], *behind[:1]) in (("hung", "up"), ("rang", "off"), ("hangs", "up"))
    if subject is None or not (is_cut or is_down or is_off):
        return None
    word = "up" if "up" in behind else "off" if "off" in behind else "short" if is_cut else "down"
    return subject, (at, at + 2 + behind.index(word)), ()


def _no_one(place: Place) -> _Found | None:
    """Nobody there: "No one at the mill was available for comment", "nobody at the guild would speak"."""
    view, at = place.view, place.at
    is_none = view.lows[at] == "nobody" or view.lows[at : at + 2] == ("no", "one")
    start = at + 1 + (view.lows[at] == "no")
    verb = next((n for n in range(start, min(place.flow.last, start + _REACH)) if view.lows[n] in AUXILIARIES), -1)
    rest = view.lows[verb : min(place.flow.last, verb + _REACH)] if verb > 0 else ()
    if verb < 0:
        verb = next((n for n in range(start, min(place.flow.last, start + _REACH)) if view.lows[n] in _TAKING), -1)
        rest = ("comment",) if verb > 0 else ()
    is_silent = {"available", "comment"} <= set(rest) or bool({"comment", "answered", "speak"} & set(rest[:3]))
    if not is_none or not is_silent or view.lows[start : start + 1] not in (("at",), ("from",), ("in",)):
        return None
    return (at, verb), (verb, verb + 2), ()


def _short_of(place: Place) -> _Found | None:
    """Not that far: "stopped short of denying that the weir broke"."""
    view, at = place.view, place.at
    subject = place.subject(at)
    if subject is None or view.lows[at + 1 : at + 3] != ("short", "of") or at + 4 >= place.flow.last:
        return None
    return (subject, (at, at + 4), place.rest(at + 4)) if view.lows[at + 3] in _SHORT_OF else None


def _neither(place: Place) -> _Found | None:
    """Both ways open: "would neither confirm nor deny an arrest"."""
    view, at = place.view, place.at
    start, _ = place.group()
    end = next((n for n in range(at + 2, min(place.flow.last, at + _PAIR)) if view.lows[n].startswith("den")), None)
    subject = place.subject(start)
    if end is None or subject is None or not view.lows[at + 1].startswith("confirm"):
        return None
    return subject, (start, end + 1), place.rest(end + 1)


#: Words, and what looks for a refusal where one of them stands.
_FINDERS: tuple[tuple[frozenset[str], Callable[[Place], _Found | None]], ...] = (
    (_ANSWERED | _LEFT | _BOUNCED, _unanswered),
    (_DOWN, _turned_down),
    (frozenset(("got", "received", "drew", "brought")), _no_reply),
    (frozenset(("drawn",)), _drawn),
    (frozenset(("hung", "hangs", "rang", "cut", "put")), _hung_up),
    (_ANSWERING, _answering),
    (_HOLDING_BACK, _holding_back),
    (_REACHED, _reached),
    (_GIVING, _nothing),
    (_KEEPING | _BEING | _IGNORING | _TURNING | _WAVING, _silent),
    (_VAIN, _in_vain),
    (frozenset(("no", "nobody")), _no_one),
    (_REFERRING, _referring),
    (frozenset(("stopped", "stops", "stop")), _short_of),
    (frozenset(("neither",)), _neither),
)


def refusals(view: View, number: int, flow: Flow) -> Iterator[Draft]:
    """Who gave no answer in a sentence; the content is empty where it is not said to what."""
    for at in range(flow.first, flow.last):
        if view.quoted[at] >= 0 or (view.is_capital(at) and at > flow.first):
            continue
        for words, finder in _FINDERS:
            found = finder(Place(view, flow, at)) if view.lows[at] in words else None
            if found:
                source, cue, content = found
                yield Draft(source, cue, content, "decline", "plain", view.lows[at], True, number)
                break


def without_refused(drafts: list[Draft], refused: list[Draft]) -> list[Draft]:
    """The drafts whose cue is not part of a refusal, and the refusals."""
    taken = {word for draft in refused if draft.cue for word in range(*draft.cue)}
    kept = [draft for draft in drafts if not draft.cue or not taken & set(range(*draft.cue))]
    return [*kept, *refused]
