"""Pieces of drawings: escaped text, dots of voices, curves. All coordinates are SVG user units, y down."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from woozle.report.words import shown

#: Mean widths in em of the sans the report asks for, measured on Noto Sans; wide scripts take a full em.
_NARROW, _WIDE = 0.58, 1.02

#: A voice of more people than that has so many dots; the words beside them say how many it is.
MOST_PEOPLE = 12

#: Sizes of type in drawings, by class; all else is 12.
_SIZES = (("t-s", 11), ("t-q", 15))


@dataclass(frozen=True, slots=True)
class Dot:
    """A voice where it has no letter: how certain it is, whether it is unnamed, how many people it is."""

    certainty: str
    unnamed: bool
    people: int = 1


def text(value: str) -> str:
    """Text that is safe inside an element or a quoted attribute, with unseen characters written out."""
    return str(escape(shown(value)))


def width(value: str, size: float = 12) -> float:
    """Roughly how wide a line of sans is, in user units; errs to the wide side."""
    # A drawing measures thousands of lines, and most have none of the wide signs.
    wide = 0 if value.isascii() else sum(unicodedata.east_asian_width(sign) in "WF" for sign in value)
    return (wide * _WIDE + (len(value) - wide) * _NARROW) * size


def fit(value: str, room: float, size: float = 12) -> str:
    """A name cut to the room there is; what is cut is shown by its last sign. Never used on words of a report."""
    value = shown(value)
    if width(value, size) <= room:
        return value
    if value.isascii():
        return value[: max(0, int((room - width("…", size)) // width("x", size)))].rstrip() + "…"
    used, keep = width("…", size), 0
    for sign in value:
        used += width(sign, size)
        if used > room:
            break
        keep += 1
    return value[:keep].rstrip() + "…"


def wrapped(value: str, room: float, size: float = 12, most: int = 4) -> list[str]:
    """A sentence in lines that fit; the last of so many is cut, and a word that fits no line too."""
    lines: list[str] = []
    for word in shown(value).split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and (width(longer, size) <= room or len(lines) == most):
            lines[-1] = longer
        else:
            lines.append(word)
    return [fit(line, room, size) for line in lines]


def label(value: str, x: float, y: float, *, room: float, style: str = "") -> str:
    """A name at a place, cut to its room, with the whole name as its title where it was cut.

    ``style`` holds further attributes, such as ``class="t-ink" text-anchor="end"``.
    """
    size = next((size for look, size in _SIZES if look in style), 12)
    cut = fit(value, room, size)
    title = f"<title>{text(value)}</title>" if cut != shown(value) else ""
    return f'<text {style} x="{x:.1f}" y="{y:.1f}">{title}{escape(cut)}</text>'


def curve(x0: float, y0: float, x1: float, y1: float) -> str:
    """The path of a strand, from left to right."""
    run = x1 - x0
    return f"M{x0:.1f} {y0:.1f} C{x0 + run * 0.5:.1f} {y0:.1f} {x1 - run * 0.55:.1f} {y1:.1f} {x1:.1f} {y1:.1f}"


def drawn(people: int) -> int:
    """How many dots a voice of several people has: a record may name any number, and a drawing ends somewhere."""
    return max(1, min(people, MOST_PEOPLE))


def small(radius: float) -> float:
    """The radius of the dots of several people, where one alone has this one."""
    return radius - (2 if radius > 4 else 1)


def stride(radius: float) -> float:
    """From dot to dot of several people, where one alone has a dot of this radius."""
    return 2 * small(radius) + 1.5


def reach(people: int, radius: float = 6) -> float:
    """How much further to the right than one dot the dots of several people go."""
    return (drawn(people) - 1) * stride(radius)


def lozenge(people: int, x: float, y: float, *, radius: float = 6, hue: str = "sa") -> str:
    """What holds the dots of several people together; the first has its middle at `x`."""
    return (
        f'<rect class="folk {hue}" x="{x - radius:.1f}" y="{y - radius:.1f}" '
        f'width="{2 * radius + reach(people, radius):.1f}" height="{2 * radius:.1f}" rx="{radius:.1f}"/>'
    )


def dots(voice: Dot, x: float, y: float, radius: float) -> str:
    """The dot of a voice, or as many as it has people, in one lozenge."""
    if voice.people < 2:
        return dot(voice.certainty, x, y, unnamed=voice.unnamed, radius=radius)
    step, n = stride(radius), drawn(voice.people)
    each = (dot(voice.certainty, x + i * step, y, unnamed=voice.unnamed, radius=small(radius)) for i in range(n))
    return lozenge(voice.people, x, y, radius=radius) + "".join(each)


def dot(certainty: str, x: float, y: float, *, unnamed: bool = False, radius: float = 6) -> str:
    """The dot of a voice without a letter: filled, half-filled, dashed or the dotted empty ring."""
    if certainty == "none":
        return f'<circle class="dot-none" cx="{x:.1f}" cy="{y:.1f}" r="{radius}"/>'
    if certainty == "may":
        return f'<circle class="dot-may" cx="{x:.1f}" cy="{y:.1f}" r="{radius - 0.5}"/>'
    if certainty == "half":
        r = radius - 1
        return (
            f'<circle class="dot-half" cx="{x:.1f}" cy="{y:.1f}" r="{r}"/>'
            f'<path class="dot" d="M{x:.1f} {y - r:.1f} A{r} {r} 0 0 0 {x:.1f} {y + r:.1f} Z"/>'
        )
    slit = (
        f'<line class="slit" x1="{x - radius:.1f}" x2="{x + radius:.1f}" y1="{y:.1f}" y2="{y:.1f}"/>' if unnamed else ""
    )
    return f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="{radius}"/>{slit}'


def spread(wanted: Sequence[float], low: float, high: float, least: float) -> list[float]:
    """Wanted positions, given in order, moved apart by at least `least`, kept above `high` where there is room."""
    out: list[float] = []
    for want in wanted:
        out.append(max(want, out[-1] + least) if out else max(want, low))
    # Without room for all of them the last ones stand beyond `high`.
    limit = max(high, low + least * (len(out) - 1))
    for i in reversed(range(len(out))):
        out[i] = min(out[i], limit)
        limit = out[i] - least
    return out


def drawing(inner: str, size: tuple[float, float], label: str, *, style: str = "", role: str = "img") -> Markup:
    """A whole drawing with its accessible name; `inner` was built from escaped parts only."""
    w, h = size
    return Markup(
        f'<svg {style} width="{w:.0f}" height="{h:.0f}" viewBox="0 0 {w:.0f} {h:.0f}" role="{role}" '
        f'aria-label="{text(label)}">{inner}</svg>'
    )
