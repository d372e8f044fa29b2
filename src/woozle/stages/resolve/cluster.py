"""Clusters forms into bearers. Nothing chains: a form joins only where it fits every full name already there."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from woozle.stages.resolve.common import common_groups
from woozle.stages.resolve.forms import Form, is_only_role
from woozle.stages.resolve.landless import without_land
from woozle.toolbox.names import acronyms_of, is_acronym, same_name
from woozle.toolbox.names.likeness import consonants, sound
from woozle.toolbox.nlp.lexicon.lands import PEOPLES

#: A name in more than this many neighbours is compared with none of them: it says too little to tell bearers apart.
LARGEST_BLOCK = 300


@dataclass(frozen=True, slots=True)
class Cluster:
    """Forms of one bearer, the full names first; ``why`` says for each form how it came in, with a score.

    ``land``: tells bodies that reports of several lands call the same; empty for all others.
    """

    forms: tuple[Form, ...]
    why: tuple[tuple[str, float], ...]
    land: str = ""


def _kind(form: Form) -> str:
    return form.family if form.family != "body" else "organisation"


def _likeness(left: Form, right: Form) -> float:
    """How alike two names are; bodies of two known peoples are never one, however alike: "Nigerian", "Nigerien"."""
    if left.family == "body":
        one, other = (PEOPLES & {*form.words} for form in (left, right))
        if one and other and one != other:
            return 0.0
    return same_name(left.name, right.name, _kind(left))


def _keys(form: Form) -> set[tuple[str, str]]:
    """Blocks of a form: each word by its consonants, beside the first sound of each other word."""
    words = [word for word in form.words if len(word) > 1][:8] or list(form.words[:1])
    if len(words) < 2:
        return {(consonants(word) or word, "") for word in words}
    firsts = [sound(word)[:1] for word in words]
    return {
        (consonants(word) or word, firsts[to]) for at, word in enumerate(words) for to in range(len(words)) if to != at
    }


def _candidates(forms: Sequence[Form]) -> Iterable[tuple[int, int]]:
    """Pairs of full, free forms of one family that share a block; each once, by position in the sorted forms."""
    blocks: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for at, form in enumerate(forms):
        if form.is_full and not form.is_protected and not form.document_id:
            for word, first in _keys(form) | {("".join(form.words), "")}:
                blocks[form.family, word, first].append(at)
    pairs = set()
    for members in blocks.values():
        if len(members) <= LARGEST_BLOCK:
            pairs |= {(one, other) for at, one in enumerate(members) for other in members[at + 1 :]}
    return pairs


def _variants(forms: Sequence[Form], least: float) -> list[dict[int, tuple[str, float]]]:
    """Clusters of spellings: the best pairs first, and only where every name of both sides fits every other."""
    scored = sorted(
        (
            (score, one, other)
            for one, other in _candidates(forms)
            if (score := _likeness(forms[one], forms[other])) >= least
        ),
        key=lambda found: (-found[0], found[1], found[2]),
    )
    home = list(range(len(forms)))
    clusters: dict[int, dict[int, tuple[str, float]]] = {at: {at: ("same_words", 1.0)} for at in home}
    for score, one, other in scored:
        left, right = home[one], home[other]
        if left == right:
            continue
        if all(_likeness(forms[a], forms[b]) >= least for a in clusters[left] for b in clusters[right]):
            keep, drop = min(left, right), max(left, right)
            for at in clusters[drop]:
                home[at] = keep
                clusters[keep][at] = ("same_name", score)
            del clusters[drop]
    return [clusters[at] for at in sorted(clusters)]


def _initials(forms: Sequence[Form], members: Iterable[int]) -> tuple[set[str], set[str]]:
    """(acronyms that a report itself puts beside the name, acronyms that its initials could make)."""
    stated: set[str] = set()
    possible: set[str] = set()
    for at in members:
        for local in forms[at].locals:
            stated |= {_letters(alias) for alias in local.aliases if is_acronym(alias)}
            # Two letters fit too many names: there a report has to say it.
            possible |= {letters for letters in acronyms_of(local.name) if len(letters) > 2}
    return stated, possible


def _letters(name: str) -> str:
    return "".join(letter for letter in name.upper() if letter.isalpha())


def _bearers(
    forms: Sequence[Form], clusters: Sequence[dict[int, tuple[str, float]]]
) -> dict[tuple[str, str], list[int]]:
    """Which clusters a bare surname or acronym could mean; what a report states wins over what initials allow."""
    stated_by: dict[tuple[str, str], set[int]] = defaultdict(set)
    possible_by: dict[tuple[str, str], set[int]] = defaultdict(set)
    for number, cluster in enumerate(clusters):
        full = [at for at in cluster if forms[at].is_full and not forms[at].is_protected and not forms[at].document_id]
        for at in full:
            words = forms[at].words
            if forms[at].family == "person":
                stated_by["person", sound(words[-1])].add(number)
                if len(words[0]) > 1:
                    stated_by["initial", f"{words[0][0]} {sound(words[-1])}"].add(number)
        bodies = [at for at in full if forms[at].family == "body"]
        for suffix in {suffix for at in bodies for suffix in _role_suffixes(forms[at])}:
            stated_by["role", suffix].add(number)
        stated, possible = _initials(forms, bodies)
        for letters in stated:
            stated_by["body", letters].add(number)
        for letters in possible:
            possible_by["body", letters].add(number)
    keys = stated_by.keys() | possible_by.keys()
    return {key: sorted(stated_by.get(key) or possible_by[key]) for key in keys}


def _role_suffixes(form: Form) -> Iterable[str]:
    """The roles that a longer name ends with: "defence ministry" of "kestravan defence ministry"."""
    for at in range(1, len(form.words) - 1):
        if is_only_role(form.words[at:]):
            yield " ".join(form.words[at:])


def _short_key(form: Form) -> tuple[str, str] | None:
    """What a short form is looked up by; None for a form that is not short."""
    if form.family == "person" and len(form.words) == 2 and len(form.words[0]) == 1 and not form.is_protected:
        return ("initial", f"{form.words[0]} {sound(form.words[-1])}")
    if form.is_full or form.is_protected or form.document_id or not form.words:
        return None
    if form.is_role:
        return ("role", " ".join(form.words))
    return (form.family, _letters(form.name) if form.is_acronym else sound(form.words[-1]))


def cluster_forms(forms: Sequence[Form], *, least: float) -> list[Cluster]:
    """Clusters of forms, in the order of their first form.

    Args:
        forms: sorted by key, as `forms_of` gives them.
        least: the likeness, 0 to 1, from which two full names are spellings of one.
    """
    common = common_groups(forms)
    grouped = {at for members in common.values() for at in members}
    clusters = [cluster for cluster in _variants(forms, least) if grouped.isdisjoint(cluster)]
    bearers = _bearers(forms, clusters)
    made: list[dict[int, tuple[str, float]]] = [dict(cluster) for cluster in clusters]
    home = without_land(forms, clusters)
    for number, whole in home.items():
        made[whole] |= dict.fromkeys(clusters[number], ("without_land", 0.7))
        made[number] = {}
    alone: list[Cluster] = []
    for number, cluster in enumerate(clusters):
        (first, *others) = cluster
        key = None if others else _short_key(forms[first])
        homes = {home.get(bearer, bearer) for bearer in bearers.get(key, [])} if key else set()
        fits = sorted(homes - {number})
        if len(fits) == 1:
            made[fits[0]][first] = ("only_bearer", 0.7)
            made[number] = {}
        elif len(fits) > 1:
            # Several bearers: the short form of each document stays with itself.
            alone += _by_document(forms[first])
            made[number] = {}
    found = [
        Cluster(tuple(forms[at] for at in sorted(cluster)), tuple(cluster[at] for at in sorted(cluster)))
        for cluster in made
        if cluster
    ]
    same = [
        Cluster(tuple(forms[at] for at in members), (("same_role", 0.5),) * len(members), land)
        for (_, land), members in common.items()
    ]
    return found + alone + same


def _by_document(form: Form) -> list[Cluster]:
    documents: dict[str, list[int]] = defaultdict(list)
    for at, local in enumerate(form.locals):
        documents[local.document_id].append(at)
    return [
        Cluster(
            (
                Form(
                    form.family,
                    form.folded,
                    form.is_protected,
                    document,
                    form.words,
                    form.is_acronym,
                    tuple(form.locals[at] for at in places),
                ),
            ),
            (("several_bearers", 1.0),),
        )
        for document, places in sorted(documents.items())
    ]
