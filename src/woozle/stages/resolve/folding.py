"""Folds the local entities of a pile into entities: forms, clusters, and the best name of each cluster."""

from collections import Counter
from collections.abc import Iterable

from woozle.model.ids import row_id
from woozle.model.records import LocalEntity
from woozle.model.values import Reason
from woozle.stages.resolve.cluster import Cluster, cluster_forms
from woozle.stages.resolve.forms import forms_of
from woozle.toolbox.link.placed import Placed
from woozle.toolbox.names import fold_name

_WORDS = {
    "same_words": "the same name",
    "same_name": "spellings of one name",
    "without_land": "the same name without its country, of which the pile has one only",
    "only_bearer": "short for the only full name of the pile that it fits",
    "same_role": "called the same in reports of the same places, and no report names such a body in full",
    "several_bearers": "short for several names of the pile, so it stays in its document",
}


def _best_name(cluster: Cluster) -> str:
    """The name that most documents use, full names before short ones; then the longest, then by code point."""
    full = [form for form in cluster.forms if form.is_full] or list(cluster.forms)
    names = {local.name for form in full for local in form.locals}
    counts = Counter(
        name
        for form in cluster.forms
        for local in form.locals
        for name in names.intersection((local.name, *local.aliases))
    )
    return min(counts, key=lambda name: (-counts[name], -len(name), name))


def _kind(cluster: Cluster) -> str:
    counts = Counter(local.kind for form in cluster.forms for local in form.locals)
    return min(counts, key=lambda kind: (-counts[kind], kind))


def _entity_id(cluster: Cluster, name: str, kind: str) -> str:
    """From kind and canonical folded name; forms that stay in a document or land add it, protected ones say so."""
    first = cluster.forms[0]
    extra = [apart] if (apart := cluster.land or first.document_id) else []
    marks = ["protected"] if first.is_protected else []
    return row_id("entity", kind, fold_name(name, kind) or name.casefold(), *extra, *marks)


def _placed(cluster: Cluster) -> Iterable[Placed]:
    name, kind = _best_name(cluster), _kind(cluster)
    entity = _entity_id(cluster, name, kind)
    locals_ = [local for form in cluster.forms for local in form.locals]
    aliases = tuple(sorted({name, *(alias for local in locals_ for alias in (local.name, *local.aliases))}))
    is_protected = any(local.protected for local in locals_)
    for form, (why, score) in zip(cluster.forms, cluster.why, strict=True):
        reason = Reason("name", f"{_WORDS[why]}: {form.name}", score)
        for local in form.locals:
            yield Placed(local.id, entity, score, (reason,), name, kind, aliases, is_protected)


def fold(entities: Iterable[LocalEntity], *, least: float = 0.8) -> list[Placed]:
    """Which entity of the record each local entity belongs to, sorted by local entity.

    The outcome depends on the set of entities alone, not on their order.

    Args:
        entities: the local entities of all documents.
        least: the likeness of names, 0 to 1, from which two full names are taken for spellings of one.
    """
    clusters = cluster_forms(forms_of(entities), least=least)
    return sorted((placed for cluster in clusters for placed in _placed(cluster)), key=lambda placed: placed.id)
