"""Finds the noun phrase that speaks: to the left of a verb, or behind it (", said X")."""

from woozle.stages.attribute.finite import may_be_finite
from woozle.stages.attribute.grammar import (
    ADVERBS,
    AUXILIARIES,
    BREAKS,
    CONJUNCTIONS,
    DASHES,
    DETERMINERS,
    OPENERS,
    PERSONAL,
    PREPOSITIONS,
    QUOTE_MARKS,
    RELATIVES,
    STOPS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    TIME_NOUNS,
    is_adverb,
)
from woozle.stages.attribute.verbs import shapes_of, verbs
from woozle.stages.attribute.view import Range, View
from woozle.toolbox.nlp.lexicon.titles import ROLES

_LONGEST = 30
_LONGEST_ASIDE = 45
#: What an apposition or a relative clause between a name and its verb begins with.
_ASIDE_HEADS = frozenset(
    "who which whose known called nicknamed a an the then now one himself herself itself formerly both his her "
    "its".split()
)
#: Words that open a phrase before the subject of a sentence.
_SCENES = frozenset("early late asked pressed when as while if although though since because".split())
#: Verbs behind which another's clause begins: "who said the fighting would go on".
_TELLING = frozenset("said says told wrote claimed argued insisted warned added believed thought".split())
#: Forms in the present behind which another's clause begins, and which are no nouns.
_SAYING = frozenset("say says insist insists believe believes argue argues think thinks maintain maintains".split())
#: Prepositions that a noun phrase may begin with: "about forty men".
_INNER = frozenset("of about over near among around".split())
_KEPT_PREPOSITIONS = frozenset("of for from with".split())
#: What a noun phrase most surely begins with, and what may stand before it inside another one.
_OPENING = frozenset("the a an his her its their my our your".split())
_NO_NOUN = (
    PREPOSITIONS
    | CONJUNCTIONS
    | AUXILIARIES
    | SUBORDINATORS
    | RELATIVES
    | frozenset("all both half such what quite many not than like unlike".split())
)


def _is_wall(view: View, number: int) -> bool:
    low = view.lows[number]
    if view.quoted[number] >= 0 and view.is_nickname(view.quoted[number]):
        return False
    return low in BREAKS or view.quoted[number] >= 0 or low in QUOTE_MARKS


def _is_relative_near(view: View, number: int, first: int) -> bool:
    """Whether an auxiliary stands in a relative clause: "a man who was there said"."""
    for back in range(number - 1, max(first, number - 5) - 1, -1):
        if _is_wall(view, back):
            return False
        if view.lows[back] in ("who", "which", "that") and back > first:
            return True
    return False


def _is_joint(view: View, number: int, first: int) -> bool:
    """Whether "and" joins two names or noun phrases, not two clauses."""
    back = number - 1
    while back >= first and not _is_wall(view, back) and view.lows[back] not in SUBORDINATORS and number - back <= 7:
        low = view.lows[back]
        if low in AUXILIARIES or low in PERSONAL or low.endswith("ed") or "past" in shapes_of(low):
            return False
        back -= 1
    return number - back <= 7 and number - back > 1


def _is_stop(view: View, number: int, first: int) -> bool:
    low = view.lows[number]
    if _is_wall(view, number):
        return True
    if low in CONJUNCTIONS:
        return not (low == "and" and _is_joint(view, number, first))
    if low in ("who", "which", "whose"):
        return number == first or view.lows[number - 1] in PREPOSITIONS
    if low == "that" and number > first and view.lows[number - 1].isalpha() and view.lows[number - 1] not in verbs():
        return not may_be_finite(view, number + 1)
    if low in AUXILIARIES or (low in _SAYING and number > first):
        return not _is_relative_near(view, number, first)
    if low in SUBORDINATORS and low not in ("who", "which"):
        return low not in ("before", "after", "since") or view.lows[number - 1] in BREAKS or number == first
    if "past" not in shapes_of(low) or low in ("read", "put"):
        return False
    return low in _TELLING or not _is_relative_near(view, number, first)


def _trimmed(view: View, start: int, end: int) -> Range | None:
    """A noun phrase without the words that open its sentence."""
    while start < end:
        low = view.lows[start]
        if (
            low in OPENERS
            or (is_adverb(low) and low not in SUBJECT_PRONOUNS and low not in ADVERBS)
            or (low in TIME_NOUNS and start + 1 < end and not low.startswith(("may", "march")))
        ):
            start += 1
        elif low in PREPOSITIONS and (low not in _INNER or view.lows[start - 1 : start] == ("as",)):
            start = _behind_preposition(view, start, end)
        else:
            break
    is_bare = end - start == 1 and view.lows[start] in ("the", "a", "an")
    return (start, end) if start < end and not is_bare else None


def _behind_preposition(view: View, start: int, end: int) -> int:
    """Where the subject begins after "In 2015", "On Monday" and the like without a comma."""
    at = start + 1
    while at < end and (
        view.lows[at] in TIME_NOUNS or view.lows[at][0].isdigit() or view.lows[at] in ("the", "last", "this")
    ):
        at += 1
    if at < end and at > start + 1 and view.lows[at - 1] not in ("the", "this"):
        return at
    for back in range(end - 1, start, -1):
        if view.lows[back] in DETERMINERS or view.lows[back] in PERSONAL:
            return back
        if view.is_capital(back) and not view.is_capital(back - 1):
            return back
    return end


def left_subject(view: View, last: int, first: int) -> Range | None:
    """The noun phrase that ends with a word, with its apposition where one stands before the verb.

    Args:
        view: the text.
        last: number of the last word before the verb and its auxiliaries.
        first: number of the first word of the sentence.

    Returns:
        a stretch of words, or None where no subject stands there.
    """
    if last < first or view.quoted[last] >= 0:
        return None
    low = view.lows[last]
    if low == "," or low in DASHES or low == ")":
        return _before_aside(view, last, first)
    if low in BREAKS or low in CONJUNCTIONS or (low in SUBORDINATORS and low not in RELATIVES) or low in AUXILIARIES:
        return None
    if low in PERSONAL or low in ("who", "which"):
        return last, last + 1
    start = last
    if low == "that":
        return (last, last + 1) if last > first and view.lows[last - 1] not in BREAKS else None
    while start > first and last - start < _LONGEST and not _is_stop(view, start - 1, first):
        start -= 1
        if _is_told(view, start, first):
            break
    return _trimmed(view, _behind_relative(view, start, last), last + 1)


def _is_told(view: View, number: int, first: int) -> bool:
    """Whether a noun phrase begins right behind another: "told the inquiry | her deputy had warned"."""
    before = number - 1
    if view.lows[number] not in _OPENING or before < first or not view.lows[before].isalpha():
        return False
    is_noun = not (view.lows[before] in _NO_NOUN or is_adverb(view.lows[before]) or view.lows[before] in TIME_NOUNS)
    return is_noun and not may_be_finite(view, before) and view.lows[before] not in verbs()


def _behind_relative(view: View, start: int, last: int) -> int:
    """Behind a "which" that is what the subject speaks of: "the footbridge, which the engineer once called"."""
    is_object = view.lows[start] in ("which", "whom", "that") and start < last
    behind = start + 1
    if not is_object:
        return start
    is_subject = view.lows[behind] in _OPENING or view.lows[behind] in PERSONAL or view.is_capital(behind)
    # "the toll, which officials had put at 19", not "asked which officials had gone"
    is_closed = start > 0 and view.lows[start - 1] == ","
    return behind if is_subject or (is_closed and view.lows[last].endswith("s")) else start


def _before_aside(view: View, close: int, first: int) -> Range | None:
    """The noun phrase before an aside that closes at a mark: "Ohm, who replaced Kort, said"."""
    if view.lows[close] == "," and close > first and view.lows[close - 1] == ")":
        close -= 1
    pair = {")": ("(",), ",": (",",)}.get(view.lows[close], tuple(DASHES))
    for opening in range(close - 2, max(first, close - _LONGEST_ASIDE), -1):
        if view.quoted[opening] >= 0 or (view.lows[opening] in ENDS_OF_SEARCH and view.lows[opening] not in pair):
            return None
        if view.lows[opening] not in pair:
            continue
        head = left_subject(view, opening - 1, first)
        if head and not (pair == (",",) and _is_link(view, head, first)):
            return _around_aside(view, head, opening, close)
        if head is None:
            return None
    return None


def _is_link(view: View, head: Range, first: int) -> bool:
    """Whether words between two commas are themselves an aside: the age in "Ohm, 55, of Kort, said"."""
    is_noun = view.is_capital(head[0]) or view.lows[head[0]] in DETERMINERS
    return not is_noun and head[0] - 1 > first and view.lows[head[0] - 1] == ","


def _around_aside(view: View, head: Range, opening: int, close: int) -> Range | None:
    """The head with its aside where that is an apposition, the head alone where it tells when or how."""
    after = view.lows[opening + 1]
    if "to" in view.lows[slice(*head)] and "past" in shapes_of(after):
        # "urged members to stay home, asked whether": the words between the commas are no aside.
        return None
    if head[1] - head[0] > 12 or view.lows[head[0]] in PREPOSITIONS:
        return None
    if after in _ASIDE_HEADS or after[0].isdigit() or view.is_capital(opening + 1) or after == "of":
        # A closing bracket belongs to the name; a comma does not.
        return head[0], close + (view.lows[close] == ")")
    return None if after in CONJUNCTIONS or after in PERSONAL else head


ENDS_OF_SEARCH = STOPS | frozenset(("(",))


def right_subject(view: View, start: int, last: int) -> Range | None:
    """The noun phrase that begins with a word, as behind an inverted verb.

    Args:
        view: the text.
        start: number of the word behind the verb.
        last: number of the word behind the sentence.
    """
    if start >= last or _is_wall(view, start):
        return None
    low = view.lows[start]
    if low in PERSONAL:
        return start, start + 1
    if low in PREPOSITIONS or low in SUBORDINATORS or low in OBJECT_FORMS or low in AUXILIARIES or low in CONJUNCTIONS:
        return None
    if not (
        view.is_capital(start) or low in DETERMINERS or low in SUBJECT_PRONOUNS or low.endswith("s") or low[0].isdigit()
    ):
        ahead = range(start + 1, min(last, start + 5))
        named = next((at for at in ahead if view.is_capital(at) or _is_wall(view, at)), None)
        is_titled = named is not None and not _is_wall(view, named)
        if not is_titled and not (start + 1 < last and view.lows[start + 1] in _KEPT_PREPOSITIONS):
            return None
    end = start + 1
    while end < last and end - start < 20 and (not _ends_right(view, end, last) or _is_called(view, start, end)):
        end += 1
    return start, _with_apposition(view, start, end, last)


def _is_called(view: View, start: int, number: int) -> bool:
    """Whether a preposition leads to somebody's other name: "a broker known on the docks as “the Clerk”"."""
    return view.lows[number] in ("as", "on", "in", "to") and "known" in view.lows[max(start, number - 4) : number]


OBJECT_FORMS = frozenset("him her them us me to not".split()) - {"her"}


def _ends_right(view: View, number: int, last: int) -> bool:
    low = view.lows[number]
    if _is_wall(view, number) or low in SUBORDINATORS or low in RELATIVES or low in AUXILIARIES:
        return True
    if low in CONJUNCTIONS:
        return not (low == "and" and number + 1 < last and view.is_capital(number + 1))
    if low in PREPOSITIONS:
        return low not in _KEPT_PREPOSITIONS
    return (
        low in PERSONAL
        or low in TIME_NOUNS
        or (is_adverb(low) and not view.is_capital(number))
        or (low.endswith("ing") and not view.is_capital(number))
    )


def _name_behind(view: View, start: int, end: int, last: int) -> int | None:
    """The end of the name that says who a noun phrase means: "asked the prosecutor, Yuki Hatanaka, …"."""
    if view.lows[start] not in _OPENING:
        return None
    at = view.starts[end + 1]
    names = [name for name in view.names_in(at, view.ends[min(last - 1, end + _LONGEST)]) if name.span.start == at]
    if not names or names[0].kind != "person":
        return None
    behind = view.number_at(names[0].span.end - 1) + 1
    is_closed = behind >= last or _is_wall(view, behind)
    return behind if is_closed else None


def _with_apposition(view: View, start: int, end: int, last: int) -> int:
    """The end of a noun phrase with the apposition behind its comma, if one stands there."""
    if end + 1 >= last or view.lows[end] != "," or view.quoted[end + 1] >= 0:
        return end
    after = view.lows[end + 1]
    named = _name_behind(view, start, end, last)
    if named:
        return named
    if not (after in ("a", "an", "the", "of") or after[0].isdigit()):
        return end
    at = end + 1
    while at < last and view.lows[at] not in STOPS and view.lows[at] != "," and view.quoted[at] < 0:
        if view.lows[at] in AUXILIARIES or view.lows[at] in PERSONAL:
            return end
        at += 1
    if after[0].isdigit() and at == end + 2:
        return _with_apposition(view, start, at, last) if at + 1 < last else at
    return at


#: Words behind "the bloc's" up to the verb, at most.
_OWNED = 6


def opening_subject(view: View, first: int, last: int) -> Range | None:
    """Who a sentence begins with: a pronoun, a name, or "the" and what follows, up to the first verb-like word."""
    at = first
    while at < last and (view.lows[at] in OPENERS or _is_wall(view, at)) and view.quoted[at] < 0:
        at += 1
    if at < last and (view.lows[at] in PREPOSITIONS or view.lows[at] in _SCENES or view.lows[at].endswith("ing")):
        comma = next((number for number in range(at, min(last, at + 15)) if view.lows[number] == ","), last)
        at = comma + 1
    if at >= last or view.quoted[at] >= 0:
        return None
    if view.lows[at] in PERSONAL:
        return at, at + 1
    end = at
    while (
        end < last
        and end - at < 10
        and not _is_wall(view, end)
        and (view.is_capital(end) or view.lows[end] in DETERMINERS or view.lows[end] in ("of", "for"))
    ):
        end += 1
    is_open = end > at and (not view.is_capital(end - 1) or view.lows[end - 1] in DETERMINERS)
    if is_open and end < last and not _is_wall(view, end):
        end += 1
    if end > at and view.lows[end - 1].endswith(("'s", "s'")):
        # "The bloc's foreign policy chief was cautious": whoever is theirs, up to the verb.
        ahead = range(end, min(last, end + _OWNED))
        stop = next((n for n in ahead if may_be_finite(view, n) or not view.lows[n].isalpha()), -1)
        end = stop if stop > 0 and may_be_finite(view, stop) and view.lows[stop - 1] in ROLES else end
    is_named = any(view.is_capital(number) and view.lows[number] not in DETERMINERS for number in range(at, end))
    return (at, end) if is_named or end - at > 1 else None
