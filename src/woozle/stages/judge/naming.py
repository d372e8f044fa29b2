"""Ids of judged groups: what people judged keeps the id under which they judged it."""

from collections.abc import Callable, Collection, Sequence

from woozle.model.ids import row_id
from woozle.stages.judge.parting import Parted


def named(parts: Sequence[Parted], usual: Callable[[Parted], Sequence[str]], taken: Collection[str]) -> list[str]:
    """An id for each group, no two the same.

    A decision that speaks of a row by its id gives the id to the group that now holds what the row was judged by, the
    earliest decision first. Other groups take the first free one of their usual ids.

    Args:
        parts: the groups.
        usual: ids that the program would give a group, the best first.
        taken: ids of rows that nobody judged.
    """
    used, found = set(taken), dict[int, str]()
    asked = sorted(
        (row.number, place, subject, at)
        for at, one in enumerate(parts)
        for row in one.decisions
        for place, (subject, item) in enumerate(zip(row.subject_ids, row.keys, strict=True))
        if item in one.items and subject != item
    )
    for _, _, subject, at in asked:
        if at not in found and subject not in used and subject.startswith("b2:"):
            found[at] = subject
            used.add(subject)
    for at, one in enumerate(parts):
        if at not in found:
            last = row_id("judged", *one.items)
            found[at] = next(key for key in (*usual(one), last) if key not in used)
            used.add(found[at])
    return [found[at] for at in range(len(parts))]
