"""What sort of thing a figure counts."""

import pytest

from woozle.toolbox.numbers import find_figures


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("40 soldiers came.", "fighters"),
        ("Three tanks came.", "vehicles"),
        ("40 villagers came.", "people"),
        ("40 people came.", "people"),
        ("40 were killed.", "people"),
        ("It cost $5 million.", "money"),
        ("They walked 12 km.", "distance"),
        ("Two-thirds of the goats left.", "share"),
        ("Prices rose by 5%.", "share"),
        ("The boy, 11, ran.", "age"),
        ("A 34-year-old man came.", "age"),
        ("A man in his 40s came.", "age"),
        ("It took 20 years.", "duration"),
        ("40 goats came.", None),
    ],
)
def test_unit_noun_or_fate_tell_it(text: str, kind: str | None) -> None:
    assert [figure.sort for figure in find_figures(text) if figure.kind != "article"][-1:] == [kind]
