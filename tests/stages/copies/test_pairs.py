"""Passages of two reports: kinds, exact offsets, and no alarm on reports that only share an event."""

from hypothesis import given
from hypothesis import strategies as st

from tests.stages.copies.reports import FERRY, MARKET, report
from woozle.stages.copies.pairs import passage, shared_passages, swapped


def kinds(left: str, right: str, outlet: str | None = None) -> list[str]:
    return [item.kind for item in shared_passages(report("a", left, outlet), report("b", right, outlet))]


def test_a_whole_copy_is_one_verbatim_passage() -> None:
    assert kinds(FERRY, f"Ferry stuck with bees\n\n{FERRY}") == ["verbatim"]


def test_a_copy_with_changed_words_is_edited() -> None:
    changed = (
        FERRY.replace("sandbank", "shoal")
        .replace("cargo of bees", "load of beehives")
        .replace("Nobody was hurt", "There were no injuries")
    )
    changed = changed.replace("Tuesday", "Monday").replace("high water", "flood").replace("own power", "own steam")
    assert kinds(FERRY, changed) == ["edited"]


def test_one_sentence_in_another_report_is_found() -> None:
    sentence = "The ferry came free at high water and went on to Holm under her own power, nine hours late."
    assert kinds(FERRY, MARKET.replace(" The town", f" {sentence} The town")) == ["verbatim"]


def test_a_shared_quotation_is_only_a_quotation() -> None:
    other = 'A pilot is cross. "I warned the board twice, and twice the board thanked me for my letter," Munk told us.'
    assert kinds(FERRY, other) == ["quotation"]


def test_reports_of_one_event_share_nothing() -> None:
    other = (
        "Harbour pilot Greta Munk blames the port board for the grounding of the ferry off Sarnby. On Tuesday the ship "
        "was stuck for nine hours with sixty-two passengers on board before the tide lifted her."
    )
    assert kinds(FERRY, other) == []


def test_a_masthead_of_one_outlet_is_boilerplate() -> None:
    head = "The Tolvik Lantern. Printed in Tolvik since the year of the great herring. Price two crowns.\n\n"
    assert kinds(head + FERRY, head + MARKET, "Lantern") == ["boilerplate"]


@given(st.lists(st.sampled_from([*FERRY.split(), *MARKET.split()]), max_size=60))
def test_sides_are_cut_from_the_texts_and_swapping_swaps(words: list[str]) -> None:
    left, right = report("a", FERRY), report("b", " ".join(words))
    for item in shared_passages(left, right):
        row = passage(item, left, right)
        assert row.left.text == left.marked.text[row.left.start : row.left.end]
        assert row.right.text == right.marked.text[row.right.start : row.right.end]
        assert 0 < row.score <= 1
        assert all(reason.value for reason in row.reasons)
        assert swapped(swapped(item)) == item


def test_an_empty_text_shares_nothing() -> None:
    assert kinds("", FERRY) == []
