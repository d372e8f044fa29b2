"""The row figure of a claim in very many reports: an outlet's strokes run together, as thick as they are many."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from woozle.report.svg import Dot, curve, dots, drawing, reach, spread

_WIDTH, _TALL, _LEFT, _STROKE = 236, 76.0, 192, 30
#: Outlets beyond these share the last block, voices beyond these have no dot.
_MOST_LANES, _MOST_DOTS = 40, 16


@dataclass(frozen=True, slots=True)
class Lane:
    """How many reports of an outlet lead back to each voice (by its number), and how many went to it themselves."""

    by_voice: Mapping[int, int]
    n_first: int

    @property
    def n(self) -> int:
        """Its strokes."""
        return sum(self.by_voice.values())


@dataclass(frozen=True, slots=True)
class Bundle:
    """Lanes, those with most reports first, and every voice."""

    lanes: tuple[Lane, ...]
    dots: tuple[Dot, ...]
    words: str


def _few(bundle: Bundle) -> Sequence[Lane]:
    lanes, rest = list(bundle.lanes[:_MOST_LANES]), bundle.lanes[_MOST_LANES:]
    if not rest:
        return lanes
    shared: Counter[int] = Counter()
    for lane in (lanes.pop(), *rest):
        shared.update(lane.by_voice)
    first = sum(lane.n_first for lane in bundle.lanes[_MOST_LANES - 1 :])
    return [*lanes, Lane(dict(shared), first)]


def _dot_places(bundle: Bundle, lanes: Sequence[Lane], ys: Sequence[float]) -> list[float]:
    n_dots = min(len(bundle.dots), _MOST_DOTS)
    wanted = []
    for voice in range(n_dots):
        mine = [(lane.by_voice.get(voice, 0), y) for lane, y in zip(lanes, ys, strict=True)]
        n = sum(part for part, _ in mine)
        wanted.append(sum(part * y for part, y in mine) / n if n else _TALL / 2)
    rank = sorted(range(n_dots), key=lambda v: (wanted[v], v))
    got = spread([wanted[v] for v in rank], 8, _TALL, 15 if n_dots <= 5 else 5)
    places = [0.0] * n_dots
    for place, v in enumerate(rank):
        places[v] = got[place]
    return places


def bundle_glyph(bundle: Bundle) -> Markup:
    """The figure; empty where nothing is known of the strokes."""
    lanes = _few(bundle)
    total = sum(lane.n for lane in lanes)
    if not total:
        return Markup("")
    gap = min(2.0, _TALL / len(lanes) * 0.3)
    unit = (_TALL - gap * len(lanes)) / total
    y, ys = 4.0, []
    for lane in lanes:
        ys.append(y + lane.n * unit / 2)
        y += lane.n * unit + gap
    places = _dot_places(bundle, lanes, ys)
    radius = 6 if len(places) <= 5 else 3
    bands, blocks = [], []
    for lane, middle in zip(lanes, ys, strict=True):
        top = middle - lane.n * unit / 2
        for voice, n in sorted(lane.by_voice.items()):
            at = top + n * unit / 2
            top += n * unit
            if voice < len(places):
                start = 8 + reach(bundle.dots[voice].people, radius)
                path, wide = curve(start, places[voice], _LEFT, at), max(0.6, n * unit * 0.8)
                bands.append(f'<path class="strand band" stroke-opacity=".6" stroke-width="{wide:.1f}" d="{path}"/>')
        tall = max(0.6, lane.n * unit)
        blocks.append(
            f'<rect class="bulk" x="{_LEFT}" y="{middle - tall / 2:.1f}" width="{_STROKE}" height="{tall:.1f}"/>'
        )
        if lane.n_first:
            own = max(0.6, min(lane.n, lane.n_first) * unit)
            blocks.append(
                f'<rect class="bulk first" x="{_LEFT}" y="{middle - tall / 2:.1f}" width="{_STROKE}" '
                f'height="{own:.1f}"/>'
            )
    marks = [dots(voice, 8, at, radius) for voice, at in zip(bundle.dots, places, strict=False)]
    left = len(bundle.dots) - len(places)
    words = bundle.words + (f"; {left} voices have no dot" if left > 0 else "")
    height = max(_TALL + 8, *(at + 8 for at in places)) if places else _TALL + 8
    style = 'class="glyph bundle" preserveAspectRatio="xMinYMid"'
    return drawing("".join([*bands, *blocks, *marks]), (_WIDTH, height), words, style=style)
