"""The clause that a happening stands in: times and places in it are the happening's, those around it may be others'."""

from woozle.toolbox.happen.governors import SAYS
from woozle.toolbox.happen.tree import Pair, Tree

_UP = frozenset(
    "nsubj nsubj:pass obj obl obl:agent nmod nmod:poss compound acl acl:relcl conj advcl xcomp amod appos dep "
    "csubj".split()
)
_FAR = 5


def root(tree: Tree, at: int) -> int:
    """The word that the clause around a happening hangs on, not beyond words of saying."""
    here = at
    for _ in range(_FAR):
        token = tree.tokens[here]
        if token.head is None or token.relation not in _UP or tree.lemmas[token.head] in SAYS:
            break
        here = token.head
    return here


def clause(tree: Tree, at: int) -> Pair:
    """Half-open code points of the clause around a happening."""
    first, last = tree.reach(root(tree, at))
    return tree.tokens[first].start, tree.tokens[last - 1].end
