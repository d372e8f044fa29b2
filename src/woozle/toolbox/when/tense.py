"""Whether a sentence speaks of what was or of what is to come: it settles which Tuesday is meant."""

import re

from woozle.toolbox.later import later
from woozle.toolbox.when.sentences import first_sentence, last_sentence

_AHEAD = later(
    # "should have left" tells of what was
    r"\b(?:will|won't|won’t|'ll|’ll|would|(?:shall|must|should|could|may|might)(?!\s(?:[a-z]{2,10}\s)?have\b)|can"
    r"|going to|set to"
    r"|(?:is|are|was|were|be) to"
    r"|scheduled|expect(?:s|ed)?|due|plan(?:s|ned)? to|planned|planning|forecast|likely to|hopes? to|by the end"
    r"|deadline|upcoming|ahead of|begins?|starts?|meets|opens|reopens|resumes|votes|expires|takes\splace|gets"
    r"|closes|is being|ready for"
    # "confirmed to be", "seems to be" tell of what is
    r"|(?<!confirmed\s)(?<!believed\s)(?<!thought\s)(?<!known\s)(?<!said\s)(?<!reported\s)(?<!considered\s)(?<!claimed\s)"
    r"(?<!found\s)(?<!alleged\s)(?<!seems\s)(?<!seemed\s)(?<!appears\s)(?<!appeared\s)(?<!proved\s)to be)\b"
)
#: What was meant to be and may not have been: it lay behind the report all the same.
_MEANT = later(r"\bhad\s(?:\w{2,12}\s)?(?:meant|planned|hoped|wanted|intended)\sto(?:\s\w{2,12})?\b")
_IRREGULAR = (
    "arose ate awoke beat became began bent bet bit bled blew bore bought bound bred broke brought built burnt "
    "burst came caught chose clung crept cut dealt did drank drew drove dug fed fell felt fled flew forbade "
    "forgave forgot fought found froze gave got grew had heard held hid hit hung hurt kept knelt knew laid lay "
    "leapt led left lent let lit lost made meant met mistook overran overthrew overtook paid put quit ran rang "
    "rebuilt rode rose said sang sank sat saw says sent set shook shot shrank shut slept slid sold sought spent "
    "spoke sprang spread stole stood struck stuck swam swept swore swung taught thought threw told took tore "
    "understood undertook upheld was went wept were withdrew withstood woke won wore wound wrote"
)
_BEHIND = later(
    rf"\b(?:{'|'.join(_IRREGULAR.split())}|(?<!\bis\s)(?<!\bare\s)(?<!\bbe\s)(?<!being\s)[a-z]{{2,14}}ed)\b"
)
#: Somebody is asked or promises to do a thing: whatever the verb's tense, the thing lies ahead of it.
_ASKED = later(
    r"\b(?:call(?:ed|s|ing)?\son|urg(?:ed?|es|ing)|ask(?:ed|s|ing)?|order(?:ed|s|ing)?|want(?:ed|s)?|demand(?:ed|s)?"
    r"|promis(?:ed?|es)|vow(?:ed|s)?|pledg(?:ed?|es)|agree[sd]?|threaten(?:ed|s)?|invit(?:ed?|es)|told|warn(?:ed|s)?"
    r"|expect(?:ed|s)?|time|days|hours|(?:have|has)(?=\sto\b))\b(?:\s[\w’'-]{1,20}){0,5}?\sto\s(?!the\b|an?\b|his\b|her\b|their\b|its\b)"
    r"[a-z]{2,12}\b(?:\s[\w’',-]{1,20}){0,9}\s\Z"
)
#: "announced a march for Saturday"
_CALLED = later(
    r"\b(?:announc|call|schedul|plan|set\b|book|promis|slated|invit|order|prepar|march|strike|rally|vote|election|hearing"
    r"|meeting|talks|summit|funeral|session|debate|ballot|protest)\w{0,5}(?:\s[\w’'-]{1,20}){0,4}\sfor\s\Z"
)
#: "says a letter of 12 June": what is dated was there before.
_DATED = later(
    r"\b(?:letter|statement|report|decree|order|memo|memorandum|document|paper|note|email|e-mail|ruling|decision|law"
    r"|agreement|treaty|interview|speech|edition|issue|photographs?|photos?|video|attacks?|raids?|message|article)"
    r"\s(?:of|dated|from)\s(?:the\s)?\Z"
)
#: The end of quoted words, whose verbs say nothing of the words behind them.
_UNQUOTED = later(r"[,.!?][\"”]\s")
#: "The court adjourned until Friday" looks ahead, "she tested it until Friday" does not.
_UNTIL = later(
    r"\b(?:postpon|adjourn|delay|extend|suspend|clos|remand|ban|shut|h[eo]ld|remain|stay|open|put\soff|defer|valid|jail|paus)"
    r"\w{0,5}(?:\s[\w’'-]{1,20}){0,6}?\s(?:until|till)\s\Z"
)
#: "The report comes on the 21st", "asked for time until Monday", "would say nothing before the briefing on Thursday".
_TO_COME = later(
    r"\b(?:comes|arrives|leaves|departs|returns|appears|follows|sits)\son\s(?:the\s)?\Z"
    r"|\bask(?:ed|s|ing)?\sfor\b(?:\s[\w’'-]{1,20}){1,5}\s(?:until|till|by)\s\Z"
    r"|\b(?:would|will)\b[^.;]{0,60}\bbefore\s(?:the|an?|his|her|its|their)\s[a-z]{2,14}\son\s\Z"
)
#: "issued from Monday", "closed until 3 May", said in the present.
_FROM = later(r"\b(?:from|until|till|by|before|starting|beginning|as of)\s(?:the\s)?\Z")
_PRESENT = later(r"\b(?:is|are|remains?|opens?|closes?|runs?|takes?|enters?|expires?|has|have)\b")
_LEFT, _RIGHT = 120, 90


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = None
    for match in pattern.finditer(text):
        found = match
    return found


def _before(left: str) -> bool | None:
    """What the words of a sentence before an expression say."""
    left = _UNQUOTED.split(left)[-1]
    if _DATED.search(left):
        return False
    if any(pattern.search(left) for pattern in (_UNTIL, _CALLED, _ASKED, _TO_COME)):
        return True
    meant, ahead = _last(_MEANT, left), _last(_AHEAD, left)
    behind = [match for match in _BEHIND.finditer(left) if not _AHEAD.fullmatch(match[0])]
    if ahead and meant and meant.start() <= ahead.start() < meant.end():
        return False
    if ahead and (not behind or ahead.end() + 25 >= behind[-1].end()):
        return True
    if behind:
        return False
    return True if _FROM.search(left) and _PRESENT.search(left) else None


def leans_ahead(text: str, start: int, end: int) -> bool | None:
    """True: the words around text[start:end] speak of the future; False: of the past; None: they do not say.

    The nearest verb before the expression inside its sentence decides, else the first verb after it. Only a fixed
    reach of characters is read, so that the cost does not grow with the length of a sentence.
    """
    told = _before(last_sentence(text[max(0, start - _LEFT) : start]))
    if told is not None:
        return told
    right = first_sentence(text[end : end + _RIGHT])
    first_ahead, first_behind = _AHEAD.search(right), _BEHIND.search(right)
    if first_ahead and (not first_behind or first_ahead.start() <= first_behind.start()):
        return True
    return False if first_behind else None
