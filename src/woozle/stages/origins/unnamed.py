"""What the words for a source give away when they give no name, and the signs that a reporter was there."""

import re

from woozle.toolbox.link.words import words_in

_INDEFINITE = frozenset(
    "a an one another some several many most two three four five other others all both no his her their its our "
    "my".split()
)
#: Nouns of a crowd or of nobody in particular. Two reports that cite "officials" need not have asked two.
_CROWD = frozenset(
    (
        "sources source officials official people insiders insider reports report experts expert specialists observers "
        "critics analysts authorities witnesses residents locals islanders villagers neighbours neighbors colleagues "
        "comrades rumour rumor rumours rumors many some others media press sites posts users friends relatives parties "
        "everybody everyone they he she it who those it's accounts versions newspapers papers stations broadcasters "
        "channels agencies rivals viewers readers listeners"
    ).split()
)
#: Words for what is told about, whoever tells it: "accounts at home and overseas".
_VERSIONS = frozenset("accounts versions rumours rumors reports media newspapers papers stations broadcasters".split())
_PRONOUNS = frozenset("he him his she her hers they them their who".split())
_ARTICLES = frozenset("the a an this that his her its their our my".split())
#: Nouns of bodies that a report may mean with an article alone: "the ministry", "the coastguard".
BODY = frozenset(
    (
        "ministry department office government police army navy coastguard force forces union company firm board "
        "agency "
        "council court commission committee party parliament embassy clinic hospital school church bank authority "
        "service command staff institute university bureau presidency chancery kremlin pentagon cabinet regiment "
        "battalion brigade legion watch directorate association federation club operator prosecution observatory "
        "monitor survey inspectorate crew rescue team administration"
    ).split()
)
#: Words before those for a source that only say how many or how far: "even many of them".
_MERELY = re.compile(r"(?i)\A(?:(?:even|only|also|just|at\s(?:least|most)|up\sto|almost|nearly|around|roughly)\s)+")
_SPOKES = re.compile(r"(?i)\bspokes(?:man|woman|person|people)\b|\bpress (?:office|officer|secretary|service)\b")
#: In small letters.
_FIRST_HAND = re.compile(
    r"\b(?:i|we)\s+(?:(?:also|later|then|myself|ourselves|have|had|could|can|did|both|all|went along and)\s+)?"
    r"(?:saw|see|seen|heard|hear|counted|watched|went|stood|walked|found|visited|measured|compared|checked|looked|spoke"
    r"|was|were|lay|asked|laid|met|drove|reached|arrived|came|passed|noticed|smelt|smelled|followed)\b"
    r"|\b(?:this|our|an?|the)\s+(?:\w+\s+)?(?:reporter|correspondent|photographer|journalist|crew|team)s?\s+"
    r"(?:\w+\s+)?(?:saw|see|heard|counted|watched|went|found|visited|witnessed|measured|photographed|dipped|was|were)\b"
    r"|\b(?:seen|witnessed|counted|visited|reviewed|examined|verified) by (?:this|our|an?|the)\b"
    r"|\b(?:asked|waved|let|stopped|showed|handed) (?:me|us)\b"
    r"|\bin front of (?:me|us)\b|\b(?:showed|shown to) (?:me|us)\b"
)


_REPORTER = re.compile(
    r"(?i)i|we|(?:this|our|the\spresent)\s(?:\w+\s)?(?:reporter|correspondent|writer|newspaper|paper|magazine|station|desk)"
)


def is_unnamed(name: str) -> bool:
    """Whether a name is none: "a doctor in Saltby", "residents", "two of them"."""
    words = words_in(_MERELY.sub("", name))
    if not words or words[0].casefold() in _INDEFINITE:
        return True
    return not any(word[:1].isupper() or word[:1].isdigit() for word in (words if words[0][:1].islower() else words[:]))


def kind_of(source: str) -> str:
    """What somebody is that no entity stands for: ``organisation``, ``person`` (a name), or ``anonymous`` (a role)."""
    words = words_in(_MERELY.sub("", source))
    if not words or words[0].casefold() in _INDEFINITE:
        return "anonymous"
    if head_of(source) in BODY:
        return "organisation"
    is_named = words[0].casefold() not in _ARTICLES and all(word[:1].isupper() for word in words)
    return "person" if is_named and not is_vague(source) else "anonymous"


def head_of(source: str) -> str:
    """The noun that says what a source is, folded; empty for no words.

    That of "the ministry of defence" stands before the "of", that of "the national police" at the end.
    """
    words = words_in(head_phrase(source)) or words_in(source)
    return words[-1].casefold() if words else ""


def head_phrase(source: str) -> str:
    """The words for a source up to what tells of whom, where or which: "two fishermen" of those at Lantern Bay."""
    return re.split(r"\b(?:of|for|in|at|on|from|who|which|that)\b|,", source, maxsplit=1)[0]


def describes_paper(source: str) -> bool:
    """Whether a source is a paper: "a communiqué", "the note"."""
    return head_of(source) in PAPERS


PAPERS = frozenset(
    (
        "note letter statement communique communiqué bulletin report document notice list page log file register "
        "filing memo memorandum record minutes release text message email circular announcement"
    ).split()
)


def is_definite(source: str) -> bool:
    """Whether a report takes for known who is meant: "the captain", "his lawyer"; not "a captain"."""
    words = words_in(source)
    return bool(words) and words[0].casefold() in (_ARTICLES - {"a", "an"})


def people_in(source: str) -> int:
    """How many the words for a source speak of: 2 for "two fishermen at Lantern Bay", "the two sides", else 1."""
    words = [word for word in words_in(head_phrase(source)) if word.casefold() != "the"]
    if _TWO.match(source):
        return 2
    number = _NUMBERS.get(words[0].casefold(), 1) if len(words) > 1 else 1
    return number if words and _PERSONS.fullmatch(words[-1]) else 1


#: "Both the group and the police": two that are told of one by one.
_TWO = re.compile(r"(?i)both\s(?:the\s)?[\w'’-]+(?:\s[\w'’-]+){0,3}\sand\s(?:the\s)?[\w'’-]+")
#: Nouns of people who can be counted by heads; three "coasters" are ships.
_PERSONS = re.compile(
    r"(?i)\w*(?:men|women|people|persons)|(?:eye)?witnesses|(?:resident|official|source|worker|soldier|officer|survivor"
    r"|neighbou?r|villager|doctor|nurse|teacher|driver|lawyer|passenger|student|diplomat|employee|colleague|shopkeeper"
    r"|farmer|prisoner|guard|aide|minister|insider|underwriter|trader|banker|engineer|pilot|sailor|relative|sister|brother"
    r"|friend|analyst|expert|reporter|correspondent|journalist|fighter|medic|paramedic|refugee|tourist|local|side)s"
    r"|parties"
)

_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "both": 2}


def is_pronoun(source: str) -> bool:
    """Whether the words for a source only point back: "his", "who"."""
    return source.casefold() in _PRONOUNS


def is_reporter(source: str) -> bool:
    """Whether the words for a source mean whoever writes: "I", "we", "this newspaper"."""
    return _REPORTER.fullmatch(source) is not None


def is_vague(source: str) -> bool:
    """Whether nobody is described well enough to be told from others who are not named either."""
    words = [word.casefold() for word in words_in(_MERELY.sub("", source))]
    kept = [word for word in words if word not in _INDEFINITE and word not in ("the", "of", "in", "at", "from", "on")]
    if not kept or (len(kept) <= 2 and any(word in _CROWD for word in kept)):
        return True
    if head_of(source) in _VERSIONS:
        return True
    # "Lawyers", "Russian rebels": a bare plural may be anybody of the kind.
    is_bare = len(kept) == len(words) <= 2
    last = words_in(source)[-1]
    return is_bare and last.islower() and last.endswith("s") and not last.endswith("ss")


def describes_body(source: str) -> bool:
    """Whether the words say that somebody speaks for a body."""
    return _SPOKES.search(source) is not None


_ANY_SPOKES = re.compile(r"(?i)(?:(?:an?|the|its|their|another)\s)?spokes(?:man|woman|person)")


def is_any_spokesperson(source: str) -> bool:
    """Whether the words say of nobody but that they speak for some body: "a spokesman"."""
    return _ANY_SPOKES.fullmatch(source) is not None


def is_first_hand(sentence: str) -> bool:
    """Whether a sentence says that the reporter saw, counted or heard for themselves."""
    return _FIRST_HAND.search(sentence.lower()) is not None
