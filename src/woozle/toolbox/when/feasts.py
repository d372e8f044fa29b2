"""Rules for feasts that news dates by: fixed ones, and those that follow Easter, Western or Orthodox."""

import re
from datetime import date, timedelta

from woozle.toolbox.later import later
from woozle.toolbox.when import meaning as m
from woozle.toolbox.when.scene import Rule, Scene, date_near
from woozle.toolbox.when.words import YEAR, S

_FIXED = {"christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25), "boxing day": (12, 26)} | {
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
    "new year day": (1, 1),
    "orthodox christmas eve": (1, 6),
    "orthodox christmas day": (1, 7),
    "orthodox christmas": (1, 7),
    "orthodox new year": (1, 14),
    "may day": (5, 1),
    "international workers' day": (5, 1),
    "international women's day": (3, 8),
    "halloween": (10, 31),
    "valentine's day": (2, 14),
    "earth day": (4, 22),
}
#: Days from Easter Sunday.
_MOVING = {"palm sunday": -7, "maundy thursday": -3, "good friday": -2, "holy saturday": -1, "easter sunday": 0} | {
    "easter": 0,
    "easter day": 0,
    "easter monday": 1,
    "ascension day": 39,
    "whit sunday": 49,
    "pentecost": 49,
    "whit monday": 50,
}


def easter(year: int) -> date:
    """Easter Sunday of the Western churches, by the rule of 1876 (Meeus, Jones, Butcher).

    Raises:
        ValueError: no calendar has that year.
    """
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap, shift = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - correction + 15) % 30
    quarter, day = divmod(rest, 4)
    sunday = (32 + 2 * shift + 2 * quarter - epact - day) % 7
    late = (golden + 11 * epact + 22 * sunday) // 451
    month, last = divmod(epact + sunday - 7 * late + 114, 31)
    return date(year, month, last + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Orthodox churches, by Meeus' rule for the Julian calendar, as a day of the Gregorian one.

    Raises:
        ValueError: no calendar has that year.
    """
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + sunday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)


def _moving(year: int, name: str, *, is_orthodox: bool) -> m.Meaning | None:
    if not 1000 <= year <= 9000:
        return None
    return m.days_on(orthodox_easter(year) if is_orthodox else easter(year), _MOVING[name])


def _of_year(year: int, name: str) -> m.Meaning | None:
    if name in _FIXED:
        return m.day_of(year, *_FIXED[name])
    return m.with_anchor(_moving(year, name.removeprefix("orthodox "), is_orthodox=name.startswith("orthodox")), m.TEXT)


def _near(match: re.Match[str], scene: Scene, name: str) -> m.Meaning | None:
    """The feast nearest to the report on the side that the words look to; on its own day, that day."""
    shift = (match["shift"] or "").lower()
    leans = scene.leans(match) if shift in ("", "this") else shift in ("next", "coming", "following")
    if name in _FIXED:
        return date_near(scene, *_FIXED[name], leans)
    if scene.day is None:
        return m.unresolved("day")
    feast, is_orthodox = name.removeprefix("orthodox "), name.startswith("orthodox ")
    years = [_moving(scene.day.year + each, feast, is_orthodox=is_orthodox) for each in (-1, 0, 1)]
    known = [year for year in years if year and year.start]
    today = m.midnight(scene.day)
    behind = [year for year in known if year.start and year.start <= today]
    ahead = [year for year in known if year.start and year.start >= today]
    return (ahead[0] if ahead else None) if leans else (behind[-1] if behind else None)


def _feast(match: re.Match[str], scene: Scene) -> m.Meaning | None:
    name = re.sub(r"\s+", " ", match["feast"].lower().replace("’", "'"))
    if match["year"]:
        return _of_year(int(match["year"]), name)
    return _near(match, scene, name)


_NAMES = "|".join(
    sorted(
        (
            name.replace("'", "[’']").replace(" ", S)
            for name in (*_FIXED, *_MOVING, "orthodox easter", "orthodox good friday", "orthodox palm sunday")
        ),
        key=len,
        reverse=True,
    )
)
RULES = (
    Rule(
        later(
            rf"(?<![\w/.$€£-])(?:(?P<shift>(?i:last|this|next|coming|previous|following)){S})?(?P<feast>(?i:{_NAMES}))"
            rf"(?:,?{S}(?:of{S}|in{S})?(?P<year>{YEAR}))?(?![\w-])(?!{S}(?:[Ii]sland|[Ee]gg|[Bb]unny|[Tt]ree|[Cc]arol|[Mm]arket|[Uu]prising|[Rr]ising))"
        ),
        _feast,
    ),
)
