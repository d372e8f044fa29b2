"""Folding the names of a pile: what joins, what never does, and that neither order nor cut matters."""

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from woozle.model.ids import row_id
from woozle.model.records import LocalEntity
from woozle.stages.resolve.folding import Placed, fold
from woozle.stages.resolve.forms import has_proper_name
from woozle.toolbox.names import fold_name


def local(document: str, name: str, kind: str = "person", *aliases: str, protected: bool = False) -> LocalEntity:
    return LocalEntity(row_id("local", document, name, kind, protected), document, name, kind, aliases, protected)


def groups(entities: Iterable[LocalEntity]) -> set[frozenset[tuple[str, str]]]:
    """(document, name) of the local entities that are taken for one."""
    rows = list(entities)
    by_id = {row.id: (row.document_id, row.name) for row in rows}
    found: dict[str, set[tuple[str, str]]] = {}
    for placed in fold(rows):
        found.setdefault(placed.entity_id, set()).add(by_id[placed.id])
    return {frozenset(group) for group in found.values()}


def together(*entities: LocalEntity) -> bool:
    return len(groups(entities)) == 1


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("Ivan Marren", "Ivan Marren", "person"),
        ("Col. Ivan Marren", "Ivan Marren", "person"),
        ("Sergei Ivanov", "Sergey Ivanov", "person"),
        ("the Orle Times", "Orle Times", "outlet"),
        ("Ministry of Defence of Volden", "the Ministry of Defense of Volden", "organisation"),
    ],
)
def test_spellings_of_one_name_are_one(left: str, right: str, kind: str) -> None:
    assert together(local("a", left, kind), local("b", right, kind))


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("Ivan Marren", "Anton Marren", "person"),
        ("Maria Lopez", "Mario Lopez", "person"),
        ("Orle", "Orla", "place"),
        ("92nd Brigade", "93rd Brigade", "group"),
        ("a soldier", "a soldier", "person"),
        ("the ministry", "the ministry", "organisation"),
        ("Police", "Police", "organisation"),
        ("residents", "residents", "group"),
    ],
)
def test_names_that_may_mean_two_are_two(left: str, right: str, kind: str) -> None:
    assert not together(local("a", left, kind), local("b", right, kind))


def test_a_surname_is_short_for_the_only_full_name_it_fits() -> None:
    assert together(local("a", "Ivan Marren"), local("b", "Marren"))
    three = [local("a", "Ivan Marren"), local("b", "Anton Marren"), local("c", "Marren"), local("d", "Marren")]
    assert len(groups(three)) == 4, "where it fits two, it stays in its document"


def test_an_acronym_goes_with_the_name_that_a_report_puts_it_beside() -> None:
    stated = local("a", "World Grain Council", "organisation", "WGC")
    other = local("b", "West Galian Chamber", "organisation")
    short = local("c", "WGC", "organisation")
    assert frozenset({("a", "World Grain Council"), ("c", "WGC")}) in groups([stated, other, short])


def test_an_acronym_of_two_letters_needs_a_report_that_says_it() -> None:
    short = local("b", "GC", "organisation")
    assert not together(local("a", "Grain Council", "organisation"), short)
    assert together(local("a", "Grain Council", "organisation", "GC"), short)


def test_a_protected_name_never_joins_another_name() -> None:
    sign = local("a", "Marren", protected=True)
    assert not together(sign, local("b", "Ivan Marren"))
    assert not together(sign, local("b", "Marren"))
    assert together(sign, local("b", "Marren", protected=True))


@pytest.mark.parametrize(
    "unmasked",
    [
        local("b", "Ilka Vorr", "person", "Heron", "Ilka Vorr"),
        local("b", "Ilka “Heron” Vorr", "person", "Heron"),
        local("b", "Heron Vorr", "person", "Heron"),
        local("b", "Heron", "person", "Ilka Vorr"),
        local("b", "Heron", "organisation"),
        local("b", "Heron (Ilka Vorr)"),
    ],
)
def test_no_report_unmasks_the_call_sign_of_another(unmasked: LocalEntity) -> None:
    """A call sign, nickname or anonymous source is never linked to a real name, even where a report prints it."""
    sign = local("a", "Heron", protected=True)
    assert not together(sign, unmasked)
    assert not together(local("a", "a soldier"), local("b", "Ilka Vorr", "person", "a soldier"))


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ("Freedom Legion", "Freedom of Ukraine Legion"),
        ("Legion of Liberty", "Free Ukraine Legion"),
        ("Volunteer Corps", "Ukrainian Volunteer Corps"),
    ],
)
def test_a_body_at_arms_may_lack_its_land(short: str, whole: str) -> None:
    assert together(local("a", short, "organisation"), local("b", whole, "organisation"))
    rival = whole.replace("Ukrain", "Georgi").replace("Georgie", "Georgia").replace("Georgiian", "Georgian")
    alone = groups([local(str(at), name, "organisation") for at, name in enumerate((short, whole, rival))])
    assert len(alone) == 3


def test_a_name_that_says_only_what_it_is_needs_its_land() -> None:
    assert not together(
        local("a", "Grain Council", "organisation"), local("b", "Georgian Grain Council", "organisation")
    )


def test_what_one_report_takes_for_something_else_goes_with_the_others() -> None:
    assert together(local("a", "Vagner", "organisation"), local("b", "Vagner", "person"))
    assert together(local("a", "Orle", "place"), local("b", "Orle", "other"))
    assert not together(local("a", "Orle", "place"), local("b", "Orle", "organisation"))
    bodies = [local("a", "Marren", "organisation"), local("b", "Marren"), local("c", "Ivan Marren")]
    assert groups(bodies) == {frozenset({("a", "Marren")}), frozenset({("b", "Marren"), ("c", "Ivan Marren")})}
    assert not together(local("a", "Vagner", "organisation"), local("b", "Vagner", "person", protected=True))


def test_what_reports_call_a_body_besides_counts_for_its_name() -> None:
    rows = fold(
        [
            local("a", "Freedom for Ukraine Legion", "organisation", "Freedom of Ukraine Legion"),
            local("b", "Freedom of Ukraine Legion", "organisation"),
            local("c", "Free Ukraine Legion", "organisation", "Free Ukraine Legion", "Legion"),
        ]
    )
    assert {row.name for row in rows} == {"Freedom of Ukraine Legion"}


def test_an_initial_stands_for_the_only_name_that_it_fits() -> None:
    short, whole = local("a", "I. Marren"), local("b", "Ilka Marren")
    assert together(short, whole)
    assert not together(local("a", "O. Marren"), whole)
    assert groups([short, whole, local("c", "Ivan Marren")]) >= {frozenset({("a", "I. Marren")})}


def test_a_watch_may_lack_the_place_of_the_pile_that_it_belongs_to() -> None:
    rows = [local("a", "Home Watch", "organisation"), local("b", "Orle Home Watch", "organisation")]
    assert not together(*rows)
    assert len(groups([*rows, local("b", "Orle", "place")])) == 2


def test_nothing_chains() -> None:
    names = ["Ivan Marren", "I. Marren", "Igor Marren"]
    assert not together(*(local(str(at), name) for at, name in enumerate(names)))


def test_the_best_name_is_the_full_one_that_most_reports_use() -> None:
    rows = fold(
        [local("a", "Marren"), local("b", "Ivan Marren"), local("c", "Col. Ivan Marren"), local("d", "Ivan Marren")]
    )
    assert {row.name for row in rows} == {"Ivan Marren"}
    assert rows[0].aliases == ("Col. Ivan Marren", "Ivan Marren", "Marren")
    assert all(row.reasons and 0 < row.score <= 1 for row in rows)


@pytest.mark.parametrize(
    ("name", "is_proper"),
    [
        ("the Saltby police", True),
        ("Ivan Marren", True),
        ("92nd Brigade", True),
        ("The ministry", False),
        ("Police", False),
        ("residents", False),
        ("a soldier", False),
        ("", False),
    ],
)
def test_proper_names(name: str, is_proper: bool) -> None:
    assert has_proper_name(name) is is_proper


NAMES = st.sampled_from(
    [
        *("Ivan Marren", "I. Marren", "Marren", "Anton Marren", "Col. Ivan Marren", "Иван Маррен", "Sergei Ivanov"),
        *("Sergey Ivanov", "WGC", "World Grain Council", "the ministry", "Police", "Orle", "Orla", "The", "?", "", "X"),
    ]
)
LOCALS = st.builds(
    local,
    st.sampled_from("abc"),
    NAMES,
    st.sampled_from(["person", "organisation", "place", "group"]),
    protected=st.booleans(),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(LOCALS, max_size=12, unique_by=lambda row: row.id), st.randoms(use_true_random=False))
def test_every_name_has_one_entity_whatever_the_order(rows: list[LocalEntity], random: object) -> None:
    placed = fold(rows)
    assert sorted(row.id for row in rows) == [row.id for row in placed]
    shuffled = list(rows)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert fold(shuffled) == placed
    seen: dict[str, Placed] = {}
    for row in placed:
        first = seen.setdefault(row.entity_id, row)
        assert (row.name, row.kind, row.aliases, row.protected) == (
            first.name,
            first.kind,
            first.aliases,
            first.protected,
        )
        assert row.name in row.aliases


@settings(max_examples=200, deadline=None)
@given(st.lists(LOCALS, max_size=12, unique_by=lambda row: row.id))
def test_protected_names_are_never_with_others(rows: list[LocalEntity]) -> None:
    by_id = {row.id: row for row in rows}
    names: dict[str, set[tuple[bool, str]]] = {}
    for placed in fold(rows):
        mine = by_id[placed.id]
        names.setdefault(placed.entity_id, set()).add((mine.protected, fold_name(mine.name, mine.kind)))
    assert all(len(found) == 1 for found in names.values() if any(protected for protected, _ in found))


@settings(max_examples=100, deadline=None)
@given(st.lists(LOCALS, max_size=10, unique_by=lambda row: row.id))
def test_what_is_unnamed_stays_in_its_document(rows: list[LocalEntity]) -> None:
    by_id = {row.id: row for row in rows}
    homes: dict[str, set[str]] = {}
    for placed in fold(rows):
        if not has_proper_name(by_id[placed.id].name):
            homes.setdefault(placed.entity_id, set()).add(by_id[placed.id].document_id)
    assert all(len(documents) == 1 for documents in homes.values())
