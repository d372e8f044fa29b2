"""The figures of claims in very many reports, from what the book has counted of their strokes."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from woozle.model import records as r
from woozle.model.values import Occasion
from woozle.report.draw_bundle import Bundle, Lane, bundle_glyph
from woozle.report.live.slices import voice_of
from woozle.report.live.source import Asked
from woozle.report.svg import Dot
from woozle.report.voices import voice_key
from woozle.report.words import is_unnamed, three_numbers

#: Lanes that a page reads at most.
_MOST = 6_000
_NOWHERE = Occasion("unknown", None, None)
_RANK = ("sure", "half", "may", "none")
#: The voice that a lane leads back to: its key, its certainty, whether it is unnamed, how many people it is.
_Found = tuple[str, str, bool, int]
_NOBODY: _Found = ("", "none", False, 1)


@dataclass(slots=True)
class _Heap:
    """What was counted for one claim: reports by outlet and voice, and of every voice its reports and certainty."""

    lanes: dict[str, dict[str, int]] = field(default_factory=dict)
    first: dict[str, int] = field(default_factory=dict)
    voices: dict[str, tuple[int, str, bool, int]] = field(default_factory=dict)

    def take(self, outlet: str, n: int, n_first: int, voice: _Found) -> None:
        key, certainty, unnamed, people = voice
        lane = self.lanes.setdefault(outlet, {})
        lane[key] = lane.get(key, 0) + n
        self.first[outlet] = self.first.get(outlet, 0) + n_first
        before = self.voices.get(key, (0, certainty, unnamed, people))
        surest = min(before[1], certainty, key=_RANK.index)
        self.voices[key] = (before[0] + n, surest, unnamed, max(before[3], people))

    def bundle(self, words: str) -> Bundle:
        ranked = sorted(self.voices.items(), key=lambda item: (item[1][1] == "none", -item[1][0], item[0]))
        place = {key: at for at, (key, _) in enumerate(ranked)}
        lanes = [
            Lane({place[key]: n for key, n in lane.items()}, self.first[name]) for name, lane in self.lanes.items()
        ]
        lanes.sort(key=lambda lane: (min(lane.by_voice), -lane.n))
        return Bundle(tuple(lanes), tuple(Dot(*voice[1:]) for _, voice in ranked), words)


def _voice(origin_id: str, voice: str, certainty: str) -> _Found:
    if certainty == "none":
        return _NOBODY
    row = r.Origin(origin_id, "", voice_of(voice), _NOWHERE, certainty, None, (), ())
    return voice_key(row), certainty if certainty in _RANK else "may", is_unnamed(row.voice), row.voice.people


def bundles(asked: Asked, big: Mapping[int, r.Claim]) -> Mapping[str, Markup]:
    """The figures of claims, by id.

    Args:
        asked: the record.
        big: the claims by their place among what needs a look.
    """
    if not big:
        return {}
    lanes = asked.ask("claim_lanes", places=sorted(big), limit=_MOST)
    origins = sorted({row[4] for row in lanes})
    known = {origin[0]: _voice(*origin) for origin in asked.ask("lane_voices", ids=origins)}
    heaps: dict[str, _Heap] = {}
    for claim_id, outlet, n, n_first, origin_id in lanes:
        heaps.setdefault(claim_id, _Heap()).take(outlet, n, n_first, known.get(origin_id, _NOBODY))
    words = {claim.id: three_numbers(claim.reports, claim.outlets, claim.voices) for claim in big.values()}
    return {claim_id: bundle_glyph(heap.bundle(words[claim_id])) for claim_id, heap in heaps.items()}
