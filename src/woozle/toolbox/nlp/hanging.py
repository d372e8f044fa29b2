"""How words of a sentence hang on each other."""

from collections.abc import Sequence

from woozle.model.values import Token


def depth(tokens: Sequence[Token], at: int) -> int:
    """Words above a word in the tree; words that hang on each other in a circle have one more than there are words."""
    found, head = 0, tokens[at].head
    while head is not None and found <= len(tokens):
        found, head = found + 1, tokens[head].head
    return found
