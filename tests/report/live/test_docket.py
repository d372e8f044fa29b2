"""Decisions as one person sees them: which hold, which wait, which are one's own."""

from dataclasses import replace

from woozle.model.decisions import Decision
from woozle.report.live.docket import Docket, subject


def row(number: int, who: str, *keys: str, verdict: str = "same", batch: str = "") -> Decision:
    name = f"b2:{batch or number}"
    return Decision(f"b2:d{number}", number, name, "claim", verdict, keys, keys, who, "2031-04-09T10:00:00Z", "")


ONE, TWO, THREE = row(1, "Mira", "b", "a"), row(2, "Teo", "c", "d", batch="f1"), row(3, "Mira", "e", batch="f2")


def test_what_a_decision_is_about_does_not_hang_on_the_order() -> None:
    assert subject(ONE) == "claim a b"
    assert subject(row(9, "x", "a", "b")) == subject(ONE)


def test_only_what_is_in_force_counts_and_the_last_is_ones_own() -> None:
    undone = replace(THREE, undone_by="b2:d4")
    undo = row(4, "Mira", verdict="undo", batch="f4")
    docket = Docket([(ONE, True), (TWO, True), (undone, False), (undo, False)], "Mira")
    assert set(docket.live) == {"claim a b", "claim c d"}
    assert (docket.seen, docket.n_waiting) == (4, 2)
    assert docket.last == ONE.batch_id
    assert Docket(docket.standing, "Teo").last == TWO.batch_id
    assert Docket(docket.standing, "Ada").last == ""


def test_batches_are_the_latest_first_and_found_by_their_beginning() -> None:
    more = row(4, "Mira", "x", batch="f2")
    docket = Docket([(one, True) for one in (ONE, TWO, THREE, more)])
    assert [len(rows) for rows in docket.batches] == [2, 1, 1]
    assert docket.batch("f2") == [THREE, more]
    assert docket.batch("") == docket.batch("zz") == ()


def test_of_nothing_there_is_nothing() -> None:
    docket = Docket()
    assert (docket.seen, docket.n_waiting, docket.last, docket.batches, docket.stale) == (0, 0, "", [], [])
