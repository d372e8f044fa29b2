"""Bodies that reports only call by what they are, "the coastguard": one in all reports of one land, if no name objects.

A state has one coastguard, and reports of one place that say no more than "the coastguard" most likely mean the same.
They stay apart, each in its document, as soon as the pile names any such body in full ("the Velanoan coastguard"): then
there may be two, and one made of two would turn two voices into one.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from woozle.stages.resolve.forms import Form, is_only_role

#: Bodies of which a state has one, folded.
_ONE = frozenset(
    (
        "government",
        "federal government",
        "central government",
        "army",
        "navy",
        "military",
        "air force",
        "armed forces",
        "coastguard",
        "coast guard",
        "border guard",
        "national guard",
        "police",
        "national police",
        "federal police",
        "parliament",
        "senate",
        "cabinet",
        "central bank",
        "supreme court",
        "constitutional court",
    )
)


def is_common(form: Form) -> bool:
    """Whether a form stays in its document only because it names a body of a state by what it is."""
    if not form.document_id or form.is_protected or form.family != "body":
        return False
    is_ministry = len(form.words) > 1 and "ministry" in (form.words[0], form.words[-1])
    return form.folded in _ONE or (is_ministry and is_only_role(form.words))


def common_groups(forms: Sequence[Form]) -> Mapping[tuple[str, str], list[int]]:
    """The common forms of a pile that are taken for one, by name and land: places in `forms`, of two documents or more.

    Args:
        forms: sorted by key.
    """
    common = [at for at, form in enumerate(forms) if is_common(form)]
    named = _words_of_names(forms)
    lands = _lands(forms) if common else {}
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at in common:
        form = forms[at]
        land = lands.get(form.document_id)
        if land is not None and not any(set(form.words) <= words for words in named.get(form.words[-1], ())):
            found[form.folded, land].append(at)
    return {key: members for key, members in sorted(found.items()) if len(members) > 1}


def _is_name(form: Form) -> bool:
    return form.is_full and not form.is_protected and not form.document_id


def _words_of_names(forms: Iterable[Form]) -> Mapping[str, list[frozenset[str]]]:
    """The words of each full name of a body, by each of them."""
    found: dict[str, list[frozenset[str]]] = defaultdict(list)
    for form in forms:
        if form.family == "body" and _is_name(form):
            for word in set(form.words):
                found[word].append(frozenset(form.words))
    return found


def _lands(forms: Iterable[Form]) -> Mapping[str, str]:
    """For each document the first of all places that it shares with others, directly or through others."""
    home: dict[str, str] = {}

    def root(key: str) -> str:
        while home.setdefault(key, key) != key:
            home[key] = home[home[key]]
            key = home[key]
        return key

    documents: set[str] = set()
    for form in forms:
        if form.family == "place" and _is_name(form):
            for local in form.locals:
                documents.add(local.document_id)
                one, other = sorted((root(f"place {form.folded}"), root(f"report {local.document_id}")))
                home[other] = one
    return {document: root(f"report {document}") for document in documents}
