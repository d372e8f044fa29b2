"""Marks of furniture: elements and class names that say "this is not the article"."""

import re
from enum import IntEnum


class Mark(IntEnum):
    """How surely an element says that its text is not the article's.

    Page builders give boxes such as ``content-with-sidebar`` or ``ad-free`` to the article itself, so a weak mark is
    not believed of an element that holds most of the page's text; a strong one only where it holds no headline.
    """

    NONE = 0
    WEAK = 1
    STRONG = 2
    HIDDEN = 3


_STRONG_TAGS = frozenset("nav aside footer dialog menu".split())
_WEAK_TAGS = frozenset("form button header".split())
_ROLES = frozenset("navigation banner complementary contentinfo search dialog alert menu toolbar form".split())
#: Words of class names and ids. Each was seen on menus, boxes and bars; none of them is a word for article text.
_STRONG_WORDS = frozenset(
    "advert advertisement breadcrumb breadcrumbs comment comments consent cookie cookies crumb crumbs disqus donate "
    "donation foot footer gdpr masthead mostread navbar navigation newsletter outbrain paywall popup promo promoted "
    "promotion recirc recommended recommendations related sharebar signin signup sponsored subscribe taboola teaser "
    "teasers toolbar topbar trending".split()
)
_WEAK_WORDS = frozenset(
    "ad ads adslot banner bar bio bottombar box button buttons card cards cta disclaimer follow hidden invite links "
    "login menu modal more nav overlay plus poll popular rel see share sharing sidebar skip social socials sponsor "
    "sticky strip subscription tag tags ticker top vote wall widget".split()
)
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?![.\d])|font-size\s*:\s*0(?![.\d])"
    r"|(?:text-indent|left|top)\s*:\s*-\d{4,}",
    re.I,
)
_HIDDEN_CLASS = re.compile(r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|d-none)(?:\s|$)", re.I)
_SPLIT = re.compile(r"[^a-z]+")


def mark_of(name: str, attributes: dict[str, str], region: int) -> Mark:
    """Whether an element says that its text is not the article's, or is not shown at all.

    Args:
        name: the element.
        attributes: its attributes.
        region: 2 inside an ``article``, 1 inside a ``main``, else 0; headers inside either belong to the text.
    """
    if attributes and _is_hidden(attributes):
        return Mark.HIDDEN
    if name in _STRONG_TAGS:
        return Mark.STRONG
    if name in ("html", "body", "article", "main"):
        return Mark.NONE
    words = _SPLIT.split(f"{attributes.get('class', '')} {attributes.get('id', '')}".lower()) if attributes else ()
    if attributes.get("role", "").lower() in _ROLES or not _STRONG_WORDS.isdisjoint(words):
        return Mark.STRONG
    if name in _WEAK_TAGS and not (name == "header" and region):
        return Mark.WEAK
    return Mark.NONE if _WEAK_WORDS.isdisjoint(words) else Mark.WEAK


def _is_hidden(attributes: dict[str, str]) -> bool:
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or _HIDDEN.search(attributes.get("style", "")) is not None
        or _HIDDEN_CLASS.search(attributes.get("class", "")) is not None
    )
