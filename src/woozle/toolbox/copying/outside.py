"""Credits that a text makes in words alone: agencies, papers and stations, posts, the outlet's own archive."""

import re
from collections.abc import Iterable

from woozle.toolbox.copying.credits import ASIDE, BARE, PICTURE, REPORTED, TOLD, form_at
from woozle.toolbox.copying.outlets import AGENCIES, Credit

#: Last words of a name of two words or more that make it a paper's, a station's, an agency's.
_LAST = (
    r"(?:Post|Times|Herald|Mercury|Gazette|Tribune|Journal|Telegraph|Guardian|Mail|Express|Mirror|Echo|Courier|"
    r"Chronicle|Observer|Independent|Examiner|Standard|Record|Argus|Bulletin|Dispatch|Globe|Inquirer|Ledger|Messenger|"
    r"Monitor|News|Outlook|Review|Sentinel|Spectator|Tablet|Voice|Weekly|Sun|Star|World|Daily|Radio|TV|Television|"
    r"Broadcasting|Newswire|Wire|Online|Today|Advertiser|Pravda|Izvestia)"
)
#: What these name by themselves is a paper; the others of the list are words of any sentence.
_ALONE = (
    r"(?:Herald|Mercury|Gazette|Tribune|Telegraph|Guardian|Courier|Chronicle|Examiner|Argus|Sentinel|Inquirer|Times|"
    r"Post)"
)
#: Outlets that are cited all over the world and whose names do not say what they are.
_KNOWN = (
    "Al Jazeera",
    "Al Arabiya",
    "Axios",
    "Bild",
    "Corriere della Sera",
    "Deutsche Welle",
    "Der Spiegel",
    "El País",
    "Haaretz",
    "Kommersant",
    "Le Figaro",
    "Le Monde",
    "Meduza",
    "Novaya Gazeta",
    "NPR",
    "Politico",
    "Radio Free Europe",
    "Suspilne",
    "The Economist",
    "The Intercept",
    "ZDF",
)
_WORD = r"[A-Z][\w&-]*(?:['’]\w+)?"
_NAMED = re.compile(
    rf"(?<![\w-])(?:(?P<name>{_WORD}\s+(?:{_WORD}\s+|of\s+|the\s+){{0,3}}{_LAST})(?:\s+(?:Agency|Service|US|UK))?|"
    rf"(?:{_WORD}\s+){{1,3}}(?:News|Press)\s+(?:Agency|Service)|(?:Radio|TV|Daily|Channel|Sky)\s+{_WORD}(?:\s+\d+)?|"
    rf"(?P<alone>(?<=[Tt]he\s){_ALONE}))(?![\w-])"
)
#: Names behind what they are: "the news site Harbourfront", "the broadcaster Nordlys".
_DESCRIBED = re.compile(
    r"\b(?:news\s+agency|newspaper|news\s+site|news\s+website|website|news\s+outlet|news\s+channel|broadcaster|radio\s+"
    r"station|TV\s+station|television\s+(?:station|channel)|magazine|tabloid|news\s+portal|(?:weekly|daily)\s+paper)"
    rf"\s+(?P<name>{_WORD}(?:\s+{_WORD}){{0,2}})",
)
_NO_OUTLET = re.compile(r"\b(?:Conference|University|Court|Office|Ministry|Street|Bureau\s+of|Centre|Center)\b")
_OPENINGS = re.compile(
    r"^(?:(?:The|THE|A|An|In|On|At|But|And|When|As|While|After|With|From|By|For|Then|Our|His|Her|the|of)\s+)+"
)
#: Where a run of capitals is two names: an author and "The Post", a byline and the line below it.
_CUTS = re.compile(r"\sThe\s(?=[A-Z])|\sof\sthe\s|\n\s*(?=[A-Z][\w ]+$)")
#: A post by nobody in particular; what a named person posted is that person's statement.
_POSTED = re.compile(
    r"(?<!\bin )(?:\b(?:[Aa]n?|[Oo]ne|[Aa]nother|[Tt]he|[Tt]his|[Tt]hat|single|public|anonymous|unverified|deleted|"
    r"[Mm]any|[Ss]everal|[Ss]ome|viral|widely\s+shared|[Uu]sers'?)\s+(?:(?:since|now)\s+)?(?:(?:unverified|anonymous|deleted)\s+)?"
    r"(?:(?:[Vv]ideo|[Pp]hoto|[Pp]icture)\s+)?(?P<what>[Pp]osts?|[Vv]ideos?|[Ff]ootage|[Pp]hotos?|[Pp]ictures?|[Rr]ecordings?|"
    r"[Mm]essages?)\s+(?:that\s+(?:was|were)\s+)?(?:(?:posted|shared|circulating|circulated|spread|published|uploaded)\s+)?"
    r"(?:on|from|to)\s+(?:the\s+(?:social\s+)?(?:network|platform|channel|app)\s+)?|"
    r"\b(?:[Aa]|[Oo]ne|[Aa]nother)\s+(?:\w+\s+)?(?:user|account|blogger|channel)\s+(?:called\s+)?[@\w]+\s+"
    r"(?:wrote|posted|said|claimed)\s+on\s+)"
    r"(?P<name>[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)?|social\s+media)"
)
#: Pictures are shot on places, too: without a word of posting only a network that everybody knows is meant.
_NETWORKS = frozenset(
    "telegram twitter x facebook instagram tiktok youtube vkontakte vk weibo reddit threads whatsapp viber".split()
)
_SPREAD = re.compile(
    r"\b(?:post|shared|circulat|spread|published|uploaded|user|account|blogger|channel|network|platform)", re.I
)
_DAYS = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|"
    r"November|December"
)
#: Words of a speaker that the outlet itself printed long ago.
_ARCHIVE = re.compile(
    r"\b(?:told|spoke\s+to|interview(?:ed)?\s+(?:with|by))\s+(?P<name>this\s+(?:news)?(?:paper|magazine|station|site|"
    r"website|channel|agency))\s+(?:then|back\s+then|at\s+the\s+time|last\s+\w+|in\s+(?:\w+\s+)?\d{4}|\w+\s+(?:\w+\s+)?"
    r"(?:ago|earlier)|previously|before)\b",
    re.I,
)


def _known(text: str) -> Iterable[Credit]:
    for name, form in (*AGENCIES, *((name, name) for name in _KNOWN)):
        if form not in text:
            continue
        for found in re.finditer(rf"(?<![\w-]){re.escape(form)}(?![\w-])", text):
            yield Credit(found.start(), found.end(), name, form_at(text, found.start(), found.end()))


def _papers(text: str) -> Iterable[Credit]:
    for pattern in (_NAMED, _DESCRIBED):
        for found in pattern.finditer(text):
            group = "name" if pattern is _DESCRIBED else 0
            start, end = found.span(group)
            start += max((cut.end() for cut in _CUTS.finditer(text[start:end])), default=0)
            opening = _OPENINGS.match(text[start:end])
            start += opening.end() if opening else 0
            name = re.sub(r"['’]s$", "", " ".join(text[start:end].split()))
            is_press = " " in name or pattern is _DESCRIBED or found.groupdict().get("alone")
            if is_press and not _NO_OUTLET.search(name):
                shown = f"The {name}" if found.groupdict().get("alone") else name
                yield Credit(start, end, shown, form_at(text, start, end))


def _posts(text: str) -> Iterable[Credit]:
    for found in _POSTED.finditer(text):
        name = " ".join(found["name"].split())
        is_posted = name.lower() in _NETWORKS or _SPREAD.search(text, found.start(), found.start("name"))
        if is_posted and not _DAYS.match(name):
            what = (found["what"] or "post").lower()
            yield Credit(found.start("name"), found.end("name"), f"{what.removesuffix('s')} on {name}", REPORTED)


def _archive(text: str) -> Iterable[Credit]:
    for found in _ARCHIVE.finditer(text):
        yield Credit(found.start("name"), found.end("name"), " ".join(found["name"].lower().split()), TOLD)


def outside_credits(text: str) -> tuple[Credit, ...]:
    """Places where a text credits an agency, a named paper or station, a post or its archive, in text order."""
    found: dict[int, Credit] = {}
    for credit in (*_archive(text), *_known(text), *_posts(text), *_papers(text)):
        if credit.form not in (BARE, PICTURE, ASIDE):
            found.setdefault(credit.start, credit)
    kept: list[Credit] = []
    for start in sorted(found):
        if not kept or start >= kept[-1].end:
            kept.append(found[start])
    return tuple(kept)
