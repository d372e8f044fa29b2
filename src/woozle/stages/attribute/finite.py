"""Whether a word may be a finite verb, by its form and its neighbours: no part of speech is known."""

from woozle.stages.attribute.grammar import AUXILIARIES, BE, HAVE, MODALS
from woozle.stages.attribute.verbs import Verb, verbs
from woozle.stages.attribute.view import View

#: Past forms of common verbs that do not end in -ed.
_PAST = frozenset(
    "went came took made got gave saw left held kept lost won fell rose ran led met met sent built broke shot hit cut "
    "put set sat stood spent paid sold bought brought taught caught fought became began grew knew threw flew drew wore "
    "tore swore drove rode wrote spoke stole froze chose hid bit slept felt dealt meant sank rang drank stuck "
    "struck hung "
    "goes comes takes makes gets gives sees leaves holds keeps loses wins falls rises runs leads meets sends "
    "needs wants "
    "remains continues remain needed works lives means stands sits carries takes faces plans seems looks".split()
)
#: Adjectives behind which a form in -s is a noun.
_ADJECTIVES = frozenset(
    "former new recent past previous earlier latest own such other more many several further public early false "
    "repeated serious official final joint foreign local national special secret internal".split()
)


#: Verbs whose form in -s is no noun: "warns of cracks".
_NO_NOUN = frozenset(("say", "warn"))


def may_be_finite(view: View, number: int) -> bool:
    """Whether a word is an auxiliary or has the form of a finite verb."""
    tag = view.tags[number]
    if tag:
        return tag == "FIN"
    return view.lows[number] in AUXILIARIES or looks_finite(view, number)


def looks_finite(view: View, number: int) -> bool:
    """Whether a word has the form of a finite full verb."""
    low = view.lows[number]
    if view.is_capital(number) or len(low) < 3:
        return False
    verb = verbs().get(low)
    if verb and verb.is_finite:
        return True
    return low.endswith("ed") or low in _PAST


def is_plural_noun(view: View, at: int, verb: Verb, before: int, last: int) -> bool:
    """Whether a form in -s is a noun: "a log of outgoing calls proved", "a former signals officer".

    Args:
        view: the text.
        at: the word.
        verb: what it is, if it is a verb.
        before: number of the word before it, adverbs aside; -1 where it opens its sentence.
        last: number of the word behind the sentence.
    """
    low = view.lows[before] if before >= 0 else ""
    if low in _ADJECTIVES or (low.endswith("ing") and len(low) > 5 and not view.is_capital(before)):
        return True
    if low.endswith(("'s", "s'")):
        return True
    behind = at + 1
    if verb.lemma in _NO_NOUN or behind >= last or view.quoted[behind] >= 0:
        return False
    return view.lows[behind] in BE | HAVE | MODALS | {"of"} or looks_finite(view, behind)
