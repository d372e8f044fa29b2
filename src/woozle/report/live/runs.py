"""The runs of a case as pages list them, and the settings: those of the record, and those of the next run."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from woozle.model.arrow import plain
from woozle.model.runs import Change, Run
from woozle.report.dates import day_words, instant
from woozle.report.live.query import Query
from woozle.report.words import count

#: Settings by section.
Settings = Mapping[str, Mapping[str, Any]]
RUN_COLUMNS = (
    "number",
    "id",
    "at",
    "woozle",
    "seconds",
    "n_inputs",
    "n_unread",
    "n_problems",
    "n_reports",
    "n_claims",
    "n_conflicts",
)
SETTING_COLUMNS = ("setting", "value", "usual", "next")


def _none(*_: object) -> Sequence[Change]:
    return ()


@dataclass(frozen=True, slots=True)
class Past:
    """What is known of a case beside its record.

    Attributes:
        runs: the runs that are remembered, oldest first.
        changes: some changes of a run of one kind, from a place on: ``changes(run, kind, first, n)``.
        fault: why runs cannot be listed; empty where they can.
        usual: the settings of a case that sets none.
        next: the settings that the next run will follow; None where they have mistakes.
    """

    runs: Sequence[Run] = ()
    changes: Callable[[Run, str, int, int], Sequence[Change]] = _none
    fault: str = ""
    usual: Settings = field(default_factory=dict)
    next: Settings | None = None


@dataclass(frozen=True, slots=True)
class RunRow:
    """A run in words. ``url`` leads to what it changed; empty where that is not known."""

    number: int
    when: str
    took: str
    made_by: str
    read: str
    unread: str
    left: str
    changed: tuple[str, ...]
    url: str
    is_shown: bool


@dataclass(frozen=True, slots=True)
class SettingRow:
    """A setting: its value in the record; the usual one and that of the next run, where they are others."""

    name: str
    value: str
    usual: str | None
    next: str | None


def when_words(at: str) -> str:
    """``Thu 26 November 2026, 12:31``; the given text where it is no instant."""
    found = instant(at)
    return f"{day_words(found)}, {found:%H:%M}" if found else at


def took_words(seconds: float | None) -> str:
    """``41 s``, ``2 min 10 s``, ``3 h 5 min``; empty where it is not known."""
    if seconds is None:
        return ""
    if seconds < 10:
        return f"{seconds:.1f} s"
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600} h {whole % 3600 // 60} min"


def changed_words(run: Run) -> tuple[str, ...]:
    """What a run changed, in the words of the tool; nothing where it is not known."""
    if run.changes is None:
        return ()
    said = (
        (f"+{count(run.changes.reports_added, 'report')}", run.changes.reports_added),
        (f"−{count(run.changes.reports_gone, 'report')}", run.changes.reports_gone),
        (f"{count(run.changes.claims_new, 'claim')} new", run.changes.claims_new),
        (f"{count(run.changes.claims_gone, 'claim')} gone", run.changes.claims_gone),
        (f"{count(run.changes.claims_changed, 'claim')} with other numbers", run.changes.claims_changed),
        (f"{count(run.changes.conflicts_new, 'conflict')} new", run.changes.conflicts_new),
        (f"{count(run.changes.conflicts_gone, 'conflict')} gone", run.changes.conflicts_gone),
    )
    return tuple(words for words, n in said if n) or ("nothing that the numbers show",)


def changes_url(run: Run) -> str:
    """The address of what a run changed; empty where that is not known."""
    return Query("/changes", {"run": str(run.number)}).url() if run.changes is not None else ""


def run_rows(past: Past, generation: str) -> tuple[RunRow, ...]:
    """The runs, the latest first; ``generation`` is the record that is shown."""
    rows = []
    for run in reversed(past.runs):
        n_read = None if run.n_inputs is None else run.n_inputs - (run.n_unread or 0)
        rows.append(
            RunRow(
                number=run.number,
                when=when_words(run.at),
                took=took_words(run.seconds),
                made_by=run.woozle,
                read="" if n_read is None else f"{n_read:,} of {count(run.n_inputs or 0, 'input')}",
                unread=f"{run.n_unread:,} not read" if run.n_unread else "",
                left=", ".join((count(run.n_reports, "report"), count(run.n_claims, "claim"))),
                changed=changed_words(run),
                url=changes_url(run),
                is_shown=run.id == generation,
            )
        )
    return tuple(rows)


def plain_runs(past: Past) -> list[dict[str, Any]]:
    """The runs for programs, the latest first."""
    return [plain(run) for run in reversed(past.runs)]


def setting_rows(shown: Settings, past: Past) -> tuple[SettingRow, ...]:
    """Every setting of the record that is shown."""
    rows = []
    for section, values in shown.items():
        for name, value in values.items():
            usual = past.usual.get(section, {}).get(name, value)
            following = value if past.next is None else past.next.get(section, {}).get(name, value)
            rows.append(
                SettingRow(
                    f"{section}.{name}",
                    _word(value),
                    None if usual == value else _word(usual),
                    None if following == value else _word(following),
                )
            )
    return tuple(rows)


def _word(value: Any) -> str:
    """A value as it is written in TOML, as far as a reader needs it."""
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)
