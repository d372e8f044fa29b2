"""The journal: a chain in which no line can be changed, and a torn last line costs nothing."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from woozle.errors import IntegrityError
from woozle.store.journal import Journal


def test_entries_come_back_in_order(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal.jsonl")
    for number in range(5):
        journal.append({"n": number, "who": "Mira Łoś 🦉"})
    assert [entry["n"] for entry in journal.entries()] == [0, 1, 2, 3, 4]
    assert journal.entries()[0]["who"] == "Mira Łoś 🦉"


def test_a_torn_last_line_is_cut_off_by_the_next_append(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal.jsonl")
    journal.append({"n": 1})
    journal.append({"n": 2})
    content = journal.path.read_bytes()
    journal.path.write_bytes(content[:-9])
    assert [entry["n"] for entry in journal.entries()] == [1]
    journal.append({"n": 3})
    assert [entry["n"] for entry in journal.entries()] == [1, 3]


@given(place=st.integers(0, 400), byte=st.integers(0, 255))
def test_any_changed_byte_of_a_whole_line_is_noticed(
    tmp_path_factory: pytest.TempPathFactory, place: int, byte: int
) -> None:
    journal = Journal(tmp_path_factory.mktemp("j") / "journal.jsonl")
    for number in range(3):
        journal.append({"n": number})
    content = bytearray(journal.path.read_bytes())
    place %= len(content)
    if content[place] == byte or content[place : place + 1] == b"\n" or byte == 10:
        return
    content[place] = byte
    journal.path.write_bytes(bytes(content))
    with pytest.raises(IntegrityError, match="was changed"):
        journal.entries()


def test_an_entry_may_hang_on_those_before_it_and_may_be_none(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal.jsonl")
    journal.append({"n": 1})
    journal.amend(lambda before: {"n": len(before) + 1})
    journal.amend(lambda before: None)
    with pytest.raises(KeyError):
        journal.amend(lambda before: {"n": before[0]["lost"]})
    assert [entry["n"] for entry in journal.entries()] == [1, 2]


def test_many_writers_at_a_time_make_one_chain(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal.jsonl")
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda _: journal.amend(lambda before: {"n": len(before)}), range(40)))
    assert [entry["n"] for entry in journal.entries()] == list(range(40))
