"""The dot of a voice with its letter; several people are as many dots in one lozenge, the first with the letter."""

from woozle.report.svg import drawn, lozenge, small, stride, text
from woozle.report.voices import Standing

#: How far from the middle of a dot the slit of a voice without a name begins, to leave room for the letter.
_LETTER = 5.5
#: A dot of a smaller radius has a smaller letter.
_ROOM = 8.5


def lettered(voice: Standing, x: float, y: float, radius: float = 10) -> str:
    """The dot of a voice with its letter; the dotted empty ring for nobody, a slit beside the letter if unnamed."""
    if voice.people < 2 or voice.certainty == "none":
        return _dot(voice, x, y, radius, has_letter=True)
    n, step = drawn(voice.people), stride(radius)
    each = (_dot(voice, x + i * step, y, small(radius), has_letter=i == 0) for i in range(n))
    return lozenge(voice.people, x, y, radius=radius, hue=f"s{voice.hue}") + "".join(each)


def _dot(voice: Standing, x: float, y: float, radius: float, *, has_letter: bool) -> str:
    if voice.certainty == "none":
        return f'<circle class="dot-none" cx="{x:.1f}" cy="{y:.1f}" r="{radius - 1}"/>'
    if voice.certainty == "may":
        body = f'<circle class="fu" cx="{x:.1f}" cy="{y:.1f}" r="{radius - 1}"/>'
        return body + (f'<text class="in-u" x="{x:.1f}" y="{y + 4.2:.1f}">?</text>' if has_letter else "")
    half = voice.certainty == "half"
    whole = f'<circle class="f{voice.hue}" cx="{x:.1f}" cy="{y:.1f}" r="{radius}"/>'
    body = _half(voice.hue, x, y, radius) if half else whole
    # The letter keeps its contrast on the filled half and moves left of the middle.
    middle = x - (2.5 if half else 0)
    style, down = ("in tiny", 3.5) if radius < _ROOM else ("in", 4.2)
    words = f'<text class="{style}" x="{middle:.1f}" y="{y + down:.1f}">{text(voice.letter)}</text>'
    letter = words if has_letter else ""
    slit = _slit(x, y, radius, _LETTER if has_letter else 0) if voice.unnamed and not half else ""
    return body + letter + slit


def _half(hue: str, x: float, y: float, radius: float) -> str:
    """The right half stays open."""
    return (
        f'<circle class="half s{hue}" cx="{x:.1f}" cy="{y:.1f}" r="{radius - 1}"/>'
        f'<path class="f{hue}" d="M{x + 2:.1f} {y - radius + 0.3:.1f} A{radius} {radius} 0 1 0 {x + 2:.1f} '
        f'{y + radius - 0.3:.1f} Z"/>'
    )


def _slit(x: float, y: float, radius: float, gap: float) -> str:
    return "".join(
        f'<line class="slit" x1="{a:.1f}" x2="{b:.1f}" y1="{y:.1f}" y2="{y:.1f}"/>'
        for a, b in ((x - radius, x - gap), (x + gap, x + radius))
    )
