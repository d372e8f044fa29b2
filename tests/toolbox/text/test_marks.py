"""Marks of furniture by element, class and role."""

import pytest

from woozle.toolbox.text.marks import Mark, mark_of


@pytest.mark.parametrize(
    ("name", "attributes", "mark"),
    [
        ("nav", {}, Mark.STRONG),
        ("div", {"class": "article-body"}, Mark.NONE),
        ("div", {"class": "cookie-bar"}, Mark.STRONG),
        ("div", {"id": "right-box"}, Mark.WEAK),
        ("div", {"role": "navigation"}, Mark.STRONG),
        ("p", {"style": "display: none"}, Mark.HIDDEN),
        ("p", {"style": "opacity: 0.9"}, Mark.NONE),
        ("span", {"aria-hidden": "true"}, Mark.HIDDEN),
        ("body", {"class": "comments-open has-sidebar"}, Mark.NONE),
        ("header", {}, Mark.WEAK),
    ],
)
def test_marks(name: str, attributes: dict[str, str], mark: Mark) -> None:
    assert mark_of(name, attributes, 0) == mark


def test_headers_inside_the_article_belong_to_it() -> None:
    assert mark_of("header", {}, 2) == mark_of("header", {}, 1) == Mark.NONE
