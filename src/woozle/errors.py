"""The error tree: what can go wrong, from broad to narrow, each with the exit code that the command line gives it.

WoozleError            1
├── UsageError         2   the call itself is wrong
├── CaseError          1   a case folder that cannot be opened, made or written
│   ├── CaseLocked     5   another process is running this case
│   └── CaseReadOnly   1
├── ContractBroken     1   a step wrote what it did not promise; the run stops
├── EngineFailed       1   who computes cannot: no Java, a cluster that does not answer, workers lost
├── IntegrityError     4   bytes, spans, hashes or counts do not hold
└── Interrupted      130   stopped by the user; the next run goes on
"""


class WoozleError(Exception):
    """Anything Woozle refuses or cannot do; its text says what was expected, what came, where, and what to do."""

    exit_code = 1


class UsageError(WoozleError):
    """The call is wrong: an unknown setting, a missing path, options that do not go together."""

    exit_code = 2


class CaseError(WoozleError):
    """A case folder cannot be opened, made or written."""


class CaseLocked(CaseError):
    """Another process holds the case's lock."""

    exit_code = 5


class CaseReadOnly(CaseError):
    """The case can be read but not written."""


class ContractBroken(WoozleError):
    """A step wrote rows that it did not declare, or rows that break the data model."""


class EngineFailed(WoozleError):
    """Who computes cannot: no Java, a cluster that does not answer, workers or their storage lost."""


class IntegrityError(WoozleError):
    """A span, a hash or a count does not hold."""

    exit_code = 4


class Interrupted(WoozleError):
    """The user stopped the work; what is whole is kept."""

    exit_code = 130
