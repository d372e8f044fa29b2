"""Which language a text is in, by its most frequent small words; enough to check what a page says of itself.

Ten to twenty words a language that carry no meaning of their own: articles, prepositions, pronouns. They make up a
fifth to a third of running text in their language, and a few per cent in any other (counted on the texts of the tests).
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

_WORDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        name: frozenset(words.split())
        for name, words in {
            "en": "the of and to in that is was for it with as his on be at by had are but from have they which said "
            "this were who has their not a an",
            "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden "
            "aus er hat dass sie nach wird bei einer um am sind noch wie einem über",
            "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec "
            "aux son cette d l",
            "es": "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha",
            "it": "di e il la che in un a per è una sono del con non si da le i della al dei ha come gli nel anche",
            "pt": "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das",
            "nl": "de van het een en in is dat op te zijn met voor niet aan er om ook als dan maar bij uit nog naar",
            "sv": "och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så",
            "da": "og i at det er en den til af på som med de for der har ikke et om han var men sig fra",
            "no": "og i det er på til som en å for av at har med de ikke den han om et fra men var jeg seg",
            "pl": "w i na z się nie to że do jest o jak po ale za od przez dla tym są był przy oraz",
            "tr": "ve bir bu için da de ile olarak çok daha olan gibi ne var kadar sonra ki olduğu",
        }.items()
    }
)
#: Scripts that tell the language, and letters that tell it from another one in the same script.
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("zh", re.compile("[\u3040-\u30ff\u3400-\u9fff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("ka", re.compile("[\u10a0-\u10ff]")),
    ("hy", re.compile("[\u0530-\u058f]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
)
_OWN: Mapping[str, tuple[tuple[str, re.Pattern[str]], ...]] = MappingProxyType(
    {
        "zh": (("ja", re.compile("[\u3040-\u30ff]")),),
        "ar": (("ur", re.compile("[ٹڈڑے]")), ("fa", re.compile("[پچژگ]"))),
        "ru": (
            ("be", re.compile("ў")),
            ("uk", re.compile("[іїєґ]")),
            ("sr", re.compile("[ђћџљњј]")),
            ("ru", re.compile("[ыэё]")),
            ("bg", re.compile("ъ")),
        ),
    }
)
_WORD = re.compile(r"[^\W\d_]+")
#: Fewer words than this say nothing; so does a share of small words below the second figure.
_FEWEST = 12
_LEAST = 0.12
#: By how much the best language must beat the next one: Danish and Norwegian share most small words.
_MARGIN = 1.15


def _by_script(text: str) -> str | None:
    """The language whose letters make up most of a text, where they are that language's alone."""
    letters = sum(char.isalpha() for char in text)
    for name, pattern in _SCRIPTS:
        if letters and len(pattern.findall(text)) > 0.5 * letters:
            return next((other for other, own in _OWN.get(name, ()) if own.search(text)), name)
    return None


def language_of(text: str) -> str | None:
    """The language of a text as a BCP-47 tag, or None where it is too short or not told by small words."""
    head = text[:20_000]
    by_script = _by_script(head)
    if by_script:
        return by_script
    words = [word.lower() for word in _WORD.findall(head)]
    if len(words) < _FEWEST:
        return None
    shares = sorted(((sum(word in small for word in words) / len(words), name) for name, small in _WORDS.items()))
    (second, _), (best, name) = shares[-2:]
    return name if best >= _LEAST and best >= _MARGIN * second else None
