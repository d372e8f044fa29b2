"""Which claims are asked for: what a user wants of them, as one question to the book."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, TypedDict

from woozle.errors import UsageError
from woozle.toolbox.names.fold import plain_name


class Wanted(TypedDict, total=False):
    """What claims are asked for; what is left out does not matter.

    Attributes:
        min_voices: at least so many voices (the best count).
        about: a word or words that it says, or a name: of who acts or is named in it, by any alias.
        voice: a name of somebody who stands behind it, by any alias.
        outlet: an outlet that states it.
        since: a day, month or year (``2024-05-07``, ``2024-05``, ``2024``): reports of then or later state it.
        until: as `since`: reports of then or earlier state it; with `since` reports of between.
        conflicts: whether another claim must clash with it.
    """

    min_voices: int
    about: str | None
    voice: str | None
    outlet: str | None
    since: str | None
    until: str | None
    conflicts: bool


@dataclass(frozen=True, slots=True)
class Question:
    """A condition on rows of claims, called ``c``, and what stands for the names in it."""

    condition: str
    values: Mapping[str, Any]


#: Entities of whom some alias is the name asked for.
_NAMED = """(SELECT e.id FROM entities e
  WHERE bare_name(e.name) = :{0} OR EXISTS (SELECT 1 FROM json_each(e.aliases) x WHERE bare_name(x.value) = :{0}))"""

_ABOUT = f"""(c.id IN (SELECT id FROM search WHERE search MATCH :words AND kind = 'claim')
  OR c.id IN (SELECT a.claim_id FROM assertions a, json_each(a.actor_ids) x WHERE x.value IN {_NAMED.format("about")})
  OR c.id IN (
    SELECT a.claim_id FROM mentions m JOIN assertions a ON a.document_id = m.document_id, json_each(a.spans) s
    WHERE m.entity_id IN {_NAMED.format("about")}
      AND json_extract(m.span, '$.start') >= json_extract(s.value, '$.start')
      AND json_extract(m.span, '$.end') <= json_extract(s.value, '$.end')))"""

_VOICE = f"""c.id IN (SELECT o.claim_id FROM origins o WHERE o.certainty <> 'none' AND (
  json_extract(o.voice, '$.entity_id') IN {_NAMED.format("voice")}
  OR bare_name(json_extract(o.voice, '$.name')) = :voice))"""

_STATED = "c.id IN (SELECT a.claim_id FROM assertions a JOIN documents d ON d.id = a.document_id WHERE {})"
_CLASHES = "c.id IN (SELECT left_claim_id FROM conflicts UNION SELECT right_claim_id FROM conflicts)"

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def bare_name(name: str | None) -> str:
    """A name in small Latin letters without its article, as names are compared here; empty for None."""
    plain = plain_name(name or "")
    return plain.removeprefix("the ")


def days(text: str, option: str) -> tuple[date, date]:
    """The half-open days of a day, month or year, written ``2024-05-07``, ``2024-05`` or ``2024``.

    Raises:
        UsageError: it is none of these.
    """
    found = _DAY.fullmatch(text.strip())
    try:
        if found is None:
            raise ValueError
        year, month, day = int(found[1]), int(found[2] or 1), int(found[3] or 1)
        start = date(year, month, day)
        if found[3]:
            return start, start + timedelta(days=1)
        return start, date(year + (found[2] is None or month == 12), month % 12 + 1 if found[2] else 1, 1)
    except (ValueError, OverflowError):
        raise UsageError(f"{option} {text} is no date: write 2024-05-07, 2024-05 or 2024") from None


def question(wanted: Wanted) -> Question:
    """The condition that says which claims are wanted.

    Raises:
        UsageError: a date that is none, dates in a wrong order, or a name of nothing.
    """
    parts: list[str] = []
    values: dict[str, Any] = {}
    if wanted.get("min_voices"):
        parts.append("json_extract(c.voices, '$.best') >= :min_voices")
        values["min_voices"] = wanted["min_voices"]
    for option, condition in (("about", _ABOUT), ("voice", _VOICE)):
        name = wanted.get(option)
        if name is not None:
            parts.append(condition)
            values[option] = _name(str(name), option)
    if "about" in values:
        # Words are plain text, not a query language.
        values["words"] = " ".join(f'"{word.replace(chr(34), chr(34) * 2)}"' for word in str(wanted["about"]).split())
    stated = _stated(wanted, values)
    parts += [_STATED.format(" AND ".join(stated))] if stated else []
    parts += [_CLASHES] if wanted.get("conflicts") else []
    return Question(" AND ".join(parts) or "1", values)


def _stated(wanted: Wanted, values: dict[str, Any]) -> list[str]:
    """Conditions on the reports, called ``d``, one of which must meet them all."""
    found = []
    outlet, since, until = wanted.get("outlet"), wanted.get("since"), wanted.get("until")
    if outlet is not None:
        found.append("bare_name(d.outlet) = :outlet")
        values["outlet"] = _name(outlet, "outlet")
    if since is not None:
        # A report of which only the latest day is known may be much older.
        found.append("json_extract(d.published, '$.start') IS NOT NULL AND json_extract(d.published, '$.end') > :since")
        values["since"] = f"{days(since, 'since')[0]}T00:00:00Z"
    if until is not None:
        found.append("json_extract(d.published, '$.start') < :until")
        values["until"] = f"{days(until, 'until')[1]}T00:00:00Z"
    if since is not None and until is not None and values["since"] >= values["until"]:
        raise UsageError(f"since {since} is after until {until}")
    return found


def _name(text: str, option: str) -> str:
    name = bare_name(text)
    if not name:
        raise UsageError(f"{option} {json.dumps(text, ensure_ascii=False)} names nothing")
    return name
