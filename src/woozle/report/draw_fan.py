"""The labelled figure of one claim: voice, occasion, reports by outlet; once wide, once for a phone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from woozle.report.dates import iso_day_words, minute_words
from woozle.report.draw_voice import lettered
from woozle.report.shape import Shape, Stroke
from woozle.report.svg import curve, drawing, label, reach, spread
from woozle.report.voices import Occasion, Standing
from woozle.report.words import count, is_unnamed, occasion_name, spelled, spelled_count, voice_kind

#: Of a dot, as `lettered` draws it.
_RADIUS = 10
#: With more voices than this their dots stand closer, and only names stand beside them.
_MANY_VOICES = 16


@dataclass(frozen=True, slots=True)
class Frame:
    """How a fan is laid out, in user units: total width, room for names left and right, distance of strokes."""

    width: float
    left: float
    right: float
    pitch: float
    gap: float
    has_occasions: bool
    is_narrow: bool
    year: int | None


def key_frame(year: int | None, *, narrow: bool) -> Frame:
    """The key figure at the head of the claims: no occasions, no times."""
    if narrow:
        return Frame(328, 14, 162, 7, 8, False, True, year)
    return Frame(840, 226, 196, 9.4, 6.6, False, False, year)


def claim_frame(year: int | None, *, narrow: bool) -> Frame:
    """The figure at the head of a claim's own page."""
    if narrow:
        return Frame(328, 14, 162, 9, 9, True, True, year)
    return Frame(1200, 240, 320, 13, 7, True, False, year)


@dataclass(frozen=True, slots=True)
class _Layout:
    frame: Frame
    ys: Mapping[str, float]
    spans: Sequence[tuple[str, float, float]]
    dots: Sequence[float]
    rings: Mapping[tuple[int, int], float]
    height: float
    reaches: Sequence[float]

    @property
    def tip(self) -> float:
        return self.frame.width - self.frame.right

    @property
    def ring_x(self) -> float:
        share = self.frame.left + (self.tip - self.frame.left) * (0.3 if self.frame.is_narrow else 0.34)
        return max(share, self.frame.left + max(self.reaches) + 24)

    def starts(self, voice: int) -> float:
        """Where the strands of a voice begin: behind the last of its dots."""
        return self.frame.left + self.reaches[voice]


def _layout(shape: Shape, frame: Frame) -> _Layout:
    pitch = min(frame.pitch, 620 / max(1, len(shape.strokes)))
    y, ys, spans = 14.0, {}, []
    for lane in shape.lanes:
        top = y
        for stroke in lane.strokes:
            ys[stroke.report_id] = y
            y += pitch
        bottom = y - pitch
        spans.append((lane.name, top, bottom))
        # Names of outlets need 15 units each, however few strokes they have.
        y = max(bottom + pitch + frame.gap, top + 15)
    rings = _rings(shape, ys)
    dots = _dots(shape, rings, frame)
    if rings:
        placed = sorted(rings, key=lambda key: (dots[key[0]], key))
        moved = spread([rings[key] for key in placed], 14, y - 10, 26 if not frame.is_narrow else 16)
        rings = dict(zip(placed, moved, strict=True)) if frame.has_occasions else rings
    height = max([y, *(place + 26 for place in dots), *(place + 22 for place in rings.values())])
    reaches = [reach(voice.people, _RADIUS) for voice in shape.dots]
    return _Layout(frame, ys, spans, dots, rings, height, reaches)


def _rings(shape: Shape, ys: Mapping[str, float]) -> dict[tuple[int, int], float]:
    groups: dict[tuple[int, int], list[float]] = {}
    for stroke in shape.strokes:
        for lead in stroke.leads:
            groups.setdefault(lead, []).append(ys[stroke.report_id])
    return {lead: sum(found) / len(found) for lead, found in groups.items()}


def _dots(shape: Shape, rings: Mapping[tuple[int, int], float], frame: Frame) -> list[float]:
    wanted = []
    for v in range(len(shape.dots)):
        mine = [y for (voice, _), y in rings.items() if voice == v]
        wanted.append(sum(mine) / len(mine))
    rank = sorted(range(len(wanted)), key=lambda v: (wanted[v], v))
    least = 16 if len(wanted) > _MANY_VOICES else 24 if frame.is_narrow else 38
    got = spread([wanted[v] for v in rank], 16, max(wanted) + least, least)
    places = [0.0] * len(wanted)
    for place, v in enumerate(rank):
        places[v] = got[place]
    return places


def _hue(voice: Standing) -> str:
    return f"s{voice.hue}"


def _one_a_voice(stroke: Stroke) -> tuple[tuple[int, int], ...]:
    return tuple((v, 0) for v in dict.fromkeys(lead[0] for lead in stroke.leads))


def _strands(shape: Shape, at: _Layout) -> str:
    thin: list[str] = []
    heavy: list[str] = []
    for stroke in shape.strokes:
        leads = stroke.leads if at.frame.has_occasions else _one_a_voice(stroke)
        for v, o in leads:
            is_nobody = shape.dots[v].certainty == "none"
            has_ring = at.frame.has_occasions and not is_nobody
            x0, y0 = (at.ring_x, at.rings[v, o]) if has_ring else (at.starts(v), at.dots[v])
            if is_nobody:
                # What leads back to nobody stops short of the ring, wherever it was told.
                x0, y0 = x0 + 24, y0 + (at.ys[stroke.report_id] - y0) * 0.1
            first = v in stroke.first
            (heavy if first else thin).append(
                f'<path class="{_hue(shape.dots[v])} {"lead" if first else "follow"}" '
                f'd="{curve(x0, y0, at.tip, at.ys[stroke.report_id])}"/>'
            )
    return "".join(thin + heavy)


def _occasion_words(occasion: Occasion, year: int | None) -> str:
    if occasion.origin is None:
        return ""
    day = iso_day_words(occasion.origin.occasion.date, year)
    name = occasion_name(occasion.origin.occasion).split(" with ")[0].split(" for ")[0].lower()
    return ", ".join(part for part in (name, day) if part)


def _occasions(shape: Shape, at: _Layout) -> str:
    parts = []
    for (v, o), y in sorted(at.rings.items()):
        voice = shape.dots[v]
        if voice.certainty == "none":
            continue
        parts.append(
            f'<path class="{_hue(voice)} lead" d="{curve(at.starts(v), at.dots[v], at.ring_x, y)}"/>'
            f'<circle class="ring {_hue(voice)}" cx="{at.ring_x:.0f}" cy="{y:.1f}" r="5.5"/>'
        )
        if not at.frame.is_narrow:
            words = _occasion_words(voice.occasions[o], at.frame.year)
            style = 'class="t-s halo" text-anchor="middle"'
            parts.append(label(words, at.ring_x, y - 10, room=240, style=style) if words else "")
    return "".join(parts)


def _short_stamp(stroke: Stroke) -> str:
    when = stroke.when
    near = when.start is not None and when.end is not None and (when.end - when.start).total_seconds() < 86400
    return minute_words(when.start) if near and when.start else stroke.stamp


def _reports(shape: Shape, at: _Layout) -> str:
    tip, frame = at.tip, at.frame
    has_times = frame.has_occasions and not frame.is_narrow
    gaps = sorted(at.ys.values())
    fits = all(b - a >= 10.5 for a, b in pairwise(gaps))
    parts = []
    for stroke in shape.strokes:
        y = at.ys[stroke.report_id]
        parts.append(
            f'<line class="tick{" first" if stroke.first else ""}" x1="{tip:.0f}" x2="{tip + 26:.0f}" '
            f'y1="{y:.1f}" y2="{y:.1f}"/>'
        )
        if has_times and fits:
            parts.append(label(_short_stamp(stroke), tip + 33, y + 4, room=106, style='class="t-s"'))
    bx = tip + (142 if has_times and fits else 33)
    for name, a, b in at.spans:
        single = f"M{bx:.0f} {a - 3.5:.1f} v7"
        d = f"M{bx - 4:.0f} {a - 3:.1f} H{bx:.0f} V{b + 3:.1f} H{bx - 4:.0f}" if b > a else single
        parts.append(f'<path class="comb" d="{d}"/>')
        parts.append(label(name, bx + 7, (a + b) / 2 + 4, room=frame.width - bx - 9, style='class="t-ink"'))
    return "".join(parts)


def _note(voice: Standing) -> str:
    n = voice.people
    if voice.certainty == "none":
        return "no voice was found"
    if voice.certainty == "may":
        return f"perhaps {spelled(n)} more voices" if n > 1 else "perhaps one more voice"
    if voice.certainty == "half":
        return f"{spelled_count(n, 'voice')}, perhaps fewer" if n > 1 else "perhaps the same as another"
    if n > 1:
        return spelled_count(n, "voice")
    origin = voice.occasions[0].origin
    if origin is None or is_unnamed(origin.voice):
        return ""
    return voice_kind(origin.voice) if origin.voice.kind != "person" else ""


def _voices(shape: Shape, at: _Layout) -> str:
    parts = []
    for voice, y in zip(shape.dots, at.dots, strict=True):
        parts.append(lettered(voice, at.frame.left, y))
        if at.frame.is_narrow:
            continue
        room, note = at.frame.left - 20, _note(voice) if len(at.dots) <= _MANY_VOICES else ""
        style = 'class="t-b" text-anchor="end"'
        parts.append(label(voice.name, at.frame.left - 18, y + (0 if note else 4), room=room * 0.93, style=style))
        if note:
            parts.append(label(note, at.frame.left - 18, y + 15, room=room, style='text-anchor="end"'))
    return "".join(parts)


def sentence(shape: Shape) -> str:
    """What the figure shows, in words: its accessible name."""
    parts = []
    for voice in shape.dots:
        n = count(len(voice.report_ids), "report")
        uncounted = "" if voice.is_counted or voice.certainty == "none" else ", not counted"
        people = f"{spelled_count(voice.people, 'voice')}, " if voice.people > 1 else ""
        parts.append(f"{voice.name} ({people}{n}{uncounted})")
    return f"{shape.words}: {'; '.join(parts[:12])}." + (f" And {len(parts) - 12} more." if len(parts) > 12 else "")


def fan(shape: Shape, frame: Frame) -> Markup:
    """The figure; empty for a claim whose assertions are not in the record."""
    if not shape.strokes:
        return Markup("")
    at = _layout(shape, frame)
    parts = [_strands(shape, at)]
    if frame.has_occasions:
        parts.append(_occasions(shape, at))
    parts += [_reports(shape, at), _voices(shape, at)]
    style = f'class="{"narrow" if frame.is_narrow else "wide"}"'
    return drawing("".join(parts), (frame.width, at.height + 4), sentence(shape), style=style)
