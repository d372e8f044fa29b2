"""What sort of thing carries news, by the head of its noun phrase: a post, a paper, an outlet, a body or a person."""

from woozle.stages.attribute.grammar import (
    AUXILIARIES,
    BREAKS,
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    MONTHS,
    PLATFORMS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    TIME_NOUNS,
    is_adverb,
    is_number,
)
from woozle.stages.attribute.holding import PAPERS
from woozle.stages.attribute.view import Range, View
from woozle.toolbox.nlp.lexicon.heads import BODY_HEADS, BODY_NOUNS, OUTLET_HEADS, OUTLET_NOUNS, OUTLET_OPENERS
from woozle.toolbox.nlp.lexicon.titles import ROLES

#: What somebody puts up for all to see.
POSTS = frozenset(
    "post posts tweet tweets retweet message messages thread threads clip clips reel reels video videos livestream "
    "stream vlog story-post voice-note blogpost repost toot".split()
)
#: Parts of a platform, or of the web, that are somebody's own.
PAGES = frozenset("channel account page website site blog profile feed timeline wall homepage handle vlog".split())
#: What is written, drawn or recorded, in the singular.
DOCUMENTS = PAPERS | frozenset(
    "paper list logbook diary register ledger minute transcript extract excerpt passage entry email e-mail dossier "
    "indictment affidavit lawsuit ruling verdict judgment judgement note notebook still recording tape film "
    "documentary statistic memoir autobiography biography book essay article op-ed column editorial leaflet pamphlet "
    "flyer poster notice plaque sign bulletin circular directive decree contract agreement treaty manifest "
    "certificate invoice receipt spreadsheet presentation slide blueprint draft proposal budget petition manifesto "
    "newsletter brochure communique communiqué testament inscription obituary inventory roll timetable schedule "
    "screenshot printout deed summons warrant testimony bookkeeping metadata reading measurement statement "
    "correspondence cable telegram postcard chapter history chronicle brief briefing analysis disclosure scan".split()
)
#: Stations and agencies that are known by their letters, whatever stands beside them.
_STATIONS = frozenset(
    "bbc cnn cnbc nbc cbs abc msnbc pbs npr itv rte dpa afp ap ansa efe tass ria reuters bloomberg xinhua yonhap "
    "kyodo anadolu itar-tass interfax belga apa cbc rtl ard zdf rai".split()
)
_PRESS = frozenset("news press wire radio tv television media online".split())
#: Bodies without a capital, beside the heads of names.
_BODIES = (BODY_HEADS | BODY_NOUNS) - frozenset(
    "guard guards patrol troupe centre "
    "center home line lines volunteers workers guards marines youth media press order associates partners "
    "rangers settlers staff guerrillas observers socialists democrats republicans conservatives liberals greens "
    "communists nationalists unionists tories intelligence yard works exchange terminal terminals pentagon".split()
    + "developer publisher maker manufacturer retailer supplier contractor operator".split()
) | frozenset(
    "bakery shop store supermarket clinic brewery mine quarry port airport watchdog regulator ngo consulate embassy "
    "prosecution defence defense judiciary kremlin town-hall courthouse diocese parish church mosque synagogue zoo "
    "monastery utility carrier startup co-op collective union insurer lender bank hotel restaurant archive laboratory "
    "observatory inquiry commission panel jury tribunal administration presidency authorities".split()
)
#: Plain nouns for outlets that say enough without a name or a second word.
_SURE = frozenset(
    "newspaper newspapers daily weekly magazine broadcaster tabloid newswire broadsheet podcast periodical monthly "
    "fortnightly newsletter newsroom".split()
)
#: The first word of many a newspaper's name.
_OPENERS = OUTLET_OPENERS | frozenset("evening morning sunday weekly".split())
_OWNED = frozenset("his her its their my our your".split())
#: Participles that stand behind their noun and do not end in -ed.
_BEHIND = frozenset(
    "seen shown sent given written put held found made kept read heard taken drawn known dating broadcast".split()
)
#: What counts papers of one name: "Communiqué No. 1".
_NUMBERED = frozenset(["no", "number", *map(str, range(1, 100))])
#: Words of a noun phrase, at most.
_LONGEST = 14


def _closes(view: View, at: int, start: int) -> bool:
    """Whether a word ends the noun before it: a preposition, a clause, or a participle behind the noun."""
    low = view.lows[at]
    if low in PREPOSITIONS or low in RELATIVES or low in BREAKS or low in CONJUNCTIONS or low == "that":
        return True
    if at == start or view.is_capital(at):
        return False
    before = view.lows[at - 1]
    is_adjective = before in DETERMINERS or is_number(before) or is_adverb(before) or before == ","
    is_participle = (low.endswith("ed") and len(low) > 4) or low in _BEHIND or (low.endswith("ing") and at > start + 1)
    return is_participle and not is_adjective


def head_of(view: View, span: Range) -> int:
    """Number of the word that a noun phrase is built on: "an entry in the site diary" → *entry*."""
    end = next((at for at in range(span[0] + 1, span[1]) if _closes(view, at, span[0])), span[1])
    while end - 1 > span[0] and view.lows[end - 1].strip(".") in _NUMBERED | {""}:
        end -= 1
    return max(span[0], end - 1)


def _bare(low: str) -> str:
    return low.removesuffix("'s").removesuffix("'")


def kind_of(view: View, span: Range) -> str | None:
    """The kind of carrier that a noun phrase is by its head; None where the words do not tell."""
    head = head_of(view, span)
    low = _bare(view.lows[head])
    if is_outlet(view, span):
        return "outlet"
    is_numbered = head + 1 < span[1] and view.lows[head + 1].strip(".") in _NUMBERED
    is_name = _is_name(view, head) and not is_numbered
    if low in PLATFORMS and is_name:
        return "post"
    if not is_name and low in POSTS:
        return "post"
    if not is_name and (low in DOCUMENTS or low.removesuffix("s") in DOCUMENTS):
        return "document"
    if not is_name and (low in ROLES or low.startswith("spokes")):
        return "person"
    return "organisation" if low in _BODIES or low.removesuffix("s") in _BODIES else None


def _is_name(view: View, at: int) -> bool:
    """Whether a capital makes a name, and does not only open a sentence."""
    flow = view.flow_at(at)
    return view.is_capital(at) and (flow < 0 or at > view.flows[flow].first)


def is_outlet(view: View, span: Range) -> bool:
    """Whether the words of a noun phrase make it an outlet: "the weekly Zenit", "a local newspaper", "Delta Wire"."""
    head = head_of(view, span)
    if span[1] - span[0] == 1 and view.lows[span[0]] in _STATIONS:
        return True
    words = [_bare(low) for low in view.lows[span[0] : head + 1]]
    small = [_bare(view.lows[at]) for at in range(span[0], head + 1) if not view.is_capital(at)]
    names = [at for at in range(span[0], head + 1) if view.is_capital(at) and view.lows[at] not in DETERMINERS]
    if words[0] in _OWNED or PLATFORMS & set(words):
        return False
    last = words[-1]
    if words == ["the", "paper"]:
        return head + 1 == span[1]
    is_opening = len(words) > 1 and names == [span[0]] and not _is_name(view, span[0])
    if names and not is_opening and not view.is_capital(head) and last not in OUTLET_NOUNS:
        # "the Courier reporter" is a person, "the Red Heron channel" an outlet.
        return False
    if not names or is_opening:
        is_press = last in OUTLET_NOUNS | {"media", "television", "tv", "radio"} and bool(_PRESS & set(words[:-1]))
        return last in _SURE or is_press or (last in ("television", "tv", "radio", "media") and len(words) > 1)
    if any(word in OUTLET_NOUNS for word in small) and (names[-1] == head or last in OUTLET_NOUNS):
        return True
    return _bare(view.lows[names[-1]]) in OUTLET_HEADS or (len(names) > 1 and view.lows[names[0]] in _OPENERS)


def phrase_end(view: View, start: int, stop: int) -> int:
    """Behind a noun phrase: to a mark, a preposition, a clause or a time; "of" may go on with a name."""
    at = start
    while at < min(stop, start + _LONGEST) and view.quoted[at] < 0 and not _leaves(view, at, start):
        at += 1
    return at


def _leaves(view: View, at: int, start: int) -> bool:
    low = view.lows[at]
    is_inside = at > start and at + 1 < len(view.lows) and view.is_capital(at - 1) and view.is_capital(at + 1)
    if low in ("of", "for", "and") and is_inside:
        return False
    if low in BREAKS or low in RELATIVES or low in SUBORDINATORS or low in AUXILIARIES or low in CONJUNCTIONS:
        return True
    is_time = low in DAYS or low in MONTHS or (low in TIME_NOUNS | {"last", "this"} and not view.is_capital(at))
    is_small = not view.is_capital(at)
    return (is_time and at > start) or (
        is_small and (low in PREPOSITIONS or is_adverb(low)) and low not in OUTLET_NOUNS
    )
