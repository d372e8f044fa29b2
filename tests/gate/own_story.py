"""Measures Woozle on our own stories: the figures of the benchmark for independence, and what else must not fall."""

from collections.abc import Callable, Sequence
from pathlib import Path

import woozle
from benchmarks.independence import mean, score
from benchmarks.scoring.figures import percent
from benchmarks.scoring.matching import Found, Match, read_record, read_truth
from woozle.model.records import Document

#: Our stories by the name of their figures: the folder of each under tests/stories.
STORIES = {
    "story: the raid on Olmenets": "border",
    "story: the dam on the Corrow": "reservoir",
    "story: the minister who did not go": "minister",
    "story: one observatory abroad": "monitor",
    "story: the fire in Mill Lane": "factory",
    "story: the slide on Mount Tollen": "landslide",
}
FOLDER = Path(__file__).resolve().parents[1] / "stories"
#: The mean of the figures that all of them have.
MEAN = "stories: mean of our six"


def _key_claims(found: Sequence[Found]) -> dict[str, float]:
    """What the story was written to show: one interview recycled by six outlets, two reporters who saw one thing."""
    by_label = {one.gold["label"]: one for one in found}
    interview, fire = by_label["forty_prisoners"], by_label["lorries_burning"]
    held = interview.n_held if interview.claim and interview.claim["voices"]["best"] == 1 else 0
    return {
        "recycled interview held as one voice, %": percent(held, len(interview.gold["statements"])),
        "two witnesses counted as two, %": percent(int(bool(fire.claim and fire.claim["voices"]["best"] == 2)), 1),
    }


def _documents(match: Match) -> dict[str, float]:
    """Whether every report was read, with its day and its outlet."""
    golds, rows = match.truth["documents"], match.documents
    days = {name: ((row["published"] or {}).get("start") or "")[:10] for name, row in rows.items()}
    outlets = {name: (row["outlet"] or "").casefold() for name, row in rows.items()}
    dated = [row for row in golds if row["published"]]
    named = sum(outlets.get(row["id"]) == row["outlet"].casefold() for row in golds)
    return {
        "reports read, %": percent(len(rows), len(golds)),
        "published right, %": percent(sum(days.get(row["id"]) == row["published"] for row in dated), len(dated)),
        "outlet right, %": percent(named, len(golds)),
    }


def measure(name: str, made: Path) -> dict[str, float]:
    """Run a story in a new case under `made`, and score it."""
    folder = FOLDER / STORIES[name]
    case = woozle.Case.create(made / f"{folder.name}.woozle")
    case.add(folder / "articles")
    case.run()
    case.export("jsonl", made / folder.name)
    match = Match(folder, read_truth(folder), read_record(made / folder.name))
    found = {**_documents(match), **score(match), "alarm, faults found by verify": float(len(case.verify().faults))}
    found["alarm, counts that a copy of every report raises"] = float(len(raised(case, made / f"{folder.name}_copies")))
    return found | _key_claims(match.claims) if folder.name == "border" else found


def raised(case: woozle.Case, copies: Path) -> list[str]:
    """The claims behind which more voices stand once a copy of every report is added.

    Args:
        case: a case that was run; the copies are added to it.
        copies: a folder to write them to.
    """
    before = {claim.id: claim for claim in case.claims()}
    copies.mkdir()
    for number, document in enumerate(case.record().rows(Document)):
        (copies / f"{number:03}.txt").write_text(document.text, encoding="utf-8")
    case.add(copies)
    case.run()
    homes = {key: claim for claim in case.claims() for key in claim.assertion_ids}
    return [
        claim.text
        for claim in before.values()
        if any(homes[key].voices.best > claim.voices.best for key in claim.assertion_ids if key in homes)
    ]


def figures(is_wanted: Callable[[str], bool], made: Path) -> dict[str, dict[str, float]]:
    """The figures of the stories that are wanted; of all six their mean too."""
    found = {name: measure(name, made) for name in STORIES if is_wanted(name)}
    return found | {MEAN: mean([found[name] for name in STORIES])} if len(found) == len(STORIES) else found
