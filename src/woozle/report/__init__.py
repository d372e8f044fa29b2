"""The record as one self-contained HTML file: no request, no script needed to read it, the same bytes every time."""

import base64
import hashlib
from importlib.resources import files

from markupsafe import Markup

from woozle.report.html import environment
from woozle.report.index import build
from woozle.report.page import assemble
from woozle.report.source import Record
from woozle.report.words import part_words


def _asset(name: str) -> Markup:
    """A style sheet or script of the package; none of them holds what could end its element."""
    return Markup(files("woozle.report").joinpath("assets", name).read_text("utf-8"))


def _digest(content: str) -> str:
    """How a content security policy names an inline style or script: only these very bytes are let in."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode("utf-8")).digest()).decode("ascii")


def render(record: Record, *, name: str, about: str | None = None, n_outside: int = 0) -> str:
    """Write a record as one HTML page.

    Args:
        record: hands over all rows of a class.
        name: what the case is called.
        about: words that the record is narrowed to; None where it is of all the pile.
        n_outside: reports that are left out for that.

    Returns:
        the whole file; the same record gives the same text.
    """
    style, script = _asset("woozle.css"), _asset("woozle.js")
    template = environment("woozle.report").get_template("page.html")
    return template.render(
        page=assemble(build(record), name, part_words(about, n_outside)),
        style=style,
        script=script,
        style_digest=Markup(_digest(style)),
        script_digest=Markup(_digest(script)),
    )
