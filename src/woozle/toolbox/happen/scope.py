"""The clause that a happening stands in: times and places in it are the happening's, those around it may be others'."""

from woozle.toolbox.happen.governors import SAYS
from woozle.toolbox.happen.tree import Pair, Tree

_UP = frozenset(
    "nsubj nsubj:pass obj obl obl:agent nmod nmod:poss compound acl acl:relcl conj advcl xcomp amod appos dep "
    "csubj".split()
)
#: Words before a clause whose time is not that of the sentence around it.
_APART = frozenset("before after until till since".split())
_FAR = 5


def root(tree: Tree, at: int) -> int:
    """The word that the clause around a happening hangs on, not beyond words of saying."""
    here = at
    for _ in range(_FAR):
        token = tree.tokens[here]
        if token.head is None or token.relation not in _UP or tree.lemmas[token.head] in SAYS:
            break
        if token.relation == "advcl" and any(tree.low[each] in _APART for each in tree.all(here, "mark", "advmod")):
            break
        here = token.head
    return here


def clause(tree: Tree, at: int) -> Pair:
    """Half-open code points of the clause around a happening."""
    first, last = tree.reach(root(tree, at))
    return tree.tokens[first].start, tree.tokens[last - 1].end


#: Relations by which a clause that tells of somebody or something hangs on the word for it.
_TOLD_OF = frozenset("acl acl:relcl".split())


def is_aside(tree: Tree, start: int, end: int, deed: int) -> bool:
    """Whether words tell of somebody beside a deed: "the judge, who took office on Friday, was shot".

    Args:
        tree: of the sentence.
        start: of the words, a code point.
        end: their end.
        deed: where the word for the deed begins, a code point.
    """
    here = next((at for at, token in enumerate(tree.tokens) if token.start == deed), -1)
    above: set[int] = set()
    while here >= 0 and here not in above:
        above.add(here)
        here = head if (head := tree.tokens[here].head) is not None else -1
    at = next((at for at, token in enumerate(tree.tokens) if start <= token.start and token.end <= end), -1)
    while at >= 0 and at not in above:
        if tree.tokens[at].relation in _TOLD_OF:
            return True
        at = head if (head := tree.tokens[at].head) is not None else -1
    return False


def is_by_saying(tree: Tree, start: int, end: int, *, behind: int = 0) -> bool:
    """Whether words between two code points belong to a verb of saying: "told a news conference in Orlo".

    Args:
        tree: of the sentence.
        start: of the words, a code point.
        end: their end.
        behind: if given, the verb stands behind this code point and before the words: parsers hang the time of a deed
            on a verb of saying before it.
    """
    at = next((at for at, token in enumerate(tree.tokens) if start <= token.start and token.end <= end), -1)
    for _ in range(_FAR):
        head = tree.tokens[at].head if at >= 0 else None
        if head is None:
            return False
        if tree.tokens[head].pos == "VERB" or head in tree.children[head]:
            return tree.lemmas[head] in SAYS and (not behind or behind <= tree.tokens[head].start < start)
        at = head
    return False


def is_speaker(tree: Tree, start: int, end: int) -> bool:
    """Whether a name between two code points is who says something: "Velanoa has denied it" is no place of a deed."""
    inside = [at for at, token in enumerate(tree.tokens) if start <= token.start and token.end <= end]
    return any(
        tree.tokens[at].relation == "nsubj" and (head := tree.tokens[at].head) is not None and tree.lemmas[head] in SAYS
        for at in inside
    )


def is_described(tree: Tree, start: int, end: int) -> bool:
    """Whether a name between two code points only says what sort of thing the noun behind it is: "the U.S. embassy"."""
    inside = [at for at, token in enumerate(tree.tokens) if start <= token.start and token.end <= end]
    heads = [(at, head) for at in inside if (head := tree.tokens[at].head) is not None and head not in inside]
    return any(
        head > at and tree.tokens[head].pos == "NOUN" and tree.tokens[at].relation in ("compound", "amod")
        for at, head in heads
    )
