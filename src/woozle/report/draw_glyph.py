"""The small figure of a claim's row: voices left, strokes of reports right, strokes of an outlet bracketed."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from woozle.report.shape import Shape, Stroke
from woozle.report.svg import Dot, curve, dots, drawing, reach, spread

_WIDTH, _TALL, _DOTS = 236, 76, 12
#: From so many reports on, the copies of one outlet run together into a band.
MANY = 60


@dataclass(frozen=True, slots=True)
class _Placed:
    ys: Mapping[str, float]
    brackets: tuple[tuple[float, float], ...]
    height: float
    pitch: float


def _place(shape: Shape) -> _Placed:
    """The y of each stroke: 4.6 apart, 3.4 more between outlets, closer together where that is too tall."""
    n = len(shape.strokes)
    scale = min(1.0, _TALL / max(1.0, n * 4.6 + len(shape.lanes) * 3.4))
    y, ys, brackets = 4.0, {}, []
    for lane in shape.lanes:
        top = y
        for stroke in lane.strokes:
            ys[stroke.report_id] = y
            y += 4.6 * scale
        brackets.append((top, y - 4.6 * scale))
        y += 3.4 * scale
    height = max(17.0, y - 8.0 * scale + 4)
    off = (height - (max(ys.values()) + min(ys.values()))) / 2 if ys else 0
    return _Placed(
        {key: value + off for key, value in ys.items()},
        tuple((a + off, b + off) for a, b in brackets),
        height,
        4.6 * scale,
    )


def _dot_places(shape: Shape, placed: _Placed) -> list[float]:
    """The y of each dot: the mean of its strokes, moved apart."""
    wanted = []
    for voice in shape.dots:
        mine = [placed.ys[i] for i in voice.report_ids if i in placed.ys]
        wanted.append(sum(mine) / len(mine) if mine else placed.height / 2)
    rank = sorted(range(len(wanted)), key=lambda v: (wanted[v], v))
    least = 15 if len(wanted) <= 6 else 5
    got = spread([wanted[v] for v in rank], 8, placed.height - 8, least)
    places = [0.0] * len(wanted)
    for place, v in enumerate(rank):
        places[v] = got[place]
    return places


def _radius(n_dots: int) -> int:
    return 6 if n_dots <= 6 else 3


def _strand(shape: Shape, v: int, ends: tuple[float, float], *, first: bool, wide: float = 0) -> str:
    dot_y, y = ends
    # A strand that leads back to nobody stops short of the ring.
    gap = shape.dots[v].certainty == "none"
    start = 8 + reach(shape.dots[v].people, _radius(len(shape.dots)))
    path = curve(start + (20 if gap else 0), dot_y + ((y - dot_y) * 0.1 if gap else 0), _WIDTH - 44, y)
    if wide:
        return f'<path class="strand band" stroke-opacity=".6" stroke-width="{wide:.1f}" d="{path}"/>'
    return f'<path class="strand{" first" if first else ""}" d="{path}"/>'


def _strands(shape: Shape, placed: _Placed, places: list[float]) -> str:
    thin, heavy = [], []
    many = len(shape.strokes) >= MANY
    for lane in shape.lanes:
        bands: dict[int, list[Stroke]] = {}
        for stroke in lane.strokes:
            y = placed.ys[stroke.report_id]
            for v in dict.fromkeys(lead[0] for lead in stroke.leads):
                if v in stroke.first:
                    heavy.append(_strand(shape, v, (places[v], y), first=True))
                elif many:
                    bands.setdefault(v, []).append(stroke)
                else:
                    thin.append(_strand(shape, v, (places[v], y), first=False))
        for v, strokes in bands.items():
            mid = sum(placed.ys[stroke.report_id] for stroke in strokes) / len(strokes)
            thin.append(
                _strand(shape, v, (places[v], mid), first=False, wide=max(1.0, len(strokes) * placed.pitch * 0.7))
            )
    return "".join(thin + heavy)


def glyph(shape: Shape) -> Markup:
    """The row figure. Empty for a claim whose assertions are not in the record."""
    if not shape.strokes:
        return Markup("")
    placed = _place(shape)
    places = _dot_places(shape, placed)
    height = max([placed.height, *(y + 8 for y in places)])
    parts = [_strands(shape, placed, places)]
    left = _WIDTH - 44
    parts += [
        f'<line class="tick{" first" if stroke.first else ""}" x1="{left}" x2="{left + 30}" '
        f'y1="{placed.ys[stroke.report_id]:.1f}" y2="{placed.ys[stroke.report_id]:.1f}"/>'
        for stroke in shape.strokes
    ]
    for a, b in placed.brackets:
        d = f"M{_WIDTH - 8} {a - 1.2:.1f} H{_WIDTH - 4} V{b + 1.2:.1f} H{_WIDTH - 8}"
        parts.append(f'<path class="comb" d="{d if b > a else f"M{_WIDTH - 4} {a - 1.8:.1f} v3.6"}"/>')
    radius = _radius(len(places))
    parts += [
        dots(Dot(voice.certainty, voice.unnamed, voice.people), 8, y, radius)
        for voice, y in zip(shape.dots, places, strict=True)
    ]
    style = f'class="{"fine" if len(shape.strokes) > 24 else "glyph"}" preserveAspectRatio="xMinYMid"'
    return drawing("".join(parts), (_WIDTH, height), shape.words, style=style)
