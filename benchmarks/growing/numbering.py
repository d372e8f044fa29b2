"""Ids and names of many worlds in one pile: numbers of reports, ids of rows, names that two worlds would share."""

import copy
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from benchmarks.growing.reports import Story, statements_of

#: Tables whose rows stand in a report.
_IN_REPORT = ("attributions", "times", "quantities", "places", "non_quotes", "teasers")


def numbered(story: Story, numbers: Mapping[str, str], world: int) -> Story:
    """A story with other numbers of its reports, and ids of attributions, claims and happenings of its own."""
    truth = copy.deepcopy(story.truth)
    for row in truth["documents"]:
        row["id"] = numbers[row["id"]]
        row["file"] = f"articles/{row['id']}{PurePosixPath(row['file']).suffix}"
    rows = [row for table in _IN_REPORT for row in truth.get(table, ())]
    for row in (*rows, *(row for _, row in statements_of(truth))):
        row["doc"] = numbers[row["doc"]]
    for row in truth.get("teasers", ()):
        row["of"] = numbers.get(row["of"], row["of"])
    for row in truth["derivations"]:
        row["child"], row["parent"] = numbers[row["child"]], numbers.get(row["parent"], row["parent"])
    truth["exhaustive_docs"] = [numbers[name] for name in truth["exhaustive_docs"]]
    truth["same_occasion"] = [[numbers[name] for name in pair] for pair in truth.get("same_occasion", ())]
    for table, names in (
        ("attributions", "id"),
        ("happenings", "id"),
        ("claims", "id happening"),
        ("conflicts", "a b"),
    ):
        for row in truth.get(table, ()):
            row |= {name: f"{world}.{row[name]}" for name in names.split() if row.get(name)}
    return Story(
        story.name,
        truth,
        {numbers[name]: raw for name, raw in story.files.items()},
        {numbers[name]: shown for name, shown in story.seen.items()},
        statements_of(truth),
    )


def keep_apart(truth: dict[str, Any], taken: set[str], world: int) -> None:
    """Give canonical names that another world has the number of this one in brackets; all are taken then."""
    known = (*truth["entities"], *truth.get("source_documents", ()))
    names = {row["name"]: f"{row['name']} (world {world})" for row in known if row["name"] in taken}
    for table, name in (
        ("entities", "name"),
        ("source_documents", "name"),
        ("attributions", "source"),
        ("places", "place"),
    ):
        for row in truth.get(table, ()):
            row[name] = names.get(row[name], row[name])
    for row in truth["attributions"]:
        row["via"] = [names.get(name, name) for name in row["via"]]
    for claim in truth["claims"]:
        claim["voices"] = [names.get(name, name) for name in claim["voices"]]
    truth["do_not_merge"] = [[names.get(name, name) for name in pair] for pair in truth["do_not_merge"]]
    truth["voice_groups"] = {
        names.get(body, body): [names.get(name, name) for name in group]
        for body, group in truth["voice_groups"].items()
    }
    taken.update(row["name"] for row in known)
