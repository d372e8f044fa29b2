"""Tells names of places that stand for those who rule there: "Moscow denied it", "Kyiv's forces"."""

import re

#: What those who rule do, and a place does not.
_DOES = (
    "accuses accused acknowledges acknowledged admits admitted agrees agreed alleges alleged announces announced "
    "blames blamed claims claimed condemns condemned confirms confirmed denies denied demands demanded dismisses "
    "dismissed hopes hoped insists insisted maintains maintained promises promised refuses refused rejects "
    "rejected responds responded says said seeks sought tells told threatens threatened vows vowed wants wanted "
    "warns warned"
)
_THEIRS = (
    "allies ambassador army authorities claims control counteroffensive demands denial diplomats forces government "
    "invasion leaders leadership military ministry narrative officials policy position propaganda regime response rule "
    "soldiers spokesman spokeswoman statement stance troops war"
)
_SPEAKS = re.compile(
    rf"(?: (?:has|have|had|also|now|still|repeatedly|then|itself|,))* (?:{'|'.join(_DOES.split())})\b"
    r"| is (?:accusing|blaming|demanding|denying|pointing|threatening|trying)\b"
)
_OWNS = re.compile(rf"(?:['’]s?)(?: [\w-]+){{0,2}}? (?:{'|'.join(_THEIRS.split())})\b| regime\b")
#: Before the name of a place where something is: "an official in Minsk said".
_WHERE = re.compile(r"\b(?:at|around|from|in|inside|into|near|of|outside|to|towards?) \Z", re.IGNORECASE)
#: The longest of these words, and the space behind it.
_REACH = 8


def stands_for_rulers(text: str, start: int, end: int) -> bool:
    """Whether the words around a capital's name at half-open [start, end) say that those who rule there are meant."""
    if _OWNS.match(text, end):
        return True
    return bool(_SPEAKS.match(text, end)) and not _WHERE.search(text, max(0, start - _REACH), start)
