"""Which report came first: dates, credits, looking back, containment, and honest ignorance."""

from tests.stages.copies.reports import FERRY, MARKET, report
from woozle.stages.copies.direction import Direction, by_dates, direction_of
from woozle.stages.copies.pairs import Report, shared_passages


def direction(left: Report, right: Report) -> Direction:
    return direction_of(left, right, shared_passages(left, right))


def test_dates_that_do_not_overlap_decide() -> None:
    one, other = report("a", FERRY, "Echo", "2031-03-05"), report("b", FERRY, "Lantern", "2031-03-04")
    found = direction(one, other)
    assert (found.is_left_first, found.certainty) == (False, "known")
    assert by_dates(one.published, one.published) is None


def test_a_credit_decides_against_dates_but_is_only_likely() -> None:
    one = report("a", FERRY, "Sarnby Echo", "2031-03-06")
    other = report("b", f"{FERRY} The Sarnby Echo had it first.", "Lantern", "2031-03-04")
    found = direction(one, other)
    assert (found.is_left_first, found.certainty) == (True, "likely")
    assert [reason.feature for reason in found.reasons] == ["credit", "dates_disagree"]


def test_who_looks_back_is_later() -> None:
    quote = "“I warned the board twice, and twice the board thanked me for my letter,” she said."
    one = report("a", f"A new dredger has been ordered. Earlier this year the pilot spoke of the matter. {quote}")
    other = report("b", FERRY)
    found = direction(one, other)
    assert (found.is_left_first, found.certainty) == (False, "likely")


def test_without_evidence_nothing_is_said() -> None:
    found = direction(report("a", FERRY), report("b", FERRY))
    assert (found.is_left_first, found.certainty) == (None, "unknown")


def test_what_is_cut_from_a_longer_report_is_likely_later() -> None:
    found = direction(report("a", FERRY[:200]), report("b", f"{FERRY} {MARKET}"))
    assert (found.is_left_first, found.certainty) == (False, "likely")
