"""Cues in the passive: "is said to", "it is believed that", "was accused by Kort of", "were told to"."""

from dataclasses import dataclass

from woozle.stages.attribute.contents import right_end, skip_adjuncts, trimmed
from woozle.stages.attribute.draft import CarrierDraft, Draft
from woozle.stages.attribute.finite import may_be_finite
from woozle.stages.attribute.grammar import DAYS, DETERMINERS, MONTHS, PERSONAL, PREPOSITIONS, RELATIVES, WH
from woozle.stages.attribute.holding import PAPERS
from woozle.stages.attribute.subjects import right_subject
from woozle.stages.attribute.verbs import HEARSAY, STATES, TOLD, Verb, verbs
from woozle.stages.attribute.view import Range, View

#: What leads to the place of what is reported: "Explosions were reported in the harbour".
_PLACED = frozenset("in at near across along around over throughout".split())
#: Verbs whose passive tells what somebody feels.
_MOVING = frozenset("encourage worry concern".split())
#: What follows verbs that put a thing down to somebody.
BLAMED = {"accuse": "of", "suspect": "of", "blame": "for", "charge": "with"}
#: What is read where somebody saw it.
_READ = PAPERS | frozenset("which copy copies documents contract minutes email emails messages transcript".split())
_DATED = MONTHS | DAYS
#: Words among which "by" is looked for behind a verb in the passive.
_BY = 12


@dataclass(frozen=True, slots=True)
class Passive:
    """Looks at the passive cues of one sentence, which ends before the word `last`."""

    view: View
    flow: int
    last: int

    def draft(self, verb: Verb, cue: Range, subject: Range) -> Draft | None:
        """The row of a verb in the passive; None where it tells nothing.

        Args:
            verb: the verb.
            cue: its group, auxiliaries first.
            subject: the words before it, of which it is told, or who is told.
        """
        if cue[1] >= self.last:
            return None
        if verb.lemma in HEARSAY:
            return self._hearsay(verb, cue, subject)
        if verb.lemma in TOLD and not (verb.lemma in _MOVING and self.view.lows[cue[1]] == "by"):
            return self._told(verb, cue, subject)
        return self._done_by(verb, cue, subject)

    def _by(self, at: int, link: str | None = None) -> tuple[Range | None, int]:
        """Who stands behind "by", before `link` where that follows, and the first word behind."""
        if self.view.lows[at] == "by" and at + 1 < self.last:
            found = right_subject(self.view, at + 1, self.last)
            if found:
                # "accused by prosecutors of setting the fire"
                end = next((n for n in range(found[0] + 1, found[1]) if self.view.lows[n] == link), found[1])
                end -= end - found[0] > 1 and self.view.lows[end - 1] in PREPOSITIONS
                return (found[0], end), end
        return None, at

    def _rest(self, at: int) -> Range | None:
        return trimmed(self.view, at, right_end(self.view, at, self.last)) if at < self.last else None

    def _hearsay(self, verb: Verb, cue: Range, subject: Range) -> Draft | None:
        source, at = self._by(cue[1])
        rest = self._rest(at)
        if rest is None:
            return None
        low = self.view.lows[rest[0]]
        if source is None and low == BLAMED.get(verb.lemma):
            return self.blamed(verb, cue, subject)
        is_it = self.view.lows[subject[0]] in ("it", "there")
        if verb.lemma == "expect" and low == "to" and not is_it and source is None:
            return self._announced(cue, subject, rest)
        is_state = (
            low in STATES
            or (verb.lemma == "report" and low in _PLACED and "by" not in self.view.lows[slice(*rest)])
            or (verb.lemma in ("report", "fear", "presume", "believe") and low.endswith("ed") and len(low) > 3)
        )
        if low not in ("to", "that") and not is_state and not (is_it and verb.lemma != "expect"):
            return None
        stance = "rumoured" if verb.lemma.startswith("rumo") else "plain" if source else "reported"
        if is_state:
            comma = next((at for at in range(*rest) if self.view.lows[at] == ","), rest[1])
            rest = (rest[0], comma)
        spans = (rest,) if is_it else (subject, rest)
        return Draft(source, cue, spans, HEARSAY[verb.lemma], stance, verb.lemma, True, self.flow)

    def _announced(self, cue: Range, subject: Range, rest: Range) -> Draft | None:
        """Speech to come: "Finn is expected to say that the weir is safe"; what else is expected is hearsay."""
        verb = verbs().get(self.view.lows[rest[0] + 1]) if rest[1] > rest[0] + 3 else None
        if verb is None or "q" not in verb.frames or "base" not in verb.shapes:
            return Draft(None, cue, (subject, rest), "believe", "reported", "expect", True, self.flow)
        start = skip_adjuncts(self.view, rest[0] + 2, rest[1])
        ahead = self.view.lows[start : min(rest[1], start + 3)]
        is_when = ahead[:1] in (("in",), ("on",), ("by",)) and not _DATED.isdisjoint(ahead[1:])
        content = trimmed(self.view, start, rest[1]) if ahead and not is_when else None
        cue = (cue[0], rest[0] + 2)
        return Draft(subject, cue, (content,), "intend", "plain", verb.lemma, True, self.flow) if content else None

    def _told(self, verb: Verb, cue: Range, subject: Range) -> Draft | None:
        source, at = self._by(cue[1])
        rest = self._rest(at)
        if rest is None:
            return None
        low = self.view.lows[rest[0]]
        if low in ("to", "not"):
            return Draft(source, cue, (subject, rest), "direct", "plain", verb.lemma, True, self.flow)
        if low == "that" or (low in WH and low != "when") or (rest[0] == at and self._is_clause(rest)):
            act = "ask" if verb.lemma == "ask" else "assert"
            heard = (CarrierDraft(subject, "hearer"),)
            return Draft(source, cue, (rest,), act, "plain", verb.lemma, True, self.flow, heard)
        return None

    def _is_clause(self, rest: Range) -> bool:
        """Whether a clause without "that" stands behind: "The jury was told the engine had failed"."""
        low = self.view.lows[rest[0]]
        is_opened = low in DETERMINERS or low in PERSONAL or self.view.is_capital(rest[0])
        verb = next((at for at in range(rest[0] + 1, rest[1]) if may_be_finite(self.view, at)), rest[0])
        return is_opened and verb > rest[0] and RELATIVES.isdisjoint(self.view.lows[rest[0] : verb])

    def _done_by(self, verb: Verb, cue: Range, subject: Range) -> Draft | None:
        """Where somebody is named: "The raid was condemned by the governor"."""
        is_read = verb.lemma == "see" and not _READ.isdisjoint(self.view.lows[slice(*subject)])
        if verb.lemma == "want" or is_read:
            # "Finn, who is wanted by the police": looked for; "a copy of which was seen by the Post": read.
            return None
        act = verb.frames.get("n") or ("believe" if verb.lemma in _MOVING else None)
        if act is None:
            return self.blamed(verb, cue, subject)
        if verb.lemma == "deny" and self.view.lows[cue[1]] != "by":
            # "was denied bail by the court" speaks of a thing that somebody did not get.
            return None
        if verb.lemma in _MOVING and self.view.lows[cue[1]] == "by":
            # "The members are encouraged by the decision": they hold it so.
            felt = self._rest(cue[1] + 1)
            return Draft(subject, cue, (felt,), "believe", "plain", verb.lemma, False, self.flow) if felt else None
        for at in range(cue[1], min(self.last, cue[1] + _BY)):
            if self.view.quoted[at] >= 0 or self.view.lows[at] in (",", ";", ":", "."):
                break
            source, behind = self._by(at, BLAMED.get(verb.lemma))
            if source:
                rest = self._rest(behind)
                rest = None if rest and self.view.lows[rest[0]] in ("who", "which") else rest
                spans = [subject, trimmed(self.view, cue[1], at), rest]
                content = tuple(span for span in spans if span)
                return Draft(source, cue, content, act, "plain", verb.lemma, False, self.flow)
        return self.blamed(verb, cue, subject)

    def blamed(self, verb: Verb, cue: Range, subject: Range) -> Draft | None:
        """What somebody is accused of, by nobody who is named: "The bishop is accused of hiding the money"."""
        rest = self._rest(cue[1])
        if rest is None or self.view.lows[rest[0]] != BLAMED.get(verb.lemma):
            return None
        return Draft(None, cue, (subject, rest), "assert", "reported", verb.lemma, False, self.flow)
