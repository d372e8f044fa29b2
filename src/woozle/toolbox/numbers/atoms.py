"""Finds the bare numbers of a text: digits, words, vague words, fractions, and the words for none, one and two."""

import re
import unicodedata

from woozle.toolbox.later import later
from woozle.toolbox.numbers.figure import Figure
from woozle.toolbox.numbers.units import unit_after
from woozle.toolbox.numbers.words import FRACTIONS, SCALES, VAGUE, WORDS, digits_value, words_value
from woozle.toolbox.spans import longest

_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d{1,15})(?:\.\d{1,9})?"
_NUMBER = later(
    rf"(?<![\w.:/])(?<!\d,)(?P<digits>{_DIGITS})(?P<gap>[- \u00a0]?)"
    r"(?P<scale>hundred|thousand|million|billion|trillion|mln|mn|bn|tn|k|m)?"
    r"(?![a-zA-Z]*\d)(?![.,/]\d)(?=(?P<tail>[A-Za-z]*))(?P<half>\sand\sa\shalf\b)?"
)
_WORDS = later(
    rf"(?<![\w-])(?P<words>(?i:{WORDS}))(?:[ ](?P<scale>hundred|thousand|million|billion))?(?![\w])"
    r"(?P<half>\sand\sa\shalf\b)?",
    re.IGNORECASE,
)
_VAGUE = later(
    r"(?<![\w-])(?P<vague>"
    + "|".join(sorted((word.replace(" ", r"\s") for word in VAGUE), key=len, reverse=True))
    + r")(?![\w-])",
    re.IGNORECASE,
)
_PARTS = "third|quarter|fifth|sixth|seventh|eighth|ninth|tenth"
_FRACTION = later(
    rf"(?<![\w-])(?:(?P<top>one|two|three|four|five|six|seven|nine)[- ](?P<part>half"
    rf"|(?:{_PARTS})s?)(?=\sof\b|\smajority|\sempty|\sfull|[.,;)]|\Z)"
    rf"|(?P<one>an?\s(?:{_PARTS}))(?=\sof\b)|(?<=by\s)(?P<by>an?\s(?:{_PARTS})|half)(?=[\s.,;])|(?<!\band\sa\s)(?P<half>half)(?=\s(?:of|the|its|their|his|her)\b)"
    r"|(?P<n>one|two|three|four|\d)\s(?:in|out\sof)\s(?:every\s)?(?P<of>two|three|four|five|six|seven|eight|nine|ten|\d{1,3})(?=\s[a-z]|[.,;)]|\Z))",
    re.IGNORECASE,
)
_MIXED = later(
    r"(?<![\w.,:/])(?:(?P<whole>\d{1,3})[ \u00a0-]?)?"
    r"(?:(?P<mark>[¼½¾⅐-⅞])|(?:(?<=[ \u00a0-])|(?<!\d))(?P<top>[1-9])/(?P<bottom>[2-9]|10))(?![\d/])"
)
_CASUALTY = (
    r"casualt(?:y|ies)|injur(?:y|ies)|deaths?|victims?|wounded|survivors?|loss(?:es)?|fatalit(?:y|ies)|infections?|arrests?"
    r"|hostages?|prisoners?|survivors?|killed|dead"
)
_NONE = later(
    rf"(?<![\w-])(?:(?P<nobody>nobody|no\sone|none)|(?P<no>no)(?=\s(?:[a-z]{{2,12}}\s)?(?:{_CASUALTY})\b)|(?P<zero>zero)(?=\s[a-z]))(?![\w-])",
    re.IGNORECASE,
)
_PAIR = later(
    r"(?<![\w-])(?:(?P<both>both|twin)(?=\s(?:[a-z]{2,14}\s){0,1}[a-z]{2,14}s\b(?!\sand\b))|(?P<pair>a\spair)(?=\sof\b))",
    re.IGNORECASE,
)
_SINGLE = later(
    r"(?<=\b[Aa]\s)(?P<single>lone|single)(?=\s[a-z])|(?<=\b[Tt]he\s)(?P<lone>lone)(?=\s[a-z]{2,16}(?<!s)(?<!men)(?<!people)\b)"
)
_ARTICLE = later(
    r"(?<![\w-])(?P<count>half\san|half\sa|an?)(?=\s(?:fortnight|hour|day|week|month|year|minute|kilomet(?:re|er)|mile|dollar|decade)\b)",
    re.IGNORECASE,
)
_TENS = later(r"(?<=\b(?:his|her)\s)(?P<tens>[2-9]0)s\b|(?<=\btheir\s)(?P<tens2>[2-9]0)s\b")


def _digit_figure(match: re.Match[str], text: str) -> Figure | None:
    """A number in digits; an attached "m" is a million only before a noun or behind a currency sign."""
    digits, scale, tail = match["digits"], match["scale"], match["tail"]
    if len(digits) > 1 and digits[0] == "0" and digits[1] != ".":
        return None
    if re.match(r"(?:st|nd|rd|th)\b", text[match.end("digits") : match.end("digits") + 3]):
        return None
    end, factor = match.end("digits"), 1.0
    if scale and not tail:
        is_mark = scale in ("m", "k")
        is_million = scale != "m" or _means_million(text, match)
        if is_million and not (is_mark and match["gap"]):
            end, factor = match.end("scale"), SCALES[scale]
    value = digits_value(digits) * factor
    if match["half"] and end == match.start("half"):
        end, value = match.end("half"), value + factor / 2
    return Figure(match.start(), end, value, value)


def _means_million(text: str, match: re.Match[str]) -> bool:
    if re.search(r"[$€£]\s?\Z", text[max(0, match.start() - 2) : match.start()]):
        return True
    return bool(
        re.match(r"\s(?:people|[a-z]{3,16}s|men|women|children)\b", text[match.end("scale") : match.end("scale") + 22])
    )


def _word_figure(match: re.Match[str]) -> Figure | None:
    value = words_value(match["words"])
    if value is None:
        return None
    words = match["words"].lower()
    scale = SCALES[match["scale"].lower()] if match["scale"] else 1.0
    # "one million and a half" adds half a million; "a hundred and a half" is not said of counts.
    half = scale * SCALES.get(words.split()[-1], 1.0) if match["half"] else 0.0
    is_half = half >= 1e6
    value = value * scale + (half / 2 if is_half else 0.0)
    kind = "one" if words == "one" and not match["scale"] else "number"
    end = match.end() if is_half or not match["half"] else match.start("half")
    return Figure(match.start(), end, value, value, kind, "dozen" in words, True)


def _fraction_figure(match: re.Match[str]) -> Figure | None:
    if match["n"]:
        top, of = (words_value(word) if word.isalpha() else float(word) for word in (match["n"], match["of"]))
        if not top or not of or top >= of:
            return None
        share = top / of
    else:
        part = match["part"] or match["one"] or match["by"] or match["half"]
        share = FRACTIONS[part.lower().split()[-1].removesuffix("s")] * (
            (match["top"] and words_value(match["top"])) or 1.0
        )
    start = match.start() if not match["by"] else match.start("by")
    return Figure(start, match.end(), round(share, 4), round(share, 4), "fraction", False, True, "share")


def _mixed_figure(match: re.Match[str], text: str) -> Figure | None:
    """``2 1/2`` and ``1½``; a fraction alone counts only before "of" or a unit, because 9/11 and 24/7 are names."""
    mark, whole = match["mark"], float(match["whole"] or 0)
    part = unicodedata.numeric(mark) if mark else int(match["top"]) / int(match["bottom"])
    is_share = not match["whole"] and re.match(r"\sof\b", text[match.end() : match.end() + 4])
    if not 0 < part < 1 or not (mark or match["whole"] or is_share or unit_after(text, match.end())):
        return None
    value = round(whole + part, 4)
    return Figure(
        match.start(),
        match.end(),
        value,
        value,
        "fraction" if is_share else "number",
        unit="share" if is_share else None,
    )


def _fixed(match: re.Match[str], value: float, kind: str) -> Figure:
    return Figure(match.start(), match.end(), value, value, kind, False, True)


def _article_figure(match: re.Match[str]) -> Figure:
    value = 0.5 if match["count"].lower().startswith("half") else 1.0
    return Figure(match.start(), match.end(), value, value, "article", False, True)


def _tens_figure(match: re.Match[str]) -> Figure:
    low = float(match["tens"] or match["tens2"])
    return Figure(match.start(), match.end(), low, low + 9, "age", True, False, "year")


def _vague_figure(match: re.Match[str]) -> Figure:
    low, high = VAGUE[re.sub(r"\s", " ", match["vague"].lower())]
    return Figure(match.start(), match.end(), low, high, "vague", True, True)


def find_atoms(text: str) -> list[Figure]:
    """The bare numbers of a text in order, without overlaps: of two that overlap, the longer stays."""
    found = [figure for match in _NUMBER.finditer(text) if (figure := _digit_figure(match, text))]
    found += [figure for match in _WORDS.finditer(text) if (figure := _word_figure(match))]
    found += [_vague_figure(match) for match in _VAGUE.finditer(text)]
    found += [figure for match in _FRACTION.finditer(text) if (figure := _fraction_figure(match))]
    found += [figure for match in _MIXED.finditer(text) if (figure := _mixed_figure(match, text))]
    found += [_fixed(match, 0.0, "none") for match in _NONE.finditer(text)]
    found += [_fixed(match, 2.0, "pair") for match in _PAIR.finditer(text)]
    found += [_fixed(match, 1.0, "single") for match in _SINGLE.finditer(text)]
    found += [_article_figure(match) for match in _ARTICLE.finditer(text)]
    found += [_tens_figure(match) for match in _TENS.finditer(text)]
    return longest(found, lambda each: each.kind == "number")
