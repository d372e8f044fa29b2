"""Tells a whole story in a world: its reports as files, and its truth with every word and offset moved."""

import copy
from collections.abc import Callable, Mapping
from typing import Any

from benchmarks.growing.pages import Shown, shown
from benchmarks.growing.reports import NAMED, Change, Story, applied, place, statements_of
from benchmarks.growing.worlds import World


def told(story: Story, world: World) -> Story:
    """The story as a world tells it.

    Raises:
        ValueError: the words of a page and those of its text cannot be changed alike.
    """
    if world.number == 0:
        return story
    paths = {row["id"]: row["file"] for row in story.truth["documents"]}
    files = {name: world.told(raw) for name, raw in story.files.items()}
    seen = {name: shown(raw, is_html=paths[name].endswith("html")) for name, raw in files.items()}
    changes = {name: world.changes(old.text) for name, old in story.seen.items()}
    for name, old in story.seen.items():
        if applied(old.text, changes[name], 0, len(old.text)) != seen[name].text:
            raise ValueError(f"{story.name}, world {world.number}: report {name} does not read as its page does")
    truth = _truth(story, world, _Moved(story.seen, changes))
    return Story(story.name, truth, files, seen, statements_of(truth))


class _Moved:
    """Where words of a report stand in the world's own telling of it."""

    def __init__(self, seen: Mapping[str, Shown], changes: Mapping[str, list[Change]]) -> None:
        self._seen, self._changes = seen, changes

    def words(self, doc: str, words: str | None, span: list[int] | None) -> tuple[str | None, list[int] | None]:
        """Words and span in the new text; words stay None where the truth gives a span only."""
        text, changes = self._seen[doc].text, self._changes[doc]
        found = place(text, words, span)
        if found is None:
            return words, span
        new = applied(text, changes, *found)
        start = len(applied(text, changes, 0, found[0]))
        return (None if words is None else new), (None if span is None else [start, start + len(new)])


def _truth(story: Story, world: World, moved: _Moved) -> dict[str, Any]:
    truth: dict[str, Any] = _renamed(story.truth, world.told)
    for row, old in zip(truth["attributions"], story.truth["attributions"], strict=True):
        row["content"], row["span"] = moved.words(old["doc"], old["content"], old["span"])
        row["source_mention"], row["mention_span"] = moved.words(old["doc"], old["source_mention"], old["mention_span"])
    for (_, row), (_, old) in zip(statements_of(truth), story.statements, strict=True):
        _set(row, "content", moved.words(old["doc"], old["content"], old.get("span")))
    for table, name in NAMED.items():
        for row, old in zip(truth.get(table, ()), story.truth.get(table, ()), strict=True):
            _set(row, name, moved.words(old["doc"], old[name], old.get("span")))
    _quantities(truth["quantities"], world)
    return truth


def _set(row: dict[str, Any], name: str, found: tuple[str | None, list[int] | None]) -> None:
    row[name] = found[0]
    if found[1] is not None:
        row["span"] = found[1]


def _quantities(rows: list[dict[str, Any]], world: World) -> None:
    for row in rows:
        for side in ("low", "high"):
            row[side] = world.figures.get(row[side], row[side])


#: Fields that are ids, kinds, dates or numbers, and stay as they are.
_FIXED = frozenset(
    "act child credited date degree direction distractor doc file high id independent_voices kind label language low "
    "mention_span occasions of outlet_kind parent published published_note span stance type value version "
    "continued split hedge exhaustive_docs same_occasion happening a b".split()
)
#: Fields by name; any other key is a name itself.
_KEYS = _FIXED | frozenset(
    "about actors aliases article_begin article_end attributions author canonical claims conflicts content "
    "content_begin content_end derivations description descriptions do_not_merge documents entities figures happenings "
    "name non_quotes note outlet place places publisher_group quantities source source_documents source_mention "
    "statements status_note teasers text times title unit via voice_groups voices".split()
)


def _renamed(value: Any, tell: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return tell(value)
    if isinstance(value, list):
        return [_renamed(item, tell) for item in value]
    if isinstance(value, dict):
        return {
            k if k in _KEYS else tell(k): copy.copy(v) if k in _FIXED else _renamed(v, tell) for k, v in value.items()
        }
    return value
