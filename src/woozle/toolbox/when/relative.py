"""Rules for times told from the report's day: ``yesterday``, ``last week``, ``on Tuesday night``, ``two days ago``."""

import re
from datetime import date

from woozle.toolbox.later import later
from woozle.toolbox.when import meaning as m
from woozle.toolbox.when.scene import Rule, Scene, weekday_near, weekday_shifted
from woozle.toolbox.when.words import (
    EDGE,
    NUMBER,
    PART,
    PARTS,
    SHIFTS,
    SHORT_DAY,
    UNIT,
    WEEKDAY,
    WEEKDAYS,
    S,
    number,
    unit,
)


def _part(meaning: m.Meaning | None, part: str | None) -> m.Meaning | None:
    """The whole day under the value of one of its parts: "morning" has no fixed hours."""
    if meaning is None or meaning.value is None or not part:
        return meaning
    return m.with_value(meaning, meaning.value + PARTS[part.lower()])


_DEICTIC = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0, "last night": -1, "tomorrow night": 1}


def _deictic(match: re.Match[str], scene: Scene) -> m.Meaning | None:
    word = re.sub(r"\s+", " ", match["word"].lower())
    days = {"the day before yesterday": -2, "the day after tomorrow": 2}.get(word, _DEICTIC.get(word, 0))
    part = "night" if "night" in word else match["part"]
    found = m.unresolved("day") if scene.day is None else _part(m.days_on(scene.day, days), part)
    return m.with_days(found, days)


def _this_part(match: re.Match[str], scene: Scene) -> m.Meaning | None:
    found = m.unresolved("day") if scene.day is None else _part(m.days_on(scene.day, 0), match["part"])
    return m.with_days(found, 0)


def _overnight(_match: re.Match[str], scene: Scene) -> m.Meaning | None:
    """The night before the report's day; both days, because the report does not say on which side of midnight."""
    if scene.day is None:
        return m.unresolved("vague")
    first, last = m.days_on(scene.day, -1), m.days_on(scene.day, 0)
    if not first or not last or first.start is None or last.end is None:
        return None
    return m.Meaning(first.start, last.end, "vague", m.PUBLISHED, f"{first.value}TNI")


def _weekday(match: re.Match[str], scene: Scene) -> m.Meaning | None:
    weekday = WEEKDAYS[match["weekday"].lower()]
    shift = (match["shift"] or "").lower()
    ahead = scene.leans(match)
    if shift:
        return _part(weekday_shifted(scene, weekday, shift, ahead), match["part"])
    return _part(weekday_near(scene, weekday, ahead), match["part"])


def _week_of_weekday(match: re.Match[str], scene: Scene) -> m.Meaning | None:
    """``Tuesday last week``, ``Monday of next week``."""
    if scene.day is None:
        return m.unresolved("day")
    weeks = SHIFTS[match["shift"].lower()]
    days = WEEKDAYS[match["weekday"].lower().rstrip(".")] - scene.day.weekday() + 7 * weeks
    return m.days_on(scene.day, days)


def _day_week(match: re.Match[str], scene: Scene) -> m.Meaning | None:
    """``Saturday week``: seven days after the coming one; ``today fortnight``."""
    if scene.day is None:
        return m.unresolved("day")
    name, more = match["day"].lower(), 7 if match["length"] == "week" else 14
    ahead = {"today": 0, "tomorrow": 1}.get(name)
    if ahead is None:
        ahead = (WEEKDAYS[name] - scene.day.weekday()) % 7 or 7
    return m.with_days(m.days_on(scene.day, ahead + more), ahead + more)


_THE_LAST = re.compile(r"the\slast\s", re.IGNORECASE)
#: "over the last week" is the seven days up to now.
_THROUGH = re.compile(r"\b(?:over|during|within|for)\s\Z")


def _period(match: re.Match[str], scene: Scene) -> m.Meaning | None:
    shift, name = SHIFTS[match["shift"].lower()], match["unit"].lower()
    is_span = (
        match["shift"].lower() == "last"
        and _THE_LAST.match(match[0])
        and _THROUGH.search(scene.text, max(0, match.start() - 8), match.start())
    )
    if (match["shift"].lower() == "past" or is_span) and name not in ("weekend", "quarter"):
        return m.unresolved("vague", "P1" + unit(name))
    if scene.day is None:
        return m.unresolved({"weekend": "day", "quarter": "season"}.get(name, name))
    return _shifted(scene, name, shift)


def _shifted(scene: Scene, name: str, shift: int) -> m.Meaning | None:
    """The week, weekend, month, quarter or year that lies `shift` of them from the report's day."""
    day = scene.day
    if day is None:
        return None
    if name == "week":
        return m.week_of(day, shift)
    if name == "weekend":
        # On a Monday to Friday "last weekend" is the one just gone, on a Sunday the one before this.
        return m.weekend_of(day, shift)
    if name == "month":
        return m.month_of(*m.months_on(day.year, day.month, shift), m.PUBLISHED)
    if name == "quarter":
        year, month = m.months_on(day.year, day.month, 3 * shift)
        return m.quarter_of(year, (month + 2) // 3, m.PUBLISHED)
    return m.year_of(day.year + shift, m.PUBLISHED)


def _second(match: re.Match[str], scene: Scene) -> m.Meaning | None:
    """``the week after next``, ``the month before last``."""
    name = match["unit"].lower()
    return m.unresolved(name) if scene.day is None else _shifted(scene, name, 2 if match["next"] else -2)


def _of_the_period(match: re.Match[str], scene: Scene) -> m.Meaning | None:
    """``the end of the year``, ``earlier in the month``: the one that runs on the report's day."""
    name = match["unit"].lower()
    return m.unresolved(name) if scene.day is None else _shifted(scene, name, 0)


def _plain_weekend(match: re.Match[str], scene: Scene) -> m.Meaning | None:
    if scene.day is None:
        return m.unresolved("day")
    is_past = scene.day.weekday() < 5 and not scene.leans(match)
    return m.weekend_of(scene.day, -1 if is_past else 0)


def counted_from(day: date, count: float, letters: str) -> m.Meaning | None:
    """The day, week, month or year that lies `count` units from a day: no finer than the unit."""
    whole = int(count)
    if count != whole or abs(whole) > 3000:
        return None
    if letters == "D":
        return m.days_on(day, whole)
    if letters == "W":
        return m.week_of(day, whole)
    if letters == "M":
        return m.month_of(*m.months_on(day.year, day.month, whole), m.PUBLISHED)
    if letters in ("Y", "DE", "CE"):
        years = whole * {"Y": 1, "DE": 10, "CE": 100}[letters]
        found = m.year_of(day.year + years, m.PUBLISHED)
        return found if letters == "Y" else found and m.years_of(day.year + years - 5, 10, None, m.PUBLISHED)
    return None


def _counted(scene: Scene, count: float, letters: str) -> m.Meaning | None:
    return None if scene.day is None else counted_from(scene.day, count, letters)


def _ago(match: re.Match[str], scene: Scene) -> m.Meaning | None:
    letters = unit(match["unit"])
    precision = {"D": "day", "W": "week", "M": "month", "Y": "year"}.get(letters, "vague")
    count = number(match["count"]) if match["count"] else None
    if match["unit"].lower().startswith("fortnight") and count:
        count *= 2
    if count is None or match["about"]:
        value = f"P{count:g}{letters}" if count and not letters.startswith("T") else None
        return m.unresolved(precision if count else "vague", value)
    found = _counted(scene, -count, letters) or m.unresolved(precision)
    return m.with_days(found, -int(count)) if letters == "D" and count == int(count) else found


def _from_now(match: re.Match[str], scene: Scene) -> m.Meaning | None:
    count = number(match["count"])
    return None if count is None else _counted(scene, count, unit(match["unit"])) or m.unresolved("vague")


def _unit_of_day(_match: re.Match[str], scene: Scene) -> m.Meaning | None:
    """``a week ago today``, ``Tuesday week``: kept apart because the day is exact."""
    return m.unresolved("day") if scene.day is None else m.days_on(scene.day, -7)


def _reference(match: re.Match[str], scene: Scene) -> m.Meaning | None:
    words = match[0].lower()
    if words.startswith("just") and scene.day is not None:
        return m.days_on(scene.day, 0)
    if re.search(r"past|recent|lately", words):
        return m.unresolved("vague", "PAST_REF")
    if re.search(r"future|term|soon", words):
        return m.unresolved("vague", "FUTURE_REF")
    return m.unresolved("vague", "PRESENT_REF")


def _compile(pattern: str) -> re.Pattern[str]:
    return later(rf"(?<![\w-]){pattern}(?![\w-])")


_EDGE = rf"(?:(?P<edge>(?i:{EDGE}))[ ])?"
_PART = rf"(?:{S}(?P<part>(?i:{PART})))?"
_ABOUT = rf"(?P<about>(?i:about|around|some|nearly|almost|roughly|more than|over|less than|at least){S})?"

RULES = (
    Rule(
        _compile(
            rf"{_EDGE}(?P<word>(?i:the{S}day{S}before{S}yesterday|the{S}day{S}after{S}tomorrow|today|this{S}day|yesterday|tomorrow"
            rf"|tonight|last{S}night)){_PART}"
        ),
        _deictic,
    ),
    Rule(_compile(rf"{_EDGE}(?i:this|earlier this|later this){S}(?P<part>(?i:morning|afternoon|evening))"), _this_part),
    Rule(_compile(r"(?i:overnight)(?!\s(?:stay|success|bag|train|bus|flight))"), _overnight),
    Rule(
        _compile(
            rf"(?<!Black )(?<!Bloody )(?<!Good )(?<!Super )(?<!Easter )(?<!Palm )(?<!Ash )(?<!Cyber ){_EDGE}"
            rf"(?:(?P<shift>(?i:last|next|this|past|coming|previous|following)){S})?(?P<weekday>{WEEKDAY})"
            rf"(?![ ](?:Times|Telegraph|Express|Mirror|Mail|Post|Herald|Star|World|Mercury|Tribune|Club)\b){_PART}"
        ),
        _weekday,
    ),
    Rule(
        _compile(rf"(?P<day>{WEEKDAY}|(?i:today|tomorrow)){S}(?P<length>week|fortnight)(?=[,.;:!?)]|{S}[a-z]|\Z)"),
        _day_week,
    ),
    Rule(
        _compile(
            rf"(?P<weekday>{WEEKDAY}){S}(?:of{S})?(?:the{S})?(?P<shift>last|this|next|previous|following|coming){S}week"
        ),
        _week_of_weekday,
    ),
    Rule(
        _compile(rf"(?P<shift>(?i:last|this|next)){S}week(?:,?{S}on)?{S}(?P<weekday>{WEEKDAY}|{SHORT_DAY})"),
        _week_of_weekday,
    ),
    Rule(
        _compile(
            rf"(?:(?:{_EDGE}|(?i:later|earlier|sometime){S}))(?:(?i:the){S})?(?P<shift>(?i:last|past|previous|this|current|next"
            rf"|coming|following)){S}(?P<unit>(?i:weekend|week|month|quarter|year))"
            # "the last week of July" is not last week
            rf"(?!(?<=last week){S}of\b|(?<=last month){S}of\b|(?<=last year){S}of\b|(?<=weekend){S}of\b)"
        ),
        _period,
    ),
    Rule(
        _compile(
            rf"(?i:(?:the{S})?(?:end|start|beginning|middle|rest){S}of{S}the|(?:earlier|later){S}in{S}the){S}"
            rf"(?P<unit>(?i:week|month|year))"
        ),
        _of_the_period,
    ),
    Rule(
        _compile(
            rf"(?:(?i:the){S})?(?P<unit>(?i:weekend|week|month|year)){S}(?:after{S}(?P<next>next)|before{S}last)"
            rf"(?!{S}(?:week|month|year|[A-Z]))"
        ),
        _second,
    ),
    Rule(_compile(rf"(?i:the{S}weekend)(?!{S}of\b)"), _plain_weekend),
    Rule(
        _compile(
            rf"(?:(?i:only|just){S})?{_ABOUT}(?:(?P<count>(?i:a|an|{NUMBER}))|(?i:several|many|a{S}few|some|a{S}couple(?:{S}of)?)){S}"
            rf"(?P<unit>(?i:{UNIT})){S}(?i:ago)"
        ),
        _ago,
    ),
    Rule(
        _compile(
            rf"(?P<unit>(?i:hours|days|weeks|months|years|decades|centuries)){S}(?i:ago)(?P<count>(?!))?(?P<about>(?!))?"
        ),
        _ago,
    ),
    Rule(_compile(rf"(?P<count>(?i:a|an|{NUMBER})){S}(?P<unit>(?i:{UNIT})){S}(?i:from{S}now)"), _from_now),
    Rule(_compile(rf"(?i:a{S}week{S}ago{S}today)"), _unit_of_day),
    Rule(
        _compile(
            rf"(?:(?i:currently|presently|nowadays|(?:more{S})?recently|lately|these{S}days|at{S}present"
            rf"|right{S}now|just{S}now|the{S}time{S}being|the{S}(?:near{S}|distant{S})?future"
            rf"|the{S}(?:near|long|short|medium){S}term|(?:the|its|our|their){S}recent{S}(?:past|history)|the{S}past(?=[,.;])))"
        ),
        _reference,
    ),
    Rule(_compile(r"(?i:now|very soon|soon)(?!{S}(?:as{S}soon|that)\b)".replace("{S}", S)), _reference),
)
