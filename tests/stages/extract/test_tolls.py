"""A toll with several fates is as many statements."""

import pytest

from woozle.model.records import Quantity
from woozle.model.values import Span
from woozle.stages.extract.tolls import by_fate


def cut(text: str, *figures: tuple[str, str]) -> list[str]:
    """The parts of a text of which all is stated; figures by their words, with what befell the counted."""
    rows = []
    for words, role in figures:
        at = text.index(words)
        span = Span(at, at + len(words), words)
        rows.append(Quantity(f"q{at}", "d", span, 1.0, 1.0, None, None, approximate=False, role=role))
    pieces = by_fate(text, [((0, len(text)),)], rows)
    return [" … ".join(text[start:end] for start, end in piece) for piece in pieces]


@pytest.mark.parametrize(
    ("text", "figures", "parts"),
    [
        (
            "Seven people were dead and 31 missing as of 6 p.m.",
            (("Seven people", "killed"), ("31", "missing")),
            ["Seven people were dead", "31 missing as of 6 p.m."],
        ),
        (
            "Toll rises to seven, 31 missing",
            (("seven", "killed"), ("31", "missing")),
            ["Toll rises to seven", "31 missing"],
        ),
        (
            "It killed 12, injured 40 and displaced 200",
            (("12", "killed"), ("40", "wounded"), ("200", "displaced")),
            ["It killed 12", "injured 40", "displaced 200"],
        ),
        (
            "The raid left 3 dead and at least 20 wounded",
            (("3", "killed"), ("20", "wounded")),
            ["The raid left 3 dead", "at least 20 wounded"],
        ),
        ("Of the 40 wounded, three have died", (("40", "wounded"), ("three", "killed")), None),
        ("Fourteen died, three of them children", (("Fourteen", "killed"), ("three", "killed")), None),
        ("Two died when 40 boats sailed and sank", (("Two", "killed"),), None),
    ],
)
def test_a_toll_is_cut_between_its_fates(
    text: str, figures: tuple[tuple[str, str], ...], parts: list[str] | None
) -> None:
    assert cut(text, *figures) == (parts or [text])


def test_a_statement_of_two_stretches_keeps_the_first_with_its_own_fate() -> None:
    text = "Two men, he said, were killed and nine hurt"
    rows = [
        Quantity("q1", "d", Span(0, 7, "Two men"), 2.0, 2.0, None, None, approximate=False, role="killed"),
        Quantity("q2", "d", Span(34, 38, "nine"), 9.0, 9.0, None, None, approximate=False, role="wounded"),
    ]
    found = list(by_fate(text, [((0, 7), (18, len(text)))], rows))
    assert found == [((0, 7), (18, len(text)))]
