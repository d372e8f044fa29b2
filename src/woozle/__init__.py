"""Woozle reads a pile of news reports and counts how many independent voices stand behind each claim.

The public face: `open`, `Case`, `By` (who decides), `Reader`, `passages`, `Index`, `beside`, row classes in `records`,
errors in `errors`.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from woozle.config import VERSION

if TYPE_CHECKING:
    from woozle import errors
    from woozle.answers import By
    from woozle.case import Case
    from woozle.compare import Index, passages
    from woozle.model import records
    from woozle.pairwise import beside
    from woozle.reader import Reader

__version__ = VERSION

#: Where each public name lives. They load when they are first used: `import woozle` alone takes a few milliseconds.
_HOMES = {
    "By": ("woozle.answers", "By"),
    "Case": ("woozle.case", "Case"),
    "Reader": ("woozle.reader", "Reader"),
    "Index": ("woozle.compare", "Index"),
    "passages": ("woozle.compare", "passages"),
    "beside": ("woozle.pairwise", "beside"),
    "records": ("woozle.model.records", None),
    "errors": ("woozle.errors", None),
}

__all__ = ["By", "Case", "Index", "Reader", "__version__", "beside", "errors", "open", "passages", "records"]


def __getattr__(name: str) -> Any:
    """Load a public name (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module 'woozle' has no attribute {name!r}")
    module, attribute = _HOMES[name]
    loaded = import_module(module)
    return loaded if attribute is None else getattr(loaded, attribute)


def open(path: str) -> "Case":
    """Open a case folder that exists.

    Raises:
        CaseError: there is none there, or it has another layout.
    """
    case: Case = __getattr__("Case")(path)
    return case
