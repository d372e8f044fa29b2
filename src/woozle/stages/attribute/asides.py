"""What is said around a cue that stands aside: "…," said Brandt · The convoy, officials said, turned back."""

from dataclasses import dataclass

from woozle.stages.attribute.contents import (
    TURNS,
    addressee_end,
    is_fronted,
    left_start,
    right_end,
    skip_adjuncts,
    trimmed,
)
from woozle.stages.attribute.finite import may_be_finite
from woozle.stages.attribute.grammar import (
    BREAKS,
    CONJUNCTIONS,
    DASHES,
    DETERMINERS,
    ENDS,
    PERSONAL,
    POSSESSIVES,
    PREPOSITIONS,
    QUOTE_MARKS,
    RELATIVES,
    is_number,
)
from woozle.stages.attribute.holding import behind_adverbs
from woozle.stages.attribute.subjects import left_subject, right_subject
from woozle.stages.attribute.verbs import Verb, verbs
from woozle.stages.attribute.view import Range, View
from woozle.toolbox.nlp.lexicon.titles import ROLES

#: Words from a conjunction to the verb of its clause, at most.
_SUBJECT = 9
#: Words that a phrase of place behind an aside cue has at most.
_PLACE = 9
#: Words behind an aside that open a clause of the reporter's.
_OWN = TURNS | frozenset("and but who which when after as while although though according".split())

#: Words that open what somebody was asked, which is never what he said.
_ASKED = frozenset("asked pressed speaking questioned when".split())


@dataclass(frozen=True, slots=True)
class Asides:
    """Looks around the cues of one sentence, from the word `first` to before the word `last`."""

    view: View
    first: int
    last: int

    def inverted(self, at: int, start: int, floor: int) -> tuple[Range, tuple[Range, ...]] | None:
        """Who speaks and what is said, where the speaker stands behind the verb: "…," said Brandt.

        Args:
            at: the verb.
            start: the first word of its group.
            floor: nothing before this word is content.
        """
        view = self.view
        before = start - 1
        is_behind = start > self.first and (
            view.lows[before] == "," or view.quoted[before] >= 0 or view.lows[before] in QUOTE_MARKS
        )
        subject = right_subject(view, at + 1, self.last) if is_behind else None
        if subject and self._is_clause(subject, before):
            return None
        content = self._before(start, floor) if subject else None
        if subject is None or content is None or self._is_object(at, subject, content):
            return None
        is_final = self._is_final(subject[1])
        if not is_final and is_fronted(view, *content):
            return None
        return subject, (content, *self._resumed(subject[1], only_quoted=True))

    def _is_clause(self, subject: Range, before: int) -> bool:
        """Whether a pronoun behind a verb opens what is said: "…, swore he would go back"."""
        view, end = self.view, subject[1]
        is_pronoun = view.lows[subject[0]] in PERSONAL and view.quoted[before] < 0
        return is_pronoun and end < self.last and view.quoted[end] < 0 and may_be_finite(view, end)

    def _is_object(self, at: int, subject: Range, content: Range) -> bool:
        """Whether what stands behind a verb is what it speaks of: "praised the crews, lamented the delay and …"."""
        view = self.view
        may_hold = "n" in verbs()[view.lows[at]].frames and verbs()[view.lows[at]].lemma not in ("say", "write", "add")
        is_quoted = any(view.quoted[n] >= 0 for n in range(*content))
        is_somebody = bool(view.names_of(subject)) or view.lows[subject[1] - 1] in ROLES
        return may_hold and not is_quoted and not is_somebody and view.lows[subject[0]] not in PERSONAL

    def beside(self, at: int, verb: Verb, subject: Range, floor: int) -> tuple[Range, ...] | None:
        """What is said, where the speaker stands before the verb: "The convoy, officials said, turned back"."""
        view = self.view
        before = subject[0] - 1
        if (
            before < self.first
            or view.lows[subject[0]] in RELATIVES
            or not (view.lows[before] == "," or view.quoted[before] >= 0 or view.lows[before] in DASHES | {"?", "!"})
        ):
            return None
        content = self._before(before + 1, floor)
        # Behind a comma and before a colon a clause sets the scene: "To make news, Kort said: “…”".
        if content is None or (view.quoted[before] < 0 and view.lows[at + 1 : at + 2] == (":",)):
            return None
        end = self._behind(at, verb, before)
        if end is None or (is_fronted(view, *content) and not self._is_split(content, end)):
            return None
        is_speech = view.quoted[content[0]] >= 0 and view.quoted[content[1] - 1] >= 0
        return (content, *(self._resumed(end, only_quoted=is_speech) or self._joined(content, end)))

    def relative(self, at: int, subject: Range) -> tuple[Range, ...] | None:
        """What is said in a relative clause, "A crater that residents say was left": the thing, and what it did."""
        view = self.view
        behind = skip_adjuncts(view, behind_adverbs(view, at + 1, self.last), self.last)
        is_held = behind < self.last and view.quoted[behind] < 0 and may_be_finite(view, behind)
        if not is_held or view.lows[subject[0]] in RELATIVES:
            return None
        end = right_end(view, behind, self.last)
        if view.lows[subject[0] - 2] == ",":
            # "A crater, which residents say was left by a drone, is two metres wide."
            closes = (n for n in range(behind + 1, end - 1) if view.lows[n] == "," and may_be_finite(view, n + 1))
            end = next(closes, end)
        rest = trimmed(view, behind, end)
        return (*self.antecedent(subject), rest) if rest else None

    def antecedent(self, subject: Range) -> tuple[Range, ...]:
        """The thing before a relative clause in which somebody speaks of it: "The toll, which officials put at 19"."""
        end = subject[0] - 1
        end -= self.view.lows[end - 1] == ","
        thing = left_subject(self.view, end - 1, self.first)
        return (thing,) if thing else ()

    def _before(self, end: int, floor: int) -> Range | None:
        """What stands before a cue, without the conjunction that ties it to what was said before."""
        view = self.view
        start = left_start(view, end, max(self.first, floor))
        found = trimmed(view, start, end)
        if found and floor > self.first and view.lows[found[0]] in CONJUNCTIONS:
            found = trimmed(view, found[0] + 1, end)
        return found

    def _is_final(self, at: int) -> bool:
        """Whether nothing but time and occasion stands between a word and the end of its sentence."""
        behind = skip_adjuncts(self.view, at, self.last)
        return behind >= self.last or (self.view.lows[behind] in ENDS and self.view.quoted[behind] < 0)

    def _behind(self, at: int, verb: Verb, before: int) -> int | None:
        """The first word behind a cue that stands aside; None where what is said follows it at once."""
        view = self.view
        end = skip_adjuncts(view, behind_adverbs(view, at + 1, self.last), self.last)
        if end >= self.last or view.quoted[end] >= 0 or view.lows[end] in BREAKS or view.lows[end] in CONJUNCTIONS:
            return end
        if end > at + 1 and view.lows[end] == "that" and end + 1 < self.last and may_be_finite(view, end + 1):
            # "…, the office said in a statement that named nobody": of the statement.
            return next((n for n in range(end, self.last) if view.lows[n] in BREAKS), self.last)
        told = addressee_end(view, end, self.last) if verb.lemma == "tell" and end == at + 1 else end
        if told > end and told < self.last and view.lows[told] == "to":
            return None
        told = self._behind_place(skip_adjuncts(view, told, self.last))
        is_open = told < self.last and view.lows[told] not in BREAKS and view.quoted[told] < 0
        # Words that a comma closes inside their marks wait for this cue, whatever stands behind it.
        is_waiting = view.quoted[before] >= 0 and view.lows[before - 1] in (",", "?", "!")
        return None if (told == end or is_open) and not is_waiting else told

    def _behind_place(self, at: int) -> int:
        """Behind a few words of place or means that end the sentence: "told reporters in the capital."."""
        view = self.view
        if at >= self.last or view.lows[at] not in PREPOSITIONS or view.lows[at] == "of":
            return at
        for number in range(at, min(self.last, at + _PLACE)):
            if view.quoted[number] >= 0:
                return at
            if view.lows[number] in ENDS or view.lows[number] == ",":
                return number
        return at

    def _is_split(self, content: Range, end: int) -> bool:
        """Whether words that could set the scene are part of what is said.

        They are where nothing follows the cue ("Sorry, Kort said."), and where a comma does: then either the verb of
        their own subject comes, or the speech goes on.
        """
        view = self.view
        if view.lows[content[0]] in _ASKED:
            return False
        if end >= self.last or view.lows[end] in ENDS:
            return True
        if view.lows[end] != "," or end + 1 >= self.last:
            return False
        if view.quoted[end + 1] >= 0:
            return any(view.quoted[at] >= 0 for at in range(*content))
        head = view.lows[content[0]]
        named = view.names_of(content)
        is_noun = bool(head in DETERMINERS or head in PERSONAL or named)
        if view.lows[end + 1] == "that":
            return True
        return may_be_finite(view, end + 1) if is_noun else view.lows[end + 1] not in _OWN

    def _joined(self, content: Range, at: int) -> tuple[Range, ...]:
        """A second clause of what is said: "The board is split, officials said, and two directors have left"."""
        view = self.view
        is_tied = at + 3 < self.last and view.lows[at : at + 2] == (",", "and") and view.quoted[at + 2] < 0
        if not is_tied or any(view.quoted[n] >= 0 for n in range(*content)):
            return ()
        low = view.lows[at + 2]
        is_noun = view.is_capital(at + 2) or is_number(low) or low in DETERMINERS - POSSESSIVES
        ahead = range(at + 3, min(self.last, at + _SUBJECT))
        verb = next((n for n in ahead if view.lows[n] in BREAKS or may_be_finite(view, n)), -1)
        found = trimmed(view, at + 2, right_end(view, at + 2, self.last))
        is_clause = is_noun and verb > 0 and view.lows[verb] not in BREAKS
        return (found,) if found and is_clause else ()

    def _resumed(self, at: int, *, only_quoted: bool) -> tuple[Range, ...]:
        """What is said behind an aside cue: "…," he said, "…" and "The convoy, he said, turned back"."""
        view = self.view
        at = skip_adjuncts(view, at, self.last)
        while at < self.last and view.quoted[at] < 0 and view.lows[at] not in BREAKS:
            if view.lows[at] in CONJUNCTIONS or view.lows[at] in PERSONAL:
                return ()
            at += 1
        if at >= self.last:
            return ()
        if view.quoted[at] < 0:
            mark = view.lows[at]
            at += 1
            if at >= self.last or mark == ";" or (mark in ENDS and view.quoted[at] < 0):
                return ()
        if view.quoted[at] < 0 and (only_quoted or view.lows[at] in _OWN):
            return ()
        found = trimmed(view, at, right_end(view, at, self.last))
        return (found,) if found else ()
