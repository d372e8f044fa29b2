"""How far a happening went, by the words that govern it: accomplished, attempted, threatened, denied, or not told."""

from woozle.toolbox.happen.governors import DENIALS, FOILS, NOT_YET, THREATS, THROUGH, TRIES
from woozle.toolbox.happen.tree import Tree

_MODALS = frozenset("will would could may might can should must shall 'll ’ll ca wo 'd ’d".split())
_TRIED = frozenset("attempted frustrated foiled failed unsuccessful thwarted aborted attempt".split())
_THREATENED = frozenset("threatened planned imminent possible future potential".split())
_IF = frozenset("if unless whether lest".split())
_NEGATIONS = frozenset("not never n't n’t no neither nor".split())
_UP = frozenset(("xcomp", "ccomp", "conj", "acl", "advcl", "obj", "nmod", "obl", "nsubj:pass", "nsubj", "csubj"))
#: Who denies a part in a deed does not deny the deed.
_PARTS = frozenset("responsibility involvement participation part role guilt complicity knowledge link".split())
#: How far up the tree a word is looked for that governs the deed.
_FAR = 3


def is_negated(tree: Tree, at: int) -> bool:
    """Whether a word is denied by a word that hangs on it."""
    return any(tree.low[each] in _NEGATIONS for each in tree.all(at, "advmod", "det", "cc:preconj"))


def _has_modal(tree: Tree, at: int) -> bool:
    helps = [tree.low[each] for each in tree.all(at, "aux", "aux:pass")]
    # "could have been killed" did not happen either; "would have" likewise.
    return any(word in _MODALS for word in helps)


def _is_conditional(tree: Tree, at: int) -> bool:
    return any(tree.low[each] in _IF for each in tree.all(at, "mark"))


def _is_bare_infinitive(tree: Tree, at: int) -> bool:
    """Whether a verb only says to what end something is done: "in order to kill him"."""
    token = tree.tokens[at]
    has_to = any(tree.low[each] == "to" for each in tree.all(at, "mark"))
    return has_to and token.relation in ("advcl", "acl", "xcomp", "ccomp", "csubj", "obl", "root", "parataxis")


def verb_stage(tree: Tree, at: int) -> str | None:
    """The stage of a verb; None where it is only wished, feared, ordered or supposed."""
    if is_negated(tree, at):
        return "denied"
    governor = tree.tokens[at].head
    above = tree.lemmas[governor] if governor is not None else ""
    if _is_conditional(tree, at):
        return None
    if _has_modal(tree, at):
        return "threatened" if above in THREATS else None
    if _is_bare_infinitive(tree, at):
        if above in TRIES:
            return "attempted"
        if above in THREATS or above in ("threat",):
            return "threatened"
        if above not in THROUGH or governor is None:
            return "attempted" if above == "attempt" else None
        return verb_stage(tree, governor)
    return _governed(tree, at)


def noun_stage(tree: Tree, at: int) -> str | None:
    """The stage of a noun; None where it is only wished, feared, ordered or supposed."""
    told = {tree.low[each] for each in tree.all(at, "amod", "compound", "nmod:poss")}
    if is_negated(tree, at):
        return "denied"
    if told & _TRIED or tree.lemmas[at] == "attempt":
        return "attempted"
    if told & _THREATENED:
        return "threatened"
    head = tree.tokens[at].head
    if head is not None and tree.lemmas[head] in ("attempt", "bid", "plot"):
        return "attempted"
    if head is not None and tree.lemmas[head] in ("threat", "danger", "risk", "warning", "fear", "possibility"):
        return "threatened" if tree.lemmas[head] == "threat" else None
    return _governed(tree, at)


def _governed(tree: Tree, at: int) -> str | None:
    """What the words above a deed say of it, the nearest first."""
    here = at
    for step in range(_FAR):
        head, relation = tree.tokens[here].head, tree.tokens[here].relation or ""
        if head is None or relation not in _UP or (relation == "conj" and tree.tokens[here].pos == "VERB"):
            break
        if tree.lemmas[head] in _PARTS:
            break
        told = _above(tree, head, relation, is_next=step == 0)
        if told != "":
            return told
        here = head
    return "accomplished"


def _above(tree: Tree, head: int, relation: str, *, is_next: bool) -> str | None:
    """What one word above a deed says of it; empty where it says nothing."""
    lemma, is_argument = tree.lemmas[head], relation in ("obj", "nsubj", "nsubj:pass")
    is_put_down = lemma == "put" and tree.one(head, "compound:prt") >= 0 and tree.low[head + 1 : head + 2] == ("down",)
    if (lemma in FOILS or is_put_down or (lemma in TRIES and is_next)) and relation in ("obj", "nsubj:pass"):
        return "attempted"
    if lemma in DENIALS and relation in ("obj", "xcomp", "ccomp"):
        return "denied"
    if is_next and relation in ("obj", "nsubj:pass", "xcomp", "ccomp", "acl") and lemma in THREATS:
        return "threatened"
    if is_next and relation in ("obj", "xcomp", "nsubj:pass") and lemma in NOT_YET:
        return None
    if tree.tokens[head].pos != "VERB" or relation in ("advcl", "obl", "ccomp", "acl"):
        return ""
    return _above_verb(tree, head, is_argument=is_argument)


def _above_verb(tree: Tree, head: int, *, is_argument: bool) -> str | None:
    """What a verb does to the deed that is its subject or object; empty for nothing."""
    if _has_modal(tree, head) or _is_conditional(tree, head):
        return None
    if is_argument and _is_bare_infinitive(tree, head):
        return verb_stage(tree, head)
    return "denied" if is_argument and is_negated(tree, head) else ""
