"""Writes names of other alphabets in Latin letters, roughly as newspapers do; marks and case fall away."""

import unicodedata
from functools import lru_cache

_CYRILLIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґў",
        "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya i i e g u".split(),
        strict=True,
    )
)
_GREEK = dict(
    zip("αβγδεζηθικλμνξοπρστυφχψως", "a v g d e z i th i k l m n x o p r s t i f ch ps o s".split(), strict=True)
)
_GEORGIAN = dict(
    zip(
        "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
        "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h".split(),
        strict=True,
    )
)
#: Consonants and long vowels only: short vowels are not written, so such names are compared by their consonants.
_ARABIC = dict(
    zip(
        "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئپچژگکی",
        "a b t th j h kh d dh r z s sh s d t z _ gh f q k l m n h w y a a _ a i a w y p ch zh g k y".split(),
        strict=True,
    )
)
_LATIN = {
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "ł": "l",
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
    "ı": "i",
    "ə": "a",
    "ħ": "h",
}
_LETTERS = {
    letter: "" if written == "_" else written
    for table in (_CYRILLIC, _GREEK, _GEORGIAN, _ARABIC, _LATIN)
    for letter, written in table.items()
}
#: Unvocalised scripts, whose names are compared by consonants.
_BARE = frozenset(_ARABIC)


def latin(text: str) -> str:
    """The text in small Latin letters without marks; letters of scripts that this table lacks stay as they are."""
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return "".join(_LETTERS[letter] if letter in _LETTERS else _unmarked(letter) for letter in folded)


@lru_cache(4096)
def _unmarked(letter: str) -> str:
    """A letter without its marks; the letter under the marks may be one of the tables."""
    apart = (part for part in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(part))
    return "".join(_LETTERS.get(part, part) for part in apart)


def is_unvocalised(text: str) -> bool:
    """Whether a name stands in a script without short vowels."""
    return any(letter in _BARE for letter in text)
