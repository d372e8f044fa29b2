"""Bodies that reports only call by what they are: together in reports of one land, and apart where a name objects."""

import pytest

from woozle.model.ids import row_id
from woozle.model.records import LocalEntity
from woozle.stages.resolve.folding import Placed, fold


def local(document: str, name: str, kind: str = "organisation") -> LocalEntity:
    return LocalEntity(row_id("local", document, name, kind), document, name, kind, (name,), False)


def placed(*rows: LocalEntity) -> dict[tuple[str, str], Placed]:
    by_id = {row.id: (row.document_id, row.name) for row in rows}
    return {by_id[row.id]: row for row in fold(rows)}


def are_one(name: str, *rows: LocalEntity, other: str | None = None) -> bool:
    found = placed(local("a", name), local("b", other or name), *rows)
    return found["a", name].entity_id == found["b", other or name].entity_id


TOLVEN = (local("a", "Tolven", "place"), local("b", "Tolven", "place"))


@pytest.mark.parametrize("name", ["coastguard", "national police", "foreign ministry", "government"])
def test_reports_of_one_place_mean_one_body_of_state(name: str) -> None:
    assert are_one(name, *TOLVEN)
    assert not are_one(name), "nothing tells that the reports speak of one land"


def test_the_link_is_weak_and_says_why() -> None:
    row = placed(local("a", "coastguard"), local("b", "coastguard"), *TOLVEN)["a", "coastguard"]
    assert row.score == 0.5
    assert "no report names such a body in full" in str(row.reasons[0].feature) + str(row.reasons[0].value)


@pytest.mark.parametrize("name", ["union", "company", "clinic", "ministry", "court", "mayor's office"])
def test_bodies_of_which_a_land_has_many_stay_in_their_document(name: str) -> None:
    assert not are_one(name, *TOLVEN)


def test_a_full_name_anywhere_in_the_pile_keeps_them_apart() -> None:
    rows = (*TOLVEN, local("c", "Marrovian coastguard"))
    found = placed(local("a", "coastguard"), local("b", "coastguard"), *rows)
    assert len({row.entity_id for (_, name), row in found.items() if "coastguard" in name}) == 3


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Marrovian coastguard", "Tolvenian coastguard"),
        ("Nigerian army", "Nigerien army"),
        ("national police", "harbour police"),
        ("foreign ministry", "defence ministry"),
        ("police", "national police"),
    ],
)
def test_other_words_before_the_noun_are_another_body(left: str, right: str) -> None:
    assert not are_one(left, *TOLVEN, other=right)


def test_reports_of_two_lands_mean_two() -> None:
    lands = (local("a", "Tolven", "place"), local("b", "Marra", "place"))
    assert not are_one("coastguard", *lands)


def test_two_lands_of_one_pile_have_ids_of_their_own() -> None:
    rows = [local(document, "army") for document in "abcd"]
    rows += [local(document, "Tolven" if document in "ab" else "Marra", "place") for document in "abcd"]
    found = placed(*rows)
    ids = [found[document, "army"].entity_id for document in "abcd"]
    assert ids[0] == ids[1] != ids[2] == ids[3]


def test_the_outcome_does_not_depend_on_the_order() -> None:
    rows = [local("a", "coastguard"), local("b", "coastguard"), *TOLVEN, local("c", "coastguard")]
    assert fold(rows) == fold(reversed(rows))
