"""Figures of our own passages on the phenomena of attribution, by part."""

from tests.phenomena.passages import load
from tests.phenomena.score import HEADLINE, figures, read_and_score

NAMES = {"phenomena: dev": "dev", "phenomena: test": "test"}
_FIGURES = (
    HEADLINE,
    "relation, F1",
    "chain exact, nested or carried rows, %",
    "who where matched, %",
    "alarm, marks that quote nobody taken for speech, %",
    "alarm, carrier taken for the source, %",
    "alarm, denial taken for an assertion, %",
    "alarm, hedge lost, %",
    "alarm, source filled in, %",
)


def measure(name: str) -> dict[str, float]:
    """The figures of the part that a name in `NAMES` stands for, in per cent."""
    scored = read_and_score(passage for passage in load() if passage.part == NAMES[name])
    found = figures(scored)
    return {figure: round(found[figure].percent, 2) for figure in _FIGURES}
