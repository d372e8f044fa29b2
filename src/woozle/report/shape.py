"""The shape of a claim: its strokes and dots, from which every drawing of it is made."""

from collections.abc import Sequence
from dataclasses import dataclass

from woozle.report.dates import Interval
from woozle.report.index import Index
from woozle.report.voices import Standing

#: A drawing has at most so many lanes; outlets beyond them share the last one, and that is said in words.
MOST_LANES = 40


@dataclass(frozen=True, slots=True)
class Stroke:
    """A report of a claim: the occasions it leads back to as (voice, occasion), and which of them it went to itself."""

    report_id: str
    lane: str
    outlet: str
    stamp: str
    when: Interval
    leads: tuple[tuple[int, int], ...]
    first: frozenset[int]


@dataclass(frozen=True, slots=True)
class Lane:
    """The strokes of one outlet, in order of publication."""

    name: str
    strokes: tuple[Stroke, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """Lanes from top to bottom, and the voices as dots."""

    lanes: tuple[Lane, ...]
    dots: tuple[Standing, ...]
    words: str

    @property
    def strokes(self) -> tuple[Stroke, ...]:
        """All strokes, top to bottom."""
        return tuple(stroke for lane in self.lanes for stroke in lane.strokes)


def _strokes(index: Index, voices: Sequence[Standing]) -> list[Stroke]:
    leads: dict[str, list[tuple[int, int]]] = {}
    first: dict[str, set[int]] = {}
    for v, voice in enumerate(voices):
        for o, occasion in enumerate(voice.occasions):
            for report_id in occasion.report_ids:
                leads.setdefault(report_id, []).append((v, o))
                if report_id in occasion.first:
                    first.setdefault(report_id, set()).add(v)
    made = []
    for report_id, found in leads.items():
        report = index.reports[report_id]
        made.append(
            Stroke(
                report_id,
                report.lane,
                report.outlet,
                report.stamp,
                report.when,
                tuple(found),
                frozenset(first.get(report_id, ())),
            )
        )
    return made


def shape(index: Index, voices: Sequence[Standing], words: str) -> Shape:
    """The shape of a claim. Outlets stand in the order of their first voice and first report, so strands cross little.

    Args:
        index: the record.
        voices: the voices behind the claim.
        words: the three numbers of the claim, as the drawing's accessible name.
    """
    strokes = sorted(_strokes(index, voices), key=lambda s: (s.leads[0], index.reports[s.report_id].order))
    by_lane: dict[str, list[Stroke]] = {}
    for stroke in strokes:
        by_lane.setdefault(stroke.lane, []).append(stroke)
    groups = list(by_lane.values())
    lanes = [Lane(group[0].outlet, tuple(group)) for group in groups[:MOST_LANES]]
    rest = groups[MOST_LANES:]
    if rest:
        shared = tuple(stroke for group in (groups[MOST_LANES - 1], *rest) for stroke in group)
        lanes[-1] = Lane(f"{len(rest) + 1} more outlets", shared)
    return Shape(tuple(lanes), tuple(voices), words)
