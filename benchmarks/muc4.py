"""Incident templates of MUC-4 against the events that Woozle reads: type, stage, date, place, who did it, how surely.

Run by hand: ``python benchmarks/muc4.py PATH/dev.jsonl.gz [--limit N] [--misses WORDS]``. The texts are in capitals. An
event is a template where its kind is one of the six incident types, it is not denied, and it fits what the task called
relevant: in one of the nine lands it was about, no more than two months old, and not only fighters against fighters.

This is not the official scorer of 1992. It differs so: templates are paired by a greedy search, best pair first, and
only where the types are the same or one of them is ATTACK; a slot is right or wrong, with half a point for a date that
overlaps and for a place of the right land only; of names any word in common is right; slots that are not in the table
are left out; fills that the key calls optional are not missed. The first three figures count every template, as the
official "all templates" does; "matched/missing" leaves out what templates that pair with nothing say.
"""

import argparse
import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import woozle

TYPES = {
    "attack": "ATTACK",
    "killing": "ATTACK",
    "shelling": "ATTACK",
    "air_strike": "ATTACK",
    "armed_clash": "ATTACK",
    "bombing": "BOMBING",
    "suicide_bombing": "BOMBING",
    "abduction": "KIDNAPPING",
    "arson": "ARSON",
    "robbery": "ROBBERY",
}
CONFIDENCE = {
    "fact": "REPORTED AS FACT",
    "claimed": "CLAIMED OR ADMITTED",
    "suspected": "SUSPECTED OR ACCUSED",
    "by_authorities": "SUSPECTED OR ACCUSED BY AUTHORITIES",
}
#: The lands that the task was about, by the words a text has for them.
LANDS = {
    "ARGENTINA": r"argentin\w*|buenos aires",
    "BOLIVIA": r"bolivia\w*|la paz",
    "CHILE": r"chile\w*|santiago",
    "COLOMBIA": r"colombia\w*|bogota|medellin|cali",
    "ECUADOR": r"ecuador\w*|quito",
    "EL SALVADOR": r"salvador\w*|fmln|san salvador",
    "GUATEMALA": r"guatemala\w*",
    "HONDURAS": r"hondura\w*|tegucigalpa",
    "PERU": r"peru\w*|lima|shining path",
}
#: Other lands, which a text may speak of more.
_OTHERS = {
    "PANAMA": r"panama\w*|noriega",
    "NICARAGUA": r"nicaragua\w*|managua|sandinist\w*|contras",
    "VENEZUELA": r"venezuela\w*|caracas",
    "MEXICO": r"mexic\w*",
    "CUBA": r"cuban?s?|havana",
    "COSTA RICA": r"costa rican?s?",
    "BRAZIL": r"brazil\w*|sao paulo",
    "SPAIN": r"spain|spanish|madrid|eta",
    "ISRAEL": r"israel\w*|palestin\w*|leban\w*|syria\w*|iran\w*|iraq\w*",
    "EUROPE": r"german\w*|french|france|ital\w*|british|britain|irish|soviet\w*|romania\w*",
    "PARAGUAY": r"paragua\w*|uruguay\w*",
    "CARIBBEAN": r"haiti\w*|jamaica\w*|dominican",
}
#: The same lands by the codes of the record.
CODES = dict(zip("AR BO CL CO EC SV GT HN PE".split(), LANDS, strict=True))
_LANDS = {land: re.compile(rf"(?i)\b(?:{words})\b") for land, words in LANDS.items()}
_ELSEWHERE = {land: re.compile(rf"(?i)\b(?:{words})\b") for land, words in _OTHERS.items()}
_BODY = re.compile(
    r"(?i)\b(?:army|armed forces|air force|police|policemen|military|troops|navy|guard|cartel|government|front"
    r"|command|movement|battalion|brigade|militia|organization|party)\b"
)
_FIGHTERS = re.compile(
    r"(?i)\b(?:soldiers?|troops|guerrillas?|rebels?|subversives?|terrorists?|extremists?|insurgents?|battalions?|contras?"
    r"|patrols?|combatants?|fighters?|columns?|sergeants?|lieutenants?|privates|noncommissioned|military|army|paratroopers"
    r"|garrisons?|barracks|convoys?|positions?|brigades?|command post|navy|helicopters?|traffickers?)\b"
)
_OLDEST = timedelta(days=62)
_NO_WORDS = frozenset("THE A AN OF AND IN ON AT BY FOR TO DE LA EL LOS LAS DEL NO".split())
SLOTS = ("type", "stage", "date", "place", "organisation", "confidence", "target")


@dataclass(frozen=True, slots=True)
class Template:
    """One template, of the key or of ours; each slot holds alternatives of alternatives, as the key does."""

    is_optional: bool
    slots: Mapping[str, tuple[Any, ...]]
    note: str


@dataclass(slots=True)
class Tally:
    """Counts of one slot."""

    possible: float = 0
    actual: float = 0
    points: float = 0
    spurious: float = field(default=0)

    def line(self, *, is_strict: bool) -> tuple[float, float, float]:
        """Recall, precision and F, in per cent."""
        actual = self.actual + (self.spurious if is_strict else 0)
        recall, precision = self.points / max(1, self.possible), self.points / max(1, actual)
        both = recall + precision
        return 100 * recall, 100 * precision, 200 * recall * precision / both if both else 0.0


def words_of(text: str) -> frozenset[str]:
    """The words of a name that tell it from others."""
    return frozenset(re.findall(r"[A-Z0-9]+", text.upper())) - _NO_WORDS


def key_of(template: Mapping[str, Any]) -> Template:
    """A template of the key."""

    def named(*fields: str) -> tuple[Any, ...]:
        return tuple(
            tuple(words_of(value) for value in fill["values"])
            for name in fields
            for fill in template[name]
            if not fill.get("optional")
        )

    when, where = template["date"], template["location"]
    return Template(
        template["optional"],
        {
            "type": (tuple(template["type"]),),
            "stage": (tuple(template["stage"]),),
            "date": (tuple((a["start"], a["end"]) for a in when["alternatives"]),) if when else (),
            "place": (tuple(_place(a) for a in where["alternatives"]),) if where else (),
            "organisation": named("perp_organisation"),
            "confidence": tuple(tuple(f["values"]) for f in template["perp_confidence"] if not f.get("optional")),
            "target": named("human_name", "human_description", "physical_target"),
        },
        json.dumps([when and when["raw"], where and where["raw"], template["type"]]),
    )


def _place(alternative: Mapping[str, Any]) -> tuple[str, frozenset[str]]:
    return alternative["country"], frozenset(place["name"] for place in alternative["places"])


def points(slot: str, key: Sequence[Any], ours: Sequence[Any]) -> float:
    """What one fill of ours is worth against the alternatives of one fill of the key."""
    return max((_points(slot, one, other) for one in key for other in ours), default=0.0)


def _points(slot: str, one: Any, other: Any) -> float:
    if slot == "date":
        return _date_points(one, other)
    if slot == "place":
        return _place_points(one, other)
    if slot in ("organisation", "target"):
        return float(bool(one & other))
    return float(one == other)


def _date_points(one: tuple[str | None, str | None], other: tuple[str | None, str | None]) -> float:
    if one == other:
        return 1.0
    low, high = max(one[0] or "", other[0] or ""), min(one[1] or "9999", other[1] or "9999")
    return 0.5 if low < high else 0.0


def _place_points(one: tuple[str, frozenset[str]], other: tuple[str | None, frozenset[str]]) -> float:
    if one[1]:
        names = frozenset(word for name in one[1] for word in words_of(name))
        if other[1] and other[1] <= names:
            return 1.0
        return 0.5 if one[0] == other[0] else 0.0
    return (0.5 if other[1] else 1.0) if one[0] == other[0] else 0.0


def land_of(text: str) -> str | None:
    """The one of the nine lands that a text speaks of most; None for none."""
    counts = {land: len(words.findall(text)) for land, words in (*_LANDS.items(), *_ELSEWHERE.items())}
    best = max(counts, key=lambda land: counts[land])
    return best if counts[best] and best in LANDS else None


def ours_of(row: Mapping[str, Any], reading: Any) -> Iterator[Template]:
    """The templates that our events of one text make."""
    places = {place.id: place for place in reading.places}
    bodies = {entity.id for entity in reading.entities if entity.kind in ("organisation", "group")}
    names = {entity.id: entity.name for entity in reading.entities}
    for event in reading.events:
        kind = TYPES.get(event.type)
        place = places.get(event.place_id or "")
        land = _land(row, reading, place)
        if kind is None or land is None or not _is_relevant(row, event):
            continue
        actors = [names[key] for key in event.actor_ids if key in bodies]
        actors += [words for words in event.actors if _BODY.search(words) and not any(n in words for n in actors)]
        yield Template(
            False,
            {
                "type": ((kind,),),
                "stage": ((event.stage.upper(),),),
                "date": ((when,),) if (when := _when(row, event)) else (),
                "place": (((land, _names(place, land)),),),
                "organisation": tuple((words_of(words),) for words in actors[:2]),
                "confidence": ((CONFIDENCE.get(event.confidence or "", ""),),) if actors else (),
                "target": tuple((words_of(words),) for words in event.targets),
            },
            f"{event.type} {event.time} {event.place} {event.actors} {event.targets} {event.confidence}",
        )


def _names(place: Any, land: str) -> frozenset[str]:
    words = words_of(place.name) if place else frozenset()
    generic = words_of(
        "CITY TOWN DEPARTMENT PROVINCE DISTRICT NEIGHBORHOOD AREA REGION MUNICIPALITY VILLAGE STREET AVENUE"
    )
    return frozenset() if words == words_of(land) else words - generic


def _land(row: Mapping[str, Any], reading: Any, place: Any) -> str | None:
    """The land of an event: its place's, if that is one of the nine; else the one its text speaks of."""
    if place and place.country:
        return CODES.get(place.country)
    if place and place.name.upper() in LANDS:
        return str(place.name.upper())
    if place and any(words.fullmatch(place.name) for words in _LANDS.values()):
        return next(land for land, words in _LANDS.items() if words.fullmatch(place.name))
    return land_of(f"{row['place'] or ''} {reading.text}")


def _is_relevant(row: Mapping[str, Any], event: Any) -> bool:
    if event.stage == "denied":
        return False
    if event.type == "armed_clash":
        return False
    told = [*event.targets]
    if told and all(_FIGHTERS.search(words) for words in told):
        return False
    if event.time and row["published"]:
        last = date.fromisoformat(event.time.split("/")[1][:10])
        return date.fromisoformat(row["published"]) - last < _OLDEST
    return True


def _when(row: Mapping[str, Any], event: Any) -> tuple[str | None, str | None] | None:
    """Half-open days; an event without a time is known to be no later than its report."""
    if event.time:
        start, end = event.time.split("/")
        last = date.fromisoformat(end[:10]) + timedelta(days=0 if end[11:19] in ("", "00:00:00") else 1)
        first = date.fromisoformat(start[:10])
        return first.isoformat(), max(last, first + timedelta(days=1)).isoformat()
    if not row["published"]:
        return None
    return None, (date.fromisoformat(row["published"]) + timedelta(days=1)).isoformat()


def pairs(keys: Sequence[Template], ours: Sequence[Template]) -> list[tuple[int, int]]:
    """Pairs of templates, the best first, each used once."""
    found = []
    for at, key in enumerate(keys):
        for number, own in enumerate(ours):
            kinds = {*key.slots["type"][0], *own.slots["type"][0]}
            if len(kinds) > 1 and "ATTACK" not in kinds:
                continue
            worth = sum(_slot(slot, key, own)[2] for slot in SLOTS) + 2 * points(
                "type", key.slots["type"][0], own.slots["type"][0]
            )
            found.append((-worth, at, number))
    used_keys: set[int] = set()
    used_ours: set[int] = set()
    made = []
    for worth, at, number in sorted(found):
        if at not in used_keys and number not in used_ours and worth < 0:
            used_keys.add(at)
            used_ours.add(number)
            made.append((at, number))
    return made


def _slot(slot: str, key: Template, own: Template) -> tuple[int, int, float]:
    """Possible fills, actual fills and points of one slot of a pair."""
    wanted, given = list(key.slots[slot]), list(own.slots[slot])
    right = 0.0
    for fill in given:
        best = max(range(len(wanted)), key=lambda at: points(slot, wanted[at], fill), default=None)
        if best is not None and points(slot, wanted[best], fill) > 0:
            right += points(slot, wanted.pop(best), fill)
    return len(key.slots[slot]), len(given), right


def score(row: Mapping[str, Any], ours: Sequence[Template], tallies: Mapping[str, Tally]) -> list[str]:
    """Add one text to the tallies; returns what was missed and what was too much, one line each."""
    keys = [key_of(template) for template in row["templates"]]
    made = pairs(keys, ours)
    matched, used = {at for at, _ in made}, {number for _, number in made}
    for at, number in made:
        for slot in SLOTS:
            possible, actual, right = _slot(slot, keys[at], ours[number])
            tallies[slot].possible += possible
            tallies[slot].actual += actual
            tallies[slot].points += right
    missed = [key for at, key in enumerate(keys) if at not in matched and not key.is_optional]
    extra = [own for number, own in enumerate(ours) if number not in used]
    for slot in SLOTS:
        tallies[slot].possible += sum(len(key.slots[slot]) for key in missed)
        tallies[slot].spurious += sum(len(own.slots[slot]) for own in extra)
    lines = [*(f"missed {key.note}" for key in missed), *(f"extra  {own.note}" for own in extra)]
    count = tallies["template"]
    count.possible += sum(not key.is_optional or at in matched for at, key in enumerate(keys))
    count.actual += len(made)
    count.points += len(made)
    count.spurious += len(ours) - len(made)
    return lines


def table(tallies: Mapping[str, Tally]) -> str:
    """The figures as text."""
    lines = ["not the official scorer: see the docstring. All templates, then matched/missing: recall precision F"]
    for slot in ("template", *SLOTS):
        strict, loose = tallies[slot].line(is_strict=True), tallies[slot].line(is_strict=False)
        lines.append(
            f"{slot:<14}" + "".join(f"{value:7.1f}" for value in strict) + "   " + "".join(f"{v:7.1f}" for v in loose)
        )
    return "\n".join(lines)


def evaluate(read: Iterable[tuple[Mapping[str, Any], Any]], misses: str | None = None) -> Mapping[str, Tally]:
    """Score readings of texts; `misses`: print what was missed or too much whose line holds these words."""
    tallies: Mapping[str, Tally] = defaultdict(Tally)
    kinds: Counter[str] = Counter()
    for row, reading in read:
        lines = score(row, list(ours_of(row, reading)), tallies)
        kinds.update(line.split()[0] for line in lines)
        if misses is not None:
            sys.stdout.writelines(f"{row['id']} {line}\n" for line in lines if misses in line)
    print(dict(kinds))
    return tallies


def main() -> None:
    """Measure one file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="dev.jsonl.gz: one text with its templates a line")
    parser.add_argument("--limit", type=int, default=None, help="only the first so many texts")
    parser.add_argument("--misses", default=None, help="print what was missed or too much that holds these words")
    arguments = parser.parse_args()
    with gzip.open(arguments.data, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file][: arguments.limit]
    reader = woozle.Reader()
    read = reader.read_many([row["text"] for row in rows], [row["published"] for row in rows])
    print(table(evaluate(zip(rows, read, strict=True), arguments.misses)))


if __name__ == "__main__":
    main()
