"""What a figure counts, read from the words around it without a tagger: the phrase up to the first plural noun."""

import re

_WORD = re.compile(
    r"[ \n\u00a0-]?(?P<word>(?:[A-Z]\.){2,3}|(?:[a-z]\.){2,3}(?=[ \n][a-z])|[A-Za-z][A-Za-z’']*(?:-[A-Za-z]+)*)"
)
_OF = re.compile(
    r"[ \n](?:out\s)?of(?P<the>[ \n](?:the|its|his|her|their|our|them|those|these|all|whom|which))?(?=[ \n,.;])"
)
#: Words that end a noun phrase: auxiliaries, common verbs, prepositions, adverbs, conjunctions.
_STOPS = frozenset(
    (
        "a an the this that these those and or but nor as at by for from in into of off on onto over per than then to "
        "up upon via with within without after before during since until till while when where which who whom whose "
        "if because although though about against among around between near off out through under not only just still "
        "also later never ever again already now soon today yesterday tomorrow overnight ago earlier away back down "
        "is are was were be been being am has have had having do does did will would shall should can could may might "
        "must said says say told claimed claims died die dies went came come go goes got get took take takes made make "
        "fell fall rose rise left leave leaves lost lose live lives lay lie lies remain remains remained stood stand "
        "fled flee hit won voted there here it its he she they them his her their we us you i so too very all each "
        "every both either neither including north south east west high long wide deep tall old apart per is aboard "
        "alive each dead-on more less times crossed opened spoke rode drove took signed joined joining killed "
        "wounding killing broke began begun saw seen survived ejected shook collapsed burned burst arrived escaped "
        "needs need"
    ).split()
)
_PLURALS = frozenset(
    (
        "people men women children police troops personnel dead wounded injured missing accused sheep cattle aircraft "
        "policemen servicemen firemen policewomen gunmen fishermen crew staff horsemen militiamen clergymen civilians "
        "helicopter infantry cavalry majority persons killed livestock lives"
    ).split()
) - {"killed", "lives"}
#: Participles that describe the noun behind them rather than tell what happened to the number.
_MORE = re.compile(r"\s(?:more|other|others|further|additional|new)(?=\s[a-z])")
_SHORT = re.compile(
    r"\s(?:number|total|group|crew|team|party|crowd|convoy|force|staff|column|fleet)\sof\s\Z", re.IGNORECASE
)
_NUMBER_OF = re.compile(
    r"\bnumber\sof\s(?:the\s)?(?P<noun>[a-z]{3,20}(?:\s[a-z]{3,20})?)\s(?:has\s|had\s)?(?:ris|rose|climb|grew|fell|drop|stood|reach|jump|increas)\w{0,6}\s(?:to\s|at\s)?(?:\w{2,7}\s){0,2}\Z",
    re.IGNORECASE,
)


#: Words in "s" that count nothing by themselves, so that the noun is still to come: "three news agencies".
_SINGULARS = frozenset({"news", "series", "politics", "sports", "arms", "economics", "physics", "athletics"})


def _is_plural(word: str) -> bool:
    if word in _SINGULARS:
        return False
    return word in _PLURALS or (len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ous")))


def _is_before_noun(text: str, plural: re.Match[str]) -> bool:
    """Whether a word that looks plural stands before the noun: "five Dallas officers", "five police officers"."""
    following = _WORD.match(text, plural.end())
    if following is None or not following["word"][0].islower() or following["word"] in _STOPS:
        return False
    if plural["word"] in ("police", "crew", "staff"):
        return _is_plural(following["word"])
    is_name = plural["word"][0].isupper() and plural["word"].lower() not in _PLURALS
    return is_name and not following["word"].endswith(("ed", "ly"))


def _describes(text: str, match: re.Match[str]) -> bool:
    """Whether a participle stands before a noun of several that it only describes."""
    following = _WORD.match(text, match.end())
    return match["word"].lower() in _DESCRIBING and following is not None and _is_plural(following["word"].lower())


def _can_be_many(phrase: str) -> bool:
    """Whether a phrase holds a plural, or a name, which may have no "s": "40 Taliban", "12 Shahed"."""
    return any(_is_plural(word.lower()) or word[0].isupper() for word in phrase.split())


#: Participles that only describe: "armoured vehicles".
_DESCRIBING = frozenset(
    (
        "armed armored armoured unarmed masked hooded uniformed retired mounted abandoned damaged burned wounded "
        "injured displaced detained kidnapped captured elected trained hired paid unidentified so-called united "
        "combined"
    ).split()
)


def _phrase(text: str, at: int, is_one: bool) -> tuple[int, int] | None:
    """The stretch from `at` to the head noun: at most five words, an owner's name counts as one; none is a stop."""
    start, end, words, owners = -1, at, 0, 0
    while words < 5:
        match = _WORD.match(text, end)
        if match is None:
            break
        word = match["word"].lower().removesuffix("'s").removesuffix("’s")
        if (
            word in _STOPS
            or (word.endswith("ed") and words > 0 and word not in _PLURALS and not _describes(text, match))
            or (word.endswith("ly") and words > 0)
        ):
            break
        start = match.start("word") if start < 0 else start
        end, words = match.end("word"), words + 1
        if match["word"].endswith(("'s", "’s")):
            words, owners = (1, owners + 1) if not owners else (words, owners)
            continue
        if _is_plural(word) and not is_one and not _is_before_noun(text, match):
            break
        if is_one and words >= 3:
            break
    if start < 0 or (words == 1 and text[start:end].endswith("ed") and text[start:end].lower() not in _PLURALS):
        return None  # "thousands gathered": a verb
    return start, end


def counted_after(text: str, end: int, *, is_one: bool = False) -> tuple[int, int] | None:
    """[start, end) of the noun phrase that follows a figure, behind an "of" if there is one; None where none does."""
    match = _OF.match(text, end)
    if match and (match["the"] or "").strip().lower() in ("them", "whom", "which", "these", "those"):
        return None
    begin = match.end() if match else end
    more = None if match else _MORE.match(text, end)
    begin = more.end() if more else begin
    if match and (match["the"] or "").strip().lower() == "all":
        the = re.compile(r"\sthe\b").match(text, begin)
        begin = the.end() if the else begin
    if match and not match["the"]:
        the = re.compile(r"[ \n](?:an?)\b").match(text, begin)
        begin = the.end() if the else begin
    found = _phrase(text, begin, is_one)
    if found and not (match or is_one or text.startswith("-", end) or _can_be_many(text[found[0] : found[1]])):
        return None  # "the two met": no noun of several
    if found and match and match["the"] and match["the"].strip().lower() == "the":
        return match.start("the") + 1, found[1]
    return found


def counted_before(text: str, start: int) -> str | None:
    """The noun before a figure: "the crew of 14", "the number of wounded rose to 1,034"."""
    before = text[max(0, start - 90) : start]
    match = _NUMBER_OF.search(before)
    if match:
        return match["noun"]
    match = _SHORT.search(before)
    if match:
        noun = match[0].split()[0].lower()
        return None if noun in ("number", "total") else noun
    return None
