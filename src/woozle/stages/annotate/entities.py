"""Who is meant: names of one document folded into bearers."""

from dataclasses import dataclass

from woozle.toolbox.names import fold_name
from woozle.toolbox.nlp import Analysis, Name


@dataclass(frozen=True, slots=True)
class Bearer:
    """Whoever several names of one document mean. ``start``: where it is first named; ``spans`` in text order."""

    name: str
    kind: str
    aliases: tuple[str, ...]
    is_protected: bool
    start: int
    spans: tuple[tuple[int, int], ...]


def bearers_of(text: str, analysis: Analysis, *, outlet: str | None) -> list[Bearer]:
    """The bearers of the names of a text, by first mention."""
    del outlet
    groups: dict[tuple[str, str], list[Name]] = {}
    for name in analysis.names:
        words = text[name.start : name.end]
        groups.setdefault((name.kind, fold_name(words, name.kind) or words.casefold()), []).append(name)
    bearers = []
    for (kind, _), names in groups.items():
        aliases = list(dict.fromkeys(text[name.start : name.end] for name in names))
        bearers.append(
            Bearer(max(aliases, key=len), kind, tuple(aliases), False, names[0].start, tuple((n.start, n.end) for n in names))
        )
    return sorted(bearers, key=lambda bearer: (bearer.start, bearer.spans))
