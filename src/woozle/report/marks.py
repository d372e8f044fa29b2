"""A report's text with its layers: attributions, names, times, figures, and the places of its assertions.

Layers overlap in any way, so the text is cut at every border and each piece carries the classes of all its layers.
"""

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from woozle.model.records import Assertion, Attribution
from woozle.model.values import Span
from woozle.report.index import Index
from woozle.report.links import anchor
from woozle.report.svg import text as safe
from woozle.toolbox.nlp.paragraphs import find_paragraphs


@dataclass(frozen=True, slots=True)
class Layer:
    """A stretch with the class of its look; ``number`` and ``hue`` only for what somebody is said to have said."""

    start: int
    end: int
    look: str
    number: int = 0
    hue: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the text, ready to show, with its bounds in the document (half-open, code points)."""

    html: Markup
    start: int
    end: int


def layers_of(
    index: Index, document_id: str, attributions: Sequence[Attribution], hues: Mapping[str, str]
) -> list[Layer]:
    """All layers of a report; `attributions` are numbered from 1, `hues` are by attribution id."""
    made = []
    for number, row in enumerate(attributions, 1):
        made += [Layer(span.start, span.end, "att", number, hues[row.id]) for span in row.content]
        made += [Layer(s.start, s.end, look) for s, look in ((row.source, "src"), (row.cue, "cue")) if s]
    spans: tuple[tuple[str, Iterable[Span]], ...] = (
        ("nm", (row.span for row in index.mentions_of.get(document_id, ()))),
        ("tm", (row.span for row in index.times_of.get(document_id, ()))),
        ("fg", (row.span for row in index.quantities_of.get(document_id, ()))),
    )
    made += [Layer(span.start, span.end, look) for look, found in spans for span in found]
    return [layer for layer in made if layer.start < layer.end]


def _wraps(assertions: Iterable[Assertion]) -> list[Layer]:
    """The places of assertions; their look is the name that they get."""
    made = [Layer(s.start, s.end, anchor("a", row.id)) for row in assertions for s in row.spans if s.start < s.end]
    return sorted(made, key=lambda layer: (layer.start, layer.end, layer.look))


class _Sweep:
    """Layers met from left to right: a look at all of them for every stretch takes minutes on a text in one line."""

    def __init__(self, layers: Iterable[Layer]) -> None:
        self.coming = sorted(layers, key=lambda layer: layer.start, reverse=True)
        self.held: list[Layer] = []

    def near(self, low: int, high: int) -> Sequence[Layer]:
        """Layers that touch [low, high); stretches are asked for in order."""
        while self.coming and self.coming[-1].start < high:
            self.held.append(self.coming.pop())
        self.held = [layer for layer in self.held if layer.end > low]
        return self.held


def _piece(text: str, bounds: tuple[int, int], layers: Sequence[Layer], prefix: str) -> str:
    a, b = bounds
    said = [layer for layer in layers if layer.look == "att"]
    looks = sorted({layer.look for layer in layers})
    tail = ""
    if said:
        # Where two attributions nest, the inner one gives the colour.
        looks.append(max(said, key=lambda layer: (layer.start, -layer.end)).hue)
        looks += ["ao"] if any(layer.start == a for layer in said) else []
        looks += ["ac"] if any(layer.end == b for layer in said) else []
        ends = sorted(layer.number for layer in said if layer.end == b)
        tail = "".join(f'<sup><a href="#{prefix}-{n}">{n}</a></sup>' for n in ends)
    body = safe(text[a:b])
    return f'<span class="{" ".join(looks)}">{body}{tail}</span>' if looks else body


def _line(
    text: str, bounds: tuple[int, int], layers: Sequence[Layer], wraps: Sequence[Layer], names: "_Names"
) -> Markup:
    low, high = bounds
    borders = {point for layer in (*layers, *wraps) for point in (layer.start, layer.end)}
    points = sorted({low, high} | {point for point in borders if low < point < high})
    looks, places = _Sweep(layers), _Sweep(wraps)
    out: list[str] = []
    around: tuple[str, ...] = ()
    for a, b in itertools.pairwise(points):
        here = tuple(layer.look for layer in places.near(a, b))
        if here != around:
            out.append("</span>" if around else "")
            out.append(names.open(here) if here else "")
            around = here
        out.append(_piece(text, (a, b), looks.near(a, b), names.prefix))
    out.append("</span>" if around else "")
    return Markup("".join(out))


class _Names:
    """Which places already have their name: a name stands once in a file, where its assertion begins."""

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix
        self.used: set[str] = set()

    def open(self, names: Sequence[str]) -> str:
        """The opening tag of a stretch, with the names that begin here."""
        new = [name for name in dict.fromkeys(names) if name not in self.used]
        self.used |= set(new)
        first = f' id="{new[0]}"' if new else ""
        return f'<span class="say"{first}>' + "".join(f'<span id="{name}"></span>' for name in new[1:])


def paragraphs(
    text: str, layers: Sequence[Layer], assertions: Sequence[Assertion], prefix: str
) -> tuple[tuple[Paragraph, ...], tuple[str, ...]]:
    """The paragraphs of a text with their layers, and the names of assertions that found no place in them.

    Lines that only wrap at a margin are of one paragraph.

    Args:
        text: the document's text.
        layers: stretches of it.
        assertions: they get their names (``a-…``) where they begin.
        prefix: notes are ``#prefix-1``, ``#prefix-2`` …
    """
    names, looks, places, made = _Names(prefix), _Sweep(layers), _Sweep(_wraps(assertions)), []
    for low, high in find_paragraphs(text):
        line = _line(text, (low, high), looks.near(low, high), places.near(low, high), names)
        made.append(Paragraph(line, low, high))
    lost = dict.fromkeys(anchor("a", row.id) for row in assertions)
    return tuple(made), tuple(name for name in lost if name not in names.used)
