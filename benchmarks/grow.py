"""Grows stories to a pile of any size with known truth: copies, cuts, edits, mergers, old quotations in new reports.

Run by hand: ``python benchmarks/grow.py tests/stories/monitor --reports 1000 --to pile``. Writes ``articles/`` and the
truth in the format of the stories: ``truth.json``, or in a pile of more than 20,000 reports ``truth/`` with a file of
JSON Lines a list. The same stories, number and seed give the same bytes on any machine.
What a grown pile is good for stands in tests/stories/README.md.
"""

import argparse
import json
import math
import random
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TextIO

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from benchmarks.growing.growth import Growth
from benchmarks.growing.numbering import keep_apart, numbered
from benchmarks.growing.reports import NAMED, Story, read_story
from benchmarks.growing.telling import told
from benchmarks.growing.worlds import world

#: Reports of one world, its first ones included.
WORLD = 200
#: A truth of more reports than that is written as JSON Lines.
ONE_FILE = 20_000
#: From so many reports on they lie in folders of a thousand.
FLAT = 10_000


def grow(stories: Sequence[Story], n_reports: int, to: Path, *, seed: int = 7, per_world: int = WORLD) -> None:
    """Write a pile; one world is held at a time.

    Args:
        stories: what is grown; each world tells the next of them.
        n_reports: of all worlds together.
        to: a folder that is not there yet.
        seed: another seed gives another pile.
        per_world: about so many reports a world.

    Raises:
        ValueError: too few reports for the stories' own.
        OSError: the folder is there already, or cannot be written.
    """
    n_worlds = max(1, n_reports // per_world)
    sizes = [n_reports // n_worlds + (at < n_reports % n_worlds) for at in range(n_worlds)]
    for story, size in zip(stories, sizes, strict=False):
        if size < len(story.files):
            raise ValueError(f"{story.name} has {len(story.files)} reports, and a world of this pile only {size}")
    (to / "articles").mkdir(parents=True)
    (to / "truth").mkdir()
    truth = _Truth(to / "truth")
    numbers, taken = _numbers(n_reports, seed), set[str]()
    for at, size in enumerate(sizes):
        story = stories[at % len(stories)]
        rng = random.Random(f"{seed} {story.name} {at}")
        retold = told(story, world(story, at // len(stories), rng))
        names = [next(numbers) for _ in range(size)]
        retold = numbered(retold, dict(zip(retold.files, names, strict=False)), at)
        keep_apart(retold.truth, taken, at)
        _write_world(to, truth, retold, names, rng)
    truth.close()
    if n_reports <= ONE_FILE:
        _one_file(to, f"{', '.join(story.name for story in stories)} grown to {n_reports} reports, seed {seed}")


def _numbers(n_reports: int, seed: int) -> Iterator[str]:
    """Every number once, in an order that shows neither age nor kinship."""
    step = next(step for step in range(int(n_reports * 0.618) + seed % 97 + 1, 10**9) if math.gcd(step, n_reports) == 1)
    for at in range(n_reports):
        yield f"{at * step % n_reports + 1:0{max(3, len(str(n_reports)))}d}"


def _write_world(to: Path, truth: "_Truth", story: Story, names: Sequence[str], rng: random.Random) -> None:
    growth = Growth(story, rng)
    rows: dict[str, Any] = {key: value for key, value in story.truth.items() if key not in ("version", "about")}
    claims = {claim["id"]: claim for claim in rows["claims"]}
    flat = len(names[0]) <= len(str(FLAT - 1))
    for row in rows["documents"]:
        row["file"] = _place(row["file"], row["id"], flat=flat)
        _write(to / row["file"], story.files[row["id"]])
    for name in names[len(story.files) :]:
        grown = growth.grow(name)
        row = {**grown.report.row, "file": _place(grown.report.row["file"], name, flat=flat)}
        _write(to / row["file"], grown.text)
        rows["documents"].append(row)
        for table in ("derivations", "attributions", *NAMED):
            rows.setdefault(table, []).extend(grown.rows[table])
        for said in grown.rows["statements"]:
            claims[said["claim"]]["statements"].append({key: said[key] for key in ("doc", "content", "span")})
        if grown.report.is_exhaustive:
            rows["exhaustive_docs"].append(name)
    outlets = [{"name": name, "type": "outlet", "aliases": [name], "descriptions": []} for name in growth.outlets]
    rows["entities"] = [*rows["entities"], *outlets]
    truth.add(rows)


def _place(file: str, name: str, *, flat: bool) -> str:
    return file if flat else f"articles/{name[:-3]}/{Path(file).name}"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")


class _Truth:
    """The lists of the truth, each a file of JSON Lines that grows."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._files = folder, dict[str, TextIO]()

    def add(self, rows: Mapping[str, Any]) -> None:
        for table, items in rows.items():
            if table not in self._files:
                self._files[table] = (self._folder / f"{table}.jsonl").open("w", encoding="utf-8")
            is_groups = isinstance(items, dict)
            listed = [{"body": body, "speakers": names} for body, names in items.items()] if is_groups else items
            self._files[table].writelines(f"{json.dumps(item, ensure_ascii=False)}\n" for item in listed)

    def close(self) -> None:
        for file in self._files.values():
            file.close()


def _one_file(to: Path, about: str) -> None:
    truth: dict[str, Any] = {"version": 1, "about": f"{about}. All of it is invented."}
    for path in sorted((to / "truth").iterdir()):
        truth[path.stem] = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]
    truth["voice_groups"] = {row["body"]: row["speakers"] for row in truth["voice_groups"]}
    (to / "truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n", "utf-8")
    shutil.rmtree(to / "truth")


def main() -> None:
    """Read the command line, grow."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", nargs="+", type=Path, metavar="STORY", help="folder with articles/ and truth.json")
    parser.add_argument("--reports", type=int, default=1000, metavar="N", help="reports of the pile (default 1000)")
    parser.add_argument("--to", type=Path, required=True, metavar="DIR", help="the folder to make")
    parser.add_argument("--seed", type=int, default=7, help="another seed gives another pile (default 7)")
    parser.add_argument("--world", type=int, default=WORLD, metavar="N", help=f"reports a world (default {WORLD})")
    asked = parser.parse_args()
    try:
        grow(
            [read_story(path) for path in asked.stories],
            asked.reports,
            asked.to,
            seed=asked.seed,
            per_world=asked.world,
        )
    except (OSError, ValueError) as error:
        sys.exit(f"grow.py: {error}")


if __name__ == "__main__":
    main()
