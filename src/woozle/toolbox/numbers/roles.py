"""What befell those who are counted, by the verb or noun that stands nearest: killed, wounded, captured."""

import re

_ROLES = (
    (
        "killed",
        r"killed|dead|died|dies|killing|kills|kill|deaths|death|slain|bodies|fatalities|lost\stheir\slives|perished|drowned|corpses|murdered|executed",
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
    r"|the))"
)
#: "six people, including two children, were killed"
_INSERTED = r"(?:,\sincluding\s[^.,;\n]{1,60},)?"
_RIGHT = re.compile(rf"{_INSERTED}{_FILL}{{0,5}}\s(?:{_ANY})\b", re.IGNORECASE)
_ACTIVE = (
    "killed|killing|kills|kill|murdered|executed|wounded|wounding|injured|injuring|wounds|injures|maimed|captured|capturing"
    "|abducted|kidnapped|arrested|detained|arresting|detaining|jailed|displaced|evacuated|displacing|evacuating"
)
_COUNT = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores|hundreds|several|few|others"
_LEFT = re.compile(
    rf"\b(?P<with>(?<!were\s)(?<!was\s)(?<!been\s)(?:{_ACTIVE})(?:\sor\s|\sand\s|/))?(?P<verb>{_ACTIVE})\s(?:another\s|a\sfurther\s|the\s|all\s)?\Z",
    re.IGNORECASE,
)
_WHOLE = re.compile(_ANY, re.IGNORECASE)
#: A second fate behind the first: "killed or wounded" tells of neither how many.
_OR_ELSE = re.compile(
    rf"(?:\sor\s|\sand\s|/)(?:{_ANY})\b(?!\s(?:another\s|at\sleast\s|some\s|about\s|a\s)?(?:\d|(?:{_COUNT})\b))",
    re.IGNORECASE,
)
_STATES = frozenset(
    {"displaced", "wounded", "injured", "missing", "dead", "captured", "detained", "arrested", "evacuated", "killed"}
)
_TOLL = re.compile(
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


def role_of(text: str, start: int, end: int, counted: str | None) -> str | None:
    """The role of a figure at text[start:end]; `end` lies behind the noun that is counted.

    An active verb directly before the figure wins ("wounded 43"), then the words behind the noun ("were killed"), then
    the noun itself ("nine bodies"), then a toll that the clause speaks of. Of "killed or wounded" neither is known.
    """
    before = text[max(0, start - 80) : start]
    left = _LEFT.search(before[-60:])
    if left:
        verb = _WHOLE.fullmatch(left["verb"])
        return _role(verb) if verb and not left["with"] else None
    right = _RIGHT.match(text, end)
    if right:
        return None if _OR_ELSE.match(text, right.end()) else _role(right)
    role = _noun_role(counted)
    if role or counted:
        return role
    toll = _TOLL.search(before)
    if toll is None:
        return None
    return "wounded" if toll["w"] or toll["wo"] else "missing" if toll["m"] else "killed"
