"""The resolve step on the local engine: tables in, tables out, the same however many workers there are."""

from pathlib import Path

import pytest

from woozle.engines.local import LocalEngine
from woozle.errors import ContractBroken
from woozle.model.ids import row_id
from woozle.model.records import Document, Entity, EntityMember, LocalEntity, Mention
from woozle.plan import check_order
from woozle.stages.resolve import STEPS
from woozle.stages.resolve.steps import RESOLVE, ResolveSettings, resolve
from woozle.step import Table
from woozle.toolbox.parquet import read_rows


def local(document: str, name: str) -> LocalEntity:
    return LocalEntity(row_id("local", document, name), document, name, "person", (name,), False)


ROWS = [local("a", "Ivan Marren"), local("b", "Marren"), local("c", "Anna Orlova"), local("d", "a soldier")]


def run(folder: Path, workers: int) -> tuple[list[Entity], list[EntityMember]]:
    engine = LocalEngine(folder / "scratch", workers=workers, megabytes=512)
    try:
        tables = {
            "documents": engine.rows(Document, []),
            "mentions": engine.rows(Mention, []),
            "local_entities": engine.rows(LocalEntity, ROWS),
        }
        made = resolve(engine, tables, ResolveSettings())
        assert set(made) == set(RESOLVE.writes)

        def rows(table: Table[object]) -> list[object]:
            return sorted(read_rows(table.row, [Path(path) for path in table.paths]), key=lambda row: row.id)  # type: ignore[attr-defined]

        return rows(made["entities"]), rows(made["entity_members"])  # type: ignore[return-value]
    finally:
        engine.close()


def test_every_local_entity_is_a_member_of_an_entity_of_the_table(tmp_path: Path) -> None:
    entities, members = run(tmp_path, 1)
    assert sorted(entity.name for entity in entities) == ["Anna Orlova", "Ivan Marren", "a soldier"]
    assert [member.id for member in members] == sorted(row.id for row in ROWS)
    assert {member.entity_id for member in members} == {entity.id for entity in entities}
    assert all(member.reasons for member in members)


def test_the_number_of_workers_does_not_matter(tmp_path: Path) -> None:
    assert run(tmp_path / "one", 1) == run(tmp_path / "two", 2)


def test_the_step_names_the_tables_it_needs() -> None:
    assert STEPS == (RESOLVE,)
    with pytest.raises(ContractBroken, match="reads local_entities, which no step before it writes"):
        check_order(STEPS, "captures")
