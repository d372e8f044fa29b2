"""What a report does where it names an outlet: credits it for its words, or only speaks of it.

A naming is judged by the words around it: "told the Post", "the Post reported", "From the Post", "(AFP)". Picture
credits say nothing about the text; an outlet that "did not reply" is a part of the story, not its source.
"""

import re

from woozle.toolbox.later import later

#: Forms of naming. WIRE stands for the text as a whole, TOLD for a speaker's words, REPORTED for what was found out.
WIRE, TOLD, REPORTED, BARE = "wire", "told", "reported", ""
#: Namings that credit nobody for words.
PICTURE, ASIDE = "picture", "aside"
#: How far the words before and behind a naming are read, in characters.
_BEFORE, _BEHIND = 110, 60

_KIND = (
    r"(?:agency|newswire|wire|site|website|page|newspaper|paper|daily|weekly|broadcaster|station|channel|outlet|"
    r"magazine|portal|tabloid|blog|radio|journal|network|service|programme|program|partners?)"
)
#: What may stand between a cue and a name: "the", "the opposition news site", "a web page called".
_DESCRIBED = rf"(?:(?:the|a|an|our)\s+)?(?:(?:[\w'’-]+\s+){{0,3}}{_KIND}\s+(?:called\s+|named\s+|at\s+)?)?(?:the\s+)?"


def _ends(*cues: str) -> re.Pattern[str]:
    """Words that end in one of `cues` and what may stand between it and a name."""
    return later(rf"(?:{'|'.join(cues)})(?:\s*:\s*|\s+){_DESCRIBED}$", re.I)


_PICTURE_BEFORE = re.compile(
    r"(?:\b(?i:photos?|photographs?|pictures?|images?|illustrations?|graphics?|maps?|pool|videos?|footage)\s*"
    r"(?i:credits?|courtesy\s+of|by|from|via)?\s*[:/©|–—-]?\s*(?:[A-Z][\w.'’-]*,?\s+){0,3}(?i:for|of|via|/)?\s*|"
    r"\w\s?/\s?|\([^()\n]{3,80}\b[Vv]ia\s+|(?i:getty)[^.\n]{0,20})$"
)
_PICTURE_BEHIND = re.compile(r"\s*(?:/\s?\w|,?\s*\(?(?:file|pool|handout|photo|pictures?|images?)\b)", re.I)
_ASIDE_BEHIND = re.compile(
    r"['’]s?\s+(?:editor|owner|publisher|director|chairman|chairwoman|shares|offices?|headquarters|licence|license)\b|(?:['’]s\s+\w+)?\s+(?:did\s*n[o'’]t|does\s*n[o'’]t|has\s*n[o'’]t|had\s*n[o'’]t|could\s*n[o'’]t|did\s+not|has\s+not|"
    r"had\s+not|does\s+not|could\s+not|declined|refused|would\s+not|failed)\s+(?:\w+\s+){0,3}"
    r"(?:answer|reply|respond|comment|return|say)",
    re.I,
)
_ASIDE_BEFORE = _ends(
    r"\b(?:subscribe\s+to|follow|(?:read|see|more|related|stories)\s+(?:\w+\s+)?(?:in|at|on|from)|sign\s+up\s+(?:to|for)|"
    r"writing\s+for)",
    r"\b(?:shares|stake|jobs?|post|editor|owner|owners|offices?|headquarters|employees?|staff)\s+(?:in|of|at|with)",
    r"\b(?:works?|worked|working|writes?|freelanced?)\s+for",
    r"\b(?:sued|sues|suing|raided|searched|closed|banned|blocked|bought|owns|fined)",
)

_WIRE_BEFORE = _ends(
    r"(?:^|\n)\s*(?:from|by|via|source|sources|agency|agencies|report|text|story|words)",
    r"(?:^|\n)[^\n]{0,60}\bstaff\s+(?:writers?\s+)?(?:and|with)",
    r"\((?:with|from)",
    r"\bread\s+the\s+(?:original|full|whole)\s+(?:\w+\s+)?(?:in|at|on)",
    r"\b(?:edited|shortened|abridged|updated|translated|longer|full)\s+version\s+of\s+(?:\w+\s+){1,5}(?:by|in|from|on)",
    r"\bincludes\s+(?:\w+\s+)?(?:material|reporting|information)\s+(?:by|from)",
    r"(?:^|\n)\s*(?:copyright|\(c\)|©)\s*(?:\d{4})?",
    r"\bre-?published\s+(?:here\s+)?(?:with\s+(?:the\s+)?(?:kind\s+)?permission\s+)?(?:from|of|by|courtesy\s+of)",
    r"\b(?:with|by)\s+(?:the\s+)?(?:kind\s+)?permission\s+(?:from|of)",
    r"\b(?:this|the)\s+(?:\w+\s+)?(?:story|article|report|piece|text|item|dispatch|interview)\s+"
    r"(?:(?:was|is|has\s+been|had)\s+)?(?:\w+\s+){0,2}(?:appeared|published|ran|printed|posted|written|produced|provided|"
    r"supplied|reported|taken|adapted|translated|reproduced|republished|syndicated|distributed)\s+(?:\w+\s+)?"
    r"(?:in|on|by|for|from|with)",
    r"\b(?:first|originally)\s+(?:appeared|published|printed|ran|posted|carried|written)\s+(?:in|on|by|for)",
    r"\b(?:courtesy\s+of|in\s+(?:partnership|cooperation|collaboration)\s+with|syndicated\s+(?:by|from)|"
    r"distributed\s+by|supplied\s+by|provided\s+by|translated\s+from|adapted\s+from|reprinted\s+from|reproduced\s+from)",
    r"\b(?:additional|further|extra|with|more)\s+(?:reporting|material|files|information|input|reports)\s+(?:by|from)",
    r"\b(?:reporting|material|files)\s+(?:by|from)",
    r"\bour\s+(?:\w+\s+)?(?:partner|partners|sister\s+\w+)",
)
_WIRE_BEHIND = re.compile(
    r"(?:\s+staff|\s+writers?|\s+\w+ly)?(?:\s*(?:,|and|&)\s*(?:\w+\s+){0,3}(?:agenc(?:y|ies)|staff)\b|"
    r"\s+(?:\w+\s+)?contributed\s+(?:to|reporting)|"
    r"\s*[;|,]\s*(?:with\s+)?(?:additional|further)\s+reporting)",
    re.I,
)

_SPEECH = r"(?:told|tells|telling|informed|informs|assured|answered|reminded)"
_TOLD_BEFORE = _ends(
    rf"\b{_SPEECH}(?:\s+(?:a|an|the|its)?\s*(?:\w+\s+)?(?:reporters?|journalists?|correspondents?|listeners|viewers|"
    rf"readers|crew|team|host|presenter)\s+(?:from|of|for|with|at|on))?",
    r"\b(?:said|says|saying|spoke|speaking|speaks|appear(?:ed|ing|s)|interviewed|heard|live|told\s+\w+)\s+on",
    r"\b(?:spoke|speaks|spoken|speaking|talk|talks|talked|talking|complained|complains|admitted|admits|confirmed|"
    r"confirms|conceded|confided|explained|said|wrote|writes|put\s+it|put)\s+(?:\w+\s+)?(?:to|with)",
    r"\b(?:interview|interviews|conversation|comments?|remarks?|statement|letter|e-?mail|message|call)\s+"
    r"(?:(?:given|made|sent)\s+)?(?:with|by|in|for|to|on|from)",
    r"\b(?:interviewed|asked|reached|questioned)\s+by",
    r"\b(?:received|met|sat\s+down\s+with)",
    r"(?:\b(?:speaks?|spoke|says?|said)\b[^.\n]{1,60}|\band),\s+to",
)
_REPORTED_BEFORE = _ends(
    r"\b(?:according\s+to|as\s+per|based\s+on|thanks\s+to|hat\s+tip|h/t|cf\.?)",
    r"\b(?:reported|revealed|disclosed|published|printed|carried|aired|broadcast|shown|seen|obtained|cited|quoted|"
    r"named|posted|found|uncovered|described|noted|claimed|written|broken|circulated|spread|repeated|read)\s+"
    r"(?:\w+\s+)?(?:by|in|on)",
    r"\b(?:citing|quoting|cites|quotes|cited|quoted|credits?|credited|followed|follows|copied|repeats?|repeated|echoe[sd]|"
    r"paraphrased|reworded|rewrote)",
    r"\b(?:story|report|reports|article|articles|piece|item|page|claim|claims|account|interview|scoop|dispatch|"
    r"investigation|coverage|review|column|bulletin|work|words|that|those|this|it|one|thing),?\s+(?:\w+\s+){0,3}"
    r"(?:by|in|on|from|of)",
    r"\b(?:copied|lifted|taken|took|borrowed|drawn|adapted|reworded|pasted|stolen)\s+(?:\w+\s+){0,3}(?:from|of|out\s+of)",
    r"(?:^|[(,;\n])\s*(?:via|source\s*:|sources\s*:|after|from)",
    r"\b(?:after|from|per)",
    r"\b(?:reporters?|journalists?|correspondents?|crews?|teams?|photographers?)\s+(?:for|with|at|of)",
    r"[,”\"’]\s+(?:wrote|writes|reports|reported|said|says|noted|claimed|adds|added)",
)
_REPORTED_BEHIND = re.compile(
    r"(?:['’]s)?(?:\s+(?:news|online|newsroom|today|newspaper|paper|daily|weekly|tv|television|radio|station|channel|"
    r"broadcaster|magazine|web\s?site|site|portal))?(?:\s+agency)?,?\s+(?:on\s+\w+day\s+)?(?:(?:has|had|have|which|who|then|also|"
    r"first|later|earlier|already|exclusively|now|since|itself|that|was|were|is)\s+){0,3}"
    r"(?:reported|reports|reporting|report|wrote|writes|written|said|says|it\s+that|had\s+it|has\s+it|cited|cites|quoted|"
    r"quotes|citing|quoting|revealed|reveals|claimed|claims|noted|notes|published|publishes|printed|broke\s+the|aired|"
    r"broadcast|found|understands|learned|learnt|got|put|named|carried|disclosed|described|recalls?|recalled|cites|"
    r"informs|informed|tells|adds|added|reworded|rewrote|copied|repeated|repeats|ran|runs|took|lifted|picked|confirms|confirmed|the\s+first|first\s+to|correspondents?|reporters?|journalists?|"
    r"man|woman|team|crew|photographer|host|presenter|anchor|columnist|newsroom|account|story|report|version|article|scoop|investigation|interview|page)\b",
    re.I,
)
_BYLINE = re.compile(r"(?:^|\n)\s*by\s[^\n]{3,90},?\s*$", re.I)


def _nearby(text: str, start: int, end: int) -> tuple[str, str]:
    """The words before and behind a naming: of its paragraph, and of its sentence as far as that is plain."""
    before, behind = text[max(0, start - _BEFORE) : start], text[end : end + _BEHIND]
    before = re.split(r"\n\s*\n|[.!?][”\"’']?\s+(?=[A-Z“\"‘])", before)[-1]
    if len(before) < min(start, _BEFORE):
        before = "\n" + before if text[: start - len(before)].endswith("\n") else before
    return before, re.split(r"\n\s*\n", behind)[0]


def _is_tag(text: str, start: int, end: int) -> bool:
    """Whether a name stands alone in brackets, and not as the short form of the name before them."""
    if not text[:start].rstrip().endswith("(") or not text[end:].lstrip().startswith(")"):
        return False
    opening = text[:start].rstrip()[:-1].rstrip()
    words = re.findall(r"[A-Z][\w-]*", opening[-80:])
    name = text[start:end]
    initials = "".join(word[0] for word in words[-len(name) :])
    return not (name.isupper() and initials.endswith(name))


def _is_alone(text: str, start: int, end: int) -> bool:
    """Whether a name is a line of its own below the head: a signature."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    rest = text[line_start:start] + text[end : line_end if line_end >= 0 else len(text)]
    return line_start > 0 and rest.strip(" \t—–-©().,;:|").lower() in ("", "the")


def form_at(text: str, start: int, end: int) -> str:
    """How a text names the outlet whose name stands at [start, end): one of the forms of this module."""
    before, behind = _nearby(text, start, end)
    if _is_tag(text, start, end):
        return WIRE
    if _PICTURE_BEFORE.search(before) or _PICTURE_BEHIND.match(behind):
        return PICTURE
    if _ASIDE_BEHIND.match(behind) or _ASIDE_BEFORE.search(before):
        return ASIDE
    if _BYLINE.search(before) and not behind.split("\n")[0].strip():
        return WIRE
    if _WIRE_BEFORE.search(before) or _WIRE_BEHIND.match(behind) or _is_alone(text, start, end):
        return WIRE
    if _TOLD_BEFORE.search(before):
        return TOLD
    if _REPORTED_BEFORE.search(before) or _REPORTED_BEHIND.match(behind):
        return REPORTED
    return BARE
