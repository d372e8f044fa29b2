"""Rules for years, their parts and what is larger: ``1907``, ``the 1990s``, ``third quarter``, ``last winter``."""

import re

from woozle.toolbox.later import later
from woozle.toolbox.when import meaning as m
from woozle.toolbox.when.scene import Rule, Scene
from woozle.toolbox.when.words import EDGE, SHIFTS, SPOKEN_YEAR, YEAR, S, year_number

_ASKS_YEAR = re.compile(
    r"\b(?:in|since|until|till|by|during|from|before|after|between|of|early|mid|late|year|around|circa|back to|summer"
    r"|winter|autumn|spring|fall)[- \n]\Z",
    re.IGNORECASE,
)
#: What follows a count, a page or a model: then the four digits are no year.
_COUNTS = re.compile(
    r"[- \n](?:[a-z]{3,18}[- ])?(?:people|men|women|children|troops|dead|killed|wounded|hours|hrs|h|km|kg|m|mm|tons?"
    r"|feet|miles?|metres|meters|years?|days|weeks|months|minutes|per|percent|UTC|GMT|local|soldiers|residents|civilians"
    r"|homes|houses|jobs|workers|others|euros?|dollars|pounds|roubles|tonnes|units|cases|votes|points|shares|copies"
    r"|families|members|fighters|prisoners|tickets|passengers|times)\b"
)
_PLURAL = re.compile(r"[ \n][a-z]{2,18}s\b")
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)[ ](?:©[ ])?\Z", re.IGNORECASE)
_NO_YEAR = re.compile(
    r"(?:[$€£#№©]|\b(?:resolution|no\.?|number|highway|route|page|flight|room|version|model|some|about|nearly|than|least"
    r"|over|almost|to|up to|windows|boeing|airbus|ps|usd|eur)) ?\Z",
    re.IGNORECASE,
)


def _year(match: re.Match[str], scene: Scene) -> m.Meaning | None:
    year = int(match["year"])
    before = scene.text[max(0, match.start("year") - 14) : match.start("year")]
    asked = bool(match["edge"] or match["the"] or _ASKS_YEAR.search(before))
    if _COPYRIGHT.search(before):
        return None
    if _COUNTS.match(scene.text, match.end()) or (not asked and (not 1900 <= year < 2100 or _NO_YEAR.search(before))):
        return None
    if not asked and year % 100 == 0 and _PLURAL.match(scene.text, match.end()):
        return None  # "2000 pieces", "the 2000 troops": round figures count more often than they date
    return m.year_of(year)


def _spoken(match: re.Match[str], _scene: Scene) -> m.Meaning | None:
    """``in nineteen ninety-six``; "two thousand" alone is a number."""
    year = year_number(match["spoken"])
    return None if year % 100 == 0 else m.year_of(year)


def _fiscal(match: re.Match[str], _scene: Scene) -> m.Meaning | None:
    """A fiscal year begins when its body says so: no interval."""
    return m.unresolved("year", f"FY{match['year']}")


def _years(match: re.Match[str], _scene: Scene) -> m.Meaning | None:
    first = int(match["first"])
    last = int(match["last"]) if match["last"] else first // 100 * 100 + int(match["tail"])
    return m.years_of(first, last + 1 - first, None) if first < last < first + 200 else None


def _decade(match: re.Match[str], _scene: Scene) -> m.Meaning | None:
    digits = match["decade"]
    first = int(digits) if len(digits) == 4 else (1900 + int(digits) if int(digits) >= 20 else 2000 + int(digits))
    if first % 100 == 0:
        return None
    return m.years_of(first, 10, f"{first // 10}")


_DECADES = {"twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960} | {
    "seventies": 1970,
    "eighties": 1980,
    "nineties": 1990,
}


def _worded_decade(match: re.Match[str], _scene: Scene) -> m.Meaning | None:
    first = _DECADES[match["decade"].lower()]
    return m.years_of(first, 10, f"{first // 10}")


def _century(match: re.Match[str], _scene: Scene) -> m.Meaning | None:
    words = {"nineteenth": 19, "twentieth": 20, "eighteenth": 18, "seventeenth": 17, "sixteenth": 16}
    text = match["century"].lower()
    number = words.get(text) or int(re.sub(r"\D", "", text) or 0)
    return m.years_of(number * 100 - 100 or 1, 100, f"{number - 1:02d}") if 1 <= number <= 30 else None


_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}


def _this_or_year(match: re.Match[str], scene: Scene) -> int | None:
    """The year that stands in the match, or that "this/last/next year" names."""
    if match["year"]:
        return int(match["year"])
    if match["shift"] and scene.day:
        return scene.day.year + SHIFTS[match["shift"].lower()]
    return None


def _quarter(match: re.Match[str], scene: Scene) -> m.Meaning | None:
    quarter = _QUARTERS.get((match["word"] or "").lower()) or int(match["digit"] or 0)
    year = _this_or_year(match, scene)
    if year is not None:
        return m.quarter_of(year, quarter, m.TEXT if match["year"] else m.PUBLISHED)
    if scene.day is None:
        return m.unresolved("season", f"XXXX-Q{quarter}")
    here = (scene.day.month + 2) // 3
    shift = int(quarter < here) if scene.leans(match) else -int(quarter > here)
    return m.quarter_of(scene.day.year + shift, quarter, m.PUBLISHED)


def _half(match: re.Match[str], scene: Scene) -> m.Meaning | None:
    year = _this_or_year(match, scene)
    half = 1 if match["word"].lower() in ("first", "h1") else 2
    return None if year is None else m.half_of(year, half, m.TEXT if match["year"] else m.PUBLISHED)


_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}


def _season(match: re.Match[str], scene: Scene) -> m.Meaning | None:
    season = _SEASONS[match["season"].lower()]
    if match["year"]:
        return m.season_of(int(match["year"]), season)
    if scene.day is None:
        return m.unresolved("season", f"XXXX-{season}")
    # A winter counts from its December: in January the running winter began last year.
    year = scene.day.year - (season == "WI" and scene.day.month < 3)
    begin = m.SEASONS[season]
    month = scene.day.month + (12 if season == "WI" and scene.day.month < 3 else 0)
    shift = (match["shift"] or "").lower()
    if shift == "last" and month < begin + 3:
        year -= 1
    elif shift in ("next", "coming") and month >= begin:
        year += 1
    elif shift in ("", "the"):
        ahead = scene.leans(match)
        year += int(bool(ahead) and month >= begin + 3) - int(not ahead and month < begin)
    return m.season_of(year, season, m.PUBLISHED)


def _compile(pattern: str) -> re.Pattern[str]:
    return later(rf"(?<![\w/.,$€£-]){pattern}(?!\w)")


_SEASON = r"(?P<season>(?i:spring|summer|autumn|fall|winter))"
_OF_YEAR = rf"(?:,?{S}(?:(?:of|in){S})?(?:(?P<year>{YEAR})|(?:(?P<shift>(?i:this|last|next)){S}year)))"

RULES = (
    Rule(_compile(rf"(?:(?P<edge>(?i:{EDGE}))[ -])?(?:(?P<the>the year){S})?(?P<year>{YEAR})(?![-/]\d)"), _year),
    Rule(
        _compile(
            r"(?P<first>(?:1[5-9]|20)\d\d)(?:[-–/](?P<tail>\d\d)|(?:[-–/]| to | through )(?P<last>(?:1[5-9]|20)\d\d))"
            r"(?![-\d])"
        ),
        _years,
    ),
    Rule(
        _compile(
            rf"(?:(?<=in )|(?<=since )|(?<=until )|(?<=of )|(?<=from )|(?<=by ))(?P<spoken>(?i:{SPOKEN_YEAR}))"
            rf"(?![\w-]|{S}[a-z]{{2,18}}s\b)"
        ),
        _spoken,
    ),
    Rule(_compile(rf"(?i:fiscal(?:{S}year)?){S}(?P<year>{YEAR})"), _fiscal),
    Rule(_compile(rf"(?:(?:the{S})?(?:{EDGE})[ -])?(?P<decade>(?:1[5-9]|20)\d0)[’']?s"), _decade),
    Rule(re.compile(rf"(?<=the )(?:(?:{EDGE})[ -])?[’']?(?P<decade>[2-9]0)[’']?s\b"), _decade),
    Rule(re.compile(r"(?<=and )(?P<decade>[2-9]0)s\b"), _decade),
    Rule(
        re.compile(rf"(?<![\w-])(?:(?<=the )|(?<=in ))(?:(?:{EDGE})[ -])?(?P<decade>(?i:{'|'.join(_DECADES)}))\b"),
        _worded_decade,
    ),
    Rule(
        _compile(
            rf"(?:(?:{EDGE})[ -])?(?P<century>\d{{1,2}}(?:st|nd|rd|th)"
            rf"|(?i:(?:six|seven|eigh|nine)teenth|twentieth))(?:{S}|-)century"
        ),
        _century,
    ),
    Rule(
        _compile(
            rf"(?:(?i:the){S})?(?:(?P<word>(?i:{'|'.join(_QUARTERS)}))[ -](?i:quarter)|[Qq](?P<digit>[1-4])){_OF_YEAR}?"
        ),
        _quarter,
    ),
    Rule(
        _compile(
            rf"(?:(?P<shift>(?i:this|last|next)){S}year[’']s|(?:(?i:the){S})?(?P<year>{YEAR})){S}"
            rf"(?P<word>(?i:{'|'.join(_QUARTERS)}))[ -](?i:quarter)(?P<digit>(?!))?"
        ),
        _quarter,
    ),
    Rule(_compile(rf"(?P<year>{YEAR})[ -]?[Qq](?P<digit>[1-4])(?P<word>(?!))?(?P<shift>(?!))?"), _quarter),
    Rule(_compile(rf"(?P<year>{YEAR})[ -]?(?P<word>[Hh][12])(?P<shift>(?!))?"), _half),
    Rule(_compile(rf"(?P<word>H[12]){S}(?P<year>{YEAR})(?P<shift>(?!))?"), _half),
    Rule(
        _compile(rf"(?:(?i:the){S})?(?P<word>(?i:first|second))[ -]half{S}of{_OF_YEAR.replace(',?' + S, S, 1)}"), _half
    ),
    Rule(
        _compile(rf"(?:(?:{EDGE})[ -])?(?P<shift>(?i:last|this|next|coming)){S}{_SEASON}(?P<year>(?!))?"),
        _season,
    ),
    Rule(
        _compile(
            rf"(?:(?i:the){S})?(?:(?i:{EDGE})[ -])?{_SEASON}"
            rf"(?:,?{S}(?:of{S})?)(?P<year>{YEAR})(?P<shift>(?!))?"
        ),
        _season,
    ),
    Rule(
        re.compile(r"\b(?<=in )(?P<shift>the) (?P<season>spring|summer|autumn|winter)(?P<year>(?!))?\b(?! of)"),
        _season,
    ),
)
