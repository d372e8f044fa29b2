"""Chooses the words of a claim: those of the assertion that says it most clearly."""

from collections.abc import Sequence

from woozle.stages.origins.evidence import Voiced
from woozle.toolbox.link.words import words_in

#: The length in words at which a statement reads best alone.
_IDEAL = 14


def clearest(rows: Sequence[Voiced]) -> str:
    """The text of the assertion that says most in a sentence of middling length; the earliest among equals.

    A whole sentence beats a fragment, reported speech the first person, and what is affirmed what is denied.
    """
    words = " ".join(min(rows, key=lambda row: (_cost(row), row.order)).said.text.split())
    return words.removeprefix("that ")


def _cost(row: Voiced) -> int:
    words = words_in(row.said.text)
    folded = {word.casefold() for word in words}
    cost = abs(len(words) - _IDEAL) + (20 if len(words) < 4 else 0)
    cost += 8 if row.said.is_denied else 0
    cost += 6 if folded & {"i", "we", "my", "our", "you", "he", "she", "it", "they"} else 0
    cost += 4 if " … " in row.said.text else 0
    cost -= 3 if row.said.figures or row.said.places else 0
    return cost - (3 if any(word[:1].isupper() for word in words[1:]) else 0)
