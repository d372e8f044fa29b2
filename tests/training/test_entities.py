"""Names from GUM's marks of entities, on sentences made up for it."""

import pytest

from training.entities import names


def _rows(text: str) -> list[list[str]]:
    """Rows of CoNLL-U from "form/UPOS/head/entity" words."""
    rows = []
    for number, word in enumerate(text.split(), 1):
        form, upos, head, entity = word.split("/")
        misc = f"Entity={entity}" if entity else "_"
        rows.append([str(number), form, form, upos, "_", "Number=Plur" * form.endswith("s"), head, "dep", "_", misc])
    return rows


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("President/PROPN/3/(1-person-new-cf1-1-coref Ada/PROPN/1/ Finn/PROPN/0/1)", [("Ada Finn", "PER")]),
        (
            "the/DET/2/(1-organization-new-cf1-1-sgl Guild/PROPN/0/ of/ADP/4/ Kort/PROPN/2/(2-place-new)1)",
            [("Guild of Kort", "ORG")],
        ),
        ("a/DET/2/(1-organization-new guild/NOUN/0/1)", []),
        ("Kort/PROPN/0/(1-place-new-cf1-1-sgl-Kort)", [("Kort", "LOC")]),
        ("the/DET/2/(1-person-new Democrats/PROPN/0/1)", [("Democrats", None)]),
        (
            "Finn/PROPN/0/(1-person-new ,/PUNCT/1/ mayor/NOUN/1/ of/ADP/5/ Kort/PROPN/3/(2-place-new)1)",
            [("Finn", "PER"), ("Kort", "LOC")],
        ),
    ],
)
def test_names(text: str, found: list[tuple[str, str | None]]) -> None:
    rows = _rows(text)
    assert [(" ".join(row[1] for row in rows[a:b]), kind) for a, b, kind in names(rows)] == found
