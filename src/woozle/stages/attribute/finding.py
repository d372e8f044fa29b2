"""Attributions by verbs of speech, thought and will: the verb, who does it, and what it holds."""

import itertools
from collections.abc import Iterator

from woozle.stages.attribute.asides import Asides
from woozle.stages.attribute.contents import TURNS
from woozle.stages.attribute.draft import CarrierDraft, Draft
from woozle.stages.attribute.finite import is_plural_noun, may_be_finite
from woozle.stages.attribute.grammar import (
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    DO,
    HAVE,
    HOLDING,
    MODALS,
    NEGATIONS,
    PERSONAL,
    PREPOSITIONS,
    STOPS,
    SUBJECT_PRONOUNS,
    is_adverb,
    is_plural,
)
from woozle.stages.attribute.hearsay import BLAMED, Passive
from woozle.stages.attribute.holding import Holder, behind_adverbs, carriers_of, is_toll
from woozle.stages.attribute.subjects import left_subject, opening_subject
from woozle.stages.attribute.verbs import DISTANT, Verb, act_said, is_to_come, verbs
from woozle.stages.attribute.view import Flow, Range, View
from woozle.stages.attribute.wordless import is_event, is_wordless

_REFLEXIVE = frozenset("himself herself themselves itself myself yourself".split())
_NO_SUBJECT = (DETERMINERS | PREPOSITIONS) - SUBJECT_PRONOUNS - {"that"}
#: Verbs whose bare form is no noun.
_ONLY_VERBS = frozenset("say believe think want know argue suggest insist agree expect oppose consider feel".split())
_MANY = frozenset(
    "people women men police percent majority half third thirds both many most some others children".split()
)
#: Subjects of a bare form that do not end in -s.
_THEY = frozenset("they we i you who many some others most men women people police".split())
#: Words that may stand for a subject, whatever they look like.
_NO_ADVERB = SUBJECT_PRONOUNS | frozenset("first each both all".split())
#: How somebody asks to stay unnamed.
_SHY_VERBS = frozenset("ask request decline refuse want speak insist".split())
_SHY = frozenset("named identified withheld anonymity anonymous unnamed".split())
_SHY_REACH = 8
#: Prepositions with which somebody does a thing by speaking: "responded by saying that …".
_MEANS = frozenset("by in after before while".split())
#: Words that open a clause beside the main one.
_BESIDE = frozenset("as when while after before although though because since".split())
#: From this share of capitals on a line is written like a title.
_TITLED = 0.6
#: What stands behind "found" where that tells of a place: "a note found in the mill".
_PLACED = (("in",), ("on",), ("at",), ("near",), ("under",), ("by",), ("behind",), ("inside",))
#: Verbs with which an author tells what he was witness to.
_SEEING = frozenset("see hear watch notice find count".split())
#: Verbs that lead to a participle.
_GOING_ON = frozenset("kept keeps keep went goes began begins started starts continued continues".split())
#: What an adjective holds behind it.
_OF_ADJECTIVE = Verb("be", frozenset(), {"c": "believe"})


class VerbFinder:
    """Finds the verb cues of one sentence."""

    def __init__(self, view: View, number: int, flow: Flow) -> None:
        self._view, self._number = view, number
        self._first, self._last = flow.first, flow.last
        self._subject: Range | None = None
        words = [at for at in range(flow.first, flow.last) if view.lows[at][0].isalpha()]
        self._is_titled = sum(map(view.is_capital, words)) > _TITLED * len(words)
        self._held = Holder(view, flow.last)
        self._told = Passive(view, number, flow.last)
        self._around = Asides(view, flow.first, flow.last)
        # Behind the last cue that stood aside: what stands before it was said there.
        self._floor = flow.first

    def find(self) -> Iterator[Draft]:
        """Drafts in text order; contents may overlap, which the caller settles."""
        at = self._first
        while at < self._last:
            verb = verbs().get(self._view.lows[at]) if self._view.quoted[at] < 0 and self._is_word(at) else None
            draft = self._at_verb(at, verb) if verb else self._at_adjective(at)
            if draft:
                yield draft
            at += 1

    def _is_word(self, at: int) -> bool:
        """Whether a word may be a verb: a capital inside a sentence makes a name, "the United States"."""
        is_lower = not self._view.is_capital(at) or at == self._first
        return self._is_titled or (is_lower and not self._view.is_noun(at))

    # ---- the verb group

    def _group(self, at: int) -> tuple[int, frozenset[str]]:
        """Number of the first word of the verb group, and its auxiliaries."""
        start, helpers = at, set()
        while start > self._first and self._view.quoted[start - 1] < 0:
            low = self._view.lows[start - 1]
            is_month = low == "may" and self._view.is_capital(start - 1)
            if (low in AUXILIARIES or low in NEGATIONS) and not is_month:
                helpers.add(low)
            elif not self._is_beside_verb(start - 1):
                break
            start -= 1
        # An adverb that opens the sentence belongs to no verb.
        return start, frozenset(helpers)

    def _is_beside_verb(self, at: int) -> bool:
        """Whether a word stands between a subject and its verb: "was first reported", and not "the first reported"."""
        low = self._view.lows[at]
        is_first = low == "first" and self._view.lows[max(0, at - 1)] in BE | HAVE | PERSONAL | {"as"}
        return is_adverb(low) and not self._view.is_capital(at) and (is_first or low not in _NO_ADVERB)

    def _is_finite(self, verb: Verb, at: int, start: int, helpers: frozenset[str]) -> bool:
        for group, shape in ((BE, "ing"), (HAVE, "part"), (DO | MODALS, "base")):
            if helpers & group:
                return shape in verb.shapes
        before = self._view.lows[start - 1] if start > self._first else ""
        is_count = before[:1].isdigit() and not before.endswith("-old") and bool({"s", "base"} & verb.shapes)
        if before == "to" or is_count or self._is_of(verb, before):
            return False
        if verb.is_finite:
            is_noun = "s" in verb.shapes and is_plural_noun(
                self._view, at, verb, start - 1 if before else -1, self._last
            )
            return not is_noun and before not in _NO_SUBJECT
        if "base" not in verb.shapes or not before:
            return False
        if (
            self._view.lows[start - 1] == ","
            and verb.lemma in _ONLY_VERBS
            and self._view.lows[at + 1 : at + 2] == ("the",)
        ):
            # "Nine, say the villagers."
            return True
        return self._takes_base(start - 1) or (verb.lemma in _ONLY_VERBS and self._is_plural(start - 1))

    @staticmethod
    def _is_of(verb: Verb, before: str) -> bool:
        """Whether a participle tells what a thing of somebody's is like: "the reeve's repeated claim"."""
        return "part" in verb.shapes and before.endswith(("'s", "s'"))

    def _is_plural(self, at: int) -> bool:
        """Whether a plural noun with something behind it stands before a verb: "majorities in all five say"."""
        view = self._view
        subject = left_subject(view, at, self._first)
        if subject is None or view.lows[at] in _NO_SUBJECT or view.lows[at] == "to":
            return False
        words = view.lows[slice(*subject)]
        return any(word in _MANY or (word.endswith("s") and len(word) > 3 and word[-2] not in "s'") for word in words)

    def _takes_base(self, at: int) -> bool:
        """Whether a subject takes the bare form: "they say", "officials say"."""
        low = self._view.lows[at]
        return low in _THEY or (is_plural(low) and low not in DETERMINERS)

    def _at_verb(self, at: int, verb: Verb) -> Draft | None:
        start, helpers = self._group(at)
        if "part" in verb.shapes and (having := self._having(start, at)) >= 0:
            return self._having_done(having, at, verb)
        if helpers & BE and "part" in verb.shapes and "ing" not in verb.shapes:
            return self._passive(at, verb, start)
        if "ing" in verb.shapes and not helpers & BE:
            begun = self._begun(start)
            return self._active(at, verb, begun, helpers) if begun < start else self._participle(at, verb)
        if not self._is_finite(verb, at, start, helpers) or (not helpers and self._view.tags[at] == "PART"):
            return None
        return self._active(at, verb, start, helpers)

    def _having(self, start: int, at: int) -> int:
        """The "having" that leads to a participle; -1 for none."""
        places = range(at - 1, max(self._first, start - 2) - 1, -1)
        return next((n for n in places if self._view.lows[n] == "having"), -1)

    def _having_done(self, having: int, at: int, verb: Verb) -> Draft | None:
        """What somebody said before: "Having called the leak minor, the plant now says …"."""
        subject = self._subject if having > self._first else None
        if subject is None:
            comma = next((n for n in range(at + 1, self._last) if self._view.lows[n] == ","), -1)
            subject = opening_subject(self._view, comma + 1, self._last) if comma > 0 else None
            subject = subject if having == self._first else opening_subject(self._view, self._first, having)
        found = self._held.content(behind_adverbs(self._view, at + 1, self._last), verb)
        if subject is None or found is None:
            return None
        content, frame, carriers = found
        content = self._to_comma(content, is_beside=True)
        return self._draft(verb, subject, (at, at + 1), (content,), frozenset(), frame, carriers=carriers)

    def _begun(self, start: int) -> int:
        """The first word of a group that leads to a participle: "kept shouting", "went on saying"."""
        view, at = self._view, start - 1
        at -= at > self._first and view.lows[at] == "on"
        return at if at > self._first and view.lows[at] in _GOING_ON and view.quoted[at] < 0 else start

    def _at_adjective(self, at: int) -> Draft | None:
        """Belief by an adjective: "Finn is convinced that the weir was forced"."""
        if self._view.lows[at] not in HOLDING or self._view.quoted[at] >= 0:
            return None
        start, helpers = self._group(at)
        if not helpers & BE or start == self._first:
            return None
        before = self._view.lows[start - 1]
        own = left_subject(self._view, start - 1, self._first)
        subject = own or (self._subject if before in (*CONJUNCTIONS, ",") else None)
        found = self._held.content(at + 1, _OF_ADJECTIVE)
        if subject is None or found is None or self._view.lows[subject[0]] in ("it", "there"):
            return None
        return Draft(subject, (start, at + 1), (found[0],), "believe", "plain", "be", False, self._number)

    # ---- active

    def _active(self, at: int, verb: Verb, start: int, helpers: frozenset[str]) -> Draft | None:
        view = self._view
        own = left_subject(view, start - 1, self._first) if start > self._first else None
        is_tied = start > self._first and view.lows[start - 1] in (*CONJUNCTIONS, ",")
        shared = (self._subject or self._opening(at, start, verb)) if is_tied else None
        if own is None and "q" in verb.frames and not helpers:
            inverted = self._around.inverted(at, start, self._floor)
            if inverted:
                self._subject, said = inverted
                self._floor = self._subject[1]
                return self._draft(verb, self._subject, (start, at + 1), said, helpers, "q")
        subject = own or shared
        if subject is None:
            return None
        if self._is_no_telling(at, subject) or is_event(view, verb, subject):
            return None
        if is_wordless(view, subject, at, self._last, helpers):
            return None
        if own is None:
            return self._plain(at, verb, (start, at + 1), subject, helpers)
        self._subject = self._subject if self._is_asked_for(own) else own
        is_on = verb.lemma == "go" and self._view.lows[at + 1 : at + 3] == ("on", ",")
        is_shown = verb.lemma in ("find", "show", "reveal") and view.lows[at + 1 : at + 2] in ((".",), ())
        may_be_aside = is_on or is_shown or ("q" in verb.frames and not (helpers & MODALS and verb.lemma == "continue"))
        spans = self._spoken_around(at, verb, own) if may_be_aside else None
        if spans:
            carriers = carriers_of(self._view, at, self._last, verb)
            return self._draft(verb, own, (at, at + 1), spans, helpers, "q", carriers=carriers)
        return self._plain(at, verb, (start, at + 1), own, helpers)

    def _opening(self, at: int, start: int, verb: Verb) -> Range | None:
        """Who did what stands before a verb of speech, by another verb: "My husband rang and said ‘go’"."""
        view = self._view
        is_said = at + 1 < self._last and (view.quoted[at + 1] >= 0 or view.lows[at + 1] in ("that", ",", ":"))
        is_spoken = is_said and "q" in verb.frames and view.lows[start - 1] == "and"
        return opening_subject(self._view, self._first, start - 1) if is_spoken else None

    def _spoken_around(self, at: int, verb: Verb, subject: Range) -> tuple[Range, ...] | None:
        """What is said around a cue that stands aside or in a relative clause."""
        if self._is_relative_object(subject):
            return self._around.relative(at, subject)
        spans = self._around.beside(at, verb, subject, self._floor)
        if spans:
            self._floor = at + 1
        return spans

    def _is_no_telling(self, at: int, subject: Range) -> bool:
        """Whether nobody tells anything: "blamed himself", "I wrote" in the author's own words, "if Kort says so"."""
        view = self._view
        is_author = subject[1] - subject[0] == 1 and view.lows[subject[0]] in ("i", "we", "you")
        is_condition = subject[0] > self._first and view.lows[subject[0] - 1] in ("if", "unless", "should")
        is_witness = verbs()[view.lows[at]].lemma in _SEEING
        is_participle = verbs()[view.lows[at]].lemma == "find" and view.lows[at + 1 : at + 2] in _PLACED
        return (
            (is_author and not is_witness)
            or is_participle
            or is_condition
            or (at + 1 < self._last and view.lows[at + 1] in _REFLEXIVE)
        )

    def _is_asked_for(self, subject: Range) -> bool:
        """Whether it is left open who: "He did not know who had given the order, adding …": he goes on, not they."""
        lows = self._view.lows
        is_who = subject[1] - subject[0] == 1 and lows[subject[0]] == "who"
        return is_who and subject[0] > self._first and lows[subject[0] - 1] in verbs()

    def _is_relative_object(self, subject: Range) -> bool:
        before = subject[0] - 1
        return (
            before > self._first
            and self._view.lows[before] in ("that", "which", "who")
            and self._view.lows[before - 1] not in verbs()
            and self._view.lows[before - 1] not in BE
        )

    # ---- what follows

    def _plain(self, at: int, verb: Verb, cue: Range, subject: Range, helpers: frozenset[str]) -> Draft | None:
        """A verb and what it holds behind it."""
        view = self._view
        behind = behind_adverbs(view, at + 1, self._last)
        link = view.lows[behind] if behind < self._last and "part" in verb.shapes else ""
        if link and link == BLAMED.get(verb.lemma) and (link == "of" or view.lows[self._last - 1] not in STOPS):
            # A headline without its auxiliary: "Governor accused of hiding report".
            return self._told.blamed(verb, cue, subject)
        found = self._held.content(behind, verb)
        if found and self._is_shy(verb, found[0]):
            return None
        if found is None or self._held.is_fragment(verb, found[0], found[1], subject):
            return None
        held = view.lows[found[0][0] : found[0][1]]
        if verb.lemma == "put" and "at" not in held and ("down", "to") not in set(itertools.pairwise(held)):
            return None
        if verb.lemma == "claim" and is_toll(view, subject, held):
            return None
        content, frame, carriers = found
        if frame == "of" and content[1] > content[0] + 1:
            cue, content = (cue[0], content[0] + 1), (content[0] + 1, content[1])
        before = view.lows[subject[0] - 1] if subject[0] > self._first else ""
        is_closed = before == "," and view.lows[subject[0]] in ("who", "which")
        is_beside = before in _BESIDE or before == "what" or verb.lemma == "put"
        if is_closed or is_beside:
            content = self._to_comma(content, is_beside)
        thing = self._around.antecedent(subject) if verb.lemma == "put" and self._is_relative_object(subject) else ()
        return self._draft(verb, subject, cue, (*thing, content), helpers, frame, carriers=carriers)

    def _is_shy(self, verb: Verb, content: Range) -> bool:
        """Whether somebody only asks to stay unnamed: "asked that her name be withheld"."""
        words = self._view.lows[content[0] : content[0] + _SHY_REACH]
        return verb.lemma in _SHY_VERBS and any(word in _SHY for word in words)

    def _to_comma(self, content: Range, is_beside: bool) -> Range:
        """What is said inside a clause beside the main one ends with it: "As Kort said it was over, the boats came"."""
        view = self._view
        for at in range(content[0] + 1, content[1] - 1):
            if view.quoted[at] < 0 and view.lows[at] == ",":
                behind = behind_adverbs(view, at + 1, content[1])
                if is_beside or (behind < content[1] and may_be_finite(view, behind)):
                    return content[0], at
        return content

    # ---- passive and participles

    def _passive(self, at: int, verb: Verb, start: int) -> Draft | None:
        subject = left_subject(self._view, start - 1, self._first) if start > self._first else None
        if subject is None and start > self._first and self._view.lows[start - 1] == "there":
            subject = start - 1, start
        return self._told.draft(verb, (start, at + 1), subject) if subject else None

    def _participle(self, at: int, verb: Verb) -> Draft | None:
        """Going on, ", adding that …": the subject of the sentence goes on."""
        view = self._view
        subject = self._of_participle(at, verb)
        if subject is None:
            return None
        if view.lows[at] not in TURNS and "q" not in verb.frames:
            return None
        if verb.lemma == "ask" and _SHY & set(view.lows[at : at + _SHY_REACH]):
            return None
        found = self._held.content(behind_adverbs(view, at + 1, self._last), verb)
        if found is None:
            return None
        content, frame, carriers = found
        return self._draft(verb, subject, (at, at + 1), (content,), frozenset(), frame, carriers=carriers)

    def _of_participle(self, at: int, verb: Verb) -> Range | None:
        """Whose a participle is: the sentence's subject behind a comma or a preposition, else the noun before it."""
        view = self._view
        if at <= self._first:
            return None
        before = view.lows[at - 1]
        is_closed = view.quoted[at - 1] >= 0 and view.lows[at - 2] == ","
        if is_closed or before in (",", "and") or (verb.lemma == "say" and before in _MEANS):
            return self._subject or opening_subject(view, self._first, at)
        if verb.lemma == "say" and before[0].isalnum() and before not in AUXILIARIES and not is_adverb(before):
            return left_subject(view, at - 1, self._first)
        return None

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
        # Who is to act stands right behind the verb; who is told something does not belong to it.
        is_to_act = content[0][0] == behind_adverbs(self._view, cue[1], self._last)
        if frame == "o" and not is_to_act and self._view.lows[content[0][0]] not in ("to", "not"):
            act = "ask" if verb.frames.get("t") == "ask" else "assert"
        is_open = bool(helpers & MODALS) and is_to_come({*helpers, *self._view.lows[cue[0] : cue[1] + 1]})
        is_nobody = self._view.lows[subject[0]] in ("no", "nobody", "none", "neither")
        is_negated = (bool(helpers & NEGATIONS) or is_nobody) and "q" in verb.frames
        act = act_said(act, is_negated=is_negated, is_open=is_open)
        stance = "reported" if verb.lemma in DISTANT and act == "assert" else "plain"
        is_speech = "q" in verb.frames or frame == "o"
        return Draft(subject, cue, content, act, stance, verb.lemma, is_speech, self._number, carriers)
