"""woozle copies and woozle passages: what they print, with and without a terminal's colours, and their exit codes."""

from pathlib import Path

import pytest

import woozle as package
from tests.cli.calling import case_of, woozle
from woozle.cli.columns import Sheet

FERRY = (
    "Ferry stuck with bees\n\nThe night ferry to Holm ran onto a sandbank off Sarnby on Tuesday with sixty-two "
    "passengers and a cargo of bees. Harbour pilot Greta Munk said the channel had been dredged too narrow in the "
    "spring.\n"
)
COPY = FERRY.replace("Ferry stuck with bees", "Bees on board").replace("sandbank", "shoal") + "\nRain fell all day.\n"
OTHER = "Market closes\n\nThe flower market in Tolvik closes for good at the end of the month after many years.\n"


@pytest.fixture
def files(tmp_path: Path) -> Path:
    for name, text in (("a", FERRY), ("b", COPY), ("c", OTHER)):
        (tmp_path / f"{name}.txt").write_text(text)
    return tmp_path


def test_copies_lists_who_was_made_from_whom(tmp_path: Path) -> None:
    case = case_of(tmp_path, a=FERRY, b=COPY, c=OTHER)
    shown = woozle("copies", case)
    assert shown.code == 0
    assert "“Bees on board”" in shown.out
    assert "who was first is unknown" in shown.out
    assert "ran onto a" in shown.out
    found = woozle("copies", case, "--json").json
    assert found["n_derivations"] == 1
    (row,) = found["derivations"]
    assert row["parent_document_id"]
    assert {side["document_id"] for one in row["passages"] for side in (one["left"], one["right"])} == {
        row["child_document_id"],
        row["parent_document_id"],
    }
    assert woozle("copies", case, "--kind", "quotation").out == ""
    assert woozle("copies", case, "--about", "zeppelin", "--json").json["derivations"] == []
    assert woozle("copies", case, "--kind", "stolen").code == 2


def test_copies_counts_what_reports_share_that_were_not_made_from_each_other(tmp_path: Path) -> None:
    words = "“Nobody told us that the gates would open that night and we lost the whole of the harvest,” {} said."
    case = case_of(
        tmp_path,
        a=f"Gates opened\n\nFarmers met on Monday. {words.format('Ida Brand')} The council did not answer them.\n",
        b=f"Council silent\n\nIn Orle many were angry. {words.format('Ida Brand')} Rain is due at noon.\n",
    )
    found = woozle("copies", case, "--json").json
    record = package.open(case).record()
    passages, made = record.rows(package.records.Passage), record.rows(package.records.Derivation)
    pairs = {frozenset((row.child_document_id, row.parent_document_id)) for row in made}
    elsewhere = [row for row in passages if frozenset((row.left.document_id, row.right.document_id)) not in pairs]
    assert elsewhere
    assert found["n_other_passages"] == len(elsewhere)
    assert f"{len(elsewhere)} more passage" in woozle("copies", case).err


def test_copies_needs_a_case_that_was_run(tmp_path: Path) -> None:
    woozle("init", tmp_path / "c.woozle")
    assert woozle("copies", tmp_path / "c.woozle").code == 1
    assert woozle("copies", tmp_path / "none.woozle").code == 1


def test_passages_of_files_stand_beside_each_other(files: Path) -> None:
    shown = woozle("passages", "a.txt", "b.txt", "c.txt", cwd=files, COLUMNS="110")
    assert (shown.code, shown.err) == (0, "")
    assert "[The night ferry to Holm ran onto a]" in shown.out
    assert "sandbank [off" in shown.out
    assert "a.txt | c.txt: no shared passage" in shown.out
    assert "\x1b" not in shown.out
    assert max(map(len, shown.out.splitlines())) <= 110
    narrow = woozle("passages", "a.txt", "b.txt", "--width", "40", cwd=files)
    assert all(len(line) <= 40 for line in narrow.out.splitlines()[2:])


def test_passages_as_rows_hold_against_the_texts(files: Path) -> None:
    found = woozle("passages", "b.txt", "a.txt", "--json", cwd=files).json
    assert [file["name"] for file in found["files"]] == ["b.txt", "a.txt"]
    (row,) = found["passages"]
    assert (row["left"]["document_id"], row["kind"]) == ("b.txt", "verbatim")
    same = ["".join(row[side]["text"][start:end] for start, end in row["same"][side]) for side in ("left", "right")]
    assert "shoal" not in same[0]
    assert same[0].split()[:4] == same[1].split()[:4]


def test_a_file_and_itself_are_the_same(files: Path) -> None:
    shown = woozle("passages", "a.txt", "a.txt", cwd=files)
    assert shown.code == 0
    assert "the texts are the same" in shown.out


@pytest.mark.parametrize(
    ("names", "code", "message"),
    [
        (["a.txt"], 2, "two files or more"),
        (["a.txt", "none.txt"], 1, "no file none.txt"),
        (["a.txt", "empty.txt"], 1, "empty.txt is empty"),
        (["a.txt", "."], 1, "is a folder"),
        (["a.txt", "b.txt", "none.txt"], 3, "no file none.txt"),
        (["a.txt", "b.txt", "binary.txt"], 3, "binary file"),
    ],
)
def test_what_cannot_be_read_is_said(files: Path, names: list[str], code: int, message: str) -> None:
    (files / "empty.txt").write_text("")
    (files / "binary.txt").write_bytes(bytes(range(256)) * 12)
    done = woozle("passages", *names, cwd=files)
    assert done.code == code
    assert message in done.err
    told = woozle("passages", *names, "--json", cwd=files).json
    assert told["ok"] is (code == 3)


def test_pages_are_read_as_add_reads_them(files: Path) -> None:
    words = FERRY.split("\n\n")[1]
    (files / "page.html").write_text(f"<html><body><article><h1>Bees</h1><p>{words}</p></article></body></html>")
    found = package.beside([files / "a.txt", files / "page.html"])
    assert [row.kind for row in found.passages] == ["verbatim"]
    assert found.problems == () or all(row.kind != "unreadable" for row in found.problems)


def test_marks_are_colours_on_a_terminal_and_control_characters_are_not_passed_on() -> None:
    text = ("one two\x1b[2J three", [(0, 3)])
    (coloured,) = Sheet(80, True).beside(text, text)
    assert coloured.startswith("\x1b[1;32mone\x1b[0m two\\u001b[2J three")
    (plain,) = Sheet(80, False).beside(text, ("x", []))
    assert plain.startswith("[one] two\\u001b[2J three")


def test_long_and_wide_words_stay_in_their_column() -> None:
    lines = list(Sheet(61, False).beside(("x" * 70, []), ("漢字" * 20, [])))
    assert len(lines) == 3
    assert all(line.index("│") == 30 for line in lines)
