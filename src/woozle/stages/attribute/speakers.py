"""Who speaks a quotation that no cue holds: whom its own sentence, a line below, or the sentences around it name."""

from woozle.stages.attribute.finite import may_be_finite
from woozle.stages.attribute.grammar import CONJUNCTIONS, DASHES, DETERMINERS, ENDS, PERSONAL, PREPOSITIONS
from woozle.stages.attribute.subjects import opening_subject
from woozle.stages.attribute.view import Flow, Range, View
from woozle.toolbox.names import SPEAKERS
from woozle.toolbox.nlp.lexicon.titles import ROLES

#: Words of a line that signs a quotation, at most.
_SIGNATURE = 12
#: Kinds of names that may be a speaker's, with the kind of which it is not known what it is.
MAYBE_SPEAKERS = SPEAKERS | {"other"}
#: Sentences before a quotation in which its speaker is looked for, and how far where they tell of nobody else.
_REACH, _FAR = 2, 4
#: Words from a role to the name between commas that says who has it.
_ROLE = 8
_SOMEONE = frozenset("he she they".split())
_PEOPLE = frozenset(
    "man woman boy girl nurse clerk guard widow neighbour neighbor child stranger passenger survivor prisoner farmer "
    "fisherman shopkeeper baker waiter landlord landlady mother father daughter son brother sister student".split()
)


def own_speaker(view: View, here: Flow, span: Range) -> Range | None:
    """Who opens the sentence that a quotation stands in: "Kort looked up: …"."""
    source = opening_subject(view, here.first, span[0]) if span[0] - here.first > 1 else None
    if source is None and span[0] - here.first > 1:
        # "To the Post she was blunter: …"
        source = next(((at, at + 1) for at in range(here.first, span[0] - 1) if _does(view, at)), None)
    return source if may_speak(view, source) else None


def _does(view: View, at: int) -> bool:
    """Whether a word is a person's pronoun before a verb."""
    return view.lows[at] in _SOMEONE and view.quoted[at] < 0 and may_be_finite(view, at + 1)


def may_speak(view: View, source: Range | None) -> bool:
    """Whether a stretch of words can be a speaker: a person's pronoun, or words with a name or a role in them."""
    if source is None:
        return False
    if source[1] - source[0] == 1 and view.lows[source[0]] in PERSONAL:
        return view.lows[source[0]] not in ("it", "i", "we", "you")
    is_role = view.lows[source[0]] in ("the", "a", "an", "his", "her")
    return is_role or _may_name(view, source)


def _may_name(view: View, source: Range | None) -> bool:
    """Whether a stretch of words is a person's pronoun or holds a name."""
    if source is None or (view.lows[source[0]] in PERSONAL and view.lows[source[0]] not in _SOMEONE):
        return False
    names = view.names_of(source)
    is_acting = source[1] < len(view.lows) and may_be_finite(view, source[1]) and view.is_capital(source[0])
    return view.lows[source[0]] in PERSONAL or is_acting or any(name.kind in MAYBE_SPEAKERS for name in names)


def signature(view: View, flow: int) -> Range | None:
    """Who signs a quotation in a line of its own: "- Lena Ohm, harbour master"; None where nobody does."""
    if flow + 1 >= len(view.flows):
        return None
    after = view.flows[flow + 1]
    if view.lows[after.first] not in DASHES or not 2 <= after.last - after.first <= _SIGNATURE:
        return None
    last = after.last - (view.lows[after.last - 1] in ENDS)
    return (after.first + 1, last) if view.is_capital(after.first + 1) else None


def before_speaker(view: View, span: Range, flow: int, spoke: int) -> Range | None:
    """Who acts in the sentences around a quotation, since somebody last spoke.

    Args:
        view: the text.
        span: the quotation.
        flow: its sentence.
        spoke: the sentence in which somebody last spoke, -1 for none: nobody before it is looked for.

    Returns:
        who opens the sentence before; the one person of the sentences before that, while they tell of no other; or
        who opens the sentence behind, in a paragraph that the quotation opens. None where two are equally near.
    """
    here = view.flows[flow]
    for number in range(flow - 1, max(-1, spoke, flow - 1 - _FAR), -1):
        there = view.flows[number]
        if view.quoted[there.first] >= 0 or there.paragraph < here.paragraph - _REACH:
            break
        found, people = _acting(view, there), _people(view, there)
        if found or people:
            return found or (people[0] if len(people) == 1 and _acts(view, people[0], there) else None)
    is_first = span[0] == here.first and (flow == 0 or view.flows[flow - 1].paragraph != here.paragraph)
    if spoke < 0 and is_first and flow + 1 < len(view.flows) and view.flows[flow + 1].paragraph == here.paragraph:
        return _acting(view, view.flows[flow + 1])
    return None


def _people(view: View, flow: Flow) -> list[Range]:
    found = []
    for name in view.names_of((flow.first, flow.last)):
        if name.kind == "person":
            found.append((view.number_at(name.span.start), view.number_at(name.span.end - 1) + 1))
    return found


def _acting(view: View, flow: Flow) -> Range | None:
    """The person whom a sentence has for its subject; None where there is none, or two side by side."""
    found = opening_subject(view, flow.first, flow.last)
    if found is None and view.lows[flow.first] in DETERMINERS:
        found = flow.first, flow.first + 1
    people = _people(view, flow)
    if found and people and _is_apposition(view, found, people[0]):
        return found[0], people[0][1]
    if found is None or not _is_person(view, found):
        # "At the bottom of the quarry Ada Finn stops the truck", "It was put to Ada Finn": only one can be meant.
        is_placed = view.lows[flow.first] in PREPOSITIONS and len(people) == 1 and _acts(view, people[0], flow)
        is_object = view.lows[flow.first] == "it" and len(people) == 1
        return people[0] if is_placed or is_object else None
    is_joint = found[1] < flow.last and view.lows[found[1]] == "and"
    return None if is_joint else found


def _is_apposition(view: View, found: Range, person: Range) -> bool:
    """Whether a name between commas says who the role at the head of a sentence is: "The judge on duty, Ada Finn,"."""
    is_role = view.lows[found[0]] in DETERMINERS and found[0] < person[0] - 1 <= found[0] + _ROLE
    return is_role and view.lows[person[0] - 1] == "," and view.lows[person[1] : person[1] + 1] == (",",)


def _acts(view: View, person: Range, flow: Flow) -> bool:
    """Whether a verb follows a name."""
    return person[1] < flow.last and (may_be_finite(view, person[1]) or view.lows[person[1]].endswith("s"))


def _is_person(view: View, found: Range) -> bool:
    """Whether a subject is somebody: a person's pronoun, a person's name, or a name that acts."""
    if view.lows[found[0]] in PERSONAL:
        return view.lows[found[0]] in _SOMEONE
    kinds = {name.kind for name in view.names_of(found)}
    is_role = view.lows[found[0]] in DETERMINERS and view.lows[found[1] - 1] in ROLES | _PEOPLE
    return "person" in kinds or is_role or (kinds <= {"other"} and _is_bare_name(view, found))


def _is_bare_name(view: View, found: Range) -> bool:
    """Whether a subject looks like a name that no list knows: capitals alone, before a word that may be its verb."""
    words = range(*found)
    behind = view.lows[found[1]] if found[1] < len(view.lows) else ","
    is_followed = behind[0].isalpha() and behind not in PREPOSITIONS and behind not in CONJUNCTIONS
    return len(words) > 1 and all(view.is_capital(at) for at in words) and is_followed
