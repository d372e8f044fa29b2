"""Names out of the entities that GUM marks: those of persons, organisations and places whose head is a proper noun."""

import re
from collections.abc import Iterator, Sequence

_KINDS = {"person": "PER", "organization": "ORG", "place": "LOC"}
_MARK = re.compile(r"\((\d+)-([a-z]+)[^()]*|(\d+)\)")
#: What may stand between the capitals of one name, and what belongs to no name before one.
_INSIDE = frozenset("of the and for de la del von van der di da al el bin 's ’s - – . & du des den ' ’ / on".split())
_TITLES = frozenset(
    "mr mr. mrs mrs. ms ms. dr dr. prof prof. professor president senator sen. governor gov. general gen. colonel col. "
    "captain capt. lieutenant lt. sergeant sgt. sir lord lady king queen prince princess pope bishop minister "
    "secretary chancellor mayor judge justice congressman congresswoman representative rep. chairman director "
    "ambassador vice prime deputy former the reverend rev. saint father sister brother uncle aunt coach mme".split()
)
Rows = Sequence[Sequence[str]]


def entities(rows: Rows) -> Iterator[tuple[int, int, str]]:
    """Entities of a sentence as half-open ranges of its rows with their kind, the outer ones first.

    Args:
        rows: the words of the sentence, columns of CoNLL-U.
    """
    is_open: dict[str, list[tuple[int, str]]] = {}
    found = []
    for at, row in enumerate(rows):
        marks = next((part[7:] for part in row[9].split("|") if part.startswith("Entity=")), "")
        for opened, kind, closed in _MARK.findall(marks):
            if opened:
                is_open.setdefault(opened, []).append((at, kind))
            # A word of its own opens and closes in one pair of brackets, without a number before the second.
            is_alone = opened and re.search(rf"\({opened}-[^()]*\)", marks)
            number = opened if is_alone else closed
            if number and is_open.get(number):
                start, own = is_open[number].pop()
                found.append((start, at + 1, own))
    yield from sorted(found, key=lambda each: (each[0], -each[1]))


def _head(rows: Rows, start: int, end: int) -> int:
    """The row of a range whose own head stands outside of it."""
    inside = {row[0] for row in rows[start:end]}
    return next((at for at in range(start, end) if rows[at][6] not in inside), start)


def _is_proper(row: Sequence[str]) -> bool:
    return row[3] == "PROPN" and row[1][:1].isalnum()


def _is_inside(row: Sequence[str]) -> bool:
    return row[1].lower() in _INSIDE or (row[1][:1].isupper() and row[3] in ("ADJ", "NOUN", "VERB", "NUM", "X"))


def _name(rows: Rows, start: int, end: int) -> tuple[int, int] | None:
    """The stretch of proper nouns around the head of an entity; None where the head is none."""
    head = _head(rows, start, end)
    if not _is_proper(rows[head]):
        return None
    first, last = head, head + 1
    at = head - 1
    while at >= start and (_is_proper(rows[at]) or _is_inside(rows[at])):
        first = at if rows[at][1][:1].isupper() or _is_proper(rows[at]) else first
        at -= 1
    at = head + 1
    while at < end and (_is_proper(rows[at]) or _is_inside(rows[at])):
        last = at + 1 if _is_proper(rows[at]) else last
        at += 1
    while first < last - 1 and (rows[first][1].lower() in _TITLES or rows[first][3] == "DET"):
        first += 1
    return first, last


def _is_unsure(rows: Rows, first: int, last: int, kind: str) -> bool:
    """Whether a person's name is rather a people's or an office: "Democrats", "the Chief Justice"."""
    is_office = rows[last - 1][1].lower() in _TITLES
    return kind == "person" and (is_office or any("Number=Plur" in row[5] for row in rows[first:last]))


def names(rows: Rows) -> Iterator[tuple[int, int, str | None]]:
    """The names of a sentence as half-open ranges of its rows with PER, ORG or LOC; none lies in another.

    None stands where it is not sure that the words are a name.
    """
    taken: set[int] = set()
    for start, end, kind in entities(rows):
        found = _name(rows, start, end) if kind in _KINDS else None
        if found and taken.isdisjoint(range(*found)):
            taken.update(range(*found))
            yield (*found, None if _is_unsure(rows, *found, kind) else _KINDS[kind])
