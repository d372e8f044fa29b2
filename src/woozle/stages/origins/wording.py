"""Chooses the words of a claim: those of the assertion that says it most clearly."""

from collections import Counter
from collections.abc import Sequence

from woozle.stages.origins.evidence import Voiced
from woozle.toolbox.link.words import content_words, words_in

#: The length in words at which a statement reads best alone.
_IDEAL = 14


def clearest(rows: Sequence[Voiced]) -> str:
    """The text of the assertion that says most in a sentence of middling length; the earliest among equals.

    A whole sentence beats a fragment, reported speech the first person, and what is affirmed what is denied. Where
    everybody denies it the text says so: without the word a reader would take the claim for what is denied.
    """
    rows = [row for row in rows if not row.said.is_denied] or rows
    common = Counter(word for row in rows for word in content_words(row.said.text))
    best = min(rows, key=lambda row: (_cost(row) - _central(row, common, len(rows)), row.order))
    words = " ".join(best.said.text.split())
    return f"Denied: {words}" if best.said.is_denied else words


def _central(row: Voiced, common: Counter[str], size: int) -> int:
    """Up to 20 for an assertion whose words the others say too: the claim is what they have in common."""
    words = content_words(row.said.text)
    return 20 * sum(common[word] - 1 for word in words) // (len(words) * size) if words and size > 1 else 0


def _cost(row: Voiced) -> int:
    words = words_in(row.said.text)
    folded = {word.casefold() for word in words}
    cost = abs(len(words) - _IDEAL) + (20 if len(words) < 4 else 0)
    cost += 6 if folded & {"i", "we", "my", "our", "you", "he", "she", "it", "they"} else 0
    cost += 4 if " … " in row.said.text else 0
    cost -= 3 if row.said.figures or row.said.places else 0
    return cost - (3 if any(word[:1].isupper() for word in words[1:]) else 0)
