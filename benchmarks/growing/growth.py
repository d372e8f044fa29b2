"""Grows the reports of one world: each new one is made from earlier ones, and its rows of the truth with it."""

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from benchmarks.growing import ways
from benchmarks.growing.reports import NAMED, Body, Mark, Report, Story, bodies, named
from benchmarks.growing.words import ENDINGS, SYLLABLES

#: How often each way is taken, of 100.
WAYS = {"verbatim": 25, "trimmed": 25, "spun": 20, "merged": 10, "quote_reuse": 15, "unrelated": 5}
#: Outlets of a world that nobody of its story works for.
_OUTLETS = 24
_PAPERS = ("Courier", "Gazette", "Post", "Herald", "Observer", "Mirror", "Chronicle", "Times")
_MONTHS = "January February March April May June July August September October November December".split()


@dataclass(frozen=True, slots=True)
class Grown:
    """One more report: its text as a file, its row of the documents, and the rows of the truth that it adds."""

    report: Report
    text: str
    rows: Mapping[str, Sequence[Mapping[str, Any]]]


class Growth:
    """A world that grows; holds the reports of this one world."""

    def __init__(self, story: Story, rng: random.Random) -> None:
        """Take a story as it is told in its world."""
        self._truth, self._statements, self._rng = story.truth, story.statements, rng
        self._reports = {row["id"]: Report(row, body, whole) for row, body, whole in _first(story)}
        self._roots = {name: frozenset([name]) for name in self._reports}
        self.outlets = tuple(sorted({_outlet(rng) for _ in range(_OUTLETS)}))
        self._names = {alias for row in story.truth["entities"] for alias in row["aliases"] if " " in alias}
        self._credits = _credits(story.truth)
        self._stock = _stock(story)

    def grow(self, name: str) -> Grown:
        """One more report, under the id `name`."""
        way = self._rng.choices(tuple(WAYS), tuple(WAYS.values()))[0]
        one, other = self._parents()
        paragraphs, parents, way = self._made(way, one, other)
        if self._rng.random() < 0.5 and way not in ("quote_reuse", "unrelated"):
            title = one.body.title
        else:
            title = ways.retitled(self._rng, self._stock)
        row = self._row(name, title.text, parents, is_distractor=way == "unrelated")
        grown = self._written(row, Body(title, paragraphs), way, parents)
        if parents:
            self._reports[name] = grown.report
            self._roots[name] = frozenset().union(*(self._roots[parent.row["id"]] for parent in parents))
        return grown

    def _parents(self) -> tuple[Report, Report]:
        names = list(self._reports)
        one = self._rng.choice(names)
        apart = [name for name in names if not self._roots[name] & self._roots[one]]
        other = self._rng.choice(apart) if apart else one
        return self._reports[one], self._reports[other]

    def _made(self, way: str, one: Report, other: Report) -> tuple[ways.Paragraphs, tuple[Report, ...], str]:
        """The paragraphs of a new report, whom they were taken from, and by which way in the end."""
        rng, body = self._rng, one.body
        if way == "quote_reuse":
            unit = ways.quotation(body, self._is_full)
            if unit:
                return ways.around(unit, rng, self._stock), (one,), way
        if way == "unrelated":
            return ways.unrelated(rng, self._stock), (), way
        if way == "merged" and other is not one:
            return ways.joined(body, other.body, rng), (one, other), way
        if way == "spun":
            return ways.edited(body, rng), (one,), way
        if way == "trimmed" and len(body.paragraphs) > 1:
            return ways.cut(body, rng), (one,), way
        return ways.whole(body), (one,), "verbatim"

    def _is_full(self, mark: Mark, words: str) -> bool:
        row = self._truth["attributions"][mark.row]
        return row["kind"] == "direct" and row["source"] is not None and words in self._names

    def _row(self, name: str, title: str, parents: Sequence[Report], *, is_distractor: bool) -> dict[str, Any]:
        outlet = self._rng.choice(self.outlets)
        days = [parent.row["published"] for parent in parents]
        if not days:
            days = [self._rng.choice([row["published"] for row in self._truth["documents"] if row["published"]])]
        later = timedelta(days=self._rng.choice((0, 0, 0, 1, 2)))
        day = None if None in days else str(date.fromisoformat(max(days)) + later)
        return {
            "id": name,
            "file": f"articles/{name}.txt",
            "outlet": outlet,
            "outlet_kind": "daily",
            "publisher_group": outlet,
            "title": title,
            "published": day,
            "published_note": "visible date" if day else "no date",
            "language": "en",
            "distractor": is_distractor,
        }

    def _written(self, row: dict[str, Any], body: Body, way: str, parents: Sequence[Report]) -> Grown:
        head = [body.title.text, f"{row['outlet']}, {_day(row['published'])}" if row["published"] else row["outlet"]]
        text, marks = _laid_out(head, body)
        rows = self._rows(row, " ".join(text.split()), marks, parents)
        told = {mark.row for mark in marks if mark.table == "attributions"}
        n_kept = len({new["id"] for new in rows["attributions"]})
        is_whole = all(parent.is_exhaustive for parent in parents) and n_kept == len(told)
        rows["derivations"] = [
            {
                "child": row["id"],
                "parent": parent.row["id"],
                "kind": way,
                "credited": any(name in text for name in self._credits.get(parent.row["outlet"], ())),
            }
            for parent in parents
        ]
        return Grown(Report(row, body, is_whole), text, rows)

    def _rows(
        self, row: Mapping[str, Any], text: str, marks: Sequence[Mark], parents: Sequence[Report]
    ) -> dict[str, list[dict[str, Any]]]:
        """The rows of the truth that a new report repeats, in its own words and offsets."""
        is_same_day = all(parent.row["published"] == row["published"] for parent in parents)
        made: dict[str, list[dict[str, Any]]] = {"attributions": [], "statements": [], **{t: [] for t in NAMED}}
        halves: dict[int, Mark] = {}
        for mark in marks:
            words = text[mark.start : mark.end]
            if mark.table == "attributions":
                other = halves.setdefault(mark.row, mark)
                if other.part != mark.part:
                    both = {other.part: other, mark.part: mark}
                    made["attributions"].append(self._attribution(row["id"], text, both))
                    del halves[mark.row]
            elif mark.table == "statements":
                claim, old = self._statements[mark.row]
                made["statements"].append({"claim": claim, **_set(old, row["id"], "content", words, mark)})
            elif mark.table != "times" or is_same_day:
                old = self._truth[mark.table][mark.row]
                made[mark.table].append(_set(old, row["id"], NAMED[mark.table], words, mark))
        return made

    def _attribution(self, doc: str, text: str, both: Mapping[str, Mark]) -> dict[str, Any]:
        content, mention = both["content"], both["mention"]
        old = self._truth["attributions"][content.row]
        texts = {"content": text[content.start : content.end], "source_mention": text[mention.start : mention.end]}
        spans = {"span": [content.start, content.end], "mention_span": [mention.start, mention.end]}
        return {**named(old, texts), **spans, "id": f"{old['id']}.{doc}.{content.start}", "doc": doc}


def _first(story: Story) -> Iterator[tuple[Mapping[str, Any], Body, bool]]:
    """The reports of the story from which others can be made, and whether all attributions of each can be told."""
    found = bodies(story)
    told = {(mark.row, mark.part) for body in found.values() for unit in body.units for mark in unit.marks}
    rows = enumerate(story.truth["attributions"])
    lost = {row["doc"] for at, row in rows if not {(at, "content"), (at, "mention")} <= told}
    whole = set(story.truth["exhaustive_docs"]) - lost
    for row in story.truth["documents"]:
        if found[row["id"]].paragraphs and not row["distractor"]:
            yield row, found[row["id"]], row["id"] in whole


def _set(old: Mapping[str, Any], doc: str, name: str, words: str, mark: Mark) -> dict[str, Any]:
    return {**old, "doc": doc, name: words, "span": [mark.start, mark.end]}


def _laid_out(head: Sequence[str], body: Body) -> tuple[str, list[Mark]]:
    """The text of a new report, and its marks counted in it with white space folded."""
    marks = list(body.title.marks)
    size = sum(len(" ".join(line.split())) + 1 for line in head)
    parts = list(head)
    for paragraph in body.paragraphs:
        for unit in paragraph:
            marks += [replace(mark, start=mark.start + size, end=mark.end + size) for mark in unit.marks]
            size += len(unit.text) + 1
        parts.append(" ".join(unit.text for unit in paragraph))
    return "\n\n".join(parts) + "\n", marks


def _day(iso: str) -> str:
    at = date.fromisoformat(iso)
    return f"{at.day} {_MONTHS[at.month - 1]} {at.year}"


def _outlet(rng: random.Random) -> str:
    return f"{(rng.choice(SYLLABLES) + rng.choice(SYLLABLES) + rng.choice(ENDINGS)).capitalize()} {rng.choice(_PAPERS)}"


def _credits(truth: Mapping[str, Any]) -> dict[str, list[str]]:
    """Each outlet with the names by which a report may credit it."""
    found = {row["name"]: [row["name"], *row["aliases"]] for row in truth["entities"] if row["type"] == "outlet"}
    return found | {row["outlet"]: [row["outlet"]] for row in truth["documents"] if row["outlet"] not in found}


def _stock(story: Story) -> ways.Stock:
    places = [row["aliases"][0] for row in story.truth["entities"] if row["type"] == "place" and row["aliases"]]
    words = sorted({word for shown in story.seen.values() for word in re.findall(r"\b[a-z]{4,9}\b", shown.text)})

    def sentence(rng: random.Random) -> str:
        a, b, c, d, e, f = (rng.choice(words) for _ in range(6))
        place = rng.choice(places)
        if rng.random() < 0.5:
            return f"In {place} the {a} {b} stands beside a {c} {d} with {e} and {f}."
        return f"A {a} {b} for {place} opens near the {c}, where {d} {e} once {f}."

    return ways.Stock(places or ("the valley",), sentence)
