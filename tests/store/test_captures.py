"""Captures: same bytes once, every input kept, refusals remembered, nothing half written counted."""

from pathlib import Path

import pytest

from woozle.errors import IntegrityError
from woozle.model.ids import bytes_id
from woozle.store.captures import Captures

AT = "2024-05-07T10:00:00Z"


def test_same_bytes_twice_are_one_capture_with_two_inputs(tmp_path: Path) -> None:
    captures = Captures(tmp_path)
    assert captures.add(b"one", "b.txt", AT) == (bytes_id(b"one"), True)
    assert captures.add(b"one", "a.txt", AT) == (bytes_id(b"one"), True)
    assert captures.add(b"one", "a.txt", AT) == (bytes_id(b"one"), False)
    (only,) = captures.all()
    assert only.inputs == ("a.txt", "b.txt")
    assert only.size == 3
    assert captures.read(only.id) == b"one"


def test_bytes_without_their_origin_do_not_count(tmp_path: Path) -> None:
    captures = Captures(tmp_path)
    capture_id, _ = captures.add(b"one", "a.txt", AT)
    digest = capture_id.removeprefix("sha256:")
    (tmp_path / digest[:2] / f"{digest[2:]}.json").unlink()
    assert captures.all() == []
    captures.add(b"one", "a.txt", AT)
    assert len(captures.all()) == 1


def test_a_refused_input_is_remembered_until_it_can_be_read(tmp_path: Path) -> None:
    captures = Captures(tmp_path)
    problem = captures.refuse("locked.txt", "unreadable", "locked.txt cannot be read: no rights")
    assert captures.refused() == [problem]
    captures.add(b"now", "locked.txt", AT)
    assert captures.refused() == []


def test_missing_bytes_are_an_integrity_error(tmp_path: Path) -> None:
    with pytest.raises(IntegrityError, match="cannot be read"):
        Captures(tmp_path).read("sha256:" + "0" * 64)
