"""Claims across reports: the same thing in other words is one, another figure or a denial is another."""

from pathlib import Path

import pytest

from tests.support.piles import Concluded, Pile, conclude
from woozle.errors import ContractBroken
from woozle.plan import check_order
from woozle.stages.cluster import STEPS


def dam() -> Pile:
    """Five reports of two matters, a figure that differs and a denial."""
    pile = Pile()
    text = "Twelve villagers were killed when the dam at Orlo broke, the district council said."
    one = pile.report("Orlo Post", "2024-04-02", text)
    one.quotes("Twelve villagers were killed when the dam at Orlo broke", "the district council")
    two = pile.report(
        "Valley Sun", "2024-04-02", "A dozen people of the valley died as the dam in Orlo burst.\nWool prices rose."
    )
    pile.report(
        "Hill Radio", "2024-04-03", "Thirty villagers were killed when the dam at Orlo broke, a monk said."
    ).quotes("Thirty villagers were killed when the dam at Orlo broke", "a monk")
    text = "No villagers were killed when the dam at Orlo broke, the power company said."
    pile.report("Orlo Herald", "2024-04-03", text).quotes(
        "No villagers were killed when the dam at Orlo broke", "the power company"
    )
    copy = pile.report(
        "Free Sheet", "2024-04-03", "Twelve villagers were killed when the dam at Orlo broke. Full story soon."
    )
    pile.copied(copy, one, "Twelve villagers were killed when the dam at Orlo broke")
    assert two.id
    return pile


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Concluded:
    return conclude(dam(), tmp_path_factory.mktemp("dam"))


def test_every_assertion_is_a_member_of_one_claim_with_a_reason(made: Concluded) -> None:
    members = made.tables["claim_members"]
    assert [row.id for row in members] == [row.id for row in made.tables["assertions"]]
    assert all(row.reasons for row in members)


def test_a_copy_is_the_claim_of_what_it_copies(made: Concluded) -> None:
    claim = made.claim_of("Twelve villagers")
    assert claim.reports >= 2
    assert made.claim_of("Wool prices").id != claim.id


def test_other_figures_and_negations_are_other_claims_in_conflict(made: Concluded) -> None:
    twelve, thirty, none = (
        made.claim_of(words).id for words in ("Twelve villagers", "Thirty villagers", "No villagers")
    )
    assert len({twelve, thirty, none}) == 3
    kinds = {frozenset((row.left_claim_id, row.right_claim_id)): row.kind for row in made.tables["conflicts"]}
    assert kinds[frozenset((twelve, thirty))] == "figure"
    assert kinds[frozenset((twelve, none))] == "denial"
    assert all(0 <= row.reasons[0].weight <= 1 for row in made.tables["conflicts"])


def test_neither_the_order_of_rows_nor_the_number_of_workers_matters(made: Concluded, tmp_path: Path) -> None:
    assert conclude(dam(), tmp_path / "a", is_reversed=True).tables == made.tables
    assert conclude(dam(), tmp_path / "b", workers=2).tables == made.tables


def test_an_empty_pile_has_no_claims(tmp_path: Path) -> None:
    made = conclude(Pile(), tmp_path)
    assert all(not rows for rows in made.tables.values())


def test_the_step_names_the_tables_it_needs() -> None:
    with pytest.raises(ContractBroken, match="which no step before it writes"):
        check_order(STEPS, "captures")
