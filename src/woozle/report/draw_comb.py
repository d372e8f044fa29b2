"""Progress as the comb of strokes: one a question, heavy where it is answered."""

from markupsafe import Markup

from woozle.report.words import count

#: Strokes of one comb; of more questions each stroke stands for several, which the words beside it say.
MOST = 60
_PITCH = 4


def comb(n_done: int, n_open: int) -> Markup:
    """The comb of so many answered and open questions; empty where there are none.

    Args:
        n_done: questions that are answered.
        n_open: questions that are not.
    """
    total = n_done + n_open
    if not total:
        return Markup("")
    strokes = min(MOST, total)
    filled = n_done * strokes // total
    lines = "".join(
        f'<line class="tick{" first" if at < filled else ""}" x1="{3 + at * _PITCH}" x2="{3 + at * _PITCH}" '
        f'y1="{0 if at < filled else 5}" y2="16"/>'
        for at in range(strokes)
    )
    width, name = strokes * _PITCH + 2, f"{n_done:,} answered of {count(total, 'question')}"
    return Markup(
        f'<svg class="comb-of" width="{width}" height="16" viewBox="0 0 {width} 16" role="img" aria-label="{name}">'
        f"{lines}</svg>"
    )
