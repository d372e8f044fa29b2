"""The book: every record class there and back, search, the swap, and readers of an old book."""

import stat
from pathlib import Path

import pytest

from woozle.errors import CaseError, IntegrityError
from woozle.model.records import Claim, Document, Problem
from woozle.model.values import Published, Range, Run
from woozle.store.book import build, live, open_live

DOCUMENT = Document(
    id="b2:d",
    capture_sha256="sha256:c",
    input="a.txt",
    inputs=("a.txt", "b.txt"),
    outlet="Harbour Wire",
    publisher_group=None,
    title="Ferry 🛳 aground",
    authors=(),
    published=Published("2024-05-07T00:00:00Z", None, "inferred"),
    language="en",
    encoding="utf-8",
    text="Ferry 🛳 aground\n\nNobody was hurt.",
    byte_map=(Run(0, 7, 0, 10, "verbatim"),),
)
CLAIM = Claim("b2:c", "Nobody was hurt.", ("b2:a",), None, 1, 1, Range(1, 1, 2), Range(0, 1, 1), None, None)


def test_rows_come_back_as_they_went_in(tmp_path: Path) -> None:
    build(tmp_path, "g1", {"documents": [DOCUMENT], "claims": [CLAIM]}, {"woozle": "1", "settings": {"a": 1}})
    book = open_live(tmp_path)
    assert book is not None
    assert book.rows(Document) == [DOCUMENT]
    assert book.get(Claim, "b2:c") == CLAIM
    assert book.get(Claim, "b2:x") is None
    assert book.count(Problem) == 0
    assert book.fact("settings") == {"a": 1}
    assert [type(row) for row in book.find("c")] == [Claim]


def test_search_takes_words_not_a_query_language(tmp_path: Path) -> None:
    build(tmp_path, "g1", {"documents": [DOCUMENT], "claims": [CLAIM]}, {})
    book = open_live(tmp_path)
    assert book is not None
    assert {hit.kind for hit in book.search("nobody HURT")} == {"claim", "document"}
    for odd in ('"', "NEAR(", "a* OR", "-", "", "text:x"):
        assert isinstance(list(book.search(odd)), list)


def test_a_reader_keeps_its_book_while_a_new_one_goes_live(tmp_path: Path) -> None:
    build(tmp_path, "g1", {"claims": [CLAIM]}, {})
    old = open_live(tmp_path)
    build(tmp_path, "g2", {}, {})
    new = open_live(tmp_path)
    assert old is not None
    assert new is not None
    assert (old.count(Claim), new.count(Claim)) == (1, 0)
    assert live(tmp_path) == "g2"
    assert [path.name for path in (tmp_path / "books").iterdir()] == ["g2.sqlite"]


def test_two_rows_of_one_id_are_refused_and_the_old_book_stays(tmp_path: Path) -> None:
    build(tmp_path, "g1", {"claims": [CLAIM]}, {})
    with pytest.raises(IntegrityError):
        build(tmp_path, "g2", {"claims": [CLAIM, CLAIM]}, {})
    assert live(tmp_path) == "g1"


def test_a_damaged_book_says_what_to_do(tmp_path: Path) -> None:
    build(tmp_path, "g1", {"claims": [CLAIM]}, {})
    (tmp_path / "books" / "g1.sqlite").write_bytes(b"not a database" * 100)
    with pytest.raises(CaseError, match="delete it"):
        open_live(tmp_path)


def test_a_book_on_a_read_only_disk_opens(tmp_path: Path) -> None:
    build(tmp_path, "g1", {"claims": [CLAIM]}, {})
    for path in [tmp_path / "books" / "g1.sqlite", tmp_path / "books", tmp_path]:
        path.chmod(stat.S_IRUSR | (stat.S_IXUSR if path.is_dir() else 0))
    try:
        book = open_live(tmp_path)
        assert book is not None
        assert book.count(Claim) == 1
    finally:
        tmp_path.chmod(0o700)
        (tmp_path / "books").chmod(0o700)
