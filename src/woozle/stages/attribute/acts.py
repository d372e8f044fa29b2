"""What the words of a statement say of its act: questions, orders, own plans, refusals, denials; and speech unsaid."""

import itertools
import re
from dataclasses import replace

from woozle.stages.attribute.draft import Draft
from woozle.stages.attribute.grammar import (
    AUXILIARIES,
    BREAKS,
    DETERMINERS,
    ENDS,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    QUOTE_MARKS,
    REPORTERS,
    is_adverb,
)
from woozle.stages.attribute.kinds import head_of
from woozle.stages.attribute.view import Range, View

_OWN = frozenset("he she they it we i".split())
_WILL = frozenset("will would".split())
_PLANNED = frozenset((low, "to") for low in ("plans", "planned", "plan", "intends", "intended", "intend"))
#: Verbs behind "would" that tell what will happen, and no plan.
_HAPPENING = frozenset("be have need know like love take".split())
#: Verbs of which a short order is made; those that are as often nouns are left out.
_ORDERING = frozenset(
    "put go come leave bring keep let don't do tell give take get move run jump stand sit wait send turn hold be stay "
    "listen look clear close open bury stop shut throw pull push lift drop return hurry please ask "
    "vote join wake mind remember imagine boil read".split()
)
_FILLERS = frozenset("look listen see thank let's say suppose imagine forgive excuse".split())
_PARTICLES = frozenset("up down out off away back on over in home there here now ahead".split())
#: Words that call something untrue, where they are what somebody calls it.
_UNTRUE = frozenset(
    "untrue baseless false nonsense unfounded groundless fabricated fabrication fiction rubbish lie lies hoax "
    "slander invention fake".split()
)
#: What is called untrue by being dismissed: "dismissed reports of a coup".
_DISMISSED = frozenset(
    "report reports rumour rumours rumor rumors claim claims allegation allegations accusation accusations suggestion "
    "suggestions speculation charge charges".split()
)
_CALLING = frozenset("call describe brand label denounce dub characterize characterise dismiss".split())
#: A whole statement that says no more than that something is untrue.
_FALSE = re.compile(
    r"(?:(?:that|this|it|these|those|they|the (?:claim|report|rumour|allegation|story|accusation)s?) )?"
    r"(?:is|was|are|were) (?:\w+ ){0,2}?(?:not true|untrue|false|a lie|lies|nonsense|baseless|wrong|rubbish|fake)$|"
    r"there (?:is|was) (?:\w+ )?no truth\b|there (?:is|was) (?:nothing|not a word of truth) (?:in|to)\b|"
    r"(?:nothing of the (?:kind|sort)|no such thing)\b|not guilty\b"
)
#: Words with which somebody says that he says nothing: "it would not comment on the sale", "I have nothing to say".
_SILENT = re.compile(
    r"(?:it|he|she|they|we|i)(?: still)? (?:(?:would|will|could|can|did|do) not|(?:wo|ca|could|would|did|do)n't|cannot|"
    r"can't|won't|wouldn't|couldn't|was unable to|were unable to) (?:be )?(?:immediately )?"
    r"(?:comment|commenting|discuss|discussing|elaborate)\b|"
    r"(?:it|he|she|they|we|i) (?:had|has|have) (?:no comment|nothing (?:more |further )?to (?:say|add))\b"
)
#: Verbs of seeing, which make a witness of whoever reports for the outlet.
_SEEING = frozenset("see hear watch notice find observe count witness".split())
_OUR = frozenset("our we i".split())
_TO_COME = frozenset((low, "to") for low in ("due", "set", "scheduled", "expected", "poised", "about", "going"))
#: Others before whom something is told.
_HEARINGS = frozenset("jurors inquest inquiry hearing committee commission parliament panel coroner trial".split())
_COURTS = frozenset("court courts judge judges tribunal jury magistrate magistrates".split())
_RULING = frozenset("dismiss reject rule order sentence sentenced convict fined quashed overturned upheld".split())
_ASKING = frozenset("who what where when why how which whose".split())
#: What stands before an inverted subject that said nothing of the kind.
_NEVER = re.compile(r"\b(?:at no (?:point|time|stage)|not once|never|nowhere)\b[^;:]*\b(?:did|do|does|has|have|had)$")
_UNSAID = frozenset("would wouldn't might may should".split())
_IF = frozenset("if unless should were had suppose".split())
#: Words of what is said among which "untrue that" is looked for.
_REACH = 6


def _words(view: View, draft: Draft) -> list[str]:
    """The words of what is said, without marks and the conjunction in front."""
    lows = [view.lows[at] for part in draft.content for at in range(*part) if view.lows[at] not in QUOTE_MARKS]
    return lows[1:] if lows[:1] == ["that"] else lows


def _is_quoted(view: View, draft: Draft) -> bool:
    return all(view.quoted[part[0]] >= 0 for part in draft.content)


def _is_question(view: View, draft: Draft, words: list[str]) -> bool:
    """One sentence that ends with a question mark, inside or behind the content."""
    last = draft.content[-1][1]
    inner = [low for low in words[:-1] if low in ENDS]
    is_asked = words[-1] == "?" or (last < len(view.lows) and view.lows[last] == "?" and not _is_quoted(view, draft))
    return is_asked and not inner


def _is_order(words: list[str]) -> bool:
    """A short sentence that begins with an order: "Put that camera down"."""
    if words[0] not in _ORDERING or len(words) > 20 or words[-1] == "?":
        return False
    after = words[1] if len(words) > 1 else "."
    return (
        after in DETERMINERS | PREPOSITIONS | OBJECT_PRONOUNS | _PARTICLES | BREAKS
        or words[0] in ("don't", "please", "let")
        or is_adverb(after)
    )


def _is_imperative(view: View, draft: Draft) -> bool:
    """Whether the first word of what is said is a bare verb by its tag, and nobody is asked or thanked with it."""
    at, end = draft.content[0]
    at = next((n for n in range(at, end) if view.lows[n][0].isalnum()), at)
    return view.tags[at] == "BARE" and view.lows[at] not in _FILLERS and view.lows[at + 1 : at + 2] != (",",)


def _is_plan(view: View, draft: Draft, words: list[str]) -> bool:
    """Whether speakers say what they themselves will do: "said they would rebuild"."""
    if draft.source is None or len(words) < 3 or words[0] not in _OWN:
        return False
    behind = next((low for low in words[2:] if not is_adverb(low) and low not in ("not", "never")), "")
    if (words[1] not in _WILL and (words[1], behind) not in _PLANNED) or behind in _HAPPENING:
        return False
    if _is_quoted(view, draft):
        return words[0] in ("we", "i") and words[1] == "will" and not {".", "!", "?"} & set(words[:-1])
    return words[0] != "it" or view.lows[draft.source[0]] == "it" or _is_body(view, draft.source)


def _is_body(view: View, source: Range) -> bool:
    kinds = {name.kind for name in view.names_of(source)}
    return bool(kinds) and "person" not in kinds


def _is_untrue(draft: Draft, words: list[str]) -> bool:
    """Whether something is called untrue: "called it a lie", "it was untrue that"."""
    if draft.verb == "dismiss" and "as" not in words and not _DISMISSED.isdisjoint(words[:_REACH]):
        return True
    if draft.verb in _CALLING:
        return bool(_UNTRUE & set(words))
    if _FALSE.match(" ".join(word for word in words if word[0].isalpha())):
        return True
    head = words[:_REACH]
    is_false = bool({"untrue", "false", "nonsense"} & set(head)) or {"not", "true"} <= set(head)
    return head[:1] == ["it"] and "that" in words and is_false


def _is_reporter(view: View, draft: Draft) -> bool:
    """Whether the outlet's own people speak: "our reporter", "we", or "they" behind a sentence about "our teams"."""
    if draft.source is None or draft.cue is None or view.quoted[draft.cue[0]] >= 0:
        return False
    head, words = view.lows[draft.source[0]], set(view.lows[slice(*draft.source)])
    if words & REPORTERS or head in _OUR:
        return True
    before = view.flows[draft.flow - 1] if draft.flow else None
    return head in _OWN and before is not None and view.lows[before.first] == "our"


def is_hearing(view: View, draft: Draft) -> bool:
    """Whether a court hears what somebody tells it: "The inquest heard that the gates were open"."""
    return draft.verb == "hear" and draft.source is not None and is_court(view, draft.source)


def is_court(view: View, words: Range) -> bool:
    """Whether words name those before whom things are told: a court, an inquiry, a parliament."""
    return any(low in _COURTS or low in _HEARINGS for low in view.lows[slice(*words)])


def _asked(draft: Draft, words: list[str]) -> str:
    """Whether to ask is to ask for something, to demand is to ask, and to want is to demand."""
    if draft.verb == "want":
        is_changed = len(words) > 1 and words[-1].endswith("ed") and words[0] != "to"
        is_other = is_changed or ("to" in words[1:_REACH] and words[0] != "to")
        return "ask" if words[:2] == ["to", "know"] else "direct" if is_other else draft.act
    if draft.act == "ask" and draft.verb == "ask" and words and words[0] not in _ASKING | {"whether", "if"}:
        return "direct" if "for" in words[:_REACH] and words[-1] != "?" else "ask"
    is_question = draft.verb == "demand" and len(words) > 1 and words[0] in _ASKING and words[1] in AUXILIARIES
    return "ask" if is_question else draft.act


def _act(view: View, draft: Draft) -> str:
    words = _words(view, draft)
    if draft.act == "decline" or not words:
        return draft.act
    if draft.act == "believe" and draft.verb in _SEEING and (_is_reporter(view, draft) or is_hearing(view, draft)):
        return "assert"
    if _is_to_come(view, draft):
        return "intend"
    if _is_ruling(view, draft):
        return "direct"
    if draft.act in ("ask", "direct", "believe"):
        return _asked(draft, words)
    return _told(view, draft, words) if draft.act == "assert" and draft.stance in ("plain", "reported") else draft.act


#: What is kept from somebody: "denying the troops the ability to shell the town", "denied her access".
_KEPT = re.compile(
    r"(?:\S+\s){1,4}?(?:(?:the|any|a|an)\s(?:ability|chance|right|opportunity|possibility|means|use|satisfaction|pleasure"
    r"|victory|visa)|access|entry|entrance|permission|bail|asylum|parole|citizenship)\b"
)


def keeps(view: View, draft: Draft) -> bool:
    """Whether somebody is denied a thing and no saying is: "thus denying their forces the ability to fire"."""
    return draft.verb == "deny" and _KEPT.match(" ".join(_words(view, draft))) is not None


#: What happens or is shot, and says nothing: "the occupation proved", "with two tanks confirmed to be there".
_MUTE = frozenset(
    "attack raid assault offensive counteroffensive counterattack invasion incursion occupation siege war battle "
    "fighting clash explosion blast shelling bombardment airstrike strike ambush bombing shooting mutiny rebellion "
    "uprising flood storm earthquake landslide fire crash accident collapse defeat victory tank missile rocket shell "
    "bomb drone artillery".split()
)


def is_told_by_nobody(view: View, draft: Draft) -> bool:
    """Whether what stands for a source happens, or is a weapon: it may show something, and nobody says so."""
    if draft.source is None:
        return False
    if draft.verb in ("prove", "demonstrate") and view.lows[draft.source[1] - 1].endswith(("'s", "s'")):
        # What proves is theirs, not they: "the guards' attack on the mill proved that it was open".
        return True
    head = head_of(view, draft.source)
    low = view.lows[head].removesuffix("'s")
    is_name = view.is_capital(head) and head > draft.source[0]
    return not is_name and (low in _MUTE or low.removesuffix("s") in _MUTE)


def _is_warning(draft: Draft, words: list[str]) -> bool:
    """Whether somebody is warned off: "warned visitors against improvised ways in"."""
    return draft.verb == "warn" and words[0] != "against" and "against" in words[:_REACH]


def _told(view: View, draft: Draft, words: list[str]) -> str:
    """The act of what is said, by what it says."""
    if (words[:2] == ["no", "comment"] and len(words) < 5) or _SILENT.match(" ".join(words)):
        return "decline"
    if draft.is_speech and _is_question(view, draft, words):
        return "ask"
    if _is_warning(draft, words):
        return "direct"
    is_spoken = _is_quoted(view, draft) or draft.verb == ":"
    if is_spoken and draft.is_speech and (_is_order(words) or _is_imperative(view, draft)):
        return "direct"
    if _is_plan(view, draft, words):
        return "intend"
    return "deny" if _is_untrue(draft, words) else "assert"


def _is_to_come(view: View, draft: Draft) -> bool:
    """Whether speech is announced: "is due to say", "is set to announce"."""
    if draft.source is None or draft.cue is None or draft.source[1] > draft.cue[0] or draft.act == "believe":
        return False
    group = view.lows[max(draft.source[1], draft.cue[0] - _REACH) : draft.cue[1]]
    return any(pair in _TO_COME for pair in itertools.pairwise(group))


def _is_ruling(view: View, draft: Draft) -> bool:
    """Whether a court settles something by saying so."""
    words = view.lows[slice(*draft.source)] if draft.source else ()
    return draft.verb in _RULING and any(low in _COURTS for low in words)


def with_acts(view: View, drafts: list[Draft]) -> list[Draft]:
    """The drafts without speech that has not happened, each with the act that its own words make."""
    return [
        draft if (act := _act(view, draft)) == draft.act else replace(draft, act=act)
        for draft in drafts
        if not is_unsaid(view, draft)
    ]


def is_unsaid(view: View, draft: Draft) -> bool:
    """Whether nobody has said it: "critics would call it neglect", "if the mayor says so", "nobody has said that"."""
    if draft.cue is None or draft.source is None or draft.stance == "reported":
        return False
    if draft.act == "decline":
        return _is_nobody(view, draft.source) and bool(draft.content)
    first = view.flows[draft.flow].first
    between = draft.source[1] if draft.source[1] <= draft.cue[0] else draft.cue[0]
    # A capital makes a month: "in May and said".
    group = [view.lows[at] for at in range(max(between, draft.cue[0] - 4), draft.cue[1]) if not view.is_capital(at)]
    if "to" in group and "have" in group and {"was", "were", "is"} & set(group):
        return True
    if (
        _NEVER.search(" ".join(view.lows[first : draft.source[0]]))
        or _is_condition(view, draft, first)
        or _is_nobody(view, draft.source)
    ):
        return True
    # "would only say that", "would say only that"
    has_come = bool({"not", "never", "later", "only"} & {*group, *view.lows[draft.cue[1] : draft.cue[1] + 1]})
    return draft.act != "believe" and bool(_UNSAID & set(group)) and not has_come


def _is_nobody(view: View, source: Range) -> bool:
    head = view.lows[source[0] : source[0] + 2]
    return head[0] == "nobody" or (head[0] == "no" and head[1:2] == ("one",))


def _is_condition(view: View, draft: Draft, first: int) -> bool:
    """Whether the clause of a cue states a condition."""
    if draft.source is None or draft.cue is None or draft.source[1] > draft.cue[0]:
        return False
    before = draft.source[0] - 1
    if before < first or view.lows[before] not in _IF:
        return False
    return view.lows[before] in ("if", "unless") or before == first or view.lows[before - 1] in BREAKS
