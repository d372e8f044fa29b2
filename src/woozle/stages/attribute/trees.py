"""What the trees of an engine tell beside the rules: whole subjects of cue verbs, and cues that no rule sees."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from woozle.model.records import Sentence
from woozle.model.values import Token
from woozle.stages.attribute.contents import trimmed
from woozle.stages.attribute.draft import Draft
from woozle.stages.attribute.finite import may_be_finite
from woozle.stages.attribute.grammar import (
    CONJUNCTIONS,
    NEGATIONS,
    PLAIN_ARTICLES,
    PREPOSITIONS,
    RELATIVES,
    TIME_NOUNS,
    is_number,
)
from woozle.stages.attribute.verbs import DISTANT, Verb, act_said, is_to_come, verbs
from woozle.stages.attribute.view import Range, View, overlap
from woozle.toolbox.nlp.hanging import depth

_NOUNS = frozenset("NOUN PROPN PRON ADJ NUM".split())
#: Pronouns that say nothing of who speaks, and such as rules lead back to whom they mean.
_NOBODY = frozenset("who which that it there what this i you we".split())
#: Clauses that a subject is inherited through: "A said x and ordered y".
_CHAIN = 4
#: Words by which a source names another, who is no part of it.
_CITING = frozenset("citing quoting".split())
_RELATED = RELATIVES | {"whose", "where"}
_MARKED = frozenset("that whether if".split())


@dataclass(frozen=True, slots=True)
class Tree:
    """The tree of one sentence; all by place in it.

    Attributes:
        tokens: the words and marks.
        words: the number in the view of each.
        children: in text order.
        reach: the first and the last place of what hangs on each, itself included.
    """

    tokens: tuple[Token, ...]
    words: tuple[int, ...]
    children: tuple[tuple[int, ...], ...]
    reach: tuple[Range, ...]

    def child(self, at: int, *relations: str) -> int:
        """The first child by one of some relations; -1 for none."""
        return next((each for each in self.children[at] if self.tokens[each].relation in relations), -1)


def tree_of(view: View, tokens: tuple[Token, ...]) -> Tree | None:
    """The tree of a sentence; None where the engine gives none."""
    if not tokens or any(token.relation is None for token in tokens):
        return None
    children: list[list[int]] = [[] for _ in tokens]
    first, last = list(range(len(tokens))), list(range(len(tokens)))
    for at in sorted(range(len(tokens)), key=lambda at: -depth(tokens, at)):
        head = tokens[at].head
        if head is not None:
            children[head].append(at)
            first[head], last[head] = min(first[head], first[at]), max(last[head], last[at])
    words = tuple(view.number_at(token.start) for token in tokens)
    return Tree(tokens, words, tuple(tuple(sorted(each)) for each in children), tuple(zip(first, last, strict=True)))


@dataclass(frozen=True, slots=True)
class _Found:
    """A cue verb with its subject: what it holds by which frame, if anything, and the verb it is joined to, or -1."""

    draft: Draft
    frame: str
    joined: int


class _Finder:
    """Reads the cue verbs of one sentence off its tree."""

    def __init__(self, view: View, tree: Tree) -> None:
        self._view, self._tree = view, tree

    def find(self) -> Iterator[_Found]:
        """What the cue verbs of the sentence hold, in text order."""
        tree, view = self._tree, self._view
        for at, token in enumerate(tree.tokens):
            verb = verbs().get(view.lows[tree.words[at]]) if token.pos == "VERB" else None
            if verb and view.quoted[tree.words[at]] < 0 and self._is_finite(at):
                subject = self._subject(at)
                if subject and not self._is_turned(at, subject):
                    held, frame = self._held(at, verb)
                    yield _Found(self._draft(at, verb, subject, held, frame), frame, self._joined(at))

    def _joined(self, at: int) -> int:
        """The number in the view of the verb that another is joined to, "said x and ordered y"; -1 for none."""
        token = self._tree.tokens[at]
        return self._tree.words[token.head] if token.relation == "conj" and token.head is not None else -1

    def _is_finite(self, at: int) -> bool:
        helped = self._tree.child(at, "aux") >= 0 or "VerbForm=Fin" in (self._tree.tokens[at].feats or "")
        return helped and self._tree.child(at, "aux:pass") < 0

    def _is_turned(self, at: int, subject: Range) -> bool:
        """Whether an auxiliary stands before the subject: a question, or "had the tower told them"."""
        aux = self._tree.child(at, "aux")
        return aux >= 0 and self._tree.words[aux] < subject[0] < self._tree.words[at]

    def _low(self, at: int) -> str:
        token = self._tree.tokens[at]
        return self._view.text[token.start : token.end].lower()

    def _subject(self, at: int) -> Range | None:
        """The words of a verb's subject, or of that of the verb it is joined to."""
        tree = self._tree
        for _ in range(_CHAIN):
            found = tree.child(at, "nsubj")
            head = tree.tokens[at].head
            if found >= 0:
                is_noun = tree.tokens[found].pos in _NOUNS and self._low(found) not in _NOBODY
                noun = self._noun(found, at) if is_noun else None
                # "As reported by the Tribune": trees take the preposition for a part of who it was.
                if noun and noun[1] - noun[0] > 1 and self._view.lows[noun[0]] == "by":
                    return noun[0] + 1, noun[1]
                return noun
            if tree.tokens[at].relation != "conj" or head is None or tree.child(at, "nsubj:pass") >= 0:
                return None
            at = head
        return None

    def _noun(self, at: int, verb: int) -> Range | None:
        """A noun with all that hangs on it, up to the verb; brackets stay, other marks at its edges do not."""
        first, last = self._tree.reach[at]
        if first <= verb <= last:
            first, last = (verb + 1, last) if at > verb else (first, verb - 1)
        words = self._tree.words[first], self._tree.words[last] + 1
        found = trimmed(self._view, *words)
        if found and found[0] > self._tree.words[0] and self._view.lows[found[0] - 1] in PLAIN_ARTICLES:
            found = found[0] - 1, found[1]
        is_bracket = found is not None and found[1] < words[1] and self._view.lows[found[1]] == ")"
        return (found[0], found[1] + 1) if found and is_bracket and "(" in self._view.lows[slice(*found)] else found

    def _span(self, first: int, last: int) -> Range | None:
        return trimmed(self._view, self._tree.words[first], self._tree.words[last] + 1)

    def _held(self, at: int, verb: Verb) -> tuple[Range | None, str]:
        """What a verb holds, and the frame: a clause, an infinitive, or a thing; "" where it holds nothing."""
        tree = self._tree
        told, clause, will = tree.child(at, "iobj", "obj"), tree.child(at, "ccomp"), tree.child(at, "xcomp")
        if clause > at:
            is_marked = any(self._low(each) in _MARKED for each in tree.children[clause])
            wanted, reach = "oct" if told >= 0 else ("tcq" if is_marked else "cqt"), tree.reach[clause]
        elif will > at and any(self._low(each) == "to" for each in tree.children[will]):
            wanted, start = ("o", min(told, will)) if told >= 0 else ("i", will)
            reach = tree.reach[start][0], tree.reach[will][1]
        elif told > at:
            wanted, reach = "n", tree.reach[told]
        else:
            return None, ""
        frame = next((each for each in wanted if each in verb.frames), "")
        span = self._span(*reach) if frame else None
        return span, frame if span else ""

    def _draft(self, at: int, verb: Verb, source: Range, held: Range | None, frame: str) -> Draft:
        tree = self._tree
        helpers = [
            each
            for each in tree.children[at]
            if each < at and (tree.tokens[each].pos == "AUX" or self._low(each) in NEGATIONS)
        ]
        lows = {self._low(each) for each in helpers}
        is_speech = "q" in verb.frames or frame == "o"
        is_negated = bool(lows & NEGATIONS) and "q" in verb.frames
        act = act_said(verb.frames.get(frame, "assert"), is_negated=is_negated, is_open=is_to_come(lows))
        stance = "reported" if verb.lemma in DISTANT and act == "assert" else "plain"
        cue = tree.words[min([at, *helpers])], tree.words[at] + 1
        flow = max(0, self._view.flow_at(cue[0]))
        return Draft(source, cue, (held,) if held else (), act, stance, verb.lemma, is_speech, flow)


def _has_cue(view: View, sentence: Sentence) -> bool:
    """Whether a sentence has a cue verb outside quotations, so that its tree is worth building."""
    words = range(view.number_at(sentence.start), view.number_at(sentence.end - 1) + 1)
    return any(view.quoted[at] < 0 and view.lows[at] in verbs() for at in words if at < len(view.lows))


def _is_sure(found: _Found, by_cue: Mapping[int, int]) -> bool:
    """Whether a cue that no rule sees is taken from the tree alone: with a clause, or joined to one that is known."""
    assert found.draft.cue is not None
    is_plain = found.draft.cue[1] - found.draft.cue[0] == 1
    if found.frame == "n":
        return is_plain and found.joined in by_cue and found.draft.act in ("deny", "direct", "intend")
    return found.frame in ("c", "t", "q", "i", "o") and (is_plain or found.draft.act != "believe")


def _is_better(view: View, draft: Draft, source: Range, whole: Range) -> bool:
    """Whether a tree's subject is taken for a source that rules cut out of the line.

    Trees lose names behind a title and the second of two; rules lose what stands before a name, and keep times.
    """
    others = (*draft.content, *(each.span for each in draft.carriers))
    if whole == source or not overlap((source,), (whole,)):
        return False
    won = (whole[0], max(whole[0], source[0])), (min(whole[1], source[1]), whole[1])
    lost = (source[0], max(source[0], whole[0])), (min(source[1], whole[1]), source[1])
    if overlap(won, others) or any(_is_other(view, words, whole) for words in won):
        return False
    return not any(_is_needed(view, source, words) for words in lost)


def _is_other(view: View, won: Range, whole: Range) -> bool:
    """Whether words that a tree adds are no part of a source: whom it cites, when it spoke, what it did besides."""
    lows = view.lows[won[0] : won[1]]
    is_scene = lows[:1] == (",",) and (lows[1] in PREPOSITIONS or lows[1] in CONJUNCTIONS)
    # Behind "who" a verb belongs to the source, and behind a comma it is a participle: ", dismissed in May".
    deeds = (at for at in range(*won) if may_be_finite(view, at) and view.lows[at - 1] != ",")
    is_deed = any(_RELATED.isdisjoint(view.lows[whole[0] : at]) for at in deeds)
    return is_scene or is_deed or not _CITING.isdisjoint(lows)


def _is_needed(view: View, source: Range, lost: Range) -> bool:
    """Whether words that a tree leaves out belong to a source: an article, a number, a name, the second of two."""
    lows = view.lows[lost[0] : lost[1]]
    if any(may_be_finite(view, at) for at in range(*lost)):
        return False
    named = (at for at in range(*lost) if view.is_capital(at) and at > source[0] and view.lows[at] not in TIME_NOUNS)
    is_counted = len(lows) == 1 and is_number(lows[0]) and lows[0].isalpha() and lost[1] < source[1]
    return lows[:1] == ("the",) or is_counted or "and" in lows or any(True for _ in named)


def with_trees(view: View, drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> list[Draft]:
    """Drafts with whole subjects where a tree tells them, and with cues that only trees show.

    Args:
        view: the text.
        drafts: what rules and engine find.
        sentences: the text's sentences with their tokens.
    """
    out = list(drafts)
    by_cue: dict[int, int] = {}
    for number, draft in enumerate(drafts):
        for word in range(*(draft.cue or (0, 0))):
            by_cue.setdefault(word, number)
    for sentence in sentences:
        tree = tree_of(view, sentence.tokens) if _has_cue(view, sentence) else None
        for found in _Finder(view, tree).find() if tree else ():
            read = found.draft
            assert read.cue is not None
            assert read.source is not None
            number = next((by_cue[word] for word in range(*read.cue) if word in by_cue), -1)
            if number < 0:
                if _is_sure(found, by_cue):
                    out.append(read)
                continue
            source = out[number].source
            if source and _is_better(view, out[number], source, read.source):
                out[number] = replace(out[number], source=read.source)
    return out
