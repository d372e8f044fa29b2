"""JSON-LD: what a page's structured data say of its article; lists, graphs and references by ``@id`` followed."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from woozle.toolbox.text.html import folded

#: Types of an article in schema.org, the more telling first.
_ARTICLES = (
    "NewsArticle ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle LiveBlogPosting BackgroundNewsArticle "
    "ReviewNewsArticle AdvertiserContentArticle SatiricalArticle Article BlogPosting Report SocialMediaPosting WebPage"
).split()
_MOST_NODES = 2_000
_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Structured:
    """What structured data say; None and empty where they do not."""

    headline: str | None = None
    publisher: str | None = None
    parent: str | None = None
    site: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    language: str | None = None


def read_structured(scripts: Iterable[str]) -> Structured:
    """What the JSON-LD of a page says; what cannot be read is passed over."""
    nodes: list[Mapping[str, Any]] = []
    for script in scripts:
        nodes += list(_nodes(_load(script), _DEEPEST))[: _MOST_NODES - len(nodes)]
    by_id = {str(node["@id"]): node for node in nodes if "@id" in node and len(node) > 1}
    article = next((node for kind in _ARTICLES for node in nodes if kind in _types(node)), {})
    site = next((node for node in nodes if "WebSite" in _types(node)), {})
    publisher = _resolve(article.get("publisher") or site.get("publisher"), by_id)
    return Structured(
        headline=_string(article.get("headline") or article.get("name")),
        publisher=_name(publisher),
        parent=_name(_resolve(publisher.get("parentOrganization"), by_id)) if isinstance(publisher, Mapping) else None,
        site=_name(site),
        authors=tuple(_authors(article.get("author") or article.get("creator"), by_id)),
        published=_string(article.get("datePublished") or article.get("dateCreated")),
        modified=_string(article.get("dateModified")),
        language=_string(article.get("inLanguage")),
    )


def _load(script: str) -> Any:
    text = script.strip()
    for opening, closing in (("<!--", "-->"), ("<![CDATA[", "]]>"), ("//<![CDATA[", "//]]>")):
        text = text.removeprefix(opening).removesuffix(closing)
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    """Every object, outermost first."""
    if depth and isinstance(value, Mapping):
        yield value
        for inner in value.values():
            yield from _nodes(inner, depth - 1)
    elif depth and isinstance(value, list):
        for inner in value[:_MOST_NODES]:
            yield from _nodes(inner, depth - 1)


def _types(node: Mapping[str, Any]) -> Sequence[Any]:
    types = node.get("@type")
    return types if isinstance(types, list) else [types]


def _resolve(value: Any, by_id: Mapping[str, Mapping[str, Any]]) -> Any:
    """The first of a list, and the object behind a reference."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, Mapping) and "@id" in value and "name" not in value:
        return by_id.get(str(value["@id"]), value)
    return {} if value is None else value


def _name(value: Any) -> str | None:
    return _string(value.get("name")) if isinstance(value, Mapping) else _string(value)


def _string(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return folded(value)[:500] or None if isinstance(value, str) else None


def _authors(value: Any, by_id: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    for item in (value if isinstance(value, list) else [value])[:50]:
        one = _resolve(item, by_id)
        if isinstance(one, Mapping) and "Organization" in _types(one):
            continue
        name = _name(one)
        if name:
            yield name
