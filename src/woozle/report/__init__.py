"""The record as one self-contained HTML file: no request, no script needed to read it, the same bytes every time."""

from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from woozle.report.index import build
from woozle.report.page import MOST_PAGES, assemble
from woozle.report.source import Record
from woozle.report.words import count, shown


def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("woozle.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["shown"] = lambda text: shown(str(text))
    made.filters["count"] = count
    return made


def _asset(name: str) -> Markup:
    """A style sheet or script of the package; none of them holds what could end its element."""
    return Markup(files("woozle.report").joinpath("assets", name).read_text("utf-8"))


def render(record: Record, *, name: str) -> str:
    """Write a record as one HTML page.

    Args:
        record: hands over all rows of a class.
        name: what the case is called.

    Returns:
        the whole file; the same record gives the same text.
    """
    page = assemble(build(record), name)
    template = _environment().get_template("page.html")
    pages = {claim.head.id for claim in page.claims}
    return template.render(
        page=page, pages=pages, most_pages=MOST_PAGES, style=_asset("woozle.css"), script=_asset("woozle.js")
    )
