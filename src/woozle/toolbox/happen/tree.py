"""A sentence's tree by places, and the phrases that hang on its words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from woozle.model.values import Token
from woozle.toolbox.happen.lemmas import lemma_of

Pair = tuple[int, int]

#: What belongs to the words for somebody: the rest of a subtree tells more of them.
_OWN = frozenset(
    ("det", "amod", "nummod", "compound", "flat", "nmod:desc", "nmod:poss", "fixed", "nmod:unmarked", "case")
)
#: Prepositions whose nouns belong to the words for somebody: "members of the army".
_PARTS = frozenset(("of", "from"))
#: What may stand inside of a phrase although a parser hangs it elsewhere: "members of the XXII front".
_INNER = frozenset("PUNCT NUM ADJ DET PROPN X SYM".split())
#: Words and marks between two parts of a phrase, at most: " ( FMLN ) ".
_GAP = 4


@dataclass(frozen=True, slots=True)
class Tree:
    """The tokens of one sentence with their words in small letters, lemmas, and what hangs on each; all by place."""

    tokens: tuple[Token, ...]
    low: tuple[str, ...]
    lemmas: tuple[str, ...]
    children: tuple[tuple[int, ...], ...]

    def all(self, at: int, *relations: str) -> Iterator[int]:
        """What hangs on a word by one of some relations."""
        return (each for each in self.children[at] if self.tokens[each].relation in relations)

    def one(self, at: int, *relations: str) -> int:
        """The first that hangs on a word by one of some relations; -1 for none."""
        return next(self.all(at, *relations), -1)

    def with_conjuncts(self, at: int) -> Iterator[int]:
        """A word and those joined to it: "soldiers and policemen"."""
        yield at
        for each in self.all(at, "conj"):
            if self.tokens[each].pos in ("NOUN", "PROPN", "PRON", "NUM"):
                yield each

    def preposition(self, at: int) -> str:
        """The preposition of a noun, in small letters; empty for none."""
        case = self.one(at, "case")
        return self.low[case] if case >= 0 else ""

    def reach(self, at: int) -> Pair:
        """The first place and the one behind the last of what hangs on a word, itself included."""
        first = last = at
        waiting = list(self.children[at])
        while waiting:
            each = waiting.pop()
            first, last = min(first, each), max(last, each)
            waiting += self.children[each]
        return first, last + 1

    def phrase(self, at: int) -> Pair:
        """Half-open code points of the words for somebody or something, without what is told of them."""
        inside = {at}
        waiting = [at]
        while waiting:
            head = waiting.pop()
            for each in self.children[head]:
                if self._belongs(each, head, at):
                    inside.add(each)
                    waiting.append(each)
        first = last = at
        own = range(*self.reach(at))
        while (gap := self._gap(first, -1, inside, own)) is not None:
            first = gap
        while (gap := self._next(last, inside, own)) is not None:
            last = gap
        return self.tokens[first].start, self.tokens[last].end

    def _next(self, at: int, inside: set[int], own: range) -> int | None:
        """The next word of a phrase, or what a last "of the" belongs to: "of the so-called Free Company"."""
        gap, head = self._gap(at, 1, inside, own), self.tokens[at].head
        if gap is None and self.tokens[at].pos in ("DET", "ADP") and head is not None and head in inside and head > at:
            return head
        return gap

    def _gap(self, at: int, step: int, inside: set[int], own: range) -> int | None:
        """The next word of a phrase in one direction: beside it, or behind a hyphen or a short form in brackets."""
        place = at + step
        for _ in range(_GAP):
            if place in inside:
                return place
            is_passed = place in own and (
                self.tokens[place].pos in _INNER or self.tokens[place].relation in ("appos", "dep", "nmod")
            )
            if not is_passed or self.low[place] in (",", ";", ":"):
                return None
            place += step
        return None

    def _belongs(self, each: int, head: int, top: int) -> bool:
        relation = self.tokens[each].relation
        if relation == "case":
            return head != top or each > top
        return relation in _OWN or (relation == "nmod" and each > head and self.preposition(each) in _PARTS)


def make_tree(text: str, tokens: Sequence[Token]) -> Tree | None:
    """The tree of a sentence; None where the engine gives none."""
    if not tokens or any(token.relation is None for token in tokens):
        return None
    children: list[list[int]] = [[] for _ in tokens]
    for at, token in enumerate(tokens):
        if token.head is not None:
            children[token.head].append(at)
    low = tuple(text[token.start : token.end].lower() for token in tokens)
    lemmas = tuple(lemma_of(word, token.pos, token.lemma) for token, word in zip(tokens, low, strict=True))
    return Tree(tuple(tokens), low, lemmas, tuple(tuple(each) for each in children))
