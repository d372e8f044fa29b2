"""What to ask for instead where no claim fits: what to drop, and what that would give."""

from collections.abc import Sequence
from dataclasses import dataclass

from woozle.report.live.facets import Choice, chosen, fits_of
from woozle.report.live.query import Query
from woozle.report.live.source import Asked
from woozle.report.words import count

#: Ways that are counted, and how far each is counted.
MOST_WAYS, MOST_COUNTED = 6, 1_000
_ANY_REPORT = {"outlet": None, "day": None, "claim": None, "linked": None}


@dataclass(frozen=True, slots=True)
class Way:
    """Words of a link, its address, and what stands there, in words."""

    head: str
    words: str
    url: str
    gives: str


def _said(n: int, unit: str) -> str:
    return f"more than {count(MOST_COUNTED, unit)}" if n > MOST_COUNTED else count(n, unit)


def _claims(asked: Asked, query: Query, year: int | None) -> int:
    made = chosen(asked, query, year)
    if made.unknown:
        return 0
    found: int = asked.ask("claims_count", **fits_of(asked, query, made), most=MOST_COUNTED + 1)[0][0]
    return found


def ways(asked: Asked, query: Query, choices: Sequence[Choice], year: int | None) -> tuple[Way, ...]:
    """Every choice that may be dropped, then claims in one report and the texts of reports; those that give something.

    Args:
        asked: the record.
        query: the address that gives nothing.
        choices: what it chooses.
        year: the pile's usual year.
    """
    made = []
    for choice in choices[:MOST_WAYS]:
        n = _claims(asked, query.having(**{choice.key: None}), year)
        made.append(("Drop", choice.words, choice.url, n, "claim"))
    if (query.get("standing") or "several") == "several":
        single = query.having(standing="one")
        made.append(("Look among claims in", "one report", single.url(), _claims(asked, single, year), "claim"))
    if query.words():
        n = asked.ask("reports_count", **_ANY_REPORT, words=query.words(), most=MOST_COUNTED + 1)[0][0]
        made.append(("Search the", "reports", Query("/reports", {"q": query.get("q") or ""}).url(), n, "report"))
    return tuple(Way(head, words, url, _said(n, unit)) for head, words, url, n, unit in made if n)
