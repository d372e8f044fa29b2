"""Whom a sentence puts a deed down to beside its own subject, and how: claimed, suspected, by authorities, denied."""

from collections.abc import Iterator
from dataclasses import dataclass

from woozle.toolbox.happen.governors import ACCUSES, CHARGES, CLAIMS, CONFESSES, HOLDS, LAYS_TO, PARTAKES, SUPPOSES
from woozle.toolbox.happen.roles import is_passive, verb_roles, whom_meant
from woozle.toolbox.happen.stages import is_negated
from woozle.toolbox.happen.tree import Tree
from woozle.toolbox.happen.words import AUTHORITIES, NOBODY, PAPERS

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


def supposed(tree: Tree, at: int) -> str | None:
    """How those weigh who only believe what is told of a deed: "police suspect that rebels did it"; None for none."""
    here = at
    for _ in range(_FAR):
        head, relation = tree.tokens[here].head, tree.tokens[here].relation
        if head is None or relation not in ("ccomp", "csubj", "csubj:pass", "conj", "xcomp", "parataxis", "acl"):
            return None
        if tree.lemmas[head] in SUPPOSES and relation != "conj":
            return _weight(tree, head)
        here = head
    return None


def blames(tree: Tree, at: int) -> Iterator[Blame]:
    """Whom the words around a deed put it down to, nearest first."""
    yield from _beside(tree, at)
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


def _beside(tree: Tree, at: int) -> Iterator[Blame]:
    """Who did it, by what hangs on the deed's own word: "the attack, attributed to X", "X was behind the attack"."""
    for each in tree.all(at, "acl", "acl:relcl"):
        to = _laid_to(tree, each) if tree.lemmas[each] in LAYS_TO else -1
        if to >= 0 and not is_negated(tree, each):
            yield Blame(to, _weight(tree, each))
    who = tree.one(at, "nsubj")
    if tree.preposition(at) == "behind" and who >= 0 and tree.low[who] not in NOBODY:
        yield Blame(who, "denied" if is_negated(tree, at) else supposed(tree, at) or "fact")


def _laid_to(tree: Tree, verb: int, deed: int = -1) -> int:
    """Whom a verb of blaming lays a deed to: behind "to" or "on"; -1 for nobody."""
    near = [*tree.all(verb, "obl", "nmod", "obl:agent"), *(tree.all(deed, "nmod") if deed >= 0 else ())]
    return next((each for each in near if tree.preposition(each) in ("to", "on")), -1)


def _at(tree: Tree, here: int, head: int) -> Blame | None:
    """What one word that a deed hangs on says of who did it."""
    lemma, relation = tree.lemmas[head], tree.tokens[here].relation or ""
    if lemma == "responsibility" or (lemma == "credit" and relation == "nmod"):
        return responsibility(tree, head)
    taken = next((each for each in tree.all(head, "obj") if tree.lemmas[each] in ("responsibility", "credit")), -1)
    if taken >= 0 and tree.preposition(here) == "for":
        return responsibility(tree, taken)
    if lemma == "responsible" and tree.preposition(here) == "for":
        return _responsible(tree, head)
    if lemma == "work" and relation == "nsubj":
        who = next((each for each in tree.all(head, "nmod") if tree.preposition(each) == "of"), -1)
        return None if who < 0 else Blame(who, "denied" if is_negated(tree, head) else supposed(tree, head) or "fact")
    if lemma in PARTAKES or (lemma == "take" and any(tree.low[each] == "part" for each in tree.all(head, "obj"))):
        return _partakes(tree, here, head)
    if lemma in HOLDS and tree.preposition(here) in ("for", "over"):
        return _held(tree, head)
    above = tree.tokens[head].head
    if lemma == "connection" and tree.preposition(here) == "with" and above is not None and tree.lemmas[above] in HOLDS:
        return _held(tree, above)
    is_object = tree.preposition(here) in _LINKS or relation in ("advcl", "ccomp", "xcomp", "obj", "nsubj:pass")
    return _by_verb(tree, here, head) if tree.tokens[head].pos == "VERB" and is_object else None


def _by_verb(tree: Tree, here: int, verb: int) -> Blame | None:
    lemma, relation = tree.lemmas[verb], tree.tokens[here].relation or ""
    if lemma in LAYS_TO and relation in ("obj", "nsubj:pass", "nsubj"):
        to = _laid_to(tree, verb, here)
        if to >= 0 and not is_negated(tree, verb):
            return Blame(to, _weight(tree, verb))
    if lemma in ACCUSES or lemma in CHARGES:
        return _accused(tree, here, verb)
    if lemma in CONFESSES and relation != "nsubj:pass":
        who = tree.one(verb, "nsubj")
        is_own = relation != "ccomp" or _is_own(tree, here, who)
        return Blame(who, "claimed") if who >= 0 and is_own and tree.low[who] not in NOBODY else None
    return None


def _held(tree: Tree, verb: int) -> Blame | None:
    """Who is held for a deed: authorities suspect them of it."""
    who = verb_roles(tree, verb)[1]
    return Blame(who[0], "by_authorities") if who and not is_negated(tree, verb) else None


def _partakes(tree: Tree, deed: int, verb: int) -> Blame | None:
    """Who takes part in a deed: "X took part in the attack", "the action involved X"."""
    relation = tree.tokens[deed].relation
    if tree.lemmas[verb] == "part" and tree.tokens[verb].head is not None:
        verb = tree.tokens[verb].head or 0
    if relation == "nsubj" and tree.lemmas[verb] == "involve":
        who = tree.one(verb, "obj")
    elif tree.preposition(deed) == "in":
        who = tree.one(verb, "nsubj", "nsubj:pass")
        head = tree.tokens[verb].head
        if who < 0 and tree.tokens[verb].relation in ("acl", "acl:relcl") and head is not None:
            who = head
    else:
        who = -1
    if who < 0 or tree.low[who] in NOBODY:
        return None
    if is_negated(tree, verb):
        return Blame(who, "denied")
    # Who is "involved" or "implicated" is so in somebody's eyes.
    return Blame(
        who, supposed(tree, verb) or ("suspected" if tree.lemmas[verb] in ("involve", "implicate") else "fact")
    )


def _is_own(tree: Tree, deed: int, who: int) -> bool:
    """Whether somebody confesses to what they did themselves: "the rebels admitted they had killed him"."""
    doer = tree.one(deed, "nsubj")
    return doer < 0 or tree.low[doer] in ("they", "he", "she", "it", "we", "i") or tree.low[doer] == tree.low[who]


def _writer(tree: Tree, noun: int) -> int:
    """Whose words claim something: "the Front left leaflets claiming it" tells of the Front; -1 for nobody's."""
    if tree.lemmas[noun] not in PAPERS and tree.low[noun].rstrip("s") not in ("leaflet", "call", "message", "note"):
        return noun
    head = tree.tokens[noun].head
    return tree.one(head, "nsubj") if head is not None and tree.tokens[noun].relation == "obj" else -1


def responsibility(tree: Tree, noun: int) -> Blame | None:
    """Who takes responsibility: the noun hangs on the verb."""
    verb = tree.tokens[noun].head
    if verb is None:
        return None
    who = whom_meant(tree, verb, tree.one(verb, "nsubj"))
    if is_passive(tree, verb):
        who = next((e for e in tree.all(verb, "obl:agent", "obl") if tree.preposition(e) == "by"), -1)
    elif who < 0 and tree.tokens[verb].relation == "acl":
        who = _writer(tree, tree.tokens[verb].head or 0)
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
