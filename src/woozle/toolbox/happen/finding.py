"""Finds the happenings that one sentence tells of: the word that tells it, who did it to whom, how far it went."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from woozle.toolbox.happen.blame import Blame, blames, doubted, responsibility, supposed
from woozle.toolbox.happen.fitting import is_foiled, noun_kind, verb_kind
from woozle.toolbox.happen.ontology import KINDS
from woozle.toolbox.happen.roles import instrument, is_passive, noun_roles, verb_roles
from woozle.toolbox.happen.scope import clause
from woozle.toolbox.happen.stages import noun_stage, verb_stage
from woozle.toolbox.happen.tree import Pair, Tree
from woozle.toolbox.happen.triggers import ABSTRACT, BACK, EXPLOSIVES, GUNS, PLANES
from woozle.toolbox.happen.words import AUTHORITIES, FORCES
from woozle.toolbox.nlp.hanging import depth

#: Prepositions that make what befell somebody a part of a larger happening: "killed in the explosion".
_INSIDE = frozenset("in during by from after when with".split())
#: What a happening does to people, which is none of its own where another one is named.
_EFFECTS = frozenset("kill wound injure die slay hurt murder harm damage destroy".split())
#: Determiners that point back to what was told before, and such as point to no one thing.
_BACK = frozenset("the this that these those".split())
#: Nouns for a deed without an edge: "sabotage has spread", "there was fighting".
_IT = frozenset("it this that".split())
_MASS = frozenset("sabotage fighting combat looting rioting gunfire aggression crossfire shelling".split())
_STOPS = frozenset((".", "!", "?", "”", '"', "’", ")"))
_ANY = frozenset("any every such more further several many some other various numerous all".split())


@dataclass(frozen=True, slots=True)
class Found:
    """A happening as one sentence tells it; all stretches are half-open code points of the text.

    Attributes:
        kind: name of one of `ontology.KINDS`.
        start: of the word that tells it.
        end: its end.
        scope: the clause or phrase around it.
        actors: the words for those who did it.
        targets: the words for those whom it befell.
        instrument: the words for the weapon.
        stage: one of `ontology.STAGES`.
        confidence: one of `ontology.CONFIDENCES`, or None where nobody is named who did it.
        is_vague: it tells of several or of any such happenings, and of no one in particular.
        is_effect: it only tells what befell somebody, not by what.
        is_back: its words point back to what was told before.
    """

    kind: str
    start: int
    end: int
    scope: Pair
    actors: tuple[Pair, ...]
    targets: tuple[Pair, ...]
    instrument: Pair | None
    stage: str
    confidence: str | None
    is_vague: bool
    is_effect: bool
    is_back: bool


def find_in(tree: Tree) -> list[Found]:
    """The happenings of a sentence, in text order; what befell somebody in one of them is told by that one."""
    made: dict[int, Found] = {}
    for at, token in enumerate(tree.tokens):
        if token.pos in ("VERB", "ADJ", "NOUN", "PROPN"):
            found = _verb(tree, at) or _noun(tree, at) or _back(tree, at)
            if found:
                made[at] = found
    kept = _absorbed(tree, made)
    return [kept[at] for at in sorted(kept)]


def _verb(tree: Tree, at: int) -> Found | None:
    kind = verb_kind(tree, at)
    stage = verb_stage(tree, at) if kind else None
    if kind is None or stage is None:
        return None
    actors, targets = verb_roles(tree, at)
    if kind in ("accident", "disaster"):
        # What crashes or sinks does nothing: it is what the accident befalls.
        actors, targets = [], [*actors, *targets]
    lemma = tree.lemmas[at]
    found = _found(tree, at, (kind, stage), (actors, targets))
    is_effect = lemma in _EFFECTS and not actors
    return replace(found, is_vague=_is_habit(tree, at), is_effect=is_effect)


def _noun(tree: Tree, at: int) -> Found | None:
    kind = noun_kind(tree, at)
    stage = noun_stage(tree, at) if kind else None
    if kind is None or stage is None:
        return None
    if kind == "bombing" and is_foiled(tree, at) and stage == "accomplished":
        stage = "attempted"
    found = _found(tree, at, (kind, stage), noun_roles(tree, at, kind))
    dets = {tree.low[each] for each in tree.all(at, "det", "amod")}
    targets = noun_roles(tree, at, kind)[1]
    if any(tree.lemmas[each] in ABSTRACT for each in targets) or _is_announced(tree, at, kind):
        return None
    is_named = any(tree.tokens[each].pos == "PROPN" for each in targets)
    return replace(found, is_vague=_is_many(tree, at, dets) and not is_named, is_back=bool(dets & _BACK))


def _is_announced(tree: Tree, at: int, kind: str) -> bool:
    """Whether it is called for and has not begun: who announces a march will hold one."""
    head = tree.tokens[at].head
    is_object = head is not None and tree.tokens[at].relation == "obj" and tree.lemmas[head] in ("announce", "schedule")
    return is_object and kind in ("protest", "labour_strike")


def _back(tree: Tree, at: int) -> Found | None:
    """A word for what was told before, by which somebody is said to have done it: "claimed responsibility for it"."""
    if tree.tokens[at].pos != "NOUN" or tree.lemmas[at] not in BACK:
        return None
    blame, death = next(blames(tree, at), None), -1
    if tree.lemmas[at] == "responsibility":
        blame = responsibility(tree, at)
        for_what = _for_what(tree, at)
        death = for_what if for_what >= 0 and tree.lemmas[for_what] == "death" else -1
        if for_what >= 0 and death < 0 and tree.low[for_what] not in _IT:
            return None  # the word for the deed tells it by itself
    if blame is None or blame.actor < 0:
        return None
    targets = [each for each in tree.all(death, "nmod") if tree.preposition(each) == "of"] if death >= 0 else []
    made = _found(tree, at, ("killing" if death >= 0 else "attack", "accomplished"), ([], targets))
    named = tree.with_conjuncts(blame.actor)
    actors = tuple(sorted({pair for each in named for pair in _words_for(tree, each)}))
    return replace(made, actors=actors, confidence=blame.confidence, is_vague=not targets, is_back=True)


def _for_what(tree: Tree, at: int) -> int:
    """What somebody takes responsibility for; -1 where the words do not say."""
    below, head = tree.one(at, "nmod", "acl"), tree.tokens[at].head
    beside = tree.all(head, "obl") if head is not None and below < 0 else iter(())
    return next((each for each in beside if tree.preposition(each) == "for"), below)


def _found(tree: Tree, at: int, what: tuple[str, str], roles: tuple[list[int], list[int]]) -> Found:
    token, (actors, targets) = tree.tokens[at], roles
    blame = next(blames(tree, at), None)
    weapon = instrument(tree, at)
    actors = [each for each in actors if not _is_thing(tree, each) and (each != weapon or tree.lemmas[each] in PLANES)]
    kind = _by_weapon(what[0], tree.lemmas[weapon] if weapon >= 0 else "")
    actors, confidence = _put_down(tree, at, actors, blame)
    return Found(
        kind,
        token.start,
        token.end,
        clause(tree, at),
        tuple(sorted({pair for each in actors for pair in _words_for(tree, each)})),
        tuple(
            sorted(
                {tree.phrase(each) for each in targets if each not in actors and not (blame and each == blame.actor)}
            )
        ),
        tree.phrase(weapon) if weapon >= 0 else None,
        what[1],
        confidence,
        False,
        False,
        False,
    )


def _words_for(tree: Tree, at: int) -> Iterator[Pair]:
    """The words for somebody, and the name that stands beside them: "a commando unit, the Dawn Front"."""
    yield tree.phrase(at)
    yield from (tree.phrase(each) for each in tree.all(at, "appos") if tree.tokens[each].pos == "PROPN")


def _by_weapon(kind: str, weapon: str) -> str:
    """The kind of a deed that a bomb or a gun did: "the bomb killed two" tells of a bombing."""
    if kind not in ("attack", "killing") or not weapon:
        return kind
    return "bombing" if weapon in EXPLOSIVES else "shelling" if weapon in GUNS else kind


def _is_thing(tree: Tree, at: int) -> bool:
    """Whether what seems to act is itself a happening or a weapon: "the blast killed two"; "army helicopters" act."""
    if tree.lemmas[at] in PLANES:
        owners = tree.all(at, "compound", "nmod:poss", "amod")
        return not any(tree.lemmas[each] in FORCES | AUTHORITIES for each in owners)
    return noun_kind(tree, at) is not None or tree.lemmas[at] in EXPLOSIVES | GUNS | PLANES


def _put_down(tree: Tree, at: int, actors: list[int], blame: Blame | None) -> tuple[list[int], str | None]:
    """Who is said to have done it, and how surely."""
    if blame and blame.actor >= 0 and any(tree.low[each] == "no" for each in tree.all(blame.actor, "det")):
        blame = None  # "no officers were involved"
    if blame and (blame.actor >= 0 or blame.confidence == "claimed"):
        named = [each for each in tree.with_conjuncts(blame.actor)] if blame.actor >= 0 else []
        both = actors if set(named) <= set(actors) else [*actors, *(each for each in named if each not in actors)]
        return both, blame.confidence
    if not actors:
        return actors, None
    return actors, "suspected" if doubted(tree, at, actors) else supposed(tree, at) or "fact"


def _is_habit(tree: Tree, at: int) -> bool:
    """Whether a verb tells what somebody does time and again, in the present tense: "they kill civilians"."""
    feats = tree.tokens[at].feats or ""
    if tree.low[-1] not in _STOPS:
        return False  # a headline tells in the present what happened
    return "Tense=Pres" in feats and "VerbForm=Fin" in feats and tree.one(at, "obl:unmarked") < 0


def _is_many(tree: Tree, at: int, dets: set[str]) -> bool:
    """Whether a noun tells of no one happening: a plural without a number, "any attack", a bare mass."""
    is_plural = "Number=Plur" in (tree.tokens[at].feats or "")
    has_number = tree.one(at, "nummod") >= 0
    if dets & _ANY:
        return True
    is_mass = tree.lemmas[at] in _MASS and tree.one(at, "det", "nmod:poss") < 0
    return (is_plural or is_mass) and not has_number


def _absorbed(tree: Tree, made: dict[int, Found]) -> dict[int, Found]:
    """Happenings without those that are only what another one did: its actors and targets go to the other."""
    kept = dict(made)
    homes: dict[int, int] = {}
    # What a deed hangs on is settled before it.
    for at in sorted(made, key=lambda place: (depth(tree.tokens, place), place)):
        found = kept[at]
        cause = _cause(tree, at, kept, homes)
        if cause < 0:
            continue
        homes[at] = cause
        whole = kept[cause]
        kept[cause] = replace(
            whole,
            targets=tuple(sorted({*whole.targets, *found.targets})),
            actors=whole.actors or found.actors,
            confidence=whole.confidence or found.confidence,
            scope=(min(whole.scope[0], found.scope[0]), max(whole.scope[1], found.scope[1])),
            is_vague=whole.is_vague and found.is_vague,
        )
        del kept[at]
    return kept


def _cause(tree: Tree, at: int, kept: dict[int, Found], homes: dict[int, int]) -> int:
    """The happening in which what a verb tells took place: by its subject, or "in", "during", "by"; -1 for none."""
    if tree.tokens[at].pos == "NOUN" or (tree.lemmas[at] not in _EFFECTS and not _is_carrier(tree, at)):
        return -1
    near = [*tree.all(at, "obl", "obl:agent"), *tree.all(at, "nsubj"), *tree.all(at, "advcl", "obj")]
    for each in near:
        if each in kept and each != at and _is_greater(kept[each], kept[at]):
            relation = tree.tokens[each].relation
            if relation in ("nsubj", "obl:agent", "obj") or tree.preposition(each) in _INSIDE:
                return each
            if relation == "advcl" and any(
                tree.low[m] in ("when", "as", "after", "while") for m in tree.all(each, "mark", "advmod")
            ):
                return each
    head = tree.tokens[at].head
    head = homes.get(head, head) if head is not None else None
    is_manner = tree.tokens[at].relation in ("advcl", "xcomp", "conj", "parataxis", "acl:relcl", "acl")
    if head is not None and head in kept and is_manner and not tree.one(at, "nsubj") >= 0:
        is_by_it = tree.low[at].endswith("ing") or is_passive(tree, at) or tree.tokens[at].relation.startswith("acl")  # type: ignore[union-attr]
        return head if is_by_it and _is_greater(kept[head], kept[at]) else -1
    return -1


def _is_carrier(tree: Tree, at: int) -> bool:
    return tree.lemmas[at] in ("explode", "detonate", "fire")


def _is_greater(whole: Found, part: Found) -> bool:
    """Whether one happening may hold another as what it did."""
    return KINDS[whole.kind].rank >= KINDS[part.kind].rank or KINDS[whole.kind].family != KINDS[part.kind].family


def find_all(trees: Iterator[Tree | None]) -> list[list[Found]]:
    """The happenings of each sentence; none where the engine gives no tree."""
    return [find_in(tree) if tree else [] for tree in trees]
