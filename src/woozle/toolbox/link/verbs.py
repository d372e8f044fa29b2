"""Knows a finite verb by its form, for engines that give no parts of speech."""

import re
from functools import lru_cache

#: Auxiliaries, and past and headline forms that look like no noun or are nouns less often than verbs.
_FORMS = frozenset(
    (
        "is are was were am has have had does did do will would shall should can could may might must isn't "
        "aren't wasn't weren't hasn't haven't hadn't won't wouldn't didn't doesn't don't can't couldn't it's he's "
        "she's there's that's we've i've they've i'm we're they're became began "
        "broke brought built came caught chose drew drove fell felt fled flew found fought gave got went grew held "
        "hung kept knew laid lay led left lost made meant met paid ran rang rose said sang sank sat saw sent shot "
        "shook slept sold sought spent spoke stole stood struck swam swung swore took taught thought "
        "threw told tore understood won wore wrote dies kills says seizes takes gets goes comes falls "
        "rises sinks wins loses leaves finds makes gives blames denies withdraws quits climbs opens closes "
        "know knows think thinks believe believes see sees hear hears want wants need needs say tell tells"
    ).split()
)
_PAST = re.compile(r"[a-z]{2,}(?:ed|ied)")
_NO_PAST = frozenset("indeed hundred sacred naked aged armed unnamed need speed feed seed weed exceed proceed".split())
#: A word, with its apostrophes.
WORD = re.compile(r"\w+(?:['’]\w+)*")


def has_verb(words: str) -> bool:
    """Whether some word could be a finite verb."""
    return any(is_verb(word) for word in WORD.findall(words))


@lru_cache(50_000)
def is_verb(word: str) -> bool:
    """Whether a word could be a finite verb, by its form alone."""
    word = word.lower().replace("’", "'")
    return word in _FORMS or (_PAST.fullmatch(word) is not None and word not in _NO_PAST)
