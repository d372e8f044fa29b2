"""What is remembered of a run: enough to say later what changed since, and nothing that the record needs."""

from dataclasses import dataclass

from woozle.model.values import Range


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
class Run:
    """A run that changed the record. ``number`` counts from 1; ``id`` is the generation of its book; ``at`` is UTC."""

    id: str
    number: int
    at: str
    woozle: str
    n_reports: int
    n_claims: int
    n_conflicts: int


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
