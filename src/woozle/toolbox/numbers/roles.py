"""What befell those who are counted, by the verb or noun that stands nearest: killed, wounded, captured."""

import re

from woozle.toolbox.later import later

_ROLES = (
    (
        "killed",
        r"killed|dead|died|dies|killing|kills|kill|deaths|death|slain|bodies|fatalities|lost\stheir\slives|perished|drowned|corpses"
        r"|murdered|executed|assassinated|massacred|slaughtered",
    ),
    ("wounded", r"wounded|injured|wounding|injuring|wounds|injures|injuries|hurt|maimed"),
    (
        "captured",
        r"captured|taken\sprisoner|capturing|taken\shostage|hostages|prisoners|abducted|kidnapped|captives|surrendered",
    ),
    ("missing", r"missing|unaccounted\sfor|disappeared"),
    ("arrested", r"arrested|detained|arresting|detaining|arrests|in\scustody|jailed|detainees"),
    ("displaced", r"displaced|evacuated|fled|flee|displacing|homeless|refugees|uprooted|evacuating"),
)
_ANY = "|".join(f"(?P<{role}>{words})" for role, words in _ROLES)
_FILL = (
    r"(?:\s(?:of\sthem|were|was|are|is|have|has|had|been|being|be|reportedly|also|later|still|remain|remained|confirmed|believed"
    r"|to|said|feared|shot|listed|as|others|other|more|left|may|might|could|reported|their|into|people|persons|who|among"
    r"|the|[a-z]{3,12}ly))"
)
#: "six people, including two children, were killed", "four soldiers, two of them officers, died", "ten others [not
#: further identified] were hurt"
_INSERTED = (
    r"(?:,\s(?:including|who|aged|mostly|among\s(?:them|whom)|[a-z0-9-]{1,12}\sof\s(?:them|whom))\s[^.,;\n]{1,60},"
    r"|\s[\[(][^\])\n]{1,40}[\])])?"
)
_RIGHT = later(rf"{_INSERTED}{_FILL}{{0,5}}\s(?:{_ANY})\b", re.IGNORECASE)
#: "members of his escort were killed": what stands between noun and passive may only say which ones they are.
_OTHER = (
    r"(?!(?:said|says|told|that|who|which|and|or|but|when|after|before|while|were|was|is|are|be|been|had|have|has|will|would|by|then"
    r"|did|does|do|not|no|killed|killing|wounded|injured|died|captured|abducted|kidnapped|arrested|detained)\b)[\w’'.\[\]-]{1,20}"
)
_WHICH = rf"(?:\s(?:of|from|in|at|near|with|on|aboard|inside|outside|for|belonging\sto)(?:\s{_OTHER}){{1,6}}){{1,2}}"
_PASSIVE = later(
    rf"{_WHICH}{_INSERTED}\s(?:(?:were|was|are|(?:have|had|has)\sbeen|have|had)\s(?:also\s|later\s|reportedly\s|[a-z]{{3,12}}ly\s)?"
    rf"|(?=died|perished|drowned))(?:{_ANY})\b",
    re.IGNORECASE,
)
_ACTIVE = (
    "killed|killing|kills|kill|murdered|executed|wounded|wounding|injured|injuring|wounds|wound|injures|injure|maimed|captured"
    "|capturing|capture|abducted|kidnapped|arrested|detained|arresting|detaining|jailed|displaced|evacuated|displacing|evacuating"
    "|assassinated|massacred"
)
_VERBS = {"wound": "wounded", "injure": "wounded", "capture": "captured"}
_COUNT = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores|hundreds|several|few|others"
_LEFT = later(
    rf"\b(?P<with>(?<!were\s)(?<!was\s)(?<!been\s)(?:{_ACTIVE})(?:\sor\s|\sand\s|/))?(?P<verb>{_ACTIVE})\s(?:another\s|a\sfurther\s|the\s|all\s)?\Z",
    re.IGNORECASE,
)
#: "killed the mayor, as well as two farmers"
_ALSO = later(
    rf"\b(?P<verb>{_ACTIVE})(?:\s{_OTHER}){{1,10}},?\s(?:as\swell\sas|along\swith|together\swith)\s(?:the\s)?\Z",
    re.IGNORECASE,
)
#: "did not kill", "without injuring"
_DENIED = later(r"(?:\bnot|n[’']t|\bnever|\bwithout)\s\Z", re.IGNORECASE)
#: What befell somebody as a noun before them: "the murder of two nuns".
_DEEDS = (
    ("killed", r"murders?|killings?|deaths?|assassinations?|massacres?|executions?|slayings?|slaughter|lives|bodies"),
    ("wounded", r"injury|injuries|wounding"),
    ("captured", r"kidnappings?|abductions?|capture|captivity"),
    ("missing", r"disappearances?"),
    ("arrested", r"arrests?|detentions?|jailings?"),
    ("displaced", r"evacuation|displacement"),
)
_DEED = later(
    rf"\b(?:{'|'.join(f'(?P<{role}>{words})' for role, words in _DEEDS)})\sof\s"
    r"(?:the\s|all\s|another\s|these\s|those\s)?\Z",
    re.IGNORECASE,
)
_WHOLE = later(_ANY, re.IGNORECASE)
#: A second fate behind the first: "killed or wounded" tells of neither how many.
_OR_ELSE = later(
    rf"(?:\sor\s|\sand\s|/)(?:{_ANY})\b(?!\s(?:another\s|at\sleast\s|some\s|about\s|a\s)?(?:\d|(?:{_COUNT})\b))",
    re.IGNORECASE,
)
_STATES = frozenset(
    (
        "displaced wounded injured missing dead captured detained arrested evacuated killed kidnapped abducted "
        "murdered slain drowned assassinated massacred executed"
    ).split()
)
_TOLL = later(
    r"\b(?:death\stoll|toll|number\sof\s(?:the\s)?(?:dead|killed|(?P<w>wounded|injured)|(?P<m>missing))|the\s(?:dead|(?P<wo>wounded)))\b[^.;\n]{0,40}\Z",
    re.IGNORECASE,
)


def _role(match: re.Match[str]) -> str | None:
    return next((role for role, _ in _ROLES if match[role]), None)


def _noun_role(counted: str | None) -> str | None:
    """The role that the counted noun says itself: "nine bodies", "300 displaced families"."""
    words = counted.lower().split() if counted else []
    told = next((word for word in words if word in _STATES), words[-1] if words else "")
    noun = _WHOLE.fullmatch(told)
    return _role(noun) if noun else None


def _said_before(before: str) -> tuple[bool, str | None]:
    """(whether a verb or noun before a figure governs it, the role that it tells)."""
    left = _LEFT.search(before[-60:])
    if left:
        is_denied = _DENIED.search(before[-60:][: left.start("verb")])
        verb = _VERBS.get(left["verb"].lower(), left["verb"])
        whole = _WHOLE.fullmatch(verb)
        return True, _role(whole) if whole and not left["with"] and not is_denied else None
    deed = _DEED.search(before)
    if deed:
        return True, next(role for role, _ in _DEEDS if deed[role])
    also = _ALSO.search(before)
    whole = _WHOLE.fullmatch(_VERBS.get(also["verb"].lower(), also["verb"])) if also else None
    return whole is not None, _role(whole) if whole else None


def role_of(text: str, start: int, end: int, counted: str | None) -> str | None:
    """The role of a figure at text[start:end]; `end` lies behind the noun that is counted.

    An active verb or a noun of deed before the figure wins ("wounded 43", "the murder of 43"), then the words behind
    the noun ("were killed", "of his escort were killed"), then the noun itself ("nine bodies"), then a toll that the
    clause speaks of. Of "killed or wounded" neither is known, and what is denied befell nobody.
    """
    before = text[max(0, start - 120) : start]
    is_governed, role = _said_before(before)
    if is_governed:
        return role
    right = _RIGHT.match(text, end) or (_PASSIVE.match(text, end) if counted else None)
    if right:
        return None if _OR_ELSE.match(text, right.end()) else _role(right)
    role = _noun_role(counted)
    if role or counted:
        return role
    toll = _TOLL.search(before[-80:])
    if toll is None:
        return None
    return "wounded" if toll["w"] or toll["wo"] else "missing" if toll["m"] else "killed"
