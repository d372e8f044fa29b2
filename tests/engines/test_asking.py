"""SQL that a person writes: it reads the tables, and nothing that it says changes them or reaches a file."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from woozle.engines.asking import Asking
from woozle.errors import UsageError


@dataclass(frozen=True, slots=True)
class Part:
    start: int
    text: str


@dataclass(frozen=True, slots=True)
class Thing:
    id: str
    n: int
    score: float
    part: Part
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Other:
    id: str


THINGS = [Thing(f"t{n}", n, n / 2, Part(n, "é"), ("a", "b")) for n in range(25_000)]


class Source:
    """Rows by class, and which were asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, row: type[Any]) -> list[Any]:
        self.asked.append(row.__name__)
        return THINGS if row is Thing else [Other("o")]


@pytest.fixture
def source() -> Source:
    return Source()


@pytest.fixture
def asking(source: Source) -> Iterator[Asking]:
    made = Asking({"things": Thing, "others": Other}, source)
    yield made
    made.close()


def rows(asking: Asking, query: str) -> list[tuple[Any, ...]]:
    return list(asking.ask(query)[1])


def test_rows_come_whole_and_as_plain_values(asking: Asking) -> None:
    columns, found = asking.ask("SELECT * FROM things ORDER BY n")
    assert columns == ("id", "n", "score", "part", "names")
    every = list(found)
    assert len(every) == 25_000
    assert every[3] == ("t3", 3, 1.5, {"start": 3, "text": "é"}, ["a", "b"])


def test_a_table_is_read_when_it_is_first_named(asking: Asking, source: Source) -> None:
    assert len(rows(asking, "SHOW TABLES")) == 2
    assert source.asked == []
    assert rows(asking, "SELECT count(*) FROM Things") == rows(asking, "SELECT count(*) FROM things")
    assert source.asked == ["Thing"]
    assert rows(asking, "SELECT count(*) FROM query_table('oth' || 'ers')") == [(1,)]


def test_what_json_cannot_say_is_text(asking: Asking) -> None:
    query = "SELECT 'inf'::double, 'nan'::double, DATE '2024-05-07', 1.5::decimal(4, 2), NULL, '\\xff'::blob, true"
    assert rows(asking, query)[0][:5] == ("inf", "nan", "2024-05-07", "1.50", None)
    assert rows(asking, query)[0][6] is True


@pytest.mark.parametrize(
    "query",
    [
        "DROP TABLE things",
        "DELETE FROM things",
        "UPDATE things SET n = 0",
        "INSERT INTO others VALUES ('x')",
        "CREATE TABLE more (id int)",
        "SET enable_external_access = true",
        "RESET enable_external_access",
        "PRAGMA enable_external_access = true",
        "SET lock_configuration = false",
        "INSTALL httpfs",
        "LOAD httpfs",
        "CALL pragma_version()",
        "BEGIN",
        "SELECT 1; DROP TABLE things",
        "EXPLAIN ANALYZE COPY things TO '{file}'",
        "COPY things TO '{file}'",
        "EXPORT DATABASE '{file}'",
        "ATTACH '{file}'",
        "SELECT * FROM read_text('{secret}')",
        "SELECT * FROM read_csv('{secret}')",
        "SELECT * FROM read_blob('{secret}')",
        "SELECT * FROM read_json('{secret}')",
        "SELECT * FROM read_parquet('{secret}')",
        "SELECT * FROM sniff_csv('{secret}')",
        "SELECT * FROM parquet_metadata('{secret}')",
        "SELECT * FROM '{secret}'",
        "SELECT * FROM glob('{folder}/*')",
        "SELECT getenv('PATH')",
        "SELECT * FROM THINGS_OF_PYTHON",
        "FROM query('DROP TABLE things')",
    ],
)
def test_nothing_else_is_reached(asking: Asking, tmp_path: Path, query: str) -> None:
    secret, file = tmp_path / "secret.csv", tmp_path / "out"
    secret.write_text("word\nhidden\n")
    with pytest.raises(UsageError) as caught:
        rows(asking, query.format(secret=secret, file=file, folder=tmp_path))
    assert "\n" not in str(caught.value)
    assert "hidden" not in str(caught.value)
    assert sorted(tmp_path.iterdir()) == [secret]
    assert rows(asking, "SELECT count(*), sum(n) FROM things") == [(25_000, sum(range(25_000)))]


THINGS_OF_PYTHON = [1, 2, 3]


@pytest.mark.parametrize("query", ["WITH a AS (DELETE FROM others RETURNING *) SELECT * FROM a", "EXPLAIN ANALYZE {0}"])
def test_a_hidden_change_is_taken_back(asking: Asking, query: str) -> None:
    with contextlib.suppress(UsageError):
        rows(asking, query.format("DELETE FROM others"))
    assert rows(asking, "SELECT id FROM others") == [("o",)]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELCT 1", r"Parser Error: syntax error at or near \"SELCT\"$"),
        ("SELECT * FROM thing", r"does not exist! Did you mean \"things\"\?$"),
        ("SELECT id::int FROM others", "Could not convert"),
        ("", "one query is expected, and 0 came"),
        (" ; ", "one query is expected, and 0 came"),
        ("SELECT '", "Parser Error"),
        ("SELECT '\ud800'", "no text in UTF-8"),
    ],
)
def test_a_fault_is_one_plain_line(asking: Asking, query: str, said: str) -> None:
    with pytest.raises(UsageError, match=said) as caught:
        rows(asking, query)
    assert "\n" not in str(caught.value)
    assert rows(asking, "SELECT 1;") == [(1,)]


def test_an_answer_that_nobody_read_to_its_end_is_in_nobodys_way(asking: Asking) -> None:
    _, found = asking.ask("SELECT * FROM things")
    next(found)
    assert rows(asking, "SELECT 2") == [(2,)]
