"""Decisions in the journal: read back in order, a batch undone as a whole, equal sets of one name."""

from woozle.model.decisions import Ruled
from woozle.store.decisions import digest, in_force, judged, read_decisions, undone

AT = "2024-06-01T12:00:00Z"
SAME = Ruled("claim", "same", ("b2:x", "b2:y"), ("a", "b"))
ACCEPTS = [Ruled("attribution", "accept", (key,), (key,)) for key in ("p", "q", "r")]


def entry(*ruled: Ruled) -> dict[str, object]:
    return judged(ruled, who="Mira", at=AT, why="seen")


def test_entries_of_other_acts_are_passed_over() -> None:
    rows = read_decisions([{"act": "init", "at": AT}, entry(SAME), {"act": "set"}, entry(*ACCEPTS)])
    assert [row.number for row in rows] == [1, 2, 3, 4]
    assert [row.verdict for row in rows] == ["same", "accept", "accept", "accept"]
    assert len({row.id for row in rows}) == 4
    assert [row.batch_id for row in rows[1:]] == [rows[1].batch_id] * 3
    assert (rows[0].who, rows[0].at, rows[0].why, rows[0].keys) == ("Mira", AT, "seen", ("a", "b"))


def test_the_same_said_twice_is_two_decisions() -> None:
    one, other = read_decisions([entry(SAME), entry(SAME)])
    assert one.id != other.id
    assert (one.superseded_by, other.superseded_by) == (other.id, None)


def test_an_undo_takes_back_the_whole_batch_and_what_it_had_superseded_holds_again() -> None:
    first = Ruled("attribution", "reject", ("p",), ("p",))
    entries = [entry(first), entry(*ACCEPTS)]
    before = read_decisions(entries)
    assert before[0].superseded_by == before[1].id
    rows = read_decisions([*entries, undone(before[1].batch_id, who="Ivo", at=AT, why="")])
    assert [row.undone_by for row in rows] == [None, rows[4].id, rows[4].id, rows[4].id, None]
    assert rows[0].superseded_by is None
    assert rows[4].subject_ids == tuple(row.id for row in rows[1:4])
    assert [row.id for row in in_force(rows)["attribution_decisions"]] == [rows[0].id]


def test_an_undone_decision_leaves_the_tables_as_they_were() -> None:
    entries = [entry(SAME)]
    before = in_force(read_decisions(entries))
    entries.append(entry(*ACCEPTS))
    assert digest(in_force(read_decisions(entries))["attribution_decisions"]) != digest(())
    entries.append(undone(read_decisions(entries)[1].batch_id, who="Mira", at=AT, why=""))
    after = in_force(read_decisions(entries))
    assert {table: digest(rows) for table, rows in after.items()} == {
        table: digest(rows) for table, rows in before.items()
    }


def test_what_is_left_open_changes_nothing() -> None:
    rows = read_decisions([entry(Ruled("claim", "unsure", ("b2:x",), ("a",)))])
    assert rows[0].is_in_force
    assert not any(in_force(rows).values())
