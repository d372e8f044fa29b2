"""Loads a language engine by the name that stands in the settings."""

from functools import cache

from woozle.errors import UsageError
from woozle.toolbox.nlp.engine import Engine
from woozle.toolbox.nlp.rules import RuleEngine

#: The engines that ship with the package.
ENGINES = ("en",)


@cache
def _load_known(name: str) -> Engine:
    return RuleEngine(name)


def load(name: str) -> Engine:
    """The engine of that name, one object a process.

    Raises:
        UsageError: no engine has that name.
    """
    if name not in ENGINES:
        raise UsageError(
            f"no language engine is called {name!r}; known: {', '.join(ENGINES)}. Change [annotate] engine."
        )
    return _load_known(name)
