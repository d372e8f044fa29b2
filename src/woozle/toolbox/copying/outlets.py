"""Names by which a report calls an outlet, where it does so, and agencies that everybody knows."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

#: Last words of papers' names, by which they are called with "the": the Herald, the Post.
_PAPERS = frozenset(
    (
        "post times herald mercury gazette tribune journal telegraph guardian mail express mirror sun star echo "
        "courier "
        "chronicle observer independent examiner standard record argus argosy bulletin dispatch globe inquirer ledger "
        "messenger monitor news outlook review sentinel spectator tablet undertow voice weekly world"
    ).split()
)
#: Words that make no name of an outlet by themselves.
_GENERIC = frozenset(
    "the news agency tv radio television online network media press service channel daily weekly of and "
    "international".split()
)
_TAILS = frozenset("tv television online 24 radio fm".split())
_DOMAIN = re.compile(r"(?:www\.)?([\w-]{4,})\.(?:[a-z]{2,4})(?:\.[a-z]{2})?$", re.I)
#: Agencies and what they are called in other papers: (name, form as it is printed).
AGENCIES: tuple[tuple[str, str], ...] = (
    ("Reuters", "Reuters"),
    ("Agence France-Presse", "AFP"),
    ("Agence France-Presse", "Agence France-Presse"),
    ("Associated Press", "AP"),
    ("Associated Press", "Associated Press"),
    ("Deutsche Presse-Agentur", "dpa"),
    ("Press Association", "PA Media"),
    ("TASS", "TASS"),
    ("RIA Novosti", "RIA Novosti"),
    ("Interfax", "Interfax"),
    ("Xinhua", "Xinhua"),
    ("Anadolu Agency", "Anadolu"),
    ("Bloomberg", "Bloomberg News"),
    ("United Press International", "UPI"),
    ("Agencia EFE", "EFE"),
    ("ANSA", "ANSA"),
    ("Kyodo News", "Kyodo"),
    ("Ukrinform", "Ukrinform"),
    ("CNN", "CNN"),
    ("BBC", "BBC"),
)


@dataclass(frozen=True, slots=True)
class Credit:
    """A place where a text names an outlet: half-open, in code points, and the outlet's name."""

    start: int
    end: int
    outlet: str


def aliases_of(outlet: str) -> tuple[str, ...]:
    """What an outlet is called, sorted: its name, its last words, its initials, "the" and its last word."""
    words = [word for word in outlet.split() if word]
    if words and words[0].lower() == "the":
        words = words[1:]
    if not words:
        return ()
    found = {" ".join(words)}
    if len(words) >= 3 and not {word.lower() for word in words[1:]} <= _GENERIC:
        found.add(" ".join(words[1:]))
    if len(words) >= 3 and all(word[:1].isupper() for word in words):
        found.add("".join(word[0] for word in words))
    if len(words) == 2 and words[1].lower() in _TAILS and len(words[0]) >= 5:
        found.add(words[0])
    if len(words) >= 2 and words[-1].lower() in _PAPERS:
        found.add(f"the {words[-1]}")
    domain = _DOMAIN.match(outlet)
    if domain:
        found.add(domain[1])
    return tuple(sorted(alias for alias in found if alias.lower() not in _GENERIC and len(alias) > 1))


def _pattern(aliases: Iterable[str]) -> re.Pattern[str]:
    forms = [rf"[Tt]he\s+{re.escape(a[4:])}" if a.startswith("the ") else re.escape(a) for a in aliases]
    upper = [re.escape(a.upper()) for a in aliases if " " in a and not a.startswith("the ")]
    joined = "|".join(sorted({form.replace(r"\ ", r"\s+") for form in forms + upper}, key=lambda f: (-len(f), f)))
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)")


def credits_of(text: str, outlet: str, own: str | None) -> tuple[Credit, ...]:
    """Where a text names an outlet; forms that its own outlet is called by too do not count.

    Args:
        text: the report.
        outlet: whom it may name.
        own: the outlet of the report, if known.
    """
    mine = set(aliases_of(own)) if own else set()
    aliases = [alias for alias in aliases_of(outlet) if alias not in mine]
    if not aliases:
        return ()
    return tuple(Credit(found.start(), found.end(), outlet) for found in _pattern(aliases).finditer(text))


#: "(AFP)" behind a dateline or at the end of a line; "told Reuters", "Reuters reported", "reporting by", "according
#: to".
_TAGGED = r"\(\s*{0}\s*\)|(?:told|tells|to|by|with)\s+(?:the\s+)?{0}\b(?!\s+(?:office|building|headquarters))"
_CUES = (
    r"|(?<!\w)(?:the\s+)?{0}(?:\s+news)?(?:\s+agency)?,?\s+(?:reported|reports|reporting|said|says|has\s+reported|cited|"
    r"quoted|citing|contributed)\b|(?:according\s+to|reported\s+by|first\s+reported\s+by|source:|cited\s+by|"
    r"quoted\s+by|citing|via)\s+(?:the\s+)?(?:news\s+agency\s+)?{0}(?!\w)"
)
_TOLD = re.compile(r"\b(?:told|tells|informed)\s+(?:the\s+)?((?:[A-Z][\w'’-]*[ \t]+){0,3}[A-Z][\w'’-]*)", re.UNICODE)


def _agencies(text: str) -> Iterable[Credit]:
    for name, form in AGENCIES:
        if form not in text:
            continue
        pattern = (_TAGGED + _CUES).format(re.escape(form))
        yield from (Credit(found.start(), found.end(), name) for found in re.finditer(pattern, text))


def _told(text: str) -> Iterable[Credit]:
    """Bodies that were told and whose name says that they are papers or stations: "told Daily Express US"."""
    for found in _TOLD.finditer(text):
        words = found[1].rstrip(".'’").split()
        low = [word.lower() for word in words]
        is_press = len(words) >= 2 and any(word in _PAPERS | {"tv", "radio", "television", "daily"} for word in low)
        if is_press and low[-1] not in ("conference", "agency"):
            yield Credit(found.start(1), found.start(1) + len(found[1].rstrip(".'’")), " ".join(words))


def outside_credits(text: str) -> tuple[Credit, ...]:
    """Places where a text credits an agency or a named paper or station for what it says, in text order."""
    found = {(credit.start, credit.end, credit.outlet): credit for credit in (*_agencies(text), *_told(text))}
    return tuple(found[key] for key in sorted(found))
