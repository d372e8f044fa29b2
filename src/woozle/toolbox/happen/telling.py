"""A happening as one report tells it once, made comparable with others: kinds, times, places and actors as keys."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from woozle.toolbox.happen.ontology import KINDS


@dataclass(frozen=True, slots=True)
class Telling:
    """One mention of a happening.

    Attributes:
        id: the mention's id.
        document_id: its report.
        sentence: number of its sentence in the report.
        at: its place in the report, a code point.
        kind: name of one of `ontology.KINDS`.
        stage: one of `ontology.STAGES`.
        actors: keys of those who did it: ``@`` and an entity's id for a name, else the words' head noun.
        targets: keys of those whom it befell, likewise.
        places: keys of its most exact places, the nearest first: names in small letters, ``=`` and a country's code.
        inside: keys of the areas that these lie in, likewise.
        start: first instant it may be of, ISO 8601; None where the report gives no time.
        end: half-open.
        day: the day its report came out, or None.
        figures: ``role|low|high`` of the figures of those who came to harm.
        is_vague: it tells of no one happening.
        is_effect: it only tells what befell somebody.
        is_back: its words point back to what was told.
    """

    id: str
    document_id: str
    sentence: int
    at: int
    kind: str
    stage: str
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    places: tuple[str, ...]
    inside: tuple[str, ...]
    start: str | None
    end: str | None
    day: str | None
    figures: tuple[str, ...]
    is_vague: bool
    is_effect: bool
    is_back: bool


def named(keys: tuple[str, ...]) -> frozenset[str]:
    """The keys that are names: two of them that differ are two of a kind."""
    return frozenset(key for key in keys if key.startswith("@"))


def _all(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for group in groups for key in group))


def _telling_kind(rows: Sequence[Telling]) -> Sequence[Telling]:
    """Those that tell what it was: not what only tells whom it befell, beside a mishap."""
    mishaps = [each for each in rows if KINDS[each.kind].family in ("accident", "disaster")]
    return mishaps or rows


def merged(tellings: Sequence[Telling]) -> Telling:
    """The tellings of one happening in one report as one: its most telling kind, the narrowest time, all the rest."""
    rows = sorted(tellings, key=lambda each: (each.at, each.id))
    happened = [each for each in rows if each.stage != "denied"] or rows
    dated = [each for each in happened if each.start is not None and each.end is not None]
    # The most days that fit with one another would be better; the first shortest one is never wider than told.
    best = min(dated, key=lambda each: (_length(each), each.at), default=None)
    return replace(
        rows[0],
        kind=max((each.kind for each in _telling_kind(happened)), key=lambda name: (KINDS[name].rank, name)),
        stage=happened[0].stage,
        actors=_all(each.actors for each in rows),
        targets=_all(each.targets for each in rows),
        places=_all(each.places for each in rows),
        inside=_all(each.inside for each in rows),
        start=best.start if best else None,
        end=best.end if best else None,
        figures=tuple(sorted(set(_all(each.figures for each in rows)))),
        is_vague=all(each.is_vague for each in rows),
        is_effect=all(each.is_effect for each in rows),
        is_back=all(each.is_back for each in rows),
    )


def _length(each: Telling) -> int:
    """Seconds of a time, for ranking."""
    assert each.start is not None
    assert each.end is not None
    start, end = (datetime.fromisoformat(known.removesuffix("Z")) for known in (each.start, each.end))
    return int((end - start).total_seconds())
