"""What the markup of a page declares about its article: meta elements, links, JSON-LD, microdata, the page's title."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from woozle.stages.ingest.structured import Structured, read_structured
from woozle.toolbox.text.html import Element, folded

_PUBLISHED = (
    "article:published_time og:article:published_time og:published_time datepublished dc.date.issued dcterms.issued "
    "dc.date.created dcterms.created dcterms.date dc.date parsely-pub-date sailthru.date pubdate publishdate "
    "publish-date publish_date publication_date published published_time date article.published datecreated "
    "cxenseparse:recs:publishtime citation_publication_date citation_date originalpublicationdate"
).split()
_MODIFIED = (
    "article:modified_time og:updated_time datemodified dc.date.modified dcterms.modified lastmod revised"
).split()
_LANGUAGE = "content-language og:locale dc.language language".split()
_HOST = re.compile(r"https?://(?:[^/?#@]*@)?(?:www\.)?(?P<host>[\w.-]+\.\w{2,})(?=[:/?#]|$)", re.I)
_NAMES = ("property", "name", "itemprop", "http-equiv")
_SITE = "og:site_name application-name apple-mobile-web-app-title".split()
_PUBLISHER = "publisher dc.publisher dcterms.publisher article:publisher copyright".split()
_AUTHOR = "author article:author dc.creator dcterms.creator parsely-author sailthru.author byl citation_author".split()
_TITLE = "og:title twitter:title dc.title dcterms.title headline parsely-title sailthru.title".split()


@dataclass(frozen=True, slots=True)
class Declared:
    """What the markup says; None and empty where it does not."""

    page_title: str | None
    titles: tuple[str, ...]
    sites: tuple[str, ...]
    publisher: str | None
    parent: str | None
    authors: tuple[str, ...]
    published: tuple[str, ...]
    modified: tuple[str, ...]
    home_names: tuple[str, ...]
    url: str | None
    language: str | None


def read_declared(elements: Sequence[Element]) -> Declared:
    """What the elements of a page declare, the more trusted first."""
    metas = _metas(elements)
    found = read_structured(
        one.content for one in elements if one.name == "script" and "ld+json" in one.attributes.get("type", "").lower()
    )
    return Declared(
        page_title=_first(folded(one.content)[:500] for one in elements if one.name == "title"),
        titles=_all([found.headline], metas, _TITLE),
        sites=_all([], metas, _SITE[:1]) + _all([found.site], metas, _SITE[1:]),
        publisher=found.publisher or _first(_all([], metas, _PUBLISHER)),
        parent=found.parent,
        authors=_authors(elements, metas, found),
        published=_all([found.published], metas, _PUBLISHED),
        modified=_all([found.modified], metas, _MODIFIED),
        home_names=tuple(one.content for one in elements if _is_home(one)),
        url=_url(elements, metas),
        language=found.language or _first(_all([], metas, _LANGUAGE)),
    )


def _metas(elements: Iterable[Element]) -> Mapping[str, list[str]]:
    """Contents of meta elements by lower-case name; microdata of other elements count too, if not in furniture."""
    table: dict[str, list[str]] = {}
    for one in elements:
        name = next((one.attributes[key] for key in _NAMES if key in one.attributes), "")
        if not name or (one.name != "meta" and one.is_furniture):
            continue
        value = one.attributes.get("content") or one.attributes.get("datetime") or one.content
        if value.strip():
            table.setdefault(name.strip().lower(), []).append(folded(value)[:500])
    return table


def _all(first: Iterable[str | None], metas: Mapping[str, list[str]], names: Iterable[str]) -> tuple[str, ...]:
    values = [value for value in first if value] + [value for name in names for value in metas.get(name, [])[:3]]
    return tuple(dict.fromkeys(values))


def _first(values: Iterable[str]) -> str | None:
    return next((value for value in values if value), None)


def _authors(elements: Iterable[Element], metas: Mapping[str, list[str]], found: Structured) -> tuple[str, ...]:
    links = [one.content for one in elements if one.attributes.get("rel") == "author" and not one.is_furniture]
    named = found.authors or _all([], metas, _AUTHOR) or tuple(links)
    return tuple(name for name in dict.fromkeys(named) if name and not name.startswith(("http:", "https:", "/", "@")))


def _is_home(one: Element) -> bool:
    is_link = one.name == "a" and one.attributes.get("href", "").strip() and one.attributes.get("rel") != "author"
    is_name = 1 < len(one.content) <= 60 and one.content.lower() not in ("home", "homepage", "front page")
    return bool(is_link and is_name)


def _url(elements: Iterable[Element], metas: Mapping[str, list[str]]) -> str | None:
    links = [one.attributes for one in elements if one.name == "link" and one.attributes.get("rel") == "canonical"]
    for url in (*(link.get("href", "") for link in links), *metas.get("og:url", [])):
        if host_of(url):
            return url
    return None


def host_of(url: str) -> str | None:
    """The host of a web address, without a user's name, a port and ``www``; None where there is none."""
    found = _HOST.match(url.strip())
    return found["host"].lower() if found else None
