"""Attributions by verbs of speech, thought and will: the verb, who does it, and what it holds."""

from collections.abc import Iterator

from woozle.stages.attribute.contents import (
    TURNS,
    addressee_end,
    is_fronted,
    left_start,
    right_end,
    skip_adjuncts,
    trimmed,
)
from woozle.stages.attribute.draft import CarrierDraft, Draft
from woozle.stages.attribute.finite import is_plural_noun, may_be_finite
from woozle.stages.attribute.grammar import (
    AUXILIARIES,
    BE,
    BREAKS,
    CONJUNCTIONS,
    DETERMINERS,
    DO,
    ENDS,
    HAVE,
    MODALS,
    NEGATIONS,
    PERSONAL,
    PREPOSITIONS,
    QUOTE_MARKS,
    SUBJECT_PRONOUNS,
    is_adverb,
)
from woozle.stages.attribute.holding import Holder, behind_adverbs, carriers_of
from woozle.stages.attribute.subjects import left_subject, right_subject
from woozle.stages.attribute.verbs import Verb, verbs
from woozle.stages.attribute.view import Flow, Range, View

#: Verbs in the passive that tell at a distance, and name nobody: "is said to", "is believed to".
_HEARSAY = frozenset(
    "say report believe think rumour rumor allege understand claim suspect estimate fear presume".split()
)
#: Words that a phrase of place behind an aside cue has at most.
_PLACE = 9
_REFLEXIVE = frozenset("himself herself themselves itself myself yourself".split())
#: Verbs whose bare use keeps the teller at a distance.
_DISTANT = frozenset("claim allege".split())


class VerbFinder:
    """Finds the verb cues of one sentence."""

    def __init__(self, view: View, number: int, flow: Flow) -> None:
        self._view, self._number = view, number
        self._first, self._last = flow.first, flow.last
        self._subject: Range | None = None
        self._held = Holder(view, flow.last)

    def find(self) -> Iterator[Draft]:
        """Drafts in text order; contents may overlap, which the caller settles."""
        at = self._first
        while at < self._last:
            verb = verbs().get(self._view.lows[at]) if self._view.quoted[at] < 0 else None
            draft = self._at_verb(at, verb) if verb else None
            if draft:
                yield draft
            at += 1

    # ---- the verb group

    def _group(self, at: int) -> tuple[int, frozenset[str]]:
        """Number of the first word of the verb group, and its auxiliaries."""
        start, helpers = at, set()
        while start > self._first and self._view.quoted[start - 1] < 0:
            low = self._view.lows[start - 1]
            if low in AUXILIARIES or low in NEGATIONS:
                helpers.add(low)
            elif not (is_adverb(low) and low not in SUBJECT_PRONOUNS) or low in ("first", "each", "both", "all"):
                break
            start -= 1
        # An adverb that opens the sentence belongs to no verb.
        return start, frozenset(helpers)

    def _is_finite(self, verb: Verb, at: int, start: int, helpers: frozenset[str]) -> bool:
        view, shapes = self._view, verb.shapes
        if helpers & BE:
            return "ing" in shapes
        if helpers & HAVE:
            return "part" in shapes
        if helpers & (DO | MODALS):
            return "base" in shapes
        if start > self._first and view.lows[start - 1] == "to":
            return False
        if "s" in shapes and is_plural_noun(view, at, verb, start - 1 if start > self._first else -1, self._last):
            return False
        if "past" in shapes or "s" in shapes:
            return not (start > self._first and view.lows[start - 1] in (DETERMINERS | PREPOSITIONS) - SUBJECT_PRONOUNS)
        return "base" in shapes and start > self._first and self._takes_base(start - 1)

    def _takes_base(self, at: int) -> bool:
        """Whether a subject takes the bare form: "they say", "officials say"."""
        low = self._view.lows[at]
        return low in ("they", "we", "i", "you", "who", "many", "some", "others", "most", "critics") or (
            low.endswith("s")
            and not low.endswith(("ss", "'s"))
            and low not in DETERMINERS
            and low not in ("as", "is", "was", "has", "'s")
            and len(low) > 3
        )

    def _at_verb(self, at: int, verb: Verb) -> Draft | None:
        start, helpers = self._group(at)
        if helpers & BE and "part" in verb.shapes and "ing" not in verb.shapes:
            return self._passive(at, verb, start, helpers)
        if "ing" in verb.shapes and not helpers & BE:
            return self._participle(at, verb)
        if not self._is_finite(verb, at, start, helpers):
            return None
        return self._active(at, verb, start, helpers)

    # ---- active

    def _active(self, at: int, verb: Verb, start: int, helpers: frozenset[str]) -> Draft | None:
        view = self._view
        own = left_subject(view, start - 1, self._first) if start > self._first else None
        shared = self._subject if start > self._first and view.lows[start - 1] in (*CONJUNCTIONS, ",") else None
        inverted = self._inverted(verb, at, start, helpers) if own is None else None
        subject = own or shared
        if inverted or subject is None:
            return inverted
        if self._is_no_telling(at, subject):
            return None
        if own is None:
            return self._plain(at, verb, (start, at + 1), subject, helpers)
        self._subject = own
        if self._is_relative_object(own, verb):
            return self._relative_object(at, verb, own, helpers)
        return self._aside(at, verb, own, helpers) or self._plain(at, verb, (start, at + 1), own, helpers)

    def _is_no_telling(self, at: int, subject: Range) -> bool:
        """Whether nobody tells anything: "blamed himself", "I wrote" in the author's own words, "if Kort says so"."""
        view = self._view
        is_author = subject[1] - subject[0] == 1 and view.lows[subject[0]] in ("i", "we", "you")
        is_condition = subject[0] > self._first and view.lows[subject[0] - 1] in ("if", "unless", "should")
        return is_author or is_condition or (at + 1 < self._last and view.lows[at + 1] in _REFLEXIVE)

    def _is_relative_object(self, subject: Range, verb: Verb) -> bool:
        before = subject[0] - 1
        return (
            "q" in verb.frames
            and before > self._first
            and self._view.lows[before] in ("that", "which", "who")
            and self._view.lows[before - 1] not in verbs()
            and self._view.lows[before - 1] not in BE
        )

    def _relative_object(self, at: int, verb: Verb, subject: Range, helpers: frozenset[str]) -> Draft | None:
        """A relative clause, "A crater that residents say was left": the noun phrase and what is said of it."""
        view = self._view
        behind = skip_adjuncts(view, behind_adverbs(view, at + 1, self._last), self._last)
        if behind >= self._last or view.quoted[behind] >= 0:
            return None
        if not may_be_finite(view, behind):
            return self._plain(at, verb, (at, at + 1), subject, helpers)
        end = subject[0] - 1
        if view.lows[end - 1] == ",":
            end -= 1
        thing = left_subject(view, end - 1, self._first)
        rest = trimmed(view, behind, right_end(view, behind, self._last))
        spans = tuple(span for span in (thing, rest) if span)
        return self._draft(verb, subject, (at, at + 1), spans, helpers, "q") if rest else None

    def _inverted(self, verb: Verb, at: int, start: int, helpers: frozenset[str]) -> Draft | None:
        """Inverted, ", said Brandt": what is said stands before, and may go on behind."""
        view = self._view
        if "q" not in verb.frames or helpers or start <= self._first:
            return None
        before = start - 1
        is_behind = view.lows[before] == "," or view.quoted[before] >= 0 or view.lows[before] in QUOTE_MARKS
        if not is_behind:
            return None
        subject = right_subject(view, at + 1, self._last)
        if subject is None:
            return None
        content = trimmed(view, left_start(view, start, self._first), start)
        if content is None or is_fronted(view, *content):
            return None
        self._subject = subject
        spans = [content, *self._resumed(subject[1])]
        return self._draft(verb, subject, (start, at + 1), tuple(spans), helpers, "q")

    def _aside(self, at: int, verb: Verb, subject: Range, helpers: frozenset[str]) -> Draft | None:
        """Asides: "The convoy, officials said, turned back" and "… turned back, officials said."."""
        view = self._view
        before = subject[0] - 1
        if "q" not in verb.frames or before < self._first:
            return None
        if not (
            view.lows[before] == "," or view.quoted[before] >= 0 or view.lows[before] in ("-", "—", "–", "--", "?", "!")
        ):
            return None
        content = trimmed(view, left_start(view, before + 1, self._first), before + 1)
        if content is None or (is_fronted(view, *content) and not self._is_split(content, at)):
            return None
        end = skip_adjuncts(view, behind_adverbs(view, at + 1, self._last), self._last)
        if (
            end < self._last
            and view.quoted[end] < 0
            and view.lows[end] not in BREAKS
            and view.lows[end] not in CONJUNCTIONS
        ):
            told = self._behind_place(skip_adjuncts(view, self._addressee(at, verb, end), self._last))
            is_open = told < self._last and view.lows[told] not in BREAKS and view.quoted[told] < 0
            # Words that a comma closes inside their marks wait for this cue, whatever stands behind it.
            is_waiting = view.quoted[before] >= 0 and view.lows[before - 1] in (",", "?", "!")
            if (told == end or is_open) and not is_waiting:
                return None
            end = told
        spans = [content, *self._resumed(end)]
        carriers = carriers_of(self._view, at, self._last, verb)
        return self._draft(verb, subject, (at, at + 1), tuple(spans), helpers, "q", carriers=carriers)

    def _is_split(self, content: Range, at: int) -> bool:
        """Whether an aside parts a subject from its verb: "The convoy, officials said, turned back"."""
        view = self._view
        behind = at + 2
        if behind >= self._last or view.lows[at + 1] != "," or view.quoted[behind] >= 0:
            return False
        head = view.lows[content[0]]
        named = view.names_in(view.starts[content[0]], view.ends[content[1] - 1])
        return bool(head in DETERMINERS or head in PERSONAL or named) and may_be_finite(view, behind)

    def _behind_place(self, at: int) -> int:
        """Behind a few words of place or means that end the sentence: "told reporters in the capital."."""
        view = self._view
        if at >= self._last or view.lows[at] not in PREPOSITIONS or view.lows[at] == "of":
            return at
        for number in range(at, min(self._last, at + _PLACE)):
            if view.quoted[number] >= 0:
                return at
            if view.lows[number] in ENDS or view.lows[number] == ",":
                return number
        return at

    def _addressee(self, at: int, verb: Verb, end: int) -> int:
        return addressee_end(self._view, end, self._last) if verb.lemma == "tell" and end == at + 1 else end

    def _resumed(self, at: int) -> list[Range]:
        """What is said behind an aside cue: "…," he said, "…" and "The convoy, he said, turned back"."""
        view = self._view
        at = skip_adjuncts(view, at, self._last)
        while at < self._last and view.quoted[at] < 0 and view.lows[at] not in BREAKS:
            if view.lows[at] in CONJUNCTIONS or view.lows[at] in PERSONAL:
                return []
            at += 1
        if at >= self._last:
            return []
        if view.quoted[at] < 0:
            mark = view.lows[at]
            at += 1
            if mark == ";":
                return []
            if (mark in ENDS or at >= self._last) and (at >= self._last or view.quoted[at] < 0):
                return []
        if view.quoted[at] < 0 and (
            view.lows[at] in TURNS or view.lows[at] in ("and", "but", "who", "which", "when", "after")
        ):
            return []
        found = trimmed(view, at, right_end(view, at, self._last))
        return [found] if found else []

    # ---- what follows

    def _plain(self, at: int, verb: Verb, cue: Range, subject: Range, helpers: frozenset[str]) -> Draft | None:
        """A verb and what it holds behind it."""
        view = self._view
        behind = behind_adverbs(view, at + 1, self._last)
        found = self._held.content(behind, verb)
        if found is None or self._held.is_fragment(found[0], found[1], subject):
            return None
        if verb.lemma == "put" and "at" not in view.lows[found[0][0] : found[0][1]]:
            return None
        content, frame, carriers = found
        if view.lows[subject[0]] in ("who", "which") and subject[0] > self._first and view.lows[subject[0] - 1] == ",":
            content = self._to_comma(content)
        return self._draft(verb, subject, cue, (content,), helpers, frame, carriers=carriers)

    def _to_comma(self, content: Range) -> Range:
        """What is said inside a relative clause ends with it, where the sentence goes on with its own verb."""
        view = self._view
        for at in range(content[0] + 1, content[1] - 1):
            if view.quoted[at] < 0 and view.lows[at] == ",":
                behind = behind_adverbs(view, at + 1, content[1])
                if behind < content[1] and may_be_finite(view, behind):
                    return content[0], at
        return content

    # ---- passive and participles

    def _passive(self, at: int, verb: Verb, start: int, helpers: frozenset[str]) -> Draft | None:
        """Hearsay: "is said to", "it is believed that", "was told that", "was accused of … by"."""
        view = self._view
        del helpers
        subject = left_subject(view, start - 1, self._first) if start > self._first else None
        if subject is None or at + 1 >= self._last:
            return None
        low = view.lows[at + 1]
        if verb.lemma in _HEARSAY and (low in ("to", "that") or view.lows[subject[0]] == "it"):
            act = "believe" if verb.lemma in ("believe", "think", "suspect", "fear", "presume") else "assert"
            stance = "rumoured" if verb.lemma.startswith("rumo") else "reported"
            rest = trimmed(view, at + 1, right_end(view, at + 1, self._last))
            if rest is None:
                return None
            spans = (rest,) if view.lows[subject[0]] == "it" else (subject, rest)
            return Draft(None, (start, at + 1), spans, act, stance, verb.lemma, True, self._number)
        return None

    def _participle(self, at: int, verb: Verb) -> Draft | None:
        """Going on, ", adding that …": the subject of the sentence goes on."""
        view = self._view
        if at <= self._first or view.lows[at - 1] not in (",", "and") or self._subject is None:
            return None
        if view.lows[at] not in TURNS and "q" not in verb.frames:
            return None
        found = self._held.content(behind_adverbs(view, at + 1, self._last), verb)
        if found is None:
            return None
        content, frame, carriers = found
        return self._draft(verb, self._subject, (at, at + 1), (content,), frozenset(), frame, carriers=carriers)

    # ---- the row

    def _draft(  # noqa: PLR0913, PLR0917 - what a row is made of, gathered in one place
        self,
        verb: Verb,
        subject: Range,
        cue: Range,
        content: tuple[Range, ...],
        helpers: frozenset[str],
        frame: str,
        carriers: tuple[CarrierDraft, ...] = (),
    ) -> Draft:
        act = verb.frames.get(frame) or next(iter(verb.frames.values()))
        if frame == "o" and self._view.lows[content[0][0]] not in ("to", "not"):
            act = "ask" if verb.frames.get("t") == "ask" else "assert"
        is_open = bool(helpers & MODALS) and self._view.lows[cue[0]] != "could"
        is_nobody = self._view.lows[subject[0]] in ("no", "nobody", "none", "neither")
        if (helpers & NEGATIONS or is_nobody) and act == "assert" and "q" in verb.frames:
            act = "decline"
        elif is_open and act in ("assert", "deny"):
            act = "intend"
        if (
            act == "believe"
            and verb.lemma in ("see", "hear")
            and _is_reporter(self._view.lows[subject[0] : subject[1]])
        ):
            act = "assert"
        stance = "reported" if verb.lemma in _DISTANT and act == "assert" else "plain"
        is_speech = "q" in verb.frames or frame == "o"
        return Draft(subject, cue, content, act, stance, verb.lemma, is_speech, self._number, carriers)


def _is_reporter(words: tuple[str, ...]) -> bool:
    return any(word in ("reporter", "reporters", "correspondent", "journalist") for word in words)
