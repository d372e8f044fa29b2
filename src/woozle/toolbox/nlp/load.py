"""Loads a language engine by the name that stands in the settings."""

from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import as_file, files
from types import MappingProxyType

from woozle.errors import UsageError
from woozle.toolbox.nlp.adapters.chat import CHAT, load_chat
from woozle.toolbox.nlp.adapters.spacy import SPACY, load_spacy
from woozle.toolbox.nlp.engine import Engine
from woozle.toolbox.nlp.rules import RuleEngine
from woozle.toolbox.nlp.trained import load_trained


def _english() -> Engine:
    with as_file(files("woozle") / "models" / "en") as folder:
        return load_trained(folder)


#: What an engine may ask of the environment.
_ASKED = ("WOOZLE_LLM_KEY", "WOOZLE_LLM_HOSTS")
#: The engines that ship with the package: trained, and by rules alone.
ENGINES: Mapping[str, Callable[[], Engine]] = MappingProxyType({"en": _english, "en-rules": RuleEngine})


@cache
def _load_known(name: str) -> Engine:
    return ENGINES[name]()


@cache
def _load_foreign(name: str, environ: tuple[tuple[str, str], ...]) -> Engine:
    return load_spacy(name) if name.startswith(SPACY) else load_chat(name, dict(environ))


def load(name: str, environ: Mapping[str, str] = MappingProxyType({})) -> Engine:
    """The engine of that name, one object a process.

    Args:
        name: ``en``, ``en-rules``, ``spacy:PIPELINE`` or ``llm:ADDRESS#MODEL``.
        environ: the environment; ``WOOZLE_LLM_KEY`` holds the key of a language model's server, if it wants one, and
            ``WOOZLE_LLM_HOSTS`` the machines beside this one to which texts may go.

    Raises:
        UsageError: no engine has that name, its files are missing or were changed, or an extra is not installed.
    """
    if name.startswith((SPACY, CHAT)):
        return _load_foreign(name, tuple((key, environ[key]) for key in _ASKED if key in environ))
    if name not in ENGINES:
        known = ", ".join((*ENGINES, f"{SPACY}PIPELINE", f"{CHAT}ADDRESS#MODEL"))
        raise UsageError(f"no language engine is called {name!r}; known: {known}. Change [annotate] engine.")
    return _load_known(name)
