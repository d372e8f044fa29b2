"""What the engine's heads tell apart, and the label lists that are counted in the training data."""

from collections import Counter
from collections.abc import Iterable, Mapping

UPOS = tuple("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split())
NAMES = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
ROLES = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
#: A label that is rarer in training is not learned; its words count as having none.
_LEAST = {"feats": 5, "lemma": 4, "relation": 5}
#: No label: the loss leaves the word out.
NONE = -100


def lemma_script(form: str, lemma: str) -> str:
    """How to make the lemma of a form: its case, how many letters go at the end, and what comes in their place."""
    is_small = lemma == lemma.lower()
    base = form.lower() if is_small else form
    same = 0
    while same < min(len(base), len(lemma)) and base[same] == lemma[same]:
        same += 1
    return f"{'small' if is_small else 'kept'}|{len(base) - same}|{lemma[same:]}"


def count_labels(words: Iterable[Mapping[str, str]]) -> dict[str, tuple[str, ...]]:
    """Lists of morphology, lemma scripts and relations that occur often enough, most frequent first."""
    counts: dict[str, Counter[str]] = {kind: Counter() for kind in _LEAST}
    for word in words:
        for kind, counted in counts.items():
            counted[word[kind]] += 1
    return {
        kind: tuple(
            label for label, n in sorted(counted.items(), key=lambda item: (-item[1], item[0])) if n >= _LEAST[kind]
        )
        for kind, counted in counts.items()
    }
