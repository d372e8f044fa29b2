"""Who does and who suffers what a verb or a noun tells of, by the tree."""

from collections.abc import Iterator

from woozle.toolbox.happen.tree import Tree
from woozle.toolbox.happen.triggers import DOERS, EXPLOSIVES, FOILS, GUNS, LAYS, LIGHT, PLANES
from woozle.toolbox.happen.words import FORCES, NOBODY, TIMES, WEAPONS

#: Prepositions before what a noun of force is aimed at.
_AT = frozenset("on against at upon".split())
#: Nouns whose owner or "of" suffers, rather than acts: "the murder of the judge", "the judge's murder".
SUFFERED = frozenset(
    "killing abduction arrest release sexual_violence seizure bombing arson robbery displacement shelling accident "
    "air_strike".split()
)
#: Words before "of" that count deeds: "one of its attacks", "a series of attacks".
_SOME = frozenset("one series number wave".split())
#: What is aimed at somebody, and is not who is hit: "opened fire on a bus".
_SHOT = frozenset("fire shot bullet round rocket mortar grenade bomb stone missile shell".split())
#: Verbs that are told of whom they befall where they have no object.
_SUFFERED_BY_SUBJECT = frozenset(
    "kill wound injure murder assassinate slaughter capture arrest detain kidnap abduct jail evacuate displace explode "
    "blow".split()
)
_DEEP = 4


def is_passive(tree: Tree, at: int) -> bool:
    """Whether a verb is told of from whom it befalls."""
    if tree.one(at, "nsubj:pass", "aux:pass", "obl:agent") >= 0:
        return True
    token = tree.tokens[at]
    is_reduced = token.relation in ("acl", "amod") and "VerbForm=Part" in (token.feats or "")
    return is_reduced and tree.low[at].endswith(("ed", "n", "t", "lt")) and tree.one(at, "obj") < 0


def whom_meant(tree: Tree, at: int, who: int) -> int:
    """Whom a relative pronoun means: the noun that its clause hangs on."""
    if who >= 0 and tree.low[who] in ("who", "which", "that", "whom"):
        here, steps = at, 0
        while tree.tokens[here].relation == "conj" and tree.tokens[here].head is not None and steps < _DEEP:
            here, steps = tree.tokens[here].head or 0, steps + 1
        head = tree.tokens[here].head
        if (tree.tokens[here].relation or "").startswith("acl") and head is not None:
            return head
    return who


def _subject(tree: Tree, at: int, *relations: str) -> int:
    """The subject of a verb: its own, or that of the verb which it is joined to or hangs on; -1 for none."""
    here = at
    for _ in range(_DEEP):
        own = tree.one(here, *relations)
        if own >= 0:
            return whom_meant(tree, here, own)
        head, relation = tree.tokens[here].head, tree.tokens[here].relation
        if head is None or relation not in ("conj", "xcomp", "advcl") or tree.tokens[head].pos not in ("VERB", "AUX"):
            return -1
        if is_passive(tree, head) != is_passive(tree, here) and relation == "conj":
            return -1
        if relation in ("advcl", "xcomp") and is_passive(tree, head):
            relations = ("nsubj:pass",)
        here = head
    return -1


def _named(tree: Tree, at: int) -> Iterator[int]:
    """A noun and what is joined to it, pronouns apart: whom they mean is not told here."""
    if at >= 0 and not any(tree.low[each] == "no" for each in tree.all(at, "det")):
        yield from (
            each for each in tree.with_conjuncts(at) if tree.low[each] not in NOBODY and tree.lemmas[each] not in TIMES
        )


def _who_tries(tree: Tree, noun: int) -> int:
    """Whose attempt it is: "an attempt by rebels to kill him", "the rebels' plot to"; -1 for nobody's."""
    if tree.lemmas[noun] not in ("attempt", "bid", "plot"):
        return -1
    head = tree.tokens[noun].head
    beside = tree.all(head, "obl") if head is not None and not is_passive(tree, head) else iter(())
    by = next((each for each in (*tree.all(noun, "nmod"), *beside) if tree.preposition(each) == "by"), -1)
    return by if by >= 0 else tree.one(noun, "nmod:poss")


def _meant_by(tree: Tree, at: int, who: int) -> int:
    """Whom "they" means where the clause around it tells of armed people: "rebels came, and they shot two"."""
    here = at
    for _ in range(_DEEP if who >= 0 and tree.low[who] == "they" else 0):
        head, relation = tree.tokens[here].head, tree.tokens[here].relation
        if head is None or relation not in ("advcl", "acl:relcl", "conj", "parataxis", "nmod", "obl", "obj"):
            break
        own = tree.one(head, "nsubj")
        if own >= 0 and tree.lemmas[own] in FORCES:
            return own
        here = head
    return who


def _is_suffered(tree: Tree, at: int) -> bool:
    """Whether the subject of a verb without an object is whom it befell; "kidnapped and killed him" has one object."""
    if tree.lemmas[at] not in _SUFFERED_BY_SUBJECT or tree.low[at].endswith("ing"):
        return False
    return not any(tree.one(each, "obj") >= 0 for each in tree.all(at, "conj"))


def verb_roles(tree: Tree, at: int) -> tuple[list[int], list[int]]:
    """Places of those who do what a verb says, and of those whom it befalls."""
    if is_passive(tree, at):
        agent = tree.one(at, "obl:agent")
        if agent < 0:
            agent = next((each for each in tree.all(at, "obl") if tree.preposition(each) == "by"), -1)
        target = tree.one(at, "nsubj:pass")
        if target < 0 and tree.tokens[at].relation in ("acl", "amod"):
            target = tree.tokens[at].head or 0
        elif target < 0:
            target = _subject(tree, at, "nsubj:pass")
        return list(_named(tree, agent)), list(_named(tree, whom_meant(tree, at, target)))
    actor = _meant_by(tree, at, _subject(tree, at, "nsubj"))
    if actor < 0 and tree.tokens[at].relation == "acl":
        above = tree.tokens[at].head or 0
        actor = above if tree.low[at].endswith("ing") else _who_tries(tree, above)
    targets = list(_named(tree, whom_meant(tree, at, tree.one(at, "obj"))))
    if not targets and _is_suffered(tree, at):
        # "Forty guards captured at Orlo", "three were killed and two wounded": nobody kills without killing somebody.
        return [], [each for each in _named(tree, actor) if tree.lemmas[each] not in EXPLOSIVES]
    if not targets or all(tree.lemmas[each] in _SHOT for each in targets):
        targets = [
            each for found in tree.all(at, "obl") if tree.preposition(found) in _AT for each in _named(tree, found)
        ]
    return list(_named(tree, actor)), targets


def noun_roles(tree: Tree, at: int, kind: str) -> tuple[list[int], list[int]]:
    """Places of those who do what a noun says, and of those whom it befalls."""
    actors: list[int] = []
    targets: list[int] = []
    for each in tree.all(at, "nmod", "obl", "nmod:poss", "compound", "amod"):
        relation, before = tree.tokens[each].relation, tree.preposition(each)
        if before == "by":
            actors += _named(tree, each)
        elif before in _AT or (before == "of" and kind in SUFFERED):
            targets += _named(tree, each)
        elif relation == "nmod:poss":
            (targets if kind in SUFFERED else actors).extend(_named(tree, each))
        elif relation in ("compound", "amod") and tree.lemmas[each] in DOERS and kind != "abduction":
            actors.append(each)
        elif relation == "compound" and tree.tokens[each].pos == "PROPN" and kind == "attack":
            actors += _named(tree, each)
    actors += [each for each in _light_subject(tree, at) if each not in actors]
    if tree.lemmas[at] in EXPLOSIVES and not targets:
        targets = list(_bombed(tree, at))
    return actors or list(_by_below(tree, at)), targets


def _bombed(tree: Tree, at: int) -> Iterator[int]:
    """What a bomb is thrown at or laid on, by the verb that it is the object of."""
    head = tree.tokens[at].head
    for each in tree.all(head, "obl") if head is not None and tree.lemmas[head] in LAYS else ():
        if tree.preposition(each) in _AT:
            yield from _named(tree, each)


def _by_below(tree: Tree, at: int) -> Iterator[int]:
    """Whom a "by" further down names: "an attack on the post in Orlo by rebels", which a parser hangs on the town."""
    waiting = [each for each in tree.all(at, "nmod", "obl")]
    for _ in range(_DEEP):
        below = [each for here in waiting for each in tree.all(here, "nmod", "obl")]
        by = next((each for each in below if tree.preposition(each) == "by"), -1)
        if by >= 0:
            yield from _named(tree, by)
            return
        waiting = below


def _light_subject(tree: Tree, at: int) -> Iterator[int]:
    """Who carries out a deed: "X staged an attack", "the attack was carried out by X"."""
    above = tree.tokens[at].head
    if above is not None and tree.tokens[at].relation == "nmod" and tree.low[above] in _SOME:
        at = above
    head, relation = tree.tokens[at].head, tree.tokens[at].relation
    carries = LIGHT | (LAYS - FOILS) if tree.lemmas[at] in EXPLOSIVES else LIGHT
    if head is None or tree.lemmas[head] not in carries or tree.tokens[head].pos != "VERB":
        return
    if relation == "obj":
        yield from _named(tree, _subject(tree, head, "nsubj"))
    elif relation == "nsubj:pass" or is_passive(tree, head):
        yield from verb_roles(tree, head)[0]


def instrument(tree: Tree, at: int) -> int:
    """The place of the weapon of a deed; -1 where none is told."""
    head = tree.tokens[at].head
    carried = head is not None and tree.lemmas[head] in LIGHT and tree.tokens[at].pos == "NOUN"
    beside: Iterator[int] = tree.all(head, "obl", "advcl") if carried and head is not None else iter(())
    for each in (*tree.all(at, "obl", "obl:agent", "nmod", "compound", "nsubj", "amod", "obj"), *beside):
        if tree.lemmas[each] in EXPLOSIVES | GUNS or tree.low[each] in EXPLOSIVES | GUNS:
            return each
        is_with = tree.preposition(each) in ("with", "using", "from") and tree.lemmas[each] in WEAPONS
        if is_with or (tree.low[each] in PLANES and tree.tokens[each].relation in ("compound", "amod")):
            return each
    first, last = tree.reach(at)
    return next((each for each in range(first, last) if _is_used(tree, each)), -1)


def _is_used(tree: Tree, at: int) -> bool:
    """Whether an explosive is what somebody used, set off or left: "… using dynamite", "… with a bomb"."""
    head = tree.tokens[at].head
    if tree.lemmas[at] not in EXPLOSIVES or head is None:
        return False
    return tree.preposition(at) == "with" or tree.lemmas[head] in _USES


_USES = frozenset("use set place plant throw hurl leave lay detonate explode".split())
