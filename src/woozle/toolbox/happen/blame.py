"""Whom a sentence puts a deed down to beside its own subject, and how: claimed, suspected, by authorities, denied."""

from collections.abc import Iterator
from dataclasses import dataclass

from woozle.toolbox.happen.governors import ACCUSES, CHARGES, CLAIMS, CONFESSES, LAYS_TO
from woozle.toolbox.happen.roles import is_passive
from woozle.toolbox.happen.stages import is_negated
from woozle.toolbox.happen.tree import Tree
from woozle.toolbox.happen.words import AUTHORITIES, NOBODY

_DOUBTS = frozenset(
    "alleged allegedly suspected presumed presumably apparently possibly probably supposedly supposed purported "
    "reputed believed perhaps".split()
)
_LINKS = frozenset(("for", "of", "in", "with", "to"))
_FAR = 4


@dataclass(frozen=True, slots=True)
class Blame:
    """Whom a deed is put down to (a place in the sentence, or -1: whom the words do not name), and how."""

    actor: int
    confidence: str


def is_authority(tree: Tree, at: int) -> bool:
    """Whether somebody speaks by office."""
    first, last = tree.reach(at)
    return any(tree.lemmas[each] in AUTHORITIES for each in range(first, last) if each <= at + 4)


def doubted(tree: Tree, at: int, actors: list[int]) -> bool:
    """Whether the words for a deed or for who did it leave open that it was they."""
    marks = [tree.low[each] for each in tree.all(at, "advmod", "amod")]
    for actor in actors:
        marks += [tree.low[each] for each in tree.all(actor, "amod", "advmod")]
    head = tree.tokens[at].head
    if tree.tokens[at].relation == "xcomp" and head is not None:
        marks.append(tree.low[head])
    return any(mark in _DOUBTS for mark in marks)


def blames(tree: Tree, at: int) -> Iterator[Blame]:
    """Whom the words above a deed put it down to, nearest first."""
    here = at
    for _ in range(_FAR):
        head = tree.tokens[here].head
        if head is None:
            return
        found = _at(tree, here, head)
        if found:
            yield found
        elif tree.lemmas[head] in ACCUSES and tree.tokens[here].relation == "obj" and here != at:
            # "blamed the Front for the murder": the deed hangs on those who are blamed.
            yield Blame(here, _weight(tree, head))
            return
        is_other = tree.one(head, "nsubj") >= 0 and tree.tokens[here].relation in ("ccomp", "advcl", "parataxis")
        if found or is_other:
            return
        here = head


def _at(tree: Tree, here: int, head: int) -> Blame | None:
    """What one word that a deed hangs on says of who did it."""
    lemma, relation = tree.lemmas[head], tree.tokens[here].relation or ""
    if lemma == "responsibility" or (lemma == "credit" and relation == "nmod"):
        return responsibility(tree, head)
    if lemma == "responsible" and tree.preposition(here) == "for":
        return _responsible(tree, head)
    is_object = tree.preposition(here) in _LINKS or relation in ("advcl", "ccomp", "xcomp", "obj", "nsubj:pass")
    return _by_verb(tree, here, head) if tree.tokens[head].pos == "VERB" and is_object else None


def _by_verb(tree: Tree, here: int, verb: int) -> Blame | None:
    lemma, relation = tree.lemmas[verb], tree.tokens[here].relation or ""
    if lemma in LAYS_TO and relation in ("obj", "nsubj:pass", "nsubj"):
        near = tree.all(verb, "obl", "nmod", "obl:agent")
        to = next((each for each in near if tree.preposition(each) in ("to", "on")), -1)
        if to >= 0:
            return Blame(to, _weight(tree, verb))
    if lemma in ACCUSES or lemma in CHARGES:
        return _accused(tree, here, verb)
    if lemma in CONFESSES and relation != "nsubj:pass":
        who = tree.one(verb, "nsubj")
        is_own = relation != "ccomp" or _is_own(tree, here, who)
        return Blame(who, "claimed") if who >= 0 and is_own and tree.low[who] not in NOBODY else None
    return None


def _is_own(tree: Tree, deed: int, who: int) -> bool:
    """Whether somebody confesses to what they did themselves: "the rebels admitted they had killed him"."""
    doer = tree.one(deed, "nsubj")
    return doer < 0 or tree.low[doer] in ("they", "he", "she", "it", "we", "i") or tree.low[doer] == tree.low[who]


def responsibility(tree: Tree, noun: int) -> Blame | None:
    """Who takes responsibility: the noun hangs on the verb."""
    verb = tree.tokens[noun].head
    if verb is None:
        return None
    who = tree.one(verb, "nsubj")
    if is_passive(tree, verb):
        who = next((e for e in tree.all(verb, "obl:agent", "obl") if tree.preposition(e) == "by"), -1)
    if who >= 0 and (is_negated(tree, who) or tree.low[who] in ("nobody", "none")):
        return None
    if who >= 0 and tree.low[who] in NOBODY:
        who = -1
    if tree.lemmas[verb] == "deny" or is_negated(tree, verb):
        return Blame(who, "denied")
    if tree.lemmas[verb] in CLAIMS:
        return Blame(who, "claimed")
    return None


def _responsible(tree: Tree, adjective: int) -> Blame | None:
    who = tree.one(adjective, "nsubj")
    head = tree.tokens[adjective].head
    if who < 0 and tree.tokens[adjective].relation in ("amod", "acl", "acl:relcl") and head is not None:
        who = head
    if who < 0 or tree.low[who] in NOBODY:
        return None
    if is_negated(tree, adjective):
        return Blame(who, "denied")
    return Blame(who, "suspected")


def _accused(tree: Tree, deed: int, verb: int) -> Blame | None:
    who = tree.one(verb, "nsubj:pass") if is_passive(tree, verb) else tree.one(verb, "obj")
    head = tree.tokens[verb].head
    if who < 0 and tree.tokens[verb].relation in ("acl", "acl:relcl", "amod") and head is not None:
        who = head
    if who in (-1, deed) or tree.low[who] in NOBODY or is_negated(tree, verb):
        return None
    return Blame(who, "by_authorities" if tree.lemmas[verb] in CHARGES else _weight(tree, verb))


def _weight(tree: Tree, verb: int) -> str:
    """Whether those who accuse hold an office."""
    by = tree.one(verb, "nsubj")
    if is_passive(tree, verb):
        by = next((e for e in tree.all(verb, "obl:agent", "obl") if tree.preposition(e) == "by"), -1)
    return "by_authorities" if by >= 0 and is_authority(tree, by) else "suspected"
