"""Cues in the passive: "is said to", "it is believed that", "was accused by Kort of", "were told to"."""

from dataclasses import dataclass

from woozle.stages.attribute.contents import right_end, trimmed
from woozle.stages.attribute.draft import Draft
from woozle.stages.attribute.grammar import WH
from woozle.stages.attribute.subjects import right_subject
from woozle.stages.attribute.verbs import Verb
from woozle.stages.attribute.view import Range, View

#: Verbs that tell at a distance in the passive, and the act each makes.
_HEARSAY = {
    **dict.fromkeys("say report rumour rumor allege understand claim estimate".split(), "assert"),
    **dict.fromkeys("believe think suspect fear presume expect".split(), "believe"),
}
#: How somebody was found, behind "was reported": a participle or one of these.
_STATES = frozenset("missing dead alive safe ill".split())
#: Verbs with an addressee, who is the subject in the passive.
_TOLD = frozenset("tell ask order urge instruct advise warn inform assure remind".split())
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
        if verb.lemma in _HEARSAY:
            return self._hearsay(verb, cue, subject)
        if verb.lemma in _TOLD:
            return self._told(verb, cue, subject)
        return self._done_by(verb, cue, subject)

    def _by(self, at: int) -> tuple[Range | None, int]:
        """Who stands behind "by", and the first word behind."""
        if self.view.lows[at] == "by" and at + 1 < self.last:
            found = right_subject(self.view, at + 1, self.last)
            if found:
                return found, found[1]
        return None, at

    def _rest(self, at: int) -> Range | None:
        return trimmed(self.view, at, right_end(self.view, at, self.last)) if at < self.last else None

    def _hearsay(self, verb: Verb, cue: Range, subject: Range) -> Draft | None:
        source, at = self._by(cue[1])
        rest = self._rest(at)
        if rest is None:
            return None
        low = self.view.lows[rest[0]]
        is_it = self.view.lows[subject[0]] == "it"
        is_state = verb.lemma == "report" and (low in _STATES or (low.endswith("ed") and len(low) > 3))
        if low not in ("to", "that") and not is_state and not (is_it and verb.lemma != "expect"):
            return None
        stance = "rumoured" if verb.lemma.startswith("rumo") else "plain" if source else "reported"
        spans = (rest,) if is_it else (subject, rest)
        return Draft(source, cue, spans, _HEARSAY[verb.lemma], stance, verb.lemma, True, self.flow)

    def _told(self, verb: Verb, cue: Range, subject: Range) -> Draft | None:
        source, at = self._by(cue[1])
        rest = self._rest(at)
        if rest is None:
            return None
        low = self.view.lows[rest[0]]
        if low in ("to", "not"):
            return Draft(source, cue, (subject, rest), "direct", "plain", verb.lemma, True, self.flow)
        if low == "that" or (low in WH and low != "when"):
            act = "ask" if verb.lemma == "ask" else "assert"
            return Draft(source, cue, (rest,), act, "plain", verb.lemma, True, self.flow)
        return None

    def _done_by(self, verb: Verb, cue: Range, subject: Range) -> Draft | None:
        """Where somebody is named: "The raid was condemned by the governor"."""
        act = verb.frames.get("n")
        if act is None:
            return None
        for at in range(cue[1], min(self.last, cue[1] + _BY)):
            if self.view.quoted[at] >= 0 or self.view.lows[at] in (",", ";", ":", "."):
                return None
            source, behind = self._by(at)
            if source:
                spans = [subject, trimmed(self.view, cue[1], at), self._rest(behind)]
                content = tuple(span for span in spans if span)
                return Draft(source, cue, content, act, "plain", verb.lemma, False, self.flow)
        return None
