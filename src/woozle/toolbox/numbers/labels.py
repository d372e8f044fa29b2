"""Numbers that count nothing: names of roads and types, pages, scores, telephones, and "one" as a pronoun."""

import re

from woozle.toolbox.numbers.figure import Figure

_LABEL = re.compile(
    r"(?:\b(?:paragraph|line|platform|exit|step|day|level|phase|version|unit|block|gate|hall|ward|sector"
    r"|zone|district|point|hill|grade|class|category|track|tel|phone|hotline|protocol|bus|tram|pier|berth|slide|figure"
    r"|table|appendix|annex|rule|law|code|g|model|type|order|case|file|item|bill|lot|square|quay|buoy|locker|cabin|hut|base))\s\Z",
    re.IGNORECASE,
)
_STRONG = re.compile(
    r"(?:\b(?:(?-i:Bill|Proposition|Amendment|Measure|Directive|Protocol)|pages?|room|flight|stone|number|no\.|nos\.|channel|chapter|article|section|route|highway|resolution"
    r"|group of|brigade|battalion|regiment|division|school|kindergarten|hospital|checkpoint|reactor|apartment)"
    r"\s|[#№©]\s?|\bcopyright\s|\(c\)\s)\Z",
    re.IGNORECASE,
)
#: So many figures without a mark among them are a key or a telephone number.
_KEY = re.compile(r"\d{8,}")
_NO_NOUN = frozenset(
    (
        "and was were has had does did is are says said that who which when will would could may after before "
        "since from with for"
    ).split()
)
_NAME = re.compile(r"(?:[\w,)’'][ ]|[“\"‘(])(?P<word>[A-Z][A-Za-z]+)\s\Z")
_ITEM = re.compile(r"(?:\A|\n)[ \t(]{0,3}\Z")
_SCORE = re.compile(
    r"\b(?:won|win|beat|lost|lose|drew|draw|score|victory|defeat|led|lead)\b[^.\n]{0,25}\Z", re.IGNORECASE
)
_PRONOUN = re.compile(
    r"\b(?:one\sby|no|any|every|each|this|that|the|another|which|some|square|day|someone|a|big|good|only)\s\Z",
    re.IGNORECASE,
)
#: "a necessary one."
_AFTER_ARTICLE = re.compile(r"\b(?:an?|the|this|that|another)\s(?:[\w-]{1,14}\s){1,2}\Z", re.IGNORECASE)
_NOT_COUNTED = frozenset(
    (
        "another day by time thing way side hand word more morning evening night moment eye step "
        "can could should might must may would will has had is was never always who that knows"
    ).split()
)
_NEXT = re.compile(r"\s(?P<word>[a-z]+)")


def is_label(text: str, figure: Figure) -> bool:
    """Whether digits or number words name something rather than count it."""
    before = text[max(0, figure.start - 24) : figure.start]
    following = _NEXT.match(text, figure.end)
    is_followed = following is not None and len(following["word"]) > 2 and following["word"] not in _NO_NOUN
    if _STRONG.search(before) or (_LABEL.search(before) and not is_followed):
        return True
    if _KEY.fullmatch(text, figure.start, figure.end) and figure.unit is None:
        return True
    if _ITEM.search(before) and re.match(r"[.)]\s", text[figure.end : figure.end + 2]):
        return True  # the number of an item in a list
    if re.search(r"\d[-–]\Z", before) or re.match(r"[-–]\d", text[figure.end : figure.end + 2]):
        return True  # a score, a telephone number: a range would have been joined
    if re.search(r"[A-Za-z]-\Z", before) or re.match(r"[-–][A-Z]", text[figure.end : figure.end + 2]):
        return True
    match = _NAME.search(before)
    return bool(match and not figure.is_words and not is_followed and figure.unit is None)


def is_score(text: str, figure: Figure) -> bool:
    """Whether a range in digits is the result of a match or a telephone number."""
    words = text[figure.start : figure.end]
    if re.fullmatch(r"\d{3}[-–]\d{4}", words):
        return _NEXT.match(text, figure.end) is None
    if re.fullmatch(r"\d{1,2}[-–]\d{1,2}", words):
        return bool(_SCORE.search(text[max(0, figure.start - 40) : figure.start]))
    return False


def is_pronoun(text: str, figure: Figure) -> bool:
    """Whether "one" stands for somebody rather than counts: "one never knows", "this one", "one by one"."""
    if figure.kind != "one":
        return False
    before = text[max(0, figure.start - 12) : figure.start]
    if (
        _AFTER_ARTICLE.search(text, max(0, figure.start - 36), figure.start)
        and text[figure.end : figure.end + 1] in ".,;!?"
    ):
        return True
    if _PRONOUN.search(before) or re.match(r"[-’']", text[figure.end : figure.end + 1]):
        return True
    following = _NEXT.match(text, figure.end)
    if re.match(
        r"\sof\s(?:the|its|his|her|their|our)\s(?:most|least|first|last|few|many|[a-z]{3,12}est)\b",
        text[figure.end : figure.end + 28],
    ):
        return True
    if following is None:
        return text[figure.end : figure.end + 1] == "," or figure.end == len(text)
    return following["word"] in _NOT_COUNTED
