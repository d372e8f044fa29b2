"""Names by which a report calls an outlet, where and how it does so, and agencies that everybody knows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from woozle.toolbox.copying.credits import ASIDE, PICTURE, form_at

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
#: With these a name goes on: what begins with one is no name by itself.
_JOINTS = frozenset("of on in at and for to from de la le der die das & by with".split())
_TAILS = frozenset("tv television online 24 radio fm".split())
_TRADE = "News|Agency|Press|Service|Wire|Radio|Television|Broadcasting|Media|Network"
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
    """A place where a text names an outlet: half-open, in code points; the outlet, and the form of the naming."""

    start: int
    end: int
    outlet: str
    form: str = ""


@lru_cache(maxsize=4096)
def aliases_of(outlet: str) -> tuple[str, ...]:
    """What an outlet is called, sorted: its name, its last words, its initials, "the" and its last word."""
    words = [word for word in outlet.split() if word]
    if words and words[0].lower() == "the":
        words = words[1:]
    if not words:
        return ()
    found = {" ".join(words)}
    tail = {word.lower() for word in words[1:]}
    if len(words) >= 3 and not tail <= _GENERIC and words[1].lower() not in _JOINTS:
        found.add(" ".join(words[1:]))
    if len(words) >= 3 and all(word[:1].isupper() for word in words):
        found.add("".join(word[0] for word in words))
    if len(words) == 2 and words[1].lower() in _TAILS and len(words[0]) >= 5:
        found.add(words[0])
    if len(words) >= 2 and words[-1].lower() in _PAPERS and not words[0].isupper():
        found.add(f"the {words[-1]}")
    domain = _DOMAIN.match(outlet)
    if domain:
        found.add(domain[1])
    found |= _agency_names(outlet)
    return tuple(sorted(alias for alias in found if alias.lower() not in _GENERIC and len(alias) > 1))


def _agency_names(outlet: str) -> set[str]:
    """All names of an agency that everybody knows, if `outlet` is one of them."""
    bare = outlet.removeprefix("The ").removeprefix("the ").strip().lower()
    names = {name for name, form in AGENCIES if bare in (name.lower(), form.lower())}
    return names | {form for name, form in AGENCIES if name in names}


def is_initials(name: str) -> bool:
    """Whether a name is three to five capitals, as agencies and stations are called in brackets."""
    return 3 <= len(name) <= 5 and name.isalpha() and name.isupper()


def _spelled(initials: str) -> str:
    """A pattern of words with these initials, one of them of the trade: "Tessavian News Agency" for TNA."""
    words = r"\s+".join(rf"{letter}[a-zà-ÿ]+" for letter in initials)
    return rf"(?=[\w\s]*?\b(?:{_TRADE})\b){words}"


def _pattern(aliases: Sequence[str]) -> re.Pattern[str]:
    forms = [rf"[Tt]he\s+{re.escape(a[4:])}" if a.startswith("the ") else re.escape(a) for a in aliases]
    upper = [re.escape(a.upper()) for a in aliases if " " in a and not a.startswith("the ")]
    forms += [_spelled(alias) for alias in aliases if is_initials(alias)]
    joined = "|".join(sorted({form.replace(r"\ ", r"\s+") for form in forms + upper}, key=lambda f: (-len(f), f)))
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)")


def credits_of(text: str, outlet: str, own: str | None) -> tuple[Credit, ...]:
    """Where a text names an outlet for what it tells, and how.

    Forms that its own outlet is called by too do not count, nor do picture credits, nor an outlet that is spoken of.

    Args:
        text: the report.
        outlet: whom it may name.
        own: the outlet of the report, if known.
    """
    mine = set(aliases_of(own)) if own else set()
    aliases = [alias for alias in aliases_of(outlet) if alias not in mine]
    # Most texts name none of the others' outlets; looking for one word is cheaper than a pattern.
    lasts = [alias.split()[-1] for alias in aliases]
    is_spelled = any(is_initials(alias) and re.search(rf"\b{_spelled(alias)}\b", text) for alias in aliases)
    if not is_spelled and not any(last in text or last.upper() in text for last in lasts):
        return ()
    named = ((found.start(), found.end()) for found in _pattern(aliases).finditer(text))
    credits_ = (Credit(start, end, outlet, form_at(text, start, end)) for start, end in named)
    return tuple(credit for credit in credits_ if credit.form not in (PICTURE, ASIDE))
