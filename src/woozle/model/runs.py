"""What is remembered of a run: enough to say later what changed since, and nothing that the record needs."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from woozle.model.values import Range

#: What two runs are compared by, in this order: kinds of changes, and which part of a `Change` each has.
CHANGES: Mapping[str, str] = MappingProxyType(
    {
        "reports_added": "report",
        "reports_gone": "report",
        "claims_changed": "claim",
        "claims_new": "claim",
        "claims_gone": "claim",
        "conflicts_new": "conflict",
        "conflicts_gone": "conflict",
    }
)


@dataclass(frozen=True, slots=True)
class RunClaim:
    """A claim as a run left it. ``assertions``: the first 64 bits of the hash in each assertion's id, sorted."""

    id: str
    text: str
    reports: int
    outlets: int
    voices: Range
    assertions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RunConflict:
    """Two claims of a run that cannot both hold."""

    id: str
    left_claim_id: str
    right_claim_id: str
    kind: str


@dataclass(frozen=True, slots=True)
class RunReport:
    """A report that a run read."""

    id: str
    input: str
    outlet: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of a claim in one run."""

    reports: int
    outlets: int
    voices: Range


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """A claim that is new (``before`` is None), gone (``after`` is None), or has other numbers.

    ``id`` is its id in the later run, in the earlier one where it is gone; ``old_id`` that in the earlier run.
    ``others``: claims of the other run that hold assertions of it: what a new one was split from, a gone one went into.
    """

    id: str
    old_id: str | None
    text: str
    before: Numbers | None
    after: Numbers | None
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConflictChange:
    """A conflict that is new or gone, with the words of its two claims."""

    id: str
    kind: str
    left_claim_id: str
    right_claim_id: str
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that a run left otherwise than the run before it: its kind, and that part which `CHANGES` names."""

    kind: str
    report: RunReport | None = None
    claim: ClaimChange | None = None
    conflict: ConflictChange | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many changes of each kind there are; the fields are those of `CHANGES`, in their order."""

    reports_added: int
    reports_gone: int
    claims_changed: int
    claims_new: int
    claims_gone: int
    conflicts_new: int
    conflicts_gone: int


@dataclass(frozen=True, slots=True)
class Run:
    """A run that changed the record.

    Attributes:
        id: the generation of its book.
        number: counts from 1.
        at: when it ended, ISO 8601 in UTC.
        woozle: the version that made it.
        n_reports, n_claims, n_conflicts: what it left.
        seconds: how long it took; of one that was stopped and went on, the last part.
        n_inputs, n_unread: inputs that the case had, and those of them that could not be read.
        n_problems: problems that the record lists, with those inputs and with others.
        changes: what it left otherwise than the run before it; None for the first.

    What an earlier Woozle did not keep is None.
    """

    id: str
    number: int
    at: str
    woozle: str
    n_reports: int
    n_claims: int
    n_conflicts: int
    seconds: float | None = None
    n_inputs: int | None = None
    n_unread: int | None = None
    n_problems: int | None = None
    changes: Counts | None = None


@dataclass(frozen=True, slots=True)
class RunContent:
    """What a run left, each list by id."""

    reports: tuple[RunReport, ...]
    claims: tuple[RunClaim, ...]
    conflicts: tuple[RunConflict, ...]


@dataclass(frozen=True, slots=True)
class RunFile:
    """The one row of a run's file."""

    run: Run
    content: RunContent


@dataclass(frozen=True, slots=True)
class RunHead:
    """That row without its long part."""

    run: Run


@dataclass(frozen=True, slots=True)
class Held:
    """That a process writes to a case: what it does (``run``, ``add``, …), and since when, as ISO 8601 in UTC."""

    act: str
    since: str
