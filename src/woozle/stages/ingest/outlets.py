"""Who published a page: names in its markup, its masthead, the ends of its title and of its text, its address."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from woozle.model.records import Block
from woozle.model.values import Told
from woozle.stages.ingest.declared import Declared, host_of

#: Words that stand in names of papers, stations and agencies, and rarely elsewhere at a name's end or beginning.
NEWS_WORD = re.compile(
    r"\b(?:news|times|post|herald|gazette|agency|wire|echo|mercury|radio|tv|television|daily|tribune|journal|chronicle"
    r"|press|star|mail|courier|observer|express|telegraph|standard|guardian|independent|sentinel|examiner|bulletin"
    r"|dispatch|record|review|weekly|today|online|magazine|media|report|reporter|mirror|globe|argus|advertiser|leader"
    r"|monitor|inquirer|enquirer|ledger|beacon|messenger|citizen|voice|broadcasting|network|channel|24|\w+\.(?:com|org|net"
    r"|co\.uk|info|eu|io|news))\b",
    re.I,
)
_SEPARATOR = re.compile(r"\s+[|–—·•»«\-]\s+|\s*[|»«·]\s*|\s+::?\s+")
_NUMBERS = re.compile(r"\s+\d[\d.,]*(?:\s?(?:fm|am|mhz))?\b.*$", re.I)
_SMALL = frozenset("of the and for in on at de la le del di der die das & to a".split())
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:\d{4}(?:\s?[-–]\s?\d{2,4})?)?[\s,.]*(?:by\s+)?"
    r"(?P<name>[A-Z][^.,|·•©\n]{1,60}?(?:,? (?:Inc|Ltd|LLC|plc)\.?)?)"
    r"\s*(?:\d{4}|[.,|·•\n]|all rights|$)",
    re.M,
)
_NO_NAME = re.compile(r"\b(?:reserved|reproduction|rights|copyright|protected)\b", re.I)
_GROUP = re.compile(
    r"(?:^|[\s(])(?:An?|a part of|part of|owned by|published by|a member of|member of)\s+(?:the\s+)?"
    r"(?P<name>(?:[A-Z&][\w&'’.-]*\s?(?:of\s|the\s|and\s)?){1,6})(?P<end>title|newspaper|company|publication|group|station|site|brand)?",
)
_AGENCY_LINE = re.compile(
    r"^\W{0,3}(?P<place>[A-Z][A-Za-zÀ-ÿ.'’ /-]{1,40}?),?[^()\n]{0,30}\((?P<name>[A-Z][\w&.'’ -]{1,40})\)\s*[-–—:]", re.M
)
_CREDIT_LINE = re.compile(
    r"^\s*(?:[—–-]{1,2}\s*(?P<dash>[A-Z][\w&.'’ -]{2,40})|source\s*:\s*(?P<source>[A-Z][\w&.'’ -]{2,40})"
    r"|\(?(?P<ends>[A-Z][\w&.'’ -]{1,30}?)(?:\s+\d{2,6})? ends\)?)\s*$",
    re.I,
)
_TOLD = re.compile(
    r"\b(?:told|tells|spoke to|speaking to|interview with)\s+"
    r"(?P<name>(?:the\s)?[A-Z][\w&'’-]*(?:\.\w+)*(?:\s[A-Z][\w&'’-]*(?:\.\w+)*){0,3})"
)


def tidy(name: str) -> str | None:
    """A name without what surrounds it; words that shout are put into lower case with a capital."""
    name = " ".join(name.split()).strip(" -–—|·•:,;")
    name = re.split(r"\s+[-–—|]\s+", name)[0]
    if name.isupper() and len(name) > 5:
        name = " ".join(_calm(word, at) for at, word in enumerate(_NUMBERS.sub("", name).split()))
    return name[:120] or None


def _calm(word: str, at: int) -> str:
    if at and word.lower() in _SMALL:
        return word.lower()
    return word if not re.search(r"[AEIOU]", word) or re.search(r"\d", word) else word[:1] + word[1:].lower()


def page_outlet(declared: Declared, headline: str | None, blocks: Sequence[Block]) -> str | None:
    """Who published a page of HTML; the most telling sign first."""
    suffix = title_suffix(declared.page_title, headline)
    home = _home(declared.home_names, suffix)
    masthead = _masthead(blocks, declared.page_title, headline)
    named = [*declared.sites[:1], declared.publisher, home, suffix, masthead, *declared.sites[1:]]
    for name in named:
        if name and not re.match(r"https?:|www\.", name) and tidy(name):
            return tidy(name)
    return text_outlet([block.text for block in blocks if not block.is_furniture]) or _from_url(declared.url)


def title_suffix(page_title: str | None, headline: str | None) -> str | None:
    """What a page's title says beside the headline: ``Headline | Outlet``."""
    if not page_title:
        return None
    parts = [part for part in _SEPARATOR.split(page_title) if part.strip()]
    if headline and page_title.casefold().startswith(headline.casefold()) and len(page_title) > len(headline):
        rest = [part for part in _SEPARATOR.split(page_title[len(headline) :]) if part.strip()]
        return rest[-1].strip() if rest else None
    if headline and page_title.casefold().endswith(headline.casefold()) and len(parts) > 1:
        return parts[0].strip()
    if len(parts) > 1 and len(parts[-1].split()) <= 5 and len(parts[-1]) < len(page_title) / 2:
        return parts[-1].strip()
    return None


def _home(names: Sequence[str], suffix: str | None) -> str | None:
    """The name that links to the front page carry; of several, the one the title carries too, else the first.

    Not the first word of a menu ("Front", "News") where the title ends in another name.
    """
    clean = [name for name in names if re.search(r"[^\W\d_]{2}", name) and not re.match(r"https?:", name)]
    same = (name for name in clean if suffix and name.casefold() == suffix.casefold())
    found = next(same, clean[0] if clean else None)
    if found and suffix and len(found.split()) == 1 and not NEWS_WORD.search(found) and NEWS_WORD.search(suffix):
        return suffix
    return found


def _masthead(blocks: Sequence[Block], page_title: str | None, headline: str | None) -> str | None:
    """A name above the headline: the page's whole title, or the first words of a bar that calls itself the top."""
    above: list[Block] = []
    for block in blocks:
        if block.tag == "h1" and headline and block.text.strip().startswith(headline[:40]):
            break
        above.append(block)
    for block in above[:12]:
        line = block.text.split("\n")[0].strip()
        if page_title and headline and page_title != headline and line.casefold() == page_title.casefold():
            return page_title
    for block in above[:3]:
        if re.search(r"mast|logo|brand|topbar|site-?(?:name|title)|head", block.hint, re.I):
            name = re.split(r"\s+\d|\s*[|·•,]\s*", block.text.split("\n")[0])[0].strip()
            if 0 < len(name.split()) <= 5 and name[:1].isupper() and block.tag != "h1":
                return name
    return None


def told_outlet(told: Told, read: str | None) -> str | None:
    """Who published a record of a collection: the name that it gives, else what its text says, else a host."""
    name = tidy(told.outlet) if told.outlet else None
    host = host_of(told.outlet if told.outlet and "://" in told.outlet else f"http://{told.outlet}") if name else None
    if name and not host:
        return name
    return read or host or _from_url(told.url)


def text_outlet(paragraphs: Sequence[str]) -> str | None:
    """Who published a text, by its own words: an agency in its dateline, a line at its end, whom people told it."""
    for text in paragraphs[:6]:
        agency = _AGENCY_LINE.match(text)
        if agency and not re.search(r"\d", agency["name"]):
            return tidy(agency["name"])
    for text in reversed(paragraphs[-4:]):
        for line in reversed(text.splitlines()[-3:]):
            found = _CREDIT_LINE.match(line)
            name = found and (found["dash"] or found["source"] or found["ends"])
            if name and (NEWS_WORD.search(name) or found["ends"]):  # type: ignore[index]
                return tidy(name)
    return _copyright(paragraphs[-6:]) or _told(paragraphs)


def _copyright(paragraphs: Iterable[str]) -> str | None:
    found = next((match for text in paragraphs for match in _COPYRIGHT.finditer(text)), None)
    return tidy(found["name"]) if found and NEWS_WORD.search(found["name"]) else None


def _told(paragraphs: Iterable[str]) -> str | None:
    """A name with a newspaper's word in it that people told things, twice or more, where no other was told anything."""
    told = (match["name"] for text in paragraphs for match in _TOLD.finditer(text))
    names = Counter(name.removeprefix("the ") for name in told)
    outlets = {name: n for name, n in names.items() if NEWS_WORD.search(name)}
    if len(outlets) != 1:
        return None
    name, n = outlets.popitem()
    return name if n > 1 else None


def _from_url(url: str | None) -> str | None:
    host = host_of(url) if url else None
    return host.removeprefix("m.").removeprefix("amp.") if host else None


def publisher_group(declared: Declared | None, paragraphs: Sequence[str], outlet: str | None) -> str | None:
    """Who owns the outlet, where the page says so."""
    for name in (declared.parent, declared.publisher) if declared else ():
        if name and outlet and tidy(name) and name.casefold() != outlet.casefold():
            return tidy(name)
    ends = [*paragraphs[:3], *paragraphs[-6:]]
    for text in ends:
        found = _GROUP.search(text[:400])
        if found and (found["end"] or not text[found.start() :].strip().startswith(("A ", "An "))) and len(text) < 400:
            name = re.sub(r"\s+(?:of|the|and)\s*$", "", found["name"].strip())
            if len(name.split()) > 1 or found["end"]:
                return tidy(name)
    claims = (match for text in reversed(ends) for match in _COPYRIGHT.finditer(text))
    found = next((match for match in claims if not _NO_NAME.search(match["name"])), None)
    name = tidy(found["name"]) if found else None
    return name if name and not (outlet and _bare(name) == _bare(outlet)) else None


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ")
