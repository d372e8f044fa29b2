"""What changed between two runs: reports, claims with their numbers, and conflicts.

A claim is the same as one of the other run if the two have an id in common, else if they share most assertions.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from woozle.model.runs import (
    CHANGES,
    Change,
    ClaimChange,
    ConflictChange,
    Numbers,
    Run,
    RunClaim,
    RunConflict,
    RunContent,
    RunReport,
)


@dataclass(frozen=True, slots=True)
class Difference:
    """What the run ``new`` left otherwise than ``old``."""

    old: Run
    new: Run
    reports_added: tuple[RunReport, ...]
    reports_gone: tuple[RunReport, ...]
    claims_new: tuple[ClaimChange, ...]
    claims_gone: tuple[ClaimChange, ...]
    claims_changed: tuple[ClaimChange, ...]
    conflicts_new: tuple[ConflictChange, ...]
    conflicts_gone: tuple[ConflictChange, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the two records say the same."""
        return not any(getattr(self, name) for name in self.__dataclass_fields__ if name not in ("old", "new"))


def changes(runs: tuple[Run, Run], old: RunContent, new: RunContent) -> list[Change]:
    """What changed from one run to another, one by one: kind by kind in the order of `CHANGES`, in each as there."""
    found = difference(runs, old, new)
    return [Change(kind, **{part: row}) for kind, part in CHANGES.items() for row in getattr(found, kind)]


def difference(runs: tuple[Run, Run], old: RunContent, new: RunContent) -> Difference:
    """What changed from one run to another."""
    same = matched(old.claims, new.claims)
    back = {there: here for here, there in same.items()}
    before, after = {row.id: row for row in old.claims}, {row.id: row for row in new.claims}
    homes_old, homes_new = _homes(old.claims), _homes(new.claims)
    pairs = [(before[here], after[there]) for here, there in same.items()]
    return Difference(
        *runs,
        _missing(new.reports, old.reports),
        _missing(old.reports, new.reports),
        _sorted(_one(row, homes_old, is_new=True) for row in new.claims if row.id not in back),
        _sorted(_one(row, homes_new, is_new=False) for row in old.claims if row.id not in same),
        _sorted(
            ClaimChange(b.id, a.id, b.text, _numbers(a), _numbers(b), ())
            for a, b in pairs
            if _numbers(a) != _numbers(b)
        ),
        _clashes(new, old, back),
        _clashes(old, new, same),
    )


def matched(old: Sequence[RunClaim], new: Sequence[RunClaim]) -> dict[str, str]:
    """Each claim of the old run that the new one has too, with its id there; every claim is matched once at most."""
    known = {row.id for row in new}
    found = {row.id: row.id for row in old if row.id in known}
    homes = _homes(row for row in new if row.id not in found)
    common: Counter[tuple[str, str]] = Counter()
    sizes = {row.id: len(row.assertions) for row in (*old, *new)}
    for row in old:
        if row.id not in found:
            common.update((row.id, homes[key]) for key in row.assertions if key in homes)
    taken: set[str] = set()
    for here, there in sorted(common, key=lambda pair: (-common[pair], pair)):
        # Half of the smaller one: a claim that grew is still itself, a sentence that changed sides is not.
        if here not in found and there not in taken and 2 * common[here, there] > min(sizes[here], sizes[there]):
            found[here] = there
            taken.add(there)
    return found


def _homes(rows: Iterable[RunClaim]) -> dict[int, str]:
    return {key: row.id for row in rows for key in row.assertions}


def _numbers(row: RunClaim) -> Numbers:
    return Numbers(row.reports, row.outlets, row.voices)


def _one(row: RunClaim, homes: Mapping[int, str], *, is_new: bool) -> ClaimChange:
    held = Counter(homes[key] for key in row.assertions if key in homes)
    others = tuple(sorted(held, key=lambda other: (-held[other], other)))
    numbers = _numbers(row)
    if is_new:
        return ClaimChange(row.id, None, row.text, None, numbers, others)
    return ClaimChange(row.id, row.id, row.text, numbers, None, others)


def _sorted(rows: Iterable[ClaimChange]) -> tuple[ClaimChange, ...]:
    """Those in most reports first."""

    def key(row: ClaimChange) -> tuple[int, str]:
        numbers = row.after or row.before
        return (-(numbers.reports if numbers else 0), row.id)

    return tuple(sorted(rows, key=key))


def _missing(here: Sequence[RunReport], there: Sequence[RunReport]) -> tuple[RunReport, ...]:
    known = {row.id for row in there}
    return tuple(sorted((row for row in here if row.id not in known), key=lambda row: (row.input, row.id)))


def _clashes(here: RunContent, there: RunContent, same: Mapping[str, str]) -> tuple[ConflictChange, ...]:
    """Conflicts of one run that the other lacks, whatever the ids of the two claims there."""
    known = {(frozenset((row.left_claim_id, row.right_claim_id)), row.kind) for row in there.conflicts}
    texts = {row.id: row.text for row in here.claims}

    def is_known(row: RunConflict) -> bool:
        sides = (same.get(row.left_claim_id, ""), same.get(row.right_claim_id, ""))
        return (frozenset(sides), row.kind) in known

    return tuple(
        ConflictChange(
            row.id,
            row.kind,
            row.left_claim_id,
            row.right_claim_id,
            texts.get(row.left_claim_id, ""),
            texts.get(row.right_claim_id, ""),
        )
        for row in here.conflicts
        if not is_known(row)
    )
