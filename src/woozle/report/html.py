"""How templates are filled: everything is escaped, and unseen characters are written out everywhere."""

from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from woozle.report.scripts import script_of
from woozle.report.words import count, shown


def _safe(value: Any) -> Any:
    """What a template prints: unseen characters are written out everywhere, not only where somebody thought of it."""
    return shown(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _lang(text: str) -> Markup:
    """The attribute that tells a browser in which script words stand; nothing where it needs no telling."""
    found = script_of(text)
    return Markup(' lang="{}"').format(found) if found else Markup("")


def environment(*packages: str) -> Environment:
    """Templates of some packages; a name that two have is the first one's."""
    made = Environment(
        loader=ChoiceLoader([PackageLoader(package) for package in packages]),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_safe,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["count"] = count
    made.filters["lang"] = _lang
    return made
