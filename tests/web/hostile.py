"""A record whose every word from outside means harm, and one report that is far too much of everything."""

import dataclasses
from typing import Any

from tests.report.pages import HOSTILE, hostile
from tests.report.sample import Record
from woozle.model import records as r
from woozle.model.ids import bytes_id, document_id, row_id
from woozle.model.values import Published, Span

#: Besides what the one-file report is tried with: markup of drawings, links that run, styles, and what ends elements.
WORSE = (
    f"{HOSTILE.replace(chr(0xD83D), '')} <svg onload=alert(3)><a href='javascript:alert(4)'>x</a></svg> "
    "<style>*{display:none}</style> </title></textarea></pre></main> [x](javascript:alert(5)) "
    "\u202e\u2066gnp.exe\u2069 \u0000 ﷽ 🏳️‍🌈 %3Cscript%3E &lt;b&gt;"
)


def _storable(value: Any) -> Any:
    """The value with a sign in place of halves of pairs, which a book cannot hold; lengths stay."""
    if isinstance(value, str):
        return value.replace("\ud83d", "\ufffd")
    if isinstance(value, tuple):
        return tuple(_storable(part) for part in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return dataclasses.replace(
            value, **{f.name: _storable(getattr(value, f.name)) for f in dataclasses.fields(value)}
        )
    return value


def _entities() -> list[r.Entity]:
    """10,000 names, the first with 500 long aliases."""
    made = [
        r.Entity(row_id("entity", "many", n), f"{WORSE} {n}", "person", (f"alias {n} {WORSE}",), False)
        for n in range(10_000)
    ]
    made[0] = dataclasses.replace(made[0], aliases=tuple(f"{n} {'x' * 400}" for n in range(500)))
    return made


def monstrous(length: int = 5_000_000) -> Record:
    """The hostile record with a report of one line of so many characters that names everybody."""
    record = hostile()
    record.tables.update({row: [_storable(one) for one in rows] for row, rows in record.tables.items()})
    entities = _entities()
    line = ("a" * 61 + " " + "b" * 40 + "é ") * (length // 104)
    capture = bytes_id(line.encode())
    document = r.Document(
        document_id(capture),
        capture,
        WORSE,
        (WORSE,),
        "W" * 3_000,
        WORSE,
        "T" * 20_000,
        (WORSE,) * 50,
        Published(None, "2031-04-08T00:00:00Z", "inferred"),
        "x-<b>",
        "no-such-encoding",
        line,
        (),
    )
    mentions = [
        r.Mention(
            row_id("mention", "many", n), document.id, Span(n * 2, n * 2 + 1, line[n * 2 : n * 2 + 1]), "person", one.id
        )
        for n, one in enumerate(entities)
    ]
    record.add(document, *entities, *mentions)
    return record
