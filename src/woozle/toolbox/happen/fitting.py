"""Whether a verb or noun tells of a happening in its sentence, and of which kind: words alone do not say."""

from dataclasses import dataclass

from woozle.toolbox.happen.roles import is_passive, verb_roles
from woozle.toolbox.happen.tree import Tree
from woozle.toolbox.happen.triggers import (
    ABSTRACT,
    EXPLOSIVES,
    FOILS,
    GUNS,
    LAYS,
    NOT_AFTER,
    NOT_BEFORE,
    NOUNS,
    PLANES,
    VERBS,
)
from woozle.toolbox.happen.words import FORCES, GROUND, PACTS, PAPERS, PEOPLE, REACHES, VEHICLES

#: Verbs that only make a deed together with a word: "blew up", "burned down", "gunned down".
_WITH = {"blow": ("up", "apart"), "gun": ("down",)}
#: Who searches where others raid.
_SEARCHERS = frozenset("police policeman policemen officer detective investigator customs authority inspector".split())
_GROUPS = PEOPLE | FORCES


def _heads(tree: Tree, places: list[int]) -> set[str]:
    return {tree.lemmas[each] for each in places} | {tree.low[each] for each in places}


def _has_name(tree: Tree, places: list[int]) -> bool:
    return any(tree.tokens[each].pos == "PROPN" for each in places)


def _particle(tree: Tree, at: int) -> str:
    found = tree.one(at, "compound:prt")
    if found < 0 and at + 1 < len(tree.low) and tree.low[at + 1] in ("up", "down", "off", "out"):
        found = at + 1
    return tree.low[found] if found >= 0 else ""


def verb_kind(tree: Tree, at: int) -> str | None:
    """The kind of happening that a verb tells of; None for none."""
    lemma, low = tree.lemmas[at], tree.low[at]
    if tree.tokens[at].pos not in ("VERB", "ADJ") and not (tree.tokens[at].pos == "NOUN" and low.endswith("ed")):
        return None
    if tree.tokens[at].pos != "VERB" and not low.endswith("ed"):
        return None
    phrase = _phrase_kind(tree, at, lemma)
    if phrase:
        return phrase
    kind = VERBS.get(lemma)
    if kind is None or (lemma in _WITH and _particle(tree, at) not in _WITH[lemma]):
        return None
    actors, targets = verb_roles(tree, at)
    if _heads(tree, [*actors, *targets]) & ABSTRACT or (tree.tokens[at].relation == "amod" and kind != "killing"):
        return None
    check = _CHECKS.get(lemma) or _CHECKS.get(kind)
    return check(_Use(tree, at, actors, targets)) if check else kind


def _phrase_kind(tree: Tree, at: int, lemma: str) -> str | None:
    """Deeds of a plain verb with its object: "set fire to", "took hostages", "went off"."""
    obj = tree.one(at, "obj", "nsubj:pass")
    thing = tree.lemmas[obj] if obj >= 0 else ""
    words = {tree.low[each] for each in tree.children[at]}
    if lemma == "set" and (thing == "fire" or words & {"fire", "ablaze", "afire"}):
        return None if _particle(tree, at) == "off" else "arson"  # what set it off is told by that
    if lemma == "take" and (thing == "hostage" or words & {"hostage", "hostages", "captive"}):
        return "abduction"
    if lemma == "open" and thing == "fire":
        return "attack"
    if lemma == "go" and _particle(tree, at) == "off" and _bomb_subject(tree, at):
        return "bombing"
    if lemma in ("go", "run") and words & {"down", "aground"} and _vehicle_subject(tree, at):
        return "accident"
    if lemma in ("cost", "take") and thing == "life":
        return "killing"
    if tree.low[at] in ("died", "dies", "dead") and _is_wounded(tree, at):
        return "killing"
    return None


def _is_wounded(tree: Tree, at: int) -> bool:
    """Whether somebody died of what another did to them: "from gunshot wounds"."""
    wounds = {"gunshot", "bullet", "stab", "shrapnel"}
    return any(tree.low[each].rstrip("s") in wounds for each in range(at, tree.reach(at)[1]))


def _vehicle_subject(tree: Tree, at: int) -> bool:
    who = tree.one(at, "nsubj")
    return who >= 0 and bool({tree.lemmas[each] for each in (who, *tree.all(who, "compound"))} & VEHICLES)


def _bomb_subject(tree: Tree, at: int) -> bool:
    who = tree.one(at, "nsubj", "nsubj:pass")
    return who >= 0 and bool({tree.lemmas[who], tree.low[who]} & EXPLOSIVES)


@dataclass(frozen=True, slots=True)
class _Use:
    """One use of a verb: its place, and those who do it and whom it befalls."""

    tree: Tree
    at: int
    actors: list[int]
    targets: list[int]

    @property
    def doers(self) -> set[str]:
        return _heads(self.tree, self.actors)

    @property
    def suffers(self) -> set[str]:
        return _heads(self.tree, self.targets)


def _shoot(use: _Use) -> str | None:
    words = {use.tree.low[each] for each in use.tree.children[use.at]}
    if "dead" in words or "death" in words:
        return "killing"
    return "attack" if use.targets or use.actors or is_passive(use.tree, use.at) else None


def _raid(use: _Use) -> str | None:
    """Police who raid a house search it."""
    return None if use.doers & _SEARCHERS else "attack"


def _fire(use: _Use) -> str | None:
    tree = use.tree
    shot = {tree.lemmas[each] for each in tree.all(use.at, "obj", "nsubj:pass")}
    if shot & GUNS:
        return "shelling"
    is_aimed = any(tree.preposition(each) in ("on", "at", "upon", "against") for each in tree.all(use.at, "obl"))
    return "attack" if is_aimed or shot & {"shot", "bullet", "round", "weapon", "gun"} else None


def _explode(use: _Use) -> str | None:
    subjects = use.doers | {use.tree.lemmas[each] for each in use.tree.all(use.at, "nsubj")}
    return None if subjects & {"war", "crisis", "population", "scandal", "row", "price"} else "bombing"


def _harm(use: _Use) -> str | None:
    """Verbs that quakes and prices do too: somebody must do it."""
    is_done = use.doers & _GROUPS or use.doers & EXPLOSIVES or _has_name(use.tree, use.actors)
    return "attack" if is_done else None


def _fight(use: _Use) -> str | None:
    tree = use.tree
    foes = [e for e in tree.all(use.at, "obl", "obj") if tree.preposition(e) in ("with", "against", "")]
    armed = _heads(tree, foes) & FORCES
    if tree.lemmas[use.at] in ("clash", "skirmish") and armed:
        return "armed_clash"
    return "armed_clash" if use.doers & FORCES and (armed or _has_name(tree, foes)) else None


def _seize(use: _Use) -> str | None:
    is_caught = use.tree.lemmas[use.at] == "capture"
    if use.suffers & GROUND:
        return "seizure"
    if use.suffers & _GROUPS:
        return "arrest" if is_caught else "abduction"
    return "arrest" if is_caught and _has_name(use.tree, use.targets) else None


def _let_go(use: _Use) -> str | None:
    is_somebody = use.suffers & _GROUPS or _has_name(use.tree, use.targets)
    return "release" if is_somebody and not use.suffers & PAPERS else None


def _leave(use: _Use) -> str | None:
    return "withdrawal" if (use.doers | use.suffers) & FORCES else None


def _flee(use: _Use) -> str | None:
    is_moved = is_passive(use.tree, use.at) or use.tree.lemmas[use.at] != "flee"
    return "displacement" if (use.suffers if is_moved else use.doers) & PEOPLE else None


def _wreck(use: _Use) -> str | None:
    is_by_itself = not is_passive(use.tree, use.at)
    return "accident" if is_by_itself and (use.doers | use.suffers) & VEHICLES else None


def _sign(use: _Use) -> str | None:
    return "agreement" if use.suffers & PACTS else None


def _invade(use: _Use) -> str | None:
    return "incursion" if _has_name(use.tree, use.targets) or use.suffers & GROUND else None


def _burn(use: _Use) -> str | None:
    return "arson" if use.targets and (use.actors or is_passive(use.tree, use.at)) else None


def _vanish(use: _Use) -> str | None:
    return "abduction" if is_passive(use.tree, use.at) or use.doers & PEOPLE else None


def _rob(use: _Use) -> str | None:
    return "robbery" if use.targets else None


def _bomb(use: _Use) -> str | None:
    first, last = use.tree.reach(use.at)
    return "air_strike" if (use.doers | set(use.tree.low[first:last])) & (PLANES - {"air"}) else "bombing"


def _demand(use: _Use) -> str | None:
    """Protesting is what crowds do; "demonstrate" also means to show, and "protest" to say."""
    is_shown = use.tree.lemmas[use.at] == "demonstrate" and use.tree.one(use.at, "obj", "ccomp") >= 0
    is_helped = use.tree.lemmas[use.at] == "rally" and use.tree.one(use.at, "xcomp", "obj") >= 0
    return "protest" if use.doers & PEOPLE and not (is_shown or is_helped) else None


_CHECKS = {
    "shoot": _shoot,
    "raid": _raid,
    "fire": _fire,
    "explode": _explode,
    "destroy": _harm,
    "damage": _harm,
    "harm": _harm,
    "armed_clash": _fight,
    "seizure": _seize,
    "release": _let_go,
    "withdrawal": _leave,
    "displacement": _flee,
    "accident": _wreck,
    "agreement": _sign,
    "incursion": _invade,
    "arson": _burn,
    "disappear": _vanish,
    "robbery": _rob,
    "bomb": _bomb,
    "protest": _demand,
}


def noun_kind(tree: Tree, at: int) -> str | None:
    """The kind of happening that a noun tells of; None for none."""
    if tree.tokens[at].pos != "NOUN" or tree.tokens[at].relation == "flat":
        return None
    lemma = tree.lemmas[at]
    kind = NOUNS.get(lemma) or NOUNS.get(tree.low[at])
    told = {tree.low[each] for each in tree.all(at, "amod", "compound")}
    if kind is None or _is_part(tree, at) or told & NOT_AFTER:
        return None
    if lemma in EXPLOSIVES or tree.low[at] in EXPLOSIVES:
        return _thing_kind(tree, at)
    if lemma == "attempt":
        return _attempt_kind(tree, at, told)
    if lemma == "strike":
        return _strike_kind(tree, at, told)
    if kind in ("attack", "bombing"):
        return None if lemma == "raid" and told & _SEARCHERS else _attack_kind(told, kind)
    return _other_kind(tree, at, kind)


def _other_kind(tree: Tree, at: int, kind: str) -> str | None:
    """Nouns that only tell of a happening by what stands around them: pacts, marches, releases."""
    below = list(tree.all(at, "nmod", "compound"))
    head = tree.tokens[at].head
    if tree.lemmas[at] == "march" and any(tree.preposition(each) == "on" for each in below):
        return "incursion"
    if kind == "protest" and head is not None and tree.lemmas[head] in ("note", "letter", "word", "cry"):
        return None
    if kind == "agreement" and (head is None or tree.lemmas[head] not in REACHES):
        return None
    if kind == "release" and any(tree.lemmas[each] in PAPERS for each in below):
        return None
    return kind


def _is_part(tree: Tree, at: int) -> bool:
    """Whether a noun only describes the one behind it: "a bomb squad", "murder charges"."""
    head = tree.tokens[at].head
    if tree.tokens[at].relation not in ("compound", "nmod:poss", "amod") or head is None:
        return False
    if head > at and tree.lemmas[head] in ("attempt", "bid", "plot"):
        return NOUNS.get(tree.lemmas[head]) is not None
    return tree.tokens[at].relation != "nmod:poss" or tree.low[head] in NOT_BEFORE


def _thing_kind(tree: Tree, at: int) -> str | None:
    """A bomb is a happening only where something is done with it that the verb does not tell by itself."""
    head = tree.tokens[at].head
    if head is None or tree.tokens[at].relation not in ("obj", "nsubj:pass", "nsubj", "acl", "nmod"):
        return None
    if tree.lemmas[head] in VERBS or tree.tokens[head].pos != "VERB":
        return None
    return "bombing" if tree.lemmas[head] in LAYS else None


def is_foiled(tree: Tree, at: int) -> bool:
    """Whether a bomb was laid and did not go off."""
    head = tree.tokens[at].head
    return head is not None and tree.lemmas[head] in FOILS


def _attempt_kind(tree: Tree, at: int, told: set[str]) -> str | None:
    if told & {"assassination", "murder"} or any(tree.lemmas[e] == "life" for e in tree.all(at, "nmod")):
        return "killing"
    if told & {"kidnapping", "kidnap", "abduction"}:
        return "abduction"
    return "attack" if any(tree.preposition(e) == "against" for e in tree.all(at, "nmod")) else None


def _strike_kind(tree: Tree, at: int, told: set[str]) -> str | None:
    if told & PLANES:
        return "air_strike"
    if told & GUNS:
        return "shelling"
    head = tree.tokens[at].head
    by = {tree.lemmas[e] for e in tree.all(at, "nmod", "nmod:poss", "compound", "amod")}
    works = "general labor labour national work transport transportation bus armed wildcat union worker teacher miner"
    is_work = bool((by | told) & set(works.split()) or by & PEOPLE)
    is_on = tree.preposition(at) == "on" and head is not None and tree.lemmas[head] in ("go", "be", "remain", "worker")
    return "labour_strike" if is_work or is_on else None


def _attack_kind(told: set[str], kind: str) -> str:
    if told & {"suicide"}:
        return "suicide_bombing" if kind == "bombing" else kind
    if told & PLANES:
        return "air_strike"
    if told & GUNS:
        return "shelling"
    return "bombing" if told & EXPLOSIVES else kind
