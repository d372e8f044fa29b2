"""Dictionary forms of the words that the rules for happenings know, by their endings.

A tagger's lemmas of forms that it seldom saw are often a letter short or long ("admitt", "explod"), and these rules
stand and fall with them. So a form is led back to a word that the rules know wherever its ending allows, and only else
the tagger's lemma is taken.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from woozle.toolbox.happen.governors import GOVERNORS
from woozle.toolbox.happen.triggers import ABSTRACT, BACK, DOERS, EXPLOSIVES, GUNS, LAYS, LIGHT, NOUNS, PLANES, VERBS
from woozle.toolbox.happen.words import AUTHORITIES, FORCES, GROUND, PACTS, PAPERS, PEOPLE, REACHES, VEHICLES, WEAPONS

_VERBS = frozenset(VERBS) | GOVERNORS | LIGHT | LAYS | REACHES | {"set", "open", "have"}
_NOUNS = (
    frozenset(NOUNS)
    | BACK
    | DOERS
    | ABSTRACT
    | EXPLOSIVES
    | GUNS
    | PLANES
    | AUTHORITIES
    | FORCES
    | GROUND
    | PACTS
    | PAPERS
    | PEOPLE
    | VEHICLES
    | WEAPONS
)
_IRREGULAR: Mapping[str, str] = MappingProxyType(
    dict(
        pair.split("=")
        for pair in (
            "shot=shoot slain=slay slew=slay fought=fight fled=flee took=take taken=take stole=steal stolen=steal "
            "blew=blow blown=blow struck=strike withdrew=withdraw withdrawn=withdraw held=hold found=find laid=lay "
            "threw=throw thrown=throw left=leave said=say told=tell sank=sink sunk=sink went=go gone=go knew=know "
            "known=know thought=think overran=overrun hid=hide hidden=hide sought=seek broke=break broken=break "
            "began=begin begun=begin came=come burnt=burn beaten=beat made=make led=lead undertook=undertake "
            "undertaken=undertake shelled=shell shelling=shell retook=retake retaken=retake swore=swear sworn=swear"
        ).split()
    )
)
_MANY: Mapping[str, str] = MappingProxyType({"men": "man", "women": "woman", "children": "child", "lives": "life"})
_ENDINGS = (
    ("ies", "y"),
    ("ied", "y"),
    ("es", ""),
    ("es", "e"),
    ("s", ""),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
)


def _stems(word: str) -> Iterator[str]:
    """What a form may come from, the likelier first."""
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: -len(ending)] + instead
            yield stem
            if len(stem) > 3 and stem[-1] == stem[-2]:
                yield stem[:-1]


def lemma_of(word: str, pos: str | None, lemma: str | None) -> str:
    """The dictionary form of a word in small letters.

    Args:
        word: as it stands, in small letters.
        pos: its UPOS tag.
        lemma: the tagger's lemma, for words that the rules do not know.
    """
    if pos in ("VERB", "ADJ", "AUX"):
        if word in _IRREGULAR:
            return _IRREGULAR[word]
        forms = [word, *_stems(word)] if not word.endswith(("ing", "ed")) else [*_stems(word), word]
        return next((form for form in forms if form in _VERBS), (lemma or word).lower())
    for ending, one in _MANY.items():
        if word == ending or (ending == "men" and word.endswith("men") and len(word) > 4):
            return word[: -len(ending)] + one
    nouns = (*_stems(word), word) if word.endswith("s") and word not in NOUNS else (word, *_stems(word))
    return next((form for form in nouns if form in _NOUNS), (lemma or word).lower())
