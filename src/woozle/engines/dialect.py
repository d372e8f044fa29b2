"""Queries of set steps, which are written in DuckDB's SQL, in Spark's; sqlglot knows both."""

from typing import Any

import sqlglot
from sqlglot import exp


def in_spark(query: str) -> str:
    """One SELECT in Spark's SQL.

    Raises:
        sqlglot.errors.ParseError: it is no query.
    """
    tree: Any = sqlglot.parse_one(query, read="duckdb")
    for select in list(tree.find_all(exp.Select)):
        _rows_as_values(select)
        _lists_side_by_side(select)
    for table in tree.find_all(exp.CTE):
        table.set("materialized", None)
    # Every name in quotes: "order", "left" and "end" are words of Spark's.
    text: str = tree.sql(dialect="spark", identify=True, comments=False)
    return text


def _rows_as_values(select: Any) -> None:
    """A table's alias where a value stands is its whole row: ``SELECT c AS claim FROM claims c``."""
    joined = [join.this for join in select.args.get("joins") or ()]
    sources = [select.args["from_"].this, *joined] if select.args.get("from_") else joined
    aliases = {source.args["alias"].name for source in sources if source.args.get("alias")}
    for column in list(select.find_all(exp.Column)):
        is_own = column.find_ancestor(exp.Select) is select
        if is_own and not column.table and column.name in aliases:
            star = exp.Column(this=exp.Star(), table=exp.to_identifier(column.name))
            column.replace(exp.Struct(expressions=[star]))


def _lists_side_by_side(select: Any) -> None:
    """Several lists unnested in one SELECT go side by side, as they do in DuckDB; Spark unnests one at a time."""
    unnested = [one for one in select.expressions if isinstance(one.unalias(), exp.Explode)]
    if len(unnested) < 2:
        return
    lists = [one.unalias().this for one in unnested]
    zipped = exp.Inline(this=exp.Anonymous(this="arrays_zip", expressions=lists))
    names = [exp.to_identifier(one.alias) for one in unnested]
    rest = [one for one in select.expressions if one not in unnested]
    select.set("expressions", [*rest, exp.Aliases(this=zipped, expressions=names)])
