"""Short verbs behind a pronoun, told in full: "they've said", "it's rumoured that", "he'll speak".

"He's said that the weir held" is what he has said, "it's said that the weir held" what one says. A tagger cannot be
relied on to tell these two apart for verbs of speech; what follows the verb can.
"""

import re
from collections.abc import Sequence

from woozle.stages.attribute.grammar import is_adverb
from woozle.stages.attribute.verbs import HEARSAY, STATES, TOLD, shapes_of, verbs

#: A pronoun with a short verb, as one word: where the verb begins.
PRONOUN = re.compile(r"(?:i|you|he|she|it|we|they|who|that|there|here|what|this)(?=['’](?:s|m|re|ve|ll|d)$)", re.I)
_FULL = {"'m": "am", "'re": "are", "'ve": "have", "'ll": "will"}


def in_full(lows: Sequence[str], at: int, lemma: str) -> str:
    """The word that a short verb stands for; "'s" is "has" where it may be both.

    Args:
        lows: the words of the text, in small letters.
        at: number of the short verb; its pronoun is the word before it.
        lemma: its base as a tagger has it; empty if that is not known.
    """
    low = lows[at]
    if low in _FULL:
        return _FULL[low]
    behind = next((n for n in range(at + 1, len(lows)) if not is_adverb(lows[n]) and lows[n] != "not"), -1)
    if low not in ("'s", "'d"):
        return low
    if behind < 0:
        return "is" if low == "'s" else "had"
    shapes = shapes_of(lows[behind])
    if low == "'d":
        return "would" if lemma in ("will", "would") or ("base" in shapes and "part" not in shapes) else "had"
    if "part" in shapes:
        return "is" if _is_passive(lows, at, behind) else "has"
    return "has" if lemma == "have" or lows[behind] in ("been", "had", "got") else "is"


def _is_passive(lows: Sequence[str], at: int, verb: int) -> bool:
    """Whether a participle behind "'s" is told of a pronoun, which does nothing itself."""
    follows = lows[verb + 1] if verb + 1 < len(lows) else ""
    lemma = verbs()[lows[verb]].lemma
    if follows == "by":
        return True
    if lemma in (*HEARSAY, "know") and (lows[at - 1] in ("it", "there", "what") or follows in STATES):
        return True
    if follows == "to":
        return lemma in TOLD or (lemma in HEARSAY and lemma != "claim")
    return follows == "of" and lemma in ("accuse", "convict", "suspect")
