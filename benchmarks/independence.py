"""The benchmark for independence: how well a tool counts the voices behind each claim of an invented story.

Run by hand: ``python benchmarks/independence.py STORY EXPORT`` scores the record that any tool exported into a folder
of JSON Lines; ``python benchmarks/independence.py STORY … --woozle`` lets Woozle read each story first, and
``--baselines`` shows what tools get that only count. The format stands on the page of the stories, tests/stories.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from benchmarks.scoring.figures import BASELINES, baseline, conflicts, copies, statements, voices
from benchmarks.scoring.matching import Match, read_record, read_truth

#: Columns of the table, by figure.
COLUMNS = {
    "statements found, %": "statements",
    "claims held together, %": "held",
    "voices balanced, %": "**balanced**",
    "voices exact, one voice in several reports, %": "one voice",
    "voices exact, several, %": "several",
    "voices exact, of all claims, %": "exact",
    "voices within range, of claims held together, %": "in range",
    "alarm, false independence, %": "false independence",
    "alarm, false merge, %": "false merge",
    "conflicts, F1": "conflicts F1",
    "derivation pairs, F1": "copies F1",
}


def score(match: Match) -> dict[str, float]:
    """All figures of a record against a truth, in per cent."""
    return {**statements(match), **voices(match.claims), **conflicts(match), **copies(match)}


def score_export(story: Path, export: Path) -> dict[str, float]:
    """The figures of an exported record against the truth of a story, in per cent.

    Args:
        story: a folder with ``articles/`` and the truth.
        export: a folder with ``documents.jsonl``, ``assertions.jsonl``, ``claims.jsonl``, and if the tool has them
            ``conflicts.jsonl`` and ``derivations.jsonl``.

    Raises:
        OSError, ValueError, KeyError: the truth or the export cannot be read.
    """
    return score(Match(story, read_truth(story), read_record(export)))


def _with_woozle(story: Path, made: Path) -> dict[str, float]:
    import woozle

    case = woozle.Case.create(made / f"{story.name}.woozle")
    case.add(story / "articles")
    case.run()
    case.export("jsonl", made / story.name)
    return score_export(story, made / story.name)


def mean(rows: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """The mean of each figure that all rows have."""
    names = [name for name in rows[0] if all(name in row for row in rows)]
    return {name: round(sum(row[name] for row in rows) / len(rows), 1) for name in names}


def table(rows: Mapping[str, Mapping[str, float]]) -> str:
    """Figures as a Markdown table, a row each."""
    lines = [f"| | {' | '.join(COLUMNS.values())} |", f"|---|{'---|' * len(COLUMNS)}"]
    for name, figures in rows.items():
        cells = [f"{figures[column]:g}" if column in figures else "" for column in COLUMNS]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="STORY EXPORT, or stories")
    parser.add_argument("--woozle", action="store_true", help="let Woozle read the stories, then score")
    parser.add_argument("--baselines", action="store_true", help="score tools that only count, on the stories")
    parser.add_argument("--json", action="store_true", help="write one JSON object")
    asked = parser.parse_args()
    if not (asked.woozle or asked.baselines) and len(asked.paths) != 2:
        parser.error("name a story and the folder of an export, or ask for --woozle or --baselines")
    return asked


def _rows(asked: argparse.Namespace) -> dict[str, dict[str, float]]:
    rows: dict[str, dict[str, float]] = {}
    if asked.woozle:
        with tempfile.TemporaryDirectory() as made:
            rows = {story.name: _with_woozle(story, Path(made)) for story in asked.paths}
        rows["mean"] = mean(list(rows.values()))
    if asked.baselines:
        truths = [read_truth(story) for story in asked.paths]
        rows |= {name: mean([baseline(truth, name) for truth in truths]) for name in BASELINES}
    return rows or {asked.paths[0].name: score_export(*asked.paths)}


def main() -> None:
    """Read the command line, score, print."""
    asked = _asked()
    try:
        rows: dict[str, Any] = _rows(asked)
    except (OSError, ValueError, KeyError, TypeError) as error:
        sys.exit(f"independence.py: the truth or the record cannot be read: {error!r}")
    print(json.dumps(rows, ensure_ascii=False) if asked.json else table(rows))


if __name__ == "__main__":
    main()
