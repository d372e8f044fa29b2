"""How deep a word hangs in its sentence."""

from woozle.model.values import Token
from woozle.toolbox.nlp.hanging import depth


def tokens(*heads: int | None) -> tuple[Token, ...]:
    return tuple(Token(at, at + 1, head=head) for at, head in enumerate(heads))


def test_depth_counts_the_words_above() -> None:
    assert [depth(tokens(1, None, 1, 2), at) for at in range(4)] == [1, 0, 1, 2]


def test_a_circle_ends() -> None:
    assert depth(tokens(1, 0), 0) == 3
