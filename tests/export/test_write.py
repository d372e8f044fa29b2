"""Exports: one file a table, the same bytes every time, whole or not at all, and damage to them is found."""

import csv
import hashlib
import io
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.fakes import Fake, changed, whole
from woozle.config import RECORD_FORMAT, VERSION
from woozle.errors import IntegrityError, UsageError
from woozle.export import FORMS, write_export
from woozle.export.folder import ASIDE
from woozle.export.manifest import MANIFEST, read_manifest
from woozle.export.verify import verify_export
from woozle.model.arrow import plain, reader
from woozle.model.records import Claim, Document, Quantity
from woozle.model.tables import RECORD_TABLES
from woozle.toolbox.cells import FORMULA, cell

R = TypeVar("R")
SETTINGS = {"resolve": {"least": 0.8}}


def record(rows: dict[type[Any], list[Any]] | None = None) -> Fake:
    return Fake(whole() if rows is None else rows, {"settings": SETTINGS})


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


# ---- jsonl


def test_every_table_has_a_file_and_every_row_comes_back(tmp_path: Path) -> None:
    write_export(record(), "jsonl", tmp_path / "out")
    for table, row_class in RECORD_TABLES.items():
        text = (tmp_path / "out" / f"{table}.jsonl").read_text("utf-8")
        read = reader(row_class)
        assert read is not None
        rows = [read(json.loads(line)) for line in text.splitlines()]
        assert rows == list(record().iterate(row_class))
        assert text == "" or text.endswith("\n")


def test_letters_stand_as_they_are_and_fields_in_their_order(tmp_path: Path) -> None:
    write_export(record(), "jsonl", tmp_path / "out")
    line = (tmp_path / "out" / "documents.jsonl").read_text("utf-8").splitlines()[0]
    assert "🛳" in line
    assert list(json.loads(line)) == list(plain(whole()[Document][0]))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_a_number_that_json_cannot_say_is_refused(tmp_path: Path, form: str, number: float) -> None:
    with pytest.raises(IntegrityError, match="b2:q1"):
        write_export(record(changed(Quantity, low=number)), form, tmp_path / "out")
    assert contents(tmp_path / "out") == {}


# ---- csv


def test_csv_has_a_head_line_and_nested_cells_as_json(tmp_path: Path) -> None:
    write_export(record(), "csv", tmp_path / "out")
    lines = list(csv.DictReader(io.StringIO((tmp_path / "out" / "claims.csv").read_text("utf-8"))))
    assert len(lines) == 1
    assert json.loads(lines[0]["voices"]) == {"low": 1, "best": 1, "high": 1}
    assert json.loads(lines[0]["assertion_ids"]) == ["b2:a1", "b2:a2"]
    assert lines[0]["event_id"] == ""
    empty = (tmp_path / "out" / "conflicts.csv").read_text("utf-8")
    assert empty.strip() == "id,left_claim_id,right_claim_id,kind,reasons"


def test_csv_may_start_with_the_mark_that_excel_asks_for(tmp_path: Path) -> None:
    write_export(record(), "csv", tmp_path / "out", bom=True)
    assert (tmp_path / "out" / "claims.csv").read_bytes().startswith(b"\xef\xbb\xbfid,")


@pytest.mark.parametrize("start", FORMULA)
def test_no_cell_is_a_formula(tmp_path: Path, start: str) -> None:
    evil = f'{start}HYPERLINK("http://x";"y")\n,'
    write_export(record(changed(Claim, text=evil)), "csv", tmp_path / "out")
    with (tmp_path / "out" / "claims.csv").open(encoding="utf-8", newline="") as file:
        (line,) = csv.DictReader(file)
    assert line["text"] == f"'{evil}"


@given(
    st.one_of(
        st.text(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), st.lists(st.text()), st.none()
    )
)
def test_cells_of_words_never_begin_like_a_formula(value: Any) -> None:
    text = cell(value)
    if isinstance(value, str):
        assert not text.startswith(FORMULA)
        assert text.removeprefix("'") in (value, value.removeprefix("'"))
    elif value is None:
        assert text == ""
    else:
        assert json.loads(text) == value


# ---- manifest


def test_the_manifest_says_what_was_written(tmp_path: Path) -> None:
    paths = write_export(record(), "jsonl", tmp_path / "out")
    manifest = read_manifest(tmp_path / "out")
    assert manifest is not None
    assert (manifest["format"], manifest["woozle_version"]) == (RECORD_FORMAT, VERSION)
    assert (manifest["settings"], manifest["models"]) == (SETTINGS, {})
    assert {path.name for path in paths} == {MANIFEST, *manifest["files"]}
    for name, said in manifest["files"].items():
        content = (tmp_path / "out" / name).read_bytes()
        assert said == {"sha256": hashlib.sha256(content).hexdigest(), "rows": content.count(b"\n")}


@pytest.mark.parametrize("form", FORMS)
def test_the_same_record_gives_the_same_bytes(tmp_path: Path, form: str) -> None:
    one, other = tmp_path / "one", tmp_path / "deep" / "er" / "other"
    write_export(record(), form, one)
    write_export(record({row: rows[::-1] for row, rows in reversed(whole().items())}), form, other)
    assert contents(one) == contents(other)


# ---- the folder


def test_an_earlier_export_is_replaced_whole(tmp_path: Path) -> None:
    write_export(record(), "csv", tmp_path / "out")
    write_export(record(), "jsonl", tmp_path / "out")
    assert {path.suffix for path in (tmp_path / "out").iterdir()} == {".jsonl", ".json"}
    assert verify_export(tmp_path / "out").faults == ()


@pytest.mark.parametrize("name", ["letter.txt", "claims.jsonl", "claims.csv.bak", ".hidden"])
def test_a_folder_that_holds_something_else_is_left_alone(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine")
    with pytest.raises(UsageError, match="name an empty or a new folder"):
        write_export(record(), "jsonl", tmp_path)
    assert contents(tmp_path) == {name: b"mine"}


def test_a_file_among_an_export_is_left_alone(tmp_path: Path) -> None:
    write_export(record(), "jsonl", tmp_path)
    (tmp_path / "notes.txt").write_text("mine")
    before = contents(tmp_path)
    with pytest.raises(UsageError, match=r"notes\.txt"):
        write_export(record(), "csv", tmp_path)
    assert contents(tmp_path) == before


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(UsageError, match="is a file"):
        write_export(record(), "jsonl", tmp_path / "out")


def test_an_unknown_form_changes_nothing(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="docx is no form of export; there are jsonl, csv"):
        write_export(record(), "docx", tmp_path / "out")
    assert not (tmp_path / "out").exists()


class Failing(Fake):
    """A record whose claims cannot be read."""

    def iterate(self, row: type[R]) -> Iterator[R]:
        if row is Claim:
            raise OSError(28, "No space left on device")
        yield from super().iterate(row)


def test_an_export_that_fails_leaves_the_earlier_one(tmp_path: Path) -> None:
    write_export(record(), "jsonl", tmp_path / "out")
    before = contents(tmp_path / "out")
    with pytest.raises(OSError, match="No space left"):
        write_export(Failing(whole()), "jsonl", tmp_path / "out")
    assert contents(tmp_path / "out") == before


@pytest.mark.parametrize("at", range(1, 18))
def test_an_export_that_is_killed_between_two_files_is_put_right_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    out = tmp_path / "out"
    write_export(record(changed(Claim, text="An older claim.")), "jsonl", out)
    done = 0

    def replace(old: str, new: str) -> None:
        nonlocal done
        done += 1
        if done == at:
            raise KeyboardInterrupt
        os.rename(old, new)

    with monkeypatch.context() as patch:
        patch.setattr("woozle.export.folder.os.replace", replace)
        with pytest.raises(KeyboardInterrupt):
            write_export(record(), "jsonl", out)
    mixed = verify_export(out).faults
    assert any(ASIDE in fault for fault in mixed), "a half-written export says so"
    write_export(record(), "jsonl", out)
    assert verify_export(out).faults == ()
    assert "An older claim." not in (out / "claims.jsonl").read_text("utf-8")


# ---- checking an export


def test_a_whole_export_has_no_fault(tmp_path: Path) -> None:
    write_export(record(), "jsonl", tmp_path / "out")
    found = verify_export(tmp_path / "out")
    assert (found.n_checked, found.faults) == (len(RECORD_TABLES), ())


def test_damage_to_an_export_is_found(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write_export(record(), "jsonl", out)
    (out / "claims.jsonl").write_bytes((out / "claims.jsonl").read_bytes().replace(b"ferry", b"Ferry"))
    (out / "origins.jsonl").unlink()
    (out / "extra.txt").write_text("")
    claims, origins, extra = sorted(verify_export(out).faults)
    assert claims.startswith("claims.jsonl was changed: its SHA-256 is ")
    assert origins == "extra.txt is no part of the export"
    assert extra == "origins.jsonl cannot be read: No such file or directory"


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "{", "[" * 9999, '{"woozle_version": "1"}', '{"woozle_version": "1", "files": []}']
)
def test_a_folder_without_a_manifest_is_no_export(tmp_path: Path, text: str) -> None:
    (tmp_path / MANIFEST).write_text(text)
    assert read_manifest(tmp_path) is None
    with pytest.raises(UsageError, match="holds no export"):
        verify_export(tmp_path)


def test_a_manifest_cannot_name_files_elsewhere(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("x")
    out = tmp_path / "out"
    out.mkdir()
    names = {"../secret.txt": {"sha256": ""}, str(secret): {"sha256": ""}, "claims.jsonl": "odd"}
    (out / MANIFEST).write_text(json.dumps({"woozle_version": "1", "files": names}))
    assert all("is no file of an export" in fault for fault in verify_export(out).faults)
    assert len(verify_export(out).faults) == 3
