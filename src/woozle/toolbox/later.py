"""Regular expressions that are compiled when something is first looked for with them.

The patterns of times, figures and credits take half a second together: too long for a command that reads no report.
"""

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


class _Later:
    """Stands in for a compiled pattern, and takes its methods over once it is compiled."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """Compile: this is asked only for what the instance does not have itself."""
        if name.startswith("__"):
            raise AttributeError(name)
        made = re.compile(self.pattern, self._flags)
        for method in _METHODS:
            self.__dict__[method] = getattr(made, method)
        return getattr(made, name)


def later(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern like that of `re.compile`, for calling its methods; functions of `re` do not take it."""
    return cast(re.Pattern[str], _Later(pattern, flags))
