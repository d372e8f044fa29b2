"""Dates in commands to an assistant: how many of those that a news report could hold are read right.

Run by hand: ``python benchmarks/commands.py PATH/cases.jsonl.gz [--misses KIND]``. Rows of the source "recognizers"
have texts with a reference time, and in them dates with the intervals that count as right, any of them.

A case is in scope unless it is of one of the kinds below, which are told by the words of the expression alone, never by
what is read. They are conventions of an office or of commands that a news report does not share:

* ``counts``: a length of time told from the day of speaking ("in two weeks", "two months ago", "the last 3 months").
  The truth has one day, or a stretch up to the day; to Woozle a month ago is a month, and a length stays a length.
* ``ends``: from one month or year to another. The truth leaves out the last one named; in news it belongs to it.
* ``parts``: "earlier this month", "later this week", "to the end of": the truth cuts at a day that nobody told.
* ``figures``: day and month in figures whose order differs from land to land, or without a year ("4/23", "5.12").
* ``offices``: numbered weeks, business days, fiscal and "calendar" years, "year to date".
* ``holidays``: holidays of one country or religion, or of no fixed day, but those of Christmas and Easter.
* ``words``: "the day", "the week", "the month", "the year" alone, which the truth marks even in "partner of the year".
* ``slips``: misspelt, run together, parts of names of files, orders that nobody writes.
"""

import argparse
import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import woozle

_COUNT = (
    r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|forty|few|several|couple)"
    r"(?:\s(?:more|full|upcoming|next|past|previous|last|coming|following))?"
)
_UNIT = r"(?:minute|hour|day|week|fortnight|month|quarter|year|decade)s?"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_YEAR = r"(?:\d{4}(?:[\s-]?q\d)?|q\d\sof\s\d{4})"
_WHOLE = rf"(?:{_MONTH}(?:[\s/](?:(?:in|of)\s)?{_YEAR})?|{_YEAR})"
_FEASTS = (
    "thanksgiving|labou?r day|juneteenth|freedom day|jubilee|independence|black friday|cyber|patrick|eid|mother|father"
    "|memorial|martin|mlk|president|veteran|columbus|groundhog|ramadan|sacrifice|spring festival|chinese|lantern"
    "|inaugura|girls|teacher|single|arbou?r|fawkes|cinco|halloween weekend|weekend of halloween"
)
#: The first that fits an expression in small letters is its kind.
KINDS: Mapping[str, re.Pattern[str]] = {
    name: re.compile(pattern)
    for name, pattern in {
        "words": r"\A(?:the\s)?(?:day|week|month|year)\Z",
        "slips": (
            r"tmr|\botd\b|\d\ss\b|[a-z]{3}\d|\d{8}|\bcy\d|remaining of|-\d{4}-[a-z]|[a-z]-\d{4}-\d|\d{4}/\d\d/[a-z]"
            r"|[a-z]day-"
        ),
        "offices": (
            r"\bweek\s\d|business|work(?:ing)?\s?(?:day|week)|to date|till date|calendar|fiscal|\bfy\d|\bw/c\b"
            r"|current date"
        ),
        "holidays": _FEASTS,
        "figures": (
            r"\b(?:\d|1[0-2])[/.-](?:\d|1[0-2])(?:[/.-](?:\d\d|\d{4}))?\b(?![/.-])|\b0\d[/.-](?:0\d|1[0-2])[/.-]\d{2,4}\b"
            r"|\b\d{1,2}[/.]\d{1,2}\b(?![/.]\d)|\b\d{1,2}/\d{1,2}/\d\d\b|\A(?:\d{4}-\d{1,2}|\d{1,2}-\d{4})\Z"
            r"|\A(?:from\s)?\d{1,2}-\d{1,2}\b|\d \d\d \d\d|\b\d{1,2}-\d{1,2}-\d{4}"
        ),
        "ends": (
            rf"\A(?:from\s|between\s|in\s)?(?:this\s)?{_WHOLE}"
            rf"(?:\s(?:to|and|through|till|until)\s|\s?[-~–]\s?){_WHOLE}\Z"
        ),
        "parts": r"\b(?:earlier|later)\s(?:this|in the)\b|\b(?:start|middle|end|rest) of\b",
        "counts": rf"\b{_COUNT}\s{_UNIT}\b|\b(?:past|next|last|coming|the|in a)\s(?:fortnight|decade)\b",
    }.items()
}
IN_SCOPE = "in scope"


def kind_of(words: str) -> str:
    """Why an expression is none that news could hold; `IN_SCOPE` if it is one."""
    low = words.lower()
    return next((name for name, pattern in KINDS.items() if pattern.search(low)), IN_SCOPE)


def is_right(case: Mapping[str, Any], rows: Iterable[Any]) -> bool:
    """Whether the time that overlaps an expression most means one of its intervals."""

    def shared(row: Any) -> int:
        return int(min(row.span.end, case["end"]) - max(row.span.start, case["start"]))

    best = max(rows, key=shared, default=None)
    if best is None or shared(best) <= 0 or best.start is None or best.end is None:
        return False
    found = tuple(datetime.fromisoformat(each[:19]) for each in (best.start, best.end))
    return any(tuple(map(datetime.fromisoformat, each)) == found for each in case["intervals"])


def evaluate(rows: Sequence[Mapping[str, Any]], misses: str | None) -> tuple[Counter[str], Counter[str]]:
    """(cases, cases read right) of each kind; the misses of one kind are printed."""
    cases, right = Counter[str](), Counter[str]()
    read = woozle.Reader().read_many([row["text"] for row in rows], [row["published"] for row in rows])
    for row, reading in zip(rows, read, strict=True):
        for case in row["times"]:
            if case["type"] != "DATE" or not case.get("intervals"):
                continue
            kind, is_hit = kind_of(case["text"]), is_right(case, reading.times)
            cases[kind] += 1
            right[kind] += is_hit
            if kind == misses and not is_hit:
                sys.stdout.write(f"{case['text']!r} {case['intervals'][0]} in {row['text']!r}, {row['published']}\n")
    return cases, right


def main() -> None:
    """Measure one file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="cases.jsonl.gz: one text with its times a line")
    parser.add_argument("--misses", default=None, help="print what was missed of this kind")
    arguments = parser.parse_args()
    with gzip.open(arguments.data, "rt", encoding="utf-8") as file:
        rows = [row for row in map(json.loads, file) if row["source"] == "recognizers"]
    cases, right = evaluate(rows, arguments.misses)
    for kind in (IN_SCOPE, *KINDS):
        sys.stdout.write(
            f"{kind:10} {right[kind]:4} of {cases[kind]:4}  {100 * right[kind] / max(1, cases[kind]):5.1f} %\n"
        )
    sys.stdout.write(f"{'all':10} {right.total():4} of {cases.total():4}\n")


if __name__ == "__main__":
    main()
