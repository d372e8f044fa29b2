"""Bodies at arms that reports call by their name without its land: "Volunteer Corps" for "Volden Volunteer Corps".

Such a name is short for the only body of the pile that has the same words and a land beside them. Where two bodies
would fit, it stays apart, as a bare surname does that two people share.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from woozle.stages.resolve.forms import Form, is_only_role
from woozle.toolbox.names.forms import AT_ARMS
from woozle.toolbox.nlp.lexicon.lands import COUNTRIES
from woozle.toolbox.nlp.parts import is_people

#: Words of a name without its land: one that says what it is, and at least one that says which.
_LEAST = 2


def _is_land(word: str, places: Collection[str]) -> bool:
    return word in COUNTRIES or word in places or is_people(word)


def _bare(form: Form, places: Collection[str]) -> tuple[str, ...] | None:
    """The words of a body at arms without lands, in alphabetical order; None where they say too little."""
    if form.family != "body" or not form.is_full or form.is_protected or form.document_id:
        return None
    words = tuple(sorted(word for word in form.words if not _is_land(word, places)))
    is_telling = len(words) >= _LEAST and not AT_ARMS.isdisjoint(words) and not is_only_role(words)
    return words if is_telling else None


def without_land(forms: Sequence[Form], clusters: Sequence[Iterable[int]]) -> Mapping[int, int]:
    """For each cluster that names a body without its land, the only cluster that names it with one.

    Args:
        forms: the forms of a pile.
        clusters: places in `forms`, one cluster each.
    """
    places = {form.folded for form in forms if form.family == "place"}
    named: dict[tuple[str, ...], set[int]] = defaultdict(set)
    short: dict[int, tuple[str, ...]] = {}
    for number, members in enumerate(clusters):
        bare = {_bare(forms[at], places) for at in members}
        words = bare.pop() if len(bare) == 1 else None
        if words is None:
            continue
        if any(_is_land(word, places) for at in members for word in forms[at].words):
            named[words].add(number)
        else:
            short[number] = words
    return {number: min(named[words]) for number, words in short.items() if len(named[words]) == 1}
