"""Finds the figures of a text: bare numbers, then ranges, units, bounds, what is counted, and the role."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from woozle.toolbox.lines import in_small_letters, unwrapped
from woozle.toolbox.numbers.atoms import find_atoms
from woozle.toolbox.numbers.bounds import between_both, join_ranges, with_lead, with_tail
from woozle.toolbox.numbers.counted import counted_after, counted_before
from woozle.toolbox.numbers.figure import Figure
from woozle.toolbox.numbers.kinds import kind_of
from woozle.toolbox.numbers.labels import is_label, is_pronoun, is_score
from woozle.toolbox.numbers.roles import role_of
from woozle.toolbox.numbers.units import currency_before, unit_after

_TIME_UNITS = frozenset({"second", "minute", "h", "day", "week", "month", "year", "decade"})
_MONEY = frozenset({"USD", "EUR", "GBP", "RUB", "UAH", "CHF", "crown"})
_POINT = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_AGE = re.compile(r"[- ]years?[- ]old\b")
_AGED = re.compile(r"\baged?\s(?:between\s|from\s)?\Z", re.IGNORECASE)
_APPOSED = re.compile(r"[A-Za-z],\s\Z")
_POSSIBLY = re.compile(r",\s(?:possibly|perhaps|maybe|if not|or even)\s\Z")
#: How long it takes to read a page.
_READING = re.compile(r"[ -]?read\b")
_INCLUDING = re.compile(r"\sincluding\s(?:at\sleast\s)?\Z")
_INNER = re.compile(r"\s(?:out\s)?of\s(?:the\s|its\s|his\s|their\s|her\s|our\s|all\s)?\Z")


def _with_unit(text: str, figure: Figure) -> Figure:
    """The figure with its currency sign, unit or age."""
    age = _AGE.match(text, figure.end)
    if age:
        return replace(figure, end=age.end(), unit="year")
    if figure.unit and figure.kind == "range":
        return figure
    currency = currency_before(text, figure.start)
    unit = unit_after(text, figure.end)
    if currency or figure.kind == "range":
        inner = currency or currency_before(text, _last_digit(text, figure))
        if inner:
            return replace(figure, start=min(figure.start, inner[0]), unit=inner[1])
    if unit and figure.kind not in ("fraction", "none", "age"):
        return replace(figure, end=unit[0], unit=unit[1])
    if (
        re.match(r"\scents?\b", text[figure.end : figure.end + 7])
        and figure.low is not None
        and figure.high is not None
    ):
        end = figure.end + re.match(r"\scents?", text[figure.end : figure.end + 7]).end()  # type: ignore[union-attr]
        return replace(figure, end=end, low=figure.low / 100, high=figure.high / 100, unit="USD")
    return figure


def _last_digit(text: str, figure: Figure) -> int:
    """Where the second number of a range begins."""
    at = figure.end
    while at > figure.start and (text[at - 1].isalnum() or text[at - 1] in ".,"):
        at -= 1
    return at


def _with_minus(text: str, figure: Figure) -> Figure:
    match = re.search(r"(?:\bminus\s|(?<![\w])[-−])\Z", text[max(0, figure.start - 6) : figure.start], re.IGNORECASE)
    if match is None or figure.unit not in ("°C", "°F", "°", "%") or figure.low is None or figure.high is None:
        return figure
    return replace(figure, start=figure.start - len(match[0]), low=-figure.high, high=-figure.low)


def _with_age(text: str, figure: Figure) -> Figure:
    """Ages that stand in apposition ("the boy, 11, was …") or behind "aged"."""
    if figure.unit or figure.high is None or figure.high > 120 or figure.is_words:
        return figure
    before = text[max(0, figure.start - 16) : figure.start]
    is_apposed = _APPOSED.search(before) and re.match(r",|\.\Z|\.\s|;", text[figure.end : figure.end + 2])
    if _AGED.search(before) or (
        is_apposed and figure.high > 0 and figure.kind == "number" and figure.low == int(figure.high)
    ):
        return replace(figure, unit="year")
    return figure


def _with_money(text: str, figure: Figure) -> Figure:
    """Take "millions of dollars" for money; other nouns behind "of" are what is counted."""
    if figure.kind != "vague" or not text.startswith(" of ", figure.end):
        return figure
    unit = unit_after(text, figure.end + 3)
    return replace(figure, end=unit[0], unit=unit[1]) if unit and unit[1] in _MONEY else figure


def _is_no_figure(text: str, figure: Figure) -> bool:
    if figure.kind == "article":
        return figure.low == figure.high == 1 and figure.end - figure.start < 12 and figure.unit != "fortnight"
    if figure.unit == "minute" and _READING.match(text, figure.end):
        return True
    if text.startswith("-star", figure.end):
        return True  # "a four-star general"
    return is_label(text, figure) or is_score(text, figure) or is_pronoun(text, figure)


def _with_counted(text: str, figure: Figure) -> tuple[Figure, int]:
    """(the figure with what it counts, where the counted phrase ends)."""
    if figure.kind in ("age",) or re.match(
        r"[-–]?\s?(?:a|per)\s(?:day|week|month|year)\b", text[figure.end : figure.end + 10]
    ):
        return figure, figure.end
    if figure.kind == "none" and re.match(r"no(?:body|\sone)", text[figure.start : figure.end], re.IGNORECASE):
        return figure, figure.end
    is_one = figure.high == 1 and figure.kind in ("one", "single", "number", "article")
    if (
        figure.unit in _TIME_UNITS
        and text[figure.end : figure.end + 1] == " "
        and "-" not in text[figure.start : figure.end]
    ):
        return figure, figure.end
    if figure.unit and figure.unit != "share" and not _takes_noun(text, figure):
        return figure, figure.end
    found = counted_after(text, figure.end, is_one=is_one or figure.unit is not None)
    if found:
        return replace(figure, counted=re.sub(r"\s+", " ", text[found[0] : found[1]])), found[1]
    return replace(figure, counted=counted_before(text, figure.start)), figure.end


def _takes_noun(text: str, figure: Figure) -> bool:
    """After a unit only "of" or a measure used as an adjective has a noun: "27 kg of heroin", "152mm shell"."""
    words = text[figure.start : figure.end]
    is_adjective = "-" in words.lstrip("-") or figure.unit in ("mm", "cm") or words.endswith("old")
    return text.startswith(" of ", figure.end) or is_adjective


def _share_of(text: str, figures: list[Figure]) -> None:
    """In "four of the nine accused were killed" both count the accused, and the four were killed."""
    for at in range(len(figures) - 2, -1, -1):
        figure, inner = figures[at], figures[at + 1]
        if _INNER.fullmatch(text, figure.end, inner.start):
            figures[at] = replace(figure, counted=inner.counted or figure.counted, role=figure.role or inner.role)
            figures[at + 1] = replace(inner, role=None)


def _share_list(text: str, figures: list[Figure]) -> None:
    """In "five soldiers and two officers were killed" both were."""
    for at in range(len(figures) - 2, -1, -1):
        figure, following = figures[at], figures[at + 1]
        rest = text[figure.end : following.start].strip()
        is_listed = figure.counted and rest in (f"{figure.counted} and", f"{figure.counted},")
        is_part = re.search(r"\b[Oo]f\s(?:the\s)?\Z", text[max(0, figure.start - 8) : figure.start])
        if figure.role is None and following.role and is_listed and not is_part:
            figures[at] = replace(figure, role=following.role)


def _share_back(text: str, figures: list[Figure]) -> None:
    """What a figure takes from the one before it: "12 men, or even dozens", "12 were killed, including two girls"."""
    for at in range(1, len(figures)):
        before, figure = figures[at - 1], figures[at]
        between = text[before.end : figure.start]
        if len(between) > 80 or re.search(r"[.;\n]", between):
            continue
        if figure.counted is None and _POSSIBLY.search(between):
            figures[at] = replace(figure, counted=before.counted)
        elif figure.role is None and _INCLUDING.search(between):
            figures[at] = replace(figure, role=before.role)


def _finished(text: str, atom: Figure) -> Figure | None:
    """One figure with its unit, bounds, noun and role; None where the number counts nothing."""
    figure = _with_minus(text, _with_money(text, _with_unit(text, atom)))
    if figure.kind == "article" and text.startswith(" fortnight", figure.end):
        figure = replace(figure, end=figure.end + 10, low=2.0, high=2.0, unit="week", kind="number")
    if figure.unit is None and not figure.is_words and text[figure.end : figure.end + 1].isalpha():
        return None  # "5G", "4x4": letters that are no unit make it a name
    if figure.unit is None and _POINT.fullmatch(text, figure.start, figure.end):
        return None  # "1.250 people": a thousand or a fraction, by country
    bounded = with_lead(text, with_tail(text, _with_age(text, figure)))
    if bounded.unit is None:
        bounded = replace(bounded, unit=_with_age(text, bounded).unit)
    is_bare = bounded.start == figure.start and bounded.end == figure.end
    if (is_bare or figure.kind != "article") and _is_no_figure(text, bounded if is_bare else figure):
        return None
    counted, end = _with_counted(text, bounded)
    if counted.unit not in (None, "share", "%"):
        return counted  # "killed 3 km from Orle": a measure befalls nobody
    return replace(counted, role=role_of(text, counted.start, end, counted.counted))


def find_figures(text: str, taken: Sequence[tuple[int, int]] = ()) -> tuple[Figure, ...]:
    """The figures of a text, in text order, without overlaps.

    Args:
        text: any text; offsets count its code points.
        taken: sorted stretches, such as dates and clock times, whose numbers are no quantities.
    """
    text = in_small_letters(unwrapped(text))
    starts = [start for start, _ in taken]

    def is_free(atom: Figure) -> bool:
        at = bisect_right(starts, atom.start)
        touches_left = at > 0 and taken[at - 1][1] > atom.start
        return not touches_left and not (at < len(taken) and taken[at][0] < atom.end)

    atoms = [atom for atom in find_atoms(text) if is_free(atom)]
    found = [figure for atom in join_ranges(text, atoms) if (figure := _finished(text, atom))]
    apart: list[Figure] = []
    for figure in found:
        if not apart or figure.start >= apart[-1].end:
            apart.append(figure)
    apart = between_both(text, apart)
    _share_of(text, apart)
    _share_list(text, apart)
    _share_back(text, apart)
    return tuple(replace(figure, sort=kind_of(text, figure)) for figure in apart)
