"""Makes the rows of a made-up record for `pages.py`: the same number of reports gives the same rows on any machine.

A fifth of the reports are copies, a few claims stand in thousands of reports and most in one.
"""

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from woozle.model import records as r
from woozle.model.happenings import Event, EventMention
from woozle.model.ids import bytes_id, row_id
from woozle.model.tables import Near
from woozle.model.values import Occasion, Published, Range, Reason, Side, Span, Voice

_OUTLETS, _NAMES, _PLACES, _SAID = 300, 4_000, 600, 5
_WORDS = "boat harbour minister dawn bridge forty guards fire border river report night tons wheat pier".split()
_START = datetime(2031, 4, 8, tzinfo=UTC)
_STANCES = ("plain", "plain", "plain", "reported", "unverified", "doubted")


@dataclass
class Made:
    """Rows of the made-up record by table, and what the next reports need to know of the earlier ones."""

    tables: dict[str, list[Any]] = field(default_factory=lambda: defaultdict(list))
    members: dict[int, list[tuple[str, int]]] = field(default_factory=lambda: defaultdict(list))
    ids: list[str] = field(default_factory=list)


def _sentence(claim: int) -> str:
    rng = random.Random(claim)
    return " ".join(rng.choice(_WORDS) for _ in range(10)) + f" number{claim}."


def _instant(number: int, size: int) -> str:
    return f"{_START + timedelta(minutes=number * 40_000 / size):%Y-%m-%dT%H:%M:00Z}"


def _document(number: int, size: int, said: Sequence[int]) -> r.Document:
    text = "\n\n".join(f"{_sentence(claim)} A speaker said so on Tuesday in Place {claim % _PLACES}." for claim in said)
    start = _instant(number, size)
    capture = bytes_id(f"{number} {text}".encode())
    return r.Document(
        row_id("document", number),
        capture,
        f"inbox/{number}.html",
        (f"inbox/{number}.html",),
        f"Outlet {number * 7 % _OUTLETS}",
        None,
        f"Report {number} on {_sentence(said[0])}",
        (),
        Published(start, start[:17] + "59Z", "stated"),
        "en",
        "utf-8",
        text,
        (),
    )


def _said(made: Made, document: r.Document, claim: int, at: int, voice: int) -> None:
    """One statement of a report with its attribution, time, place and names."""
    start = document.text.index(_sentence(claim))
    end = start + len(_sentence(claim))
    source = document.text.index("A speaker", end)
    key = (document.id, at)
    speaker, day = row_id("entity", voice % _NAMES), document.text.index("Tuesday", end)
    place = document.text.index("Place", end)
    name = f"Place {claim % _PLACES}"
    tables = made.tables
    tables["attributions"].append(
        r.Attribution(
            row_id("attribution", *key),
            document.id,
            "indirect",
            (Span(start, end, document.text[start:end]),),
            Span(source + 10, source + 14, "said"),
            Span(source, source + 9, "A speaker"),
            None if voice % 11 == 0 else speaker,
            (),
            "assert",
            _STANCES[claim % len(_STANCES)],
            None,
        )
    )
    if claim % 60 == 1:
        tables["near"].append(Near(f"name {key}", "name", row_id("mention", *key), speaker, 70, "part of a name"))
    tables["mentions"].append(
        r.Mention(row_id("mention", *key), document.id, Span(source, source + 9, "A speaker"), "person", speaker)
    )
    tables["times"].append(
        r.Time(
            row_id("time", *key),
            document.id,
            Span(day, day + 7, "Tuesday"),
            "2031-04-08T00:00:00Z",
            "2031-04-09T00:00:00Z",
            "day",
            "published",
            None,
        )
    )
    tables["places"].append(
        r.Place(
            row_id("place", *key),
            document.id,
            Span(place, place + len(name), name),
            name,
            "HR",
            None,
            35 + claim % _PLACES / 40,
            10 + claim % 97 / 10,
            f"g{claim % _PLACES}",
            ("town", "district", "admin1")[claim % 3],
        )
    )
    tables["assertions"].append(
        r.Assertion(
            row_id("assertion", *key),
            document.id,
            (Span(start, end, document.text[start:end]),),
            row_id("attribution", *key),
            row_id("claim", claim),
            row_id("origin", claim, voice),
            "affirmed",
            _STANCES[claim % len(_STANCES)],
            (row_id("entity", claim % _NAMES),),
            (row_id("time", *key),),
            (row_id("place", *key),),
            (),
            row_id("event", claim % 5_000) if claim % 3 == 0 else None,
        )
    )
    made.members[claim].append((row_id("assertion", *key), voice))


def _copied(made: Made, number: int, parent: int, text: str) -> None:
    child, source = made.ids[number], made.ids[parent]
    why = (Reason("Most words stand in the same order", "40/42", 0.6),)
    made.tables["derivations"].append(
        r.Derivation(row_id("derivation", number), child, source, None, "edited", "known", number % 2 == 0, 0.9, why)
    )
    side = text[:120]
    made.tables["passages"].append(
        r.Passage(
            row_id("passage", number),
            Side(source, 0, len(side), side),
            Side(child, 0, len(side), side),
            "edited",
            0.9,
            (),
        )
    )


def _reports(made: Made, size: int) -> None:
    rng, told = random.Random(11), list[list[int]]()
    for number in range(size):
        parent = rng.randrange(number) if number % 5 == 4 else None
        said = told[parent] if parent is not None else sorted({int(size * 4 * rng.random() ** 4) for _ in range(_SAID)})
        told.append(said)
        document = _document(number, size, said)
        made.ids.append(document.id)
        made.tables["documents"].append(document)
        for at, claim in enumerate(said):
            _said(made, document, claim, at, claim * 3 + rng.randrange(3))
        if parent is not None:
            _copied(made, number, parent, document.text)


def _conclude(made: Made) -> None:
    tables, outlets = made.tables, {row.id: row.outlet for row in made.tables["documents"]}
    report_of = {row.id: row.document_id for row in tables["assertions"]}
    for claim, members in made.members.items():
        voices = sorted({voice for _, voice in members})
        reports = {report_of[row] for row, _ in members}
        n = len(voices)
        tables["claims"].append(
            r.Claim(
                row_id("claim", claim),
                _sentence(claim),
                tuple(row for row, _ in members),
                row_id("event", claim % 5_000) if claim % 3 == 0 else None,
                len(reports),
                len({outlets[one] for one in reports}),
                Range(n, n, n),
                Range(1, n, n),
                "2031-04-08",
                "2031-05-01",
            )
        )
        for voice in voices:
            mine = tuple(row for row, other in members if other == voice)
            speaker = row_id("entity", voice % _NAMES)
            tables["origins"].append(
                r.Origin(
                    row_id("origin", claim, voice),
                    row_id("claim", claim),
                    Voice(speaker, f"Speaker {voice % _NAMES}", "person"),
                    Occasion("interview", "2031-04-08", None),
                    ("sure", "half", "may")[voice % 3],
                    mine[0],
                    mine,
                    (Reason("The words name the same speaker", "", 0.8),),
                )
            )
        if claim % 3 == 0 and claim + 1 in made.members:
            one, other = members[0][0], made.members[claim + 1][0][0]
            tables["near"].append(Near(f"claims {one} {other}", "claims", one, other, claim % 90 - 40, "boat"))
        if claim % 5 == 1 and n > 1:
            one, other = members[0][0], members[-1][0]
            tables["near"].append(Near(f"member {one} {other}", "member", one, other, claim % 40 - 60, "boat"))
        if claim % 9 == 0 and claim + 1 in made.members:
            ids = row_id("claim", claim), row_id("claim", claim + 1)
            tables["conflicts"].append(r.Conflict(row_id("conflict", claim), *ids, ("figure", "denial")[claim % 2], ()))


def _happened(made: Made) -> None:
    for number in range(_NAMES):
        key = row_id("entity", number)
        made.tables["entities"].append(
            r.Entity(key, f"Speaker {number}", "person", (f"S. {number}",), number % 50 == 0)
        )
        if number % 7 == 1:
            pair = (key, row_id("entity", number + 1))
            made.tables["near"].append(Near(f"names {pair[0]}", "names", *pair, 80, "Short for the only one"))
    by_event: dict[str, list[str]] = defaultdict(list)
    for claim in made.tables["claims"]:
        if claim.event_id:
            by_event[claim.event_id].append(claim.id)
    nothing: tuple[str, ...] = ()
    for n, (event, claims) in enumerate(sorted(by_event.items())):
        when = f"2031-04-{1 + n % 28:02d}T00:00:00Z/2031-04-{1 + n % 28:02d}T06:00:00Z"
        mention = row_id("event_mention", n)
        document = made.tables["documents"][n % len(made.tables["documents"])]
        made.tables["event_mentions"].append(
            EventMention(
                id=mention,
                document_id=document.id,
                span=Span(0, 4, document.text[:4]),
                type="attack",
                actors=(),
                actor_ids=nothing,
                targets=(),
                target_ids=nothing,
                instrument=None,
                place_ids=nothing,
                time_id=None,
                quantity_ids=nothing,
                stage="accomplished",
                confidence=None,
                attribution_id=None,
                is_vague=False,
                is_effect=False,
                is_back=False,
                event_id=event,
            )
        )
        made.tables["events"].append(
            Event(
                id=event,
                type=("attack", "killing")[n % 2],
                actor_ids=nothing,
                target_ids=nothing,
                place=f"Place {n % _PLACES}",
                time=when,
                quantities=nothing,
                claim_ids=tuple(claims),
                time_precision="day",
                geo_precision="town",
                place_id=None,
                time_id=None,
                stage="accomplished",
                confidence=None,
                actors=("men",),
                targets=("guards",),
                killed=None,
                wounded=None,
                mention_ids=(mention,),
                reports=1 + n % 40,
                first_seen="2031-04-08",
            )
        )


def made_up(size: int) -> dict[str, list[Any]]:
    """The rows of a record of so many reports; the same number gives the same rows."""
    made = Made()
    _reports(made, size)
    _conclude(made)
    _happened(made)
    return made.tables
