"""Who says so, as a tree: under an occasion its reports, each under the one it was made from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from woozle.model.records import Assertion, Derivation, Drift
from woozle.report.index import Index, Report
from woozle.report.quote import Quote, quote
from woozle.report.voices import Occasion, Standing
from woozle.report.words import DERIVATION, DRIFT, plain_kind

#: Deeper steps stay on this level and say in words what they were made from.
_DEEPEST = 5


@dataclass(frozen=True, slots=True)
class Branch:
    """A report in the tree. ``kind`` is the class of its line, ``label`` says it in words.

    ``copies``: reports that repeat this one word for word, folded into one line.
    """

    report: Report
    kind: str
    label: str
    quote: Quote
    href: str
    drifts: tuple[str, ...]
    also: tuple[str, ...]
    below: tuple["Branch", ...]
    copies: tuple["Branch", ...]


@dataclass(frozen=True, slots=True)
class _Node:
    report: Report
    assertion: Assertion
    step: Derivation | None
    parent: str | None
    depth: int


def _best_step(index: Index, report_id: str, here: Mapping[str, int]) -> Derivation | None:
    """The step to the nearest parent of this occasion that came earlier; two reports never stand under each other."""
    steps = [
        step
        for step in index.parents_of.get(report_id, ())
        if here.get(step.parent_document_id or "", len(here)) < here[report_id]
    ]
    return min(steps, key=lambda step: (-step.score, step.id), default=None)


def _nodes(index: Index, occasion: Occasion) -> list[_Node]:
    first: dict[str, Assertion] = {}
    for row in occasion.assertions:
        first.setdefault(row.document_id, row)
    order = sorted(first, key=lambda i: (i not in occasion.first, index.reports[i].order))
    # First-hand reports come first: an undated report may then stand under the one it was made from.
    here = {report_id: place for place, report_id in enumerate(order)}
    made: dict[str, _Node] = {}
    for report_id in order:
        step = _best_step(index, report_id, here)
        parent = step.parent_document_id if step else None
        depth = made[parent].depth + 1 if parent else 0
        if parent and depth > _DEEPEST:
            up = made[parent]
            made[report_id] = _Node(index.reports[report_id], first[report_id], step, up.parent, up.depth)
        else:
            made[report_id] = _Node(index.reports[report_id], first[report_id], step, parent, depth)
    return list(made.values())


def _label(node: _Node, occasion: Occasion, outlets: Mapping[str, Report]) -> tuple[str, str]:
    step = node.step
    if step is None:
        if node.report.id in occasion.first:
            return "first", "went to the source"
        carriers = () if occasion.origin is None or occasion.origin.certainty == "none" else ("repeats",)
        return "loose", carriers[0] if carriers else "names nobody"
    parts = [plain_kind(step.kind, DERIVATION), "credited" if step.credited else "not credited"]
    if step.direction != "known":
        parts.append("likely" if step.direction == "likely" else "which came first is not known")
    parent = outlets.get(step.parent_document_id or "")
    if parent and node.parent != parent.id:
        parts.append(f"from {parent.outlet}")
    return step.kind if step.kind in DERIVATION else "edited", ", ".join(parts)


def drift_words(drift: Drift) -> str:
    """``figure changed: “three” became “five”``."""
    head = plain_kind(drift.kind, DRIFT)
    if drift.before and drift.after:
        return f"{head}: “{drift.before}” became “{drift.after}”"
    words = drift.before or drift.after
    return f"{head}: “{words}”" if words else head


def _folds(node: _Node, parent: _Node, *, has_below: bool, has_marks: bool) -> bool:
    """Whether it repeats its parent word for word: nothing that changed or leads on is ever folded."""
    if node.step is None or node.step.kind != "verbatim" or has_below or has_marks:
        return False
    same = [" ".join(span.text for span in row.spans) for row in (node.assertion, parent.assertion)]
    return same[0] == same[1]


def branches(
    index: Index, occasion: Occasion, voices: Sequence[Standing], drifts: Mapping[str, Sequence[Drift]]
) -> tuple[Branch, ...]:
    """The tree of one occasion.

    Args:
        index: the record.
        occasion: the occasion.
        voices: all voices of the claim, to say where a report stands a second time.
        drifts: what changed, by the assertion that has it.
    """
    nodes = _nodes(index, occasion)
    below: dict[str | None, list[_Node]] = {}
    for node in nodes:
        below.setdefault(node.parent, []).append(node)
    also: dict[str, list[str]] = {}
    for voice in voices:
        if all(occasion is not other for other in voice.occasions):
            for report_id in voice.report_ids:
                also.setdefault(report_id, []).append(voice.letter or "nobody")
    made: dict[str, Branch] = {}
    by_id = {node.report.id: node for node in nodes}
    # Children come after their parents in `nodes`, so going backwards every child is made before its parent.
    for node in reversed(nodes):
        mine = below.get(node.report.id, [])
        folded = [
            child
            for child in mine
            if _folds(
                child,
                by_id[node.report.id],
                has_below=child.report.id in below,
                has_marks=bool(drifts.get(child.assertion.id)),
            )
        ]
        kept = [child for child in mine if child not in folded]
        kind, label = _label(node, occasion, index.reports)
        made[node.report.id] = Branch(
            report=node.report,
            kind=kind,
            label=label,
            quote=quote(node.report.row.text, node.assertion.spans),
            href=index.links.said(node.assertion),
            drifts=tuple(drift_words(drift) for drift in drifts.get(node.assertion.id, ())),
            also=tuple(also.get(node.report.id, ())),
            below=tuple(made[child.report.id] for child in kept),
            copies=tuple(made[child.report.id] for child in folded),
        )
    return tuple(made[node.report.id] for node in below.get(None, ()))
