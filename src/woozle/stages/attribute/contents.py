"""Finds how far what is said reaches: from behind a cue to the right, or back to the left of it."""

from woozle.stages.attribute.finite import may_be_finite
from woozle.stages.attribute.grammar import (
    ADVERBS,
    AUXILIARIES,
    BREAKS,
    CONJUNCTIONS,
    DASHES,
    DAYS,
    DETERMINERS,
    MONTHS,
    OBJECT_PRONOUNS,
    OCCASIONS,
    PERSONAL,
    PREPOSITIONS,
    QUOTE_MARKS,
    STOPS,
    SUBORDINATORS,
    TIME_NOUNS,
    is_adverb,
    is_number,
    is_plural,
)
from woozle.stages.attribute.leaving import gives_way
from woozle.stages.attribute.verbs import verbs
from woozle.stages.attribute.view import Range, View

#: Words that one content has at most outside of quotations.
_LONGEST = 600
_ADJUNCT_HEADS = frozenset(
    "in on at during to after before from via through over as by with of last this late early".split()
)
#: Participles that open a cue of their own behind a comma.
TURNS = frozenset(
    "adding saying noting arguing citing calling claiming insisting telling warning suggesting declaring urging "
    "stressing "
    "accusing predicting promising vowing pointing referring explaining describing criticizing blaming denying "
    "acknowledging asking demanding alleging writing tweeting stating quoting".split()
)
#: How words came to others: "in remarks carried by state radio".
_CARRIED = frozenset("carried aired published broadcast posted shared released seen obtained given relayed".split())
#: Words of an outer speaker with the cue, at most.
_OUTER_NAME = 8
#: Words from "to" to what somebody is told, at most.
_TOLD = 9
_OWNED = frozenset("his her its their".split())
#: What an apposition or a relative clause begins with.
_APPOSED = frozenset("a an the who whose which one now then".split())
_OPENS = frozenset("that to whether how why what about not if".split())
_PLACED = frozenset("in on at last this of".split())
_SETTING = frozenset("an a interview statement".split())


def skip_adjuncts(view: View, start: int, last: int) -> int:
    """The first word behind the time, place and occasion that follow a verb of speech: "on Monday in a statement"."""
    at = start
    while at < last:
        moved = _skip_one(view, at, last)
        if moved == at:
            return at
        at = moved
    return at


def _skip_one(view: View, at: int, last: int) -> int:
    low = view.lows[at]
    if low in DAYS or low in ("recently", "publicly", "bluntly", "flatly", "simply", "also", "there", "back", "again"):
        return at + 1
    if low.endswith("ly") and low != "only" and is_adverb(low):
        return at + 1
    if (
        low in ("last", "this", "earlier", "late", "early")
        and at + 1 < last
        and view.lows[at + 1] in TIME_NOUNS | {"in", "this", "on"}
    ):
        return at + 2 if view.lows[at + 1] in TIME_NOUNS else at + 1
    if low == "to":
        return _skip_addressee(view, at, last)
    if low not in _ADJUNCT_HEADS or low in ("to", "by", "with", "of"):
        return at
    return _skip_phrase(view, at, last)


def _skip_addressee(view: View, at: int, last: int) -> int:
    """Behind "to" and whoever is told, where what is said follows: "admitted to the Post that"; else where it began."""
    if at + 2 > last or at + 1 >= len(view.lows):
        return at
    low = view.lows[at + 1]
    if low in ("reporters", "journalists", "supporters", "cheers", "applause"):
        return at + 2
    if not (view.is_capital(at + 1) or low in DETERMINERS or low in OBJECT_PRONOUNS):
        return at
    for number in range(at + 2, min(last, at + _TOLD)):
        if view.lows[number] == "that":
            return number
        if view.quoted[number] >= 0 or view.lows[number] in BREAKS or may_be_finite(view, number):
            return at
    return at


def _skip_phrase(view: View, at: int, last: int) -> int:
    """Behind a prepositional phrase, if it is one of time or occasion; else where it began."""
    end = at + 1
    is_occasion = False
    while end < last and end - at < 14 and view.lows[end] not in BREAKS and view.quoted[end] < 0:
        low = view.lows[end]
        if (
            low in ("that", "whether")
            or low in PERSONAL
            or (is_occasion and low in DETERMINERS and view.lows[end - 1] not in PREPOSITIONS)
        ):
            break
        if low in AUXILIARIES:
            return at
        if low in OCCASIONS or low in TIME_NOUNS or (low[0].isdigit() and len(low) == 4):
            is_occasion = True
        elif (
            is_occasion
            and low not in _ADJUNCT_HEADS
            and low not in PREPOSITIONS
            and view.lows[end - 1] in OCCASIONS | TIME_NOUNS
            and not low[0].isdigit()
            and low not in _CARRIED
            and not (view.is_capital(end) and view.is_capital(end - 1))
        ):
            break
        end += 1
    return end if is_occasion else at


def addressee_end(view: View, start: int, last: int) -> int:
    """The first word behind the one who is told: "reporters", "the BBC", "a crowd in Kort"."""
    if start >= last:
        return start
    if view.lows[start] in OBJECT_PRONOUNS:
        return start + 1
    if view.lows[start] in PREPOSITIONS:
        return start
    return _opener_ahead(view, start, last) or _noun_end(view, start, last)


def _noun_end(view: View, start: int, last: int) -> int:
    end = start
    if view.lows[start] in DETERMINERS:
        end += 1
        while end < last and end - start < 6 and not _opens_clause(view, end) and not _is_second(view, start, end):
            end += 1
        return end
    while end < last and view.is_capital(end) and (end == start or view.lows[end] not in PERSONAL):
        end += 1
    while end < last and (view.lows[end] in _PLACED or view.lows[end] in TIME_NOUNS):
        end += 1
        while end < last and (view.is_capital(end) or view.lows[end] in TIME_NOUNS or view.lows[end] in _SETTING):
            end += 1
    return max(end, start + 1)


def _is_second(view: View, start: int, number: int) -> bool:
    """Whether another noun phrase begins behind the one who is told: "told the inquiry | her deputy had …"."""
    is_noun = number > start + 1 and view.lows[number - 1].isalpha() and view.lows[number - 1] not in PREPOSITIONS
    return is_noun and view.lows[number] in ("the", "his", "her", "its", "their", "a", "an", "my", "our")


def _opener_ahead(view: View, start: int, last: int) -> int:
    """The first word of what an addressee is told, where a word says that it begins; 0 where none does."""
    for at in range(start, min(last, start + 14)):
        if view.lows[at] in PERSONAL and at > start + 1 and view.lows[at - 1] not in CONJUNCTIONS:
            # "told the crowd he had never been to the mill": what is told begins with its own subject.
            return at
        if view.lows[at] in _OPENS and at > start:
            # "warned of cracks and that the mill …": a second clause, no addressee.
            return 0 if view.lows[at - 1] in ("and", "or", "but") else at
        if at > start + 1 and view.lows[at] in _OWNED and view.lows[at - 1] not in PREPOSITIONS | {"and", "or"}:
            # "told the inquiry her deputy had warned …": somebody else begins here.
            return at
        if view.lows[at] in BREAKS or view.quoted[at] >= 0:
            return 0
    return 0


def _opens_clause(view: View, number: int) -> bool:
    low = view.lows[number]
    return (
        low in PERSONAL
        or low in BREAKS
        or view.quoted[number] >= 0
        or low in SUBORDINATORS
        or (low in DETERMINERS and view.lows[number - 1] not in PREPOSITIONS)
        or low == "to"
    )


def _is_finite_cue(view: View, number: int) -> bool:
    verb = verbs().get(view.lows[number])
    return verb is not None and verb.is_finite and view.quoted[number] < 0


def _is_bare_cue(view: View, number: int) -> bool:
    """Whether a verb in its bare form has several for its subject: "analysts say"."""
    low, verb = view.lows[number - 1], verbs().get(view.lows[number])
    are_many = low == "police" or is_plural(low)
    return are_many and verb is not None and "base" in verb.shapes and view.quoted[number] < 0


def _speech_ahead(view: View, start: int, last: int) -> bool:
    """Whether a new subject with a verb of speech of its own begins here: "and the mayor said"."""
    for at in range(start, min(last, start + 9)):
        low = view.lows[at]
        if view.quoted[at] >= 0 or low in BREAKS or low in SUBORDINATORS:
            return False
        verb = verbs().get(low)
        if at > start and verb and "q" in verb.frames and (verb.is_finite or _is_bare_cue(view, at)):
            return True
    return False


def _turns(view: View, at: int, last: int) -> bool:
    """Whether what is said ends before a comma or a conjunction."""
    low, nxt = view.lows[at], at + 1
    if nxt >= last:
        return False
    if low == ",":
        turned = _turns_at_comma(view, at, last)
        if turned is not None:
            return turned
        nxt += view.lows[nxt] in ("and", "but")
    while nxt < last and is_adverb(view.lows[nxt]):
        nxt += 1
    if nxt < last and view.lows[nxt] in ("has", "have", "had") and nxt + 1 < last:
        nxt += 1
    if nxt >= last or not _is_finite_cue(view, nxt):
        return low == "and" and _speech_ahead(view, at + 1, last)
    return True


def _turns_at_comma(view: View, at: int, last: int) -> bool | None:
    """Whether what is said ends at a comma, by the word behind it; None where that does not tell."""
    nxt = at + 1
    after = view.lows[nxt]
    if _is_last_cue(view, nxt, last):
        return True
    if after in PERSONAL and nxt + 1 < last and _is_finite_cue(view, nxt + 1) and _is_asked(view, at):
        return True
    is_new = after in ("and", "but", "while") and _speech_ahead(view, nxt + 1, last)
    if after in TURNS or after == "according" or is_new:
        return view.lows[at - 1] != "that" and not _closes(view, nxt, last)
    return None


def _is_last_cue(view: View, at: int, last: int) -> bool:
    """Whether an outer speaker closes the sentence: "has told friends he will go, the radio reports."."""
    is_named = view.is_capital(at) or view.lows[at] in DETERMINERS or view.lows[at] in PERSONAL
    is_line = view.lows[last - 1] not in STOPS
    if not is_named and not is_line and view.tags[at] != "ADJ" and not _is_bare_cue(view, min(at + 1, last - 1)):
        return False
    for number in range(at, min(last, at + _OUTER_NAME)):
        is_other = view.lows[number] in AUXILIARIES - {"has", "have", "had"}
        if view.quoted[number] >= 0 or view.lows[number] in BREAKS or is_other:
            return False
        verb = verbs().get(view.lows[number])
        is_said = verb is not None and ("q" in verb.frames or verb.lemma in ("find", "show", "reveal"))
        if number > at and is_said and (_is_finite_cue(view, number) or _is_bare_cue(view, number)):
            behind = skip_adjuncts(view, number + 1, last)
            return behind >= last or (view.lows[behind] == "." and view.quoted[behind] < 0)
    return False


def _is_asked(view: View, at: int) -> bool:
    """Whether a sentence opens with what somebody was asked, before its main clause: "Asked about it, he said"."""
    first = view.flows[max(0, view.flow_at(at))].first
    return view.lows[first] in ("asked", "pressed", "questioned", "speaking", "when", "while", "as")


def _lacks_verb(view: View, start: int, at: int) -> bool:
    """Whether a clause waits for its verb: "that the deputy, citing a post," or "the suspect, a locksmith," told."""
    if view.lows[at] != ",":
        return False
    opening = next((number for number in range(start, at) if view.lows[number] == ","), at)
    is_aside = opening < at and view.lows[opening + 1] in _APPOSED
    if view.lows[start] != "that" and not is_aside:
        return False
    return opening < at and not any(may_be_finite(view, number) for number in range(start + 1, opening))


def _closes(view: View, at: int, last: int) -> bool:
    """Whether a cue behind a comma is an aside in what is said: "that Rau, citing a post, said"."""
    for number in range(at + 1, min(last - 1, at + 15)):
        if view.quoted[number] >= 0:
            return False
        if view.lows[number] == ",":
            return _is_finite_cue(view, number + 1)
    return False


def right_end(view: View, start: int, last: int) -> int:
    """Number of the first word behind a content that begins at a word and runs to the right.

    It ends with the sentence, before a semicolon, and before a comma or conjunction behind which another cue follows.
    """
    at = start
    last = min(last, start + _LONGEST)
    while at < last:
        if view.quoted[at] >= 0:
            at = view.quote_end(at)
            if at < last and view.lows[at] in TURNS and view.lows[at - 2] in (",", "."):
                break
            continue
        low = view.lows[at]
        if low == ";" or (low in DASHES and low != "-"):
            break
        if low in (",", "and", "but") and at > start and _turns(view, at, last) and not _lacks_verb(view, start, at):
            break
        if at > start and gives_way(view, start, at, last):
            break
        at += 1
    return trim_end(view, start, min(at, last))


def trim_end(view: View, start: int, end: int) -> int:
    """Without the marks that end a sentence or a clause; closing quotation marks stay."""
    while (
        end > start and view.quoted[end - 1] < 0 and (view.lows[end - 1] in BREAKS or view.lows[end - 1] in QUOTE_MARKS)
    ):
        end -= 1
    return end


def trim_start(view: View, start: int, end: int) -> int:
    """Without the marks before a content."""
    while start < end and view.quoted[start] < 0 and view.lows[start] in BREAKS:
        start += 1
    return start


def trimmed(view: View, start: int, end: int) -> Range | None:
    """A stretch without marks on its edges; None where nothing is left."""
    start = trim_start(view, start, end)
    end = trim_end(view, start, end)
    return (start, end) if start < end else None


#: What a newsroom sets before a headline.
_LABELS = frozenset("live exclusive breaking update watch video photos analysis opinion".split())


def left_start(view: View, end: int, first: int) -> int:
    """Where a content begins that ends before an aside cue: at the sentence's start, or behind a semicolon."""
    at = end
    first = max(first, end - _LONGEST)
    while at > first:
        is_label = view.lows[at - 1] == ":" and at - 2 == first and view.lows[first] in _LABELS
        if view.quoted[at - 1] < 0 and (is_label or view.lows[at - 1] in (";", "*", "•", "|")):
            break
        at -= 1
    return at


def is_fronted(view: View, start: int, end: int) -> bool:
    """Whether the words before a comma only set the scene: "On Tuesday", "In a statement", "Asked about it"."""
    if end <= start:
        return True
    if any(view.quoted[at] >= 0 for at in range(start, end)):
        return False
    head = view.lows[start]
    words = view.lows[start:end]
    if head in ("and", "but") and end - start > 1:
        return is_fronted(view, start + 1, end)
    if (
        head in PREPOSITIONS
        or head in SUBORDINATORS
        or head in DAYS
        or head in MONTHS
        or is_adverb(head)
        or head in ADVERBS
    ):
        return True
    if head in (
        "asked",
        "speaking",
        "pressed",
        "citing",
        "according",
        "earlier",
        "when",
        "meanwhile",
        "still",
        "yes",
        "no",
        "so",
    ):
        return True
    if any(map(is_number, words)):
        return False
    return head.endswith("ing") or (end - start <= 3 and not any(word in AUXILIARIES for word in words))
